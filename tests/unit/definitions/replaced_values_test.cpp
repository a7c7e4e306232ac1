#include <algorithm>
#include <set>

#include "base/text.h"
#include "definitions/yaml.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

// Every value of a good file is replaced in turn by a value of each wrong kind. Whatever is put there: the file is read
// to its end, the fault is told at its line, and nothing else is said of other lines.

namespace {

constexpr const char* kPlan = R"(kind: plan
id: support
type: programme
title: Программа поддержки
title_genitive: программы поддержки
short_title: программа
gender: f
period: {from: 2022-01-01, to: 2022-12-31}
approved_by: {kind: приказ, issuer: Управление, date: 2022-01-10, number: "7", title: О программе}
numbering: by_section
column_numbers: true
public: true
columns:
  - {field: text, title: Мероприятие, required: true}
before:
  - {role: goal, title: Цель, text: Поднять результаты, items: [учить, помогать]}
after:
  - title: Примечание
    tables:
      - {caption: Таблица, head: [а, б], rows: [[1, 2]]}
sections:
  - title: Работа с учителями
    number: "1."
    kind: section
    curator: Мельникова Е. В.
    measures:
      - number: 1
        text: Семинар
        term: [18-19 февраля 2022, март]
        responsible: методист
        result: [программа]
        report: справка
        consequence: нет
        document: приказ
        link: [цель]
        status: done
        measures:
          - {text: Первый день}
indicators:
  - name: Доля
    unit: "%"
    better: less
    base_year: 2021
    targets: {2022: "57"}
    facts: {2022: 58.1}
    ratio: рост
    source: отчёт
    parts: [{name: Часть}]
programme:
  passport:
    - {title: Заказчик, text: Управление}
  stages:
    - {title: Первый, term: 2022 год, text: начало}
  participants:
    - {who: школы, functions: [учат]}
  principles: [доступность]
  financing:
    - {source: бюджет, years: {2022: 100}, unit: тыс. рублей}
)";

constexpr const char* kRegulation = R"(kind: regulation
id: rules
type: regulation
title: Положение
title_genitive: Положения
gender: n
clauses:
  - title: Общее
    number: 1.
    clauses:
      - {text: Первый пункт, items: [а, б]}
)";

constexpr const char* kPaper = R"(kind: paper
id: order
type: order
purpose: other
subject: О семинаре
preamble: В целях повышения качества
items:
  - text: Провести семинар
    term: до 20 июня 2022 года
    done: 2021-06-20
    items:
      - {text: Составить программу}
)";

/// The tree written again, a value a line, with one value replaced.
class Writing {
 public:
  Writing(const Node* instead, std::string value) : instead_(instead), value_(std::move(value)) {}

  void map(const Node& node, std::size_t indent) {
    for (const Node::Entry& entry : node.entries) {
      text += std::string(indent, ' ') + scalar(entry.key) + ":";
      put(entry.value, indent + 2);
    }
  }
  std::string text;
  int line = 0;   ///< of what was replaced

 private:
  static std::string scalar(const Node& node) {
    return node.kind == Node::Kind::text ? "\"" + replace_all(node.text, "\"", "\\\"") + "\"" : node.text;
  }
  void put(const Node& node, std::size_t indent) {
    if (&node == instead_) {
      line = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
      text += " " + value_ + "\n";
    } else if (node.is_scalar()) {
      text += " " + scalar(node) + "\n";
    } else if (node.kind == Node::Kind::map) {
      text += "\n";
      map(node, indent);
    } else {
      text += "\n";
      for (const Node& item : node.items) {
        text += std::string(indent, ' ') + "-";
        put(item, indent + 2);
      }
    }
  }

  const Node* instead_;
  std::string value_;
};

struct Value {
  const Node* node;
  bool may_be_empty;   // a cell of a table
};

void values_of(const Node& node, bool in_table, std::vector<Value>& out) {
  for (const Node::Entry& entry : node.entries) {
    out.push_back({&entry.value, false});
    values_of(entry.value, entry.key.text == "tables" || in_table, out);
  }
  for (const Node& item : node.items) {
    out.push_back({&item, in_table && item.is_scalar()});
    values_of(item, in_table, out);
  }
}

void replace_each(const std::string& path, const std::string& good) {
  Diagnostics none;
  const auto document = read_yaml(good, path, none);
  REQUIRE(document);
  std::vector<Value> values;
  values_of(document->root, false, values);
  REQUIRE(lines(loaded({{path, good}}).diagnostics).empty());
  const std::string too_long = "\"" + std::string(40'000, 'x') + "\"";
  for (const auto& [value, may_be_empty] : values) {
    for (const std::string& wrong : {std::string("{strange: 1}"), std::string("[[1], {a: 2}]"), std::string("-7"),
                                     std::string("null"), std::string("\"  \""), too_long}) {
      Writing written(value, wrong);
      written.map(document->root, 0);
      const auto outcome = loaded({{path, written.text}});
      INFO(path << ":" << value->line << " «" << value->text << "» := " << wrong.substr(0, 20) << "\n"
                << lines(outcome.diagnostics));
      std::set<int> told;
      for (const Diagnostic& one : outcome.diagnostics) {
        if (one.where.file == path) told.insert(one.where.line);
      }
      // A number where a text stands, a day that is only strange: nothing is wrong with the kind.
      const bool kind_is_wrong = wrong.size() > 100 || (wrong == "null" && !may_be_empty) ||
                                 (wrong[0] == '{' && value->is_scalar());
      if (kind_is_wrong) CHECK(told.contains(written.line));
      CHECK(told.size() <= 1);
      CHECK(outcome.diagnostics.size() <= 4);   // a map in a list: what it has, and what it lacks
      for (const Diagnostic& one : outcome.diagnostics) CHECK(one.message.size() < 400);
    }
  }
}

}  // namespace

TEST_CASE("a value of the wrong kind anywhere in a plan is told at its line alone") {
  replace_each("plans/support.yaml", kPlan);
}
TEST_CASE("a value of the wrong kind anywhere in a regulation is told at its line alone") {
  replace_each("regulations/rules.yaml", kRegulation);
}
TEST_CASE("a value of the wrong kind anywhere in a paper is told at its line alone") {
  replace_each("papers/order.yaml", kPaper);
}
