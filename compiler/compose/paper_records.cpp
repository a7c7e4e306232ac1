#include "compose/paper_records.h"

#include <array>

#include "base/text.h"
#include "compose/paper_control.h"
#include "compose/paper_executors.h"
#include "compose/paper_items.h"
#include "compose/paper_words.h"
#include "compose/plan_records.h"
#include "compose/regulation_records.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "indicators/records.h"
#include "language/typography.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperState;
using expression::List;
using expression::Record;
using expression::Value;
using language::Case;

Value record(std::shared_ptr<const Record> made) { return Value::of(std::move(made)); }

Value person_value(const definitions::Workspace& workspace, const std::string& id) {
  const definitions::Person* person = workspace.person(id);
  return person == nullptr ? Value() : indicators::person_record(*person);
}

const definitions::Body* issuing_body(const definitions::Workspace& workspace, const Paper& paper) {
  for (const definitions::Body& body : workspace.bodies) {
    if (!paper.issuer.empty() && body.id == paper.issuer) return &body;
  }
  return nullptr;
}

/// Whom the paper names; else the head of the body that issues it, else the workspace's.
const std::string& signatory_of(const definitions::Workspace& workspace, const Paper& paper) {
  if (!paper.signatory.empty()) return paper.signatory;
  const definitions::Body* body = issuing_body(workspace, paper);
  return body == nullptr || body->head.empty() ? workspace.signatory : body->head;
}

/// The head of a school in a sheet of signatures: the post says of which.
class HeadRecord final : public Record {
 public:
  HeadRecord(const definitions::Workspace& workspace, const definitions::Person& person)
      : workspace_(workspace), person_(person), record_(indicators::person_record(person)) {}
  Value field(std::string_view name) const override {
    if (name != "post") return record_.record()->field(name);
    const std::string whole = person_in(workspace_, person_.id, "");
    const Value own = record_.record()->field("name");
    const std::string tail = own.text() == nullptr ? std::string() : *own.text();
    return Value::of(std::string(trim(std::string_view(whole).substr(0, whole.size() - tail.size()))));
  }
  std::string key() const override { return person_.id; }

 private:
  const definitions::Workspace& workspace_;
  const definitions::Person& person_;
  Value record_;
};

/// Those who sign a sheet: people, «heads» for the heads of schools.
Value signers(const definitions::Workspace& workspace, const std::vector<std::string>& ids) {
  List list;
  const auto add = [&](const std::string& id) {
    const definitions::Person* person = workspace.person(id);
    if (person != nullptr) list.push_back(record(std::make_shared<HeadRecord>(workspace, *person)));
  };
  for (const std::string& id : ids) {
    if (id != "heads" && id != "schools") {
      add(id);
      continue;
    }
    for (const definitions::School& school : workspace.schools) add(school.head);
  }
  return Value::of(std::move(list));
}

/// «Т. В. Васильева, директор МОУ «…»»; words stay.
std::string named(const definitions::Workspace& workspace, const std::string& who, std::string_view suffix) {
  // A school is there in the person of its head.
  const definitions::School* school = workspace.school(who);
  const definitions::Person* person = workspace.person(school == nullptr ? who : school->head);
  if (person == nullptr) {
    for (const definitions::Role& role : workspace.roles) {
      if (role.id == who) return indicators::in_case(role.name, suffix);
    }
    return school == nullptr ? language::glue(squeeze(who)) : executor_of(workspace, who).nominative;
  }
  const std::string ending = suffix.empty() ? std::string() : "_" + std::string(suffix);
  const Value name = indicators::person_record(*person).record()->field("name" + ending);
  const std::string own = name.text() == nullptr ? std::string() : *name.text();
  const std::string whole = person_in(workspace, person->id, suffix);
  return own + ", " + std::string(trim(std::string_view(whole).substr(0, whole.size() - own.size())));
}

