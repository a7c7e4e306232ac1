#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"

namespace svod::definitions {
namespace {

void load_table(const Reader& reader, ReferenceTable& table) {
  table.name = reader.text("name");
  table.title = reader.text("title", table.name);
  table.source = reader.text("source");
  table.columns = reader.texts("columns");
  table.defined_at = reader.at();
  std::map<std::string, const Node*> seen;
  for (const Node& column : reader.find("columns")->items) {
    if (!seen.emplace(column.text, &column).second) {
      reader.error(codes::duplicate_name, column, "столбец «" + column.text + "» назван дважды");
    }
  }
  for (const Node& row : reader.find("rows")->items) {
    if (row.items.size() != table.columns.size()) {
      reader.error(codes::ragged_row, row,
                   "в строке " + std::to_string(row.items.size()) + " значений, а столбцов " +
                       std::to_string(table.columns.size()),
                   "столбцы: " + join(table.columns, ", "));
      continue;
    }
    std::vector<std::string> cells;
    for (const Node& cell : row.items) cells.push_back(cell.text);
    table.rows.push_back(std::move(cells));
    table.places.push_back(reader.document().at(row));
  }
}

}  // namespace

void load_tables(const CheckedFiles& files, Loading& loading) {
  Layered layers;
  std::vector<ReferenceTable>& tables = loading.workspace.tables;
  for (const auto& file : files) {
    const Reader reader(file->document, file->document.root, loading.out);
    const std::string name = reader.text("name");
    if (!file->is_good(file->document.root)) {
      loading.broken_tables.insert(name);
      continue;
    }
    const auto place = layers.place(name, *file, reader, tables.size(), "таблица");
    if (!place) continue;
    if (*place == tables.size()) tables.emplace_back();
    tables[*place] = ReferenceTable{};
    load_table(reader, tables[*place]);
  }
  std::erase_if(tables, [&](const ReferenceTable& table) { return loading.broken_tables.count(table.name) > 0; });
}

void check_unique_rows(const ReferenceTable& table, const std::vector<std::string>& columns,
                       const std::vector<std::pair<std::string, std::string>>& fixed, Loading& loading) {
  const auto index_of = [&](const std::string& column) {
    return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) -
                                    table.columns.begin());
  };
  std::map<std::vector<std::string>, std::size_t> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto differs = [&](const auto& pair) { return table.rows[row][index_of(pair.first)] != pair.second; };
    if (std::any_of(fixed.begin(), fixed.end(), differs)) continue;
    std::vector<std::string> key;
    for (const std::string& column : columns) key.push_back(table.rows[row][index_of(column)]);
    const auto [first, is_new] = seen.emplace(key, row);
    if (is_new) continue;
    if (!loading.repeated_rows.insert(table.places[row]).second) continue;
    Diagnostic& added = loading.out.error(codes::repeated_row, table.places[row],
                                  "в таблице «" + table.name + "» две строки об одном: " + join(key, ", "),
                                  "удалите одну из строк");
    added.related.push_back({table.places[first->second], "первая – здесь"});
  }
}

}  // namespace svod::definitions
