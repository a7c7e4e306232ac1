#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/school_names.h"
#include "plan/plans.h"

namespace svod::plan {

/// One of the register, or a group that everybody knows: «руководители ОО».
struct Named {
  Party::Kind kind = Party::Kind::unknown;
  std::string id;
  std::string name;   ///< nominative
  std::string part;   ///< of it: «администрация», «педагоги»; empty where it is meant as such
};

/// Whom the texts of plans name: people, bodies, schools, groups of schools, by ids, by names in the many ways that
/// people write them, by abbreviations of the register. One text, one answer; linear in its length.
class RegisterNames {
 public:
  explicit RegisterNames(const definitions::Workspace& workspace);

  /// The one that this text names; nothing where it names none, or several alike.
  std::optional<Named> find(std::string_view text) const;
  /// The same of people alone, by name.
  std::optional<Named> person(std::string_view text) const;
  /// The name of the register that the text is a slip of, two letters away at most; empty for none.
  std::string near_name(std::string_view text) const;
  /// Words that name a role: «учителя-предметники», «кураторы групп», «учреждение дополнительного образования».
  /// Nothing for what should be in the register: names, bodies, abbreviations.
  std::optional<Named> role(std::string_view text) const;

 private:
  struct Surname {
    std::string initials;   ///< folded: «ев»; one letter where the patronymic is not known
    Named named;
  };
  /// A name that others may be a slip of, and what says soon that they are not.
  struct Candidate {
    std::string key;
    std::string shown;
    std::string digits;
    std::size_t size = 0;        ///< characters
    std::uint64_t letters = 0;   ///< a bit for each that is there
  };
  void add(std::string_view text, const Named& named);
  void add_body(const std::string& id, const std::vector<std::string>& names, const definitions::Cases& forms);
  void add_person(const definitions::Person& person);
  void add_candidate(std::string key, std::string shown);
  std::optional<Named> exact(std::string_view text) const;
  std::optional<Named> school(std::string_view text) const;
  std::optional<Named> department(std::string_view text) const;
  std::optional<Named> quoted(std::string_view text) const;
  std::optional<Named> of_part(std::string_view text) const;
  std::optional<Named> all_schools(std::string_view text) const;
  std::optional<Named> without_abbreviations(std::string_view text) const;

  definitions::SchoolNames schools_;
  Named heads_, all_;
  std::map<std::string, std::optional<Named>, std::less<>> exact_;   ///< by key; nothing where two share it
  std::map<std::string, std::vector<Surname>, std::less<>> people_;  ///< by a surname in any case, folded
  std::map<std::string, std::string, std::less<>> abbreviations_;    ///< folded -> what it stands for
  std::vector<Candidate> candidates_;
};

}  // namespace svod::plan
