#include <algorithm>
#include <array>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"
#include "definitions/names.h"

namespace svod::definitions {
namespace {

using expression::Kind;
using expression::Type;

struct KindOfIndicator {
  std::string_view name;
  IndicatorKind kind;
  /// Keys that the kind takes beside those that every indicator has; the first `needed` of them it needs.
  std::array<std::string_view, 6> keys;
  std::size_t needed;
};

constexpr std::array<KindOfIndicator, 10> kKinds{{
    {"count", IndicatorKind::count, {"form", "where", "distinct", "having"}, 1},
    {"sum", IndicatorKind::sum, {"form", "of", "where", "having"}, 2},
    {"share", IndicatorKind::share, {"form", "of", "per", "where", "over", "having"}, 2},
    {"mean", IndicatorKind::mean, {"form", "of", "per", "where", "having"}, 2},
    {"ratio", IndicatorKind::ratio, {"form", "of", "per", "where", "having"}, 3},
    {"maximum", IndicatorKind::maximum, {"form", "of", "where"}, 2},
    {"minimum", IndicatorKind::minimum, {"form", "of", "where"}, 2},
    {"formula", IndicatorKind::formula, {"of"}, 1},
    {"reference", IndicatorKind::reference, {"table", "value", "fixed"}, 2},
    {"stated", IndicatorKind::stated, {}, 0},
}};

/// Kinds that also work over the values of another indicator, and what they take then.
constexpr std::array<KindOfIndicator, 5> kOverIndicator{{
    {"count", IndicatorKind::count, {"of_indicator"}, 1},
    {"share", IndicatorKind::share, {"of_indicator", "over"}, 2},
    {"mean", IndicatorKind::mean, {"of_indicator"}, 1},
    {"maximum", IndicatorKind::maximum, {"of_indicator"}, 1},
    {"minimum", IndicatorKind::minimum, {"of_indicator"}, 1},
}};

constexpr std::array<std::string_view, 11> kSpecialKeys{"form", "of", "per", "where", "having", "distinct",
                                                        "over", "of_indicator", "table", "value", "fixed"};

class IndicatorLoader {
 public:
  IndicatorLoader(const Reader& reader, Loading& loading) : reader_(reader), loading_(loading) {}

  /// What can be known without other indicators. False where the rest makes no sense.
  bool load(Indicator& indicator) {
    indicator.name = reader_.text("name");
    indicator.version = reader_.integer("version", 1);
    indicator.title = reader_.text("title");
    indicator.form = reader_.text("form");
    indicator.distinct = reader_.texts("distinct");
    indicator.over = reader_.text("over");
    indicator.of_indicator = reader_.text("of_indicator");
    indicator.by = reader_.texts("by");
    indicator.table = reader_.text("table");
    indicator.value = reader_.text("value");
    for (const auto& [column, value] : reader_.pairs("fixed")) indicator.fixed.emplace_back(column, value->text);
    indicator.unit = reader_.text("unit");
    indicator.round = reader_.integer("round", 0);
    const std::string better = reader_.text("better", "none");
    indicator.better = better == "more" ? Better::more : better == "less" ? Better::less : Better::none;
    indicator.method = reader_.text("method");
    indicator.defined_at = reader_.at();
    load_uses(indicator);
    const bool complete = check_keys(indicator);
    const bool known = check_names(indicator);
    return complete && known;
  }

  /// The expressions over rows. False after an error in one.
  bool compile_rows(Indicator& indicator) {
    const Form* form = loading_.workspace.form(indicator.form);
    if (!form) return true;
    const expression::NameTable names = form->names();
    bool failed = false;
    const bool is_share = indicator.kind == IndicatorKind::share;
    indicator.of = reader_.expression("of", names, is_share ? std::nullopt : std::optional(Type::number()), failed);
    if (indicator.of && is_share) check_share(indicator);
    indicator.per = reader_.expression("per", names, Type::number(), failed);
    indicator.where = reader_.expression("where", names, Type::boolean(), failed);
    expression::NameTable of_combination;
    of_combination.add("rows", Type::number(), "число строк");
    indicator.having = reader_.expression("having", of_combination, Type::boolean(), failed);
    return !failed && good_;
  }

