#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/field_loader.h"
#include "definitions/loading.h"

namespace svod::definitions {
namespace {

using expression::Type;

/// One form being read: its fields first, then everything that names them.
class FormLoader {
 public:
  FormLoader(const Reader& reader, Loading& loading) : reader_(reader), loading_(loading) {}

  /// False where the form can't be used.
  bool load(Form& form) {
    form.name = reader_.text("name");
    form.version = reader_.integer("version", 1);
    form.title = reader_.text("title");
    form.marker = reader_.text("marker");
    form.defined_at = reader_.at();
    for (const Node& item : reader_.find("fields")->items) load_field(form, reader_.inside(item));
    names_ = form.names();
    std::size_t index = 0;
    for (const Node& item : reader_.find("fields")->items) complete_field(form, form.fields[index++], reader_.inside(item));
    form.keys = fields_named(form, reader_, "keys");
    load_relations(form);
    load_same_totals(form);
    if (const Node* totals = reader_.find("totals_check")) {
      const Reader inside = reader_.inside(*totals);
      form.totals_check = TotalsCheck{fields_named(form, inside, "fields", true), inside.is_error("severity", false)};
    }
    if (const Node* layout = reader_.find("layout")) load_layout(form, reader_.inside(*layout));
    for (const auto& [field, value] : reader_.pairs("constants")) {
      if (known_field(form, field, *value)) form.constants[field] = choice_checked(form, field, *value);
    }
    return good_;
  }

 private:
  void load_field(Form& form, const Reader& reader) {
    Field field = read_field(reader, good_);
    if (const Field* first = form.field(field.name)) {
      Diagnostic& added = reader.error(codes::duplicate_name, "name", "поле «" + field.name + "» описано дважды");
      added.related.push_back({first->defined_at, "первый раз – здесь"});
      good_ = false;
    }
    form.fields.push_back(std::move(field));
  }

  /// What is computed from the other fields.
  void complete_field(Form& form, Field& field, const Reader& reader) {
    int ways = 0;
    for (const std::string_view key : {std::string_view("lookup"), std::string_view("banding"), std::string_view("derived")}) {
      if (!reader.find(key)) continue;
      if (++ways > 1) {
        reader.error(codes::contradiction, key, "значение поля «" + field.name + "» вычисляется двумя способами",
                     "оставьте один из ключей lookup, banding, derived");
      }
    }
    if (const Node* lookup = reader.find("lookup")) field.lookup = lookup_of(reader.inside(*lookup));
    if (const Node* banding = reader.find("banding")) field.banding = banding_of(form, reader.inside(*banding));
    bool failed = false;
    if (reader.find("derived")) field.derived = reader.expression("derived", names_, field.expression_type(), failed);
    if (failed) good_ = false;
  }

  std::optional<Lookup> lookup_of(const Reader& reader) {
    Lookup lookup;
    lookup.table = reader.text("table");
    lookup.value = reader.text("value");
    bool failed = false;
    for (const auto& [column, value] : reader.pairs("keys")) {
      lookup.keys.emplace_back(column, reader.expression(*value, names_, std::nullopt, failed));
    }
    const ReferenceTable* table = loading_.workspace.table(lookup.table);
    if (!table) {
      if (!loading_.broken_tables.count(lookup.table)) {
        std::vector<std::string> known;
        for (const ReferenceTable& one : loading_.workspace.tables) known.push_back(one.name);
        reader.error(codes::unknown_table, "table", "нет справочной таблицы «" + lookup.table + "»",
                     nearest_hint(lookup.table, known));
      }
      good_ = false;
      return lookup;
    }
    std::vector<std::string> columns;
    for (const auto& [column, value] : reader.pairs("keys")) {
      columns.push_back(column);
      check_column(*table, column, *value, reader);
    }
    check_column(*table, lookup.value, reader.place("value"), reader);
    if (failed) good_ = false;
    if (good_) {
      std::vector<std::pair<std::string, std::string>> fixed;
      for (const auto& [column, tree] : lookup.keys) {
        if (tree && tree->op == expression::Op::literal && tree->value.text()) fixed.emplace_back(column, *tree->value.text());
      }
      check_unique_rows(*table, columns, fixed, loading_);
    }
    return lookup;
  }

