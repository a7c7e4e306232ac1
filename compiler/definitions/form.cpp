#include "definitions/form.h"

#include <algorithm>

namespace svod::definitions {

expression::Type Field::expression_type() const {
  switch (type) {
    case FieldType::integer:
    case FieldType::number: return expression::Type::number(unit);
    case FieldType::boolean: return expression::Type::boolean();
    case FieldType::date: return expression::Type::date();
    case FieldType::text:
    case FieldType::choice:
    case FieldType::school:
    case FieldType::code:
    case FieldType::person: return expression::Type::text();
  }
  return expression::Type::text();
}

const Field* Form::field(std::string_view wanted) const {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == wanted; });
  return at == fields.end() ? nullptr : &*at;
}

const Field* Form::school_field() const {
  const auto at = std::find_if(fields.begin(), fields.end(),
                               [](const Field& field) { return field.type == FieldType::school; });
  return at == fields.end() ? nullptr : &*at;
}

expression::NameTable Form::names() const {
  expression::NameTable names;
  if (!field("year")) names.add("year", expression::Type::number(), "год");
  for (const Field& field : fields) names.add(field.name, field.expression_type(), field.title);
  return names;
}

}  // namespace svod::definitions
