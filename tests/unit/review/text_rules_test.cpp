#include "bench.h"
#include "catch.h"

// Rules over the letters of one text: what each says, and what it leaves alone.

using namespace bench;
namespace codes = svod::review::codes;

namespace {

struct Case {
  const char* text;
  const char* told;   // the beginning of its only message; empty for silence
};

void check(const svod::Code& code, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.text);
    const std::vector<std::string> told = review_text(one.text).of(code);
    if (*one.told == '\0') {
      CHECK(told == std::vector<std::string>{});
    } else {
      REQUIRE(told.size() == 1);
      INFO(told[0]);
      CHECK(told[0].starts_with(one.told));
    }
  }
}

}  // namespace

TEST_CASE("V01: a text names only days that are in the calendar") {
  check(codes::no_such_date,
        {{"отчёт до 31 июня 2022 года", "error: даты «31 июня 2022» нет: в июне 30 дней"},
         {"отчёт до 31.06.2022", "error: даты «31.06.2022» нет: в июне 30 дней"},
         {"с 29 февраля 2021 г.", "error: даты «29 февраля 2021» нет: в феврале 2021 года 28 дней"},
         {"30–31 апреля", "error: даты «31 апреля» нет"},
         {"31.04–05.05.2022", "error: даты «31.04» нет"},
         {"от «31» ноября 2022 года", "error: даты «31» ноября 2022» нет"},
         {"05.13.2022", "error: даты «05.13.2022» нет: месяца с номером 13 нет"},
         {"с 29 февраля 2024 г. по 31.03.2024", ""},
         {"приказ от 01.02.2022 № 17, до 20 июня 2022 года", ""},
         {"01.01–01.03.2022; 18–19 февраля 2022", ""},
         {"29 февраля", ""},
         {"в 2022 году, март 2022", ""},
         {"пункт 3.14.2022.1 и № 45 мая", ""},
         {"по 9-м и 11-м классам в мае", ""}});
}

TEST_CASE("V21: quotes and brackets stand in pairs of one kind") {
  check(
      codes::unpaired,
      {{"показавших результаты не ниже средних» в массовых предметах", "error: закрывающая кавычка » без открывающей"},
       {"приказ «О показателях по направлению «Поддержка школ», учёт", "error: кавычка « не закрыта"},
       {"подпрограмма «Развитие образования\"", "error: кавычки перепутаны: открыта «, а закрыта \""},
       {"программа \"Развитие в «Беломорский район\" на 2022 год»", "error: кавычки перепутаны"},
       {"работники (учителя, воспитатели", "error: скобка ( не закрыта"},
       {"работники учителя)", "error: закрывающая скобка ) без открывающей"},
       {"приказ «О показателях «Поддержка школ»», учёт", ""},
       {"«Положение о „Центре“»", ""},
       {"МОУ \"Летнереченская СОШ\", \"Беломорская СОШ №3\"", ""},
       {"а) первое; б) второе; 3) третье", ""},
       {"(в том числе а) учителя)", ""},
       {"отметки \"2\", \"3\" (всего (из них)) и [1]", ""}});
}

TEST_CASE("V21: kinds of quotes are not mixed in a paper") {
  Workspace workspace;
  workspace.papers.push_back(order({item("в МОУ «Центр»"), item("в МОУ \"Школа\""), item("в МОУ \"Сад\"")}));
  const Reviewed mixed = review(workspace);
  CHECK(mixed.of(codes::unpaired) ==
        std::vector<std::string>{"note: рядом с «ёлочками» стоят прямые кавычки: в МОУ \"Школа\""});
}

TEST_CASE("V21: no full stop after the name beside a signature") {
  Workspace workspace;
  Regulation group;
  group.id = "group";
  group.members.resize(2);
  group.members[0].name = written("Т. А. Долинина.");
  group.members[1].name = written("Ващенко С. В.");
  workspace.regulations.push_back(group);
  CHECK(review(workspace).of(codes::unpaired) ==
        std::vector<std::string>{"error: точка после расшифровки подписи: «Т. А. Долинина.»"});
}

TEST_CASE("V27: leftovers of autocorrection and joining") {
  check(codes::leftover,
        {{"участие в ВПр и срезах", "warning: сокращение «ВПр» набрано не так, как «ВПР»"},
         {"повышение кaчества", "warning: латинские буквы в русском слове «кaчества»"},
         {"работа c детьми", "warning: латинская буква «c»"},
         {"работа педагоОга", "warning: прописная буква внутри слова"},
         {"Психолого- педагогическое сопровождение", "warning: лишний пробел после дефиса"},
         {"отчёт плана - графика по плану-графику", "warning: пробелы вокруг дефиса"},
         {"проведены семинары.Подготовлены отчёты", "warning: нет пробела после точки"},
         {"отчёт за 2022год", "warning: слово и число без пробела"},
         {"в 2022году", "warning: слово и число без пробела"},
         {"работа с с родителями", "warning: слово стоит дважды"},
         {"УО,МБУ и школы", "note: нет пробела после знака"},
         {"школы , педагоги", "note: пробел перед знаком"},
         {"в ВПР, ЕГЭ и ОГЭ; СанПиН; КузГТУ; КРИПКиПРО; ВсОШ", ""},
         {"г.Кемерово, ул.Ленина, им.Пушкина, и т.д.", ""},
         {"Т.А.Долинина и А. Б. Иванова", ""},
         {"одно- и двухэтажные здания", ""},
         {"9-х, 11-х классов; 9а и 10б; «500+»; 5шт", ""},
         {"Управление качеством – фактор роста, учитель – учителю", ""},
         {"сайт www.school.ru, почта uo_kem@mail.ru", ""},
         {"IT-куб, web-сайт, кейс-метод, VIII класс", ""},
         {"директору А. Ю. Черных и и. о. директора П. И. Седых", ""},
         {"чуть чуть позже", ""}});
}