  void check_column(const ReferenceTable& table, const std::string& column, const Node& at, const Reader& reader) {
    if (std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end()) return;
    const std::string near = nearest_hint(column, table.columns);
    reader.error(codes::unknown_column, at, "в таблице «" + table.name + "» нет столбца «" + column + "»",
                 near.empty() ? "столбцы: " + join(table.columns, ", ") : near);
    good_ = false;
  }

  std::optional<Banding> banding_of(const Form& form, const Reader& reader) {
    Banding banding;
    banding.of = reader.text("of");
    banding.minimum = reader.text("minimum");
    banding.from = reader.integer("from", 0);
    banding.to = reader.integer("to", 100);
    for (const std::string_view key : {std::string_view("of"), std::string_view("minimum")}) {
      if (!reader.find(key)) continue;
      const std::string name = reader.text(key);
      if (!known_field(form, name, reader.place(key))) {
        good_ = false;
      } else if (!form.field(name)->is_number()) {
        reader.error(codes::unsuitable_field, key, "поле «" + name + "» не число");
        good_ = false;
      }
    }
    int before = banding.from;
    for (const Node& item : reader.find("edges")->items) {
      const int edge = std::stoi(item.text);
      if (edge <= before || edge > banding.to) {
        reader.error(codes::contradiction, item,
                     "граница " + item.text + " должна быть больше " + std::to_string(before) + " и не больше " +
                         std::to_string(banding.to));
        good_ = false;
        break;
      }
      banding.edges.push_back(edge);
      before = edge;
    }
    return banding;
  }

  bool known_field(const Form& form, const std::string& name, const Node& at) {
    if (form.field(name)) return true;
    const std::string near = nearest_hint(name, names_of_fields(form));
    reader_.error(codes::unknown_field, at, "в форме «" + form.name + "» нет поля «" + name + "»",
                  near.empty() ? "поля: " + join(names_of_fields(form), ", ") : near);
    return false;
  }

  std::vector<std::string> fields_named(const Form& form, const Reader& reader, std::string_view key,
                                        bool numbers = false) {
    std::vector<std::string> names;
    const Node* list = reader.find(key);
    if (!list) return names;
    for (const Node& item : list->items) {
      if (!known_field(form, item.text, item)) continue;
      if (numbers && !form.field(item.text)->is_number()) {
        reader.error(codes::unsuitable_field, item, "поле «" + item.text + "» не число, его нельзя складывать");
        continue;
      }
      if (std::find(names.begin(), names.end(), item.text) != names.end()) {
        reader.error(codes::duplicate_name, item, "поле «" + item.text + "» названо дважды");
        continue;
      }
      names.push_back(item.text);
    }
    return names;
  }

  void load_relations(Form& form) {
    const Node* list = reader_.find("relations");
    if (!list) return;
    std::map<std::string, Location> seen;
    for (const Node& item : list->items) {
      const Reader reader = reader_.inside(item);
      Relation relation;
      relation.name = reader.text("name");
      relation.is_error = reader.is_error("severity", true);
      relation.tolerance = reader.number("tolerance").value_or(Number(0));
      relation.defined_at = reader.at();
      report_repeated(seen, relation.name, reader, "соотношение");
      bool failed = false;
      relation.rule = reader.expression("rule", names_, Type::boolean(), failed);
      relation.message = reader.message("message", names_, failed);
      relation.hint = reader.message("hint", names_, failed);
      if (failed || !relation.rule) continue;
      for (const std::string& name : expression::variables(relation.rule)) {
        if (form.field(name)) relation.fields.push_back(name);
      }
      form.relations.push_back(std::move(relation));
    }
  }

  void load_same_totals(Form& form) {
    const Node* list = reader_.find("same_totals");
    if (!list) return;
    std::map<std::string, Location> seen;
    for (const Node& item : list->items) {
      const Reader reader = reader_.inside(item);
      SameTotals totals;
      totals.name = reader.text("name");
      totals.field = reader.text("field");
      totals.across = reader.text("across");
      totals.per = fields_named(form, reader, "per");
      if (!reader.find("per") && form.school_field()) totals.per = {form.school_field()->name};
      totals.is_error = reader.is_error("severity", true);
      totals.hint = reader.text("hint");
      totals.defined_at = reader.at();
      report_repeated(seen, totals.name, reader, "соотношение");
      const bool has_field = known_field(form, totals.field, reader.place("field"));
      const bool has_across = known_field(form, totals.across, reader.place("across"));
      if (!has_field || !has_across) continue;
      if (!form.field(totals.field)->is_number()) {
        reader.error(codes::unsuitable_field, "field", "поле «" + totals.field + "» не число, его нельзя складывать");
        continue;
      }
      form.same_totals.push_back(std::move(totals));
    }
  }