  bool compile_formula(Indicator& indicator, const expression::Names& names) {
    bool failed = false;
    indicator.of = reader_.expression("of", names, Type::number(), failed);
    return !failed;
  }

 private:
  void load_uses(Indicator& indicator) {
    const Node* uses = reader_.find("uses");
    if (!uses) return;
    for (const Node& item : uses->items) {
      const Reader reader = reader_.inside(item);
      Use use{reader.text("use"), reader.flag("permitted", true), reader.text("act"), reader.date("from"),
              reader.date("to")};
      if (use.from && use.to && *use.to < *use.from) {
        reader.error(codes::contradiction, "to", "конец срока раньше начала");
      }
      indicator.uses.push_back(std::move(use));
    }
  }

  bool check_keys(Indicator& indicator) {
    const std::string kind = reader_.text("kind");
    const bool over_indicator = reader_.find("of_indicator") != nullptr;
    const KindOfIndicator* found = nullptr;
    for (const KindOfIndicator& one : kKinds) {
      if (one.name == kind) found = &one;
    }
    indicator.kind = found->kind;
    if (over_indicator) {
      for (const KindOfIndicator& one : kOverIndicator) {
        if (one.name == kind) found = &one;
      }
    }
    bool good = true;
    for (std::size_t i = 0; i < found->needed; ++i) {
      if (reader_.find(found->keys[i])) continue;
      reader_.error(codes::incomplete_indicator, reader_.node(),
                    "показателю вида " + kind + " нужен ключ «" + std::string(found->keys[i]) + "»");
      good = false;
    }
    for (const std::string_view key : kSpecialKeys) {
      const bool taken = std::find(found->keys.begin(), found->keys.end(), key) != found->keys.end();
      if (taken || !reader_.find(key)) continue;
      reader_.error(codes::superfluous_key, reader_.node().key(key) ? *reader_.node().key(key) : reader_.node(),
                    "ключ «" + std::string(key) + "» не действует для показателя вида " + kind +
                        (over_indicator ? " с ключом of_indicator" : ""));
    }
    if (reader_.find("per") && reader_.find("over")) {
      reader_.error(codes::contradiction, "over", "знаменатель задан дважды: ключами per и over", "оставьте один");
    }
    if (reader_.find("having") && reader_.find("distinct")) {
      reader_.error(codes::contradiction, "having", "ключи distinct и having вместе не действуют", "оставьте один");
    }
    return good;
  }

  bool check_names(const Indicator& indicator) {
    check_repeats(indicator);
    if (!indicator.over.empty() && indicator.of_indicator.empty() && !contains(indicator.by, indicator.over)) {
      reader_.error(codes::unknown_dimension, "over", "разреза «" + indicator.over + "» нет в ключе by",
                    nearest_hint(indicator.over, indicator.by));
      good_ = false;
    }
    if (!indicator.form.empty()) check_form(indicator);
    if (!indicator.table.empty()) check_table(indicator);
    return good_;
  }

  static bool contains(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  }

  void check_repeats(const Indicator& indicator) {
    for (std::size_t i = 0; i < indicator.by.size(); ++i) {
      const auto end = indicator.by.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(indicator.by.begin(), end, indicator.by[i]) == end) continue;
      reader_.error(codes::duplicate_name, reader_.find("by")->items[i], "разрез «" + indicator.by[i] + "» назван дважды");
    }
  }

  void check_form(const Indicator& indicator) {
    const Form* form = loading_.workspace.form(indicator.form);
    if (!form) {
      good_ = false;
      if (loading_.broken_forms.count(indicator.form)) return;
      reader_.error(codes::unknown_form, "form", "нет формы «" + indicator.form + "»",
                    nearest_hint(indicator.form, names_of_forms(loading_.workspace)));
      return;
    }
    for (const std::string_view key : {std::string_view("by"), std::string_view("distinct")}) {
      const Node* list = reader_.find(key);
      if (!list) continue;
      for (const Node& item : list->items) check_field(*form, item, key == "by");
    }
  }

