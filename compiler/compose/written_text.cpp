#include "compose/written_text.h"

#include <memory>

#include "base/text.h"
#include "compose/clause_record.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

using definitions::Written;
using expression::Value;

}  // namespace

std::string said(const Written& written) { return language::glue(squeeze(written.text)); }

std::string said(const std::vector<Written>& written, std::string_view separator) {
  std::vector<std::string> parts;
  for (const Written& one : written) {
    if (!one.empty()) parts.push_back(said(one));
  }
  return join(parts, separator);
}

Value text_value(std::string text) { return text.empty() ? Value() : Value::of(std::move(text)); }
Value text_value(const Written& written) { return text_value(said(written)); }

Value text_values(const std::vector<Written>& written) {
  expression::List list;
  for (const Written& one : written) {
    if (!one.empty()) list.push_back(Value::of(said(one)));
  }
  return Value::of(std::move(list));
}

Value number_value(std::int64_t number) { return Value::of(Number(number)); }

Value clause_values(const std::vector<definitions::Clause>& clauses, const definitions::Plan* plan) {
  expression::List list;
  for (const definitions::Clause& clause : clauses)
    list.push_back(Value::of(std::make_shared<const ClauseRecord>(clause, plan)));
  return Value::of(std::move(list));
}

}  // namespace svod::compose
