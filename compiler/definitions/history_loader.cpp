#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"

namespace svod::definitions {
namespace {

/// The form whose fields the dimensions are.
const Form* form_of(const Workspace& workspace, const Indicator* indicator) {
  for (int steps = 0; indicator && !indicator->of_indicator.empty() && steps < 16; ++steps) {
    indicator = workspace.indicator(indicator->of_indicator);
  }
  return indicator ? workspace.form(indicator->form) : nullptr;
}

/// A dimension by its name or, as people head a column, by its title.
std::string dimension_named(const std::string& text, const Indicator& indicator, const Form* form) {
  const std::vector<std::string> known = dimensions(indicator);
  const std::string wanted = folded(text);
  for (const std::string& name : known) {
    if (name == "year") continue;
    if (name == text) return name;
    const Field* field = form ? form->field(name) : nullptr;
    if (field && folded(field->title) == wanted) return name;
    if (!field) continue;
    for (const std::string& header : field->headers) {
      if (folded(header) == wanted) return name;
    }
  }
  if (wanted == "школа" && std::find(known.begin(), known.end(), "school") != known.end()) return "school";
  if (wanted == "муниципалитет" && std::find(known.begin(), known.end(), "municipality") != known.end()) return "municipality";
  return {};
}

/// Schools by their id and by every name, folded; the first of a name.
using SchoolNames = std::map<std::string, const School*>;

SchoolNames school_names(const Workspace& workspace) {
  SchoolNames names;
  for (const School& school : workspace.schools) names.emplace(school.id, &school);
  for (const School& school : workspace.schools) {
    for (const std::string* name : {&school.name, &school.short_name, &school.full_name}) names.emplace(folded(*name), &school);
    for (const std::string& alias : school.aliases) names.emplace(folded(alias), &school);
  }
  return names;
}

class HistoryLoader {
 public:
  HistoryLoader(const Reader& reader, const SchoolNames& schools, Loading& loading)
      : reader_(reader), schools_(schools), loading_(loading) {}

  std::optional<HistoricValue> load(const std::string& common_source) {
    HistoricValue value;
    value.indicator = reader_.text("indicator");
    value.year = reader_.integer("year", 0);
    value.source = reader_.text("source", common_source);
    value.defined_at = reader_.at();
    const std::optional<Number> number = reader_.number("value");
    if (!number) return std::nullopt;
    value.value = *number;
    const Indicator* indicator = loading_.workspace.indicator(value.indicator);
    if (!indicator) {
      if (loading_.broken_indicators.count(value.indicator)) return std::nullopt;
      std::vector<std::string> known;
      for (const Indicator& one : loading_.workspace.indicators) known.push_back(one.name);
      reader_.error(codes::unknown_indicator, "indicator", "нет показателя «" + value.indicator + "»",
                    nearest_hint(value.indicator, known));
      return std::nullopt;
    }
    const Form* form = form_of(loading_.workspace, indicator);
    for (const auto& [name, node] : reader_.pairs("at")) {
      if (!add_dimension(value, *indicator, form, name, *node)) return std::nullopt;
    }
    return value;
  }

 private:
  bool add_dimension(HistoricValue& value, const Indicator& indicator, const Form* form, const std::string& name,
                     const Node& node) {
    const std::string dimension = dimension_named(name, indicator, form);
    if (dimension.empty()) {
      const std::string near = nearest_hint(name, indicator.by);
      reader_.error(codes::unknown_dimension, node, "у показателя «" + indicator.name + "» нет разреза «" + name + "»",
                    near.empty() ? "его разрезы: " + join(indicator.by, ", ") : near);
      return false;
    }
    std::string text = node.text;
    const Field* field = form ? form->field(dimension) : nullptr;
    const bool is_school = field ? field->type == FieldType::school : dimension == "school";
    if (is_school) {
      auto school = schools_.find(text);
      if (school == schools_.end()) school = schools_.find(folded(text));
      if (school == schools_.end()) {
        std::vector<std::string> known;
        for (const School& one : loading_.workspace.schools) known.push_back(one.short_name);
        reader_.error(codes::unknown_school, node, "школы «" + text + "» нет в реестре", nearest_hint(text, known));
        return false;
      }
      text = school->second->id;
    } else if (dimension == "municipality" && !field) {
      if (!resolve_municipality(text, node)) return false;
    } else if (field && field->type == FieldType::choice) {
      if (!resolve_choice(*field, text, node)) return false;
    }
    value.dimensions[dimension] = text;
    return true;
  }

