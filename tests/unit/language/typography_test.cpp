#include "language/typography.h"

#include "base/text.h"
#include "catch.h"

using namespace svod::language;

namespace {
// «_» for a no-break space, so that a reader sees it.
std::string shown(std::string text) { return svod::replace_all(std::move(text), "\u00A0", "_"); }
}  // namespace

TEST_CASE("no-break spaces where a line must not end") {
  const std::pair<const char*, const char*> rows[] = {
      {"школа № 5", "школа №_5"},
      {"школа №5", "школа №_5"},
      {"в г. Кемерово и с. Ягуново", "в г._Кемерово и с._Ягуново"},
      {"в 2022 г. Школы", "в 2022_г. Школы"},
      {"25 августа 2021 г.", "25_августа 2021_г."},
      {"доля 5 % и 7%", "доля 5_% и 7_%"},
      {"ст. 28 закона, п. 3, рис. 2", "ст._28 закона, п._3, рис._2"},
      {"в 9 классе", "в 9_классе"},
      {"9 «А» класс", "9_«А»_класс"},
      {"17,5 балла", "17,5_балла"},
      {"И. И. Иванов", "И._И._Иванов"},
      {"И.И.Иванов", "И._И._Иванов"},
      {"директор Иванов И. И. сообщил", "директор Иванов_И._И. сообщил"},
      {"Иванову И.И. поручить", "Иванову_И._И. поручить"},
      {"назначить И. И. Иванова и П. П. Петрова", "назначить И._И._Иванова и П._П._Петрова"},
      {"балл – 69", "балл_– 69"},
      {"балл - 69", "балл_– 69"},
      {"и т. д.", "и_т._д."},
      {"I квартал 2021 года", "I_квартал 2021_года"},
      {"и. о. директора", "и._о._директора"},
      {"простой текст", "простой текст"},
      {"", ""},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(shown(glue(text)) == expected);
    CHECK(glue(glue(text)) == glue(text));
  }
}

TEST_CASE("ranges take an en dash, numbers of papers keep the hyphen") {
  CHECK(glue("баллы 60-69") == "баллы 60–69");
  CHECK(shown(glue("2020-2021 годы")) == "2020–2021_годы");
  CHECK(glue("9-11") == "9–11");
  CHECK(glue("I-II") == "I–II");
  CHECK(shown(glue("приказ № 12-13")) == "приказ №_12-13");
  CHECK(glue("2021-08-25") == "2021-08-25");
  CHECK(glue("8-384-22-33") == "8-384-22-33");
  CHECK(glue("9-й") == "9-й");
  CHECK(glue("273-ФЗ") == "273-ФЗ");
  CHECK(glue("ГИА-9") == "ГИА-9");
  CHECK(glue("счёт 20-5") == "счёт 20-5");
}

TEST_CASE("quotes pair up, nested ones differ") {
  CHECK(quotes("МБОУ \"Берёзовская СОШ\"") == "МБОУ «Берёзовская СОШ»");
  CHECK(quotes("«план \"Качество\" района»") == "«план „Качество“ района»");
  CHECK(quotes("\"план \"Качество\"\"") == "«план „Качество“»");
  CHECK(quotes("«план «Качество»»") == "«план „Качество“»");
  CHECK(quotes("отметки «4» и «5»") == "отметки «4» и «5»");
  CHECK(quotes("“Школа”") == "«Школа»");
  CHECK(quotes("(\"Школа\")") == "(«Школа»)");
}

TEST_CASE("in headings short words do not end a line") {
  CHECK(shown(glue_heading("О результатах в школах и на местах")) == "О_результатах в_школах и_на_местах");
}
