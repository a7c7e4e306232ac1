#include "definitions/table_source.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/date.h"
#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/reader.h"
#include "definitions/sheet_rows.h"
#include "language/cases.h"
#include "workbook/workbook.h"

namespace svod::definitions {
namespace {

using Row = std::vector<const workbook::Cell*>;

/// What a heading leads to: «surname», «post/dative».
struct Heading {
  std::string path;
  std::string title;
};
using Headings = std::map<std::string, Heading>;

std::optional<workbook::Workbook> opened(std::string_view bytes, Document& document, Diagnostics& out) {
  auto outcome = workbook::read(bytes, document.file);
  out.append(std::move(outcome.diagnostics));
  if (outcome.product.sheets.empty()) return std::nullopt;
  for (const workbook::Sheet& sheet : outcome.product.sheets) document.sheets.push_back(sheet.name);
  return std::move(outcome.product);
}

Node in_row(Node::Kind kind, const Row& row, int sheet) {
  Node node;
  node.kind = kind;
  node.sheet = sheet;
  node.cell = row.front()->at;
  return node;
}

void add_headings(Headings& headings, const Schema& schema, const Node& item) {
  const Node* properties = item.find("properties");
  if (!properties) return;
  for (const auto& [key, given] : properties->entries) {
    const Node& property = schema.followed(given);
    const Node* title = property.find("title");
    const std::string name = title ? title->text : key.text;
    const Node* forms = nullptr;
    if (const Node* branches = property.find("anyOf")) {
      for (const Node& branch : branches->items) {
        if (const Node* parts = schema.followed(branch).find("properties")) forms = parts;
      }
    }
    const std::string path = forms ? key.text + "/nominative" : key.text;
    headings[folded_heading(name)] = {path, name};
    headings[folded_heading(key.text)] = {path, name};
    for (const Node::Entry& form : forms ? forms->entries : std::vector<Node::Entry>{}) {
      const Node* form_title = form.value.find("title");
      const std::string full = name + ", " + (form_title ? form_title->text : form.key.text);
      headings[folded_heading(full)] = {key.text + "/" + form.key.text, full};
      if (form_title) {
        headings[folded_heading(name + " " + form_title->text.substr(0, form_title->text.find(' ')))] = {
            key.text + "/" + form.key.text, full};
      }
    }
  }
}

std::string spelled(const Row& row) {
  std::vector<std::string> parts;
  for (const workbook::Cell* cell : row) parts.push_back("«" + squeeze(cell->text) + "»");
  return join(parts, ", ");
}

/// The row of headings: the first where two cells, or all, are known. Columns that are not known are warned of.
std::optional<std::size_t> find_headings(const std::vector<Row>& rows, const Headings& headings) {
  for (std::size_t i = 0; i < rows.size() && i < 20; ++i) {
    const auto known = static_cast<std::size_t>(std::count_if(rows[i].begin(), rows[i].end(), [&](const workbook::Cell* cell) {
      return headings.count(folded_heading(cell->text)) > 0;
    }));
    if (known >= 2 || (known > 0 && known == rows[i].size())) return i;
  }
  return std::nullopt;
}

std::vector<std::string> titles_of(const Headings& headings) {
  std::vector<std::string> titles;
  for (const auto& [key, heading] : headings) {
    if (std::find(titles.begin(), titles.end(), heading.title) == titles.end()) titles.push_back(heading.title);
  }
  return titles;
}

/// «25.08.2021» as a person types it.
std::string iso_day(const std::string& text) {
  const auto parts = split(text, '.');
  if (parts.size() != 3 || parts[0].empty() || parts[0].size() > 2 || parts[1].empty() || parts[1].size() > 2 ||
      parts[2].size() != 4) {
    return text;
  }
  const auto padded = [](std::string_view digits) { return (digits.size() == 1 ? "0" : "") + std::string(digits); };
  return std::string(parts[2]) + "-" + padded(parts[1]) + "-" + padded(parts[0]);
}

std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> found;
  for (const std::string_view piece : split(text, separator)) {
    if (!trim(piece).empty()) found.emplace_back(trim(piece));
  }
  return found;
}

/// A cell as the schema wants it: a list, a map of reasons, a day, a gender, a text.
Node shaped(const Node& cell, const Node& schema, const std::string& key) {
  const Node* type = schema.find("type");
  const Node* pattern = schema.find("pattern");
  if (type && type->text == "array") {
    Node list = Node::of_kind(Node::Kind::list, cell);
    for (std::string& piece : pieces(cell.text, ';')) {
      list.items.push_back(Node::scalar(Node::Kind::text, std::move(piece), cell));
    }
    return list;
  }
  if (type && type->text == "object") {
    Node map = Node::of_kind(Node::Kind::map, cell);
    for (const std::string& piece : pieces(cell.text, ';')) {
      const std::size_t colon = piece.find(':');
      const std::string reason = colon == std::string::npos ? std::string() : std::string(trim(piece.substr(colon + 1)));
      map.add(std::string(trim(piece.substr(0, colon))), Node::scalar(Node::Kind::text, reason, cell));
    }
    return map;
  }
  if (type && type->text == "boolean") {
    const std::string word = folded(cell.text);
    if (word == "да" || word == "нет") return Node::scalar(Node::Kind::boolean, word == "да" ? "true" : "false", cell);
  }
  Node text = cell;
  if (pattern && pattern->text.starts_with("^[0-9]{4}-")) text.text = iso_day(text.text);
  if (key == "gender") {
    const language::Gender gender = language::parse_gender(text.text);
    if (gender == language::Gender::masculine) text.text = "m";
    if (gender == language::Gender::feminine) text.text = "f";
  }
  return text;
}

void put(Node& map, const std::string& path, Node value) {
  const std::size_t slash = path.find('/');
  if (slash == std::string::npos) {
    map.add(path, std::move(value));
    return;
  }
  const std::string key = path.substr(0, slash);
  for (Node::Entry& entry : map.entries) {
    if (entry.key.text == key) {
      entry.value.add(path.substr(slash + 1), std::move(value));
      return;
    }
  }
  Node& inside = map.add(key, Node::of_kind(Node::Kind::map, value));
  inside.add(path.substr(slash + 1), std::move(value));
}

class TableReader {
 public:
  TableReader(Document& document, const Schema& schema, Diagnostics& out)
      : document_(document), schema_(schema), out_(out) {}