  bool resolve_municipality(std::string& text, const Node& node) {
    std::vector<std::string> known;
    for (const Municipality& one : loading_.workspace.municipalities) {
      if (one.id == text || folded(one.name) == folded(text)) {
        text = one.id;
        return true;
      }
      known.push_back(one.id);
    }
    reader_.error(codes::unknown_municipality, node, "муниципалитета «" + text + "» нет в реестре", nearest_hint(text, known));
    return false;
  }

  bool resolve_choice(const Field& field, std::string& text, const Node& node) {
    std::vector<std::string> known;
    for (const Choice& choice : field.choices) {
      bool same = folded(choice.value) == folded(text);
      for (const std::string& alias : choice.aliases) same = same || folded(alias) == folded(text);
      if (same) {
        text = choice.value;
        return true;
      }
      known.push_back(choice.value);
    }
    const std::string near = nearest_hint(text, known);
    reader_.error(codes::not_a_choice, node, "«" + text + "» нет среди вариантов поля «" + field.name + "»",
                  near.empty() ? "варианты: " + join(known, ", ") : near);
    return false;
  }

  Reader reader_;
  const SchoolNames& schools_;
  Loading& loading_;
};

}  // namespace

void load_history(const CheckedFiles& files, Loading& loading) {
  const SchoolNames schools = school_names(loading.workspace);
  std::map<std::tuple<std::string, int, std::map<std::string, std::string>>, Location> seen;
  for (const auto& file : files) {
    const Node* list = file->document.root.find("values");
    if (!list || list->kind != Node::Kind::list) continue;
    const std::string source = Reader(file->document, file->document.root, loading.out).text("source");
    for (const Node& item : list->items) {
      if (!file->is_good(item)) continue;
      const Reader reader(file->document, item, loading.out);
      std::optional<HistoricValue> value = HistoryLoader(reader, schools, loading).load(source);
      if (!value) continue;
      const auto [first, is_new] = seen.emplace(std::tuple(value->indicator, value->year, value->dimensions), reader.at());
      if (!is_new) {
        Diagnostic& added = reader.error(codes::repeated_row, item,
                                         "значение показателя «" + value->indicator + "» за " +
                                             std::to_string(value->year) + " г. указано дважды");
        added.related.push_back({first->second, "первый раз – здесь"});
        continue;
      }
      loading.workspace.history.push_back(std::move(*value));
    }
  }
}

void load_issued(const Checked& file, Loading& loading) {
  const Node* list = file.document.root.find("documents");
  if (!list || list->kind != Node::Kind::list) return;
  std::map<std::string, Location> seen;
  for (const Node& item : list->items) {
    if (!file.is_good(item)) continue;
    const Reader reader(file.document, item, loading.out);
    Issued issued{reader.text("document"), reader.text("paper"), reader.text("state") == "agreement",
                  reader.text("number"),   reader.date("date"),  {},
                  reader.text("sha256"),   reader.at()};
    for (const auto& [extension, hash] : reader.pairs("files")) issued.files.emplace(extension, hash->text);
    const auto [first, is_new] = seen.emplace(issued.document, reader.at());
    if (!is_new) {
      Diagnostic& added = reader.error(codes::duplicate_name, "document", "документ «" + issued.document + "» записан дважды");
      added.related.push_back({first->second, "первый раз – здесь"});
      continue;
    }
    loading.workspace.issued.push_back(std::move(issued));
  }
}

}  // namespace svod::definitions
