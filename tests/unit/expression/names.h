#pragma once

#include <map>
#include <string>

#include "expression/expression.h"

/// Names and values for the tests of expressions: a row of a form, a list of schools, a function of a host.
namespace testing {

using namespace svod;
using namespace svod::expression;

class School final : public Record {
 public:
  School(std::string code, std::string name, Value pupils)
      : code_(std::move(code)), name_(std::move(name)), pupils_(std::move(pupils)) {}
  Value field(std::string_view name) const override {
    return name == "name" ? Value::of(name_) : name == "pupils" ? pupils_ : Value::absent();
  }
  std::string key() const override { return code_; }

 private:
  std::string code_, name_;
  Value pupils_;
};

inline std::shared_ptr<const RecordType> school_type() {
  static const auto type = std::make_shared<const RecordType>(
      RecordType{"school", "школа", {{"name", Type::text()}, {"pupils", Type::number()}}});
  return type;
}

inline NameTable names() {
  NameTable table;
  table.add("participants", Type::number(), "число участников");
  table.add("mark2", Type::number(), "отметка «2»");
  table.add("mark3", Type::number(), "отметка «3»");
  table.add("score", Type::number("балл"), "балл");
  table.add("share", Type::number("%"), "доля");
  table.add("a", Type::number());
  table.add("b", Type::number());
  table.add("absent", Type::number());
  table.add("subject", Type::text(), "предмет");
  table.add("no_text", Type::text());
  table.add("medal", Type::boolean(), "медаль");
  table.add("unsure", Type::boolean());
  table.add("day", Type::date(), "день экзамена");
  table.add("school", Type::of(school_type()), "школа");
  table.add("schools", Type::list(Type::of(school_type())), "школы");
  Function mean;
  mean.name = "ege.mean";
  mean.title = "средний балл";
  mean.result = Type::number("балл");
  mean.parameters = {{"subject", Type::text(), false, Accepts::type, "предмет"},
                     {"school", Type::of(school_type()), false, Accepts::type, "школа"}};
  table.add(mean);
  Function best;
  best.name = "best";
  best.result = Type::of(school_type());
  table.add(best);
  Function shown;
  shown.name = "figure";
  shown.result = Type::text();
  shown.parameters = {{"value", Type::number(), true}, {"places", Type::number(), false}};
  table.add_filter(shown);
  return table;
}

class Row : public Scope {
 public:
  std::map<std::string, Value, std::less<>> values;

  Row() {
    values["participants"] = Value::of(Number(12));
    values["mark2"] = Value::of(Number(5));
    values["mark3"] = Value::of(Number(7));
    values["score"] = Value::of(*Number::parse("62.5"));
    values["share"] = Value::of(Number(40));
    values["a"] = Value::of(*Number::parse("0.1"));
    values["b"] = Value::of(*Number::parse("0.2"));
    values["subject"] = Value::of("Физика");
    values["medal"] = Value::of(true);
    values["day"] = Value::of(*parse_iso_date("2021-06-30"));
    List schools{school("1", "Берёзовская", 120), school("2", "Арсентьевская", 80), unsent(),
                 school("4", "Звёздненская", 120)};
    values["school"] = schools[0];
    values["schools"] = Value::of(std::move(schools));
  }
  static Value school(std::string code, std::string name, int pupils) {
    return Value::of(std::shared_ptr<const Record>(
        std::make_shared<School>(std::move(code), std::move(name), Value::of(Number(pupils)))));
  }
  static Value unsent() {
    return Value::of(std::shared_ptr<const Record>(std::make_shared<School>("3", "Елыкаевская", Value::absent())));
  }
  Value variable(std::string_view name) const override {
    const auto found = values.find(name);
    return found == values.end() ? Value::absent() : found->second;
  }
  Value call(std::string_view function, const std::vector<Value>& arguments) const override {
    if (function == "best") return values.at("school");
    // Shows which argument stood where.
    return Value::of(Number((arguments.at(0).known() ? 10 : 0) + (arguments.at(1).known() ? 1 : 0)));
  }
  Value apply(std::string_view, const std::vector<Value>& arguments) const override {
    return arguments.at(0).known() ? Value::of("<" + arguments[0].number()->text() + ">") : Value::of("…");
  }
};

inline std::string shown(const Value& value) {
  if (const Number* number = value.number()) return number->text();
  if (const std::string* text = value.text()) return *text;
  if (const bool* truth = value.truth()) return *truth ? "true" : "false";
  if (const Date* date = value.date()) return iso(*date);
  if (value.record() != nullptr) return "#" + value.record()->key();
  if (const List* list = value.list()) {
    std::string out = "[";
    for (const Value& item : *list) out += (out.size() > 1 ? ", " : "") + shown(item);
    return out + "]";
  }
  switch (value.state) {
    case State::zero: return "zero";
    case State::not_applicable: return "not applicable";
    case State::suppressed: return "suppressed";
    default: return "missing";
  }
}

/// The value, or the codes and messages of what was wrong.
inline std::string value_of(std::string_view source, const Row& row = {}) {
  const auto compiled = compile(source, Location::in_text("a.yaml", 1, 1), names());
  if (compiled.product) return shown(evaluate(compiled.product, row));
  std::string out;
  for (const Diagnostic& item : compiled.diagnostics) out += std::string(item.code->id) + " " + item.message + "\n";
  return out;
}

}  // namespace testing
