#include "compose/paper_table.h"

#include <algorithm>

#include "base/text.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

std::optional<Number> figure_of(const std::string& text) {
  std::string plain = replace_all(replace_all(std::string(trim(text)), ",", "."), "\u00A0", "");
  plain = replace_all(plain, "−", "-");
  return plain.empty() ? std::nullopt : Number::parse(plain);
}

int places_of(const std::string& text) {
  const std::size_t point = text.find_first_of(",.");
  return point == std::string::npos ? 0 : static_cast<int>(std::string(trim(text.substr(point + 1))).size());
}

document::Cell cell_of(const definitions::Written& written, bool head) {
  document::Cell cell;
  document::Run run;
  run.text = head ? language::glue_heading(squeeze(written.text)) : language::glue(squeeze(written.text));
  if (!run.text.empty()) cell.runs.push_back(std::move(run));
  return cell;
}

}  // namespace

document::Table table_of(const definitions::WrittenTable& written) {
  document::Table table;
  table.caption = language::glue_heading(squeeze(written.caption.text));
  std::size_t columns = written.head.size();
  for (const auto& row : written.rows) columns = std::max(columns, row.size());
  for (std::size_t i = 0; i < columns; ++i) {
    document::Column column;
    column.id = "column" + std::to_string(i + 1);
    // The first column names the rows even where it numbers them.
    column.numeric = i > 0 && !written.rows.empty() && std::all_of(written.rows.begin(), written.rows.end(), [&](const auto& row) {
      return i < row.size() && figure_of(row[i].text).has_value();
    });
    table.columns.push_back(std::move(column));
  }
  const auto add = [&](const std::vector<definitions::Written>& cells, std::vector<document::Row>& rows, bool head) {
    document::Row row;
    for (std::size_t i = 0; i < columns; ++i) {
      row.cells.push_back(i < cells.size() ? cell_of(cells[i], head) : document::Cell());
      if (head || !table.columns[i].numeric) continue;
      row.cells.back().number = figure_of(cells[i].text);
      row.cells.back().format.places = places_of(cells[i].text);
    }
    rows.push_back(std::move(row));
  };
  if (!written.head.empty()) add(written.head, table.head, true);
  for (const auto& cells : written.rows) add(cells, table.rows, false);
  return table;
}

}  // namespace svod::compose
