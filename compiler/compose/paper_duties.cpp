#include "compose/paper_duties.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "compose/compose.h"
#include "compose/paper_executors.h"
#include "compose/paper_items.h"
#include "compose/whole_text.h"
#include "compose/written_text.h"
#include "definitions/paper_state.h"
#include "language/words.h"
#include "plan/paper_term.h"
#include "plan/party_list.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperItem;
using plan::Duty;

/// What an item has from the one that it is a part of.
struct Above {
  std::string number, text;
  const PaperItem* given = nullptr;   ///< that says to whom
};

class Collector {
 public:
  Collector(const definitions::Workspace& workspace, const plan::WorkingDays& days, const plan::RegisterNames* names,
            const Paper& paper, Which which)
      : workspace_(workspace),
        days_(days),
        names_(names),
        paper_(paper),
        which_(which),
        state_(definitions::state_of(workspace, paper)) {
    const int year = workspace.year == 0 ? static_cast<int>(workspace.date.year()) : workspace.year;
    until_ = Date{std::chrono::year(year), std::chrono::December, std::chrono::day(31)};
    if (state_.date) until_ = std::max(until_, Date{std::chrono::sys_days(*state_.date) + std::chrono::days(365)});
  }

  void add(const std::vector<ItemText>& items, int level, const Above& above) {
    int lines = 0;
    for (const ItemText& item : items) {
      if (item.written == nullptr) {
        if (which_ != Which::top) add(item.items, level + 1, {item.label, {}, nullptr});
        continue;
      }
      // A line of a list is told by the number above it and its place.
      const bool numbered = item.label.find_first_of("0123456789") != std::string::npos;
      ++lines;
      std::string over = above.number;
      while (over.ends_with('.')) over.pop_back();
      Above own;
      own.number = numbered || over.empty() ? item.label
                   : item.label == "–"      ? over + " (" + std::to_string(lines) + ")"
                                            : over + " " + item.label;
      own.given = item.written->to.empty() ? above.given : item.written;
      own.text = squeeze(item.written->text.text);
      take(item, level, own, above.text);
      if (own.text.empty()) own.text = above.text;
      if (which_ != Which::top) add(item.items, level + 1, own);
    }
  }

  std::vector<Duty> take_all() { return std::move(duties_); }

 private:
  void take(const ItemText& item, int level, const Above& own, const std::string& text_above) {
    const PaperItem& written = *item.written;
    if (which_ == Which::with_terms && written.terms.empty()) return;
    Duty duty;
    duty.paper = &paper_;
    duty.item = &written;
    duty.number = own.number.ends_with('.') ? own.number.substr(0, own.number.size() - 1) : own.number;
    duty.printed = item.text();
    duty.text = language::capitalised(said(written.text));
    if (!text_above.empty() && !written.text.empty())
      duty.text = language::capitalised(with_text_above(text_above, said(written.text)));
    duty.done = written.done;
    duty.level = level;
    duty.draft = !state_.is_signed();
    if (own.given != nullptr) {
      const Executors to = executors_of(workspace_, own.given->to);
      duty.executors = to.nominative;
      duty.to = to.dative;
      const std::string& manner = written.manner.empty() ? own.given->manner : written.manner;
      duty.recommended = manner == "recommend" || (manner.empty() && to.recommends && !to.binds);
      if (names_ != nullptr) duty.parties = parties_of(own.given->to);
    }
    if (which_ == Which::with_terms) {
      for (const definitions::Written& term : written.terms) put(duty, {term});
    } else {
      put(duty, written.terms);
    }
  }

  void put(Duty duty, const std::vector<definitions::Written>& terms) {
    duty.term = term_words(terms);
    for (const definitions::Written& term : terms) {
      const plan::PaperTerm read = plan::read_paper_term(term.text, state_.date, until_, workspace_.date, days_);
      duty.falls.insert(duty.falls.end(), read.falls.begin(), read.falls.end());
      if (read.due && (!duty.due || *duty.due < *read.due)) duty.due = read.due;
    }
    duties_.push_back(std::move(duty));
  }

  std::vector<plan::Party> parties_of(const std::vector<definitions::Written>& to) const {
    std::vector<plan::Party> parties;
    std::set<std::string> seen;
    const auto add = [&](const std::string& text) {
      const auto named = names_->find(text);
      if (!named) return false;
      if (seen.insert(named->id).second) {
        plan::Party party;
        party.kind = named->kind;
        party.id = named->id;
        party.name = named->name;
        party.part = named->part;
        party.written = text;
        parties.push_back(std::move(party));
      }
      return true;
    };
    for (const definitions::Written& one : to) {
      if (add(one.text)) continue;
      for (const std::string& piece : plan::pieces_of_list(one.text)) add(squeeze(piece));
    }
    return parties;
  }

  const definitions::Workspace& workspace_;
  const plan::WorkingDays& days_;
  const plan::RegisterNames* names_;
  const Paper& paper_;
  Which which_;
  definitions::PaperState state_;
  Date until_{};
  std::vector<Duty> duties_;
};

}  // namespace

DutyReader::DutyReader(const definitions::Workspace& workspace, bool parties)
    : workspace_(workspace), days_(workspace) {
  if (parties) names_.emplace(workspace);
}

std::vector<Duty> DutyReader::of_paper(const Paper& paper, Which which) const {
  std::vector<ItemFault> faults;   // told where the items are printed
  Collector collector(workspace_, days_, names_ ? &*names_ : nullptr, paper, which);
  collector.add(items_of(workspace_, paper, {}, faults), 1, {});
  if (which == Which::with_terms) {
    for (std::size_t i = 0; i < paper.agenda.size(); ++i) {
      ItemStyle style;
      style.minutes = true;
      style.prefix = std::to_string(i + 1) + ".";
      collector.add(decisions_of(workspace_, paper, paper.agenda[i].decided, style, faults), 1, {});
    }
  }
  return collector.take_all();
}

std::vector<Duty> DutyReader::of_decisions(const Paper& paper, const std::vector<PaperItem>& items,
                                           const std::string& prefix) const {
  std::vector<ItemFault> faults;
  ItemStyle style;
  style.minutes = true;
  style.prefix = prefix;
  Collector collector(workspace_, days_, names_ ? &*names_ : nullptr, paper, Which::all);
  collector.add(decisions_of(workspace_, paper, items, style, faults), 1, {});
  return collector.take_all();
}

std::vector<Duty> duties_of(const definitions::Workspace& workspace) {
  std::vector<Duty> all;
  if (workspace.papers.empty()) return all;
  const DutyReader reader(workspace, true);
  for (const Paper& paper : workspace.papers) {
    if (definitions::state_of(workspace, paper).kind == definitions::PaperState::Kind::no_longer) continue;
    std::vector<Duty> made = reader.of_paper(paper, Which::with_terms);
    std::move(made.begin(), made.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace svod::compose
