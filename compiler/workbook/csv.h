#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/workbook.h"

namespace svod::workbook {

/// One sheet named as the file without its folder and last extension. Throws Fault.
void read_csv(std::string_view bytes, const Budgets& budgets, Workbook& book, Diagnostics& found);

/// The bytes as UTF-8 without a mark: UTF-8, UTF-16 and Windows-1251 are told apart. W110 where the bytes are
/// none of them; a UTF-8 text with a broken byte and the older Russian encodings are not taken for
/// Windows-1251.
std::string decode_csv(std::string_view bytes);

/// What separates the cells. `unsure` where a comma may as well be a decimal sign.
struct Delimiter {
  char character = ';';
  bool unsure = false;
};
Delimiter detect_delimiter(std::string_view text);

/// The number that a field is, only where nothing of its writing is lost but the decimal sign (comma or dot)
/// and trailing zeros: no leading zeros, plus, spaces, exponents, at most 15 digits.
std::optional<double> csv_number(std::string_view field);

/// Reads the fields of a text one by one.
class CsvFields {
 public:
  CsvFields(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  struct Field {
    std::string_view text;  ///< of a quoted field with doubled quotes: valid until the next call
    bool ends_record = false;
    bool text_after_quote = false;
    bool unclosed = false;
    std::size_t at = 0;  ///< offset of its first character
  };
  bool at_end() const { return at_ >= text_.size(); }
  /// Precondition: not at the end.
  Field next();

 private:
  void read_quoted(Field& field);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::string scratch_;
};

}  // namespace svod::workbook
