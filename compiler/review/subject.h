#pragma once

#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "document/document.h"
#include "plan/plans.h"
#include "source/location.h"

namespace svod::review {

/// What is reviewed, walked once: every text with its place and the paper that it stands in. Rules over texts read
/// `passages`, rules over tables read `grids`, rules over structure follow a host's pointer.

/// A plan, a regulation, a paper or a composed document; the register with its names is the first host.
struct Host {
  enum class Kind : unsigned char { names, plan, regulation, paper, document };
  Kind kind = Kind::names;
  std::string id;
  std::string title;                                     ///< for people: «план «school-support»»
  const plan::Plan* plan = nullptr;
  const definitions::Regulation* regulation = nullptr;
  const definitions::Paper* paper = nullptr;
  const document::Document* document = nullptr;
};

enum class What : unsigned char {
  name,         ///< of a school, a body, a person
  title,        ///< of the paper itself
  heading,      ///< of a section, a clause
  text,         ///< a paragraph, an item of a list, an item of an order
  measure,
  term,
  responsible,
  result,
  report,
  consequence,
  indicator,    ///< its name
  unit,
  post,
  signature,    ///< the name beside a signature
  caption,
  head,         ///< of a table's column
  cell,
};

struct Passage {
  What what = What::text;
  std::u32string text;
  const Location* at = nullptr;
  std::size_t host = 0;
  int section = -1;        ///< of a plan: index in plan::Plan::sections
  bool composed = false;   ///< of a document; what stands in definitions too is left out
};

/// A table with texts alone, whatever it came from.
struct Grid {
  struct Cell {
    std::u32string text;
    const Location* at = nullptr;
  };
  struct Row {
    std::vector<Cell> cells;   ///< a place that a span covers is an empty cell
    bool total = false;
  };
  std::string caption;
  std::vector<std::u32string> head;   ///< one text a column; heads of several rows are joined
  std::vector<Row> rows;
  std::size_t host = 0;
  const Location* at = nullptr;
};

struct Subject {
  const definitions::Workspace& workspace;
  const plan::Plans& plans;
  std::vector<Host> hosts;
  std::vector<Passage> passages;      ///< of definitions first, then of documents
  std::vector<Grid> grids;
};

Subject read_subject(const definitions::Workspace& workspace, const plan::Plans& plans,
                     const std::vector<const document::Document*>& documents);

/// The parts of `read_subject`.
void read_definitions(Subject& subject);
void read_documents(Subject& subject, const std::vector<const document::Document*>& documents);

}  // namespace svod::review
