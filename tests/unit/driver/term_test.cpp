#include "driver/term.h"

#include "catch.h"

using namespace svod::driver;

TEST_CASE("svod term prints one object on one line, with the members that apply") {
  const Answer answer = term_command("18-19 февраля 2022", "2022");
  CHECK(answer.exit == 0);
  CHECK(answer.out == R"({"text":"18-19 февраля 2022","kind":"interval","from":"2022-02-18","to":"2022-02-19"})" "\n");
  CHECK(term_command("до 25 марта 2022", "2022").out ==
        R"({"text":"до 25 марта 2022","kind":"deadline","to":"2022-03-25"})"
        "\n");
  CHECK(term_command("Ежегодно, август", "2021").out ==
        R"({"text":"Ежегодно, август","kind":"recurring","every":"year","within":[8]})" "\n");
  CHECK(term_command("Ежегодно по графику ОО", "2021").out ==
        R"({"text":"Ежегодно по графику ОО","kind":"recurring","every":"year","note":"по графику ОО"})" "\n");
  CHECK(
      term_command("Февраль, апрель 2022", "2022").out ==
      R"({"text":"Февраль, апрель 2022","kind":"dates","parts":[{"from":"2022-02-01","to":"2022-02-28"},{"from":"2022-04-01","to":"2022-04-30"}]})"
      "\n");
}

TEST_CASE("svod term tells what is clumsy, and why there is no date") {
  const Answer clumsy = term_command("Март 2021 год", "2021");
  CHECK(clumsy.exit == 0);
  CHECK(clumsy.out.find(R"("problems":[{"severity":"error","text":)") != std::string::npos);
  const Answer wrong = term_command("до 31 июня 2022 года", "2022");
  CHECK(wrong.exit == 1);
  CHECK(wrong.out ==
        R"({"text":"до 31 июня 2022 года","kind":"invalid","reason":"в июне 30 дней","reading":"до 30 июня 2022 г."})"
        "\n");
  CHECK(term_command("абв \xFF\" \\ \n", "2022").exit == 1);
}

TEST_CASE("a term of any length is answered at once") {
  for (const std::string part : {"м", "1", " ", "март, ", "до 31 июня – ", "(", "\xFF", "январь-"}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    const Answer answer = term_command(text, "2022");
    CHECK(answer.out.ends_with("}\n"));
  }
}

TEST_CASE("the year of svod term is a calendar or a school year") {
  CHECK(term_command("сентябрь", "2021/22").out.find("2021-09-01") != std::string::npos);
  CHECK(term_command("март", "2021/2022").out.find("2022-03-01") != std::string::npos);
  for (const char* year : {"", "год", "21", "2021/23", "2021/", "20220", "0", "-1", "99999"}) CHECK(term_command("март", year).exit == 2);
}
