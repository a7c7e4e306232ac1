#include <array>

#include "base/text.h"
#include "language/cases.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/plural.h"
#include "plan/term.h"
#include "plan/term_moments.h"

namespace svod::plan {
namespace {

using language::Case;

int year_number(Date date) { return static_cast<int>(date.year()); }
int month_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

std::string month_name(int month, Case form = Case::nominative) {
  return std::string(language::month_name(static_cast<unsigned>(month), form));
}

bool whole_months(const Span& span) {
  return static_cast<unsigned>(span.from.day()) == 1 &&
         span.to == last_day(year_number(span.to), month_number(span.to));
}

std::string years(int first, int last) {
  if (first == last) return std::to_string(first) + " год";
  return language::range(std::to_string(first), std::to_string(last)) + " гг.";
}

/// «I четверть 2022/23 учебного года», where the days are those of one.
std::string school_words(const Span& span, std::string_view unit) {
  const int first = language::school_year_of(span.from);
  const auto matches = [&](Unit asked, int index) {
    Moment moment;
    moment.unit = asked;
    moment.index = index;
    moment.year = first;
    moment.school = true;
    return place({moment, {}, false}, {first, true}).span == span;
  };
  if (unit == "school-year" && matches(Unit::school_year, 0)) return language::school_year_phrase(first);
  for (int index = 1; index <= 4; ++index) {
    if (unit == "school-quarter" && matches(Unit::school_quarter, index)) {
      return language::roman(static_cast<unsigned>(index)) + " четверть " +
             language::school_year_phrase(first, Case::genitive);
    }
    if (index <= 2 && unit == "school-half-year" && matches(Unit::school_half_year, index)) {
      return language::school_half_year_name(static_cast<unsigned>(index), first);
    }
  }
  return {};
}

/// «I квартал 2022 г.», «I–II кварталы 2022 г.», «II полугодие 2022 г.».
std::string parts_of_year(const Span& span, std::string_view unit) {
  if (!whole_months(span) || year_number(span.from) != year_number(span.to)) return {};
  const int size = unit == "quarter" ? 3 : unit == "half-year" ? 6 : 0;
  const int first = month_number(span.from) - 1, last = month_number(span.to);
  if (size == 0 || first % size != 0 || last % size != 0 || last - first == 12) return {};
  const std::string from = language::roman(static_cast<unsigned>(first / size + 1)),
                    to = language::roman(static_cast<unsigned>(last / size));
  const std::string year = " " + std::to_string(year_number(span.from)) + " г.";
  if (from == to) return from + (size == 3 ? " квартал" : " полугодие") + year;
  return language::range(from, to) + (size == 3 ? " кварталы" : " полугодия") + year;
}

std::string stretch(const Span& span, std::string_view unit) {
  std::string words = school_words(span, unit);
  if (words.empty()) words = parts_of_year(span, unit);
  if (!words.empty()) return words;
  const int first = year_number(span.from), last = year_number(span.to);
  if (!whole_months(span) || span.from == span.to) return language::date_range(span.from, span.to);
  const int from = month_number(span.from), to = month_number(span.to);
  if (from == 1 && to == 12 && (unit == "year" || first != last || unit.empty())) return years(first, last);
  if (first != last)
    return month_name(from) + " " + std::to_string(first) + " г. – " + month_name(to) + " " + std::to_string(last) +
           " г.";
  return month_name(from) + (from == to ? "" : " – " + month_name(to)) + " " + std::to_string(last) + " г.";
}

/// «февраль, апрель 2022 г.», «18, 20 февраля 2022 г.», «2022, 2024 гг.»; each in full where they share no year.
std::string list(const Term& term) {
  std::string result;
  bool noted = false;
  for (const std::string& note : term.part_notes) noted = noted || !note.empty();
  const bool deadline = term.kind == Term::Kind::deadline;
  bool months = !noted && !deadline, wholes = months, days = months;
  for (const Span& part : term.parts) {
    months = months && whole_months(part) && year_number(part.from) == year_number(term.parts[0].to) &&
             part.from.year() == part.to.year() && month_number(part.from) == month_number(part.to);
    wholes =
        wholes && part.from == first_day(year_number(part.from), 1) && part.to == last_day(year_number(part.from), 12);
    days = days && part.from == part.to && part.from.year() == term.parts[0].from.year() &&
           part.from.month() == term.parts[0].from.month();
  }
  for (std::size_t at = 0; at < term.parts.size(); ++at) {
    const Span& part = term.parts[at];
    if (at != 0) result += ", ";
    if (months) result += month_name(month_number(part.from));
    else if (wholes) result += std::to_string(year_number(part.from));
    else if (days) result += std::to_string(static_cast<unsigned>(part.from.day()));
    else if (deadline) result += "до " + language::long_date(part.to);
    else result += stretch(part, term.unit);
    if (at < term.part_notes.size() && !term.part_notes[at].empty()) result += " (" + term.part_notes[at] + ")";
  }
  const std::string year =
      term.parts.empty() ? std::string() : " " + std::to_string(year_number(term.parts[0].from)) + " г.";
  if (months) return result + year;
  if (wholes) return result + " гг.";
  if (days) return result + " " + month_name(month_number(term.parts[0].from), Case::genitive) + year;
  return result;
}

std::string count_of(int count, std::string_view unit) {
  const std::string number = std::to_string(count) + " ";
  if (unit == "year") return number + std::string(language::plural(count, "год", "года", "лет"));
  if (unit == "month") return number + std::string(language::plural(count, "месяц", "месяца", "месяцев"));
  if (unit == "week") return number + std::string(language::plural(count, "неделю", "недели", "недель"));
  if (unit == "day") return number + std::string(language::plural(count, "день", "дня", "дней"));
  if (unit == "quarter") return number + std::string(language::plural(count, "квартал", "квартала", "кварталов"));
  if (unit == "school-quarter")
    return number + std::string(language::plural(count, "четверть", "четверти", "четвертей"));
  if (unit == "half-year") return number + std::string(language::plural(count, "полугодие", "полугодия", "полугодий"));
  if (unit == "school-year")
    return number + std::string(language::plural(count, "учебный год", "учебных года", "учебных лет"));
  return number + std::string(language::plural(count, "учебное полугодие", "учебных полугодия", "учебных полугодий"));
}

std::string frequency(const std::string& every) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> known{
      {{"day", "ежедневно"},
       {"week", "еженедельно"},
       {"month", "ежемесячно"},
       {"quarter", "ежеквартально"},
       {"year", "ежегодно"},
       {"school-quarter", "1 раз в четверть"},
       {"half-year", "1 раз в полугодие"},
       {"school-half-year", "1 раз в учебное полугодие"},
       {"school-year", "каждый учебный год"}}};
  for (const auto& [unit, words] : known) {
    if (every == unit) return std::string(words);
  }
  const std::size_t dash = every.find('-');
  int count = 0;
  for (std::size_t at = 0; at < dash && at < every.size(); ++at) count = count * 10 + (every[at] - '0');
  std::string_view unit = std::string_view(every).substr(dash + 1);
  unit.remove_suffix(1);
  return "1 раз в " + count_of(count, unit);
}

/// «август», «сентябрь – май», «октябрь, май».
std::string months(const std::vector<int>& within) {
  std::string result;
  for (std::size_t at = 0; at < within.size();) {
    std::size_t last = at;
    while (last + 1 < within.size() && within[last + 1] == within[last] % 12 + 1) ++last;
    if (!result.empty()) result += ", ";
    result += month_name(within[at]);
    if (last > at) result += " – " + month_name(within[last]);
    at = last + 1;
  }
  return result;
}

std::string day_of(int day, int month) { return std::to_string(day) + " " + month_name(month, Case::genitive); }

std::string one_of_days(const RecurringDays& days) {
  if (days.to_month == 0) {
    if (days.by) return "до " + std::to_string(days.to_day) + " числа";
    if (days.from_day == days.to_day) return std::to_string(days.to_day) + " числа";
    return "с " + std::to_string(days.from_day) + " по " + std::to_string(days.to_day) + " число";
  }
  if (days.by)
    return days.to_day == 0 ? "до конца " + month_name(days.to_month, Case::genitive)
                            : "до " + day_of(days.to_day, days.to_month);
  if (days.from_month == days.to_month && days.from_day == days.to_day) return day_of(days.to_day, days.to_month);
  if (days.from_month == days.to_month)
    return language::range(std::to_string(days.from_day), day_of(days.to_day, days.to_month));
  return "с " + day_of(days.from_day, days.from_month) + " по " + day_of(days.to_day, days.to_month);
}

std::string days_words(const Term& term) {
  std::string result;
  for (const RecurringDays& days : term.days) result += (result.empty() ? "" : ", ") + one_of_days(days);
  return result;
}

std::string weekday_words(const Term& term) {
  constexpr std::array<std::string_view, 7> names{"понедельникам", "вторникам", "средам",      "четвергам",
                                                  "пятницам",      "субботам",  "воскресеньям"};
  std::string result;
  for (const int day : term.weekdays)
    result += (result.empty() ? "по " : ", ") + std::string(names[static_cast<std::size_t>(day - 1)]);
  return result;
}

/// «сентябрь – октябрь 2022 г., далее – »
std::string first_time(const Term& term) {
  Term first;
  first.kind = term.parts_due ? Term::Kind::deadline : Term::Kind::dates;
  first.parts = term.parts;
  first.unit = term.unit;
  return (term.parts.size() == 1 && !term.parts_due ? stretch(term.parts[0], term.unit) : list(first)) + ", далее – ";
}

std::string recurring(const Term& term) {
  std::string result;
  if (!term.parts.empty()) {
    result = first_time(term);
  } else if (term.from && term.to) {
    // A year's stretch without its unit is told by years: «2021–2024 гг.».
    result = stretch({*term.from, *term.to}, term.unit == "month" || term.unit == "day" ? "" : term.unit) + ", ";
  } else if (term.from) {
    const bool month = static_cast<unsigned>(term.from->day()) == 1;
    result = "с " +
             (month ? month_name(month_number(*term.from), Case::genitive) + " " +
                          std::to_string(year_number(*term.from)) + " г."
                    : language::long_date(*term.from)) +
             " ";
  }
  result += frequency(term.every);
  const std::string weekdays = weekday_words(term), days = days_words(term);
  if (!weekdays.empty()) result += " " + weekdays;
  if (!days.empty()) result += ", " + days;
  else if (!term.within.empty()) result += ", " + months(term.within);
  if ((!term.from || !term.parts.empty()) && term.to) result += ", до " + language::long_date(*term.to);
  return result;
}

/// The note begins a text: in small letters, unless its first word is an abbreviation.
std::string beginning(const std::string& note) {
  std::size_t first = 0, second = 0;
  if (note.empty()) return note;
  next_code_point(note, first);
  second = first;
  if (second < note.size()) next_code_point(note, second);
  const std::string next = note.substr(first, second - first);
  return lower(next) == next ? lower(note.substr(0, first)) + note.substr(first) : note;
}

}  // namespace

