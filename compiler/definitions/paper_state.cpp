#include "definitions/paper_state.h"

#include <algorithm>

#include "definitions/codes.h"

namespace svod::definitions {
namespace {

/// What stands in issued.yaml and in the paper itself, without what other papers did to it.
PaperState own_state(const Workspace& workspace, const Paper& paper) {
  PaperState state;
  // Of several documents of the paper the one that was signed tells.
  for (const Issued& one : workspace.issued) {
    if (one.paper.empty() || one.paper != paper.id) continue;
    if (state.issued == nullptr || state.issued->agreement) state.issued = &one;
  }
  if (state.issued != nullptr && !state.issued->agreement) {
    state.kind = PaperState::Kind::in_force;
    state.date = state.issued->date;
    state.number = state.issued->number;
    return state;
  }
  const bool binding = paper.type == Paper::Type::order || paper.type == Paper::Type::resolution;
  // A paper of the past says both itself. The planned date of an order is not its date: that is the signature's.
  if (paper.date && (!binding || !paper.number.empty())) {
    state.date = paper.date;
    state.number = paper.number.text;
    if (!paper.number.empty() || paper.type == Paper::Type::note) state.kind = PaperState::Kind::in_force;
  }
  if (state.issued != nullptr && state.kind == PaperState::Kind::draft) state.kind = PaperState::Kind::agreement;
  return state;
}

void add_executions_after(const std::vector<PaperItem>& items, Date day, Diagnostics& found) {
  for (const PaperItem& item : items) {
    if (item.done && *item.done > day) {
      found.warning(codes::done_later, item.at,
                    "исполнено " + iso(*item.done) + ", позже дня сборки " + iso(day), "исправьте done или дату сборки");
    }
    add_executions_after(item.items, day, found);
  }
}

}  // namespace

PaperState state_of(const Workspace& workspace, const Paper& paper) {
  PaperState state = own_state(workspace, paper);
  for (const Paper& other : workspace.papers) {
    const bool amends = other.purpose == Paper::Purpose::amendment, repeals = other.purpose == Paper::Purpose::repeal;
    if ((!amends && !repeals) || other.changes.paper != paper.id || paper.id.empty() || &other == &paper) continue;
    if (!own_state(workspace, other).is_signed()) continue;
    state.changed_by.push_back(&other);
    if (!state.is_signed()) continue;
    if (repeals) {
      state.kind = PaperState::Kind::no_longer;
    } else if (state.kind != PaperState::Kind::no_longer) {
      state.kind = PaperState::Kind::amended;
    }
  }
  return state;
}

std::string_view state_name(PaperState::Kind kind) {
  switch (kind) {
    case PaperState::Kind::draft: return "draft";
    case PaperState::Kind::agreement: return "agreement";
    case PaperState::Kind::in_force: return "signed";
    case PaperState::Kind::amended: return "amended";
    case PaperState::Kind::no_longer: return "void";
  }
  return "draft";
}

Diagnostics executions_after(const Workspace& workspace, Date day) {
  Diagnostics found;
  if (!day.ok()) return found;
  for (const Paper& paper : workspace.papers) {
    add_executions_after(paper.items, day, found);
    for (const Paper::Question& question : paper.agenda) add_executions_after(question.decided, day, found);
  }
  return found;
}

const Paper* find_paper(const Workspace& workspace, std::string_view id) {
  const auto found = std::find_if(workspace.papers.begin(), workspace.papers.end(),
                                  [&](const Paper& paper) { return paper.id == id; });
  return found == workspace.papers.end() ? nullptr : &*found;
}

}  // namespace svod::definitions
