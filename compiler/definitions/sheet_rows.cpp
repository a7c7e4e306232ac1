#include "definitions/sheet_rows.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "definitions/yaml.h"

namespace svod::definitions {
namespace {

std::string digits_of(const workbook::Cell& cell) {
  std::optional<Number> number = Number::from_double(cell.number);
  if (number && cell.percent) number = multiply(*number, Number(100));
  return number ? number->text() : std::string(cell.text);
}

/// «1 234,5» as «1234.5»; empty where the text is no number.
std::string number_in(std::string_view text) {
  const std::string dotted = replace_all(replace_all(squeeze(text), " ", ""), ",", ".");
  return Number::parse(dotted) ? dotted : std::string();
}

}  // namespace

Node text_node(const workbook::Cell& cell, int sheet) {
  Node node;
  node.kind = Node::Kind::text;
  node.sheet = sheet;
  node.cell = cell.at;
  switch (cell.type) {
    case workbook::CellType::text:
    case workbook::CellType::error: node.text = squeeze(cell.text); break;
    case workbook::CellType::boolean: node.text = cell.number != 0 ? "true" : "false"; break;
    case workbook::CellType::number: node.text = cell.text.empty() ? digits_of(cell) : std::string(cell.text); break;
    case workbook::CellType::date: {
      const std::optional<Date> day = date_of_serial(cell.number, false);
      node.text = day ? iso(*day) : digits_of(cell);
    }
  }
  return node;
}

Node cell_node(const workbook::Cell& cell, int sheet) {
  Node node = text_node(cell, sheet);
  std::string digits;
  if (cell.type == workbook::CellType::number && cell.text.empty()) digits = node.text;
  if (cell.type == workbook::CellType::text || (cell.type == workbook::CellType::number && digits.empty())) {
    digits = number_in(node.text);
  }
  if (digits.empty()) return node;
  node.kind = plain_kind(digits) == Node::Kind::integer ? Node::Kind::integer : Node::Kind::number;
  node.text = digits;
  return node;
}

std::vector<std::vector<const workbook::Cell*>> rows_of(const workbook::Sheet& sheet) {
  std::vector<std::vector<const workbook::Cell*>> rows;
  for (const workbook::Cell& cell : sheet.cells) {
    if (cell.type == workbook::CellType::text && trim(cell.text).empty()) continue;
    if (rows.empty() || rows.back().front()->at.row != cell.at.row) rows.emplace_back();
    rows.back().push_back(&cell);
  }
  return rows;
}

std::string folded_heading(std::string_view text) {
  std::string plain(text);
  for (const char* sign : {"(", ")", ",", ":", "*"}) plain = replace_all(std::move(plain), sign, " ");
  return folded(plain);
}

}  // namespace svod::definitions