std::string words_beside(const Term& term) {
  std::string result = weekday_words(term);
  for (const std::string& words : {days_words(term), term.note}) {
    if (!words.empty()) result += (result.empty() ? "" : words.starts_with("месяца") ? " " : ", ") + words;
  }
  return result;
}

std::string normal_form(const Term& term) {
  std::string result, note = term.note;
  switch (term.kind) {
    case Term::Kind::date:
    case Term::Kind::interval: result = stretch({*term.from, *term.to}, term.unit); break;
    case Term::Kind::dates: result = list(term); break;
    case Term::Kind::deadline: result = term.parts.empty() ? "до " + language::long_date(*term.to) : list(term); break;
    case Term::Kind::recurring: result = recurring(term); break;
    case Term::Kind::period: result = "весь период"; break;
    case Term::Kind::ongoing: result = term.from ? "с " + language::long_date(*term.from) : "постоянно"; break;
    case Term::Kind::as_needed:
      result = "при необходимости";
      if (!note.empty() && read_term(note, {2022, false}).kind == Term::Kind::as_needed)
        std::swap(result, note), note.clear();
      break;
    case Term::Kind::event:
    case Term::Kind::by_other_plan: {
      const std::string start = beginning(note);
      const bool lost = start.starts_with("плану") || start.starts_with("планам") || start.starts_with("графику") ||
                        start.starts_with("графикам") || start.starts_with("расписанию");
      result = (lost ? "по " : "") + start;
      note.clear();
      break;
    }
    case Term::Kind::invalid: return squeeze(term.text);
  }
  if (!term.part_notes.empty()) note.clear();   // they stand beside their parts
  if (!note.empty()) result += " (" + note + ")";
  return replace_all(result, "\u00A0", " ");
}

}  // namespace svod::plan
