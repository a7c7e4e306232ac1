#include "plan/paper_term.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

#include "base/text.h"

namespace svod::plan {
namespace {

using Unit = RelativeTerm::Unit;

/// Numbers as terms decline them: «в течение пяти дней», «через пять дней», «пятидневный».
constexpr std::array<std::pair<std::string_view, int>, 27> kNumbers{{{"одного", 1},        {"одной", 1},
                                                                    {"один", 1},          {"одну", 1},
                                                                    {"двух", 2},          {"два", 2},
                                                                    {"две", 2},           {"трех", 3},
                                                                    {"три", 3},           {"четырех", 4},
                                                                    {"четыре", 4},        {"пяти", 5},
                                                                    {"пять", 5},          {"шести", 6},
                                                                    {"семи", 7},          {"семь", 7},
                                                                    {"восьми", 8},        {"девяти", 9},
                                                                    {"десяти", 10},       {"десять", 10},
                                                                    {"двенадцати", 12},   {"четырнадцати", 14},
                                                                    {"пятнадцати", 15},   {"двадцати", 20},
                                                                    {"тридцати", 30},     {"тридцать", 30},
                                                                    {"сорока", 40}}};
constexpr int kMostCount = 400;

std::optional<int> number_of(std::string_view word) {
  int count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (error == std::errc() && end == word.data() + word.size()) return count;
  for (const auto& [text, value] : kNumbers) {
    if (word == text) return value;
  }
  return std::nullopt;
}

std::optional<Unit> unit_of(std::string_view word) {
  if (word == "день" || word == "дня" || word == "дней") return Unit::day;
  if (word == "неделя" || word == "недели" || word == "недель" || word == "неделю") return Unit::week;
  if (word == "месяц" || word == "месяца" || word == "месяцев") return Unit::month;
  if (word == "год" || word == "года" || word == "лет") return Unit::year;
  return std::nullopt;
}

/// «недельный», «десятидневный», «3-дневный», «двухмесячный».
std::optional<RelativeTerm> of_adjective(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Unit>, 3> kEnds{
      {{"дневный", Unit::day}, {"недельный", Unit::week}, {"месячный", Unit::month}}};
  for (const auto& [end, unit] : kEnds) {
    if (!word.ends_with(end)) continue;
    std::string_view count = word.substr(0, word.size() - end.size());
    if (count.ends_with('-')) count.remove_suffix(1);
    if (count.empty()) return unit == Unit::day ? std::nullopt : std::optional(RelativeTerm{1, unit});
    if (const auto number = number_of(count)) return RelativeTerm{*number, unit};
  }
  return std::nullopt;
}

/// Without what stands in brackets: «в течение 10 (десяти) дней».
std::string plain(std::string_view text) {
  std::string result;
  int depth = 0;
  for (const char c : replace_all(replace_all(lower(text), "ё", "е"), "\u00A0", " ")) {
    if (c == '(') ++depth;
    if (depth == 0) result += c;
    if (c == ')' && depth > 0) --depth;
  }
  result = squeeze(result);
  while (result.ends_with('.') || result.ends_with(',') || result.ends_with(';')) result.pop_back();
  return result;
}

/// The event that the term runs from is the signature: nothing is said of another.
bool from_signature(const std::vector<std::string>& words, std::size_t at) {
  if (at == words.size()) return true;
  if (words[at] != "со" && words[at] != "с" && words[at] != "после") return false;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), [](const std::string& word) {
    return word.starts_with("подписан") || word.starts_with("издан") || word.starts_with("вступлен") ||
           word.starts_with("регистрац");
  });
}

int year_of(Date date) { return static_cast<int>(date.year()); }

Date months_after(Date day, int months) {
  const auto month = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(months);
  const Date last{std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month()))};
  return std::min(last, Date{month.year(), month.month(), day.day()},
                  [](Date a, Date b) { return static_cast<unsigned>(a.day()) < static_cast<unsigned>(b.day()); });
}

}  // namespace

