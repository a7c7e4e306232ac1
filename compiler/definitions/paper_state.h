#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/workspace.h"

namespace svod::definitions {

/// How far a paper has come, by issued.yaml, by its own date and number where it is of the past, and by the signed
/// papers that name it as what they change.
struct PaperState {
  enum class Kind : unsigned char { draft, agreement, in_force, amended, no_longer };
  Kind kind = Kind::draft;
  std::optional<Date> date;             ///< of the signature; of a meeting, a letter, a note as it was planned
  std::string number;                   ///< empty while it is not signed
  const Issued* issued = nullptr;       ///< its record in issued.yaml, if it has one
  std::vector<const Paper*> changed_by; ///< signed amendments and repeals, in the workspace's order
  bool is_signed() const { return kind != Kind::draft && kind != Kind::agreement; }
};

PaperState state_of(const Workspace& workspace, const Paper& paper);

/// «draft», «agreement», «signed», «amended», «void».
std::string_view state_name(PaperState::Kind kind);

/// Items that are said to have been carried out after the day: a warning each.
Diagnostics executions_after(const Workspace& workspace, Date day);

const Paper* find_paper(const Workspace& workspace, std::string_view id);

}  // namespace svod::definitions
