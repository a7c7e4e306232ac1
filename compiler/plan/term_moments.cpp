#include "plan/term_moments.h"

#include <algorithm>
#include <array>

#include "language/dates.h"

namespace svod::plan {
namespace {

Date day_of(int year, int month, int day) {
  return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}};
}

int days_in(int year, int month) { return static_cast<int>(static_cast<unsigned>(last_day(year, month).day())); }

Span months(int year, int first, int last) { return {first_day(year, first), last_day(year, last)}; }

/// «в июне 30 дней», «в феврале 2023 года 28 дней».
std::string no_such_day(int year, int month, int days) {
  std::string text =
      month == 2
          ? "в феврале " + std::to_string(year) + " года " + std::to_string(days)
          : "в " + std::string(language::month_name(static_cast<unsigned>(month), language::Case::prepositional)) +
                " " + std::to_string(days);
  return text + (days == 31 ? " день" : " дней");
}

Placed day(Moment moment, int year) {
  std::string reason;
  if (moment.month > 12 && moment.index <= 12 && moment.index > 0 && moment.month <= 31) {
    reason = "месяца " + std::to_string(moment.month) + " нет: день и месяц переставлены";
    std::swap(moment.month, moment.index);
  } else if (moment.month > 12 || moment.month < 1) {
    reason = "месяца " + std::to_string(moment.month) + " нет";
    moment.month = std::clamp(moment.month, 1, 12);
  }
  const int days = days_in(year, moment.month);
  if (moment.index < 1 || moment.index > days) {
    if (reason.empty())
      reason =
          moment.index < 1 ? "дня " + std::to_string(moment.index) + " нет" : no_such_day(year, moment.month, days);
    moment.index = std::clamp(moment.index, 1, days);
  }
  const Date date = day_of(year, moment.month, moment.index);
  return {{date, date}, reason};
}

/// One of `count` parts of a year, months 12 / count each.
Placed part(const Moment& moment, int year, int count, std::string_view name) {
  std::string reason;
  int index = moment.index < 0 ? count : moment.index;
  if (index < 1 || index > count) {
    reason = std::string(name) + " только " + std::to_string(count);
    index = std::clamp(index, 1, count);
  }
  const int size = 12 / count;
  return {months(year, (index - 1) * size + 1, index * size), reason};
}

Placed school_quarter(const Moment& moment, int first_year) {
  std::string reason;
  int index = moment.index < 0 ? 4 : moment.index;
  if (index < 1 || index > 4) {
    reason = "учебных четвертей только 4";
    index = std::clamp(index, 1, 4);
  }
  constexpr std::array<std::array<int, 2>, 4> bounds{{{9, 10}, {11, 12}, {1, 3}, {4, 5}}};
  const auto [first, last] = bounds[static_cast<std::size_t>(index - 1)];
  return {months(index <= 2 ? first_year : first_year + 1, first, last), reason};
}

Placed school_half_year(const Moment& moment, int first_year) {
  const bool bad = moment.index != 1 && moment.index != 2 && moment.index != -1;
  return {moment.index == 1 ? months(first_year, 9, 12) : months(first_year + 1, 1, 5),
          bad ? "полугодий только 2" : std::string()};
}

/// A third of a month, one of its weeks, one of its halves.
Placed part_of_month(const Moment& moment, int year) {
  const int length = moment.unit == Unit::decade ? 10 : moment.unit == Unit::week ? 7 : 15;
  const int count = moment.unit == Unit::decade ? 3 : moment.unit == Unit::week ? 5 : 2;
  const int days = days_in(year, moment.month);
  if (moment.unit == Unit::week && moment.index < 0)
    return {{day_of(year, moment.month, days - 6), last_day(year, moment.month)}, {}};
  int index = moment.index < 0 ? count : moment.index;
  std::string reason;
  if (index < 1 || index > count) {
    reason = moment.unit == Unit::decade ? "декад в месяце 3"
             : moment.unit == Unit::week ? "недель в месяце не больше 5"
                                         : "половин в месяце 2";
    index = std::clamp(index, 1, count);
  }
  const int first = std::min((index - 1) * length + 1, days);
  const int last = index == count || index * length > days ? days : index * length;
  return {{day_of(year, moment.month, first), day_of(year, moment.month, last)}, reason};
}

Placed season(const Moment& moment, int year) {
  if (moment.index == 1) return {{first_day(year - 1, 12), last_day(year, 2)}, {}};
  return {months(year, moment.index * 3 - 3, moment.index * 3 - 1), {}};
}

/// The beginning, the middle or the end of a stretch: a third of a month, a month of anything longer.
Span edge_of(const Span& whole, int edge, Unit unit) {
  const int year = static_cast<int>(whole.from.year()),
            month = static_cast<int>(static_cast<unsigned>(whole.from.month()));
  if (unit == Unit::month) {
    if (edge == 1) return {whole.from, day_of(year, month, 10)};
    if (edge == 2) return {day_of(year, month, 11), day_of(year, month, 20)};
    return {day_of(year, month, 21), whole.to};
  }
  if (edge == 1) return {whole.from, last_day(year, month)};
  const int last = static_cast<int>(static_cast<unsigned>(whole.to.month())),
            last_year = static_cast<int>(whole.to.year());
  if (edge == 3) return {first_day(last_year, last), whole.to};
  const int middle = (month - 1 + (last_year - year) * 12 + last - 1) / 2;
  return {first_day(year + middle / 12, middle % 12 + 1), last_day(year + middle / 12, middle % 12 + 1)};
}

