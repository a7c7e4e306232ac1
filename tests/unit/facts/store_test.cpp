#include "facts/store.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "catch.h"
#include "facts/codes.h"

using namespace svod;
using namespace svod::facts;
using definitions::Field;
using definitions::FieldType;
using definitions::Form;

namespace {

Field field(std::string name, FieldType type, int decimals = 0) {
  Field made;
  made.name = std::move(name);
  made.title = made.name;
  made.type = type;
  made.decimals = decimals;
  return made;
}

definitions::Workspace workspace() {
  definitions::Workspace made;
  made.year = 2021;
  made.municipalities = {{"north", "Северный район", "", {}}, {"south", "Южный район", "", {}}};
  for (const auto& [id, municipality] : {std::pair{"a", "north"}, {"b", "north"}, {"c", "south"}}) {
    definitions::School school;
    school.id = id;
    school.municipality = municipality;
    made.schools.push_back(std::move(school));
  }
  Form form;
  form.name = "marks";
  form.title = "Отметки";
  form.fields = {field("school", FieldType::school), field("subject", FieldType::choice),
                 field("n", FieldType::integer),     field("mean", FieldType::number, 2),
                 field("medal", FieldType::boolean), field("day", FieldType::date)};
  form.fields[1].choices = {{"Химия", {}}, {"Биология", {}}};
  form.keys = {"school", "subject"};
  made.forms.push_back(std::move(form));
  return made;
}

StoredCell number(const char* digits) { return {State::value, *Number::parse(digits), {}}; }
StoredCell text(std::string value) { return {State::value, {}, std::move(value)}; }
StoredCell absent(State state = State::missing) { return {state, {}, {}}; }

struct Filled {
  definitions::Workspace workspace = ::workspace();
  std::unique_ptr<Store> store;