  /// Rows of a sheet as maps of the schema's `item`. Columns with unknown headings go to `others` of each map
  /// where that is not empty; else they are warned of.
  std::vector<Node> rows(const workbook::Sheet& sheet, int index, const Node& item, const std::string& others) {
    std::vector<Node> maps;
    Headings headings;
    add_headings(headings, schema_, item);
    const std::vector<Row> rows = rows_of(sheet);
    if (rows.empty()) return maps;
    const std::optional<std::size_t> top = find_headings(rows, headings);
    if (!top) {
      document_.error(out_, codes::no_table, in_row(Node::Kind::null, rows.front(), index),
                      "на листе «" + sheet.name + "» нет строки с названиями столбцов; первая строка – " + spelled(rows.front()),
                      "названия столбцов: " + join(titles_of(headings), ", "));
      return maps;
    }
    const std::map<std::uint32_t, std::string> columns = columns_of(rows[*top], index, headings, others);
    for (std::size_t i = *top + 1; i < rows.size(); ++i) {
      Node map = row_map(rows[i], index, item, columns);
      if (!map.entries.empty()) maps.push_back(std::move(map));
    }
    return maps;
  }

 private:
  std::map<std::uint32_t, std::string> columns_of(const Row& row, int index, const Headings& headings,
                                                  const std::string& others) {
    std::map<std::uint32_t, std::string> columns;
    std::map<std::string, Node> seen;
    for (const workbook::Cell* cell : row) {
      const Node node = text_node(*cell, index);
      const auto known = headings.find(folded_heading(node.text));
      std::string path = known != headings.end() ? known->second.path : others.empty() ? std::string() : others + "/" + node.text;
      if (path.empty()) {
        document_.warning(out_, codes::unknown_heading, node, "столбец «" + node.text + "» не прочитан: такого нет",
                          nearest_hint(node.text, titles_of(headings)));
        continue;
      }
      const auto [first, is_new] = seen.emplace(path, node);
      if (!is_new) {
        Diagnostic& added = document_.error(out_, codes::duplicate_key, node, "столбец «" + node.text + "» стоит дважды");
        added.related.push_back({document_.at(first->second), "первый – здесь"});
        continue;
      }
      columns.emplace(cell->at.column, std::move(path));
    }
    return columns;
  }

  Node row_map(const Row& row, int index, const Node& item, const std::map<std::uint32_t, std::string>& columns) {
    Node map = in_row(Node::Kind::map, row, index);
    for (const workbook::Cell* cell : row) {
      const auto column = columns.find(cell->at.column);
      if (column == columns.end()) continue;
      if (cell->type == workbook::CellType::error) {
        document_.error(out_, codes::wrong_type, text_node(*cell, index), "в ячейке ошибка «" + std::string(cell->text) + "»",
                        "исправьте формулу или впишите значение");
        continue;
      }
      const std::string key = column->second.substr(0, column->second.find('/'));
      const Node* properties = item.find("properties");
      const Node* given = properties ? properties->find(key) : nullptr;
      const Node* property = given ? &schema_.followed(*given) : nullptr;
      const Node* type = property ? property->find("type") : nullptr;
      const bool is_number = type && (type->text == "integer" || !type->items.empty());
      const bool is_part = column->second.find('/') != std::string::npos;  // of a map: its key is the heading
      if (is_number || is_part || !property) {
        put(map, column->second, is_number ? cell_node(*cell, index) : text_node(*cell, index));
      } else {
        put(map, column->second, shaped(text_node(*cell, index), *property, key));
      }
    }
    return map;
  }

  Document& document_;
  const Schema& schema_;
  Diagnostics& out_;
};

Node root_of(std::string kind) {
  Node root;
  root.kind = Node::Kind::map;
  root.add("kind", Node::scalar(Node::Kind::text, std::move(kind), root));
  return root;
}

/// Two columns: a word and what it stands for.
Node dictionary(const workbook::Sheet& sheet, int index) {
  Node map;
  map.kind = Node::Kind::map;
  map.sheet = index;
  const std::vector<Row> rows = rows_of(sheet);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() < 2) continue;
    map.add(text_node(*rows[i][0], index).text, text_node(*rows[i][1], index));
  }
  return map;
}

