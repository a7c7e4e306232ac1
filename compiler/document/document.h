#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/state.h"
#include "expression/expression.h"
#include "source/location.h"

namespace svod::document {

/// A document without a format: what it says, in order, not how it looks. `compose` builds it, `typeset`
/// lays it out on pages, `xlsx` makes a workbook of it. Texts are UTF-8, ready for print: figures are
/// formatted, names stand in their case, no-break spaces are where they must be.

struct Run {
  enum class Position : unsigned char { normal, above, below };   ///< superscript, subscript
  std::string text;
  bool bold = false;
  bool italic = false;
  bool spaced = false;       ///< letters set apart: «приказываю:»
  bool line_break = false;   ///< a line ends here; `text` is empty
  std::string ref;           ///< the figure's derivation, for `svod explain`
  std::string link;          ///< an anchor of this document; the text leads there
  Position position = Position::normal;
  std::int32_t note = -1;    ///< in Document::notes: `text` is the footnote's mark, given by compose
};
using Runs = std::vector<Run>;

enum class Align : unsigned char { left, centre, right, justify };

enum class Role : unsigned char {
  body,          ///< running text with first-line indent
  plain,         ///< without indent
  letterhead,    ///< who issues the paper; centred
  kind,          ///< «ПРИКАЗ»
  subject,       ///< heading of an official paper's text («О результатах …»): at left, narrow
  command,       ///< «приказываю:» on its own line
  lead,          ///< the conclusion that opens a section
  note,          ///< a legend or source under a table, smaller
  title, subtitle, imprint,  ///< parts of a title page: at its optical middle, below, and at its foot
  addressee,     ///< to whom; at the right
  executor,      ///< who made the paper and the telephone; small, at the foot of its last page
};

struct Paragraph {
  Runs runs;
  Role role = Role::body;
};

struct Heading {
  int level = 1;        ///< 1 to 4
  std::string number;   ///< «1.2», given by compose; empty where headings are not numbered
  Runs runs;
  std::string anchor;   ///< unique in the document
};

struct Block;
using Blocks = std::vector<Block>;

struct Item {
  std::string label;    ///< «1.», «1.1.», «а)», «–», given by compose
  Blocks blocks;
  std::string anchor{};   ///< of its own, for references; may be empty
};

struct List {
  bool numbered = false;  ///< official numbering: first-line indent, continuation to the margin
  std::vector<Item> items;
};

/// How a number prints and how a workbook shows it.
struct NumberFormat {
  int places = 0;
  bool percent = false;   ///< the value is in percent points; a workbook stores value/100 with «0.0%»
  bool group = true;      ///< groups of three digits
};

/// The arithmetic behind a cell where it lies in the same table, so that a workbook recalculates it.
struct Formula {
  enum class Kind : unsigned char {
    none,
    row,            ///< `expression` over the columns of the same row; its variables are column ids
    sum,            ///< sum of this column's body rows (the rows of the table, or since `from_row`)
    share,          ///< this column's total divided by the total of column `weights`
    weighted_mean,  ///< body rows' mean of this column weighted by column `weights`
    count,          ///< body rows of the table `table` in which every column of `where` holds its text
  };
  Kind kind = Kind::none;
  expression::Tree expression;
  std::string weights;
  std::string table{};   ///< anchor of another table of the document
  std::vector<std::pair<std::string, std::string>> where{};   ///< ids of its columns and texts; none: every row
};

struct Cell {
  Runs runs;                      ///< what is printed
  State state = State::value;
  std::optional<Number> number;   ///< exact; percent in percent points
  NumberFormat format;
  Formula formula;
  int columns = 1;                ///< spans
  int rows = 1;
  std::string ref;                ///< derivation
  std::optional<Date> date{};     ///< a real date in a workbook; the runs say it on paper
  bool shaded = false;            ///< a bar of a plan by months
};

struct Column {
  std::string id;            ///< unique in the table; formulas name it
  bool numeric = false;      ///< aligned on the comma, at right
  double weight = 0;         ///< share of the free width; 0: by content
  bool centred = false;      ///< short texts of one kind: numbers of rows, dates
  std::vector<std::string> choices{};   ///< a workbook offers these and takes no other
  std::optional<Date> month{};          ///< of a plan by months: the month's first day
};

struct Row {
  enum class Kind : unsigned char { body, group, total };
  Kind kind = Kind::body;
  std::vector<Cell> cells;   ///< a place covered by a span has no cell, as in HTML
};

struct Table {
  std::string caption;       ///< without number and without final full stop; empty for none
  std::string number;        ///< «3», given by compose
  std::string anchor;
  std::string sheet;         ///< name of its sheet in a workbook; compose makes them unique and short
  std::vector<Column> columns;
  std::vector<Row> head;     ///< cells with spans; all text
  std::vector<Row> rows;
  std::vector<std::string> legend;   ///< signs used, coverage, sources: a line each
  bool compact = false;      ///< a step smaller
  bool column_numbers = false;   ///< a row «1 2 3 …» below the head
  bool hand = false;         ///< filled in by hand: rows are high enough to write in
  bool filter = false;       ///< a workbook offers filters in the head
  /// Of a plan by months: the columns whose dates a workbook shades months by, so that a changed date moves the bar.
  std::string bar_from{}, bar_to{};
};

/// A value in a chart: what a table's cell would hold.
struct ChartValue {
  std::optional<Number> number;   ///< exact; percent in percent points; none leaves a gap
  State state = State::value;
  std::string label;              ///< as printed: «65,3»
  std::string ref;                ///< derivation
};

struct Series {
  std::string name;
  std::vector<ChartValue> values;   ///< one for each category
};

/// One field of a chart with its axes.
struct Panel {
  std::string title;                    ///< empty where the chart has one panel
  std::vector<std::string> categories;
  std::vector<Series> series;
};

/// A figure drawn from data: vector in PDF, a native chart in a workbook.
struct Chart {
  enum class Kind : unsigned char {
    bars,       ///< a bar for each category and series
    lines,      ///< over years; a value that is not there is a gap
    pie,        ///< up to four parts of one series
    dumbbell,   ///< two series: two points of a category and the distance between them
  };
  enum class Stack : unsigned char { none, stacked, full };   ///< bars: side by side, upon each other, as 100 %
  struct Reference {
    Number value;
    std::string label;        ///< «регион 52,4»
    std::string ref;
  };
  struct Break {
    std::size_t before = 0;   ///< the category that what stands before cannot be compared with
    std::string label;
  };

