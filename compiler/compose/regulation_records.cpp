#include "compose/regulation_records.h"

#include <algorithm>

#include "compose/acts.h"
#include "compose/paper_executors.h"
#include "compose/plan_records.h"
#include "compose/written_text.h"
#include "indicators/records.h"
#include "language/posts.h"
#include "language/typography.h"

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

/// The lines above an appendix of a regulation: «Приложение № 2», «к приложению № 1 к Положению».
Value mark_of(const std::string& number, const std::string& above) {
  List lines;
  lines.push_back(Value::of("Приложение" + (number.empty() ? number : " № " + number)));
  lines.push_back(Value::of("к " + above));
  for (Value& line : lines) line = Value::of(language::glue_heading(*line.text()));
  return Value::of(std::move(lines));
}

/// The appendices of a regulation with theirs, to any depth, each after the one that it belongs to.
void add_parts(const Input& input, const Regulation& regulation, const std::string& above, const std::string& key,
               int depth, List& parts) {
  const std::vector<std::string>& ids = regulation.appendices;
  const auto& plans = input.workspace.plans;
  const auto& all = input.workspace.regulations;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string number = ids.size() > 1 ? std::to_string(i + 1) : std::string();
    const auto plan = std::find_if(plans.begin(), plans.end(), [&](const auto& one) { return one.id == ids[i]; });
    const auto inner = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == ids[i]; });
    const bool programme = plan != plans.end() && plan->type == definitions::Plan::Type::programme;
    const std::string kind = plan == plans.end() ? "regulation" : programme ? "programme" : "plan";
    const std::string own = key.empty() ? ids[i] : key + "-" + ids[i];
    if (plan == plans.end() && inner == all.end()) continue;
    parts.push_back(indicators::plain_record("part/" + own, {{"id", Value::of(own)},
                                                             {"number", text_value(number)},
                                                             {"kind", Value::of(kind)},
                                                             {"mark", mark_of(number, above)},
                                                             {"plan", plan_value(input, ids[i])},
                                                             {"regulation", regulation_value(input, ids[i])}}));
    // A circle was told when the definitions were read.
    constexpr std::size_t kMostParts = 1000;
    constexpr int kDeepest = 8;
    if (inner == all.end() || parts.size() > kMostParts || depth == kDeepest) continue;
    add_parts(input, *inner, "приложению" + (number.empty() ? number : " № " + number) + " к " + above, own, depth + 1,
              parts);
  }
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
  if (name == "parts") {
    add_parts(input_, regulation_, short_title_dative(regulation_), {}, 1, list);
    return Value::of(std::move(list));
  }
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
