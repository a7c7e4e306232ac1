#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/budgets.h"
#include "workbook/workbook.h"
#include "workbook/xml.h"

namespace svod::workbook {

/// Keeps the texts of a workbook and counts them against the budgets.
class Texts {
 public:
  Texts(TextStore& store, const Budgets& budgets) : store_(store), budgets_(budgets) {}
  std::string_view keep(std::string_view text);
  /// Of a shared string: one that is too long is the fault of the cells that show it, known by `is_too_long`.
  std::string_view keep_shared(std::string_view text);
  static bool is_too_long(std::string_view kept);
  [[noreturn]] void refuse_long() const;

 private:
  TextStore& store_;
  const Budgets& budgets_;
  std::size_t bytes_ = 0;
};

/// `_x000D_` and its like replaced by the character; `scratch` holds the result where there was one.
std::string_view unescaped(std::string_view text, std::string& scratch);

/// After the start of `si` or `is`: the text of its runs together, without phonetic readings, and past its
/// end. White space stays as written, whether or not the file asks to preserve it.
std::string_view read_rich_text(Xml& xml, std::string& scratch, std::string& joined);

/// The table of shared strings.
std::vector<std::string_view> read_shared_strings(Xml& xml, Texts& texts, const Budgets& budgets);

}  // namespace svod::workbook
