#include "plans_world.h"

using namespace world;
using definitions::Clause;
using definitions::Regulation;

namespace {

Clause with(Clause made, std::vector<Clause> inner) {
  made.clauses = std::move(inner);
  return made;
}

Regulation regulation() {
  Regulation made;
  made.id = "rule";
  made.title = said("Положение об оценке");
  made.short_title = said("Положение");
  return made;
}

std::string clauses(World& w, Regulation one, const std::string& keys = "") {
  w.workspace.regulations = {std::move(one)};
  return w.text("```clauses\nof: regulation('rule')\n" + keys + "```\n");
}

}  // namespace

TEST_CASE("clauses are numbered by rule to any depth, items end as lists do") {
  World w;
  Regulation one = regulation();
  one.clauses = {with(clause("Общие положения", {}),
                      {clause("", {"Положение действует везде."}),
                       with(clause("", {"Применяются понятия:"}, {"качество – степень соответствия", "оценка – суждение."}),
                            {with(clause("", {"Уровень три."}), {with(clause("", {"Уровень четыре."}), {with(clause("", {"Пять"}), {clause("", {"Шесть"})})})})})}),
                 clause("Цель", {"Улучшить оценку."})};
  CHECK(clauses(w, one, "level: 2\n") ==
        "## 1. Общие положения\n"
        "1.1. Положение действует везде.\n"
        "1.2. Применяются понятия:\n"
        "– качество~– степень соответствия;\n– оценка~– суждение.\n"
        "1.2.1. Уровень три.\n1.2.1.1. Уровень четыре.\n1) Пять.\nа) Шесть.\n"
        "## 2. Цель\nУлучшить оценку.\n");
  CHECK(w.codes().empty());
}

TEST_CASE("signs that end clauses: a person's own stay, the others are set by rule") {
  World w;
  Regulation one = regulation();
  const auto set = [&](std::vector<Clause> inner) {
    one.clauses = {with(clause("Глава", {}), std::move(inner))};
    return clauses(w, one, "level: 2\n");
  };
  CHECK(set({clause("", {"Порядок определён (далее~– Порядок)"}), clause("", {"Готово?"})}) ==
        "## 1. Глава\n1.1. Порядок определён (далее~– Порядок).\n1.2. Готово?\n");
  // What is listed stands after a colon; inner clauses with a small letter go on the sentence.
  CHECK(set({clause("", {"Участниками являются"}, {"учителя", "воспитатели"})}) ==
        "## 1. Глава\n1.1. Участниками являются:\n– учителя;\n– воспитатели.\n");
  CHECK(set({with(clause("", {"Тур включает"}),
                  {with(clause("", {"рассмотрение заявок"}), {clause("", {"анкет"}), clause("", {"отзывов"})}),
                   clause("", {"оценку работ"})}),
             clause("", {"Конкурс открыт"})}) ==
        "## 1. Глава\n1.1. Тур включает:\n1.1.1. рассмотрение заявок:\n1.1.1.1. анкет;\n1.1.1.2. отзывов;\n"
        "1.1.2. оценку работ.\n1.2. Конкурс открыт.\n");
  CHECK(set({with(clause("", {"Конкурс идёт в два тура"}), {clause("", {"Заочный тур открыт"})})}) ==
        "## 1. Глава\n1.1. Конкурс идёт в два тура.\n1.1.1. Заочный тур открыт.\n");
}

TEST_CASE("numbers as given: a clause without one is a paragraph; items may bring their signs") {
  World w;
  Regulation one = regulation();
  one.numbered_by_rule = false;
  Clause numbered = clause("", {"Пункт."}, {"1) первое", "2) второе"});
  numbered.number = said("3.1.");
  one.clauses = {clause("", {"Просто абзац."}), numbered};
  CHECK(clauses(w, one) == "Просто абзац.\n3.1. Пункт.\n1) первое;\n2) второе.\n");
}

TEST_CASE("a block of text points at the definition that its words come from") {
  World w;
  Regulation one = regulation();
  one.clauses = {clause("", {"Абзац."})};
  one.numbered_by_rule = false;
  one.clauses[0].text[0].at = Location::in_text("regulations/rule.yaml", 12, 7);
  w.workspace.regulations = {one};
  w.body("```clauses\nof: regulation('rule')\n```\n");
  w.order("Положение");
  const auto documents = w.compose();
  REQUIRE(documents.at(0).blocks.size() == 1);
  CHECK(documents[0].blocks[0].origin.file == "regulations/rule.yaml");
  CHECK(documents[0].blocks[0].origin.line == 12);
}

