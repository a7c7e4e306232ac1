#include <deque>

#include "compose/block_reader.h"
#include "compose/codes.h"

namespace svod::compose {
namespace {

using definitions::Node;
using document::Chart;
using expression::BoundNames;
using expression::Kind;
using expression::Names;
using expression::Type;

class ChartReader {
 public:
  ChartReader(const Settings& settings, const Names& names) : settings_(settings), names_(names) {}

  ChartSpec read() {
    settings_.allow({"kind",      "stack",  "horizontal", "ordered", "order",      "id",          "caption",
                     "sheet",     "unit",   "panels",     "panel",   "categories", "category",    "series",
                     "reference", "breaks", "places",     "percent", "note",       "alternative", "empty"});
    ChartSpec chart;
    chart.at = settings_.at();
    read_kind(chart);
    chart.horizontal = settings_.flag("horizontal");
    chart.ordered = settings_.flag("ordered");
    chart.anchor = settings_.wording("id", names_);
    chart.caption = settings_.wording("caption", names_);
    chart.sheet = settings_.wording("sheet", names_);
    chart.unit = settings_.wording("unit", names_);
    chart.empty = settings_.wording("empty", names_);
    chart.alternative = settings_.wording("alternative", names_);
    chart.places = settings_.integer("places", 0, 6);
    chart.percent = settings_.flag("percent");
    if (read_fields(chart)) read_series(chart);
    read_reference(chart);
    read_breaks(chart);
    if (const Node* note = settings_.find("note")) {
      if (note->kind == Node::Kind::list) {
        for (const Node& line : note->items) chart.notes.push_back(settings_.wording(line, names_));
      } else {
        chart.notes.push_back(settings_.wording(*note, names_));
      }
    }
    check_fit(chart);
    return chart;
  }

 private:
  template <class Choice>
  void choose(std::string_view key, std::initializer_list<std::pair<std::string_view, Choice>> known,
              Choice& chosen) const {
    if (!settings_.has(key)) return;
    const std::string word = settings_.word(key);
    std::vector<std::string> words;
    for (const auto& [name, choice] : known) {
      words.emplace_back(name);
      if (name != word) continue;
      chosen = choice;
      return;
    }
    settings_.error(codes::bad_value, *settings_.find(key),
                    "«" + std::string(key) + "» диаграммы не бывает «" + word + "»", suggestion(word, words));
  }

  void read_kind(ChartSpec& chart) const {
    settings_.require("kind");
    choose<Chart::Kind>("kind",
                        {{"bars", Chart::Kind::bars},
                         {"lines", Chart::Kind::lines},
                         {"pie", Chart::Kind::pie},
                         {"dumbbell", Chart::Kind::dumbbell}},
                        chart.kind);
    choose<Chart::Stack>("stack", {{"stacked", Chart::Stack::stacked}, {"full", Chart::Stack::full}}, chart.stack);
    choose<ChartSpec::Order>("order", {{"given", ChartSpec::Order::given}, {"value", ChartSpec::Order::by_value}},
                             chart.order);
  }

  void bind(const std::shared_ptr<const expression::Clause>& clause) {
    chain_.emplace_back(top(), clause->name, clause->element);
  }
  const Names& top() const { return chain_.empty() ? names_ : chain_.back(); }

  /// Panels and categories; false where their variables are not known.
  bool read_fields(ChartSpec& chart) {
    if (const Node* panels = settings_.find("panels")) {
      chart.panels = settings_.clause(*panels, names_);
      if (!chart.panels) return false;
      bind(chart.panels);
      settings_.require("panel");
    }
    chart.panel = settings_.wording("panel", top());
    if (!settings_.require("categories")) return false;
    chart.categories = settings_.clause(*settings_.find("categories"), top());
    if (!chart.categories) return false;
    heads_ = chain_.size();
    bind(chart.categories);
    const Type& element = chart.categories->element;
    chart.of_schools = element.kind == Kind::record && element.record && element.record->name == "school";
    if (settings_.has("category")) {
      chart.category = settings_.expression("category", top());
    } else if (element.kind == Kind::record) {
      settings_.require("category");
      return true;
    } else {
      chart.category =
          compile_slot(chart.categories->name, settings_.place(*settings_.find("categories")), top(), settings_.out());
    }
    if (chart.category && chart.category.tree->type.kind == Kind::record) {
      settings_.error(codes::record_printed, *settings_.find("category"),
                      "«" + chart.category.source + "» – запись, а подписать можно только её поле",
                      "например, " + chart.category.source + ".short");
    }
    return true;
  }

