#include <sqlite3.h>

#include <memory>

#include "base/text.h"
#include "catch.h"
#include "facts/sql.h"
#include "random_expressions.h"

using namespace random_expressions;
using svod::facts::sql_condition;
using svod::facts::sql_number;
using svod::facts::sql_text;
using svod::facts::SqlColumn;

namespace {

class Columns final : public svod::facts::SqlColumns {
 public:
  std::optional<SqlColumn> column(std::string_view variable) const override {
    for (const Field& field : fields()) {
      if (field.name == variable) return SqlColumn{"r.\"" + field.name + "\"", field.kind, field.decimals};
    }
    return std::nullopt;
  }
};

/// A table in memory with one row for each of `rows`.
class Store {
 public:
  explicit Store(const std::vector<Row>& rows) {
    sqlite3_open(":memory:", &handle_);
    std::string create = "CREATE TABLE r (id INTEGER PRIMARY KEY";
    for (const Field& field : fields()) {
      const bool text = field.kind == Kind::text || field.kind == Kind::date;
      create += ", " + field.name + (text ? " TEXT" : " INTEGER");
    }
    run(create + ")");
    for (const Row& row : rows) {
      std::string insert = "INSERT INTO r VALUES (NULL";
      for (const Field& field : fields()) insert += ", " + stored(row.variable(field.name), field.decimals);
      run(insert + ")");
    }
  }
  ~Store() { sqlite3_close(handle_); }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Each row of the result, its columns joined by '|'; NULL is «-».
  std::vector<std::string> run(const std::string& sql) {
    std::vector<std::string> lines;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      return {std::string("prepare: ") + sqlite3_errmsg(handle_)};
    }
    int state = SQLITE_OK;
    while ((state = sqlite3_step(statement)) == SQLITE_ROW) {
      std::string line;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        if (i > 0) line += "|";
        const auto* text = sqlite3_column_text(statement, i);
        line += text == nullptr ? "-" : reinterpret_cast<const char*>(text);
      }
      lines.push_back(line);
    }
    if (state != SQLITE_DONE) lines.push_back(std::string("step: ") + sqlite3_errmsg(handle_));
    sqlite3_finalize(statement);
    return lines;
  }

 private:
  static std::string stored(const Value& value, int decimals) {
    if (const Number* number = value.number()) return std::to_string(*number->units(decimals));
    if (const std::string* text = value.text()) return *svod::facts::sql_literal(*text);
    if (const bool* truth = value.truth()) return *truth ? "1" : "0";
    if (const Date* date = value.date()) return "'" + iso(*date) + "'";
    return "NULL";
  }

  sqlite3* handle_ = nullptr;
};

std::string expected(const Value& value) {
  if (const Number* number = value.number()) return number->text();
  if (const std::string* text = value.text()) return *text;
  if (const bool* truth = value.truth()) return *truth ? "1" : "0";
  if (const Date* date = value.date()) return iso(*date);
  return "-";
}

/// «numerator|denominator» as the exact number that it is.
std::string as_number(const std::string& line) {
  if (line.starts_with("-|")) return "-";
  const auto parts = split(line, '|');
  if (parts.size() != 2) return line;
  const auto n = Number::parse(parts[0]);
  const auto d = Number::parse(parts[1]);
  if (!n || !d || !n->is_whole() || *d <= Number(0)) return "not a fraction: " + line;
  return divide(*n, *d)->text();
}

std::vector<Row> rows_of(Source& source, int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) rows.push_back(source.row());
  return rows;
}

Tree compiled(const std::string& source) {
  const auto outcome = compile(source, Location::in_file("random"), names());
  return outcome.product;
}

}  // namespace

