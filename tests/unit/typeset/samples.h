#pragma once

#include <string>
#include <vector>

#include "document/document.h"

// Small builders and two whole documents that tests of typesetting and of PDF share.
namespace samples {

using namespace svod::document;

inline Run text(std::string value) {
  Run run;
  run.text = std::move(value);
  return run;
}
inline Run bold(std::string value) {
  Run run = text(std::move(value));
  run.bold = true;
  return run;
}
inline Run italic(std::string value) {
  Run run = text(std::move(value));
  run.italic = true;
  return run;
}
inline Run line_end() {
  Run run;
  run.line_break = true;
  return run;
}
inline Run linked(std::string value, std::string anchor) {
  Run run = text(std::move(value));
  run.link = std::move(anchor);
  return run;
}

template <class Content>
Block block(Content content) {
  Block made;
  made.content = std::move(content);
  made.origin = svod::Location::in_text("templates/sample.md", 1, 1);
  return made;
}
inline Block paragraph(std::string value, Role role = Role::body) {
  return block(Paragraph{{text(std::move(value))}, role});
}
inline Block paragraph(Runs runs, Role role = Role::body) { return block(Paragraph{std::move(runs), role}); }
inline Block heading(int level, std::string number, std::string value, std::string anchor) {
  return block(Heading{level, std::move(number), {text(std::move(value))}, std::move(anchor)});
}
inline Item item(std::string label, std::string value) { return {std::move(label), {paragraph(std::move(value))}}; }

inline Cell cell(std::string value, int columns = 1, int rows = 1) {
  Cell made;
  made.runs.push_back(text(std::move(value)));
  made.columns = columns;
  made.rows = rows;
  return made;
}
inline Row row(std::vector<std::string> values, Row::Kind kind = Row::Kind::body) {
  Row made;
  made.kind = kind;
  for (std::string& value : values) made.cells.push_back(cell(std::move(value)));
  return made;
}
inline Column column(std::string id, bool numeric = false, double weight = 0) {
  return {std::move(id), numeric, weight};
}

inline Document empty(std::string profile = "report") {
  Document made;
  made.name = "sample";
  made.title = "Образец";
  made.author = "Управление образования";
  made.profile = std::move(profile);
  made.date = svod::Date{std::chrono::year{2021}, std::chrono::month{8}, std::chrono::day{25}};
  return made;
}

inline const char* prose() {
  return "В\u00a02021\u00a0году единый государственный экзамен по\u00a0русскому языку сдавали 69\u00a0выпускников "
         "муниципального округа. Минимальный порог преодолели 68\u00a0человек\u00a0– 98,6\u00a0% участников; средний "
         "балл "
         "составил 65,3, что на\u00a01,4\u00a0балла ниже регионального значения. Наибольшее число участников получило "
         "от\u00a060 до\u00a069\u00a0баллов. Результаты выше 80\u00a0баллов показали 18\u00a0выпускников из\u00a0семи "
         "общеобразовательных организаций, среди них МБОУ\u00a0«Ясногорская СОШ» и\u00a0МБОУ\u00a0«Берёзовская СОШ».";
}

inline Table subjects_table() {
  Table table;
  table.caption = "Результаты единого государственного экзамена по предметам";
  table.number = "1";
  table.anchor = "table-1";
  table.columns = {column("subject"),      column("n", true),     column("mean", true),
                   column("region", true), column("below", true), column("high", true)};
  Row top;
  top.cells = {cell("Предмет", 1, 2), cell("Участников", 1, 2), cell("Средний балл", 2),
               cell("Ниже минимума, чел.", 1, 2), cell("80 баллов и выше, %", 1, 2)};
  Row under;
  under.cells = {cell("округ"), cell("область")};
  table.head = {top, under};
  table.rows = {row({"Обязательные предметы"}, Row::Kind::group),
                row({"Русский язык", "69", "65,3", "66,7", "1", "26,1"}),
                row({"Математика (профильный уровень)", "32", "52,91", "54,6", "1", "3,1"}),
                row({"Предметы по выбору"}, Row::Kind::group),
                row({"Обществознание", "30", "49,7", "51,2", "6", "0,0"}),
                row({"История", "17", "56,1", "55,0", "2", "–"}),
                row({"Физика", "16", "48,2", "52,3", "3", "6,3"}),
                row({"Биология", "1\u202f015", "44,6", "…", "2", "×"}),
                row({"Английский язык", "1", "78", "70,4", "–", "–"}),
                row({"Всего результатов", "1\u202f202", "", "", "19", "12,4"}, Row::Kind::total)};
  table.rows[0].cells[0].columns = 6;
  table.rows[3].cells[0].columns = 6;
  table.legend = {"«–» явление отсутствует; «…» нет данных; «×» не применяется.",
                  "Источники: протоколы экзаменационных комиссий, 10 школ из 10."};
  return table;
}

inline Table long_table(int rows, std::string number = "2") {
  Table table;
  table.caption = "Средняя отметка по школам";
  table.number = std::move(number);
  table.columns = {column("n", true),    column("school"),        column("pupils", true),
                   column("mean", true), column("quality", true), column("note")};
  table.head = {row({"№", "Школа", "Участников", "Средняя отметка", "Качество, %", "Примечание"})};
  for (int i = 1; i <= rows; ++i) {
    table.rows.push_back(
        row({std::to_string(i), "МБОУ\u00a0«Средняя общеобразовательная школа №\u00a0" + std::to_string(i) + "»",
             std::to_string(7 + i * 13 % 90), "3," + std::to_string(10 + i * 7 % 90),
             std::to_string(20 + i * 11 % 70) + "," + std::to_string(i % 10),
             i % 4 == 0 ? "данные уточнены по протоколу" : ""}));
  }
  table.rows.push_back(row({"", "Всего", "948", "3,99", "67,8", ""}, Row::Kind::total));
  return table;
}

inline Document report() {
  Document made = empty("report");
  made.title = "Результаты государственной итоговой аттестации в Кемеровском муниципальном округе в 2021 году";
  made.mark = "Учебные данные. НЕ ДЛЯ ПОДПИСИ: нет данных 3 школ из 18";
  auto& b = made.blocks;
  b.push_back(paragraph(
      Runs{text("Администрация Кемеровского муниципального округа"), line_end(), text("Управление образования")},
      Role::letterhead));
  b.push_back(paragraph("Результаты государственной итоговой аттестации", Role::title));
  b.push_back(paragraph("Аналитический отчёт за 2020/21 учебный год", Role::subtitle));
  b.push_back(paragraph("Кемерово, 2021", Role::imprint));
  b.push_back(block(PageBreak{}));
  b.push_back(block(Contents{"Содержание", 2}));
  b.push_back(block(PageBreak{}));
  b.push_back(heading(
      1, "1", "Анализ проведённых процедур оценки качества образования в общеобразовательных организациях", "h1"));
  b.push_back(
      paragraph("Средний балл по русскому языку ниже областного на 1,4 балла; по истории и английскому языку "
                "выпускники округа показали результат выше, чем в области в среднем.",
                Role::lead));
  b.push_back(heading(2, "1.1", "Единый государственный экзамен", "h11"));
  b.push_back(paragraph(prose()));
  b.push_back(paragraph(Runs{text("Итоги по предметам показывает "), linked("таблица\u00a01", "table-1"),
                             text(". Доля высоких результатов "), bold("заметно выросла"), text(", "),
                             italic("хотя число участников"), text(" уменьшилось.")}));
  b.push_back(block(subjects_table()));
  b.push_back(paragraph(prose()));
  b.push_back(heading(2, "1.2", "Основной государственный экзамен", "h12"));
  b.push_back(paragraph(prose()));
  b.push_back(block(long_table(60)));
  b.push_back(heading(1, "2", "Рекомендации", "h2"));
  List list;
  list.items = {item("–", "усилить работу со\u00a0школами с\u00a0низкими образовательными результатами;"),
                item("–", std::string("провести семинары для учителей математики; ") + prose())};
  List inner;
  inner.items = {
      item("–", "вложенный пункт первый, который достаточно длинен, чтобы занять больше одной строки на странице;"),
      item("–", "вложенный пункт второй.")};
  list.items[1].blocks.push_back(block(inner));
  b.push_back(block(list));
  b.push_back(heading(3, "2.1.1", "Школам", "h211"));
  for (int i = 0; i < 6; ++i) b.push_back(paragraph(prose()));
  return made;
}

inline Document order() {
  Document made = empty("official");
  made.title = "Приказ об итогах аттестации";
  made.mark = "Учебные данные";
  auto& b = made.blocks;
  b.push_back(paragraph(
      Runs{text("АДМИНИСТРАЦИЯ КЕМЕРОВСКОГО МУНИЦИПАЛЬНОГО ОКРУГА"), line_end(), bold("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ")},
      Role::letterhead));
  b.push_back(paragraph("ПРИКАЗ", Role::kind));
  b.push_back(block(DateAndNumber{"25\u00a0августа 2021\u00a0г.", "№\u00a0132", "г.\u00a0Кемерово"}));
  b.push_back(
      paragraph("О\u00a0результатах государственной итоговой аттестации в\u00a02021\u00a0году и\u00a0мерах "
                "по\u00a0повышению качества образования",
                Role::subject));
  b.push_back(paragraph(
      "В\u00a0соответствии с\u00a0Федеральным законом от\u00a029\u00a0декабря 2012\u00a0г. №\u00a0273-ФЗ "
      "«Об\u00a0образовании в\u00a0Российской Федерации», на\u00a0основании анализа результатов государственной "
      "итоговой аттестации"));
  b.push_back(paragraph("приказываю:", Role::command));
  List list;
  list.numbered = true;
  list.items = {
      item("1.",
           "Утвердить план мероприятий («дорожную карту») по\u00a0повышению качества образования на\u00a02021/22 "
           "учебный год согласно приложению к\u00a0настоящему приказу."),
      item("2.", "Руководителям общеобразовательных организаций:")};
  List inner;
  inner.numbered = true;
  inner.items = {item("2.1.",
                      "Провести анализ результатов аттестации на\u00a0педагогических советах. Срок: "
                      "до\u00a015\u00a0сентября 2021\u00a0г."),
                 item("2.2.", std::string("Разработать планы. ") + prose())};
  list.items[1].blocks.push_back(block(inner));
  for (int i = 3; i < 8; ++i) list.items.push_back(item(std::to_string(i) + ".", prose()));
  b.push_back(block(list));
  b.push_back(block(Signature{"Начальник управления образования администрации Кемеровского муниципального округа",
                              "И.\u00a0И.\u00a0Иванова"}));
  b.push_back(block(AppendixMark{{"Приложение", "к\u00a0приказу управления образования", "от 25.08.2021 №\u00a0132"}}));
  b.push_back(heading(1, "", "План мероприятий по повышению качества образования", "app"));
  Table plan = long_table(45, "1");
  b.push_back(block(plan));
  b.push_back(block(subjects_table()));
  return made;
}

}  // namespace samples
