#include "language/cases.h"

#include <array>

#include "base/text.h"

namespace svod::language {
namespace {

struct CaseWords {
  Case grammatical_case;
  std::string_view full;
  std::array<std::string_view, 3> other;
};

constexpr std::array<CaseWords, 6> kCases{{
    {Case::nominative, "именительный", {"nominative", "кто", "что"}},
    {Case::genitive, "родительный", {"genitive", "кого", "чего"}},
    {Case::dative, "дательный", {"dative", "кому", "чему"}},
    {Case::accusative, "винительный", {"accusative", "", ""}},
    {Case::instrumental, "творительный", {"instrumental", "кем", "чем"}},
    {Case::prepositional, "предложный", {"prepositional", "о ком", "о чём"}},
}};

}  // namespace

std::optional<Case> parse_case(std::string_view name) {
  std::string word = lower(squeeze(name));
  constexpr std::string_view suffix = " падеж";
  if (word.ends_with(suffix)) word.erase(word.size() - suffix.size());
  if (word.empty()) return std::nullopt;
  for (const CaseWords& words : kCases) {
    if (word == words.full) return words.grammatical_case;
    for (const std::string_view other : words.other) {
      if (word == other) return words.grammatical_case;
    }
  }
  return std::nullopt;
}

std::string_view case_name(Case grammatical_case) {
  switch (grammatical_case) {
    case Case::nominative: return "именительный падеж";
    case Case::genitive: return "родительный падеж";
    case Case::dative: return "дательный падеж";
    case Case::accusative: return "винительный падеж";
    case Case::instrumental: return "творительный падеж";
    case Case::prepositional: return "предложный падеж";
  }
  return "";
}

Gender parse_gender(std::string_view name) {
  std::string word = lower(squeeze(name));
  while (!word.empty() && word.back() == '.') word.pop_back();
  for (const std::string_view m : {"м", "муж", "мужской", "мужчина", "m", "male", "masculine"}) {
    if (word == m) return Gender::masculine;
  }
  for (const std::string_view f : {"ж", "жен", "женский", "женщина", "f", "female", "feminine"}) {
    if (word == f) return Gender::feminine;
  }
  for (const std::string_view n : {"с", "ср", "средний", "n", "neuter"}) {
    if (word == n) return Gender::neuter;
  }
  return Gender::unknown;
}

}  // namespace svod::language