  void check_field(const Form& form, const Node& item, bool is_dimension) {
    // The register knows the municipality of a school.
    if (is_dimension && item.text == "municipality" && !form.field("municipality") && form.school_field()) return;
    const Field* field = form.field(item.text);
    if (!field) {
      const std::string near = nearest_hint(item.text, names_of_fields(form));
      reader_.error(is_dimension ? codes::unknown_dimension : codes::unknown_field, item,
                    "в форме «" + form.name + "» нет поля «" + item.text + "»",
                    near.empty() ? "поля: " + join(names_of_fields(form), ", ") : near);
      good_ = false;
    } else if (is_dimension && field->type == FieldType::person) {
      reader_.error(codes::unsuitable_field, item, "поле «" + item.text + "» содержит имена людей и разрезом быть не может",
                    "возьмите поле с кодом участника");
      good_ = false;
    }
  }

  void check_table(const Indicator& indicator) {
    const ReferenceTable* table = loading_.workspace.table(indicator.table);
    if (!table) {
      good_ = false;
      if (loading_.broken_tables.count(indicator.table)) return;
      std::vector<std::string> known;
      for (const ReferenceTable& one : loading_.workspace.tables) known.push_back(one.name);
      reader_.error(codes::unknown_table, "table", "нет справочной таблицы «" + indicator.table + "»",
                    nearest_hint(indicator.table, known));
      return;
    }
    std::vector<std::string> columns = indicator.by;
    check_column(*table, indicator.value, reader_.place("value"));
    for (const auto& [column, value] : reader_.pairs("fixed")) {
      check_column(*table, column, *value);
      columns.push_back(column);
    }
    if (const Node* by = reader_.find("by")) {
      for (const Node& item : by->items) check_column(*table, item.text, item);
    }
    if (good_) check_unique_rows(*table, columns, indicator.fixed, loading_);
  }

  void check_column(const ReferenceTable& table, const std::string& column, const Node& at) {
    if (contains(table.columns, column)) return;
    const std::string near = nearest_hint(column, table.columns);
    reader_.error(codes::unknown_column, at, "в таблице «" + table.name + "» нет столбца «" + column + "»",
                  near.empty() ? "столбцы: " + join(table.columns, ", ") : near);
    good_ = false;
  }

  void check_share(const Indicator& indicator) {
    const Kind kind = indicator.of->type.kind;
    if (kind == Kind::boolean && indicator.per) return;
    if (kind == Kind::number || kind == Kind::boolean) return;
    reader_.error(codes::unsuitable_field, "of", "доля считается по условию или числу, а здесь – " +
                                                     indicator.of->type.text_for_people());
    good_ = false;
  }

  const Reader reader_;
  Loading& loading_;
  bool good_ = true;
};

struct Pending {
  Indicator indicator;
  const Checked* file;
  const Node* node;
  bool good;
};

/// An indicator over another: that one is known and has the dimensions.
bool check_base(const Pending& pending, const std::vector<Pending>& all, Loading& loading) {
  const Reader reader(pending.file->document, *pending.node, loading.out);
  const Indicator& indicator = pending.indicator;
  const auto base = std::find_if(all.begin(), all.end(),
                                 [&](const Pending& one) { return one.indicator.name == indicator.of_indicator; });
  if (base == all.end()) {
    if (loading.broken_indicators.count(indicator.of_indicator)) return false;
    std::vector<std::string> known;
    for (const Pending& one : all) known.push_back(one.indicator.name);
    reader.error(codes::unknown_indicator, "of_indicator", "нет показателя «" + indicator.of_indicator + "»",
                 nearest_hint(indicator.of_indicator, known));
    return false;
  }
  bool good = true;
  const std::vector<std::string>& by = base->indicator.by;
  const auto check = [&](const std::string& dimension, const Node& at) {
    const bool known = std::find(by.begin(), by.end(), dimension) != by.end() ||
                       (dimension == "municipality" && std::find(by.begin(), by.end(), "school") != by.end());
    if (known) return;
    const std::string near = nearest_hint(dimension, by);
    reader.error(codes::unknown_dimension, at,
                 "у показателя «" + base->indicator.name + "» нет разреза «" + dimension + "»",
                 near.empty() ? "его разрезы: " + join(by, ", ") : near);
    good = false;
  };
  if (const Node* list = reader.find("by")) {
    for (const Node& item : list->items) check(item.text, item);
  }
  if (!indicator.over.empty()) check(indicator.over, reader.place("over"));
  return good && base->good;
}

}  // namespace

