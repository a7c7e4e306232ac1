#include "indicators/records.h"

#include <array>

#include "facts/row_scope.h"
#include "indicators/catalogue.h"
#include "language/names.h"
#include "language/posts.h"

namespace svod::indicators {
namespace {

using expression::Value;
using language::Case;

class PlainRecord final : public expression::Record {
 public:
  PlainRecord(std::string key, std::map<std::string, Value, std::less<>> fields)
      : key_(std::move(key)), fields_(std::move(fields)) {}
  Value field(std::string_view name) const override {
    const auto found = fields_.find(name);
    return found == fields_.end() ? Value() : found->second;
  }
  std::string key() const override { return key_; }

 private:
  std::string key_;
  std::map<std::string, Value, std::less<>> fields_;
};

struct CaseField {
  std::string_view suffix;
  Case grammatical_case;
  std::string definitions::Cases::*form;
};

constexpr std::array<CaseField, 6> kCases{{
    {"", Case::nominative, &definitions::Cases::nominative},
    {"genitive", Case::genitive, &definitions::Cases::genitive},
    {"dative", Case::dative, &definitions::Cases::dative},
    {"accusative", Case::accusative, &definitions::Cases::accusative},
    {"instrumental", Case::instrumental, &definitions::Cases::instrumental},
    {"prepositional", Case::prepositional, &definitions::Cases::prepositional},
}};

const CaseField* case_field(std::string_view suffix) {
  for (const auto& entry : kCases) {
    if (entry.suffix == suffix) return &entry;
  }
  return nullptr;
}

class PersonRecord final : public expression::Record {
 public:
  explicit PersonRecord(const definitions::Person& person) : person_(person) {}

  Value field(std::string_view name) const override {
    for (const std::string_view base : {"name", "surname_first", "full", "post"}) {
      if (!name.starts_with(base)) continue;
      const std::string_view rest = name.substr(base.size());
      const CaseField* grammatical = rest.empty()         ? &kCases[0]
                                     : rest.front() == '_' ? case_field(rest.substr(1))
                                                           : nullptr;
      if (grammatical == nullptr) continue;
      const std::string text = base == "post" ? in_case(person_.post, grammatical->suffix) : named(base, *grammatical);
      return text.empty() ? Value() : Value::of(text);
    }
    return {};
  }
  std::string key() const override { return person_.id; }

 private:
  std::string named(std::string_view base, const CaseField& grammatical) const {
    const language::PersonName own{person_.surname, person_.given, person_.patronymic};
    const language::Gender gender = language::parse_gender(person_.gender);
    const Case wanted = grammatical.grammatical_case;
    // The register gives the surname in a case, with initials in either order.
    const std::string& given = person_.name.*grammatical.form;
    const auto stated = given.empty() ? std::nullopt : language::parse_name(given);
    if (base == "full") {
      if (!stated || wanted == Case::nominative) return language::full_name_in(own, wanted, gender).text;
      const std::string surname = language::surname_in(own.surname, gender, wanted).text;
      const std::string full = language::full_name_in(own, wanted, gender).text;
      return full.starts_with(surname) ? stated->surname + full.substr(surname.size()) : full;
    }
    const language::PersonName& name = stated ? *stated : own;
    const Case from = stated ? Case::nominative : wanted;   // what was stated is in its case already
    return base == "name" ? language::initials_first(name, from, gender).text
                          : language::surname_first(name, from, gender).text;
  }

  const definitions::Person& person_;
};

class RowRecord final : public expression::Record {
 public:
  RowRecord(const definitions::Form& form, const facts::FoundRow& row, const Catalogue& catalogue)
      : form_(form), row_(row), catalogue_(catalogue) {}

  Value field(std::string_view name) const override {
    for (std::size_t i = 0; i < form_.fields.size() && i < row_.row.cells.size(); ++i) {
      if (form_.fields[i].name != name) continue;
      const auto& cell = row_.row.cells[i];
      if (form_.fields[i].type == definitions::FieldType::school && cell.state == State::value) {
        return catalogue_.school(cell.text);
      }
      return facts::value_of(form_.fields[i], cell);
    }
    return {};
  }
  std::string key() const override {
    return row_.file + '|' + row_.sheet + '|' + std::to_string(row_.row.sheet_row) + '|' +
           std::to_string(row_.row.block);
  }

 private:
  const definitions::Form& form_;
  const facts::FoundRow& row_;
  const Catalogue& catalogue_;
};

}  // namespace

Value plain_record(std::string key, std::map<std::string, Value, std::less<>> fields) {
  return Value::of(std::make_shared<const PlainRecord>(std::move(key), std::move(fields)));
}

Value person_record(const definitions::Person& person) {
  return Value::of(std::make_shared<const PersonRecord>(person));
}

std::string in_case(const definitions::Cases& cases, std::string_view suffix) {
  const CaseField* grammatical = case_field(suffix);
  if (grammatical == nullptr) return {};
  const std::string& given = cases.*(grammatical->form);
  if (!given.empty() || cases.nominative.empty()) return given;
  return language::post_in(cases.nominative, grammatical->grammatical_case).text;
}

Value row_record(const definitions::Form& form, const facts::FoundRow& row, const Catalogue& catalogue) {
  return Value::of(std::make_shared<const RowRecord>(form, row, catalogue));
}

}  // namespace svod::indicators
