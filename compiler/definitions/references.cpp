#include <algorithm>
#include <set>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"
#include "definitions/paper_state.h"

namespace svod::definitions {
namespace {

using Target = Reference::Target;
using Ids = std::set<std::string>;

std::string owner_of(const Reference& reference) {
  const Node* id = reference.document->root.find("id");
  return id ? id->text : std::string();
}

std::string kind_of(const Reference& reference) {
  const Node* kind = reference.document->root.find("kind");
  return kind ? kind->text : std::string();
}

void add_indicators(const std::vector<PlanIndicator>& indicators, Ids& ids) {
  for (const PlanIndicator& one : indicators) {
    if (!one.id.empty()) ids.insert(one.id);
    add_indicators(one.parts, ids);
  }
}

void add_approved(const std::vector<PaperItem>& items, Ids& ids) {
  for (const PaperItem& item : items) {
    if (!item.approves.empty()) ids.insert(item.approves);
    add_approved(item.items, ids);
  }
}

class References {
 public:
  References(const Checked* register_file, Loading& loading) : loading_(loading), workspace_(loading.workspace) {
    for (const Plan& plan : workspace_.plans) {
      plans_.insert(plan.id);
      add_indicators(plan.indicators, indicators_);
    }
    for (const Regulation& regulation : workspace_.regulations) regulations_.insert(regulation.id);
    for (const Paper& paper : workspace_.papers) {
      papers_.insert(paper.id);
      Ids ids;
      add_approved(paper.items, ids);
      for (const Paper::Question& question : paper.agenda) add_approved(question.decided, ids);
      for (const std::string& id : ids) approving_[id].push_back(&paper);
    }
    for (const Indicator& one : workspace_.indicators) data_indicators_.insert(one.name);
    for (const Indicator& one : loading.half_known) data_indicators_.insert(one.name);
    data_indicators_.insert(loading.broken_indicators.begin(), loading.broken_indicators.end());
    has_register_ = register_file != nullptr;
    if (!has_register_) return;
    // Whoever stands in the register is known, even where the rest of the entry was refused.
    people_ = ids_in(*register_file, "people");
    bodies_ = ids_in(*register_file, "bodies");
    parties_ = together({&people_, &bodies_});
    parties_.merge(ids_in(*register_file, "schools"));
    parties_.merge(ids_in(*register_file, "roles"));
    parties_.insert("department");
    addressees_ = parties_;
    addressees_.insert({"schools", "heads"});
    for (const School& school : workspace_.schools) addressees_.insert(school.groups.begin(), school.groups.end());
  }

  void check() {
    for (const Reference& reference : loading_.references) {
      check_one(reference);
      check_approval(reference);
    }
    for (Plan& plan : loading_.workspace.plans) approve(plan.id, plan.approved_by);
    for (Regulation& one : loading_.workspace.regulations) approve(one.id, one.approved_by);
    check_cycles();
  }

 private:
  static Ids ids_in(const Checked& file, std::string_view key) {
    Ids ids;
    if (const Node* list = file.document.root.find(key)) {
      for (const Node& item : list->items) {
        if (const Node* id = item.find("id")) ids.insert(id->text);
      }
    }
    return ids;
  }

  static Ids together(const std::vector<const Ids*>& sets) {
    Ids all;
    for (const Ids* set : sets) all.insert(set->begin(), set->end());
    return all;
  }

  void check_one(const Reference& reference) {
    switch (reference.target) {
      case Target::paper:
      case Target::changed: return written(reference, codes::unknown_paper, "бумаги", {&papers_});
      case Target::programme: return written(reference, codes::unknown_paper, "программы и бумаги", {&plans_, &papers_});
      case Target::appendix:
        return written(reference, codes::unknown_appendix, "плана и положения", {&plans_, &regulations_});
      case Target::link:
        return written(reference, codes::unknown_link, "показателя и бумаги",
                       {&plans_, &regulations_, &papers_, &indicators_, &data_indicators_});
      case Target::indicator:
        return written(reference, codes::unknown_plan_indicator, "показателя", {&indicators_, &data_indicators_});
      case Target::data_indicator:
        return look(reference, codes::unknown_indicator, "показателя", {&data_indicators_}, "");
      case Target::person: return registered(reference, codes::unknown_person, "человека", people_);
      case Target::people:
        if (reference.node->text == "heads") return;
        return registered(reference, codes::unknown_person, "человека", people_);
      case Target::body: return registered(reference, codes::unknown_body, "органа", bodies_);
      case Target::party: return registered(reference, codes::unknown_party, "человека, органа, школы или роли", parties_);
      case Target::addressee:
        return registered(reference, codes::unknown_party, "человека, органа, школы, роли или группы школ", addressees_);
    }
  }

