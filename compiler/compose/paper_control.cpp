#include "compose/paper_control.h"

#include <iterator>

#include "base/text.h"
#include "compose/paper_duties.h"
#include "compose/paper_records.h"
#include "compose/paper_words.h"
#include "compose/written_text.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperItem;
using expression::List;
using expression::Record;
using expression::Value;

/// What was done late was late, but is not owed any more.
bool overdue(const plan::Duty& duty, Date today) {
  return duty.due && *duty.due < today && !duty.done && !duty.recommended;
}

class ItemRecord final : public Record {
 public:
  ItemRecord(const Input& input, plan::Duty duty, std::string key)
      : input_(input), duty_(std::move(duty)), key_(std::move(key)) {}

  Value field(std::string_view name) const override {
    if (name == "number") return text_value(duty_.number);
    if (name == "text") return text_value(duty_.printed);
    if (name == "own_text") return text_value(duty_.text);
    if (name == "executors") return text_value(duty_.executors);
    if (name == "to") return text_value(duty_.to);
    if (name == "term") return text_value(duty_.term);
    if (name == "due") return duty_.due ? Value::of(*duty_.due) : Value();
    if (name == "done") return duty_.done ? Value::of(*duty_.done) : Value();
    if (name == "overdue") return Value::of(overdue(duty_, input_.date));
    if (name == "recommended") return Value::of(duty_.recommended);
    if (name == "level") return number_value(duty_.level);
    if (name == "status") return Value::of(status_of(duty_, input_.date));
    if (name == "paper") return paper_value(input_, duty_.paper->id);
    if (name == "paper_name") return text_value(paper_name(input_, *duty_.paper));
    if (name == "source") {
      const std::string number = replace_all(duty_.number, " ", "\u00A0");
      return text_value(paper_name(input_, *duty_.paper) + ", п.\u00A0" + number);
    }
    return {};
  }
  std::string key() const override { return key_; }

 private:
  const Input& input_;
  plan::Duty duty_;
  std::string key_;
};

Value list_of(const Input& input, std::vector<plan::Duty> duties) {
  List list;
  for (plan::Duty& duty : duties) {
    std::string key = duty.paper->id + "/" + std::to_string(list.size());
    list.push_back(
        Value::of(std::shared_ptr<const Record>(std::make_shared<ItemRecord>(input, std::move(duty), std::move(key)))));
  }
  return Value::of(std::move(list));
}

}  // namespace

std::string paper_name(const Input& input, const Paper& paper) {
  const definitions::PaperState state = printed_state(input, paper);
  if (state.is_signed()) {
    const std::string name = reference_to(input.workspace, paper, state, language::Case::nominative, false);
    // Its items may have been changed too: a person has to look.
    const bool amended = state.kind == definitions::PaperState::Kind::amended;
    return amended ? name + " (" + state_word(state, kind_of(paper.type).gender) + ")" : name;
  }
  const std::string kind(kind_of(paper.type).genitive);
  return language::glue("проект " + kind + " «" + squeeze(paper.subject.text) + "»");
}

std::string status_of(const plan::Duty& duty, Date today) {
  if (duty.done) return "исполнено";
  if (duty.recommended) return "рекомендовано";
  return overdue(duty, today) ? "просрочено" : "на контроле";
}

Value items_value(const Input& input, const Paper& paper, Which which) {
  return list_of(input, DutyReader(input.workspace).of_paper(paper, which));
}

Value decisions_value(const Input& input, const Paper& paper, const std::vector<PaperItem>& items,
                      const std::string& prefix) {
  return list_of(input, DutyReader(input.workspace).of_decisions(paper, items, prefix));
}

Value duties_value(const Input& input, bool drafts) {
  std::vector<plan::Duty> all;
  const DutyReader reader(input.workspace);
  for (const Paper& paper : input.workspace.papers) {
    const definitions::PaperState state = definitions::state_of(input.workspace, paper);
    if (state.kind == definitions::PaperState::Kind::no_longer || (!drafts && !state.is_signed())) continue;
    std::vector<plan::Duty> made = reader.of_paper(paper, Which::with_terms);
    if (input.told != nullptr && !made.empty()) input.told->insert(paper.id);
    std::move(made.begin(), made.end(), std::back_inserter(all));
  }
  return list_of(input, std::move(all));
}

}  // namespace svod::compose
