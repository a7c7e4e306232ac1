#include "workbook/cell_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "workbook/codes.h"
#include "workbook/fault.h"
#include "workbook/iso_time.h"
#include "workbook/reference.h"

namespace svod::workbook {
namespace {

std::string_view without_spaces(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

template <class T>
bool parse_whole(std::string_view text, T& value) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

/// Whole numbers of up to 15 digits, which most values are: exact in a double, and many times faster than the
/// general way.
template <class T>
bool parse_digits(std::string_view text, T& value) {
  if (text.empty() || text.size() > 15) return false;
  std::uint64_t digits = 0;
  for (const char c : text) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return false;
    digits = digits * 10 + digit;
  }
  value = static_cast<T>(digits);
  return true;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

}  // namespace

void CellReader::read_rows() {
  try {
    while (xml_.next() == Xml::Token::start) {
      if (xml_.name() == "row") {
        read_row();
      } else {
        unexpected("строк");
      }
    }
  } catch (Fault& fault) {
    if (fault.code == &codes::over_budget) {
      fault.sheet = sheet_.name;
      fault.cell = here_;
    }
    throw;
  }
  settle();
}

void CellReader::unexpected(const char* where) {
  if (xml_.name() != "extLst") {
    faults_.warning(
        codes::unknown_element, here_,
        std::string("среди ") + where + " листа стоит незнакомый элемент " + shown(xml_.name()) + ", он пропущен");
  }
  xml_.skip();
}

void CellReader::read_row() {
  std::int64_t row = row_ + 1;
  bool hidden = false;
  for (const Xml::Attribute& attribute : xml_.attributes()) {
    if (attribute.is('r')) {
      const std::string_view text = xml_.decoded(attribute, reference_scratch_);
      std::int64_t number = 0;
      if (parse_digits(text, number) && number >= 1 && number <= kSheetRows) {
        row = number - 1;
      } else {
        faults_.sheet_error(codes::bad_reference, "неверный номер строки " + shown(text));
      }
    } else if (attribute.name == "hidden") {
      hidden = is_true(attribute.raw);
    }
  }
  row_ = row;
  column_ = -1;
  here_ = {static_cast<std::uint32_t>(row), 0};
  if (hidden) {
    auto& ranges = sheet_.hidden_rows;
    const auto number = static_cast<std::uint32_t>(row);
    if (!ranges.empty() && ranges.back().second + 1 == number) {
      ranges.back().second = number;
    } else {
      ranges.emplace_back(number, number);
    }
  }
  for (;;) {
    read_plain_cells();
    if (xml_.next() != Xml::Token::start) break;
    if (xml_.is('c')) {
      read_cell();
    } else {
      unexpected("ячеек");
    }
  }
}

bool CellReader::place_cell(std::string_view reference) {
  if (reference.empty()) {
    if (row_ >= kSheetRows || column_ + 1 >= kSheetColumns) {
      faults_.sheet_error(codes::bad_reference, "ячейка за краем листа");
      return false;
    }
    here_ = {static_cast<std::uint32_t>(row_), static_cast<std::uint32_t>(column_ + 1)};
  } else if (const auto place = parse_cell(reference)) {
    here_ = *place;
    if (here_.row != row_) {
      faults_.error(codes::bad_reference, here_,
                    "ячейка " + a1(here_) + " записана в строке " + std::to_string(row_ + 1));
    }
  } else {
    faults_.sheet_error(codes::bad_reference,
                        "неверный адрес ячейки " + shown(reference) + " в строке " + std::to_string(row_ + 1));
    return false;
  }
  column_ = here_.column;
  return true;
}

void CellReader::read_plain_cells() {
  for (PlainCell plain; xml_.take(plain);) {
    if (!place_cell(plain.reference)) continue;
    Cell cell;
    cell.at = here_;
    if (!plain.formula.empty()) store_formula(cell, plain.formula);
    const Raw raw{plain.type, plain.style, plain.value, true, false};
    if (apply_style(cell, raw) && apply_type(cell, raw)) add(cell);
  }
}

void CellReader::read_cell() {
  Raw raw;
  std::string_view reference;
  for (const Xml::Attribute& attribute : xml_.attributes()) {
    if (attribute.is('r')) {
      reference = xml_.decoded(attribute, reference_scratch_);
    } else if (attribute.is('s')) {
      raw.style = xml_.decoded(attribute, style_scratch_);
    } else if (attribute.is('t')) {
      raw.type = xml_.decoded(attribute, type_scratch_);
    }
  }
  const bool placed = place_cell(reference);
  Cell cell;
  cell.at = here_;
  while (xml_.next() == Xml::Token::start) {
    if (xml_.is('v')) {
      raw.value = xml_.content(value_scratch_);
      raw.has_value = true;
    } else if (xml_.is('f')) {
      read_formula(cell);
    } else if (xml_.name() == "is") {
      raw.value = read_rich_text(xml_, text_scratch_, value_scratch_);
      raw.has_value = raw.has_inline = true;
    } else {
      unexpected("содержимого ячеек");
    }
  }
  if (placed && apply_style(cell, raw) && apply_type(cell, raw)) add(cell);
}

void CellReader::store_formula(Cell& cell, std::string_view text) {
  cell.is_formula = true;
  sheet_.formulas.push_back({context_.texts.keep(text)});
  cell.formula_index = static_cast<std::uint32_t>(sheet_.formulas.size());
}

void CellReader::read_formula(Cell& cell) {
  std::string group;
  bool shared = false;
  for (const Xml::Attribute& attribute : xml_.attributes()) {
    if (attribute.is('t')) shared = attribute.raw == "shared";
    if (attribute.name == "si") group = std::string(attribute.raw);
  }
  const std::string_view text = xml_.content(formula_scratch_);
  store_formula(cell, text);
  if (!shared) return;
  if (text.empty()) {
    waiting_.push_back({cell.formula_index, std::move(group), cell.at});
  } else {
    masters_[group] = {sheet_.formulas.back().text, cell.at};
  }
}

bool CellReader::apply_style(Cell& cell, const Raw& raw) {
  if (raw.style.empty()) return true;
  std::size_t style = 0;
  if (parse_digits(raw.style, style)) {
    if (style < context_.styles.size()) {
      const FormatKind kind = context_.styles[style];
      cell.type = kind.date ? CellType::date : CellType::number;
      cell.percent = kind.percent && !kind.date;
      return true;
    }
    if (style == 0) return true;  // a file without styles
  }
  // A blank cell without its look has lost nothing.
  if (raw.has_value || cell.is_formula) {
    faults_.error(codes::bad_style, cell.at, "формата " + shown(raw.style) + " ячейки в файле нет");
  }
  return true;
}

void CellReader::bad_value(CellRef at, const std::string& what, std::string_view value) {
  faults_.error(codes::bad_value, at, what + ": " + shown(value));
}

bool CellReader::apply_type(Cell& cell, const Raw& raw) {
  const std::string_view type = raw.has_inline ? "inlineStr" : raw.type;
  if (type.empty() && parse_digits(raw.value, cell.number)) return true;
  const std::string_view value = without_spaces(raw.value);
  if (type.size() > 1 && (type == "str" || type == "inlineStr")) {
    // Many programs leave `v` out of a formula that was never computed, and write an empty one for «».
    if (!raw.has_value && cell.is_formula) return apply_number(cell, {});
    if (raw.value.empty() && !cell.is_formula) return false;
    cell.type = CellType::text;
    cell.percent = false;
    std::string unescape_scratch;
    cell.text = context_.texts.keep(raw.has_inline ? raw.value : unescaped(raw.value, unescape_scratch));
    return true;
  }
  if (value.empty() || type.empty() || type == "n") return apply_number(cell, value);
  if (type.size() == 1 && type.front() == 's') {
    std::size_t index = 0;
    if (!parse_digits(value, index) || index >= context_.strings.size()) {
      faults_.error(
          codes::bad_shared_string, cell.at,
          "строки " + shown(value) + " нет в таблице строк файла, в ней их " + std::to_string(context_.strings.size()));
      return false;
    }
    cell.text = context_.strings[index];
    if (Texts::is_too_long(cell.text)) context_.texts.refuse_long();
    cell.type = CellType::text;
    cell.percent = false;
    return !cell.text.empty() || cell.is_formula;
  }
  if (type == "b") {
    const bool yes = is_true(value);
    if (!yes && value != "0" && value != "false") {
      bad_value(cell.at, "вместо логического значения записано", value);
      return false;
    }
    cell.type = CellType::boolean;
    cell.percent = false;
    cell.number = yes ? 1 : 0;
    return true;
  }
  if (type == "e") {
    cell.type = CellType::error;
    cell.percent = false;
    cell.text = context_.texts.keep(value);
    return true;
  }
  if (type == "d") {
    const auto serial = serial_of_iso(value, context_.system_1904);
    if (!serial) {
      bad_value(cell.at, "вместо даты записано", value);
      return false;
    }
    cell.type = CellType::date;
    cell.percent = false;
    cell.number = *serial;
    return true;
  }
  bad_value(cell.at, "у ячейки незнакомый тип " + shown(type) + " и значение", value);
  return false;
}

bool CellReader::apply_number(Cell& cell, std::string_view value) {
  if (value.empty()) {
    if (!cell.is_formula) return false;
    cell.no_cached_value = true;
    faults_.error(codes::no_cached_value, cell.at, "у формулы нет посчитанного значения");
    return true;
  }
  if (parse_digits(value, cell.number)) return true;
  std::string_view digits = value;
  if (digits.size() > 1 && digits[0] == '+' && digits[1] != '-') digits.remove_prefix(1);
  if (!parse_whole(digits, cell.number) || !std::isfinite(cell.number)) {
    bad_value(cell.at, "вместо числа записано", value);
    return false;
  }
  return true;
}

void CellReader::add(const Cell& cell) {
  if (++context_.cells > context_.budgets.cells) {
    refuse_over_budget("число ячеек в файле", context_.budgets.cells, "(cells)");
  }
  auto& cells = sheet_.cells;
  if (!cells.empty() && cell.at <= cells.back().at) ordered_ = false;
  if (cells.size() == cells.capacity()) {
    // As many as the rest of the part will hold at this rate and a quarter more: what is never touched
    // costs nothing, while doubling would hold the cells twice.
    const std::size_t done = std::max<std::size_t>(xml_.offset(), 1);
    const auto rate = static_cast<double>(cells.size()) / static_cast<double>(done);
    const auto expected = static_cast<std::size_t>(rate * static_cast<double>(xml_.size()) * 1.25);
    const std::size_t limit = context_.budgets.cells + 1;
    cells.reserve(std::max(cells.size() + cells.size() / 4 + 64, std::min(expected, limit)));
  }
  cells.push_back(cell);
}

void CellReader::settle() {
  for (const Waiting& waiting : waiting_) {
    const auto master = masters_.find(waiting.group);
    if (master == masters_.end()) {
      faults_.warning(codes::unknown_formula, waiting.at, "общей формулы " + shown(waiting.group) + " на листе нет");
      continue;
    }
    StoredFormula& stored = sheet_.formulas[waiting.formula_index - 1];
    stored.text = master->second.text;
    stored.rows_down = static_cast<std::int32_t>(waiting.at.row) - static_cast<std::int32_t>(master->second.at.row);
    stored.columns_right =
        static_cast<std::int32_t>(waiting.at.column) - static_cast<std::int32_t>(master->second.at.column);
  }
  if (ordered_) return;
  auto& cells = sheet_.cells;
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.at < b.at; });
  const auto end = std::unique(cells.begin(), cells.end(), [&](const Cell& first, const Cell& second) {
    if (first.at != second.at) return false;
    faults_.error(codes::duplicate_cell, second.at, "ячейка записана в файле дважды, взято первое значение");
    return true;
  });
  cells.erase(end, cells.end());
}

}  // namespace svod::workbook
