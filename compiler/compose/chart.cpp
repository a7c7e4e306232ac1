#include "compose/chart.h"

#include <algorithm>
#include <numeric>

#include "compose/codes.h"
#include "compose/table.h"
#include "language/figures.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

using document::Chart;
using document::ChartValue;
using document::Panel;
using expression::Scope;
using expression::Value;

class ChartBuilder {
 public:
  ChartBuilder(const ChartSpec& spec, const Scope& scope, const Press& press)
      : spec_(spec), scope_(scope), press_(press) {}

  document::Blocks build() {
    if (spec_.panels) {
      for (const Value& element : expression::select(*spec_.panels, scope_)) {
        const expression::Bound inner(scope_, spec_.panels->name, element);
        add_panel(inner, press_.line(spec_.panel, inner, true));
      }
    } else {
      add_panel(scope_, {});
    }
    document::Block block;
    block.origin = spec_.at;
    if (!any_figure()) {
      if (spec_.empty.empty()) return {};
      block.content = document::Paragraph{press_.runs(spec_.empty, scope_), document::Role::body};
      return {std::move(block)};
    }
    chart_.kind = spec_.kind;
    chart_.stack = spec_.stack;
    chart_.horizontal = spec_.horizontal;
    chart_.ordered = spec_.ordered;
    chart_.anchor = press_.raw(spec_.anchor, scope_);
    chart_.caption = press_.line(spec_.caption, scope_);
    chart_.sheet = press_.line(spec_.sheet, scope_);
    check_ranking_permitted();
    if (sorts()) sort();
    check_parts();
    add_unit();
    add_reference();
    add_breaks();
    chart_.alternative = spec_.alternative.empty() ? chart_in_words(chart_) : press_.line(spec_.alternative, scope_);
    std::vector<State> states;
    for (const Panel& panel : chart_.panels) {
      for (const document::Series& series : panel.series) {
        const auto [from, to] = shown_span(series);
        for (std::size_t i = from; i < to; ++i) states.push_back(series.values[i].state);
      }
    }
    chart_.legend = legend_of(states, values_, press_);
    for (const Wording& note : spec_.notes) {
      std::string line = press_.line(note, scope_);
      if (!line.empty()) chart_.legend.push_back(std::move(line));
    }
    block.content = std::move(chart_);
    return {std::move(block)};
  }

 private:
  void add_panel(const Scope& scope, std::string title) {
    Panel panel;
    panel.title = std::move(title);
    const std::vector<Value> elements = expression::select(*spec_.categories, scope);
    for (const Value& element : elements) {
      const expression::Bound inner(scope, spec_.categories->name, element);
      const Value name = press_.value(spec_.category, inner);
      panel.categories.push_back(language::glue(printed(name, years()).text));
      if (name.number() != nullptr) panel_numbers_.push_back(*name.number());
    }
    for (const SeriesSpec& spec : spec_.series) {
      if (!spec.loop) {
        add_series(spec, scope, elements, panel);
        continue;
      }
      for (const Value& turn : expression::select(*spec.loop, scope)) {
        add_series(spec, expression::Bound(scope, spec.loop->name, turn), elements, panel);
      }
    }
    chart_.panels.push_back(std::move(panel));
  }

  void add_series(const SeriesSpec& spec, const Scope& scope, const std::vector<Value>& elements, Panel& panel) {
    if (spec.condition) {
      const Value holds = press_.value(spec.condition, scope);
      if (holds.truth() == nullptr || !*holds.truth()) return;
    }
    document::Series series;
    series.name = press_.line(spec.title, scope, true);
    for (const Value& element : elements) {
      const expression::Bound inner(scope, spec_.categories->name, element);
      series.values.push_back(shown(press_.value(spec.value, inner), spec));
    }
    panel.series.push_back(std::move(series));
  }

