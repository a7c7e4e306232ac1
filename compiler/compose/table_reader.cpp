#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "compose/block_reader.h"
#include "compose/codes.h"
#include "compose/table.h"

namespace svod::compose {
namespace {

using definitions::Node;
using expression::BoundNames;
using expression::Kind;
using expression::Names;
using expression::Type;

/// Names with some more variables; keeps the chain alive.
class Chain {
 public:
  explicit Chain(const Names& names) : top_(&names) {}
  void bind(const std::string& name, const Type& type) {
    links_.emplace_back(*top_, name, type);
    top_ = &links_.back();
  }
  const Names& names() const { return *top_; }

 private:
  std::deque<BoundNames> links_;
  const Names* top_;
};

using Loops = std::vector<std::shared_ptr<const expression::Clause>>;

/// What may be named above the rows (heads, totals) and in a row.
class TableReader {
 public:
  TableReader(const Settings& settings, const Names& names) : settings_(settings), names_(names) {}

  TableSpec read() {
    settings_.allow({"id", "caption", "sheet", "rows", "columns", "totals", "group_by", "number_rows", "rank", "compact",
                     "empty", "note", "column_numbers", "parts", "filter"});
    TableSpec table;
    table.at = settings_.at();
    table.anchor = settings_.wording("id", names_);
    table.caption = settings_.wording("caption", names_);
    table.sheet = settings_.wording("sheet", names_);
    table.empty = settings_.wording("empty", names_);
    table.number_rows = settings_.flag("number_rows");
    table.compact = settings_.flag("compact");
    table.column_numbers = settings_.flag("column_numbers");
    table.filter = settings_.flag("filter");
    in_parts_ = settings_.has("parts");
    if (in_parts_ && settings_.has("rows")) {
      settings_.error(codes::bad_value, *settings_.find("parts"), "у таблицы есть и rows, и parts", "оставьте что-нибудь одно");
    }
    if (!in_parts_) read_rows(table);
    if (const Node* group = settings_.find("group_by")) table.group_by = row_slot(*group, {});
    if (settings_.require("columns") && settings_.expect_list(*settings_.find("columns"), "«columns»")) {
      for (const Node& column : settings_.find("columns")->items) table.columns.push_back(read_column(column, {}));
      if (table.columns.empty()) {
        settings_.error(codes::bad_value, *settings_.find("columns"), "в таблице нет столбцов", "опишите хотя бы один столбец");
      }
    }
    read_parts(table);
    read_totals(table);
    read_rank(table);
    read_notes(table);
    set_formulas(table.columns, compiled_formulas());
    check_references();
    return table;
  }

 private:
  void read_rows(TableSpec& table) {
    if (settings_.require("rows")) read_clauses(*settings_.find("rows"), table.rows);
  }

  void read_clauses(const Node& rows, Loops& into) {
    Chain chain(names_);
    const auto add = [&](const Node& node) {
      auto clause = settings_.clause(node, chain.names());
      if (!clause) {
        rows_known_ = false;
        return;
      }
      chain.bind(clause->name, clause->element);
      into.push_back(std::move(clause));
    };
    if (rows.kind == Node::Kind::list) {
      for (const Node& node : rows.items) add(node);
    } else {
      add(rows);
    }
    rows_ = into;
  }

  /// Rows of several kinds, each with what the columns show in it.
  void read_parts(TableSpec& table) {
    const Node* parts = settings_.find("parts");
    if (parts == nullptr || !settings_.expect_list(*parts, "«parts»")) return;
    for (const Node& node : parts->items) {
      if (!settings_.expect_map(node, "часть таблицы")) continue;
      const Settings keys = settings_.inner(node, "часть таблицы");
      keys.allow({"title", "if", "rows", "values"});
      PartSpec part;
      part.at = keys.at();
      part.title = keys.wording("title", names_);
      part.condition = keys.expression("if", names_, Type::boolean());
      rows_.clear();
      rows_known_ = true;
      if (const Node* rows = keys.find("rows")) read_clauses(*rows, part.rows);
      if (keys.require("values") && keys.expect_map(*keys.find("values"), "«values»")) read_values(keys, part);
      table.parts.push_back(std::move(part));
    }
    set_numeric(table.columns);
  }

  void read_values(const Settings& keys, PartSpec& part) {
    std::vector<std::string> known;
    for (const auto& [id, loops] : loops_of_) known.push_back(id);
    for (const Node::Entry& entry : keys.find("values")->entries) {
      const auto column = loops_of_.find(entry.key.text);
      if (column == loops_of_.end()) {
        keys.error(codes::unknown_column, entry.key, "столбца «" + entry.key.text + "» в таблице нет",
                   suggestion(entry.key.text, known));
        continue;
      }
      Slot slot = row_slot(entry.value, column->second);
      check_cell(keys, entry.value, slot);
      if (slot && slot.tree->type.kind != Kind::number) numeric_[entry.key.text] = false;
      part.values.emplace(entry.key.text, std::move(slot));
    }
  }