std::optional<RelativeTerm> read_relative_term(std::string_view text) {
  constexpr std::size_t kLongest = 300;
  if (text.size() > kLongest) return std::nullopt;
  std::vector<std::string> words;
  const std::string whole = plain(text);
  for (const std::string_view word : split(whole, ' ')) words.emplace_back(word);
  std::size_t at = 0;
  const auto take = [&](std::string_view word) {
    const bool is = at < words.size() && words[at] == word;
    at += is ? 1 : 0;
    return is;
  };
  if (take("в")) {
    if (!take("течение") && !take("течении")) {
      if (at >= words.size()) return std::nullopt;
      const auto made = of_adjective(words[at++]);
      return made && take("срок") && from_signature(words, at) ? made : std::nullopt;
    }
  } else if (take("не")) {
    if (!take("позднее") && !take("позже")) return std::nullopt;
    take("чем");
    take("через");
  } else if (!take("через")) {
    return std::nullopt;
  }
  RelativeTerm made;
  const std::optional<int> count = at < words.size() ? number_of(words[at]) : std::nullopt;
  if (count) ++at;
  made.count = count.value_or(1);
  const bool working = take("рабочих") || take("рабочего") || take("рабочий");
  if (!working && !take("календарных")) take("календарного");
  const auto unit = at < words.size() ? unit_of(words[at++]) : std::nullopt;
  if (!unit || made.count < 1 || made.count > kMostCount) return std::nullopt;
  made.unit = *unit;
  // «В течение года», «в течение 2022 года» are calendar years.
  if (made.unit == Unit::year && (!count || made.count > 10)) return std::nullopt;
  if (working) {
    if (made.unit != Unit::day) return std::nullopt;
    made.unit = Unit::working_day;
  }
  return from_signature(words, at) ? std::optional(made) : std::nullopt;
}

Date last_day_after(Date signature, const RelativeTerm& term, const WorkingDays& days) {
  const auto after = [&](int count) { return Date{std::chrono::sys_days(signature) + std::chrono::days(count)}; };
  switch (term.unit) {
    case Unit::day: return after(term.count);
    case Unit::week: return after(term.count * 7);
    case Unit::month: return months_after(signature, term.count);
    case Unit::year: return months_after(signature, term.count * 12);
    case Unit::working_day: break;
  }
  Date day = signature;
  // Sixty days off in a row are a table of nothing else.
  for (int left = term.count, off = 0; left > 0 && off < 60;) {
    day = Date{std::chrono::sys_days(day) + std::chrono::days(1)};
    off = days.off(day) ? off + 1 : 0;
    left -= off == 0 ? 1 : 0;
  }
  return day;
}

PaperTerm read_paper_term(std::string_view text, const std::optional<Date>& signature, Date until,
                          Date today, const WorkingDays& days) {
  PaperTerm made;
  const Date first = signature.value_or(Date{until.year(), std::chrono::January, std::chrono::day{1}});
  if (const auto relative = read_relative_term(text)) {
    if (!signature) {
      made.falls.push_back({{first, until}, false});
      return made;
    }
    made.due = last_day_after(*signature, *relative, days);
    made.falls.push_back({{*made.due, *made.due}, true, true, true});
    return made;
  }
  Term term = read_term(text, {year_of(first), false});
  if (!term.year_given && term.to && *term.to < first) term = read_term(text, {year_of(first) + 1, false});
  const auto dates = extent(term);
  Span period{first, std::max(first, until)};
  if (term.kind != Term::Kind::recurring && dates) {
    // Dates stand as they are written, those before the signature too: what is late from the start is seen.
    period = *dates;
    term.year_given = true;
  }
  made.falls = falls_of(term, period);
  if (made.falls.empty()) made.falls.push_back({period, false});
  for (const Fall& fall : made.falls) {
    if (fall.dated && (!made.due || *made.due < fall.span.to)) made.due = fall.span.to;
  }
  if (term.kind == Term::Kind::recurring) {
    for (const Fall& fall : made.falls) {
      if (fall.dated && fall.span.to >= today && fall.span.to < *made.due) made.due = fall.span.to;
    }
  } else if (!made.due && dates) {
    made.due = dates->to;   // «в течение 2026 года» names no day, and ends on one
  }
  return made;
}

}  // namespace svod::plan