Placed place_in(const Moment& moment, int year) {
  // A day or a month of a school year lies in the one calendar year or in the other.
  const int calendar = moment.school && moment.month != 0 ? (moment.month >= 9 ? year : year + 1) : year;
  Placed placed;
  switch (moment.unit) {
    case Unit::day: placed = day(moment, calendar); break;
    case Unit::decade: case Unit::week: case Unit::half_month: placed = part_of_month(moment, calendar); break;
    case Unit::month:
      placed = {
          months(calendar, std::clamp(moment.month, 1, 12), std::clamp(moment.month, 1, 12)),
          moment.month < 1 || moment.month > 12 ? "месяца " + std::to_string(moment.month) + " нет" : std::string()};
      break;
    case Unit::season: placed = season(moment, year); break;
    case Unit::quarter: placed = part(moment, year, 4, "кварталов"); break;
    case Unit::half_year: placed = part(moment, year, 2, "полугодий"); break;
    case Unit::school_quarter: placed = school_quarter(moment, year); break;
    case Unit::school_half_year: placed = school_half_year(moment, year); break;
    case Unit::school_year:
      placed = {{first_day(year, 9), last_day((moment.last_year != 0 ? moment.last_year : year) + 1, 5)}, {}};
      break;
    case Unit::none:
    case Unit::year: placed = {months(year, 1, 12), {}}; break;
  }
  if (moment.edge != 0) placed.span = edge_of(placed.span, moment.edge, moment.unit);
  if (moment.broken_year && placed.reason.empty()) {
    placed.reason = moment.absurd_year() ? "года " + std::to_string(moment.year) + " в планах не бывает"
                                         : "год написан не четырьмя цифрами";
  }
  return placed;
}

int own_year(const Moment& moment, const YearContext& context) {
  return (moment.year != 0 ? moment.year : year_of_context(moment, context)) + moment.shift;
}

}  // namespace

std::string_view unit_name(Unit unit) {
  switch (unit) {
    case Unit::none: return "";
    case Unit::day: return "day";
    case Unit::decade: return "decade";
    case Unit::week: return "week";
    case Unit::half_month: return "half-month";
    case Unit::month: return "month";
    case Unit::season: return "season";
    case Unit::quarter: return "quarter";
    case Unit::half_year: return "half-year";
    case Unit::year: return "year";
    case Unit::school_quarter: return "school-quarter";
    case Unit::school_half_year: return "school-half-year";
    case Unit::school_year: return "school-year";
  }
  return "";
}

Date first_day(int year, int month) { return day_of(year, month, 1); }

Date last_day(int year, int month) {
  return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last};
}

int year_of_context(const Moment& moment, const YearContext& context) {
  if (context.school_year) {
    if (moment.month != 0) return moment.month >= 9 || moment.school ? context.year : context.year + 1;
    if (moment.unit == Unit::quarter) return moment.index >= 3 ? context.year : context.year + 1;
    if (moment.unit == Unit::season) return moment.index == 4 ? context.year : context.year + 1;
    return context.year;
  }
  // The later quarters of a school year and its second half lie in its second calendar year.
  if (moment.unit == Unit::school_quarter)
    return moment.index >= 1 && moment.index <= 2 ? context.year : context.year - 1;
  if (moment.unit == Unit::school_half_year) return moment.index == 1 ? context.year : context.year - 1;
  if (moment.school && moment.month != 0) return moment.month >= 9 ? context.year : context.year - 1;
  return context.year;
}

Placed place(const Range& range, const YearContext& context) {
  if (!range.stretch) {
    const Moment& only = range.from;
    Placed placed = place_in(only, own_year(only, context));
    if (only.last_year != 0 && only.unit == Unit::year) placed.span.to = last_day(only.last_year, 12);
    if (context.school_year && only.unit == Unit::year && only.context_year && only.year == 0) {
      placed.span = {first_day(context.year + only.shift, 9), last_day(context.year + only.shift + 1, 8)};
    }
    return placed;
  }
  int first = own_year(range.from, context), last = own_year(range.to, context);
  const bool first_said = range.from.has_year(), last_said = range.to.has_year();
  if (first_said && !last_said && !range.to.school) last = first;
  if (last_said && !first_said) first = last;
  Placed from = place_in(range.from, first), to = place_in(range.to, last);
  if (from.span.from > to.span.to && !(first_said && last_said) &&
      !(range.from.unit == Unit::day && range.to.unit == Unit::day && range.from.month == range.to.month)) {
    // «сентябрь – май», «25 декабря – 10 января»: over the end of the year.
    if (last_said) from = place_in(range.from, first - 1);
    else to = place_in(range.to, last + 1);
  }
  Placed whole{{from.span.from, to.span.to}, from.reason.empty() ? to.reason : from.reason};
  if (whole.span.from > whole.span.to) {
    if (whole.reason.empty()) whole.reason = "конец раньше начала";
    whole.span = {to.span.from, from.span.to};
    if (whole.span.from > whole.span.to) std::swap(whole.span.from, whole.span.to);
  }
  return whole;
}

void inherit_year(Range& range, const Range& from) {
  const Moment& source = from.from.has_year() ? from.from : from.to;
  if (!source.has_year() || range.from.has_year() || range.to.has_year()) return;
  Moment& target = range.stretch ? range.to : range.from;
  target.year = source.year;
  target.context_year = source.context_year;
  target.shift = source.shift;
  target.school = target.school || source.school;
}

}  // namespace svod::plan
