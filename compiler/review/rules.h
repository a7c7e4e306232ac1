#pragma once

#include "review/findings.h"
#include "review/subject.h"

namespace svod::review {

/// The rules, a family a file. Each reads the subject and tells what it found; none depends on another.

void check_dates(const Subject& subject, Findings& findings);           // V01 in texts
void check_terms(const Subject& subject, Findings& findings);           // V02–V05, V41
void check_numbering(const Subject& subject, Findings& findings);       // V06, V07
void check_cells(const Subject& subject, Findings& findings);           // V08
void check_arithmetic(const Subject& subject, Findings& findings);      // V10–V13
void check_bound_figures(const Subject& subject, Findings& findings);   // V14
void check_indicators(const Subject& subject, Findings& findings);      // V15, V25, V26
void check_names(const Subject& subject, Findings& findings);           // V16, V17
void check_titles(const Subject& subject, Findings& findings);          // V18
void check_abbreviations(const Subject& subject, Findings& findings);   // V19
void check_people(const Subject& subject, Findings& findings);          // V20
void check_quotes(const Subject& subject, Findings& findings);          // V21
void check_appendices(const Subject& subject, Findings& findings);      // V22, V40
void check_duplicates(const Subject& subject, Findings& findings);      // V23
void check_copies(const Subject& subject, Findings& findings);          // V24
void check_leftovers(const Subject& subject, Findings& findings);       // V27
void check_assignments(const Subject& subject, Findings& findings);     // V29
void check_privacy(const Subject& subject, Findings& findings);         // V28
void check_minimums(const Subject& subject, Findings& findings);        // V30
void check_periods(const Subject& subject, Findings& findings);         // V31

}  // namespace svod::review