  explicit Filled(const std::filesystem::path& file = {}) {
    store = std::move(Store::create(file, workspace).product);
    const int source = store->add_file({"submissions/a.xlsx", "00", "marks"});
    Block block;
    block.file = source;
    block.sheet = "Лист1";
    block.columns = {{"school", 0}, {"subject", 1}, {"n", 3}};
    const int id = store->add_block(block);
    const auto row = [&](std::uint32_t r, const char* school, const char* subject, StoredCell n, StoredCell mean,
                         StoredCell medal) {
      return Row{
          id, r, {text(school), text(subject), std::move(n), std::move(mean), std::move(medal), text("2021-06-30")}};
    };
    const std::vector<Row> rows{
        row(1, "a", "Химия", number("10"), number("3.5"), text("1")),
        row(2, "a", "Биология", number("4"), number("4.25"), text("0")),
        row(3, "b", "Химия", absent(State::zero), absent(), absent(State::zero)),
        row(4, "c", "Химия", absent(), number("5"), absent()),
        row(5, "c", "Биология", number("7"), absent(State::not_applicable), text("1")),
    };
    store->add_rows(form(), rows);
    store->add_submission("marks", "c", source);
    store->add_submission("marks", "a", source);
    store->seal();
  }
  const Form& form() const { return workspace.forms[0]; }
  expression::Tree tree(const std::string& source) const {
    auto compiled = expression::compile(source, {}, form().names());
    REQUIRE(compiled.product);
    return compiled.product;
  }
  std::string ask(Aggregate what) const {
    what.form = &form();
    std::string result;
    for (const Group& group : store->aggregate(what)) {
      for (const std::string& key : group.key) result += key + " ";
      result += group.numerator.text() + " / " + group.denominator.text() + " of " + std::to_string(group.rows) +
                " without " + std::to_string(group.left_out) + "\n";
    }
    return result;
  }
};

std::string codes_of(const Diagnostics& diagnostics) {
  std::string result;
  for (const Diagnostic& d : diagnostics) result += std::string(d.code->id) + " ";
  return result;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("sums by field and municipality; a nought of a sign is a figure, an absent one is left out") {
  const Filled facts;
  Aggregate sum;
  sum.numerator = facts.tree("n");
  CHECK(facts.ask(sum) == "21 / 4 of 4 without 1\n");
  sum.group_by = {"subject"};
  CHECK(facts.ask(sum) == "Биология 11 / 2 of 2 without 0\nХимия 10 / 2 of 2 without 1\n");
  sum.group_by = {"municipality"};
  CHECK(facts.ask(sum) == "north 14 / 3 of 3 without 0\nsouth 7 / 1 of 1 without 1\n");
  sum.where = facts.tree("n > 0 and year = 2021");
  CHECK(facts.ask(sum) == "north 14 / 2 of 2 without 0\nsouth 7 / 1 of 1 without 0\n");
}

TEST_CASE("denominators of a row's own, truths, extremes, different values") {
  const Filled facts;
  Aggregate mean;
  mean.numerator = facts.tree("mean / n");
  CHECK(facts.ask(mean) == "1.4125 / 2 of 2 without 3\n");
  Aggregate truth;
  truth.numerator = facts.tree("medal");
  CHECK(facts.ask(truth) == "2 / 4 of 4 without 1\n");
  Aggregate greatest;
  greatest.function = Aggregate::Function::maximum;
  greatest.numerator = facts.tree("mean");
  CHECK(facts.ask(greatest) == "5 / 1 of 3 without 2\n");
  greatest.function = Aggregate::Function::minimum;
  greatest.numerator = facts.tree("mean / 2");
  CHECK(facts.ask(greatest) == "1.75 / 1 of 3 without 2\n");
  Aggregate different;
  different.distinct = {"school"};
  CHECK(facts.ask(different) == "3 / 1 of 5 without 0\n");
  different.group_by = {"subject"};
  CHECK(facts.ask(different) == "Биология 2 / 1 of 2 without 0\nХимия 3 / 1 of 3 without 0\n");
}

TEST_CASE("what SQL can't say is computed row by row, to the same result") {
  const Filled facts;
  Aggregate sum;
  sum.numerator = facts.tree("n");
  sum.group_by = {"municipality", "subject"};
  sum.where = facts.tree("lower(subject) = 'химия'");
  CHECK(facts.ask(sum) == "north Химия 10 / 2 of 2 without 0\nsouth Химия 0 / 0 of 0 without 1\n");
  sum.where = facts.tree("subject = 'Химия'");
  CHECK(facts.ask(sum) == "north Химия 10 / 2 of 2 without 0\nsouth Химия 0 / 0 of 0 without 1\n");
  definitions::Workspace workspace = facts.workspace;
  definitions::Indicator indicator;
  indicator.form = "marks";
  indicator.title = "Проба";
  indicator.where = facts.tree("lower(subject) = 'химия'");
  workspace.indicators.push_back(indicator);
  const Diagnostics found = check_expressions(workspace);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code->id == codes::by_rows.id);
}

TEST_CASE("rows come back in their order with states and cells") {
  const Filled facts;
  const auto rows = facts.store->rows(facts.form(), nullptr, {{"subject", "Химия"}});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].row.sheet_row == 1);
  CHECK(rows[0].cells.at("n") == CellRef{1, 3});
  CHECK(rows[0].cells.find("mean") == rows[0].cells.end());
  CHECK(rows[0].row.cells[3].number == *Number::parse("3.5"));
  CHECK(rows[0].file == "submissions/a.xlsx");
  CHECK(rows[0].sheet == "Лист1");
  CHECK(rows[1].row.cells[2].state == State::zero);
  CHECK(rows[1].row.cells[3].state == State::missing);
  CHECK(rows[2].row.cells[2].state == State::missing);
  CHECK(facts.store->rows(facts.form(), facts.tree("mean >= 5"), {}).size() == 1);
  CHECK(facts.store->rows(facts.form(), nullptr, {{"municipality", "north"}}).size() == 3);
  CHECK(facts.store->rows(facts.form(), nullptr, {{"mean", "4.25"}, {"medal", "0"}}).size() == 1);
  CHECK(facts.store->rows(facts.form(), nullptr, {{"school", "'; DROP TABLE files; --"}}).empty());
  CHECK(facts.store->rows(facts.form(), facts.tree("lower(subject) = 'химия'"), {}).size() == 3);
}