  static void report_repeated(std::map<std::string, Location>& seen, const std::string& name, const Reader& reader,
                              const std::string& what) {
    const auto [first, is_new] = seen.emplace(name, reader.at());
    if (is_new) return;
    Diagnostic& added = reader.error(codes::duplicate_name, "name", what + " «" + name + "» описано дважды");
    added.related.push_back({first->second, "первый раз – здесь"});
  }

  void load_layout(Form& form, const Reader& reader) {
    Layout& layout = form.layout;
    for (const std::string& sheet : reader.texts("sheets")) layout.sheets.push_back(folded(sheet));
    layout.totals = reader.texts("totals");
    layout.ignored = reader.texts("ignored");
    layout.year_from_sheet = field_in_layout(form, reader, "year_from_sheet");
    layout.group_field = field_in_layout(form, reader, "group_field");
    if (const Node* across = reader.find("across")) {
      for (const Node& level : across->items) {
        const Reader inside = reader.inside(level);
        const std::string field = inside.text("field");
        if (field.empty() || known_field(form, field, inside.place("field"))) layout.across.push_back({field});
      }
    }
    if (const Node* from = reader.find("school_from")) {
      layout.school_from.clear();
      for (const Node& item : from->items) {
        layout.school_from.push_back(item.text == "column"    ? SchoolFrom::column
                                     : item.text == "heading" ? SchoolFrom::heading
                                                              : SchoolFrom::file);
      }
      if (!form.school_field()) {
        reader.error(codes::superfluous_key, "school_from", "в форме нет поля типа school, и искать школу незачем");
      }
    }
    for (const auto& [field, values] : reader.pairs("fixed")) {
      if (!known_field(form, field, *values)) continue;
      for (const Node& value : values->items) layout.fixed[field].push_back(choice_checked(form, field, value));
    }
  }

  std::string field_in_layout(const Form& form, const Reader& reader, std::string_view key) {
    const std::string name = reader.text(key);
    return name.empty() || known_field(form, name, reader.place(key)) ? name : std::string();
  }

  /// A value of a field as it is stored: the choice that it spells.
  std::string choice_checked(const Form& form, const std::string& name, const Node& value) {
    const Field& field = *form.field(name);
    if (field.type != FieldType::choice) return value.text;
    std::vector<std::string> known;
    for (const Choice& choice : field.choices) {
      if (folded(choice.value) == folded(value.text)) return choice.value;
      for (const std::string& alias : choice.aliases) {
        if (folded(alias) == folded(value.text)) return choice.value;
      }
      known.push_back(choice.value);
    }
    const std::string near = nearest_hint(value.text, known);
    reader_.error(codes::not_a_choice, value, "«" + value.text + "» нет среди вариантов поля «" + name + "»",
                  near.empty() ? "варианты: " + join(known, ", ") : near);
    return value.text;
  }

  Reader reader_;
  Loading& loading_;
  expression::NameTable names_;
  bool good_ = true;
};

}  // namespace

void load_forms(const CheckedFiles& files, Loading& loading) {
  Layered layers;
  for (const auto& file : files) {
    const Reader reader(file->document, file->document.root, loading.out);
    const std::string name = reader.text("name");
    if (!file->is_good(file->document.root)) {
      loading.broken_forms.insert(name);
      continue;
    }
    const auto place = layers.place(name, *file, reader, loading.workspace.forms.size(), "форма");
    if (!place) continue;
    Form form;
    const bool good = FormLoader(reader, loading).load(form);
    if (!good) loading.broken_forms.insert(name);
    // A refused form keeps its place, so that later ones keep theirs; it is dropped at the end.
    if (*place == loading.workspace.forms.size()) loading.workspace.forms.emplace_back();
    loading.workspace.forms[*place] = std::move(form);
  }
  std::erase_if(loading.workspace.forms, [&](const Form& form) { return loading.broken_forms.count(form.name) > 0; });
}

}  // namespace svod::definitions
