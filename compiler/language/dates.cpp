#include "language/dates.h"

#include <array>
#include <cstdio>

#include "base/text.h"
#include "language/figures.h"

namespace svod::language {
namespace {

// Nominative (and accusative), genitive, dative, instrumental, prepositional.
constexpr std::array<std::array<std::string_view, 5>, 12> kMonths{{
    {"январь", "января", "январю", "январём", "январе"},
    {"февраль", "февраля", "февралю", "февралём", "феврале"},
    {"март", "марта", "марту", "мартом", "марте"},
    {"апрель", "апреля", "апрелю", "апрелем", "апреле"},
    {"май", "мая", "маю", "маем", "мае"},
    {"июнь", "июня", "июню", "июнем", "июне"},
    {"июль", "июля", "июлю", "июлем", "июле"},
    {"август", "августа", "августу", "августом", "августе"},
    {"сентябрь", "сентября", "сентябрю", "сентябрём", "сентябре"},
    {"октябрь", "октября", "октябрю", "октябрём", "октябре"},
    {"ноябрь", "ноября", "ноябрю", "ноябрём", "ноябре"},
    {"декабрь", "декабря", "декабрю", "декабрём", "декабре"},
}};

constexpr std::array<std::string_view, 12> kAbbreviations{"янв", "фев", "мар", "апр", "", "",
                                                          "", "авг", "сен", "окт", "ноя", "дек"};

int year_of(Date date) { return static_cast<int>(date.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(date.month()); }
unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }

std::string spaced(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += no_break_space;
    result += part;
  }
  return result;
}

std::string day_and_month(Date date) {
  return spaced({std::to_string(day_of(date)), month_name(month_of(date), Case::genitive)});
}

}  // namespace

std::string_view month_name(unsigned month, Case grammatical_case) {
  if (month < 1 || month > 12) return "";
  const auto& forms = kMonths[month - 1];
  switch (grammatical_case) {
    case Case::nominative:
    case Case::accusative: return forms[0];
    case Case::genitive: return forms[1];
    case Case::dative: return forms[2];
    case Case::instrumental: return forms[3];
    case Case::prepositional: return forms[4];
  }
  return "";
}

unsigned month_of_name(std::string_view name) {
  std::string word = folded(name);
  const bool dot = word.ends_with('.');
  if (dot) word.pop_back();
  if (word == "сент" || word == "нояб" || word == "февр") word = word.substr(0, 6);
  for (unsigned month = 1; month <= 12; ++month) {
    for (const std::string_view form : kMonths[month - 1]) {
      if (word == folded(form)) return month;
    }
    if (!kAbbreviations[month - 1].empty() && word == kAbbreviations[month - 1]) return month;
  }
  return 0;
}

// A line may end between month and year: a date that holds together whole stretches the line before it.
std::string long_date(Date date) { return day_and_month(date) + " " + spaced({std::to_string(year_of(date)), "г."}); }

std::string full_date(Date date) { return day_and_month(date) + " " + spaced({std::to_string(year_of(date)), "года"}); }

std::string short_date(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%02u.%02u.%04d", day_of(date), month_of(date), year_of(date));
  return text;
}

std::string date_range(Date from, Date to) {
  if (from == to) return long_date(from);
  if (from.year() != to.year()) return spaced({long_date(from), en_dash}) + " " + long_date(to);
  if (from.month() != to.month()) return spaced({day_and_month(from), en_dash}) + " " + long_date(to);
  return range(std::to_string(day_of(from)), long_date(to));
}

std::string month_and_year(unsigned month, int year) {
  return spaced({month_name(month), std::to_string(year), "г."});
}

std::string school_year(int first_year) {
  char second[8];
  std::snprintf(second, sizeof second, "%02d", (first_year + 1) % 100);
  return std::to_string(first_year) + "/" + second;
}

int school_year_of(Date date) { return month_of(date) >= 9 ? year_of(date) : year_of(date) - 1; }

std::string school_year_phrase(int first_year, Case grammatical_case) {
  std::string_view words = "учебный\u00A0год";
  switch (grammatical_case) {
    case Case::nominative:
    case Case::accusative: break;
    case Case::genitive: words = "учебного\u00A0года"; break;
    case Case::dative: words = "учебному\u00A0году"; break;
    case Case::instrumental: words = "учебным\u00A0годом"; break;
    case Case::prepositional: words = "учебном\u00A0году"; break;
  }
  return spaced({school_year(first_year), words});
}

std::string quarter_name(unsigned quarter, int year) {
  return spaced({roman(quarter), "квартал", std::to_string(year), "г."});
}

std::string half_year_name(unsigned half, int year) {
  return spaced({roman(half), "полугодие", std::to_string(year), "г."});
}

std::string school_half_year_name(unsigned half, int first_year) {
  return spaced({roman(half), "полугодие"}) + " " + school_year_phrase(first_year, Case::genitive);
}

std::string roman(unsigned value) {
  if (value == 0 || value > 39) return {};
  std::string result(value / 10, 'X');
  constexpr std::array<std::string_view, 10> ones{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  result += ones[value % 10];
  return result;
}

}  // namespace svod::language