void load_indicators(const CheckedFiles& files, Loading& loading) {
  Layered layers;
  std::vector<Pending> all;
  for (const auto& file : files) {
    const Node* list = file->document.root.find("indicators");
    if (!list || list->kind != Node::Kind::list) continue;
    for (const Node& item : list->items) {
      const Reader reader(file->document, item, loading.out);
      const std::string name = reader.text("name");
      if (!file->is_good(item)) {
        loading.broken_indicators.insert(name);
        continue;
      }
      const auto place = layers.place(name, *file, reader, all.size(), "показатель");
      if (!place) continue;
      if (*place == all.size()) all.emplace_back();
      all[*place] = {Indicator{}, file.get(), &item, false};
      IndicatorLoader loader(reader, loading);
      all[*place].good = loader.load(all[*place].indicator);
      if (all[*place].good) all[*place].good = loader.compile_rows(all[*place].indicator);
    }
  }
  for (Pending& one : all) {
    if (!one.indicator.of_indicator.empty()) one.good = check_base(one, all, loading) && one.good;
  }
  // Formulas see every indicator that is named, so that one fault does not become many.
  Workspace named;
  named.forms = loading.workspace.forms;
  for (const Pending& one : all) named.indicators.push_back(one.indicator);
  const expression::NameTable names = formula_names(named);
  for (Pending& one : all) {
    if (one.indicator.kind != IndicatorKind::formula || !one.good) continue;
    const Reader reader(one.file->document, *one.node, loading.out);
    one.good = IndicatorLoader(reader, loading).compile_formula(one.indicator, names);
  }
  for (Pending& one : all) {
    if (one.good) {
      loading.workspace.indicators.push_back(std::move(one.indicator));
    } else {
      loading.broken_indicators.insert(one.indicator.name);
      loading.half_known.push_back(std::move(one.indicator));
    }
  }
  check_cycles(loading);
}

void load_listings(const CheckedFiles& files, Loading& loading) {
  Layered layers;
  for (const auto& file : files) {
    const Node* list = file->document.root.find("listings");
    if (!list || list->kind != Node::Kind::list) continue;
    for (const Node& item : list->items) {
      if (!file->is_good(item)) continue;
      const Reader reader(file->document, item, loading.out);
      Listing listing{reader.text("name"), reader.text("title"), reader.text("form"), nullptr, reader.at()};
      std::vector<Listing>& listings = loading.workspace.listings;
      if (const Indicator* same = loading.workspace.indicator(listing.name)) {
        Diagnostic& added = reader.error(codes::duplicate_name, "name", "имя «" + listing.name + "» уже есть у показателя");
        added.related.push_back({same->defined_at, "показатель – здесь"});
        continue;
      }
      const Form* form = loading.workspace.form(listing.form);
      if (!form) {
        if (!loading.broken_forms.count(listing.form)) {
          reader.error(codes::unknown_form, "form", "нет формы «" + listing.form + "»",
                       nearest_hint(listing.form, names_of_forms(loading.workspace)));
        }
        continue;
      }
      bool failed = false;
      listing.where = reader.expression("where", form->names(), Type::boolean(), failed);
      if (failed) continue;
      const auto place = layers.place(listing.name, *file, reader, listings.size(), "список");
      if (!place) continue;
      if (*place == listings.size()) {
        listings.push_back(std::move(listing));
      } else {
        listings[*place] = std::move(listing);
      }
    }
  }
}

}  // namespace svod::definitions
