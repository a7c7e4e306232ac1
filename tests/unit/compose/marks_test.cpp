#include "compose/numbering.h"
#include "world.h"

using namespace world;

namespace {

std::string faults(const std::string& body) {
  World w;
  w.text(body);
  return w.codes();
}

}  // namespace

TEST_CASE("tables of an order have numbers where a text names one") {
  World w;
  const std::string table = "```table\nid: people\ncaption: Школы\nrows: s in schools\ncolumns:\n  - {title: Школа, value: s.short}\n```\n";
  const auto number = [&](const std::string& body) {
    w.body(body, "title: Проба\nprofile: official\n");
    if (w.workspace.documents.empty()) w.order("Проба");
    const auto documents = w.compose();
    for (const document::Block& block : documents.at(0).blocks) {
      if (const auto* made = std::get_if<document::Table>(&block.content)) return made->number;
    }
    return std::string("no table");
  };
  CHECK(number(table) == "");
  CHECK(number("См. [](#people).\n\n" + table) == "1");
  CHECK(number("См. [список школ](#people).\n\n" + table) == "");   // words of its own name it
}

TEST_CASE("footnotes are numbered by their first marks and filled with values") {
  World w;
  w.body(
      "Итоги[^b] и цели[^a], снова итоги[^b].\n\n[^a]: Приказ № 5.\n[^b]: Сдавали {{ n }},\nвсего "
      "**двенадцать**.\n\nКонец.\n");
  w.order("Отчёт");
  const auto documents = w.compose();
  CHECK(lines(documents.at(0).blocks) == "Итоги[note 1] и цели[note 2], снова итоги[note 1].\nКонец.\n");
  REQUIRE(documents[0].notes.size() == 2);
  CHECK(documents[0].notes[0].at(0).text == "Сдавали ");
  CHECK(documents[0].notes[0].at(1).ref == "n@year=2021");
  CHECK(documents[0].notes[0].at(3).bold);
  CHECK(documents[0].notes[1].at(0).text == "Приказ\u00A0№\u00A05.");
  CHECK(w.codes().empty());
}

TEST_CASE("a footnote of a loop has a text for each turn") {
  World w;
  w.body("::: for s in schools\n{{ s.short }}[^n].\n\n[^n]: Сдавали {{ n(school = s) }}.\n:::\n");
  w.order("Отчёт");
  const auto documents = w.compose();
  CHECK(lines(documents.at(0).blocks) == "Школа А[note 1].\nШкола Б[note 2].\nШкола В[note 3].\n");
  REQUIRE(documents[0].notes.size() == 3);
  CHECK(documents[0].notes[1].at(1).text == "2");
}

TEST_CASE("faults of footnotes") {
  CHECK(faults("Текст[^a] и {{ n }}[^bb].\n\n[^b]: Сноска.\n") == "C120 4:6, C120 4:20, C121 6:1");
  CHECK(faults("Текст[^a].\n\n[^a]: Раз.\n[^a]: Два.\n") == "C122 7:1");
  CHECK(faults("Текст[^a].\n\n[^a]:\n") == "C122 6:1");
  CHECK(faults("Текст[^a].\n\n[^a]: - пункт\n") == "C122 6:1");
  CHECK(faults("Текст[^a].\n\n[^a]: Раз[^b].\n[^b]: Два.\n").starts_with("C122 6:1"));
  CHECK(faults("# Итоги[^a]\n\n[^a]: Раз.\n") == "C122 4:1");
  CHECK(faults("Текст[^a].\n\n::: if n > 1\n[^a]: Раз.\n:::\n") == "C120 4:6, C121 7:1");
  CHECK(faults("Знак \\[^a] – не сноска.\n").empty());
}

TEST_CASE("letters above and below the line; lone signs are told from text") {
  World w;
  CHECK(w.text("Площадь в м^2^, вода H~2~O, степень 10^{{ n }}^.\n") == "Площадь в м^2, вода H_2O, степень 10^12.\n");
  CHECK(w.text("Около ~5 школ и \\^ знак, 2\\~3.\n") == "Около ~5~школ и ^ знак, 2~3.\n");
  CHECK(w.codes().empty());
  CHECK(faults("Площадь м^2\n") == "C112 4:1");
  CHECK(faults("Вода H~2O\n") == "C112 4:1");
}

