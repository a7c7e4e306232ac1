#include "plan/term_calendar.h"

#include <algorithm>

namespace svod::plan {
namespace {

using Shape = Word::Shape;

/// How far a list of bare numbers («1, 2, 3 и 5 марта») is followed to its unit.
constexpr std::size_t kLookAhead = 80;


}  // namespace

bool TermCalendar::begins(std::size_t at) const {
  for (int skipped = 0; skipped < 2 && (c_.is(at, Sense::in) || c_.is(at, Sense::on) || c_.is(at, Sense::course));
       ++skipped)
    ++at;
  const Word& word = c_.word(at);
  if (word.sense == Sense::month || word.sense == Sense::season) return true;
  if (c_.is(at, Shape::quote)) return c_.number(at + 1) && c_.is(at + 2, Shape::quote) && c_.is(at + 3, Sense::month);
  if (word.sense == Sense::edge) {
    return begins_after_edge(at + 1);
  }
  if (word.sense == Sense::whole || word.sense == Sense::current || word.sense == Sense::next ||
      word.sense == Sense::calendar || word.sense == Sense::school || word.sense == Sense::year) {
    std::size_t next = at;
    while (next < at + 4 && (c_.is(next, Sense::whole) || c_.is(next, Sense::current) || c_.is(next, Sense::next) ||
                             c_.is(next, Sense::calendar) || c_.is(next, Sense::school) ||
                             (c_.is(next, Shape::dot) && c_.is(next - 1, "уч")))) {
      ++next;
    }
    return c_.is(next, Sense::year) || (c_.is(next, Sense::half_year) && next == at + 1);
  }
  if (c_.number(at)) {
    if (c_.year(at)) return !c_.is(at + 1, Sense::times);
    if (c_.absurd_year(at)) return true;
    if (c_.is(at + 1, Shape::dot) && c_.number(at + 2)) return true;
    if (c_.is(at + 1, Shape::slash) && c_.number(at + 2) && c_.is(at + 3, Shape::slash) && c_.number(at + 4))
      return true;
    if (c_.is(at + 1, Shape::dash) && c_.number(at + 2) && c_.is(at + 3, Shape::dash) && c_.year(at + 4) &&
        !c_.word(at + 4).gap)
      return true;
  }
  return c_.countable(at) && bare_leads_on(at);
}

bool TermCalendar::begins_after_edge(std::size_t at) const {
  return (!c_.is(at, Sense::edge) && begins(at)) || c_.is(at, Sense::quarter) || c_.is(at, Sense::half_year) ||
         c_.is(at, Sense::school_quarter);
}

/// A number and what it counts, perhaps after other numbers: «18, 20 и 25 февраля», «I–II кварталы», «10.-15.03».
bool TermCalendar::bare_leads_on(std::size_t at) const {
  const std::size_t limit = at + kLookAhead;
  while (at < limit) {
    if (!c_.countable(at)) return false;
    const bool dotted = c_.number(at) && c_.is(at + 1, Shape::dot);
    if (dotted && c_.number(at + 2) && c_.word(at).digits <= 2) return true;
    if (c_.word(at).digits > 2) return false;
    ++at;
    if (dotted) ++at;
    if (c_.is(at, Sense::month)) return true;
    if (c_.is(at, Sense::school)) return c_.is(at + 1, Sense::half_year) || c_.is(at + 1, Sense::school_quarter);
    if (c_.counted_unit(at)) {
      const Sense unit = c_.word(at).sense;
      if (unit != Sense::week && unit != Sense::half && unit != Sense::decade) return true;
      const std::size_t next = c_.is(at + 1, Sense::in) ? at + 2 : at + 1;
      if (c_.is(next, Sense::month)) return true;
      return unit == Sense::half && (c_.is(next, Sense::year) || c_.is(next, Sense::school) ||
                                     c_.is(next, Sense::calendar) || c_.is(next, Sense::current) || c_.year(next));
    }
    if (!c_.is(at, Shape::dash) && !c_.is(at, Shape::comma) && !c_.is(at, Sense::and_) && !c_.is(at, Sense::by) &&
        !c_.is(at, Sense::until)) {
      return false;
    }
    ++at;
    if (c_.is(at, Sense::in)) ++at;
  }
  return false;
}

TermCalendar::Joint TermCalendar::joint(const Moment& before, bool after_from) {
  const std::size_t i = c_.at;
  const Word& sign = c_.word(i);
  const bool second_next = begins(i + 1) || (c_.is(i + 1, Sense::in) && begins(i + 2));
  if (sign.shape == Shape::dash || (sign.shape == Shape::slash && before.unit == Unit::month)) {
    if (!second_next) return Joint::none;
    if (sign.shape == Shape::dash && sign.gap != c_.word(i + 1).gap) {
      c_.problem(false, "space-at-dash", "пробел только с одной стороны тире");
    }
    c_.at = i + 1;
    return Joint::dash;
  }
  if (after_from && (sign.sense == Sense::by || sign.sense == Sense::until) && second_next) {
    c_.at = i + 1;
    return Joint::dash;
  }
  if (sign.sense == Sense::by && second_next && before.unit != Unit::year) {
    c_.at = i + 1;
    return Joint::dash;
  }
  if (sign.shape == Shape::comma || sign.sense == Sense::and_) {
    std::size_t next = i + 1;
    if (sign.shape == Shape::comma && c_.is(next, Sense::and_)) ++next;
    if (!begins(next)) return Joint::none;
    // Months after years are of each of them, not one more in the list.
    if (before.unit == Unit::year && !c_.year(next)) return Joint::none;
    c_.at = next;
    return Joint::list;
  }
  if (sign.sense == Sense::month && before.unit == Unit::month && !before.has_year()) return Joint::beside;
  return Joint::none;
}

/// A bare number takes its unit from what follows; «февраль, апрель 2022» has one year.
void TermCalendar::share(std::vector<Moment>& moments, const std::vector<Joint>& joints) {
  for (std::size_t at = moments.size(); at-- > 1;) {
    Moment& one = moments[at - 1];
    const Moment& next = moments[at];
    if (one.unit == Unit::none) {
      one.unit = next.unit;
      one.month = next.month;
      one.in_figures = false;
    }
    if (one.unit == Unit::half_year && next.unit == Unit::school_half_year) one.unit = Unit::school_half_year;
    const bool list = joints[at - 1] == Joint::list;
    if (list && next.unit == Unit::school_year && one.unit == Unit::year) {
      one.unit = Unit::school_year;
      one.school = true;
    }
  }
}

std::vector<Range> TermCalendar::chain(bool after_from) {
  std::vector<Range> ranges;
  std::vector<Moment> moments;
  std::vector<Joint> joints;
  std::size_t here = c_.at;
  while (true) {
    Moment next;
    if (!moment(next)) {
      c_.at = here;
      break;
    }
    moments.push_back(next);
    here = c_.at;
    // «с 1 по 5 марта» and then «с 7 по 9 марта» is a list of ranges.
    if (moments.size() >= 2 && after_from && joints.back() == Joint::dash && c_.is(c_.at, Sense::and_) &&
        c_.is(c_.at + 1, Sense::from))
      break;
    const Joint joint_here = joint(moments.back(), after_from);
    if (joint_here == Joint::none) break;
    joints.push_back(joint_here);
  }
  if (moments.empty()) return ranges;
  joints.resize(moments.size() - 1);
  share(moments, joints);
  for (std::size_t at = 0; at < moments.size();) {
    Range range;
    range.from = moments[at];
    std::size_t next = at + 1;
    bool joined = next < moments.size() && joints[at] == Joint::dash;
    if (next < moments.size() && joints[at] == Joint::beside) {
      c_.problem(false, "no-separator", "между месяцами нет ни тире, ни «и»");
      joined = moments[next].month == moments[at].month % 12 + 1;
    }
    // «2021–2022 и 2022–2023 учебные годы»: the unit at the end is that of each pair.
    if (joined && range.from.unit == Unit::year && moments[next].unit == Unit::school_year &&
        moments[next].last_year == 0 && moments[next].year == range.from.year + 1 && next + 1 < moments.size()) {
      range.from.unit = Unit::school_year;
      range.from.school = true;
      joined = false;
      ++next;
    }
    if (joined) {
      range.to = moments[next];
      range.stretch = true;
      ++next;
    }
    const bool start_in_figures = range.stretch && range.from.in_figures && !range.from.has_year();
    if (start_in_figures && range.to.has_year())
      c_.problem(false, "no-year-at-start", "у начала срока нет года, он взят у конца");
    // «март – 2022»: the year stands apart by a dash.
    if (range.stretch && range.to.unit == Unit::year && range.from.finer_than_year() && !range.from.has_year()) {
      range.from.year = range.to.year;
      range.stretch = false;
    }
    ranges.push_back(range);
    at = next;
  }
  // A year at the end of a list is that of all before it.
  for (std::size_t at = ranges.size(); at-- > 1;) inherit_year(ranges[at - 1], ranges[at]);
  return ranges;
}

}  // namespace svod::plan