  void read_series(ChartSpec& chart) const {
    if (!settings_.require("series")) return;
    const Node& list = *settings_.find("series");
    if (!settings_.expect_list(list, "«series»")) return;
    for (const Node& node : list.items) {
      if (!settings_.expect_map(node, "ряд диаграммы")) continue;
      const Settings keys = settings_.inner(node, "ряд диаграммы");
      keys.allow({"title", "value", "for", "if"});
      SeriesSpec series;
      series.at = keys.at();
      // A title and a condition know the panel, a value the category too.
      const Names& outer = heads_ == 0 ? names_ : chain_[heads_ - 1];
      std::optional<BoundNames> head, cell;
      if (const Node* loop = keys.find("for")) {
        series.loop = keys.clause(*loop, outer);
        if (!series.loop) continue;
        head.emplace(outer, series.loop->name, series.loop->element);
        cell.emplace(top(), series.loop->name, series.loop->element);
      }
      const Names& of_head = head ? static_cast<const Names&>(*head) : outer;
      series.title = keys.wording("title", of_head);
      series.condition = keys.expression("if", of_head, Type::boolean());
      if (keys.require("value")) {
        series.value = keys.expression("value", cell ? static_cast<const Names&>(*cell) : top(), Type::number());
      }
      if (list.items.size() > 1 || series.loop) keys.require("title");
      chart.series.push_back(std::move(series));
    }
  }

  void read_reference(ChartSpec& chart) const {
    const Node* node = settings_.find("reference");
    if (node == nullptr || !settings_.expect_map(*node, "«reference»")) return;
    const Settings keys = settings_.inner(*node, "линия сравнения");
    keys.allow({"value", "title"});
    if (keys.require("value")) chart.reference = keys.expression("value", names_, Type::number());
    if (keys.require("title")) chart.reference_title = keys.wording("title", names_);
    if (chart.kind == Chart::Kind::pie || chart.kind == Chart::Kind::dumbbell || chart.stack == Chart::Stack::full) {
      settings_.error(codes::bad_value, *node, "линии сравнения у такой диаграммы не бывает", "уберите reference:");
    }
  }

  void read_breaks(ChartSpec& chart) const {
    const Node* list = settings_.find("breaks");
    if (list == nullptr || !settings_.expect_list(*list, "«breaks»")) return;
    for (const Node& node : list->items) {
      if (!settings_.expect_map(node, "разрыв ряда")) continue;
      const Settings keys = settings_.inner(node, "разрыв ряда");
      keys.allow({"before", "title"});
      BreakSpec made;
      if (keys.require("before")) made.before = keys.expression("before", names_);
      if (keys.require("title")) made.title = keys.wording("title", names_);
      chart.breaks.push_back(std::move(made));
    }
    if (chart.kind != Chart::Kind::lines) {
      settings_.error(codes::bad_value, *list, "разрывы бывают только у линий",
                      "уберите breaks: или напишите kind: lines");
    }
  }

  /// What a kind of chart cannot show.
  void check_fit(const ChartSpec& chart) const {
    const auto fault = [&](std::string_view key, const char* message, const char* hint) {
      const Node* node = settings_.find(key);
      settings_.error(codes::chart_series, node == nullptr ? settings_.node() : *node, message, hint);
    };
    const bool repeated = !chart.series.empty() && chart.series[0].loop != nullptr;
    const std::size_t count = chart.series.size();
    if (chart.kind == Chart::Kind::pie && (count > 1 || repeated)) {
      fault("series", "круговая диаграмма показывает один ряд", "оставьте один ряд или напишите kind: bars");
    }
    if (chart.kind == Chart::Kind::dumbbell && count > 0 && (count != 2 || repeated || chart.series[1].loop)) {
      fault("series", "диаграмма dumbbell показывает два ряда: что и с чем сравнивают", "опишите два ряда без for:");
    }
    if (chart.kind != Chart::Kind::bars && (chart.stack != Chart::Stack::none || chart.horizontal)) {
      fault(chart.horizontal ? "horizontal" : "stack", "складывать и класть набок можно только столбцы",
            "уберите ключ или напишите kind: bars");
    }
    if (chart.stack != Chart::Stack::none && count == 1 && !repeated) {
      fault("series", "складывать нечего: ряд один", "добавьте ряды или уберите stack:");
    }
  }

  const Settings& settings_;
  const Names& names_;
  std::deque<BoundNames> chain_;  ///< the panel's variable, then the category's
  std::size_t heads_ = 0;         ///< of it, those that titles may name
};

}  // namespace

ChartSpec read_chart(const Settings& settings, const Names& names) { return ChartReader(settings, names).read(); }

}  // namespace svod::compose
