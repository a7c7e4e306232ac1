// Thousands of damaged files, the same every time: each must end in a result, and under the sanitizers without
// a fault of memory. SVOD_FUZZ=N runs N of each instead.
#include <cstdlib>
#include <random>

#include "archive.h"
#include "catch.h"
#include "workbook/workbook.h"

using namespace svod;
using namespace svod::workbook;

namespace {

std::size_t rounds(std::size_t usual) {
  const char* asked = std::getenv("SVOD_FUZZ");
  return asked != nullptr ? std::strtoul(asked, nullptr, 10) : usual;
}

/// Bytes flipped, cut, doubled, exchanged for what readers stumble over.
std::string damaged(std::string bytes, std::mt19937& random) {
  static const std::vector<std::string> morsels{"<",
                                                ">",
                                                "&",
                                                "\"",
                                                "</v>",
                                                "<c>",
                                                "<!--",
                                                "<![CDATA[",
                                                "]]>",
                                                "&#x10FFFF;",
                                                "\xD0",
                                                "\xFF\xFE",
                                                std::string(1, '\0'),
                                                "99999999999999999999",
                                                "-1",
                                                "_xD800_",
                                                "PK\1\2",
                                                "PK\5\6",
                                                "xmlns:",
                                                "/>",
                                                "t=\"s\"",
                                                "si=\"0\"",
                                                "1e308",
                                                ";",
                                                "\r",
                                                "\xFF\xFF\xFF\xFF"};
  const std::size_t changes = 1 + random() % 4;
  for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    const std::size_t size = std::min<std::size_t>(1 + random() % 40, bytes.size() - at);
    switch (random() % 6) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, size);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % bytes.size(), size));
        break;
      case 3:
        bytes.insert(at, morsels[random() % morsels.size()]);
        break;
      case 4:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        break;
      case 5:
        bytes.replace(at, std::min<std::size_t>(size, 4), morsels[random() % morsels.size()]);
        break;
    }
  }
  return bytes;
}

/// Reads and prints; a refused file has one error and no sheets.
void survive(const std::string& bytes, const char* name) {
  Budgets budgets;
  budgets.inflated_bytes = 4 << 20;
  const auto outcome = read(bytes, name, budgets);
  print_cells(outcome.product);
  for (const Sheet& sheet : outcome.product.sheets) {
    for (const Cell& cell : sheet.cells) sheet.formula(cell);
  }
  if (outcome.product.sheets.empty() && outcome.diagnostics.size() != 1) FAIL("a refused file without its one error");
}

Book sample() {
  Book book = with_rows(
      R"(<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44377</v></c>)"
      R"(<c r="C1" t="b"><v>1</v></c></row>)"
      R"(<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">SUM($B1:C2,'Лист'!A1)</f><v>3.5</v></c>)"
      R"(<c r="B2" t="str"><f>"а"</f><v>а</v></c></row>)"
      R"(<row r="3"><c r="A3"><f t="shared" si="0"/><v>4</v></c>)"
      R"(<c r="B3" t="inlineStr"><is><r><t>б</t></r><t>_x000D_</t></is></c></row>)");
  book.sheets[0].second += R"(<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>)";
  book.strings = "<si><t>Берёзовская &amp; Ко</t></si>";
  book.styles =
      R"(<numFmts><numFmt numFmtId="164" formatCode="dd\.mm"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>)";
  return book;
}

}  // namespace

TEST_CASE("damaged containers") {
  std::mt19937 random(1);
  const std::string whole = sample().bytes();
  for (std::size_t i = 0; i < rounds(1500); ++i) survive(damaged(whole, random), "a.xlsx");
}

TEST_CASE("damaged parts in whole containers") {
  std::mt19937 random(2);
  const Archive whole = sample().archive();
  for (std::size_t i = 0; i < rounds(2500); ++i) {
    Archive archive = whole;
    ArchivePart& part = archive.parts[random() % archive.parts.size()];
    part.bytes = damaged(part.bytes, random);
    survive(archive.bytes(), "a.xlsx");
  }
}

TEST_CASE("damaged csv") {
  std::mt19937 random(3);
  const std::vector<std::string> wholes{"школа;балл\n\"МБОУ \"\"СОШ № 5\"\"\";3,63\r\n\"а\nб\";001\n",
                                        "\xF8\xEA\xEE\xEB\xE0,\xE1\xE0\xEB\xEB\r\n\xB9 5,3\r\n",
                                        std::string("\xFF\xFE\x48\x04;\0"
                                                    "5\0\n\0",
                                                    10)};
  for (std::size_t i = 0; i < rounds(3000); ++i) survive(damaged(wholes[i % wholes.size()], random), "a.csv");
}