  /// A value as a cell of a table would print it; all values of a chart print alike.
  ChartValue shown(const Value& value, const SeriesSpec& spec) {
    ChartValue made;
    if (value.figure) made.ref = value.figure->ref;
    values_.push_back(value);
    const Number* number = value.number();
    if (!value.known() || number == nullptr) {
      made.state = value.state == State::value ? State::missing : value.state;
      made.label = language::sign(made.state);
      return made;
    }
    const Look look = look_of(*number, value.figure.get());
    if (look.unrounded && !spec_.places) {
      press_
          .warning(codes::unrounded, spec.at, "у ряда диаграммы не сказано, сколько знаков печатать; напечатано два",
                   "добавьте диаграмме ключ places")
          .cause = spec.at.text();
    }
    chart_.format.places = std::max(chart_.format.places, spec_.places.value_or(look.places));
    chart_.format.percent = chart_.format.percent || spec_.percent || look.percent;
    made.number = *number;
    made.label = language::number(number->round(spec_.places.value_or(look.places)));
    return made;
  }

  bool any_figure() const {
    for (const Panel& panel : chart_.panels) {
      for (const document::Series& series : panel.series) {
        for (const ChartValue& value : series.values) {
          if (value.number) return true;
        }
      }
    }
    return false;
  }

  /// A line begins and ends where its values do: only gaps inside it want a word.
  std::pair<std::size_t, std::size_t> shown_span(const document::Series& series) const {
    std::size_t from = 0, to = series.values.size();
    if (spec_.kind != Chart::Kind::lines) return {from, to};
    while (to > 0 && !series.values[to - 1].number) --to;
    while (from < to && !series.values[from].number) ++from;
    return {from, to};
  }

  bool years() const { return spec_.category.tree->type.kind == expression::Kind::number; }

  /// Bars stand by their values unless the template or the kind of categories orders them.
  bool sorts() const {
    if (spec_.order != ChartSpec::Order::automatic) return spec_.order == ChartSpec::Order::by_value;
    if (spec_.kind == Chart::Kind::lines || spec_.panels || !spec_.categories->order.empty() || years()) return false;
    return spec_.stack != Chart::Stack::full;
  }