TEST_CASE("values in the order of choices, numbers by size, bands by their beginning") {
  Filled facts;
  CHECK(facts.store->values(facts.form(), "subject") == std::vector<std::string>{"Химия", "Биология"});
  CHECK(facts.store->values(facts.form(), "n") == std::vector<std::string>{"0", "4", "7", "10"});
  CHECK(facts.store->submitted("marks") == std::vector<std::string>{"a", "c"});

  definitions::Workspace banded = workspace();
  banded.forms[0].fields.push_back(field("band", FieldType::text));
  banded.forms[0].fields.back().banding = definitions::Banding{};
  auto store = std::move(Store::create({}, banded).product);
  std::vector<Row> rows;
  for (const char* band : {"100", "24–39", "0–23"}) {
    rows.push_back({0, 0, std::vector<StoredCell>(6, absent())});
    rows.back().cells.push_back(text(band));
  }
  store->add_rows(banded.forms[0], rows);
  CHECK(store->values(banded.forms[0], "band") == std::vector<std::string>{"0–23", "24–39", "100"});
}

TEST_CASE("the file is whole, the same each time, and open to any SQLite tool") {
  const auto folder = std::filesystem::temp_directory_path() / "svod-facts-test";
  std::filesystem::remove_all(folder);
  for (const char* name : {"a.sqlite", "b.sqlite"}) {
    Filled facts(folder / name);
    IndicatorRecord record;
    record.indicator = "marks.mean";
    record.key = "school=a";
    record.numerator = 7;
    record.denominator = 2;
    facts.store->add_indicators(std::span(&record, 1));
    Diagnostics found;
    found.warning(codes::by_rows, Location::in_cell("a.xlsx", "Лист1", {1, 1}), "проба");
    facts.store->add_diagnostics(found);
    CHECK(facts.store->flush().empty());
  }
  CHECK(bytes_of(folder / "a.sqlite") == bytes_of(folder / "b.sqlite"));

  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2((folder / "a.sqlite").c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  const auto one = [&](const char* sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
    std::string result;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* cell = sqlite3_column_text(statement, i);
        result += (i > 0 ? "|" : "") + (cell == nullptr ? std::string("NULL") : reinterpret_cast<const char*>(cell));
      }
      result += "\n";
    }
    sqlite3_finalize(statement);
    return result;
  };
  CHECK(one("SELECT school, n, mean FROM f_marks WHERE _row = 2") == "a|4|425\n");
  CHECK(one("SELECT letters FROM columns WHERE field = 'n'") == "D\n");
  CHECK(one("SELECT field, state FROM cell_states WHERE row = 3 ORDER BY field") ==
        "mean|missing\nmedal|zero\nn|zero\n");
  CHECK(one("SELECT numerator, denominator FROM indicator_values") == "7|2\n");
  CHECK(one("SELECT code, cells FROM diagnostics") == "S103|B2\n");
  CHECK(one("PRAGMA integrity_check") == "ok\n");
  sqlite3_close(database);

  Filled unwritable(folder / "a.sqlite" / "below a file.sqlite");
  CHECK(codes_of(unwritable.store->flush()) == "S102 ");
  std::filesystem::remove_all(folder);
}

