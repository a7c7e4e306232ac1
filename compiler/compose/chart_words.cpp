#include <algorithm>

#include "base/text.h"
#include "compose/chart.h"
#include "language/figures.h"
#include "language/plural.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using document::Chart;
using document::ChartValue;
using document::Panel;
using document::Series;

constexpr std::size_t kNamed = 3;      // categories of one value that are named
constexpr std::size_t kDescribed = 6;  // series that are described one by one

std::string counted(std::size_t n, const language::PluralForms& forms) {
  return language::counted(static_cast<std::int64_t>(n), forms);
}

/// «Средний балл …» goes on a sentence; «ЕГЭ: …» keeps its letters.
std::string inside(const std::string& caption) {
  const std::u32string letters = to_code_points(caption);
  const std::string second = letters.size() < 2 ? std::string(" ") : to_utf8(letters.substr(1, 1));
  const bool abbreviation = second == " " || lower(second) != second;
  return abbreviation ? caption : language::uncapitalised(caption);
}

std::string kind_of(const Chart& chart) {
  if (chart.kind == Chart::Kind::lines) return "График по годам";
  if (chart.kind == Chart::Kind::pie) return "Круговая диаграмма";
  if (chart.kind == Chart::Kind::dumbbell) return "Диаграмма с двумя точками в строке";
  std::string words = chart.horizontal ? "Столбиковая диаграмма с горизонтальными столбцами" : "Столбиковая диаграмма";
  if (chart.stack == Chart::Stack::stacked) words += ", части столбцов сложены";
  if (chart.stack == Chart::Stack::full) words += ", каждый столбец разделён на доли от 100 %";
  return words;
}

class Describer {
 public:
  explicit Describer(const Chart& chart) : chart_(chart) {}

  std::string run() {
    text_ = kind_of(chart_);
    if (!chart_.caption.empty()) text_ += ": " + inside(chart_.caption);
    text_ += ".";
    if (chart_.panels.size() > 1) text_ += " " + counted(chart_.panels.size(), {"поле", "поля", "полей"}) + ".";
    for (const Panel& panel : chart_.panels) {
      if (!panel.title.empty()) text_ += " " + panel.title + ".";
      describe(panel);
    }
    if (chart_.reference) text_ += " Линия сравнения – " + chart_.reference->label + ".";
    for (const Chart::Break& gap : chart_.breaks) {
      if (gap.before < chart_.panels[0].categories.size()) {
        text_ += " Разрыв перед: " + chart_.panels[0].categories[gap.before] + " (" + gap.label + ").";
      }
    }
    return std::move(text_);
  }

 private:
  std::string figure(const ChartValue& value) const {
    return value.label + (chart_.format.percent ? std::string(language::no_break_space) + "%" : std::string());
  }

  void describe(const Panel& panel) {
    if (panel.series.empty() || panel.categories.empty()) return;
    if (chart_.kind == Chart::Kind::lines) return describe_lines(panel);
    if (chart_.kind == Chart::Kind::pie || (panel.series.size() == 1 && panel.categories.size() <= 4))
      return describe_all(panel);
    if (chart_.kind == Chart::Kind::dumbbell) return describe_pairs(panel);
    text_ += panel.series.size() == 1
                 ? " " + counted(panel.categories.size(), {"столбец", "столбца", "столбцов"}) + "."
                 : " " + counted(panel.categories.size(), {"столбец", "столбца", "столбцов"}) + ", в каждом " +
                       counted(panel.series.size(), {"ряд", "ряда", "рядов"}) + ": " + names_of_series(panel) + ".";
    for (std::size_t i = 0; i < panel.series.size() && i < kDescribed; ++i) describe_extremes(panel, panel.series[i]);
    absent(panel);
  }

  static std::string names_of_series(const Panel& panel) {
    std::vector<std::string> names;
    for (const Series& series : panel.series) names.push_back(series.name);
    return join(names, ", ");
  }

  static std::string quoted(const std::string& name) { return name.starts_with("«") ? name : "«" + name + "»"; }

