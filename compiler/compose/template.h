#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compose/compose.h"
#include "document/document.h"
#include "expression/expression.h"
#include "source/location.h"

namespace svod::compose {

/// An expression of a template and where it stands.
struct Slot {
  expression::Tree tree;      ///< null where the template gives none
  Location at;
  std::string source;         ///< as written, for messages
  bool plain_digits = false;  ///< a year: printed without groups of digits

  explicit operator bool() const { return tree != nullptr; }
};

/// Text with slots in it.
struct Wording {
  struct Part {
    std::string literal;
    Slot slot;   ///< without a tree: a literal piece
  };
  std::vector<Part> parts;
  Location at;

  bool empty() const { return parts.empty(); }
};

struct ColumnSpec {
  enum class Total : unsigned char { none, sum, weighted_mean, formula, value };
  std::string id;
  Wording title;
  Wording group;                                      ///< a head over several columns
  std::shared_ptr<const expression::Clause> loop;     ///< repeats the column, or its `columns`
  Slot condition;
  std::vector<ColumnSpec> columns;                    ///< under a common head
  Slot value;
  std::optional<int> places;
  bool percent = false;
  bool with_sign = false;                             ///< «+1,5»: a difference
  bool bold = false;
  bool centred = false;
  bool numeric = true;                                ///< its values are numbers
  bool blank = false;                                 ///< what is absent leaves an empty cell
  std::vector<std::string> choices;                   ///< a workbook offers these words
  Slot formula;                                       ///< over ids of columns of the row
  Total total = Total::none;
  std::string weights;
  Slot total_value;
  double width = 0;
  Location at;
};

struct TotalSpec {
  Wording title;
  std::string share_of;   ///< column id: this row shows each sum as a percentage of that column's sum
  int places = 0;
  Location at;
};

/// Rows of one kind in a table of several: what each column shows in them.
struct PartSpec {
  Wording title;                                      ///< a row above them
  Slot condition;
  std::vector<std::shared_ptr<const expression::Clause>> rows;   ///< none: one row
  std::map<std::string, Slot, std::less<>> values;    ///< by column id
  Location at;
};

struct TableSpec {
  Wording anchor, caption, sheet, empty;
  std::vector<std::shared_ptr<const expression::Clause>> rows;
  std::vector<PartSpec> parts;                        ///< instead of `rows`
  std::vector<ColumnSpec> columns;
  std::vector<TotalSpec> totals;
  Slot group_by;
  std::vector<Wording> notes;
  bool number_rows = false;
  std::string rank_by;
  Wording rank_title;
  bool rank_less_is_better = false;
  bool compact = false;
  bool column_numbers = false;
  bool filter = false;                                ///< a workbook offers filters
  Location at;
};

struct SeriesSpec {
  Wording title;
  std::shared_ptr<const expression::Clause> loop;     ///< repeats the series
  Slot condition;
  Slot value;
  Location at;
};

/// A break of comparability: what stands before the category cannot be compared with what follows.
struct BreakSpec {
  Slot before;
  Wording title;
};

struct ChartSpec {
  enum class Order : unsigned char { automatic, given, by_value };
  document::Chart::Kind kind = document::Chart::Kind::bars;
  document::Chart::Stack stack = document::Chart::Stack::none;
  Order order = Order::automatic;
  bool horizontal = false;
  bool ordered = false;
  bool of_schools = false;                            ///< its categories are schools
  Wording anchor, caption, sheet, unit, empty, alternative;
  std::shared_ptr<const expression::Clause> panels, categories;
  Wording panel;                                      ///< title of a panel
  Slot category;
  std::vector<SeriesSpec> series;
  Slot reference;
  Wording reference_title;
  std::vector<BreakSpec> breaks;
  std::vector<Wording> notes;
  std::optional<int> places;
  bool percent = false;
  Location at;
};

struct SignatureSpec {
  Wording post, name;
  Slot person;
};
struct ContentsSpec {
  Wording title;
  int depth = 2;
};
struct AppendixSpec {
  Slot mark;                                          ///< the lines as a list of texts
  Wording anchor;
  std::vector<Wording> lines;
  Wording number, to;
  Slot date, reference;
};
struct DateNumberSpec {
  Slot date, number;
  Wording place;
};
struct PageBreakSpec {};

/// A sheet that people fill in by hand: of agreement, of acquaintance.
struct HandSheetSpec {
  Wording title, text;
  std::shared_ptr<const expression::Clause> loop;     ///< of people, or of what `person` is taken from
  Slot person;                                        ///< of one turn of the loop; without: its element
  Wording post;                                       ///< instead of the person's post
  std::vector<Slot> people;                           ///< named one by one
  int blank_rows = 0;
  bool page = true;
};

/// Who made the paper, and the telephone.
struct ExecutorSpec {
  Slot person;
  Wording phone;
};

/// The items of a paper, or the decisions of a question of minutes.
struct ItemsSpec {
  Slot paper, question;
  bool letters = false, links = false;
};

struct Page;
/// The body of another template as a part of this document.
struct IncludeSpec {
  std::shared_ptr<const Page> page;
  std::vector<std::pair<std::string, Slot>> parameters;
  int level = 1;   ///< by how many its headings go down
};

/// The measures of a plan or of a section, or the progress of a plan.
struct MeasuresSpec {
  Slot of;
  Wording anchor, caption, sheet, empty;
  bool section_column = false, repeat = false, dates = false, status = false, months = false, compact = false;
  bool nested = true;                                 ///< with the sections inside a section
  bool progress = false;                              ///< instead of the measures, how many are done
  std::string over;                                   ///< id of the table that the progress counts
};

/// Clauses of a plan or a regulation.
struct ClausesSpec {
  enum class Form : unsigned char { text, table };
  Slot of;
  Form form = Form::text;
  std::string numbers, titles;                        ///< as written; empty: by what is given
  int level = 1;
  bool number_rows = false, column_numbers = false;
  std::vector<Wording> head;                          ///< of a table
  Wording anchor, caption, sheet;
};

/// What a regulation holds beside clauses: rows of a catalogue, members, plain tables.
struct RegulationPartSpec {
  enum class Part : unsigned char { catalogue, members, tables };
  Part part = Part::catalogue;
  Slot of;
  std::vector<Wording> head;
  Wording anchor, caption, sheet;
  bool column_numbers = false;
};

/// Events of the calendar file; nothing on pages.
struct EventsSpec {
  std::shared_ptr<const expression::Clause> of;       ///< o in occurrences(…)
  Wording summary, description;
};

struct BlockSpec {
  std::variant<TableSpec, ChartSpec, SignatureSpec, ContentsSpec, AppendixSpec, DateNumberSpec, PageBreakSpec,
               HandSheetSpec, ExecutorSpec, IncludeSpec, ItemsSpec, MeasuresSpec, ClausesSpec, RegulationPartSpec,
               EventsSpec>
      content;
  Location at;
};

/// A template's body: lines of Markdown between containers and blocks. Containers are unrolled over the
/// lines before Markdown is parsed, so that a list goes on through a loop.
struct Part;
struct Line {
  int number = 0;     ///< of the source
  Wording text;
};
struct Loop {
  std::shared_ptr<const expression::Clause> clause;
  std::vector<Part> body;
};
struct Choice {
  struct Branch {
    Slot condition;   ///< none for `else`
    std::vector<Part> body;
  };
  std::vector<Branch> branches;
};
struct Let {
  std::string name;
  Slot value;
  std::vector<Part> body;
};
struct Styled {
  document::Role role = document::Role::body;
  std::vector<Part> body;
};
/// What stands on turned pages.
struct Turned {
  std::vector<Part> body;
};
/// What is one paragraph, whatever the containers in it choose.
struct Joined {
  std::vector<Part> body;
};
/// The text of a footnote, seen in the container where it stands.
struct NoteText {
  std::string name;
  int number = 0;     ///< line of the source
  Wording text;
  Location at;
};
struct Fence {
  int number = 0;
  std::string indent;
  std::shared_ptr<const BlockSpec> block;
};
struct Part {
  std::variant<Line, Loop, Choice, Let, Styled, Turned, Joined, NoteText, Fence> content;
};

struct ParameterSpec {
  std::string name;
  std::string title;
  expression::Kind kind = expression::Kind::text;
  std::string record;      ///< of which a parameter is the id: «person», «plan», «regulation», «paper»
  bool required = false;
  std::string otherwise;   ///< value where the order gives none
  Location at;
};

/// A template file, read and checked.
struct Page {
  std::string name;
  std::string file;                  ///< as shown to the user
  std::string sha256;                ///< of its bytes
  std::vector<std::string> lines;    ///< of the source, for excerpts
  Wording title, author;
  std::string profile = "report";
  bool copy = false;                 ///< of another document: nobody signs it
  bool numbered = false;
  bool number_tables = true;
  bool number_figures = true;
  std::vector<ParameterSpec> parameters;
  std::vector<std::pair<std::string, Slot>> definitions;   ///< variables of the whole template, in order
  std::vector<Part> body;
  std::vector<std::shared_ptr<const Page>> includes;       ///< templates whose bodies are parts of it
};

/// What `load_templates` hands out for one order of the workspace: its page and its own expressions.
struct Template {
  std::shared_ptr<const Page> page;   ///< null where it has errors
  std::shared_ptr<const expression::Clause> each;
  Wording name;
};

/// The key of an order's template in `Templates`.
std::string key_of(const definitions::DocumentOrder& order);

/// The line of a page, or of one that it includes, that a place points at, for a diagnostic's excerpt.
std::string excerpt(const Page& page, const Location& at);

}  // namespace svod::compose
