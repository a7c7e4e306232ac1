#pragma once

#include <string>
#include <vector>

#include "plan/term_grammar.h"

namespace svod::plan {

/// What the phrases of a deadline say together: one term, at worst an invalid one.
Term assemble(Parsed parsed, const YearContext& context);

/// The work of `assemble`: the phrases are gathered, years shared among them, then the kind of the term is found.
class TermAssembly {
 public:
  TermAssembly(Parsed parsed, const YearContext& context) : parsed_(std::move(parsed)), context_(context) {}

  Term run();

 private:
  struct Entry {
    Range range;
    bool deadline = false, since = false, then = false;
    Sense bound = Sense::none;
    std::string note;
    bool has_year() const {
      return range.from.has_year() || range.from.broken_year ||
             (range.stretch && (range.to.has_year() || range.to.broken_year));
    }
    bool of_years() const { return !range.from.finer_than_year() && !deadline; }
    bool without_month() const { return range.from.unit == Unit::day && range.from.month == 0; }
  };

  void gather();
  void note(const std::string& words);
  void add_problem(bool error, std::string kind, std::string text);
  void share_years();
  bool years_and_months() const;
  Span placed(const Range& range);
  Date due(const Entry& entry);
  void finish();

  // Recurring terms (term_assembly_recurring.cpp).
  void yearly();
  void recurring();
  void begin(const Entry& entry);
  bool is_block(const Span& span) const;
  void recur(const Entry& entry);
  void years(const Entry& entry);
  void bound(Date from, Date to);
  void within(const Entry& entry);
  void add_month(int month);

  // Terms with dates, and those without.
  void dated();
  void one(const Entry& entry);
  void several();
  void undated();

  Parsed parsed_;
  const YearContext& context_;
  Term term_;
  std::vector<Entry> entries_;
  Phrase* every_ = nullptr;
  std::size_t first_ = 0;        ///< entries that stand before «далее – ежемесячно»
  bool ongoing_ = false, period_ = false, as_needed_ = false;
  bool then_ongoing_ = false;    ///< «август, далее – постоянно»
  bool absurd_year_ = false;     ///< «9999 год»: nothing else was meant
  std::string condition_, event_, plan_, notes_;
  std::string reason_;
};

}  // namespace svod::plan
