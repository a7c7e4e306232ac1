#include "pdf/write.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include <unistd.h>

#include "../typeset/laid_out.h"
#include "base/text.h"
#include "catch.h"
#include "pdf/bytes.h"
#include "pdf/outline.h"

using namespace svod;
using namespace samples;

namespace {

std::string file_of(const Document& document) {
  const auto out = pdf::write(pages_of(document));
  CHECK(out.diagnostics.empty());
  return out.product;
}

// A file in the temporary folder for as long as a test reads it.
class Saved {
 public:
  explicit Saved(const std::string& bytes) {
    static int next = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("svod-pdf-test-" + std::to_string(::getpid()) + "-" + std::to_string(next++) + ".pdf");
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Saved() { std::filesystem::remove(path_); }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

  // What a tool of the set-up says about the file; «%» in the command is its path.
  std::string ask(std::string command, int* status = nullptr) const {
    command.replace(command.find('%'), 1, "'" + path_.string() + "'");
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    std::string said;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
      said.append(buffer.data(), got);
    const int ended = ::pclose(pipe);
    if (status) *status = ended;
    return said;
  }

 private:
  std::filesystem::path path_;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Text as a person would retype it: soft hyphens at line ends joined, spaces of all kinds alike.
std::string joined(const std::string& text) { return squeeze(replace_all(text, "\u00ad\n", "")); }

}  // namespace

TEST_CASE("qpdf finds no fault in the files") {
  for (const Document& document : {report(), order(), empty()}) {
    int status = 0;
    const std::string said = Saved(file_of(document)).ask("qpdf --check %", &status);
    INFO(said);
    CHECK(status == 0);
    CHECK(has(said, "No syntax or stream encoding errors"));
  }
}

TEST_CASE("every font is embedded as a subset and gives its text back") {
  for (const Document& document : {report(), order()}) {
    const std::string said = Saved(file_of(document)).ask("pdffonts % | tail -n +3");
    INFO(said);
    const auto lines = split(said, '\n');
    CHECK(lines.size() > 2);
    for (const auto line : lines) {
      if (line.empty()) continue;
      CHECK(line[6] == '+');
      CHECK(has(std::string(line), "CID TrueType"));
      CHECK(has(std::string(line), "Identity-H       yes yes yes"));
    }
  }
}

TEST_CASE("the text comes back: words, no-break spaces, dashes, thin spaces, soft hyphens joined") {
  const std::string said = Saved(file_of(report())).ask("pdftotext -raw -enc UTF-8 % -");
  const std::string flat = joined(said);
  CHECK(has(flat, squeeze(prose())));
  CHECK(has(flat, "Обществознание 30 49,7 51,2 6 0,0"));
  CHECK(has(flat, "Биология 1 015 44,6 … 2 ×"));
  CHECK(has(flat, "2 Рекомендации . . ."));
  CHECK(has(flat, "Таблица 1 – Результаты единого государственного экзамена по предметам"));
  CHECK(has(flat, "МБОУ «Средняя общеобразовательная школа № 17»"));
  const std::string paper = joined(Saved(file_of(order())).ask("pdftotext -raw -enc UTF-8 % -"));
  CHECK(has(paper, "приказываю:"));
  CHECK(has(paper, "ПРИКАЗ"));
  CHECK(has(paper, "№ 273-ФЗ"));
}

TEST_CASE("hyphens of the text itself come back where a line ends at them") {
  Document document = report();
  std::string words;
  for (int i = 0; i < 40; ++i) words += "информационно-методический центр учебно-воспитательной работы, кое-где; ";
  document.blocks = {paragraph(words)};
  for (const char* way : {"pdftotext -enc UTF-8 % -", "pdftotext -raw -enc UTF-8 % -"}) {
    const std::string said = Saved(file_of(document)).ask(way);
    std::size_t at_ends = 0;
    for (const auto line : split(said, '\n')) at_ends += line.ends_with("-\u200b") ? 1 : 0;
    CHECK(at_ends > 0);
    // A person joins what a hyphen parts; its own hyphens stay.
    const std::string flat = squeeze(replace_all(replace_all(said, "\u00ad\n", ""), "-\u200b\n", "-"));
    INFO(said.substr(0, 700));
    CHECK(has(flat, squeeze(words)));
  }
}

TEST_CASE("the properties: title, author, producer, dates of the document alone, language") {
  const Saved file(file_of(report()));
  const std::string said = file.ask("TZ=UTC pdfinfo -isodates %");
  INFO(said);
  CHECK(has(said, "Результаты государственной итоговой аттестации в Кемеровском муниципальном округе"));
  CHECK(has(said, "Author:          Управление образования"));
  CHECK(has(said, "Producer:        svod"));
  CHECK(has(said, "CreationDate:    2021-08-25T00:00:00Z"));
  CHECK(has(said, "ModDate:         2021-08-25T00:00:00Z"));
  CHECK(has(said, "PDF version:     1.7"));
  const std::string catalogue = file.ask("qpdf --qdf --object-streams=disable % - | strings");
  CHECK(has(catalogue, "/DisplayDocTitle true"));
  CHECK(has(catalogue, "/Lang (ru-RU)"));
}

TEST_CASE("bookmarks lead to the pages of their headings") {
  const Saved file(file_of(report()));
  const std::string said = file.ask("qpdf --json --json-key=outlines %");
  CHECK(has(said, "1.1 Единый государственный экзамен"));
  CHECK(has(said, "\"destpageposfrom1\": 3"));
  CHECK_FALSE(has(said, "\"destpageposfrom1\": null"));
}

TEST_CASE("bookmarks nest by level, a level left out does no harm, counts are of what shows") {
  const auto tree =
      pdf::nest({{"1", 1, 0}, {"1.1", 2, 0}, {"1.1.1", 3, 0}, {"2", 1, 0}, {"2.0.1", 3, 0}, {"2.1", 2, 0}});
  CHECK(tree.first == 0);
  CHECK(tree.last == 3);
  CHECK(tree.visible == 5);  // 1, 1.1, 2, 2.0.1, 2.1: deeper ones are closed
  CHECK(tree.nodes[2].parent == 1);
  CHECK(tree.nodes[4].parent == 3);
  CHECK(tree.nodes[5].previous == 4);
  CHECK(tree.nodes[0].next == 3);
  CHECK(pdf::nest({}).first == -1);
}

TEST_CASE("the same document gives the same bytes in any thread") {
  const Document document = report();
  const std::string alone = file_of(document);
  std::vector<std::string> together(4);
  std::vector<std::jthread> threads;
  for (auto& bytes : together) {
    threads.emplace_back([&] { bytes = pdf::write(typeset::lay_out(document, fonts(), profiles()).product).product; });
  }
  threads.clear();
  for (const auto& bytes : together) CHECK((bytes == alone));
}

TEST_CASE("pages that were never laid out are an error, not a file") {
  const auto out = pdf::write({});
  CHECK(out.product.empty());
  REQUIRE(out.diagnostics.has_errors());
  CHECK(out.diagnostics[0].code->id == "L201");
}

TEST_CASE("a page that is broken inside is an error, not a crash") {
  auto pages = pages_of(order());
  pages.outline.push_back({"никуда", 1, 4000000});
  const auto out = pdf::write(pages);
  CHECK(out.product.empty());
  REQUIRE(out.diagnostics.has_errors());
  CHECK(out.diagnostics[0].code->id == "L202");
}

TEST_CASE("numbers are written shortly and the same everywhere") {
  pdf::Bytes bytes;
  bytes.thousandths(12500) << ' ';
  bytes.thousandths(-7) << ' ';
  bytes.thousandths(0) << ' ';
  bytes.thousandths(-1000) << ' ';
  pdf::append_utf16_hex(bytes, "я\U0001F600");
  CHECK(bytes.text() == "12.5 -0.007 0 -1 044FD83DDE00");
}