  /// What plans, regulations and papers define. A file that was not read may hold it.
  void written(const Reference& reference, const Code& code, std::string_view what, const std::vector<const Ids*>& sets) {
    if (loading_.all_written_read) look(reference, code, what, sets, " в рабочей папке");
  }

  void registered(const Reference& reference, const Code& code, std::string_view what, const Ids& ids) {
    if (has_register_) look(reference, code, what, {&ids}, " в реестре");
  }

  void look(const Reference& reference, const Code& code, std::string_view what, const std::vector<const Ids*>& sets,
            std::string_view where) {
    const std::string& id = reference.node->text;
    if (std::any_of(sets.begin(), sets.end(), [&](const Ids* set) { return set->count(id) > 0; })) return;
    reference.document
        ->error(loading_.out, code, *reference.node,
                "нет " + std::string(what) + " с кодом «" + id + "»" + std::string(where),
                hint_for(reference.target, id, sets))
        .cause = id;
  }

  /// The nearest code is looked for once for each wrong one, and not for thousands of them.
  std::string hint_for(Target target, const std::string& id, const std::vector<const Ids*>& sets) {
    constexpr std::size_t kSought = 200;
    const auto known_hint = hints_.find({target, id});
    if (known_hint != hints_.end()) return known_hint->second;
    if (hints_.size() >= kSought) return {};
    const Ids all = together(sets);
    const std::vector<std::string> known(all.begin(), all.end());
    std::string hint = nearest_hint(id, known);
    if (loading_.workspace.sources.count("plans/" + id + ".xlsx") > 0) {
      hint = "книге plans/" + id + ".xlsx нужно описание с названием в родительном падеже (title_genitive): plans/" + id +
             ".yaml с ключом table: " + id + ".xlsx";
    } else if (const std::string_view other = what_is(id); !other.empty()) {
      hint = "с этим кодом есть " + std::string(other);
    } else if (hint.empty() && !known.empty() && known.size() <= 12) {
      hint = "есть коды: " + join(known, ", ");
    }
    return hints_[{target, id}] = hint;
  }

  std::string_view what_is(const std::string& id) const {
    if (plans_.count(id)) return "план";
    if (regulations_.count(id)) return "положение";
    if (papers_.count(id)) return "бумага";
    if (people_.count(id)) return "человек";
    return {};
  }

  /// «approved_by: {paper: …}» of a paper that does not approve it.
  void check_approval(const Reference& reference) {
    if (reference.target != Target::paper || !papers_.count(reference.node->text)) return;
    const std::string owner = owner_of(reference);
    if (approved_by(reference.node->text).count(owner)) return;
    if (const auto others = approving_.find(owner); others != approving_.end()) {
      const Paper& other = *others->second.front();
      Diagnostic& told = reference.document->error(
          loading_.out, codes::approved_twice, *reference.node,
          "«" + owner + "» утверждает бумага «" + other.id + "», а approved_by называет «" +
              reference.node->text + "»",
          "уберите approved_by: svod возьмёт бумагу, которая утверждает");
      told.related.push_back({other.at, "эта бумага утверждает"});
      return;
    }
    reference.document->warning(loading_.out, codes::not_approved_there, *reference.node,
                                "бумага «" + reference.node->text + "» не утверждает «" + owner + "» и не прилагает его",
                                "добавьте в бумагу пункт approves: " + owner + " или назовите другую");
  }

