#include "compose/paper_words.h"

#include "base/text.h"
#include "indicators/records.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/posts.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperState;
using language::Case;

constexpr std::string_view kDateRule = "_______________", kNumberRule = "______";

/// Of four words for m, f, n, plural.
std::string_view of_gender(std::string_view gender, std::string_view m, std::string_view f, std::string_view n,
                           std::string_view plural) {
  if (gender == "f") return f;
  if (gender == "n") return n;
  return gender == "plural" ? plural : m;
}

/// The word without quotes around it: what stands before, the letters, what stands after.
struct Bare {
  std::string before, word, after;
};

Bare bare(std::string_view word) {
  const auto is_letter = [](char32_t c) { return c >= 0x400 && c <= 0x4FF; };
  const std::u32string letters = to_code_points(word);
  std::size_t begin = 0, end = letters.size();
  while (begin < end && !is_letter(letters[begin])) ++begin;
  while (end > begin && !is_letter(letters[end - 1])) --end;
  return {to_utf8(letters.substr(0, begin)), to_utf8(letters.substr(begin, end - begin)), to_utf8(letters.substr(end))};
}

/// «ая» -> «ую» at the end of a word; false where the word ends otherwise.
bool change(std::string& word, std::string_view from, std::string_view to) {
  if (!lower(word).ends_with(from)) return false;
  word.resize(word.size() - from.size());
  word += to;
  return true;
}

std::string_view noun_in(const PaperKind& kind, Case grammatical_case) {
  switch (grammatical_case) {
    case Case::genitive: return kind.genitive;
    case Case::dative: return kind.dative;
    case Case::accusative: return kind.accusative;
    case Case::instrumental: return kind.instrumental;
    default: return kind.noun;
  }
}

}  // namespace

const PaperKind& kind_of(Paper::Type type) {
  static constexpr PaperKind order{"ПРИКАЗ", "приказ", "приказа", "приказу", "приказ", "приказом", 'm'};
  static constexpr PaperKind resolution{"ПОСТАНОВЛЕНИЕ", "постановление", "постановления", "постановлению",
                                        "постановление", "постановлением", 'n'};
  static constexpr PaperKind minutes{"ПРОТОКОЛ", "протокол", "протокола", "протоколу", "протокол", "протоколом", 'm'};
  static constexpr PaperKind letter{"ПИСЬМО", "письмо", "письма", "письму", "письмо", "письмом", 'n'};
  static constexpr PaperKind note{"АНАЛИТИЧЕСКАЯ СПРАВКА", "справка", "справки", "справке", "справку", "справкой", 'f'};
  switch (type) {
    case Paper::Type::order: return order;
    case Paper::Type::resolution: return resolution;
    case Paper::Type::minutes: return minutes;
    case Paper::Type::letter: return letter;
    case Paper::Type::note: return note;
  }
  return order;
}

std::string_view enclosed(std::string_view gender) {
  return of_gender(gender, "прилагаемый", "прилагаемую", "прилагаемое", "прилагаемые");
}

std::string_view approved(std::string_view gender) {
  return of_gender(gender, "УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ");
}

std::string title_in_accusative(std::string_view title, std::string_view gender) {
  if (gender != "f") return std::string(title);   // of what is not alive, it is the nominative
  std::vector<std::string> words;
  for (const std::string_view word : split(title, ' ')) words.emplace_back(word);
  for (std::string& word : words) {
    Bare parts = bare(word);
    if (parts.word.empty()) break;
    const bool adjective = change(parts.word, "ая", "ую") || change(parts.word, "яя", "юю");
    const bool noun = !adjective && (change(parts.word, "а", "у") || change(parts.word, "я", "ю"));
    word = parts.before + parts.word + parts.after;
    if (!adjective || noun) break;   // a noun of -ь stays
  }
  return join(words, " ");
}

std::string state_word(const PaperState& state, char gender) {
  const std::string_view name = gender == 'f' ? "f" : gender == 'n' ? "n" : "m";
  switch (state.kind) {
    case PaperState::Kind::draft: return "проект";
    case PaperState::Kind::agreement: return "на согласовании";
    case PaperState::Kind::in_force: return std::string(of_gender(name, "подписан", "подписана", "подписано", ""));
    case PaperState::Kind::amended: return std::string(of_gender(name, "изменён", "изменена", "изменено", ""));
    case PaperState::Kind::no_longer:
      return std::string(of_gender(name, "утратил силу", "утратила силу", "утратило силу", ""));
  }
  return {};
}

std::string with_sign(std::string_view number) {
  if (number.empty() || number.starts_with("№")) return std::string(number);
  return "№" + std::string(language::no_break_space) + std::string(number);
}

std::string date_and_number(const std::optional<Date>& date, std::string_view number) {
  return "от " + (date ? language::long_date(*date) : std::string(kDateRule)) + " " +
         with_sign(number.empty() ? kNumberRule : number);
}

std::string issuer_in(const definitions::Workspace& workspace, const Paper& paper, std::string_view suffix) {
  const auto named = [&](const definitions::Cases& cases, const std::string& name) {
    definitions::Cases forms = cases;
    if (forms.nominative.empty()) forms.nominative = name;
    return indicators::in_case(forms, suffix);
  };
  for (const definitions::Body& body : workspace.bodies) {
    if (!paper.issuer.empty() && body.id == paper.issuer) return named(body.short_name, body.name);
  }
  return named(workspace.department.short_name, workspace.department.name);
}

std::string reference_to(const definitions::Workspace& workspace, const Paper& paper, const PaperState& state,
                         Case grammatical_case, bool with_title) {
  std::string text(noun_in(kind_of(paper.type), grammatical_case));
  const std::string issuer = issuer_in(workspace, paper, "genitive");
  if (!issuer.empty()) text += " " + issuer;
  // A note has no number of its own.
  const bool dated = state.is_signed() && state.date && state.number.empty();
  text += " " + (dated ? "от " + language::long_date(*state.date) : date_and_number(state.date, state.number));
  if (with_title && !paper.subject.empty()) text += " «" + std::string(trim(paper.subject.text)) + "»";
  return language::glue(text);
}

std::string act_in(const definitions::Workspace& workspace, const definitions::ActReference& act, Case grammatical_case,
                   bool with_title) {
  if (const Paper* paper = act.paper.empty() ? nullptr : definitions::find_paper(workspace, act.paper)) {
    return reference_to(workspace, *paper, definitions::state_of(workspace, *paper), grammatical_case, with_title);
  }
  std::string text = act.kind.empty() ? std::string() : language::post_in(act.kind.text, grammatical_case).text;
  for (const Paper::Type type :
       {Paper::Type::order, Paper::Type::resolution, Paper::Type::minutes, Paper::Type::letter}) {
    if (lower(act.kind.text) == kind_of(type).noun) text = noun_in(kind_of(type), grammatical_case);
  }
  if (!act.issuer.empty()) text += " " + act.issuer.text;
  if (act.date || !act.number.empty()) text += " " + date_and_number(act.date, act.number.text);
  if (with_title && !act.title.empty()) text += " «" + std::string(trim(act.title.text)) + "»";
  return language::glue(trim(text));
}

}  // namespace svod::compose
