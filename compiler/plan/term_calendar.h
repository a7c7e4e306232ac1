#pragma once

#include <vector>

#include "plan/term_cursor.h"
#include "plan/term_moments.h"

namespace svod::plan {

/// The calendar part of the grammar: days, months, quarters, years, their lists and ranges.
class TermCalendar {
 public:
  explicit TermCalendar(TermCursor& cursor, const YearContext& context) : c_(cursor), context_(context) {}

  /// A list of moments and ranges at the cursor, which moves past it; empty where none stands there. After «с» a
  /// range may go on with «по» or «до».
  std::vector<Range> chain(bool after_from);
  /// Something of the calendar begins here. Looks a bounded number of words ahead.
  bool begins(std::size_t at) const;

 private:
  enum class Joint : unsigned char { none, dash, list, beside };

  bool moment(Moment& into);
  bool iso_date(Moment& into);
  bool date_in_figures(Moment& into);
  bool counted(Moment& into);
  bool years(Moment& into);
  bool year_in_words(Moment& into);
  void year_after(Moment& into);
  void year_mark(const Moment& moment, bool several);
  bool school_word(std::size_t& at) const;
  bool begins_after_edge(std::size_t at) const;
  bool bare_leads_on(std::size_t at) const;
  Joint joint(const Moment& before, bool after_from);
  void share(std::vector<Moment>& moments, const std::vector<Joint>& joints);

  TermCursor& c_;
  const YearContext& context_;
};

}  // namespace svod::plan
