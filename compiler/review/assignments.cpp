#include <algorithm>
#include <set>

#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V29: somebody answers for every direction.

namespace svod::review {
namespace {

bool covers(const std::vector<std::u32string>& duty, const std::vector<std::u32string>& title) {
  std::size_t common = 0;
  for (const std::u32string& word : title) {
    common += std::any_of(duty.begin(), duty.end(), [&](const auto& other) { return same_word(word, other); });
  }
  return common * 10 >= title.size() * 7;
}

}  // namespace

void check_assignments(const Subject& subject, Findings& findings) {
  struct Duty {
    std::vector<std::u32string> words;
  };
  std::vector<Duty> duties;
  const definitions::Regulation* assignment = nullptr;
  for (const definitions::Regulation& one : subject.workspace.regulations) {
    if (one.type != definitions::Regulation::Type::assignment) continue;
    for (const definitions::Regulation::Member& member : one.members) {
      for (const definitions::Written& duty : member.duties) {
        assignment = &one;
        duties.push_back({content_words(wide(duty.text))});
      }
    }
  }
  for (std::size_t h = 0; h < subject.hosts.size(); ++h) {
    const plan::Plan* plan = subject.hosts[h].plan;
    if (plan == nullptr) continue;
    // Directions may stand below the parts of a roadmap: at the first level where anybody is named for any of them.
    int depth = 0;
    for (const plan::Section& section : plan->sections) depth = std::max(depth, section.level);
    std::vector<const definitions::PlanSection*> without;
    bool by_curators = false;
    for (int level = 1; level <= depth; ++level) {
      std::vector<const definitions::PlanSection*> directions, uncurated, unassigned;
      for (const plan::Section& section : plan->sections) {
        if (section.level != level || section.written->kind != definitions::PlanSection::Kind::section ||
            section.written->title.empty())
          continue;
        const definitions::PlanSection* one = section.written;
        directions.push_back(one);
        if (one->curator.empty()) uncurated.push_back(one);
        const std::vector<std::u32string> title = content_words(wide(one->title.text));
        const bool assigned =
            std::any_of(duties.begin(), duties.end(), [&](const Duty& duty) { return covers(duty.words, title); });
        if (!assigned) unassigned.push_back(one);
      }
      if (directions.size() < 2) continue;
      by_curators = uncurated.size() < directions.size();
      // Where nobody is named at all, the plan does not say who answers for directions: that is no fault.
      if (!by_curators && unassigned.size() == directions.size()) continue;
      without = by_curators ? uncurated : unassigned;
      break;
    }
    for (const definitions::PlanSection* one : without) {
      if (Diagnostic* told =
              findings.tell(Severity::warning, codes::unassigned, h, one->title.at,
                            "за направление никто не отвечает: «" + beginning(wide(one->title.text), 80) + "»",
                            by_curators ? "назовите куратора (curator), как у других направлений"
                                        : "закрепите направление за кем-нибудь")) {
        if (!by_curators && assignment != nullptr)
          told->related.push_back({assignment->at, "здесь направления закреплены"});
      }
    }
  }
}

}  // namespace svod::review