  void set_numeric(std::vector<ColumnSpec>& columns) const {
    for (ColumnSpec& column : columns) {
      set_numeric(column.columns);
      if (const auto found = numeric_.find(column.id); found != numeric_.end()) column.numeric = found->second;
    }
  }

  void bind_loops(Chain& chain, const Loops& loops) const {
    for (const auto& loop : loops) chain.bind(loop->name, loop->element);
  }

  /// An expression over a row's variables. Where the rows themselves are wrong it is not checked: every
  /// name of a row would be reported as unknown.
  Slot row_slot(const Node& node, const Loops& loops) const {
    if (!rows_known_) return {};
    Chain chain(names_);
    bind_loops(chain, rows_);
    bind_loops(chain, loops);
    return settings_.expression(node, chain.names());
  }

  ColumnSpec read_column(const Node& node, Loops loops) {
    ColumnSpec column;
    column.at = settings_.place(node);
    if (!settings_.expect_map(node, "столбец")) return column;
    const Settings keys = settings_.inner(node, "столбец таблицы");
    keys.allow({"id", "title", "group", "for", "if", "columns", "value", "places", "percent", "sign", "bold", "formula",
                "total", "total_value", "width", "align", "blank", "choices"});
    bool loops_known = true;
    {
      Chain outer(names_);
      bind_loops(outer, loops);
      column.group = keys.wording("group", outer.names());
    }
    if (const Node* loop = keys.find("for")) {
      Chain chain(names_);
      bind_loops(chain, loops);
      column.loop = keys.clause(*loop, chain.names());
      if (column.loop) {
        loops.push_back(column.loop);
      } else {
        loops_known = false;
      }
    }
    if (!loops_known) return column;
    Chain chain(names_);
    bind_loops(chain, loops);
    column.title = keys.wording("title", chain.names());
    column.condition = keys.expression("if", chain.names(), Type::boolean());
    if (keys.has("columns")) {
      const Node& columns = *keys.find("columns");
      if (keys.expect_list(columns, "«columns»")) {
        for (const Node& inner : columns.items) column.columns.push_back(read_column(inner, loops));
      }
      return column;
    }
    keys.require("title");
    column.id = keys.word("id");
    if (column.id.empty()) column.id = "column" + std::to_string(++unnamed_);
    if (!seen_.emplace(column.id).second) {
      keys.error(codes::duplicate_id, *keys.find("id"), "столбец «" + column.id + "» в таблице уже есть", "дайте столбцу другой id");
    }
    column.places = keys.integer("places", 0, 6);
    column.percent = keys.flag("percent");
    column.with_sign = keys.flag("sign");
    column.bold = keys.flag("bold");
    column.width = keys.integer("width", 1, 100).value_or(0);
    column.blank = keys.flag("blank");
    if (const Node* choices = keys.find("choices"); choices != nullptr && keys.expect_list(*choices, "«choices»")) {
      for (const Node& choice : choices->items) column.choices.push_back(keys.word(choice));
    }
    if (keys.has("align")) {
      column.centred = keys.word("align") == "centre";
      if (!column.centred) {
        keys.error(codes::bad_value, *keys.find("align"), "«align» столбца принимает только centre",
                   "тексты без ключа стоят слева, числа – по запятой");
      }
    }
    if (const Node* value = keys.find("value")) {
      column.value = row_slot(*value, loops);
      check_cell(keys, *value, column.value);
    } else if (!keys.has("formula") && !in_parts_) {
      keys.error(codes::missing_key, node, "у столбца нет ни value, ни formula", "добавьте value: выражение над строкой таблицы");
    }
    column.total_value = keys.expression("total_value", chain.names(), Type::number());
    if (const Node* formula = keys.find("formula")) formulas_.push_back({formula, column.id});
    read_total(keys, column);
    column.numeric = !column.value || column.value.tree->type.kind == Kind::number;
    numeric_[column.id] = column.numeric;
    if (column.value && column.value.tree->type.kind == Kind::text) texts_.insert(column.id);
    repeated_[column.id] = !loops.empty();
    loops_of_[column.id] = loops;
    return column;
  }

  void check_cell(const Settings& keys, const Node& node, const Slot& slot) const {
    if (!slot) return;
    const Type* type = &slot.tree->type;
    if (type->kind == Kind::list && type->element) type = type->element.get();
    if (type->kind == Kind::record) {
      keys.error(codes::record_printed, node, "«" + slot.source + "» – запись, а в ячейке печатается только её поле",
                 "например, " + slot.source + ".short или " + slot.source + ".name");
    }
  }

