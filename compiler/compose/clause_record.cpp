#include "compose/clause_record.h"

#include "compose/written_text.h"

namespace svod::compose {

using expression::Value;

Value ClauseRecord::field(std::string_view name) const {
  if (name == "id") return text_value(clause_.id);
  if (name == "role") return text_value(clause_.role);
  if (name == "number") return text_value(clause_.number);
  if (name == "title") return text_value(clause_.title);
  if (name == "text") return text_value(said(clause_.text, " "));
  if (name == "paragraphs") return text_values(clause_.text);
  if (name == "items") return text_values(clause_.items);
  if (name == "clauses") return clause_values(clause_.clauses, plan_);
  if (name == "indicators") {
    expression::List list;
    for (const std::string& id : clause_.indicators) list.push_back(Value::of(id));
    return Value::of(std::move(list));
  }
  return {};
}

std::string ClauseRecord::key() const { return clause_.id.empty() ? clause_.at.text() : clause_.id; }

}  // namespace svod::compose
