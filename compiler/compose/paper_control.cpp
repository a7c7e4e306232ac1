#include "compose/paper_control.h"

#include <optional>

#include "base/text.h"
#include "compose/paper_executors.h"
#include "compose/paper_items.h"
#include "compose/paper_records.h"
#include "compose/written_text.h"
#include "language/words.h"
#include "plan/term.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperItem;
using expression::List;
using expression::Record;
using expression::Value;

class ItemRecord final : public Record {
 public:
  struct Told {
    std::string number, text, own_text, executors, to, term, key;
    std::optional<Date> due, done;
    int level = 1;
  };
  ItemRecord(Told told, Date today) : told_(std::move(told)), today_(today) {}

  Value field(std::string_view name) const override {
    if (name == "number") return text_value(told_.number);
    if (name == "text") return text_value(told_.text);
    if (name == "own_text") return text_value(told_.own_text);
    if (name == "executors") return text_value(told_.executors);
    if (name == "to") return text_value(told_.to);
    if (name == "term") return text_value(told_.term);
    if (name == "due") return told_.due ? Value::of(*told_.due) : Value();
    if (name == "done") return told_.done ? Value::of(*told_.done) : Value();
    if (name == "overdue") return Value::of(overdue());
    if (name == "level") return number_value(told_.level);
    if (name == "status")
      return Value::of(std::string(told_.done ? "исполнено" : overdue() ? "просрочено" : "на контроле"));
    return {};
  }
  std::string key() const override { return told_.key; }

 private:
  /// What was done late was late, but is not owed any more.
  bool overdue() const { return told_.due && *told_.due < today_ && !told_.done; }

  Told told_;
  Date today_;
};

class Collector {
 public:
  Collector(const Input& input, const Paper& paper, Which which) : input_(input), paper_(paper), which_(which) {
    const definitions::PaperState state = definitions::state_of(input.workspace, paper);
    year_ = state.date ? static_cast<int>(state.date->year()) : input.workspace.year;
  }

  void add(const std::vector<ItemText>& items, int level, const std::string& above, const std::string& executors) {
    int lines = 0;
    for (const ItemText& item : items) {
      if (item.written == nullptr) continue;
      // A line of a list is told by the number above it and its place.
      const bool numbered = item.label.find_first_of("0123456789") != std::string::npos;
      ++lines;
      const std::string over = above.ends_with('.') ? above.substr(0, above.size() - 1) : above;
      const std::string number = numbered || over.empty() ? item.label
                                 : item.label == "–"      ? over + " (" + std::to_string(lines) + ")"
                                                          : over + " " + item.label;
      const std::string own =
          item.written->to.empty() ? executors : executors_of(input_.workspace, item.written->to).nominative;
      take(item, level, number, own);
      if (which_ != Which::top) add(item.items, level + 1, number, own);
    }
  }

  Value value() { return Value::of(std::move(list_)); }

 private:
  void take(const ItemText& item, int level, const std::string& number, const std::string& executors) {
    const PaperItem& written = *item.written;
    if (which_ == Which::with_terms && written.terms.empty()) return;
    ItemRecord::Told told;
    told.number = number.ends_with('.') ? number.substr(0, number.size() - 1) : number;
    told.text = item.text();
    told.own_text = language::capitalised(said(written.text));
    told.executors = executors;
    told.to = executors_of(input_.workspace, written.to).dative;
    told.done = written.done;
    told.level = level;
    const auto put = [&](const std::vector<definitions::Written>& terms) {
      told.term = term_words(terms);
      told.due.reset();
      for (const definitions::Written& term : terms) {
        const plan::Term read = plan::read_term(term.text, {year_, false});
        if (read.to && (!told.due || *told.due < *read.to)) told.due = read.to;
      }
      told.key = paper_.id + "/" + std::to_string(list_.size());
      list_.push_back(Value::of(std::shared_ptr<const Record>(std::make_shared<ItemRecord>(told, input_.date))));
    };
    if (which_ != Which::with_terms) {
      put(written.terms);
      return;
    }
    for (const definitions::Written& term : written.terms) put({term});
  }

  const Input& input_;
  const Paper& paper_;
  Which which_;
  int year_ = 0;
  List list_;
};

}  // namespace

Value items_value(const Input& input, const Paper& paper, Which which) {
  std::vector<ItemFault> faults;   // told where the items are printed
  Collector collector(input, paper, which);
  collector.add(items_of(input.workspace, paper, {}, faults), 1, {}, {});
  if (which == Which::with_terms) {
    for (std::size_t i = 0; i < paper.agenda.size(); ++i) {
      ItemStyle style;
      style.minutes = true;
      style.prefix = std::to_string(i + 1) + ".";
      collector.add(decisions_of(input.workspace, paper, paper.agenda[i].decided, style, faults), 1, {}, {});
    }
  }
  return collector.value();
}

Value decisions_value(const Input& input, const Paper& paper, const std::vector<PaperItem>& items,
                      const std::string& prefix) {
  std::vector<ItemFault> faults;
  ItemStyle style;
  style.minutes = true;
  style.prefix = prefix;
  Collector collector(input, paper, Which::all);
  collector.add(decisions_of(input.workspace, paper, items, style, faults), 1, {}, {});
  return collector.value();
}

}  // namespace svod::compose
