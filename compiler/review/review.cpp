#include "review/review.h"

#include "review/findings.h"
#include "review/rules.h"
#include "review/subject.h"

namespace svod::review {

Outcome<Verdict> review(const definitions::Workspace& workspace, const plan::Plans& plans,
                        const std::vector<const document::Document*>& documents) {
  const Subject subject = read_subject(workspace, plans, documents);
  Findings findings(subject);
  for (const auto check : {check_dates, check_terms, check_numbering, check_cells, check_indicators, check_names,
                           check_titles, check_abbreviations, check_people, check_quotes, check_appendices,
                           check_duplicates, check_copies, check_leftovers, check_assignments, check_arithmetic,
                           check_bound_figures, check_privacy, check_minimums, check_periods}) {
    check(subject, findings);
  }

  Outcome<Verdict> result;
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const Host& host = subject.hosts[i];
    if (host.kind == Host::Kind::document) {
      result.product.documents.push_back(findings.errors()[i]);
    } else if (findings.errors()[i] > 0 && !host.id.empty()) {
      result.product.faulty.insert(host.id);
    }
  }
  result.diagnostics = findings.take();
  result.diagnostics.sort();
  return result;
}

}  // namespace svod::review
