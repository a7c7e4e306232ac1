#include "plan/term_calendar.h"

namespace svod::plan {
namespace {

using Shape = Word::Shape;

bool part_of_month(Unit unit) { return unit == Unit::decade || unit == Unit::week || unit == Unit::half_month; }

}  // namespace

bool TermCalendar::iso_date(Moment& into) {
  const std::size_t i = c_.at;
  if (!c_.year(i) || !c_.is(i + 1, Shape::dash) || !c_.number(i + 2) || !c_.is(i + 3, Shape::dash) || !c_.number(i + 4))
    return false;
  if (c_.word(i + 2).digits != 2 || c_.word(i + 4).digits != 2 || c_.word(i + 1).gap || c_.word(i + 3).gap)
    return false;
  into.unit = Unit::day;
  into.year = c_.word(i).value;
  into.month = c_.word(i + 2).value;
  into.index = c_.word(i + 4).value;
  c_.at = i + 5;
  return true;
}

/// «31.03.2022», «31.03. 2022», «1.11», «03.2022», «31/03/2022».
bool TermCalendar::date_in_figures(Moment& into) {
  const std::size_t i = c_.at;
  const Shape sign = c_.word(i + 1).shape;
  if (sign != Shape::dot && sign != Shape::slash) {
    // «01-03-2022»
    const bool dashed = c_.is(i + 1, Shape::dash) && c_.number(i + 2) && c_.is(i + 3, Shape::dash) && c_.year(i + 4) &&
                        !c_.word(i + 1).gap && !c_.word(i + 2).gap && !c_.word(i + 3).gap && !c_.word(i + 4).gap;
    if (!dashed || c_.word(i).digits > 2 || c_.word(i + 2).digits > 2) return false;
  }
  if (c_.word(i).digits > 2 || !c_.number(i + 2)) return false;
  if (sign == Shape::dot && c_.year(i + 2)) {   // «03.2022»
    into.unit = Unit::month;
    into.month = c_.word(i).value;
    into.year = c_.word(i + 2).value;
    c_.at = i + 3;
    return true;
  }
  if (c_.word(i + 2).digits > 2) return false;
  const bool year_follows = c_.is(i + 3, sign) && c_.number(i + 4) && c_.word(i + 4).digits >= 2 &&
                            !(c_.word(i + 4).digits == 2 && (c_.word(i + 4).gap || c_.is(i + 5, Shape::dot)));
  if (sign == Shape::slash && !year_follows) return false;
  into.unit = Unit::day;
  into.in_figures = true;
  into.index = c_.word(i).value;
  into.month = c_.word(i + 2).value;
  bool gaps = c_.word(i + 1).gap || c_.word(i + 2).gap;
  if (c_.word(i).digits == 1) c_.problem(false, "day-without-zero", "день в дате пишут двумя цифрами");
  std::size_t next = i + 3;
  if (year_follows) {
    const Word& year = c_.word(i + 4);
    gaps = gaps || c_.word(i + 3).gap || year.gap;
    next = i + 5;
    if (c_.year(i + 4)) {
      into.year = year.value;
    } else if (year.digits == 2) {
      into.year = 2000 + year.value;
      c_.problem(false, "two-digit-year", "год написан двумя цифрами");
    } else {
      into.broken_year = true;
    }
  } else if (c_.is(next, Shape::dot) && !c_.word(next).gap) {
    ++next;
  } else if (c_.year(next) && c_.word(next).gap) {   // «01.03 2022»
    into.year = c_.word(next).value;
    gaps = true;
    ++next;
  }
  c_.at = next;
  const bool named = into.year != 0 && c_.is(next, Sense::year) && !c_.is(next + 1, Shape::dash);
  if (gaps) c_.problem(false, "space-in-date", "внутри даты пробел");
  if (gaps && named) c_.problem(false, "year-after-digits", "после даты цифрами слово «года» лишнее");
  if (into.year != 0) year_mark(into, false);
  return true;
}

/// «учебный», «уч.», before a form of «год».
bool TermCalendar::school_word(std::size_t& at) const {
  if (!c_.is(at, Sense::school)) return false;
  const std::size_t next = c_.past_dot(at + 1);
  if (!c_.is(next, Sense::year)) return false;
  at = next;
  return true;
}

/// Past «год», «года», «г.», «гг.» where it stands.
void TermCalendar::year_mark(const Moment& moment, bool several) {
  if (!c_.is(c_.at, Sense::year)) return;
  const int form = c_.word(c_.at).value;
  const std::size_t next = c_.past_dot(c_.at + 1);
  if ((form == year_mark_form || form == year_plural_mark) && next == c_.at + 1) {
    c_.problem(false, "year-mark", "после «" + c_.word(c_.at).text + "» нет точки");
  }
  if (form == year_nominative && !several && moment.finer_than_year()) {
    c_.problem(true, "year-word", "нужно «года», а не «год»");
  }
  c_.at = next;
}

/// «2022», «2021–2022 учебный год», «2022/23», «2022-23».
bool TermCalendar::years(Moment& into) {
  const std::size_t i = c_.at;
  if (c_.absurd_year(i)) {
    into.unit = Unit::year;
    into.year = c_.word(i).value;
    into.broken_year = true;
    c_.at = i + 1;
    year_mark(into, true);
    return true;
  }
  if (!c_.year(i) || c_.is(i + 1, Sense::times)) return false;
  into.unit = Unit::year;
  into.year = c_.word(i).value;
  std::size_t next = i + 1;
  const bool slash = c_.is(i + 1, Shape::slash);
  if ((slash || c_.is(i + 1, Shape::dash)) && c_.number(i + 2)) {
    const bool whole = c_.year(i + 2);
    const bool figures = c_.is(i + 3, Shape::dot) && c_.number(i + 4);   // «2022 – 15.03.2023» is another matter
    const bool shortened = c_.word(i + 2).digits == 2 && !c_.word(i + 2).gap && !figures &&
                           !c_.is(i + 3, Sense::month) && !c_.counted_unit(i + 3) && !c_.is(i + 3, Shape::dash);
    const int second = whole ? c_.word(i + 2).value : into.year / 100 * 100 + c_.word(i + 2).value;
    std::size_t after = i + 3;
    const bool said_school = school_word(after);
    if (whole || (shortened && second > into.year)) {
      if (said_school || (slash && second == into.year + 1)) {
        if (second > into.year + 1)
          c_.problem(true, "school-year-span", "учебный год длится с сентября по май, здесь названо несколько лет");
        if (!whole && !slash) c_.problem(false, "two-digit-year", "год написан двумя цифрами");
        into.unit = Unit::school_year;
        into.school = true;
        if (second > into.year + 1) into.last_year = second - 1;
        c_.at = after;
        year_mark(into, true);
        return true;
      }
      if (!whole || slash) {
        if (!whole) c_.problem(false, "two-digit-year", "второй год написан двумя цифрами");
        into.last_year = second;
        c_.at = after;
        year_mark(into, true);
        return true;
      }
    }
  }
  if (school_word(next)) {   // «2022 учебный год»
    into.unit = Unit::school_year;
    into.school = true;
    c_.problem(false, "which-school-year", "учебный год назван одним годом, прочитан как начинающийся в нём");
    c_.at = next;
    year_mark(into, true);
    return true;
  }
  c_.at = i + 1;
  year_mark(into, true);
  return true;
}

/// «года», «учебного года», «текущего года», «весь год», «следующего учебного года», «календарного года».
bool TermCalendar::year_in_words(Moment& into) {
  std::size_t i = c_.at;
  bool school = false;
  int shift = 0;
  for (int many = 0; many < 4; ++many) {
    if (c_.is(i, Sense::school)) {
      school = true;
      i = c_.past_dot(i + 1);
    } else if (c_.is(i, Sense::next)) {
      shift = 1;
      ++i;
    } else if (c_.is(i, Sense::whole) || c_.is(i, Sense::current) || c_.is(i, Sense::calendar)) {
      ++i;
    } else {
      break;
    }
  }
  if (!c_.is(i, Sense::year)) return false;
  into.unit = school ? Unit::school_year : Unit::year;
  into.school = school;
  into.context_year = true;
  into.shift = shift;
  c_.at = c_.word(i).value == year_mark_form ? c_.past_dot(i + 1) : i + 1;
  // «календарного года, следующего за отчётным периодом»: the words after it stay a note.
  const std::size_t after = c_.is(c_.at, Shape::comma) ? c_.at + 1 : c_.at;
  if (c_.is(after, Sense::next) && c_.is(after + 1, "за")) into.shift = 1;
  if (school && into.shift == 0 && !context_.school_year && into.edge == 0) {
    c_.problem(false, "which-school-year", "учебный год переходит через границу календарного: не сказано, который");
  }
  return true;
}

/// The year after a day, a month, a quarter: «2022 года», «2021/22 учебного года», «т. г.», «следующего года».
void TermCalendar::year_after(Moment& into) {
  std::size_t i = c_.at;
  const bool comma = c_.is(i, Shape::comma);
  if (comma) ++i;
  const bool years_follow = c_.year(i) &&
                            (c_.is(i + 1, Shape::dash) || c_.is(i + 1, Shape::comma) || c_.is(i + 1, Sense::and_)) &&
                            c_.year(i + 2);
  if (comma && (!c_.year(i) || years_follow)) return;
  if (c_.year(i)) {
    const bool several = c_.is(i + 1, Shape::dash) && c_.year(i + 2);
    c_.at = i;
    Moment year;
    years(year);
    into.year = year.year;
    into.last_year = year.last_year;
    into.school = year.unit == Unit::school_year;
    const bool date_next = c_.is(i + 3, Shape::dot) || c_.is(i + 3, Shape::dash);
    if (several && !into.school && c_.at == i + 1 && !date_next && c_.word(i + 2).value > into.year) {
      into.last_year = c_.word(i + 2).value;   // «март 2022–2024 гг.»
      c_.at = i + 3;
      year_mark(into, true);
    }
    if (year.unit == Unit::year && into.last_year == 0) {
      // The mark was read as that of a year by itself: read it again as that of a finer moment.
      c_.at = i + 1;
      year_mark(into, false);
    }
  } else if (c_.number(i) && c_.word(i).gap && (into.unit == Unit::month || into.unit == Unit::day)) {
    const Word& word = c_.word(i);
    const bool alone = i + 1 >= c_.end || c_.is(i + 1, Sense::year) || c_.is(i + 1, Shape::comma) ||
                       c_.is(i + 1, Shape::close) || c_.is(i + 1, Shape::semicolon) || c_.is(i + 1, Shape::open) ||
                       (c_.is(i + 1, Shape::dot) && !c_.number(i + 2));
    if (!alone || word.digits == 1) return;
    c_.at = i + 1;
    if (word.digits == 2 && (c_.is(i + 1, Sense::year) || (word.value >= 18 && word.value <= 40))) {
      into.year = 2000 + word.value;
      c_.problem(false, "two-digit-year", "год написан двумя цифрами");
    } else {
      into.broken_year = true;
    }
    year_mark(into, false);
  } else if (c_.is(i, "т") && c_.is(i + 1, Shape::dot) && c_.is(i + 2, "г")) {
    into.context_year = true;
    c_.at = c_.past_dot(i + 3);
  } else if (c_.is(i, Sense::year) && c_.word(i).value == year_genitive && into.unit != Unit::day) {
    into.context_year = true;   // «I квартал года»
    c_.at = i + 1;
  } else if (!comma && (c_.is(i, Sense::current) || c_.is(i, Sense::next) || c_.is(i, Sense::school) ||
                        c_.is(i, Sense::calendar))) {
    Moment year;
    year.edge = 1;   // an edge keeps the doubt about which school year to itself: the moment says it
    if (!year_in_words(year)) return;
    into.context_year = true;
    into.shift = year.shift;
    into.school = year.school;
  }
  if (into.school && into.unit == Unit::half_year) into.unit = Unit::school_half_year;
}

/// A number, a numeral or an ordinal, and what it counts.
bool TermCalendar::counted(Moment& into) {
  std::size_t i = c_.at;
  if (c_.is(i, Shape::quote)) ++i;
  into.index = c_.count(i);
  if (!c_.number(i) && c_.typed_roman(i) > 0)
    c_.problem(false, "foreign-letters", "римская цифра набрана русской буквой");
  ++i;
  if (c_.is(i, Shape::quote)) ++i;
  if (c_.is(i, Shape::dot) && !c_.number(i + 1)) ++i;
  const Word& next = c_.word(i);
  const bool school = next.sense == Sense::school;
  const std::size_t unit_at = school ? c_.past_dot(i + 1) : i;
  switch (c_.word(unit_at).sense) {
    case Sense::month:
      into.unit = Unit::day;
      into.month = next.value;
      c_.at = c_.is(i + 1, Shape::dot) && !c_.word(i + 1).gap && (c_.year(i + 2) || c_.is(i + 2, Shape::dash)) ? i + 2
                                                                                                               : i + 1;
      year_after(into);
      return true;
    case Sense::quarter: into.unit = Unit::quarter; break;
    case Sense::school_quarter: into.unit = Unit::school_quarter; break;
    case Sense::half_year:
      into.unit =
          school || context_.school_year || c_.starts(unit_at, "семестр") ? Unit::school_half_year : Unit::half_year;
      break;
    case Sense::decade: into.unit = Unit::decade; break;
    case Sense::week: into.unit = Unit::week; break;
    case Sense::half: into.unit = Unit::half_month; break;
    case Sense::number_word:
      into.unit = Unit::day;
      c_.at = i + 1;
      if (c_.is(c_.at, Sense::month)) {
        into.month = c_.word(c_.at++).value;
        year_after(into);
      }
      return true;
    default:
      into.unit = Unit::none;   // a bare number of a list
      c_.at = i;
      return true;
  }
  c_.at = c_.past_dot(unit_at + 1);
  if (part_of_month(into.unit)) {
    if (c_.is(c_.at, Sense::in)) ++c_.at;
    if (c_.is(c_.at, Sense::month)) {
      into.month = c_.word(c_.at++).value;
      if (into.unit == Unit::week)
        c_.problem(false, "vague", "неделя месяца не названа числами: взяты дни по семь с первого числа");
    } else if (into.unit == Unit::half_month) {
      into.unit = context_.school_year ? Unit::school_half_year : Unit::half_year;   // «первая половина года»
      if (!c_.is(c_.at, Sense::year) && c_.is(c_.at, Sense::school)) into.unit = Unit::school_half_year;
    }
  }
  year_after(into);
  return true;
}

bool TermCalendar::moment(Moment& into) {
  std::size_t i = c_.at;
  for (int skipped = 0; skipped < 2 && (c_.is(i, Sense::in) || c_.is(i, Sense::on) || c_.is(i, Sense::course));
       ++skipped)
    ++i;
  if (!begins(i)) return false;
  c_.at = i;
  if (c_.is(i, Sense::edge)) {
    ++c_.at;
    const int edge = c_.word(i).value;
    if (!begins(c_.at)) {   // «конец четверти»: which one is not said
      c_.at = i;
      return false;
    }
    into.edge = edge;
    Moment whole;
    whole.edge = edge;
    if (!moment(whole)) {
      c_.at = i;
      return false;
    }
    into = whole;
    into.edge = edge;
    return true;
  }
  if (iso_date(into)) return true;
  if (c_.number(i) && date_in_figures(into)) return true;
  if (years(into)) return true;
  if (year_in_words(into)) return true;
  if (c_.is(i, Sense::month)) {
    into.unit = Unit::month;
    into.month = c_.word(i).value;
    c_.at = c_.past_dot(i + 1);
    if (c_.is(c_.at, Sense::month_word)) ++c_.at;
    year_after(into);
    return true;
  }
  if (c_.is(i, Sense::season)) {
    into.unit = Unit::season;
    into.index = c_.word(i).value;
    ++c_.at;
    year_after(into);
    return true;
  }
  return counted(into);
}

}  // namespace svod::plan
