#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "definitions/written.h"

namespace svod::definitions {

/// A plan as it was written: a plan-graph, a roadmap, a programme. `plan/` joins continuation rows, inherits what
/// children leave empty, reads terms and resolves who is responsible.

/// The parts of a plan's columns. What the printed head says is `PlanColumn::title`.
enum class PlanField : unsigned char { number, text, term, start, end, responsible, result, report, consequence, link, document };

struct PlanColumn {
  PlanField field = PlanField::text;
  std::string title;              ///< as printed: «Наименование мероприятия»
  bool required = false;          ///< an empty cell of a measure is a fault (V08)
  Location at;
};

/// A measure. A row that continues the one before it has no number and `continues`.
struct PlanMeasure {
  std::string id;                           ///< may be empty
  Written number;
  Written text;
  std::vector<Written> terms;               ///< several for several sub-measures or parts
  Written start, end;                       ///< years of a programme's measure, instead of `terms`
  std::vector<Written> responsible;         ///< as written: an id of the register, a name, or a list in words
  std::vector<Written> results;
  std::vector<Written> reports;             ///< forms of report
  Written consequence;                      ///< of not carrying it out
  std::vector<Written> links;               ///< ids of indicators, papers or addresses
  Written document;                         ///< of a «наличие …» measure: the paper that shows it is there
  std::vector<std::string> indicators;      ///< ids of indicators that it serves
  std::string status;                       ///< «planned», «started», «done», «cancelled»; empty: planned
  std::vector<PlanMeasure> measures;        ///< its children
  bool continues = false;                   ///< only a table's reader sets it
  std::size_t joined = 0;                   ///< rows of a table that went on with it; only a table's reader sets it
  Location at;
};

struct PlanSection {
  enum class Kind : unsigned char { section, goal, task };   ///< goal and task rows stand inside the table too
  Kind kind = Kind::section;
  std::string id;
  Written number;
  Written title;
  Written curator;                          ///< id of the register or a name
  std::vector<Clause> before, after;        ///< blocks around its table
  std::vector<PlanMeasure> measures;
  std::vector<PlanSection> sections;
  Location at;
};

/// An indicator of a plan: with targets by year, or a name alone.
struct PlanIndicator {
  std::string id;
  Written number;
  Written name;
  Written unit;                             ///< «%», «ед.»; empty where the column was left empty
  bool less_is_better = false;
  std::string indicator;                    ///< of this workspace's data, whose values are the facts; may be empty
  int base_year = 0;
  struct Value {
    Written text;                           ///< as written: «57», «56,3»
    std::optional<Number> number;
  };
  std::map<int, Value> targets;             ///< year -> plan
  std::map<int, Value> facts;               ///< year -> fact
  Value ratio;                              ///< of the last year to the first, as stated; may be empty
  std::string source;                       ///< how the value is collected
  std::vector<PlanIndicator> parts;
  Location at;
};

/// What only a programme has.
struct Programme {
  std::vector<Clause> passport;             ///< rows: `title` and what it says
  struct Stage {
    Written title, term, text;
    Location at;
  };
  std::vector<Stage> stages;
  struct Participant {
    Written who;
    std::vector<Written> functions;
  };
  std::vector<Participant> participants;
  std::vector<Written> principles;
  struct Financing {
    Written source;
    std::map<int, PlanIndicator::Value> years;   ///< thousands of roubles, unless `unit` says otherwise
    Written unit;
  };
  std::vector<Financing> financing;
};

/// A paper outside the workspace, or one of it by `paper`: «приказ Отдела … от 28.12.2020 № 232».
struct ActReference {
  std::string paper;                        ///< id of a paper of this workspace; empty for an outside act
  Written kind;                             ///< «приказ», «постановление»
  Written issuer;                           ///< in the genitive, as printed: «Минпросвещения России»
  std::optional<Date> date;
  Written number;
  Written title;
  Location at;
  bool given() const { return !paper.empty() || !kind.empty() || !title.empty(); }
};

struct Plan {
  enum class Type : unsigned char { plan, plan_graph, roadmap, programme };
  enum class Numbering : unsigned char { given, through, by_section };
  std::string id;
  Type type = Type::plan;
  Written title;                            ///< nominative, as printed above it
  Written title_genitive;                   ///< «плана-графика …»: for «Об утверждении …»
  Written short_title;                      ///< how other texts name it: «план-график»
  std::string gender = "m";                 ///< of its title: m, f, n, plural: «УТВЕРЖДЁН», «УТВЕРЖДЕНА» …
  Date from{}, to{};                        ///< the period that its terms lie in, both days included
  ActReference approved_by;
  ActReference part_of;                     ///< the programme that it carries out
  Numbering numbering = Numbering::given;
  std::vector<PlanColumn> columns;          ///< in print order
  bool column_numbers = false;              ///< a row 1, 2, 3 below the head
  std::vector<Clause> before, after;        ///< blocks around everything
  std::vector<PlanSection> sections;
  std::vector<PlanIndicator> indicators;
  Programme programme;
  std::string table;                        ///< a workbook of `plans/` that holds its measures; empty for none
  std::string public_edition;               ///< «yes» where it is published
  Location at;
};

}  // namespace svod::definitions
