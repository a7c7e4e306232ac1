#include "bench.h"
#include "catch.h"

using namespace bench;
namespace codes = svod::review::codes;
using Told = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

namespace {

Reviewed of_table(const std::vector<std::string>& head, const Rows& rows) {
  Workspace workspace;
  Paper note;
  note.id = "note";
  note.type = Paper::Type::note;
  Clause body = clause("Результаты", {});
  body.tables = {table(head, rows)};
  note.body = {body};
  workspace.papers.push_back(note);
  return review(workspace);
}

const std::vector<std::string> kMarks{"№", "ОО", "Кол-во", "\"2\"", "\"3\"", "\"4\"", "\"5\"", "Средняя"};
const std::vector<std::string> kBands{"ОО", "Кол-во", "0-35", "36-39", "40-59", "60-79", "80-99", "100", "Ср. балл"};

std::string all(const Reviewed& reviewed) {
  std::string text;
  for (const svod::Code* code : {&codes::sum, &codes::percent, &codes::mean, &codes::attainable}) {
    for (const std::string& one : reviewed.of(*code)) text += one + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("V10: parts make their number, rows make their total") {
  CHECK(all(of_table(kMarks, {{"1", "Первая СОШ", "8", "0", "3", "5", "0", "3,63"},
                              {"2", "Вторая СОШ", "4", "–", "1", "3", "–", "3,75"},
                              {"", "Итого", "12", "0", "4", "8", "0", "3,67"}}))
            .empty());
  CHECK(of_table(kMarks, {{"1", "Первая СОШ", "8", "0", "3", "4", "0", "3,63"}}).of(codes::sum) ==
        Told{"error: «Первая СОШ»: сумма частей 7, а в графе «Кол-во» стоит 8"});
  CHECK(of_table(kMarks, {{"1", "Первая СОШ", "8", "0", "3", "5", "0", "3,63"},
                          {"2", "Вторая СОШ", "4", "0", "1", "3", "0", "3,75"},
                          {"", "Итого", "13", "0", "4", "9", "0", "3,69"}})
            .of(codes::sum) == Told{"error: «Итого»: в графе «Кол-во» стоит 13, а сумма строк 12",
                                    "error: «Итого»: в графе «\"4\"» стоит 9, а сумма строк 8"});
}

TEST_CASE("V11: percents under a total; their sum may be 99 or 101") {
  const Rows rows{{"Первая СОШ", "9", "1", "2", "2", "2", "2", "0", "55"},
                  {"Вторая СОШ", "7", "1", "0", "3", "2", "1", "0", "57"}};
  Rows right = rows;
  right.push_back({"Итого", "16", "2", "2", "5", "4", "3", "0", "56"});
  right.push_back({"%", "", "13", "13", "31", "25", "19", "0", ""});
  CHECK(all(of_table(kBands, right)).empty());
  right.back() = {"%", "", "13", "13", "31", "25", "18", "0", ""};
  CHECK(of_table(kBands, right).of(codes::percent) == Told{"error: графа «80-99»: 18 %, а 3 из 16 – это 18,8 %"});
}

TEST_CASE("V11: groups of one whole are counted from one number") {
  const std::vector<std::string> head{"Категория", "Численность, чел.", "Доля, %"};
  CHECK(of_table(head, {{"высшая", "127", "51"}, {"первая", "100", "32"}, {"соответствие", "59", "17"}})
            .of(codes::percent)
            .size() == 3);
  CHECK(all(of_table(head, {{"высшая", "127", "44,4"}, {"первая", "100", "35,0"}, {"соответствие", "59", "20,6"}}))
            .empty());
}

TEST_CASE("V11: a share in a text") {
  CHECK(review_text("результат достигли 28 из 40 (75 %)").of(codes::percent) ==
        Told{"error: названо 75 %, а 28 из 40 – это 70,0 %"});
  CHECK(review_text("36 % (128 из 286) старше 50 лет").of(codes::percent).size() == 1);
  CHECK(review_text("44,8 % (128 из 286); 2 из 3 участников (67 %); 7 из 9 баллов").of(codes::percent) == Told{});
}

TEST_CASE("V12: means follow from marks, bands and rows") {
  CHECK(of_table(kMarks, {{"1", "Первая СОШ", "8", "0", "3", "5", "0", "3,65"}}).of(codes::mean) ==
        Told{"error: «Первая СОШ»: среднее 3,65, а по частям 3,63"});
  CHECK(of_table(kBands, {{"Первая СОШ", "2", "0", "0", "2", "0", "0", "0", "72"}}).of(codes::mean).size() == 1);
  CHECK(of_table(kBands, {{"Первая СОШ", "2", "0", "0", "2", "0", "0", "0", "58,5"}}).of(codes::mean) == Told{});
  const std::vector<std::string> head{"Школа", "Количество участников", "Средний балл"};
  CHECK(of_table(head, {{"Первая", "30", "60,1"}, {"Вторая", "10", "40,3"}, {"Итого", "40", "50,2"}})
            .of(codes::mean)
            .size() == 1);
  CHECK(all(of_table(head, {{"Первая", "30", "60,1"}, {"Вторая", "10", "40,3"}, {"Итого", "40", "55,2"}})).empty());
}

TEST_CASE("V13: a share that so many people can have") {
  const std::vector<std::string> head{"Школа", "Количество участников", "Качество, %"};
  CHECK(of_table(head, {{"Первая", "7", "50"}}).of(codes::attainable) ==
        Told{"warning: «Первая»: доли 50 % у 7 участников быть не может"});
  CHECK(of_table(head, {{"Первая", "7", "57"}, {"Вторая", "8", "62,5"}, {"Третья", "398", "67,8"}})
            .of(codes::attainable) == Told{});
  const std::vector<std::string> means{"Школа", "Количество участников", "Средний балл"};
  CHECK(of_table(means, {{"Первая", "3", "50,5"}}).of(codes::attainable).size() == 1);
  CHECK(of_table(means, {{"Первая", "3", "50,3"}}).of(codes::attainable) == Told{});
}

TEST_CASE("V14: a text and its table say one figure") {
  Workspace workspace;
  Plan one = plan({});
  one.indicators = {
      indicator("Доля выпускников основной школы, продолживших обучение", "%", {{2022, "56,3"}, {2023, "59"}})};
  one.before = {clause("Показатели",
                       {"Доля выпускников основной школы, продолживших обучение, в 2022 году составит 58 процентов.",
                        "Доля выпускников основной школы, продолживших обучение, в 2023 году составит 59 процентов."})};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::bound_figure).size() == 1);
}

/// A table of a document, made by a template.
svod::document::Block printed_table(const std::vector<std::string>& head, const std::vector<std::string>& row) {
  svod::document::Table made;
  svod::document::Row first, second;
  const auto cell = [](const std::string& text) {
    svod::document::Cell one;
    one.runs.emplace_back();
    one.runs.back().text = text;
    return one;
  };
  for (const std::string& text : head) made.columns.emplace_back(), first.cells.push_back(cell(text));
  for (const std::string& text : row) second.cells.push_back(cell(text));
  made.head = {first};
  made.rows = {second};
  return {made, svod::Location::in_text("templates/note.md", 7, 1)};
}

TEST_CASE("V14: words of a document and its table say one figure") {
  Workspace workspace;
  const auto told = [&](const std::string& text) {
    svod::document::Document document;
    document.name = "Справка";
    document.blocks = {paragraph(text, svod::document::Role::body, 3),
                       printed_table({"Школа", "Число участников"}, {"Луговая школа", "28"})};
    return review(workspace, {&document}).of(codes::bound_figure).size();
  };
  CHECK(told("Число участников в Луговой школе – 27.") == 1);
  CHECK(told("Число участников в Луговой школе – 28.") == 0);
  CHECK(told("Число участников в Заречной школе – 27.") == 0);
}

TEST_CASE("V31: a table of a document is of the year of its section") {
  Workspace workspace;
  const auto told = [&](const std::string& heading, const std::string& column) {
    svod::document::Heading head;
    head.runs.emplace_back();
    head.runs.back().text = heading;
    svod::document::Document document;
    document.name = "Справка";
    document.blocks = {{head, svod::Location::in_text("templates/note.md", 5, 1)},
                       printed_table({"Школа", column}, {"Луговая школа", "28"})};
    return review(workspace, {&document}).of(codes::period).size();
  };
  CHECK(told("Результаты 2021 года", "2020 год") == 1);
  CHECK(told("Результаты 2021 года", "2021 год") == 0);
  CHECK(told("Результаты", "2020 год") == 0);
}

TEST_CASE("V31: a table is of the year that its heading names") {
  Workspace workspace;
  Paper note;
  note.id = "note";
  note.type = Paper::Type::note;
  Clause wrong = clause("Результаты 2021 года", {}), right = clause("Результаты 2021 года", {});
  wrong.tables = {table({"Школа", "Балл"}, {{"Первая", "50"}}, "Результаты ЕГЭ 2020 года")};
  right.tables = {table({"Школа", "2020", "2021"}, {{"Первая", "50", "51"}})};
  note.body = {wrong, right};
  workspace.papers.push_back(note);
  CHECK(review(workspace).of(codes::period) == Told{"warning: раздел о 2021, а таблица о 2020"});
}