TEST_CASE("items of brackets have digits, and letters inside") {
  World w;
  CHECK(w.text("1. Утвердить:\n\n   1) состав:\n\n      1) комиссии;\n      1) группы;\n   2) сроки;\n\n2. "
               "Поручить:\n\n   1) школам.\n") ==
        "1. Утвердить:\n1) состав:\nа) комиссии;\nб) группы.\n2) сроки.\n2. Поручить:\n1) школам.\n");
  CHECK(compose::item_letter(7) == "ж");
  CHECK(compose::item_letter(8) == "и");
  CHECK(compose::item_letter(14) == "р");
  CHECK(compose::item_letter(25) == "я");
  CHECK(compose::item_letter(26) == "аа");
}

TEST_CASE("items and appendices are referred to by their numbers") {
  World w;
  CHECK(w.text("1. Утвердить перечень (приложение [](#list)).\n2. Школам:\n\n   1. {#do} Сделать.\n   1. {#tell-{{ n "
               "}}} Доложить о пункте [](#do).\n\n"
               "3. Контроль пункта [](#tell-12) и приложения [](#two) возложить.\n\n```appendix\nid: list\nto: к "
               "приказу\n```\n\n"
               "```appendix\nid: two\nnumber: \"2\"\nto: к приказу\n```\n",
               "title: Приказ\nprofile: official\n") ==
        "1. Утвердить перечень (приложение).\n2. Школам:\n2.1. Сделать.\n2.2. Доложить о пункте~2.1->do.\n"
        "3. Контроль пункта~2.2->tell-12 и приложения~2->two возложить.\n"
        "appendix: Приложение / к приказу / от _______________ №~______\n"
        "appendix: Приложение~2 / к приказу / от _______________ №~______\n");
  CHECK(w.codes().empty());
  World other;
  other.text("1. {#control} Контроль.\n\nПункт [](#contrl).\n");
  CHECK(other.codes() == "C205 6:1");
  CHECK(other.found[0].hint == "может быть, «control»?");
}

TEST_CASE("what stands in landscape is turned") {
  World w;
  w.body(
      "Стоя.\n\n::: landscape\n# Лёжа\n\n```table\nrows: s in schools\ncolumns:\n  - {title: Школа, value: "
      "s.short}\n```\n:::\n\nСнова.\n");
  w.order("Отчёт");
  const auto documents = w.compose();
  std::string turned;
  for (const document::Block& block : documents.at(0).blocks) turned += block.landscape ? "l" : "p";
  CHECK(turned == "pllp");
  CHECK(faults("::: landscape да\nТекст\n:::\n") == "C107 4:15");
}

TEST_CASE("sheets to be signed by hand, and who made the paper") {
  World w;
  CHECK(w.text("```agreement\npeople: [signatory]\nrows: 1\n```\n\n```acquaintance\ntitle: С приказом "
               "ознакомлены\npeople: s in schools where s.id = 'a'\n"
               "person: s.head\npost: Директор ({{ s.short }})\npage: false\n```\n\n```executor\nphone: 8 (3842) "
               "00-00-00\n```\n") ==
        "page-break\n# Лист согласования\ntable  [Лист согласования] \nhead: Должность | Фамилия, инициалы | Подпись | "
        "Дата\n"
        "Начальник управления образования | Громова~А.~С. |  | \n |  |  | \n"
        "# С~приказом ознакомлены\ntable  [С приказом ознакомлены] \nhead: Должность | Фамилия, инициалы | Подпись | "
        "Дата\n"
        "Директор (Школа А) | Громова~А.~С. |  | \nexecutor: Исп.~Громова Анна Сергеевна/8 (3842) 00-00-00\n");
  CHECK(w.codes().empty());
  CHECK(faults("```agreement\n```\n") == "C105 4:1");
  CHECK(faults("```agreement\npeople: s in schools\n```\n") == "C106 5:9");
  CHECK(faults("```executor\nperson: year\n```\n") == "C106 5:9");
}
