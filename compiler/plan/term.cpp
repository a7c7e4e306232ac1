#include "plan/term.h"

#include <algorithm>

#include "base/text.h"
#include "plan/term_assembly.h"

namespace svod::plan {
namespace {

/// Valid UTF-8 with plain single spaces and without control characters, so that notes can be cut from it.
std::string plain(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool space = c <= ' ' || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x1680 ||
                       (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
                       c == 0x3000;
    if (space) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    append_utf8(result, c);
  }
  return result;
}

/// A short text that no rule reads may be a slip of the pen in a word that one would; so may a word beside a number
/// be, where it is nearly a month.
Term mended(const std::string& text, std::vector<Word> words, const YearContext& context, bool months) {
  Term none;
  if (words.size() > 24) return none;
  std::string wrong, right;
  for (std::size_t at = 0; at < words.size(); ++at) {
    Word& word = words[at];
    if (word.shape != Word::Shape::word || word.sense != Sense::none) continue;
    const bool beside = (at > 0 && words[at - 1].shape == Word::Shape::number) ||
                        (at + 1 < words.size() && words[at + 1].shape == Word::Shape::number);
    if (months && !beside) continue;
    const std::string known = nearest_known(word.text, months ? Sense::month : Sense::none);
    if (known.empty()) continue;
    wrong = word.text;
    right = word.text = known;
    const Meaning meaning = meaning_of(known);
    word.sense = meaning.sense;
    word.value = meaning.value;
  }
  if (right.empty()) return none;
  Term term = assemble(parse_term(text, words, context), context);
  if (term.kind != Term::Kind::invalid)
    term.problems.push_back({true, "«" + wrong + "»: вероятно, «" + right + "»", "misspelt"});
  return term;
}

}  // namespace

Term read_term(std::string_view text, const YearContext& context) {
  const std::string clean = plain(text);
  const std::vector<Word> words = words_of(clean);
  Term term = assemble(parse_term(clean, words, context), context);
  if (term.kind == Term::Kind::invalid && term.reason.empty()) {
    Term second = mended(clean, words, context, false);
    if (second.kind != Term::Kind::invalid || !second.reason.empty()) term = std::move(second);
  } else if (!term.note.empty()) {
    Term second = mended(clean, words, context, true);
    if (second.kind != Term::Kind::invalid && second.note.size() < term.note.size()) term = std::move(second);
  }
  term.text = first_invalid_utf8(text) == std::string_view::npos ? std::string(text) : to_utf8(to_code_points(text));
  if (term.kind == Term::Kind::invalid && term.reason.empty()) {
    term.reason = clean.empty() ? "срок не указан" : "не назван ни день, ни месяц, ни другой срок";
    if (words.size() == 1) term.reading = known_with_end(words[0].text);
  }
  return term;
}

std::optional<Span> extent(const Term& term) {
  if (term.kind == Term::Kind::recurring) return std::nullopt;
  std::optional<Span> whole;
  const auto widen = [&](Date from, Date to) {
    whole = whole ? Span{std::min(whole->from, from), std::max(whole->to, to)} : Span{from, to};
  };
  for (const Span& part : term.parts) widen(part.from, part.to);
  if (term.from || term.to) {
    if (term.kind != Term::Kind::ongoing || term.to)
      widen(term.from.value_or(*(term.to ? term.to : term.from)), term.to.value_or(*(term.from ? term.from : term.to)));
  }
  return whole;
}

std::string_view kind_name(Term::Kind kind) {
  switch (kind) {
    case Term::Kind::date: return "date";
    case Term::Kind::interval: return "interval";
    case Term::Kind::dates: return "dates";
    case Term::Kind::deadline: return "deadline";
    case Term::Kind::recurring: return "recurring";
    case Term::Kind::period: return "period";
    case Term::Kind::ongoing: return "ongoing";
    case Term::Kind::as_needed: return "as-needed";
    case Term::Kind::event: return "event";
    case Term::Kind::by_other_plan: return "by-other-plan";
    case Term::Kind::invalid: return "invalid";
  }
  return "";
}

}  // namespace svod::plan