/// One column of words under a heading.
Node words(const workbook::Sheet& sheet, int index) {
  Node list;
  list.kind = Node::Kind::list;
  list.sheet = index;
  const std::vector<Row> rows = rows_of(sheet);
  for (std::size_t i = 1; i < rows.size(); ++i) list.items.push_back(text_node(*rows[i][0], index));
  return list;
}

}  // namespace

std::optional<Document> read_register_table(std::string_view bytes, const std::string& file, const Schema& schema,
                                            Diagnostics& out) {
  Document document;
  document.file = file;
  const auto book = opened(bytes, document, out);
  if (!book) return std::nullopt;
  document.root = root_of("register");
  const Node* properties = schema.part({})->find("properties");
  TableReader reader(document, schema, out);
  for (std::size_t i = 0; i < book->sheets.size(); ++i) {
    const workbook::Sheet& sheet = book->sheets[i];
    std::vector<std::string> known;
    const Node::Entry* found = nullptr;
    for (const Node::Entry& entry : properties->entries) {
      const Node* title = entry.value.find("title");
      if (entry.key.text == "kind" || !title) continue;
      known.push_back(title->text);
      if (folded(sheet.name) == folded(title->text) || folded(sheet.name) == entry.key.text) found = &entry;
    }
    const int index = static_cast<int>(i);
    if (!found) {
      if (sheet.cells.empty()) continue;
      Diagnostic& added = out.warning(codes::unknown_heading, Location::in_sheet(file, sheet.name),
                                      "лист «" + sheet.name + "» не прочитан: такого в реестре нет",
                                      nearest_hint(sheet.name, known));
      if (added.hint.empty()) added.hint = "листы реестра: " + join(known, ", ");
      continue;
    }
    const Node* type = found->value.find("type");
    if (const Node* item = schema.part(found->key.text + "/*"); item && item->find("properties")) {
      Node list;
      list.kind = Node::Kind::list;
      list.sheet = index;
      list.items = reader.rows(sheet, index, *item, {});
      document.root.add(found->key.text, std::move(list));
    } else if (type && type->text == "array") {
      document.root.add(found->key.text, words(sheet, index));
    } else {
      document.root.add(found->key.text, dictionary(sheet, index));
    }
  }
  return document;
}

std::optional<Document> read_reference_table(std::string_view bytes, const std::string& file, Diagnostics& out) {
  Document document;
  document.file = file;
  const auto book = opened(bytes, document, out);
  if (!book) return std::nullopt;
  document.root = root_of("reference");
  const std::string stem = std::filesystem::path(file).stem().string();
  document.root.add("name", Node::scalar(Node::Kind::text, stem, document.root));
  for (std::size_t i = 0; i < book->sheets.size(); ++i) {
    const std::vector<Row> rows = rows_of(book->sheets[i]);
    if (rows.empty()) continue;
    const int index = static_cast<int>(i);
    Node columns = in_row(Node::Kind::list, rows.front(), index);
    for (const workbook::Cell* cell : rows.front()) columns.items.push_back(text_node(*cell, index));
    Node table = in_row(Node::Kind::list, rows.front(), index);
    for (std::size_t r = 1; r < rows.size(); ++r) {
      Node row = in_row(Node::Kind::list, rows[r], index);
      // A blank cell is a value too: cells are put under their columns.
      std::size_t next = 0;
      for (const workbook::Cell* heading : rows.front()) {
        while (next < rows[r].size() && rows[r][next]->at.column < heading->at.column) ++next;
        const bool has = next < rows[r].size() && rows[r][next]->at.column == heading->at.column;
        row.items.push_back(has ? cell_node(*rows[r][next], index) : Node::of_kind(Node::Kind::null, row));
      }
      table.items.push_back(std::move(row));
    }
    document.root.add("columns", std::move(columns));
    document.root.add("rows", std::move(table));
    return document;
  }
  out.error(codes::no_table, Location::in_file(file), "в файле нет ни одной заполненной строки",
            "в первой строке запишите названия столбцов");
  return std::nullopt;
}

std::optional<Document> read_history_table(std::string_view bytes, const std::string& file, const Schema& schema,
                                           Diagnostics& out) {
  Document document;
  document.file = file;
  const auto book = opened(bytes, document, out);
  const Node* item = schema.part("values/*");
  if (!book || !item) return std::nullopt;
  document.root = root_of("history");
  TableReader reader(document, schema, out);
  Node values;
  values.kind = Node::Kind::list;
  for (std::size_t i = 0; i < book->sheets.size(); ++i) {
    std::vector<Node> rows = reader.rows(book->sheets[i], static_cast<int>(i), *item, "at");
    std::move(rows.begin(), rows.end(), std::back_inserter(values.items));
  }
  document.root.add("values", std::move(values));
  return document;
}

}  // namespace svod::definitions
