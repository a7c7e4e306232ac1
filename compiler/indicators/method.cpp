#include "indicators/method.h"

namespace svod::indicators {
namespace {

using definitions::IndicatorKind;

std::string titles(const std::vector<std::string>& names, const definitions::Form* form) {
  std::string text;
  for (const auto& name : names) {
    const auto* field = form == nullptr ? nullptr : form->field(name);
    text += (text.empty() ? "«" : ", «") + (field == nullptr ? name : field->title) + "»";
  }
  return text;
}

std::string of_indicator(const definitions::Indicator& indicator, const definitions::Workspace& workspace) {
  const auto* of = workspace.indicator(indicator.of_indicator);
  const std::string name = "«" + (of == nullptr ? indicator.of_indicator : of->title) + "»";
  switch (indicator.kind) {
    case IndicatorKind::maximum: return "наибольшее из значений показателя " + name;
    case IndicatorKind::minimum: return "наименьшее из значений показателя " + name;
    case IndicatorKind::mean: return "среднее значений показателя " + name;
    case IndicatorKind::share: {
      const auto* form = of == nullptr ? nullptr : workspace.form(of->form);
      return "доля значения показателя " + name + " в его значении без разреза " + titles({indicator.over}, form);
    }
    default: return "число известных значений показателя " + name;
  }
}

}  // namespace

std::string method_in_words(const definitions::Indicator& indicator, const definitions::Workspace& workspace) {
  if (!indicator.of_indicator.empty()) return of_indicator(indicator, workspace);
  const auto* form = workspace.form(indicator.form);
  const auto words = [&](const expression::Tree& tree) {
    return form == nullptr ? expression::print(tree) : expression::reading(tree, form->names());
  };
  const std::string of = indicator.of && form != nullptr ? words(indicator.of) : "";
  const std::string rows = of.empty() ? "число строк" : of;
  const bool is_condition = indicator.of && indicator.of->type.kind == expression::Kind::boolean;
  switch (indicator.kind) {
    case IndicatorKind::count:
      return indicator.distinct.empty() ? "число строк" : "число разных сочетаний: " + titles(indicator.distinct, form);
    case IndicatorKind::sum: return "сумма: " + rows;
    case IndicatorKind::mean:
      return "среднее: " + rows + (indicator.per ? "; на сумму: " + words(indicator.per) : "");
    case IndicatorKind::ratio:
      return "отношение сумм: " + rows + " – к: " + (indicator.per ? words(indicator.per) : "число строк");
    case IndicatorKind::share:
      if (!indicator.over.empty()) {
        return "доля: " + rows + " – от того же по всем значениям " + titles({indicator.over}, form);
      }
      if (indicator.per) return "доля: " + rows + " – от суммы: " + words(indicator.per);
      return is_condition ? "доля строк, где " + of : "доля: " + rows + " – от числа строк";
    case IndicatorKind::maximum: return "наибольшее: " + rows;
    case IndicatorKind::minimum: return "наименьшее: " + rows;
    case IndicatorKind::formula: return expression::reading(indicator.of, definitions::report_names(workspace));
    case IndicatorKind::stated: return "назван в документах своего года";
    case IndicatorKind::reference: {
      const auto* table = workspace.table(indicator.table);
      return "столбец «" + indicator.value + "» справочника «" +
             (table == nullptr || table->title.empty() ? indicator.table : table->title) + "»";
    }
  }
  return {};
}

std::string condition_in_words(const definitions::Indicator& indicator, const definitions::Workspace& workspace) {
  const auto* form = workspace.form(indicator.form);
  std::string text;
  if (indicator.where && form != nullptr) text = expression::reading(indicator.where, form->names());
  if (indicator.having) {
    expression::NameTable names;
    names.add("rows", expression::Type::number(), "число строк");
    if (!text.empty()) text += "; ";
    text += "сочетание разрезов учтено, если " + expression::reading(indicator.having, names);
  }
  return text;
}

}  // namespace svod::indicators
