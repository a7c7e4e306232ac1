#include "compose/regulation_records.h"

#include <algorithm>

#include "compose/acts.h"
#include "compose/paper_executors.h"
#include "compose/plan_records.h"
#include "compose/written_text.h"
#include "indicators/records.h"
#include "language/posts.h"

namespace svod::compose {
namespace {

using definitions::Regulation;
using expression::List;
using expression::Record;
using expression::Value;

std::string_view type_of(Regulation::Type type) {
  switch (type) {
    case Regulation::Type::catalogue: return "catalogue";
    case Regulation::Type::model: return "model";
    case Regulation::Type::composition: return "composition";
    case Regulation::Type::assignment: return "assignment";
    case Regulation::Type::list: return "list";
    case Regulation::Type::regulation: break;
  }
  return "regulation";
}

/// A row knows the rows in it when asked: catalogues nest as deep as their source does.
class RowRecord final : public Record {
 public:
  explicit RowRecord(const Regulation::Row& row) : row_(row) {}
  Value field(std::string_view name) const override {
    if (name == "number") return text_value(row_.number);
    if (name == "name") return text_value(row_.name);
    if (name == "unit") return text_value(row_.unit);
    if (name == "indicator") return text_value(row_.indicator);
    if (name == "subjects") return text_values(row_.subjects);
    return name == "rows" ? rows(row_.rows) : Value();
  }
  std::string key() const override { return row_.at.text() + row_.number.text; }

  static Value rows(const std::vector<Regulation::Row>& rows) {
    List list;
    for (const Regulation::Row& row : rows) list.push_back(Value::of(std::make_shared<const RowRecord>(row)));
    return Value::of(std::move(list));
  }

 private:
  const Regulation::Row& row_;
};

/// «к Положению»: how its appendices name it.
std::string short_title_dative(const Regulation& regulation) {
  const std::string title = said(regulation.short_title.empty() ? regulation.title : regulation.short_title);
  return language::post_in(title, language::Case::dative).text;
}

Value members(const Input& input, const Regulation& regulation) {
  List list;
  for (const Regulation::Member& member : regulation.members) {
    const MemberWords words = words_of(input, member);
    list.push_back(
        indicators::plain_record(member.at.text() + words.name, {{"role", text_value(words.role)},
                                                                 {"name", text_value(words.name)},
                                                                 {"surname_first", text_value(words.surname_first)},
                                                                 {"post", text_value(words.post)},
                                                                 {"duties", text_values(member.duties)}}));
  }
  return Value::of(std::move(list));
}

}  // namespace

Value RegulationRecord::field(std::string_view name) const {
  if (name == "id") return text_value(regulation_.id);
  if (name == "type") return Value::of(std::string(type_of(regulation_.type)));
  if (name == "title") return text_value(regulation_.title);
  if (name == "title_genitive") return text_value(regulation_.title_genitive);
  if (name == "short_title")
    return text_value(regulation_.short_title.empty() ? regulation_.title : regulation_.short_title);
  if (name == "gender") return text_value(regulation_.gender);
  if (name == "approval") return text_value(approval_text(input_, regulation_.approved_by));
  if (name == "clauses") return clause_values(regulation_.clauses);
  if (name == "rows") return RowRecord::rows(regulation_.rows);
  if (name == "members") return members(input_, regulation_);
  if (name == "tables") return number_value(static_cast<std::int64_t>(regulation_.tables.size()));
  List list;
  if (name == "number") return Value::of(number_);
  if (name == "short_title_dative") return text_value(short_title_dative(regulation_));
  if (name == "plans") {
    for (const std::string& id : regulation_.appendices) {
      Value found = plan_value(input_, id);
      if (found.known()) list.push_back(std::move(found));
    }
    return Value::of(std::move(list));
  }
  if (name == "appendices") {
    const auto& all = input_.workspace.regulations;
    for (std::size_t i = 0; i < regulation_.appendices.size(); ++i) {
      const auto found = std::find_if(all.begin(), all.end(),
                                      [&](const Regulation& one) { return one.id == regulation_.appendices[i]; });
      if (found == all.end()) continue;
      std::string number = regulation_.appendices.size() > 1 ? std::to_string(i + 1) : std::string();
      list.push_back(Value::of(std::make_shared<const RegulationRecord>(input_, *found, std::move(number))));
    }
    return Value::of(std::move(list));
  }
  return {};
}

std::string RegulationRecord::key() const { return regulation_.id; }

Value regulations_value(const Input& input) {
  List list;
  for (const Regulation& one : input.workspace.regulations) {
    list.push_back(Value::of(std::make_shared<const RegulationRecord>(input, one)));
  }
  return Value::of(std::move(list));
}

Value regulation_value(const Input& input, std::string_view id) {
  const auto& all = input.workspace.regulations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Regulation& one) { return one.id == id; });
  return found == all.end() ? Value() : Value::of(std::make_shared<const RegulationRecord>(input, *found));
}

MemberWords words_of(const Input& input, const Regulation::Member& member) {
  MemberWords words;
  words.role = said(member.role);
  words.name = words.surname_first = said(member.name);
  words.post = said(member.post);
  const definitions::Person* person = member.person.empty() ? nullptr : input.workspace.person(member.person);
  if (person == nullptr) return words;
  const Value record = indicators::person_record(*person);
  const auto text = [&](std::string_view name) {
    const Value value = record.record()->field(name);
    return value.text() == nullptr ? std::string() : *value.text();
  };
  if (words.name.empty()) {
    words.name = text("name");
    words.surname_first = text("surname_first");
  }
  if (words.post.empty()) words.post = post_in(input.workspace, *person, "");
  return words;
}

}  // namespace svod::compose
