#include "xlsx/chart_sheet.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "document/chart_scales.h"
#include "language/years.h"
#include "xlsx/chart_native.h"
#include "xlsx/table_sheet.h"

namespace svod::xlsx {
namespace {

using document::Cell;
using document::Chart;
using document::ChartValue;
using document::Panel;
using document::Row;
using document::Table;

// Pixels, as the library and the programs count them.
constexpr int kRowHeight = 20, kColumnWidth = 64;
constexpr int kLibraryWidth = 480, kLibraryHeight = 288;

Cell text_cell(std::string text) {
  Cell cell;
  cell.runs.emplace_back();
  cell.runs.back().text = std::move(text);
  return cell;
}

// A year is a figure.
Cell name_cell(const std::string& name) {
  Cell cell = text_cell(name);
  if (const auto year = language::plain_year(name)) cell.number = Number(*year);
  return cell;
}

// A value that is not there is an empty cell: a program draws a gap there, and would draw nought for a sign.
Cell value_cell(const Chart& chart, const ChartValue* value) {
  Cell cell;
  if (value == nullptr || !value->number) return cell;
  cell.number = value->number;
  cell.format = chart.format;
  cell.ref = value->ref;
  return cell;
}

struct Data {
  Table table;
  struct Rows {
    std::size_t first = 0, count = 0;  // in the table's rows
    std::optional<std::size_t> reference;
  };
  std::vector<Rows> panels;
};

Data data_of(const Chart& chart, const std::string& title) {
  Data data;
  Table& table = data.table;
  table.caption = title;
  std::size_t most = 0;
  const Panel* widest = nullptr;
  for (const Panel& panel : chart.panels) {
    if (!widest || panel.series.size() > most) widest = &panel, most = panel.series.size();
  }
  const bool lines = chart.kind == Chart::Kind::lines || (chart.kind == Chart::Kind::dumbbell && most == 2);
  const bool reference_column = chart.reference && lines;
  const bool reference_row = chart.reference && chart.kind == Chart::Kind::bars && chart.stack == Chart::Stack::none;
  Row head;
  head.cells.push_back(text_cell("Категория"));
  table.columns.push_back({"category", false, 0});
  for (std::size_t s = 0; s < most; ++s) {
    head.cells.push_back(text_cell(widest->series[s].name));
    table.columns.push_back({"s" + std::to_string(s), true, 0});
  }
  if (reference_column) {
    head.cells.push_back(text_cell(chart.reference->label));
    table.columns.push_back({"reference", true, 0});
  }
  table.head.push_back(std::move(head));

  bool missing = false;
  for (const Panel& panel : chart.panels) {
    if (!panel.title.empty()) {
      Row group;
      group.kind = Row::Kind::group;
      group.cells.push_back(text_cell(panel.title));
      group.cells.back().columns = static_cast<int>(table.columns.size());
      table.rows.push_back(std::move(group));
    }
    Data::Rows rows;
    rows.first = table.rows.size();
    ChartValue reference;
    if (chart.reference) reference.number = chart.reference->value;
    for (std::size_t c = 0; c < panel.categories.size(); ++c) {
      for (const Chart::Break& broken : chart.breaks) {
        if (chart.kind != Chart::Kind::lines || broken.before != c || c == 0) continue;
        // A row without values breaks the line; below the table stands why.
        Row gap;
        gap.cells.push_back(text_cell("разрыв"));
        for (std::size_t s = 1; s < table.columns.size(); ++s) gap.cells.emplace_back();
        table.rows.push_back(std::move(gap));
      }
      Row row;
      row.cells.push_back(name_cell(panel.categories[c]));
      for (std::size_t s = 0; s < most; ++s) {
        const ChartValue* value =
            s < panel.series.size() && c < panel.series[s].values.size() ? &panel.series[s].values[c] : nullptr;
        missing = missing || value == nullptr || !value->number;
        row.cells.push_back(value_cell(chart, value));
      }
      if (reference_column) row.cells.push_back(value_cell(chart, &reference));
      table.rows.push_back(std::move(row));
    }
    rows.count = table.rows.size() - rows.first;
    if (reference_row) {
      rows.reference = table.rows.size();
      Row row;
      row.cells.push_back(text_cell(chart.reference->label));
      row.cells.push_back(value_cell(chart, &reference));
      for (std::size_t s = 1; s < most; ++s) row.cells.emplace_back();
      table.rows.push_back(std::move(row));
    }
    data.panels.push_back(rows);
  }
  if (!chart.unit.empty()) table.legend.push_back("Единица измерения: " + chart.unit + ".");
  for (const Chart::Break& broken : chart.breaks) {
    if (chart.kind == Chart::Kind::lines && !broken.label.empty())
      table.legend.push_back("Разрыв – " + broken.label + ".");
  }
  if (missing) table.legend.push_back("Пустая ячейка: данных нет.");
  table.legend.insert(table.legend.end(), chart.legend.begin(), chart.legend.end());
  return data;
}

struct Size {
  int width = 0, height = 0;
};

Size size_of(const Chart& chart, const Panel& panel) {
  if (chart.panels.size() > 1) return {400, 260};
  if (chart.kind == Chart::Kind::bars && chart.horizontal) {
    const std::size_t bars = chart.stack == Chart::Stack::none ? std::max<std::size_t>(panel.series.size(), 1) : 1;
    const auto rows = static_cast<int>(std::min<std::size_t>(panel.categories.size(), 200));
    return {680, std::clamp(120 + rows * static_cast<int>(10 + 14 * std::min<std::size_t>(bars, 20)), 260, 4000)};
  }
  if (drawn_as_bar(chart)) return {680, 240};
  return {chart.kind == Chart::Kind::pie ? 560 : 680, 380};
}

}  // namespace

std::string chart_title(const Chart& chart, const std::string& sheet_name) {
  if (chart.caption.empty()) return chart.number.empty() ? sheet_name : "Рисунок " + chart.number;
  if (chart.number.empty()) return chart.caption;
  return "Рисунок " + chart.number + " – " + chart.caption;
}

void fill_chart_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document, const Chart& chart,
                      const Location& origin, const std::string& sheet_name) {
  const Data data = data_of(chart, chart_title(chart, sheet_name));
  const TablePlace place = fill_table_sheet(book, sheet, document, data.table, origin, sheet_name, {true, true});
  if (!place.filled) return;
  const auto axis = axis_of(chart, chart.panels);
  const lxw_col_t left = static_cast<lxw_col_t>(data.table.columns.size()) + 1;
  const lxw_row_t top = place.first_row - 1;
  const bool multiples = chart.panels.size() > 1;
  constexpr std::size_t kAcross = 2;
  lxw_row_t last_row = place.last_row;
  lxw_col_t last_column = left;
  std::size_t shown = 0;
  lxw_row_t row = top;
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    const Panel& panel = chart.panels[i];
    const Data::Rows& rows = data.panels[i];
    if (rows.count == 0 || panel.series.empty()) continue;
    PanelPlace ranges;
    ranges.panel = &panel;
    ranges.head = place.first_row - 1;
    ranges.first = place.first_row + static_cast<lxw_row_t>(rows.first);
    ranges.last = ranges.first + static_cast<lxw_row_t>(rows.count) - 1;
    if (rows.reference) ranges.reference = place.first_row + static_cast<lxw_row_t>(*rows.reference);
    lxw_chart* made = native_chart(book, chart, ranges, sheet_name, multiples ? panel.title : chart.caption,
                                   document::own_scales(chart) ? axis_of(chart, {panel}) : axis);
    if (!made) return;
    const Size size = size_of(chart, panel);
    const auto wide = static_cast<lxw_col_t>((size.width + kColumnWidth - 1) / kColumnWidth);
    const auto high = static_cast<lxw_row_t>((size.height + kRowHeight - 1) / kRowHeight);
    const lxw_col_t column = left + static_cast<lxw_col_t>(multiples ? shown % kAcross : 0) * wide;
    std::string words = chart.alternative.empty() ? chart_title(chart, sheet_name) : chart.alternative;
    if (multiples) words = panel.title + ". " + words;
    book.insert_chart(sheet, row, column, made, static_cast<double>(size.width) / kLibraryWidth,
                      static_cast<double>(size.height) / kLibraryHeight, words);
    last_row = std::max(last_row, row + high);
    last_column = std::max<lxw_col_t>(last_column, column + wide - 1);
    ++shown;
    if (!multiples || shown % kAcross == 0) row += high;
  }
  if (shown == 0) return;
  // A chart is seen whole, on one page, unless its letters would be too small.
  constexpr lxw_row_t kMostRows = 90;
  if (last_row <= kMostRows) worksheet_fit_to_pages(sheet, 1, 1);
  worksheet_print_area(sheet, 0, 0, last_row, last_column);
}

}  // namespace svod::xlsx