TEST_CASE("clauses can be referred to by their names") {
  World w;
  Regulation one = regulation();
  Clause goal = clause("", {"Цель."}), other = clause("", {"Как в пункте [](#goal)."});
  goal.id = "goal";
  one.clauses = {with(clause("Раздел", {}), {goal, other})};
  CHECK(clauses(w, one) == "# 1. Раздел\n1.1. Цель.\n1.2. Как в пункте~1.1->goal.\n");
  CHECK(w.codes().empty());
}

TEST_CASE("blocks of a plan have their titles before the text; indicators stand by name") {
  PlanWorld w;
  CHECK(w.text("```clauses\nof: plan('map').before\n```\n\n```clauses\nof: plan('map').after\n```\n") ==
        "*Цель.* Повысить качество образования.\n*Задачи:*\n– обучить учителей;\n– подвести итоги.\n"
        "*Показатели:*\n– доля обученных учителей;\n– доля отстающих.\n");
}

TEST_CASE("a passport is a table of titles and what they say") {
  PlanWorld w;
  w.workspace.plans[0].programme.passport = {clause("Цель", {"Повысить качество."}),
                                             with(clause("Задачи", {}), {clause("", {"Учить:"}, {"учителей", "директоров"})})};
  w.workspace.plans[0].programme.passport[1].clauses[0].number = said("1.");
  w.settle();
  CHECK(w.text("```clauses\nof: plan('map').passport\nform: table\nsheet: Паспорт\n```\n") ==
        "table  [Паспорт] \nЦель | Повысить качество.\nЗадачи | 1.~Учить:/–~учителей;/–~директоров.\n");
}

TEST_CASE("a catalogue: criteria over the width, a row for several subjects") {
  World w;
  Regulation one = regulation();
  one.type = Regulation::Type::catalogue;
  Regulation::Row criterion, row;
  criterion.number = said("1.");
  criterion.name = said("Результаты");
  row.number = said("1.1.");
  row.name = said("Средний балл");
  row.unit = said("балл");
  row.subjects = said({"русский язык", "математика"});
  criterion.rows = {row};
  one.rows = {criterion};
  w.workspace.regulations = {one};
  CHECK(w.text("```catalogue\nof: regulation('rule')\nsheet: Показатели\n```\n") ==
        "table  [Показатели] \nhead: №~п/п | Критерий, показатель | Единица измерения\n"
        "group: 1.~Результаты[3x1]\n1.1. | Средний балл:/–~русский язык;/–~математика | балл\n");
}

TEST_CASE("members: people of the register and names that are written; an assignment goes by directions") {
  World w;
  Regulation one = regulation();
  one.type = Regulation::Type::composition;
  Regulation::Member chair, first, second;
  chair.role = said("председатель");
  chair.person = "head";
  first.role = second.role = said("члены группы");
  // The chair is the first of a composition, members go by the alphabet, however they are written.
  first.name = said("Петрова А. Б.");
  first.post = said("методист");
  second.name = said("Иванов В. Г.");
  one.members = {first, second, chair};
  w.workspace.regulations = {one};
  CHECK(w.text("```members\nof: regulation('rule')\nsheet: Состав\n```\n") ==
        "table  [Состав] \nhead: Роль в~составе | Фамилия, инициалы | Должность\n"
        "Председатель | Громова~А.~С. | начальник управления образования\n"
        "Члены группы[1x2] | Иванов~В.~Г. | \nПетрова~А.~Б. | методист\n");
  one.type = Regulation::Type::assignment;
  one.members = {chair};
  one.members[0].duties = said({"Оценка", "Кадры"});
  w.workspace.regulations = {one};
  CHECK(w.text("```members\nof: regulation('rule')\nsheet: Состав\n```\n") ==
        "table  [Состав] \nhead: №~п/п | Направление | Ответственный\n"
        "1 | Оценка | Громова~А.~С.,/начальник управления образования[1x2]\n2 | Кадры\n");
}

TEST_CASE("appendices of a regulation are numbered in their order, plans among them, to any depth") {
  PlanWorld w;
  Regulation rule = regulation(), list = regulation(), scale = regulation(), key = regulation();
  rule.appendices = {"list", "map"};
  list.id = "list";
  list.appendices = {"scale"};
  scale.id = "scale";
  scale.appendices = {"key"};
  key.id = "key";
  w.workspace.regulations = {rule, list, scale, key};
  CHECK(w.text("::: for p in regulation('rule').parts\n{{ p.id }}, {{ p.kind }}: {{ p.mark | join(' / ') }}\n\n:::\n") ==
        "list, regulation: Приложение~№~1 / к~Положению\n"
        "list-scale, regulation: Приложение / к~приложению~№~1 к~Положению\n"
        "list-scale-key, regulation: Приложение / к~приложению к~приложению~№~1 к~Положению\n"
        "map, plan: Приложение~№~2 / к~Положению\n");
}