  void read_total(const Settings& keys, ColumnSpec& column) {
    const Node* node = keys.find("total");
    if (node == nullptr) {
      if (column.total_value) column.total = ColumnSpec::Total::value;
      return;
    }
    if (node->kind == Node::Kind::map && node->entries.size() == 1 && node->entries[0].key.text == "weighted_mean") {
      column.total = ColumnSpec::Total::weighted_mean;
      column.weights = keys.word(node->entries[0].value);
      references_.push_back({&node->entries[0].value, column.weights});
    } else if (node->is_scalar() && node->text == "sum") {
      column.total = ColumnSpec::Total::sum;
    } else if (node->is_scalar() && node->text == "formula") {
      column.total = ColumnSpec::Total::formula;
      if (!keys.has("formula")) {
        keys.error(codes::missing_key, *node, "итог считается по формуле столбца, а формулы у столбца нет",
                   "добавьте formula: или выберите другой итог");
      }
    } else {
      keys.error(codes::bad_value, *node, "такого итога не бывает",
                 "бывают: sum, formula, {weighted_mean: столбец}; готовое значение пишется в total_value");
    }
  }

  void read_totals(TableSpec& table) {
    const Node* totals = settings_.find("totals");
    if (totals == nullptr || !settings_.expect_list(*totals, "«totals»")) return;
    for (const Node& node : totals->items) {
      if (!settings_.expect_map(node, "итоговая строка")) continue;
      const Settings keys = settings_.inner(node, "итоговая строка");
      keys.allow({"title", "share_of", "places"});
      keys.require("title");
      TotalSpec total;
      total.at = keys.at();
      total.title = keys.wording("title", names_);
      total.places = keys.integer("places", 0, 3).value_or(0);
      if (keys.has("share_of")) {
        total.share_of = keys.word("share_of");
        references_.push_back({keys.find("share_of"), total.share_of});
      }
      table.totals.push_back(std::move(total));
    }
  }

  void read_rank(TableSpec& table) {
    const Node* rank = settings_.find("rank");
    if (rank == nullptr) return;
    if (rank->is_scalar()) {
      table.rank_by = settings_.word(*rank);
      references_.push_back({rank, table.rank_by});
      return;
    }
    if (!settings_.expect_map(*rank, "«rank»")) return;
    const Settings keys = settings_.inner(*rank, "место в ряду (rank)");
    keys.allow({"by", "title", "better"});
    if (!keys.require("by")) return;
    table.rank_by = keys.word("by");
    references_.push_back({keys.find("by"), table.rank_by});
    table.rank_title = keys.wording("title", names_);
    const std::string better = keys.has("better") ? keys.word("better") : "more";
    if (better != "more" && better != "less") {
      keys.error(codes::bad_value, *keys.find("better"), "«better» принимает more или less", "more – лучше больше, less – лучше меньше");
    }
    table.rank_less_is_better = better == "less";
  }

  void read_notes(TableSpec& table) {
    const Node* note = settings_.find("note");
    if (note == nullptr) return;
    if (note->kind == Node::Kind::list) {
      for (const Node& line : note->items) table.notes.push_back(settings_.wording(line, names_));
    } else {
      table.notes.push_back(settings_.wording(*note, names_));
    }
  }

  /// Formulas are compiled when all columns are known.
  std::map<std::string, Slot> compiled_formulas() {
    expression::NameTable ids;
    for (const auto& [id, numeric] : numeric_) {
      if (!numeric) {
        if (texts_.contains(id) && !repeated_[id]) ids.add(id, Type::text());
      } else if (repeated_[id]) {
        ids.add(id + std::string(kFirst), Type::number());
        ids.add(id + std::string(kLast), Type::number());
      } else {
        ids.add(id, Type::number());
      }
    }
    std::map<std::string, Slot> compiled;
    for (const auto& [node, id] : formulas_) compiled[id] = settings_.expression(*node, ids, Type::number());
    return compiled;
  }

  static void set_formulas(std::vector<ColumnSpec>& columns, const std::map<std::string, Slot>& compiled) {
    for (ColumnSpec& column : columns) {
      set_formulas(column.columns, compiled);
      const auto found = compiled.find(column.id);
      if (found != compiled.end()) column.formula = found->second;
    }
  }

  void check_references() const {
    std::vector<std::string> known;
    for (const auto& [id, numeric] : numeric_) {
      if (numeric && !repeated_.at(id)) known.push_back(id);
    }
    for (const auto& [node, id] : references_) {
      if (std::find(known.begin(), known.end(), id) != known.end()) continue;
      settings_.error(codes::unknown_column, *node, "числового столбца «" + id + "» в таблице нет", suggestion(id, known));
    }
  }

  const Settings& settings_;
  const Names& names_;
  Loops rows_;
  bool rows_known_ = true;
  bool in_parts_ = false;
  std::map<std::string, Loops> loops_of_;   ///< of a column
  int unnamed_ = 0;
  std::set<std::string> seen_;
  std::set<std::string> texts_;             ///< columns of texts, which conditions of formulas may name
  std::map<std::string, bool> numeric_, repeated_;
  std::vector<std::pair<const Node*, std::string>> formulas_, references_;
};

}  // namespace

TableSpec read_table(const Settings& settings, const Names& names) {
  return TableReader(settings, names).read();
}

}  // namespace svod::compose