class AppendixRecord final : public Record {
 public:
  AppendixRecord(const Input& input, const Paper& paper, std::size_t index)
      : input_(input), paper_(paper), ids_(appendices_of(paper)), index_(index) {}

  Value field(std::string_view name) const override {
    if (name == "id") return Value::of(id());
    if (name == "number") return ids_.size() == 1 ? Value() : Value::of(std::to_string(index_ + 1));
    if (name == "title") return text_value(thing().title);
    if (name == "kind") return Value::of(thing().kind);
    if (name == "plan") return plan_value(input_, id());
    if (name == "regulation") return regulation_value(input_, id());
    return {};
  }
  std::string key() const override { return paper_.id + "/" + id(); }

  /// The lines of its mark.
  std::vector<std::string> mark(bool approval, bool with_title) const {
    const PaperState state = printed_state(input_, paper_);
    const PaperKind& kind = kind_of(paper_.type);
    const std::string issuer = issuer_in(input_.workspace, paper_, "genitive");
    const auto of_issuer = [&](std::string_view noun) {
      return std::string(noun) + (issuer.empty() ? "" : " " + issuer);
    };
    std::vector<std::string> lines;
    if (ids_.size() > 1) {
      lines.push_back("Приложение № " + std::to_string(index_ + 1));
    } else if (!approval) {
      lines.push_back("Приложение");
    }
    if (approval) {
      lines.emplace_back(approved(thing().gender));
      lines.push_back(of_issuer(kind.instrumental));
    } else {
      lines.push_back("к " + of_issuer(kind.dative));
    }
    lines.push_back(date_and_number(state.date, state.number));
    if (with_title && !paper_.subject.empty()) lines.push_back("«" + squeeze(paper_.subject.text) + "»");
    for (std::string& line : lines) line = language::glue_heading(line);
    return lines;
  }

 private:
  struct Thing {
    std::string title, gender, kind;
  };
  const std::string& id() const { return ids_[index_]; }
  Thing thing() const {
    for (const definitions::Plan& plan : input_.workspace.plans) {
      const bool programme = plan.type == definitions::Plan::Type::programme;
      if (plan.id == id()) return {said(plan.title), plan.gender, programme ? "programme" : "plan"};
    }
    for (const definitions::Regulation& one : input_.workspace.regulations) {
      if (one.id == id()) return {said(one.title), one.gender, "regulation"};
    }
    return {};
  }

  const Input& input_;
  const Paper& paper_;
  std::vector<std::string> ids_;
  std::size_t index_;
};

class SpeechRecord final : public Record {
 public:
  SpeechRecord(const Input& input, const Paper::Question::Speech& speech, std::string key)
      : input_(input), speech_(speech), key_(std::move(key)) {}
  Value field(std::string_view name) const override {
    if (name == "who") return text_value(named(input_.workspace, speech_.who.text, ""));
    if (name == "who_accusative") return text_value(named(input_.workspace, speech_.who.text, "accusative"));
    if (name == "line") return text_value(line());
    return name == "text" ? text_value(speech_.text) : Value();
  }
  std::string key() const override { return key_; }

 private:
  /// «А. И. Вязову, директора МБОУ «Луговая СОШ», об опыте …»; what is no «о чём» is a sentence of its own.
  std::string line() const {
    const std::string who = named(input_.workspace, speech_.who.text, "accusative");
    const std::string text = said(speech_.text);
    if (text.empty()) return with_end(who);
    const std::string start = lower(text.substr(0, text.find(' ')));
    const bool goes_on = start == "о" || start == "об" || start == "обо";
    if (!goes_on) return with_end(who) + " " + with_end(language::capitalised(text));
    return who + (who.find(", ") == std::string::npos ? " " : ", ") + with_end(language::uncapitalised(text));
  }

  const Input& input_;
  const Paper::Question::Speech& speech_;
  std::string key_;
};

