#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/state.h"
#include "expression/expression.h"
#include "source/location.h"

namespace svod::definitions {

enum class FieldType : unsigned char {
  integer,   ///< a count
  number,    ///< `decimals` digits are kept
  text,
  boolean,
  date,
  choice,    ///< one of `choices`
  school,    ///< a school of the register, stored by its id
  code,      ///< a participant's code: text, kept as typed
  person,    ///< a person's name: replaced by a keyed code at intake, never stored
};

struct Choice {
  std::string value;                 ///< as stored and printed
  std::vector<std::string> aliases;  ///< other spellings that are accepted
};

/// A column of reference data brought to each row: `minimum` of the row's subject and year.
struct Lookup {
  std::string table;  ///< a reference table of the workspace or of schemas/
  /// Column of the table -> expression over the row's fields and parameters (`year`).
  std::vector<std::pair<std::string, expression::Tree>> keys;
  std::string value;  ///< column that is taken
};

/// A number sorted into bands from the minimum up: 0–23, 24–39, 40–49 …
struct Banding {
  std::string of;              ///< field: the score
  std::string minimum;         ///< field: ends the first band; empty for none
  std::vector<int> edges;      ///< first values of the bands after it: 40, 50, … 90, 100
  int from = 0;
  int to = 100;
};

/// The labels of the bands from below: «0–23», «24–39» … «90–99», «100». Without a minimum the first band runs
/// to the first edge; edges at or below the minimum are left out.
std::vector<std::string> band_labels(const Banding& banding, std::optional<int> minimum);
/// The label of the band that a value falls into (a fraction into the band of its whole part); empty outside
/// `from` to `to`.
std::string band_of(const Banding& banding, std::optional<int> minimum, const Number& value);

struct Field {
  std::string name;
  std::string title;                 ///< Russian, nominative
  std::vector<std::string> headers;  ///< header texts that name the column, beside the title
  FieldType type = FieldType::text;
  int decimals = 0;                  ///< of a number
  std::string unit;                  ///< «чел.», «балл», «%»
  bool required = true;              ///< a missing value is an error; otherwise it is only missing
  bool optional_column = false;      ///< the whole column may be absent from a file
  std::optional<Number> minimum;
  std::optional<Number> maximum;
  std::string pattern;               ///< ECMAScript regular expression that a text matches whole
  std::vector<Choice> choices;
  /// What a blank cell (key "") and signs like «-», «нет», «н/д» mean here (keys folded); a sign that is
  /// not listed is an error.
  std::map<std::string, State> signs;
  std::optional<Lookup> lookup;      ///< computed, not read from the file
  std::optional<Banding> banding;    ///< computed, not read from the file
  expression::Tree derived;          ///< computed from the row's other fields, not read from the file; or null
  Location defined_at;

  bool is_read() const { return !lookup && !banding && !derived; }
  bool is_number() const { return type == FieldType::integer || type == FieldType::number; }
  expression::Type expression_type() const;
};

/// A rule over a form's rows, or over rows and the totals that a file states itself.
struct Relation {
  std::string name;
  expression::Tree rule;          ///< boolean over the fields of a row
  bool is_error = true;           ///< otherwise a warning
  Number tolerance;               ///< an equality is kept when the sides differ by no more
  expression::Text message;       ///< with values
  expression::Text hint;
  std::vector<std::string> fields;  ///< those it reads: the cells that the diagnostic points at
  Location defined_at;
};

/// A control over several rows: within rows that agree in `per`, the sums of `field` by the values of `across`
/// must be equal (the same teachers counted by age, by service, by education). Groups without a row, and sums
/// with a missing value, are not compared.
struct SameTotals {
  std::string name;
  std::string field;                 ///< summed
  std::string across;                ///< field whose values are compared
  std::vector<std::string> per;      ///< fields that keep rows apart; `school` where nothing is said
  bool is_error = true;              ///< otherwise a warning
  std::string hint;
  Location defined_at;
};

/// Sums that a file states about its own rows: a total row must be the sum of the rows it covers.
struct TotalsCheck {
  std::vector<std::string> fields;  ///< checked; empty: every summed field
  bool is_error = false;
};

/// Where a row's school may come from when a file has no column for it, in the order tried.
enum class SchoolFrom : unsigned char {
  column,   ///< a column of the table
  heading,  ///< a cell above the table: the title, a line «Школа: …»
  file,     ///< the file's name or a folder on its way
};

/// A level of a header over the columns of a wide table, from the top down.
struct AcrossLevel {
  /// Field that the header's text becomes the value of (`subject`); or empty: the header's text names the
  /// measure, matched against the headers of the form's fields.
  std::string field;
};

/// How a form stands in a sheet.
struct Layout {
  std::vector<std::string> sheets;        ///< sheet names that are read (folded, `*` for anything); empty: any
  std::string year_from_sheet;            ///< field filled from the sheet's name («2023»); empty for none
  std::vector<AcrossLevel> across;        ///< not empty: a wide table whose headers are unpivoted
  std::vector<std::string> totals;        ///< words that begin a totals row: «итого», «всего»
  std::string group_field;                ///< field filled from group rows and for the rows below; empty for none
  /// For forms with a field of type school. Never empty after loading.
  std::vector<SchoolFrom> school_from{SchoolFrom::column, SchoolFrom::heading, SchoolFrom::file};
  std::vector<std::string> ignored;       ///< header texts of columns that are left out without a word: «№»
  /// The form's rows when they are fixed: values of the key fields that must all be there.
  std::map<std::string, std::vector<std::string>> fixed;
};

/// A form that schools or an exam centre fill, and how its cells become rows of facts.
struct Form {
  std::string name;
  int version = 1;
  std::string title;
  std::string marker;                 ///< the hidden mark of svod's own blanks: «svod:oge_marks:1»
  std::vector<Field> fields;          ///< in the order of the blank
  std::vector<std::string> keys;      ///< fields whose values together are unique
  std::vector<Relation> relations;
  std::vector<SameTotals> same_totals;
  std::optional<TotalsCheck> totals_check;
  Layout layout;
  /// Values for fields that a file may leave unsaid, by field: `exam: ОГЭ`.
  std::map<std::string, std::string> constants;
  Location defined_at;

  const Field* field(std::string_view name) const;
  /// The first field of type school, or null.
  const Field* school_field() const;
  /// The fields as names of the expression language, and `year` (a number) where no field has that name. A
  /// school is its id (text).
  expression::NameTable names() const;
};

}  // namespace svod::definitions
