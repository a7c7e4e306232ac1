#include <set>

#include "catch.h"
#include "expression/codes.h"
#include "names.h"

using namespace testing;

namespace {

struct Case {
  std::string_view code;
  std::string_view source;
  int column;
  std::string_view message;
  std::string_view hint;
};

const std::vector<Case>& cases() {
  static const std::string deep = std::string(300, '(') + "1" + std::string(300, ')');
  static const std::string high = [] {
    std::string text = "1";
    for (int i = 0; i < 1200; ++i) text += "+1";
    return text;
  }();
  static const std::string lengthy(30'000, ' ');
  static const std::vector<Case> list{
      {"E101", "subject = «Физика»", 11, "кавычка « не открывает текст",
       "берите текст в прямые кавычки: 'текст' или \"текст\""},
      {"E101", "share > 50%", 11, "знак «%» недопустим в выражении", "проценты пишутся числом без знака: 50"},
      {"E101", "max(1; 2)", 6, "знак «;» недопустим в выражении", "аргументы разделяются запятой"},
      {"E101", "a\xE2\x80\x8B > 1", 2, "невидимый знак U+200B недопустим в выражении", ""},
      {"E102", "subject = 'Физика", 11, "не закрыта кавычка '", "поставьте ' в конце текста"},
      {"E103", "a +", 4, "выражение не закончено: здесь ожидается значение", ""},
      {"E103", "a > 1 и b > 1", 7, "«и» после конца выражения", "напишите and"},
      {"E103", "a > 1 AND b > 1", 7, "«AND» после конца выражения", "напишите and"},
      {"E103", "a > 1 000", 7, "«000» после конца выражения", "число пишется без пробелов между разрядами: 1000"},
      {"E103", "(a > 1", 7, "выражение не закончено: здесь ожидается закрывающая скобка", ""},
      {"E103", "a > 1)", 6, "лишняя закрывающая скобка «)»", "уберите её или добавьте открывающую"},
      {"E103", "1 + if medal then 1 else 2", 5, "здесь ожидается значение, а стоит «if»",
       "возьмите if … then … else … в скобки"},
      {"E103", "[s for s in schools limit 1 where s.pupils > 1]", 29, "where стоит не на месте",
       "порядок: where, затем order by, затем limit"},
      {"E104", deep, 201, "выражение вложено слишком глубоко", "разделите его на несколько показателей"},
      {"E104", high, 1, "выражение вложено слишком глубоко", "разделите его на несколько показателей"},
      {"E104", lengthy, 1, "выражение длиннее 20000 байтов", "разделите его на несколько показателей"},
      {"E105", "score > 3,5", 9, "запятая в числе 3,5", "напишите 3.5"},
      {"E106", "1 < a < 3", 7, "сравнения идут цепочкой",
       "напишите x between a and b или соедините два сравнения словом and"},
      {"E107", "a <> 1", 3, "действие «<>» в языке не используется", "напишите !="},
      {"E107", "a ≥ 1", 3, "действие «≥» в языке не используется", "напишите >="},
      {"E107", "medal && unsure", 7, "действие «&&» в языке не используется", "напишите and"},
      {"E108", "a > 99999999999999999999", 5, "число 99999999999999999999 не помещается",
       "в числе может быть до 18 цифр"},
      {"E109", "  ", 1, "здесь нет выражения", ""},
      {"E111", "a > \xFF", 5, "выражение записано не в кодировке UTF-8", "сохраните файл в кодировке UTF-8"},
      {"E201", "partisipants > 1", 1, "неизвестное имя «partisipants»", "может быть, «participants»?"},
      {"E201", "ege.meen > 1", 1, "неизвестное имя «ege.meen»", "может быть, «ege.mean»?"},
      {"E202", "school.nam = 'а'", 8, "у записи «школа» нет поля «nam»", "может быть, «name»?"},
      {"E202", "participants.name = 'а'", 14, "нет поля «name»: слева от точки стоит число, а не запись",
       "уберите точку и имя поля"},
      {"E203", "rond(1.5)", 1, "неизвестная функция «rond»", "может быть, «round»?"},
      {"E203", "participants(1) > 0", 1, "«participants» – не функция", "уберите скобки после имени"},
      {"E204", "a | raund(1)", 5, "неизвестный фильтр «raund»", "может быть, «round»?"},
      {"E205", "ege.mean(subjekt = 'Физика')", 10, "у функции «ege.mean» нет аргумента «subjekt»",
       "может быть, «subject»?"},
      {"E205", "known(a = 1)", 7, "у функции «known» нет аргумента «a»",
       "сравнение внутри функции возьмите в скобки: ((a = b))"},
      {"E206", "ege.mean('Физика', subject = 'Химия')", 20, "аргумент «subject» дан дважды", ""},
      {"E207", "starts_with(subject)", 1, "для функции «starts_with» не хватает аргумента «start»", ""},
      {"E207", "a | default", 1, "для фильтра «default» не хватает аргумента «other»", ""},
      {"E208", "abs(3,5)", 7, "у функции «abs» лишний аргумент",
       "аргументов не больше 1; дробная часть числа отделяется точкой"},
      {"E209", "abs(subject)", 5, "аргумент «value» у функции «abs» – число, а здесь текст", ""},
      {"E209", "subject | round(1)", 1, "перед знаком | для фильтра «round» нужно: число, а здесь текст", ""},
      {"E209", "a | default('нет')", 13, "аргумент «other» у фильтра «default» – число, а здесь текст", ""},
      {"E209", "count(a)", 7, "аргумент «list» у функции «count» – список, а здесь число", ""},
      {"E210", "subject + 1", 1, "действие «+» – для чисел, а здесь текст", ""},
      {"E210", "a + '5'", 5, "действие «+» – для чисел, а здесь текст", "число пишется без кавычек: 5"},
      {"E210", "a = '5'", 3, "нельзя сравнить: слева число, справа текст", "число пишется без кавычек: 5"},
      {"E210", "day > '2021-01-01'", 5, "нельзя сравнить: слева дата, справа текст", "дата пишется date('ГГГГ-ММ-ДД')"},
      {"E210", "subject in ('а', 2)", 18, "нельзя сравнить: слева текст, справа число", ""},
      {"E210", "a in schools", 6, "в списке ищется число, а в нём школа", ""},
      {"E210", "medal < unsure", 7, "здесь нет больше и меньше: условие", ""},
      {"E211", "score + share", 7, "складываются разные единицы: «балл» и «%»", "проверьте, те ли показатели названы"},
      {"E211", "score > share", 7, "сравниваются разные единицы: «балл» и «%»", "проверьте, те ли показатели названы"},
      {"E211", "max(score, share)", 12, "в одной функции разные единицы: «балл» и «%»",
       "проверьте, те ли показатели названы"},
      {"E212", "not participants", 5, "после not нужно условие, а здесь число", "добавьте сравнение или known(…)"},
      {"E212", "if a then 1 else 2", 4, "после if нужно условие, а здесь число", "добавьте сравнение или known(…)"},
      {"E212", "[s for s in schools where s.pupils]", 27, "после where нужно условие, а здесь число",
       "добавьте сравнение или known(…)"},
      {"E214", "if medal then 1 else 'нет'", 22, "после then стоит число, а после else – текст", ""},
      {"E214", "if medal then score else share", 26, "после then стоит число, балл, а после else – число, %", ""},
      {"E215", "[s for s in participants]", 13, "перебирать можно только список, а здесь число", ""},
      {"E215", "subject in 'Физика'", 12, "после in нужен список, а здесь текст",
       "перечислите значения в скобках: x in ('а', 'б')"},
      {"E216", "day > date('31.06.2021')", 12, "нет такой даты: «31.06.2021»", "дата пишется date('ГГГГ-ММ-ДД')"},
      {"E216", "day > date('2021-06-31')", 12, "нет такой даты: «2021-06-31»", "дата пишется date('ГГГГ-ММ-ДД')"},
      {"E217", "ege.mean(subject = 'Физика', school)", 30, "аргумент без имени стоит после именованного",
       "дайте ему имя или переставьте вперёд"},
      {"E218", "a | round(12)", 11, "знаков после запятой бывает от 0 до 9", "напишите число, например round(1)"},
  };
  return list;
}

}  // namespace

TEST_CASE("every mistake has its code, its place and its mend") {
  for (const Case& item : cases()) {
    INFO(item.source.substr(0, 60));
    const auto compiled = compile(item.source, Location::in_text("a.yaml", 1, 1), names());
    CHECK_FALSE(compiled.product);
    REQUIRE(compiled.diagnostics.size() == 1);
    const Diagnostic& found = compiled.diagnostics[0];
    CHECK(found.code->id == item.code);
    CHECK(found.where.column == item.column);
    CHECK(found.message == item.message);
    CHECK(found.hint == item.hint);
  }
}

TEST_CASE("a result of another type than the place needs") {
  const auto number = compile("a + b", Location::in_text("a.yaml", 1, 1), names(), Type::boolean());
  REQUIRE(number.diagnostics.size() == 1);
  CHECK(number.diagnostics[0].code->id == "E213");
  CHECK(number.diagnostics[0].message == "здесь нужен тип «условие», а выражение даёт «число»");
  const auto unit = compile("score", Location::in_text("a.yaml", 1, 1), names(), Type::number("%"));
  REQUIRE(unit.diagnostics.size() == 1);
  CHECK(unit.diagnostics[0].code->id == "E211");
  CHECK(compile("share / 2", Location::in_text("a.yaml", 1, 1), names(), Type::number("%")).product);
}

TEST_CASE("a text that is no expression at all is not read to its end") {
  const auto compiled = compile(std::string(1000, '{'), Location::in_text("a.yaml", 1, 1), names());
  REQUIRE(compiled.diagnostics.size() == 21);
  CHECK(compiled.diagnostics[20].message == "это не похоже на выражение: остаток не прочитан");
}

TEST_CASE("all mistakes of types are found at once") {
  const auto compiled =
      compile("partisipants + 1 > marc2 and subject + 1 > 2", Location::in_text("a.yaml", 1, 1), names());
  std::string codes;
  for (const Diagnostic& item : compiled.diagnostics) codes += std::string(item.code->id) + " ";
  CHECK(codes == "E201 E201 E210 ");
}

TEST_CASE("the place of a mistake is counted in characters from where the text begins") {
  const auto first = compile("участники > 1", Location::in_text("a.yaml", 7, 12), names());
  CHECK(first.diagnostics[0].where.text() == "a.yaml:7:12");
  CHECK(first.diagnostics[0].excerpt == "           участники > 1");
  const auto second = compile("subject = 'Ёлка' or\n  оценка > 1", Location::in_text("a.yaml", 7, 12), names());
  CHECK(second.diagnostics[0].where.text() == "a.yaml:8:3");
  CHECK(second.diagnostics[0].excerpt == "  оценка > 1");
  const auto cell = compile("оценка > 1", Location::in_cell("a.xlsx", "Лист", {1, 2}), names());
  CHECK(cell.diagnostics[0].where.cells);
  CHECK(cell.diagnostics[0].excerpt == "оценка > 1");
}

TEST_CASE("mistakes in a text with expressions") {
  const auto open = compile_text("Итого {{ a + b", Location::in_text("a.md", 4, 1), names());
  REQUIRE(open.diagnostics.size() == 1);
  CHECK(open.diagnostics[0].code->id == "E110");
  CHECK(open.diagnostics[0].where.text() == "a.md:4:7");
  const auto two =
      compile_text("Школы {{ marc2 }},\nбаллы {{ subject + 1 }} и {{ }}", Location::in_text("a.md", 4, 3), names());
  REQUIRE(two.diagnostics.size() == 3);
  CHECK(two.diagnostics[0].where.text() == "a.md:4:12");
  CHECK(two.diagnostics[1].where.text() == "a.md:5:10");
  CHECK(two.diagnostics[2].code->id == "E109");
  const auto quote = compile_text("{{ 'abc }} и {{ a }}", Location::in_text("a.md", 1, 1), names());
  REQUIRE(quote.diagnostics.size() >= 1);
  CHECK(quote.diagnostics[0].code->id == "E102");
}

TEST_CASE("a clause over something that is no list") {
  const auto clause = compile_clause("s in participants", Location::in_text("a.md", 1, 1), names());
  CHECK_FALSE(clause.product);
  REQUIRE(clause.diagnostics.size() == 1);
  CHECK(clause.diagnostics[0].code->id == "E215");
}

TEST_CASE("every code of the room has a case above") {
  std::set<std::string_view> tested{"E110", "E213"};
  for (const Case& item : cases()) tested.insert(item.code);
  std::set<std::string_view> ids;
  for (const Code* code : svod::expression::codes::all) {
    INFO(code->id);
    CHECK(tested.count(code->id) == 1);
    CHECK(ids.insert(code->id).second);
    CHECK_FALSE(code->meaning.empty());
    CHECK_FALSE(code->mend.empty());
  }
}