  /// By the first series, or by the whole height of a stack; what has no value stands last.
  void sort() {
    for (Panel& panel : chart_.panels) {
      const auto key = [&](std::size_t i) {
        std::optional<Number> sum;
        for (const document::Series& series : panel.series) {
          const std::optional<Number>& number = series.values[i].number;
          if (number) sum = sum ? add(*sum, *number) : number;
          if (spec_.stack != Chart::Stack::stacked) break;
        }
        return sum;
      };
      std::vector<std::optional<Number>> keys;
      for (std::size_t i = 0; i < panel.categories.size(); ++i)
        keys.push_back(panel.series.empty() ? std::nullopt : key(i));
      std::vector<std::size_t> order(panel.categories.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (!keys[a] || !keys[b]) return keys[a].has_value() && !keys[b].has_value();
        return *keys[a] > *keys[b];
      });
      rearrange(panel.categories, order);
      for (document::Series& series : panel.series) rearrange(series.values, order);
    }
  }

  template <class Item>
  static void rearrange(std::vector<Item>& items, const std::vector<std::size_t>& order) {
    std::vector<Item> moved;
    moved.reserve(items.size());
    for (const std::size_t i : order) moved.push_back(std::move(items[i]));
    items = std::move(moved);
  }

  /// A pie has two to four positive parts; anything else becomes bars. A part that is not there is left out.
  void check_parts() {
    if (spec_.kind != Chart::Kind::pie) return;
    for (Panel& panel : chart_.panels) {
      std::vector<std::size_t> kept;
      bool wrong = false;
      for (std::size_t i = 0; i < panel.categories.size(); ++i) {
        const std::optional<Number>& number = panel.series[0].values[i].number;
        wrong = wrong || (number && *number < Number(0));
        if (!number || !number->is_zero()) kept.push_back(i);
      }
      if (wrong || kept.size() > 4) {
        press_
            .warning(codes::too_many_parts, spec_.at,
                     wrong ? "у круговой диаграммы «" + chart_.caption + "» отрицательная часть"
                           : "у круговой диаграммы «" + chart_.caption +
                                 "» частей больше четырёх: " + std::to_string(kept.size()),
                     "сложите малые части или напишите kind: bars")
            .cause = spec_.at.text();
        chart_.kind = Chart::Kind::bars;
        chart_.horizontal = true;
        return;
      }
      if (kept.size() == panel.categories.size()) continue;
      rearrange(panel.categories, kept);
      rearrange(panel.series[0].values, kept);
    }
  }

  void add_unit() {
    chart_.unit = press_.line(spec_.unit, scope_);
    if (!chart_.unit.empty()) return;
    if (chart_.format.percent) chart_.unit = "%";
    for (const Value& value : values_) {
      if (!chart_.unit.empty()) return;
      if (value.figure) chart_.unit = value.figure->unit;
    }
  }

  void add_reference() {
    if (!spec_.reference) return;
    const Value value = press_.value(spec_.reference, scope_);
    if (!value.known() || value.number() == nullptr) return;
    values_.push_back(value);
    const Look look = look_of(*value.number(), value.figure.get());
    Chart::Reference reference;
    reference.value = *value.number();
    reference.label = press_.line(spec_.reference_title, scope_) + std::string(language::no_break_space) +
                      language::number(value.number()->round(spec_.places.value_or(look.places)));
    if (value.figure) reference.ref = value.figure->ref;
    chart_.reference = std::move(reference);
  }

  /// A year that is not among the categories breaks the line before the next that is.
  void add_breaks() {
    for (const BreakSpec& spec : spec_.breaks) {
      const Value before = press_.value(spec.before, scope_);
      const std::vector<std::string>& categories = chart_.panels[0].categories;
      std::size_t at = categories.size();
      if (before.number() != nullptr && years()) {
        for (std::size_t i = categories.size(); i-- > 0;) {
          if (panel_numbers_[i] >= *before.number()) at = i;
        }
      } else {
        const auto found = std::find(categories.begin(), categories.end(), language::glue(printed(before, true).text));
        at = static_cast<std::size_t>(found - categories.begin());
      }
      if (at > 0 && at < categories.size()) chart_.breaks.push_back({at, press_.line(spec.title, scope_)});
    }
    std::stable_sort(chart_.breaks.begin(), chart_.breaks.end(),
                     [](const Chart::Break& a, const Chart::Break& b) { return a.before < b.before; });
  }

  /// Schools in the order of a figure are a ranking, which an act may forbid.
  void check_ranking_permitted() const {
    if (!spec_.of_schools) return;
    std::vector<Value> keys;
    if (sorts()) keys = values_;
    if (!spec_.panels) {
      for (const expression::Clause::Key& key : spec_.categories->order) {
        for (const Value& element : expression::select(*spec_.categories, scope_)) {
          keys.push_back(expression::evaluate(key.by, expression::Bound(scope_, spec_.categories->name, element)));
        }
      }
    }
    if (const auto refused = forbidden_ranking(keys, press_)) {
      press_.error(codes::ranking_forbidden, spec_.at,
                   "по показателю «" + refused->indicator + "» школы нельзя сравнивать: " + refused->act,
                   "поставьте order: given и упорядочьте школы по названию: order by school.short");
    }
  }

  const ChartSpec& spec_;
  const Scope& scope_;
  const Press& press_;
  Chart chart_;
  std::vector<Value> values_;          ///< all that are shown
  std::vector<Number> panel_numbers_;  ///< of categories that are numbers
};

}  // namespace

document::Blocks build_chart(const ChartSpec& spec, const Scope& scope, const Press& press) {
  return ChartBuilder(spec, scope, press).build();
}

}  // namespace svod::compose
