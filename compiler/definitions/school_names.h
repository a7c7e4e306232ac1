#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "definitions/workspace.h"

namespace svod::definitions {

/// What a text says about a school.
struct FoundSchool {
  const School* school = nullptr;
  std::vector<const School*> rivals;  ///< several that fit alike
  std::string nearest;                             ///< short name of the likely one where none fits
};

/// Schools by the names that people give them: «МБОУ "Березовская СОШ"», «Берёзовская школа», «Муниципальное
/// бюджетное общеобразовательное учреждение «…»». Legal form, kind, quotes, ё and spacing do not matter, as
/// long as one school alone is meant.
class SchoolNames {
 public:
  explicit SchoolNames(const Workspace& workspace);

  /// The text of a cell that should be a school's name.
  FoundSchool find(std::string_view text) const;
  /// The whole text is a school's name. No nearest name is offered.
  FoundSchool exactly(std::string_view text) const;
  /// A line or a file name that may mention a school among other words. No nearest name is offered.
  FoundSchool mentioned(std::string_view text) const;

 private:
  struct Name {
    const School* school;
    std::vector<std::string> words;  ///< without the legal form
    std::vector<std::string> core;   ///< without the kind too
    std::string kind;
  };

  std::vector<Name> names_;
};

/// Two or three capitalised words, or a surname with initials: a text that must not be repeated in a message.
bool looks_like_person(std::string_view text);

}  // namespace svod::definitions