TEST_CASE("what SQLite refuses and what does not fit is told at the end, once") {
  Filled facts;
  Form stranger;
  stranger.name = "stranger";
  stranger.title = "Чужая";
  const Row row{1, 1, {}};
  facts.store->add_rows(stranger, std::span(&row, 1));
  CHECK(codes_of(facts.store->flush()).starts_with("S101 "));
  CHECK(facts.store->flush().empty());

  std::vector<Row> rows(2, Row{1,
                               9,
                               {text("a"), text("Химия"), number("9000000000000000000"), number("99999999999999999"),
                                absent(), absent()}});
  facts.store->add_rows(facts.form(), rows);
  CHECK(codes_of(facts.store->flush()) == "S104 S104 ");
  Aggregate sum;
  sum.numerator = facts.tree("n");
  CHECK(facts.ask(sum).ends_with("of 0 without 7\n"));
  CHECK(codes_of(facts.store->flush()) == "S105 ");
  // Too great for scaled integers in SQL, not for fractions.
  std::vector<Row> large(
      2, Row{1, 10, {text("a"), text("Химия"), absent(), number("50000000000000000"), absent(), absent()}});
  facts.store->add_rows(facts.form(), large);
  sum.numerator = facts.tree("mean");
  CHECK(facts.ask(sum) == "400000000000000051/4 / 5 of 5 without 4\n");
  CHECK(facts.store->flush().empty());
}

TEST_CASE("SQL and rows agree on random questions") {
  std::mt19937 random(7);
  definitions::Workspace made = workspace();
  const Form& form = made.forms[0];
  auto store = std::move(Store::create({}, made).product);
  std::vector<Row> rows;
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (std::uint32_t i = 0; i < 300; ++i) {
    const char* schools[] = {"a", "b", "c"};
    const char* subjects[] = {"Химия", "Биология"};
    Row row{0, i, {text(schools[pick(3)]), pick(9) == 0 ? absent() : text(subjects[pick(2)])}};
    row.cells.push_back(pick(5) == 0 ? absent(pick(2) == 0 ? State::zero : State::missing)
                                     : StoredCell{State::value, Number(pick(40) - 5), {}});
    row.cells.push_back(pick(5) == 0 ? absent() : StoredCell{State::value, Number::scaled(pick(500), 2), {}});
    row.cells.push_back(pick(4) == 0 ? absent() : text(pick(2) == 0 ? "1" : "0"));
    row.cells.push_back(absent());
    rows.push_back(std::move(row));
  }
  store->add_rows(form, rows);
  store->seal();
  const auto tree = [&](const std::string& source) -> expression::Tree {
    return source.empty() ? nullptr : expression::compile(source, {}, form.names()).product;
  };
  // `lower` keeps the same question out of SQL.
  const std::string slowly = "lower(school) = lower(school)";
  for (const char* what : {"", "n", "mean", "medal", "n * mean", "mean / n", "n > 3", "if medal then n else mean"}) {
    for (const char* per : {"", "n", "mean + 1"}) {
      for (const char* where : {"", "n > 10", "medal or mean < 2", "subject in ('Химия')"}) {
        for (const auto function : {Aggregate::Function::sum, Aggregate::Function::maximum}) {
          Aggregate question;
          question.form = &form;
          question.function = function;
          question.numerator = tree(what);
          question.denominator = tree(per);
          question.where = tree(where);
          question.group_by = {"municipality", "subject"};
          Aggregate same = question;
          same.where = tree(std::string(where).empty() ? slowly : "(" + std::string(where) + ") and " + slowly);
          const auto print = [&](const std::vector<Group>& groups) {
            std::string text;
            for (const Group& g : groups) {
              text += g.key[0] + "," + g.key[1] + " " + g.numerator.text() + " " + g.denominator.text() + " " +
                      std::to_string(g.rows) + " " + std::to_string(g.left_out) + "\n";
            }
            return text;
          };
          CAPTURE(what, per, where);
          REQUIRE(print(store->aggregate(question)) == print(store->aggregate(same)));
        }
      }
    }
  }
  CHECK(store->flush().empty());
}
