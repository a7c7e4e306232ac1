#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/cases.h"

namespace svod::language {

/// A person's name. Given name and patronymic may be initials («И.») or empty.
struct PersonName {
  std::string surname;
  std::string given;
  std::string patronymic;
  friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// Reads «Иванов Иван Иванович», «Иван Иванович Иванов», «Иванов И.И.», «И. И. Иванов», «И.И.Иванов»,
/// «Мамедов Али Гасан оглы», «ИВАНОВ Иван». Nothing where the text is no name.
std::optional<PersonName> parse_name(std::string_view text);

/// From the patronymic, else the given name, else an unmistakable surname («Васильева», «Римский»).
Gender gender_of(const PersonName& name);
/// A surname that shows a gender by itself; unknown for «Коваль», «Ващенко», «Сковорода».
Gender gender_of_surname(std::string_view surname);

/// Rules of declension. An unknown gender is inferred where the form shows it; where it matters and is not
/// known, the surname stays as it is and the form is not confident. ё is kept.
Form surname_in(std::string_view surname, Gender gender, Case grammatical_case);
Form given_name_in(std::string_view given, Gender gender, Case grammatical_case);
Form patronymic_in(std::string_view patronymic, Gender gender, Case grammatical_case);

/// «Иванову Ивану Ивановичу». `gender` overrides what the name shows.
Form full_name_in(const PersonName& name, Case grammatical_case, Gender gender = Gender::unknown);
/// «И. И. Иванову», no-break spaces between all parts.
Form initials_first(const PersonName& name, Case grammatical_case = Case::nominative, Gender gender = Gender::unknown);
/// «Иванову И. И.».
Form surname_first(const PersonName& name, Case grammatical_case = Case::nominative, Gender gender = Gender::unknown);
/// «И. И.»; «Ж.-П.» for a double name; empty where there is no given name.
std::string initials(const PersonName& name);

}  // namespace svod::language
