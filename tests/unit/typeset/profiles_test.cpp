#include "catch.h"
#include "laid_out.h"
#include "typeset/codes.h"

using namespace svod;
using namespace samples;

namespace {

/// The shipped profiles and one of the workspace, written as a file.
Outcome<typeset::Profiles> with_house(const std::string& rest) {
  MemoryFiles files;
  for (const std::string name : {"schemas/layout/official.yaml", "schemas/layout/report.yaml",
                                 "schemas/json/layout.schema.json"}) {
    FileError fault;
    files.add("/" + name, *disk().read(std::filesystem::path(SVOD_SOURCE_DIR) / name, fault, std::size_t{1} << 20));
  }
  files.add("/schemas/layout/zz_house.yaml", "kind: layout\nname: house\ntitle: Свой\nsource: приказ\n" + rest);
  auto layouts = definitions::shipped_layouts({"/schemas", "/templates"}, files);
  CHECK(layouts.diagnostics.empty());
  return typeset::profiles_of(layouts.product);
}

}  // namespace

TEST_CASE("a house profile is data: an order set with it differs as it says and in nothing else") {
  const auto house = with_house(R"(extends: official
page: {margins: {left: 20 mm}}
fonts: {text: {regular: PTF55F.ttf, bold: PTF75F.ttf, italic: PTF56F.ttf, bold_italic: PTF76F.ttf}}
texts:
  body: {size: 13 pt, leading: 18 pt}
  page_number: {size: 10 pt}
page_number: {place: foot_centre}
)");
  REQUIRE(house.diagnostics.empty());
  const auto fonts = typeset::Fonts::load(typeset::packaged_font_folders(), house.product);
  REQUIRE_FALSE(fonts.diagnostics.has_errors());
  Document document = empty("house");
  for (int i = 0; i < 80; ++i) document.blocks.push_back(paragraph("Довести приказ до сведения руководителей школ."));
  const auto out = typeset::lay_out(document, fonts.product, house.product);
  CHECK(out.diagnostics.empty());
  const typeset::Pages& pages = out.product;
  REQUIRE(pages.pages.size() == 2);
  const typeset::Page& page = pages.pages[1];
  CHECK(page.left == typeset::mm(20));
  CHECK(page.width - page.right == typeset::mm(10));
  const auto& run = page.runs.front();
  CHECK(pages.faces[run.face].face->file() == "PTF55F.ttf");
  CHECK(run.size == typeset::pt(13));
  CHECK(run.x == page.left + typeset::mm(12.5));  // the indent is the official one
  const auto number = std::find_if(page.runs.begin(), page.runs.end(), [&](const auto& one) {
    return one.baseline > page.bottom && typeset::text(pages, one) == "2";
  });
  REQUIRE(number != page.runs.end());
  const auto middle = (page.left + page.right) / 2;
  CHECK(std::abs((number->x + end_of(pages, *number)) / 2 - middle) < typeset::pt(1));
}

TEST_CASE("a profile that leaves a value out says which, and a colour must be in its palette") {
  const auto bare = with_house("page: {width: 210 mm}\n");
  REQUIRE(bare.diagnostics.has_errors());
  CHECK(bare.diagnostics[0].code == &typeset::codes::incomplete_profile);
  CHECK(bare.diagnostics[0].message == "в профиле оформления «house» нет значения page.height");
  const auto colour = with_house("extends: official\ntexts: {mark: {colour: dark_rad}}\n");
  REQUIRE(colour.diagnostics.size() == 1);
  CHECK(colour.diagnostics[0].code == &typeset::codes::unknown_colour);
  CHECK(colour.diagnostics[0].hint == "возможно, «dark_red»");
  CHECK(colour.diagnostics[0].where.line == 6);
}

TEST_CASE("a font that no folder holds is an error at the profile's line; a fallback may be absent") {
  const auto house = with_house(
      "extends: official\nfonts:\n  text: {regular: Nowhere.ttf}\n  fallback: [DejaVuSans.ttf, Absent.ttf]\n");
  const auto fonts = typeset::Fonts::load(typeset::packaged_font_folders(), house.product);
  REQUIRE(fonts.diagnostics.errors() == 1);
  const Diagnostic& missing = fonts.diagnostics[0];
  CHECK(missing.code == &typeset::codes::font_missing);
  CHECK(missing.where.line == 7);
  CHECK(missing.message == "нет файла шрифта Nowhere.ttf для профиля «house»");
}

TEST_CASE("letters that a face lacks come from the profile's own fallback, and that is told") {
  Document document = empty("official");
  document.blocks = {paragraph("Верно ✓ всегда.")};  // a check mark is only in DejaVu
  const auto out = typeset::lay_out(document, fonts(), profiles());
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code == &typeset::codes::glyph_from_another_font);

  const auto none = with_house("extends: official\nfonts: {fallback: []}\n");
  document.profile = "house";
  const auto bare = typeset::lay_out(document, fonts(), none.product);
  REQUIRE(bare.diagnostics.size() == 1);
  CHECK(bare.diagnostics[0].code == &typeset::codes::glyph_missing);
}
