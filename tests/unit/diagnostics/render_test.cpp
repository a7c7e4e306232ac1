#include "diagnostics/render.h"

#include "catch.h"

using namespace svod;

namespace {
constexpr Code kSum{"F999", "Строка не сходится", "", ""};
}

TEST_CASE("a diagnostic shows its place, the source line with a caret, and the hint") {
  Diagnostics found;
  found.error(kSum, Location::in_text("forms/oge.yaml", 4, 9), "нет поля «partcipants»", "может быть, «participants»?")
      .excerpt = "  сумма: partcipants";
  CHECK(render_text(found, false) ==
        "ошибка F999: нет поля «partcipants»\n"
        "  forms/oge.yaml:4:9\n"
        "  4 │   сумма: partcipants\n"
        "    │         ^\n"
        "  подсказка: может быть, «participants»?\n");
}

TEST_CASE("what has no place has no line for it") {
  Diagnostics found;
  found.error(kSum, Location{}, "не сходится", "проверьте");
  CHECK(render_text(found, false) == "ошибка F999: не сходится\n  подсказка: проверьте\n");
}

TEST_CASE("repeats of one cause stand once with the true count") {
  Diagnostics found;
  for (std::uint32_t row = 0; row < 12; ++row) {
    found.warning(kSum, Location::in_cell("a.xlsx", "ОГЭ", {row, 3}), "число записано текстом").cause = "D";
  }
  const std::string text = render_text(found, false);
  CHECK(text.find("число записано текстом (12 раз)") != std::string::npos);
  CHECK(text.find("и ещё мест: 7") != std::string::npos);
  CHECK(text.find("D6") == std::string::npos);
}

TEST_CASE("of a long line the surroundings of the place are shown") {
  Diagnostics found;
  std::string line(600, 'a');
  line[299] = '!';
  found.error(kSum, Location::in_text("a.yaml", 7, 300), "знак").excerpt = line;
  const std::string text = render_text(found, false);
  CHECK(text.find("  7 │ …" + std::string(100, 'a') + "!" + std::string(99, 'a') + "…\n") != std::string::npos);
  CHECK(text.find("    │ " + std::string(101, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("control characters of a file never reach the terminal") {
  Diagnostics found;
  found.error(kSum, Location::in_file("a\x1b[2J.xlsx"), "значение «\x1b[31m»");
  CHECK(render_text(found, false).find('\x1b') == std::string::npos);
  CHECK(render_json(found).find('\x1b') == std::string::npos);
}

TEST_CASE("places read as people write them") {
  CHECK(a1(CellRef{0, 0}) == "A1");
  CHECK(a1(CellRef{11, 26}) == "AA12");
  CHECK(a1(CellRange{{6, 3}, {6, 6}}) == "D7:G7");
  CHECK(column_letters(16383) == "XFD");
  CHECK(Location::in_cells("a.xlsx", "ОГЭ", {{6, 3}, {6, 6}}, "Русский язык").text() ==
        "a.xlsx, лист «ОГЭ», D7:G7 (Русский язык)");
}