std::string_view type_word(Paper::Type type) {
  switch (type) {
    case Paper::Type::order: return "order";
    case Paper::Type::resolution: return "resolution";
    case Paper::Type::minutes: return "minutes";
    case Paper::Type::letter: return "letter";
    case Paper::Type::note: return "note";
  }
  return "order";
}

std::string_view purpose_word(Paper::Purpose purpose) {
  static constexpr std::array<std::string_view, 8> words{"other", "plan",        "regulation", "results",
                                                         "event", "composition", "amendment",  "repeal"};
  return words[static_cast<std::size_t>(purpose)];
}

}  // namespace

PaperState printed_state(const Input& input, const Paper& paper) {
  PaperState state = definitions::state_of(input.workspace, paper);
  if (input.blank_paper == paper.id) {
    state.date.reset();
    state.number.clear();
  }
  return state;
}

PaperRecord::PaperRecord(const Input& input, const Paper& paper)
    : input_(input), paper_(paper), state_(printed_state(input, paper)) {}

Value PaperRecord::field(std::string_view name) const {
  if (auto value = words(name)) return *value;
  if (auto value = people(name)) return *value;
  if (name == "date") return state_.date ? Value::of(*state_.date) : Value();
  if (name == "signed") return Value::of(state_.is_signed());
  if (name == "of_department") return Value::of(paper_.issuer.empty());
  if (name == "preamble") return text_values(paper_.preamble);
  if (name == "body") return clause_values(paper_.body);
  if (name == "items") return items_value(input_, paper_, Which::top);
  if (name == "all_items") return items_value(input_, paper_, Which::all);
  if (name == "controlled") return items_value(input_, paper_, Which::with_terms);
  List list;
  if (name == "appendices") {
    for (std::size_t i = 0; i < appendices_of(paper_).size(); ++i) {
      list.push_back(record(std::make_shared<AppendixRecord>(input_, paper_, i)));
    }
  } else if (name == "agenda") {
    for (std::size_t i = 0; i < paper_.agenda.size(); ++i) {
      list.push_back(record(std::make_shared<QuestionRecord>(input_, paper_, i)));
    }
  } else if (name == "addressees") {
    for (const definitions::Written& one : paper_.addressees) {
      list.push_back(Value::of(language::capitalised(executor_of(input_.workspace, one.text).dative)));
    }
  } else if (name == "present") {
    for (const definitions::Written& one : paper_.present)
      list.push_back(Value::of(named(input_.workspace, one.text, "")));
  } else {
    return {};
  }
  return Value::of(std::move(list));
}

std::optional<Value> PaperRecord::words(std::string_view name) const {
  const PaperKind& kind = kind_of(paper_.type);
  const auto of = [](std::string_view text) { return text_value(std::string(text)); };
  if (name == "id") return of(paper_.id);
  if (name == "type") return of(type_word(paper_.type));
  if (name == "purpose") return of(purpose_word(paper_.purpose));
  if (name == "kind") return of(kind.noun);
  if (name == "kind_genitive") return of(kind.genitive);
  if (name == "kind_dative") return of(kind.dative);
  if (name == "kind_accusative") return of(kind.accusative);
  if (name == "kind_instrumental") return of(kind.instrumental);
  if (name == "heading") return of(kind.heading);
  if (name == "subject") return text_value(paper_.subject);
  if (name == "issuer") {
    if (const definitions::Body* body = issuing_body(input_.workspace, paper_))
      return of(body->full_name.empty() ? body->name : body->full_name);
    return of(input_.workspace.department.name);
  }
  if (name == "issuer_genitive") return of(issuer_in(input_.workspace, paper_, "genitive"));
  if (name == "place") {
    const definitions::Body* body = issuing_body(input_.workspace, paper_);
    return of(body == nullptr || body->place.empty() ? input_.workspace.department.place : body->place);
  }
  if (name == "number") return of(state_.number);
  if (name == "state") return of(definitions::state_name(state_.kind));
  if (name == "state_title") return of(state_word(state_, kind.gender));
  if (name == "name") return of(reference_to(input_.workspace, paper_, state_, Case::nominative, false));
  if (name == "full_name") return of(reference_to(input_.workspace, paper_, state_, Case::nominative, true));
  if (name == "reference") return text_value(paper_.reference);
  if (name == "changes") return of(act_in(input_.workspace, paper_.changes, Case::nominative, true));
  if (name == "control") {
    if (!paper_.control) return Value();
    return of(person_in(input_.workspace,
                        paper_.control->self ? signatory_of(input_.workspace, paper_) : paper_.control->person, ""));
  }
  if (name != "changed_by") return std::nullopt;
  std::vector<std::string> names;
  for (const Paper* one : state_.changed_by) {
    names.push_back(reference_to(input_.workspace, *one, printed_state(input_, *one), Case::nominative, false));
  }
  return of(join(names, "; "));
}

