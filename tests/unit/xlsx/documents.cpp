#include "documents.h"

#include <map>

#include "expression/expression.h"

namespace svod::xlsx::samples {
namespace {

using document::Cell;
using document::Column;
using document::Formula;
using document::Row;
using document::Table;
constexpr auto body = Row::Kind::body;
constexpr auto group = Row::Kind::group;
constexpr auto total = Row::Kind::total;

// Compiled once a text: the long table has as many rows as this has calls.
Formula by_row(const std::string& source) {
  static std::map<std::string, Formula> compiled;
  if (const auto found = compiled.find(source); found != compiled.end()) return found->second;
  expression::NameTable names;
  for (const char* name : {"n", "m2", "m3", "m4", "m5", "mean", "quality"}) names.add(name, expression::Type::number());
  Formula formula;
  formula.kind = Formula::Kind::row;
  formula.expression = expression::compile(source, Location::in_text("templates/report.md", 12, 3), names).product;
  return compiled.emplace(source, std::move(formula)).first->second;
}

Cell with(Cell cell, Formula formula) {
  cell.formula = std::move(formula);
  return cell;
}

struct School {
  const char* name;
  int m2, m3, m4, m5;
};

Number mean(const School& s) {
  return *Number::ratio(2 * s.m2 + 3 * s.m3 + 4 * s.m4 + 5 * s.m5, s.m2 + s.m3 + s.m4 + s.m5);
}

Number quality(const School& s) { return *Number::ratio(100 * (s.m4 + s.m5), s.m2 + s.m3 + s.m4 + s.m5); }

Row school_row(const School& s) {
  const int n = s.m2 + s.m3 + s.m4 + s.m5;
  return row(body, {text(s.name), with(figure(n), by_row("m2 + m3 + m4 + m5")), figure(s.m2), figure(s.m3),
                    figure(s.m4), figure(s.m5),
                    with(figure(mean(s), 2), by_row("(2 * m2 + 3 * m3 + 4 * m4 + 5 * m5) / n")),
                    with(figure(quality(s), 1, true), by_row("(m4 + m5) / n * 100"))});
}

Row total_row(const char* title, const School& s) {
  const int n = s.m2 + s.m3 + s.m4 + s.m5;
  const auto sum = [](int value) { return calculated(figure(value), Formula::Kind::sum); };
  return row(total, {text(title), sum(n), sum(s.m2), sum(s.m3), sum(s.m4), sum(s.m5),
                     calculated(figure(mean(s), 2), Formula::Kind::weighted_mean, "n"),
                     calculated(figure(quality(s), 1, true), Formula::Kind::weighted_mean, "n")});
}

void add_head(Table& table) {
  table.columns = {{"school", false, 0}, {"n", true, 0}, {"m2", true, 0}, {"m3", true, 0},
                   {"m4", true, 0}, {"m5", true, 0}, {"mean", true, 0}, {"quality", true, 0}};
  table.head.push_back(row(body, {text("Общеобразовательная организация", 1, 2), text("Участников", 1, 2),
                                  text("Получили отметку", 4), text("Средняя отметка", 1, 2),
                                  text("Качество обучения, %", 1, 2)}));
  table.head.push_back(row(body, {text("«2»"), text("«3»"), text("«4»"), text("«5»")}));
}

constexpr School kSchools[] = {{"Арсентьевская СОШ", 0, 7, 11, 3},
                               {"Берёзовская СОШ имени первых строителей посёлка и шахты", 1, 12, 9, 8},
                               {"Елыкаевская СОШ", 0, 20, 14, 7},
                               {"=СУММ(A1)", 0, 3, 5, 1}};

School add(const School& a, const School& b) {
  return {"", a.m2 + b.m2, a.m3 + b.m3, a.m4 + b.m4, a.m5 + b.m5};
}

}  // namespace

Table marks_table() {
  Table table;
  table.caption = "Результаты ОГЭ по русскому языку в общеобразовательных организациях муниципального округа";
  table.number = "1";
  table.anchor = "oge-russian";
  table.sheet = "ОГЭ: русский язык";
  add_head(table);
  School all{"", 0, 0, 0, 0};
  for (const School& school : kSchools) {
    table.rows.push_back(school_row(school));
    all = add(all, school);
  }
  table.rows.push_back(total_row("Итого", all));
  const int n = all.m2 + all.m3 + all.m4 + all.m5;
  const auto share = [n](int count) {
    return calculated(figure(*Number::ratio(100 * count, n), 1, true), Formula::Kind::share, "n");
  };
  table.rows.push_back(row(total, {text("Доля участников"), share(n), share(all.m2), share(all.m3), share(all.m4),
                                   share(all.m5), text(""), text("")}));
  table.legend = {"По данным 4 школ из 4."};
  return table;
}

Table groups_table() {
  Table table;
  table.caption = "Результаты по типам школ";
  table.number = "2";
  table.sheet = "ОГЭ: русский язык";  // the same name again
  add_head(table);
  School all{"", 0, 0, 0, 0};
  for (int half = 0; half < 2; ++half) {
    table.rows.push_back(row(group, {text(half == 0 ? "Городские школы муниципального округа" : "Сельские школы", 8)}));
    School some{"", 0, 0, 0, 0};
    for (int i = 0; i < 2; ++i) {
      const School& school = kSchools[half * 2 + i];
      table.rows.push_back(school_row(school));
      some = add(some, school);
    }
    Row absent = row(body, {text("Школа без сведений")});
    for (int c = 0; c < 7; ++c) absent.cells.push_back(sign(half == 0 ? State::missing : State::not_applicable));
    table.rows.push_back(absent);
    table.rows.push_back(total_row("Итого по группе", some));
    all = add(all, some);
  }
  table.rows.push_back(total_row("Всего", all));
  table.legend = {"… – нет данных", "× – показатель не применяется"};
  return table;
}

document::Document whole_document() {
  document::Document result = document();
  result.mark = "Учебные данные. НЕ ДЛЯ ПОДПИСИ: нет данных 3 школ из 18 & ещё 1";
  document::Heading heading;
  heading.number = "1";
  heading.runs = {{"Анализ процедур оценки качества", false, false, false, false, {}, {}}};
  result.blocks.push_back({heading, {}});
  result.blocks.push_back(block(marks_table(), 10));
  result.blocks.push_back(block(groups_table(), 20));
  heading.number = "2";
  heading.runs[0].text = "Тенденции";
  result.blocks.push_back({heading, {}});
  Table wide;
  wide.caption = "Средний балл по предметам";
  wide.number = "3";
  wide.sheet = "Предметы [все] / 2021: что*где?";
  wide.columns.push_back({"school", false, 0});
  wide.head.push_back(row(body, {text("Школа")}));
  for (int c = 0; c < 14; ++c) {
    wide.columns.push_back({"c" + std::to_string(c), true, 0});
    wide.head[0].cells.push_back(text("Обществознание " + std::to_string(c + 1)));
  }
  for (int r = 0; r < 60; ++r) {
    Row line = row(body, {text("Школа № " + std::to_string(r + 1))});
    for (int c = 0; c < 14; ++c) line.cells.push_back(figure(*Number::ratio(1000 * r + 17 * c, 7), 2));
    wide.rows.push_back(line);
  }
  result.blocks.push_back(block(wide, 30));
  result.sources = {{"submissions/oge.xlsx", "Отметки ОГЭ экзаменационного центра", std::string(64, 'a')},
                    {"register.yaml", "Реестр школ", std::string(64, 'b')}};
  return result;
}

document::Document long_document(int rows) {
  document::Document result = document();
  Table table;
  table.caption = "Длинная таблица с названием, которое шире двух её столбцов и потому переносится";
  add_head(table);
  School all{"", 0, 0, 0, 0};
  for (int r = 0; r < rows; ++r) {
    table.rows.push_back(school_row(kSchools[r % 3]));
    all = add(all, kSchools[r % 3]);
  }
  table.rows.push_back(total_row("Итого", all));
  result.blocks.push_back(block(table));
  return result;
}

document::Document plan_document() {
  using namespace std::chrono;
  using Kind = document::Row::Kind;
  const auto day = [](int y, unsigned m, unsigned d) { return Date{year{y}, month{m}, std::chrono::day{d}}; };
  document::Table measures;
  measures.caption = "Дорожная карта";
  measures.sheet = "Мероприятия";
  measures.anchor = "measures";
  measures.filter = true;
  measures.bar_from = "from";
  measures.bar_to = "to";
  for (const char* id : {"number", "text", "section", "term", "from", "to", "status"}) measures.columns.push_back({id});
  measures.columns[6].choices = {"запланировано", "начато", "исполнено", "отменено"};
  document::Row above, below;
  for (const char* title : {"№", "Мероприятие", "Раздел", "Срок", "Начало", "Окончание", "Состояние"}) {
    above.cells.push_back(text(title, 1, 2));
  }
  above.cells.push_back(text("2022", 3));
  for (unsigned m = 1; m <= 3; ++m) {
    document::Column column;
    column.id = "month" + std::to_string(m);
    column.month = day(2022, m, 1);
    measures.columns.push_back(column);
    below.cells.push_back(text(m == 1 ? "янв" : m == 2 ? "фев" : "мар"));
  }
  measures.head = {above, below};
  const auto dated = [](std::optional<Date> date, std::string shown) {
    document::Cell cell = text(std::move(shown));
    cell.date = date;
    return cell;
  };
  const auto months = [](document::Row row, std::initializer_list<bool> bars) {
    for (const bool bar : bars) row.cells.emplace_back().shaded = bar;
    return row;
  };
  const std::string section = "1. Подготовка «первая» *";
  measures.rows.push_back(months(row(Kind::body, {text("1"), text("Семинар"), text("1. Подготовка", 1, 2),
                                                  text("1 февраля – 15 марта"), dated(day(2022, 2, 1), "01.02.2022"),
                                                  dated(day(2022, 3, 15), "15.03.2022"), text("исполнено")}),
                                 {false, true, true}));
  measures.rows.push_back(months(row(Kind::body, {text("2"), text("Отчёт"), text("до 20 января"), dated({}, ""),
                                                  dated(day(2022, 1, 20), "20.01.2022"), text("запланировано")}),
                                 {true, false, false}));
  measures.rows.push_back(months(row(Kind::body, {text("3"), text("Проверки"), text(section), text("январь, март"),
                                                  dated(day(2022, 1, 1), "01.01.2022"),
                                                  dated(day(2022, 3, 31), "31.03.2022"), text("исполнено")}),
                                 {true, false, true}));
  document::Table progress;
  progress.caption = "Выполнение";
  progress.sheet = "Выполнение";
  progress.columns = {{"section", false, 0}, {"all", true, 0}, {"done", true, 0}, {"share", true, 0}};
  progress.head = {row(Kind::body, {text("Раздел"), text("Всего"), text("Исполнено"), text("Доля")})};
  const auto counted = [](int number, std::vector<std::pair<std::string, std::string>> where) {
    document::Cell cell = figure(number);
    cell.formula.kind = document::Formula::Kind::count;
    cell.formula.table = "measures";
    cell.formula.where = std::move(where);
    return cell;
  };
  expression::NameTable names;
  for (const char* id : {"all", "done"}) names.add(id, expression::Type::number());
  document::Cell share = figure(50, 1, true);
  share.formula.kind = document::Formula::Kind::row;
  share.formula.expression = expression::compile("done / all * 100", {}, names).product;
  progress.rows.push_back(
      row(Kind::body, {text("1. Подготовка"), counted(2, {{"section", "1. Подготовка"}}),
                       counted(1, {{"section", "1. Подготовка"}, {"status", "исполнено"}}), share}));
  progress.rows.push_back(
      row(Kind::body, {text(section), counted(1, {{"section", section}}),
                       counted(1, {{"section", section}, {"status", "исполнено"}}), figure(100, 1, true)}));
  progress.rows.push_back(row(Kind::total, {text("Всего"), counted(3, {}), counted(2, {{"status", "исполнено"}}),
                                            figure(*Number::ratio(200, 3), 1, true)}));
  document::Table control;
  control.caption = "Контроль";
  control.sheet = "Контроль";
  control.filter = true;
  control.columns = {{"due", false, 0}, {"text", false, 0}, {"status", false, 0}};
  control.columns[2].choices = {"на контроле", "исполнено"};
  control.head = {row(Kind::body, {text("Исполнить до"), text("Поручение"), text("Состояние")})};
  control.rows.push_back(
      row(Kind::body, {dated(day(2022, 1, 20), "20.01.2022"), text("Отчёт"), text("на контроле")}));
  document::Document result = document();
  result.blocks.push_back(block(std::move(measures)));
  result.blocks.push_back(block(std::move(progress), 9));
  result.blocks.push_back(block(std::move(control), 9));
  return result;
}

}  // namespace svod::xlsx::samples