TEST_CASE("SQL means what the evaluator means, on random expressions and rows") {
  Source source(2021, Parts{});
  const std::vector<Row> rows = rows_of(source, 16);
  Store store(rows);
  int translated = 0;
  for (int i = 0; i < 3000; ++i) {
    const int depth = 1 + i % 4;
    const std::string text = i % 5 < 3    ? source.condition(depth)
                             : i % 5 == 3 ? source.number(depth)
                                          : source.text(depth);
    const Tree tree = compiled(text);
    INFO(text);
    REQUIRE(tree);
    std::vector<std::string> found;
    if (tree->type.kind == Kind::number) {
      const auto sql = sql_number(tree, Columns());
      if (!sql) continue;
      for (const std::string& line : store.run("SELECT " + sql->numerator + ", " + sql->denominator + " FROM r")) {
        found.push_back(as_number(line));
      }
    } else {
      const auto sql = tree->type.kind == Kind::boolean ? sql_condition(tree, Columns()) : sql_text(tree, Columns());
      if (!sql) continue;
      found = store.run("SELECT " + *sql + " FROM r");
    }
    ++translated;
    std::vector<std::string> wanted;
    for (const Row& row : rows) wanted.push_back(expected(evaluate(tree, row)));
    CHECK(found == wanted);
  }
  // What grows too long is left to the evaluator, and must stay rare.
  CHECK(translated > 2800);
}

TEST_CASE("random expressions print and read back the same") {
  Source source(1, Parts{});
  const std::vector<Row> rows = rows_of(source, 4);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = source.condition(1 + i % 4);
    const Tree tree = compiled(text);
    INFO(text);
    REQUIRE(tree);
    const std::string printed = print(tree);
    INFO(printed);
    const Tree again = compiled(printed);
    REQUIRE(again);
    CHECK(print(again) == printed);
    for (const Row& row : rows) CHECK(expected(evaluate(again, row)) == expected(evaluate(tree, row)));
  }
}

TEST_CASE("SQL keeps figures exact") {
  Store store({});
  const auto value = [&](const char* text) {
    const auto sql = sql_number(compiled(text), Columns());
    return as_number(store.run("SELECT " + sql->numerator + ", " + sql->denominator).at(0));
  };
  CHECK(value("1 / 3") == "1/3");
  CHECK(value("0.1 + 0.2") == "0.3");
  CHECK(value("round(3.625, 2)") == "3.63");
  CHECK(value("round(-2.5)") == "-3");
  CHECK(value("5 / (2 - 2)") == "-");
  CHECK(value("5 / 0") == "-");
  CHECK(value("abs(0 - 7) / -2") == "-3.5");
  // Past 64 bits a figure is absent, never a rounded one.
  CHECK(value("9000000000000000000 + 9000000000000000000") == "-");
  CHECK(value("(9000000000000000000 * 4) - (9000000000000000000 * 4)") == "-");
  CHECK(store.run("SELECT " + *sql_condition(compiled("9000000000000000000 * 4 > 1"), Columns())).at(0) == "-");
}

TEST_CASE("SQL of a plain rule stays readable") {
  const auto condition = [](const char* text) { return *sql_condition(compiled(text), Columns()); };
  CHECK(condition("n1 <= n2") == "(r.\"n1\" <= r.\"n2\")");
  CHECK(condition("t1 in ('Физика', 'Химия')") == "(r.\"t1\" IN ('Физика', 'Химия'))");
  CHECK(condition("not f1 and known(n1)") == "((NOT r.\"f1\") AND (r.\"n1\" IS NOT NULL))");
  CHECK(condition("t1 = 'a''; DROP TABLE r; --'") == "(r.\"t1\" = 'a''; DROP TABLE r; --')");
  CHECK(sql_number(compiled("n4"), Columns())->fixed == 100);
}

TEST_CASE("what a row alone cannot say is left to the evaluator") {
  CHECK_FALSE(sql_condition(compiled("lower(t1) = 'а'"), Columns()));
  NameTable more = names();
  more.add("subjects", Type::list(Type::text()));
  CHECK_FALSE(sql_condition(compile("t1 in subjects", Location::in_file("a"), more).product, Columns()));
  CHECK_FALSE(svod::facts::sql_literal(std::string_view("a\0b", 3)));
}