std::optional<Value> PaperRecord::people(std::string_view name) const {
  const definitions::Workspace& workspace = input_.workspace;
  if (name == "signatory") {
    // A note is signed by who made it.
    if (paper_.signatory.empty() && paper_.type == definitions::Paper::Type::note) return people("executor");
    return person_value(workspace, signatory_of(workspace, paper_));
  }
  if (name == "executor")
    return person_value(workspace, paper_.executor.empty() ? workspace.executor : paper_.executor);
  if (name == "chair") return person_value(workspace, paper_.chair);
  if (name == "secretary") return person_value(workspace, paper_.secretary);
  if (name == "controller") return paper_.control ? person_value(workspace, paper_.control->person) : Value();
  if (name == "agreed_by") return signers(workspace, paper_.agreed_by);
  if (name == "acquainted") return signers(workspace, paper_.acquainted);
  return std::nullopt;
}

Value QuestionRecord::field(std::string_view name) const {
  if (name == "number") return Value::of(std::to_string(index_ + 1));
  if (name == "question") return text_value(question().question);
  List list;
  if (name == "heard") {
    for (std::size_t i = 0; i < question().heard.size(); ++i) {
      list.push_back(
          record(std::make_shared<SpeechRecord>(input_, question().heard[i], key() + "/" + std::to_string(i))));
    }
    return Value::of(std::move(list));
  }
  return name == "decided" ? decisions_value(input_, paper_, question().decided, number()) : Value();
}

Value papers_value(const Input& input) {
  List list;
  for (const Paper& paper : input.workspace.papers) list.push_back(record(std::make_shared<PaperRecord>(input, paper)));
  return Value::of(std::move(list));
}

Value paper_value(const Input& input, std::string_view id) {
  const Paper* paper = definitions::find_paper(input.workspace, id);
  return paper == nullptr ? Value() : record(std::make_shared<PaperRecord>(input, *paper));
}

Value issue_value(const Input& input) {
  std::map<std::string, Value, std::less<>> fields;
  if (input.issued != nullptr && !input.issued->agreement) {
    if (input.issued->date) fields.emplace("date", Value::of(*input.issued->date));
    if (!input.issued->number.empty()) fields.emplace("number", Value::of(input.issued->number));
  }
  return indicators::plain_record("issue", std::move(fields));
}

Value appendix_mark(const Input&, const std::vector<Value>& arguments) {
  const auto* appendix = dynamic_cast<const AppendixRecord*>(arguments.at(0).record());
  if (appendix == nullptr || arguments.at(1).text() == nullptr) return {};
  const bool approval = lower(*arguments[1].text()).starts_with("утвержд");
  const bool* title = arguments.size() > 2 ? arguments[2].truth() : nullptr;
  List list;
  for (std::string& line : appendix->mark(approval, title != nullptr && *title))
    list.push_back(Value::of(std::move(line)));
  return Value::of(std::move(list));
}

}  // namespace svod::compose