  /// What one paper approves is approved by it, also where nobody says so; an act outside must be that same paper.
  void approve(const std::string& id, ActReference& act) {
    if (!act.paper.empty()) return;
    const auto found = approving_.find(id);
    if (found == approving_.end()) return;
    const std::vector<const Paper*>& papers = found->second;
    if (!act.date && act.number.empty()) {
      if (papers.size() == 1) act.paper = papers.front()->id;
      return;
    }
    for (const Paper* paper : papers) {
      const PaperState state = state_of(workspace_, *paper);
      if (act.date && state.date == act.date && (act.number.empty() || act.number.text == state.number)) {
        act.paper = paper->id;
        return;
      }
    }
    Diagnostic& told = loading_.out.error(
        codes::approved_twice, act.at,
        "approved_by называет один акт, а утверждает «" + id + "» бумага «" + papers.front()->id + "»",
        "уберите approved_by: svod возьмёт бумагу, которая утверждает");
    told.related.push_back({papers.front()->at, "эта бумага утверждает"});
  }

  /// What a paper approves or has as an appendix, with appendices of these.
  const Ids& approved_by(const std::string& paper) {
    const auto [known, is_new] = approved_.try_emplace(paper);
    if (!is_new) return known->second;
    Ids& ids = known->second;
    for (const Paper& one : workspace_.papers) {
      if (one.id != paper) continue;
      ids.insert(one.appendices.begin(), one.appendices.end());
      add_approved(one.items, ids);
      for (const Paper::Question& question : one.agenda) add_approved(question.decided, ids);
    }
    std::vector<std::string> left(ids.begin(), ids.end());
    while (!left.empty()) {
      const std::string id = left.back();
      left.pop_back();
      for (const Regulation& regulation : workspace_.regulations) {
        if (regulation.id != id) continue;
        for (const std::string& appendix : regulation.appendices) {
          if (ids.insert(appendix).second) left.push_back(appendix);
        }
      }
    }
    return ids;
  }

  /// Appendices of regulations, acts that change acts and plans that are part of plans must end somewhere.
  void check_cycles() {
    std::map<std::string, std::vector<const Reference*>> edges;
    for (const Reference& reference : loading_.references) {
      const bool leads = reference.target == Target::changed || reference.target == Target::programme ||
                         (reference.target == Target::appendix && kind_of(reference) == "regulation");
      if (leads) edges[owner_of(reference)].push_back(&reference);
    }
    Ids done;
    for (const auto& [start, from] : edges) {
      if (done.count(start)) continue;
      struct Step {
        std::string id;
        std::size_t next;
      };
      std::vector<Step> path{{start, 0}};
      while (!path.empty()) {
        const auto out = edges.find(path.back().id);
        if (out == edges.end() || path.back().next >= out->second.size()) {
          done.insert(path.back().id);
          path.pop_back();
          continue;
        }
        const Reference& reference = *out->second[path.back().next++];
        const std::string& to = reference.node->text;
        const auto again = std::find_if(path.begin(), path.end(), [&](const Step& step) { return step.id == to; });
        if (again != path.end()) {
          std::string round;
          for (auto step = again; step != path.end(); ++step) round += step->id + " → ";
          reference.document->error(loading_.out, codes::reference_cycle, *reference.node,
                                    "ссылки ходят по кругу: " + round + to, "уберите одну из ссылок");
        } else if (!done.count(to)) {
          path.push_back({to, 0});
        }
      }
    }
  }

  Loading& loading_;
  const Workspace& workspace_;
  bool has_register_ = false;
  Ids plans_, regulations_, papers_, indicators_, data_indicators_;
  Ids people_, bodies_, parties_, addressees_;
  std::map<std::string, Ids> approved_;
  std::map<std::string, std::vector<const Paper*>> approving_;   ///< id -> papers with an item «approves: id»
  std::map<std::pair<Target, std::string>, std::string> hints_;
};

}  // namespace

void check_written_references(const Checked* register_file, Loading& loading) {
  References(register_file, loading).check();
}

}  // namespace svod::definitions