  Kind kind = Kind::bars;
  Stack stack = Stack::none;
  bool horizontal = false;           ///< bars lie: for long names
  bool ordered = false;              ///< series are steps of one scale (bands): shaded from light to dark
  std::string caption;               ///< without number and without final full stop
  std::string number;                ///< «2», given by compose
  std::string anchor;
  std::string sheet;                 ///< name of its sheet in a workbook; compose makes them unique and short
  std::string unit;                  ///< of the values, for the axis: «балл», «%»
  NumberFormat format;
  std::vector<Panel> panels;         ///< one; several are small multiples on one scale
  std::optional<Reference> reference;
  std::vector<Break> breaks;         ///< of lines, in the order of categories
  std::string alternative;           ///< what the figure shows, in words, for those who cannot see it
  std::vector<std::string> legend;   ///< coverage, sources: a line each
};

/// Post at left, name at right on the level of its last line, room for a hand between.
struct Signature {
  std::string post;
  std::string name;
};

/// «Приложение к приказу …»: begins a page; lines flush left in a block at the upper right.
struct AppendixMark {
  std::vector<std::string> lines;
  std::string anchor{};     ///< for references; may be empty
};

struct PageBreak {};

/// A table of contents of the headings up to `depth`.
struct Contents {
  std::string title;
  int depth = 2;
};

/// Date at left and number at right of an official paper, the place centred below.
struct DateAndNumber {
  std::string date;     ///< «25 августа 2021 г.», or a rule to fill in by hand where empty
  std::string number;   ///< «№ 132», or a rule where empty
  std::string place;
};

struct Block {
  std::variant<Paragraph, Heading, List, Table, Signature, AppendixMark, PageBreak, Contents, DateAndNumber, Chart>
      content;
  Location origin;          ///< the template's line that made it
  bool landscape = false;   ///< stands on turned pages
};

/// A source that a document's figures rest on, for the sheet of sources and the manifest.
struct SourceNote {
  std::string file;
  std::string title;
  std::string sha256;
};

/// A day or a stretch of days for a calendar file.
struct Event {
  std::string id;           ///< unique and lasting: a calendar that takes the file twice has it once
  Date from{}, to{};        ///< both days included
  std::string summary;
  std::string description;
};

struct Document {
  std::string name;         ///< file name without extension and folder below the output: «recommendations/yasnogorskaya»
  std::string title;        ///< for the file's properties and the running head
  std::string author;       ///< the department
  std::string profile;      ///< layout: «official», «report»
  Date date;                ///< of compilation; the only time in any output
  std::string mark;         ///< «учебные данные» and «НЕ ДЛЯ ПОДПИСИ: …», on every page; empty for none
  Blocks blocks;
  std::vector<Runs> notes;  ///< footnotes, in the order of their marks
  std::vector<SourceNote> sources;
  std::vector<Event> events{};   ///< what a calendar file of this document holds
};

/// The tree as stable text, one block a line, for `--print` and for test cases.
std::string print(const Document& document);

}  // namespace svod::document
