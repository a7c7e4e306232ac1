#include "typeset/chart.h"

#include <algorithm>

#include "base/text.h"
#include "typeset/chart_grid.h"
#include "typeset/codes.h"

namespace svod::typeset {

using namespace document;

namespace {

std::string heading_of(const Chart& chart) {
  if (chart.number.empty()) return chart.caption;
  return chart.caption.empty() ? "Рисунок " + chart.number : "Рисунок " + chart.number + " – " + chart.caption;
}

bool has_values(const Chart& chart) {
  for (const Panel& panel : chart.panels) {
    for (const Series& series : panel.series) {
      for (std::size_t c = 0; c < std::min(series.values.size(), panel.categories.size()); ++c) {
        if (series.values[c].number) return true;
      }
    }
  }
  return false;
}

std::size_t most_categories(const Chart& chart) {
  std::size_t most = 0;
  for (const Panel& panel : chart.panels) most = std::max(most, panel.categories.size());
  return most;
}

// A pie that has too many parts is one bar of 100 %, each part a series of it.
Chart as_bar(const Chart& pie) {
  Chart bar = pie;
  bar.kind = Chart::Kind::bars;
  bar.stack = Chart::Stack::full;
  bar.horizontal = true;
  for (Panel& panel : bar.panels) {
    Panel turned;
    turned.title = panel.title;
    for (const Series& series : panel.series) turned.categories.push_back(panel.series.size() > 1 ? series.name : "");
    for (std::size_t c = 0; c < panel.categories.size(); ++c) {
      Series part;
      part.name = panel.categories[c];
      for (std::size_t s = 0; s < panel.series.size(); ++s) {
        const ChartValue* value = value_at(panel, s, c);
        part.values.push_back(value ? *value : ChartValue{{}, State::missing, {}, {}});
      }
      turned.series.push_back(std::move(part));
    }
    panel = std::move(turned);
  }
  return bar;
}

}  // namespace

ChartSetter::ChartSetter(const Profile& profile, Shaper& shaper, Galley& galley, Diagnostics& diagnostics)
    : look_(profile.chart),
      text_(shaper, [](const std::string&) { return -1; }),
      galley_(galley),
      diagnostics_(diagnostics) {}

Length ChartSetter::lines_height(std::string_view text, const TextStyle& style, Length width) {
  if (text.empty()) return 0;
  std::vector<Line> lines;
  text_.break_lines(text_.add(text, style), width, width, false, lines);
  return style.leading * static_cast<Length>(lines.size()) + style.below;
}

void ChartSetter::set_lines(std::string_view text, const TextStyle& style, Length width, Length above, Keep keep) {
  if (text.empty()) return;
  std::vector<Line> lines;
  const Inline source = text_.add(text, style);
  text_.break_lines(source, width, width, false, lines);
  if (style.balance) text_.balance(source, width, lines);
  const Length baseline = baseline_of(text_.shaper(), style);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Strip strip = galley_.open(i == 0 ? above : 0);
    text_.set(lines[i], 0, baseline, width, style.align, galley_.drawing);
    galley_.close(strip, style.leading + (i + 1 == lines.size() ? style.below : 0));
    strip.keep = i + 1 < lines.size() ? Keep::must : keep;
    galley_.add(strip);
  }
}

void ChartSetter::warn(const Chart& chart, const Location& origin) {
  const std::string name = "«" + heading_of(chart) + "»";
  if (chart.kind == Chart::Kind::dumbbell && has_values(chart) &&
      std::any_of(chart.panels.begin(), chart.panels.end(), [](const Panel& p) { return p.series.size() != 2; })) {
    diagnostics_.warning(codes::chart_series, origin,
                         "рисунок " + name + ": для пары точек нужны два ряда, нарисованы полосы",
                         "задайте два ряда значений, например «школа» и «регион»");
  }
  if (chart.kind != Chart::Kind::bars || chart.stack != Chart::Stack::full) return;
  for (const Panel& panel : chart.panels) {
    for (std::size_t c = 0; c < panel.categories.size(); ++c) {
      for (std::size_t s = 0; s < panel.series.size(); ++s) {
        const auto number = number_at(panel, s, c);
        if (!number || *number >= 0) continue;
        diagnostics_
            .warning(codes::chart_negative_share, origin,
                     "рисунок " + name + ": отрицательное значение " + label_of(chart, *value_at(panel, s, c)) + " («" +
                         panel.categories[c] + "») не может быть долей и не показано",
                     "покажите эти значения без приведения к 100 %")
            .cause = name;
      }
    }
  }
}

