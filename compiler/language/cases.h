#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace svod::language {

enum class Case : unsigned char { nominative, genitive, dative, accusative, instrumental, prepositional };

enum class Gender : unsigned char { unknown, masculine, feminine, neuter };

/// A form that a rule made. A form given in the register wins over it: the caller looks there first, and
/// warns where a derived form is not `confident`.
struct Form {
  std::string text;
  bool derived = true;     ///< false where the nominative was asked for and nothing was changed
  bool confident = true;   ///< false where several forms are in use or the gender is not known
};

/// «дательный», «dative», «кому»; nothing for other words.
std::optional<Case> parse_case(std::string_view name);
/// «дательный падеж».
std::string_view case_name(Case grammatical_case);
/// «м», «муж.», «мужской», «male», «masculine» and so on.
Gender parse_gender(std::string_view name);

}  // namespace svod::language