  /// «71,3 (Русский язык)»: every category of that value, as far as they can be named.
  std::string at_value(const Panel& panel, const Series& series, const ChartValue& value) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (series.values[i].number && series.values[i].label == value.label) names.push_back(panel.categories[i]);
    }
    const std::string who =
        names.size() <= kNamed ? language::listed(names) : counted(names.size(), {"столбец", "столбца", "столбцов"});
    return figure(value) + " (" + who + ")";
  }

  void describe_extremes(const Panel& panel, const Series& series) {
    const ChartValue* most = nullptr;
    const ChartValue* least = nullptr;
    for (const ChartValue& value : series.values) {
      if (!value.number) continue;
      if (most == nullptr || *value.number > *most->number) most = &value;
      if (least == nullptr || *value.number < *least->number) least = &value;
    }
    if (most == nullptr) return;
    const std::string of = panel.series.size() > 1 && !series.name.empty() ? " ряда " + quoted(series.name) : "";
    if (most->label == least->label) {
      text_ += " Все значения" + of + " равны " + figure(*most) + ".";
      return;
    }
    text_ += " Наибольшее значение" + of + " – " + at_value(panel, series, *most) + ", наименьшее – " +
             at_value(panel, series, *least) + ".";
  }

  void describe_all(const Panel& panel) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < panel.categories.size(); ++i) {
      const ChartValue& value = panel.series[0].values[i];
      parts.push_back(panel.categories[i] + " – " + (value.number ? figure(value) : std::string("нет данных")));
    }
    text_ += " " + join(parts, "; ") + ".";
  }

  void describe_lines(const Panel& panel) {
    const std::string from = panel.categories.front(), to = panel.categories.back();
    text_ += " " + language::range(from, to) + "; " +
             counted(panel.series.size(), {"линия", "линии", "линий"}) + ".";
    for (std::size_t i = 0; i < panel.series.size() && i < kDescribed; ++i) {
      const Series& series = panel.series[i];
      std::size_t first = series.values.size(), last = 0;
      for (std::size_t at = 0; at < series.values.size(); ++at) {
        if (!series.values[at].number) continue;
        first = std::min(first, at);
        last = at;
      }
      if (first == series.values.size()) continue;
      const std::string name = series.name.empty() ? "Значение" : language::capitalised(series.name);
      text_ += " " + name + ": " + figure(series.values[first]) + " (" + panel.categories[first] + ")";
      if (last != first) text_ += ", " + figure(series.values[last]) + " (" + panel.categories[last] + ")";
      text_ += ".";
    }
  }

  /// Where the first series stands farthest above and below the second.
  void describe_pairs(const Panel& panel) {
    if (panel.series.size() < 2) return;
    const Series& own = panel.series[0];
    const Series& other = panel.series[1];
    text_ += " " + counted(panel.categories.size(), {"строка", "строки", "строк"}) + ": " + own.name + " и " +
             other.name + ".";
    std::optional<Number> above, below;
    std::size_t above_at = 0, below_at = 0, higher = 0, lower_count = 0;
    for (std::size_t i = 0; i < own.values.size(); ++i) {
      if (!own.values[i].number || !other.values[i].number) continue;
      const auto gap = subtract(*own.values[i].number, *other.values[i].number);
      if (!gap) continue;
      if (*gap > Number(0)) ++higher;
      if (*gap < Number(0)) ++lower_count;
      if (*gap > Number(0) && (!above || *gap > *above)) above = gap, above_at = i;
      if (*gap < Number(0) && (!below || *gap < *below)) below = gap, below_at = i;
    }
    const std::string names[] = {quoted(own.name), quoted(other.name)};
    if (higher == panel.categories.size() || lower_count == panel.categories.size()) {
      text_ += " Во всех строках " + names[0] + (higher > 0 ? " выше, чем " : " ниже, чем ") + names[1] + ".";
    } else {
      text_ += " Ряд " + names[0] + " выше ряда " + names[1] + " в " +
               counted(higher, {"строке", "строках", "строках"}) + ", ниже – в " +
               counted(lower_count, {"строке", "строках", "строках"}) + ".";
    }
    const auto pair = [&](std::size_t i) {
      return panel.categories[i] + ", " + figure(own.values[i]) + " и " + figure(other.values[i]);
    };
    if (above) text_ += " Наибольшее превышение – " + pair(above_at) + ".";
    if (below) text_ += " Наибольшее отставание – " + pair(below_at) + ".";
    absent(panel);
  }

  void absent(const Panel& panel) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < panel.categories.size(); ++i) {
      const bool none = std::none_of(panel.series.begin(), panel.series.end(),
                                     [i](const Series& series) { return series.values[i].number.has_value(); });
      if (none) names.push_back(panel.categories[i]);
    }
    if (names.empty()) return;
    text_ += names.size() <= kNamed ? " Нет данных: " + join(names, ", ") + "."
                                    : " Нет данных в " + std::to_string(names.size()) + " случаях.";
  }

  const Chart& chart_;
  std::string text_;
};

}  // namespace

std::string chart_in_words(const Chart& chart) { return Describer(chart).run(); }

}  // namespace svod::compose
