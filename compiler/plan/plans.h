#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "definitions/workspace.h"
#include "plan/term.h"

namespace svod::plan {

/// One who is responsible, resolved through the register.
struct Party {
  enum class Kind : unsigned char { person, body, school, schools, role, unknown };
  Kind kind = Kind::unknown;
  std::string id;        ///< of the register; for a role or unknown one the folded text
  std::string name;      ///< nominative, as printed: «МОУ «Беломорский ИМЦО»»
  std::string written;   ///< as it stands in the plan
  std::string part{};    ///< of it: «администрация», «педагоги»; empty where it is meant as such
  Location at;
  friend bool operator<(const Party& a, const Party& b) { return a.id < b.id; }
};

struct Measure {
  definitions::PlanMeasure written;      ///< with what it inherited; children are measures of their own
  std::string number;                    ///< as printed
  int level = 1;                         ///< 1 for a measure, 2 for its child …
  std::size_t section = 0;               ///< in Plan::sections
  std::size_t parent = npos;             ///< in Plan::measures
  std::vector<Term> terms;
  std::vector<Party> parties;
  /// What came from the parent, or from a cell of the table that is merged over several rows.
  bool inherited_term = false, inherited_parties = false;
  bool inherited_results = false, inherited_reports = false, inherited_consequence = false;
  bool availability = false;             ///< «наличие …»: yes or no, with a document
  std::size_t joined = 0;                ///< rows of the source that continued it
  static constexpr std::size_t npos = ~std::size_t{0};
};

/// A section, goal or task in reading order, its nesting by `level`.
struct Section {
  const definitions::PlanSection* written = nullptr;
  std::string number;
  int level = 1;
  std::size_t first = 0, end = 0;        ///< its own measures in Plan::measures, children's sections not included
};

struct Plan {
  std::shared_ptr<const definitions::Plan> written;   ///< with the measures of its workbook, if it has one
  std::vector<Section> sections;
  std::vector<Measure> measures;         ///< in reading order
};

struct Plans {
  std::vector<Plan> plans;               ///< in the workspace's order
  const Plan* find(std::string_view id) const;
};

/// Completes the workspace's plans: measures of workbooks, continuation rows joined (a note each), merged and left out
/// cells inherited, terms read within the plan's year, responsible ones resolved. Says what is wrong with tables and
/// what could not be resolved; what is wrong with texts and terms is `review/`'s to say.
Outcome<Plans> read(const definitions::Workspace& workspace, const Files& files);

/// Plans as stable text, one thing a line, for `--print plans` and for test cases.
std::string print(const Plans& plans);

}  // namespace svod::plan