void ChartSetter::set(const Chart& given, const Location& origin, std::int32_t destination, Length above,
                      const Frame& frame) {
  text_.clear();
  text_.shaper().at(&origin);
  const Chart* chart = &given;
  Chart empty, bar;
  const std::string title = heading_of(given);
  if (!has_values(given)) {
    diagnostics_.warning(codes::chart_empty, origin, "на рисунке «" + title + "» нет ни одного значения",
                         "проверьте условие отбора данных или уберите рисунок");
    empty = given;
    empty.panels.assign(1, {});
    empty.unit.clear(), empty.breaks.clear(), empty.reference.reset();
    chart = &empty;
  } else if (given.kind == Chart::Kind::pie && pie_unfit(given)) {
    diagnostics_.warning(codes::chart_pie, origin,
                         "рисунок «" + title + "»: круг показывает до четырёх положительных частей, а их " +
                             std::to_string(most_categories(given)) + "; нарисована полоса",
                         "объедините малые части или задайте вид «полоса, приведённая к 100 %»");
    bar = as_bar(given);
    chart = &bar;
  }
  warn(*chart, origin);

  ChartCanvas canvas(text_, galley_.drawing);
  const Length caption = look_.caption.above + lines_height(title, look_.caption, frame.width);
  const Length room = std::max(frame.height - caption - pt(1), frame.height / 4);
  ChartGrid grid(*chart, look_, canvas, frame.width, std::min(room, frame.height * look_.highest / 100 - caption));
  // Parts, each with the key; the caption stands below the last.
  const auto pieces = grid.pieces(room - grid.top());
  std::vector<std::vector<ChartGrid::Piece>> parts;
  Length height = 0;
  for (const ChartGrid::Piece& piece : pieces) {
    const Length more = piece.height + (height > 0 ? grid.gap() : 0);
    const bool goes_on = piece.from > 0;  // rows of a panel that a page's end divided
    if (parts.empty() || goes_on || grid.top() + height + more > room) {
      parts.emplace_back();
      height = piece.height;
    } else {
      height += more;
    }
    parts.back().push_back(piece);
  }
  if (parts.size() > 1) {
    diagnostics_.warning(
        codes::chart_divided, origin,
        "рисунок «" + title + "» не помещается на странице и разделён, частей: " + std::to_string(parts.size()),
        "сократите число категорий: отберите главные или объедините остальные");
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Strip strip = galley_.open(std::max(above, look_.above));
    Figure figure;
    figure.path_first = static_cast<std::uint32_t>(galley_.drawing.paths.size());
    grid.draw_key(0);
    Length y = grid.top();
    for (std::size_t p = 0; p < parts[i].size(); ++p) {
      if (p > 0) y += grid.gap();
      grid.draw(parts[i][p], y);
      y += parts[i][p].height;
    }
    figure.path_last = static_cast<std::uint32_t>(galley_.drawing.paths.size());
    figure.alternative = i == 0 ? given.alternative : "Продолжение рисунка " + given.number;
    galley_.drawing.figures.push_back(std::move(figure));
    galley_.close(strip, y);
    strip.keep = Keep::must;
    strip.destination = i == 0 ? destination : -1;
    galley_.add(strip);
    const bool last = i + 1 == parts.size();
    std::string words = title;
    if (!last && !given.number.empty()) words = "Рисунок " + given.number + (i == 0 ? ", начало" : ", продолжение");
    if (last && parts.size() > 1 && !given.number.empty())
      words = "Рисунок " + given.number + ", окончание" + title.substr(("Рисунок " + given.number).size());
    const bool notes = last && !given.legend.empty();
    if (words.empty()) galley_.strips.back().keep = notes ? Keep::wish : Keep::none;
    set_lines(words, look_.caption, frame.width, look_.caption.above, notes ? Keep::wish : Keep::none);
  }
  if (canvas.shortened()) {
    diagnostics_.warning(codes::chart_text_cut, origin,
                         "на рисунке «" + title + "» длинные названия показаны не полностью",
                         "сократите названия категорий и рядов");
  }
  for (std::size_t i = 0; i < given.legend.size(); ++i) {
    set_lines(given.legend[i], look_.note, frame.width, i == 0 ? pt(2) : 0,
              i + 1 < given.legend.size() ? Keep::wish : Keep::none);
  }
}

}  // namespace svod::typeset
