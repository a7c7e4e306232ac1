#pragma once

#include <map>
#include <string>
#include <utility>

#include "definitions/school_names.h"
#include "definitions/workspace.h"
#include "facts/store.h"
#include "workbook/workbook.h"

namespace svod::intake {

/// What all tables of one file are read with.
struct FileContext {
  const definitions::Workspace& workspace;
  const definitions::SchoolNames& schools;
  const workbook::Workbook& book;
  const std::string& file;
  bool typed = true;  ///< false for csv, where every figure is text and nobody can help it
};

/// A cell as its field understands it.
struct ReadCell {
  facts::StoredCell cell;
  bool has_error = false;  ///< reported, or known to the reader of the workbook: no second word about it
};

/// Reads cells of one form into typed values; says everything that is wrong with them.
class CellReader {
 public:
  CellReader(const FileContext& context, const definitions::Form& form, std::string sheet, Diagnostics& out)
      : context_(context), form_(form), sheet_(std::move(sheet)), out_(out) {}

  /// `cell` may be null or blank; `at` is its place, `label` says which row it is in.
  ReadCell read(const definitions::Field& field, const workbook::Cell* cell, CellRef at, const std::string& label);
  /// The same for a text that is no cell's own: a header, a group's name, a sheet's name, a constant.
  ReadCell read_text(const definitions::Field& field, const std::string& text, const Location& where);

 private:
  ReadCell blank(const definitions::Field& field, const Location& where);
  ReadCell number(const definitions::Field& field, const workbook::Cell& cell, const Location& where);
  ReadCell number_text(const definitions::Field& field, const std::string& text, const Location& where, bool typed);
  ReadCell checked(const definitions::Field& field, Number number, const Location& where);
  ReadCell date(const definitions::Field& field, const workbook::Cell& cell, const Location& where);
  ReadCell boolean(const definitions::Field& field, const workbook::Cell& cell, const Location& where);
  ReadCell words(const definitions::Field& field, const std::string& text, const Location& where);
  ReadCell choice(const definitions::Field& field, const std::string& text, const Location& where);
  ReadCell school(const std::string& text, const Location& where);
  ReadCell fail(const Code& code, const definitions::Field& field, const Location& where, std::string message,
                std::string hint = {});
  void warn(const Code& code, const definitions::Field& field, const Location& where, std::string message,
            std::string hint);
  std::optional<facts::StoredCell> sign(const definitions::Field& field, std::string_view text) const;

  const FileContext& context_;
  const definitions::Form& form_;
  std::string sheet_;
  Diagnostics& out_;
  /// Texts that were understood: a column says the same few words in thousands of rows.
  std::map<std::pair<const definitions::Field*, std::string>, std::string> understood_;
};

/// A text for a message: in quotes, cut, and never a person's name.
std::string shown(std::string_view text);

}  // namespace svod::intake
