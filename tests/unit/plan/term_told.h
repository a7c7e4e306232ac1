#pragma once

#include <string>

#include "catch.h"
#include "plan/term.h"

/// A row of a table of tests: the year of the plan, the term as written, what `told` says of it.
struct TermRow {
  int year;
  const char* text;
  const char* meaning;
};

/// A term's meaning in one line, for tables of tests: «interval 2022-01-01..2022-03-01 W:no-year-at-start».
inline std::string meaning_told(const svod::plan::Term& term) {
  using svod::iso;
  std::string out{svod::plan::kind_name(term.kind)};
  if (!term.every.empty()) out += " " + term.every;
  if (term.from || term.to)
    out += " " + (term.from ? iso(*term.from) : std::string()) + ".." + (term.to ? iso(*term.to) : std::string());
  for (const auto& part : term.parts) out += " {" + iso(part.from) + ".." + iso(part.to) + "}";
  if (!term.within.empty()) {
    out += " in";
    for (const int month : term.within) out += " " + std::to_string(month);
  }
  if (const std::string words = svod::plan::words_beside(term); !words.empty()) out += " «" + words + "»";
  if (!term.reason.empty()) out += " because " + term.reason;
  if (!term.reading.empty()) out += " read " + term.reading;
  return out;
}

inline std::string told(const svod::plan::Term& term) {
  std::string out = meaning_told(term);
  for (const auto& problem : term.problems) out += (problem.error ? " E:" : " W:") + problem.kind;
  return out;
}

template <typename Rows>
void check_terms(const Rows& rows, bool school_year = false) {
  for (const TermRow& row : rows) {
    INFO(row.text);
    CHECK(told(svod::plan::read_term(row.text, {row.year, school_year})) == row.meaning);
  }
}
