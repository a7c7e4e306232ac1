#include <charconv>

#include "document/document.h"

namespace svod::document {
namespace {

constexpr const char* kRoles[] = {"body", "plain", "letterhead", "kind",     "subject", "command",
                                  "lead", "note",  "title",      "subtitle", "imprint", "addressee", "executor"};
constexpr const char* kStates[] = {"value", "zero", "missing", "not-applicable", "suppressed"};
constexpr const char* kCharts[] = {"bars", "lines", "pie", "dumbbell"};
constexpr const char* kFormulas[] = {"none", "row", "sum", "share", "weighted-mean"};

// One line whatever the text holds; the signs of this notation are marked.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\\':
      case '{':
      case '}':
      case '|':
        out += '\\', out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string quoted(std::string_view text) { return "«" + plain(text) + "»"; }

std::string digits(double value) {
  char buffer[32];
  return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

// «plain text {b|bold} {br} {ref=ege.mean|65,3}»
std::string text_of(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) {
    if (run.line_break) {
      out += "{br}";
      continue;
    }
    std::string marks;
    const auto mark = [&](std::string_view name, std::string_view value = {}) {
      if (!marks.empty()) marks += ' ';
      marks += name;
      if (!value.empty()) marks += '=' + plain(value);
    };
    if (run.bold) mark("b");
    if (run.italic) mark("i");
    if (run.spaced) mark("spaced");
    if (!run.ref.empty()) mark("ref", run.ref);
    if (!run.link.empty()) mark("link", run.link);
    if (run.position == Run::Position::above) mark("above");
    if (run.position == Run::Position::below) mark("below");
    if (run.note >= 0) mark("note", std::to_string(run.note));
    out += marks.empty() ? plain(run.text) : "{" + marks + "|" + plain(run.text) + "}";
  }
  return out;
}

std::string formula_of(const Formula& formula) {
  std::string out = kFormulas[static_cast<std::size_t>(formula.kind)];
  if (formula.expression) out += "(" + plain(expression::print(formula.expression)) + ")";
  if (!formula.weights.empty()) out += "(" + plain(formula.weights) + ")";
  return out;
}

// «65,3 {number=65.3 places=1 ref=ege.mean}»
std::string cell_of(const Cell& cell) {
  std::string out = text_of(cell.runs), marks;
  const auto mark = [&](const std::string& text) { marks += (marks.empty() ? "" : " ") + text; };
  if (cell.columns != 1 || cell.rows != 1)
    mark("span=" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows));
  if (cell.state != State::value) mark(kStates[static_cast<std::size_t>(cell.state)]);
  if (cell.number) {
    mark("number=" + cell.number->text());
    mark("places=" + std::to_string(cell.format.places));
    if (cell.format.percent) mark("percent");
    if (!cell.format.group) mark("ungrouped");
  }
  if (cell.formula.kind != Formula::Kind::none) mark("formula=" + formula_of(cell.formula));
  if (!cell.ref.empty()) mark("ref=" + plain(cell.ref));
  if (!marks.empty()) out += (out.empty() ? "{" : " {") + marks + "}";
  return out;
}

// «65,3 {number=65.3 ref=ege.mean}»
std::string value_of(const ChartValue& value) {
  std::string out = plain(value.label), marks;
  if (value.state != State::value) marks += kStates[static_cast<std::size_t>(value.state)];
  if (value.number) marks += (marks.empty() ? "number=" : " number=") + value.number->text();
  if (!value.ref.empty()) marks += (marks.empty() ? "ref=" : " ref=") + plain(value.ref);
  if (!marks.empty()) out += (out.empty() ? "{" : " {") + marks + "}";
  return out;
}

class Printer {
 public:
  std::string run(const Document& document) {
    line("document " + plain(document.name));
    ++depth_;
    line("title " + quoted(document.title));
    if (!document.author.empty()) line("author " + quoted(document.author));
    line("profile " + plain(document.profile));
    line("date " + iso(document.date));
    if (!document.mark.empty()) line("mark " + quoted(document.mark));
    blocks(document.blocks);
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
      line("note " + std::to_string(i) + ": " + text_of(document.notes[i]));
    }
    for (const Event& event : document.events) {
      line("event " + plain(event.id) + " " + iso(event.from) + "/" + iso(event.to) + " " + quoted(event.summary) +
           (event.description.empty() ? "" : " " + quoted(event.description)));
    }
    for (const SourceNote& source : document.sources) {
      line("source " + plain(source.file) + " " + quoted(source.title) + " " + source.sha256);
    }
    return std::move(out_);
  }

 private:
  void line(const std::string& text) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    if (landscape_) out_ += "landscape ";
    landscape_ = false;
    out_ += text;
    out_ += '\n';
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      landscape_ = block.landscape;
      std::visit([this](const auto& content) { print(content); }, block.content);
    }
    landscape_ = false;
  }

  void print(const Paragraph& paragraph) {
    line(std::string("paragraph ") + kRoles[static_cast<std::size_t>(paragraph.role)] + ": " + text_of(paragraph.runs));
  }

  void print(const Heading& heading) {
    std::string out = "heading " + std::to_string(heading.level);
    if (!heading.number.empty()) out += " " + quoted(heading.number);
    if (!heading.anchor.empty()) out += " #" + plain(heading.anchor);
    line(out + ": " + text_of(heading.runs));
  }

  void print(const List& list) {
    line(list.numbered ? "list numbered" : "list");
    ++depth_;
    for (const Item& item : list.items) {
      line("item " + quoted(item.label) + (item.anchor.empty() ? "" : " #" + plain(item.anchor)));
      ++depth_;
      blocks(item.blocks);
      --depth_;
    }
    --depth_;
  }

  void print(const Table& table) {
    std::string out = "table";
    if (!table.number.empty()) out += " " + quoted(table.number);
    if (!table.anchor.empty()) out += " #" + plain(table.anchor);
    if (!table.sheet.empty()) out += " sheet " + quoted(table.sheet);
    if (table.compact) out += " compact";
    if (table.column_numbers) out += " column-numbers";
    if (table.hand) out += " hand";
    line(out + ": " + plain(table.caption));
    ++depth_;
    for (const Column& column : table.columns) {
      line("column " + plain(column.id) + (column.numeric ? " numeric" : "") + (column.centred ? " centred" : "") +
           (column.weight > 0 ? " weight=" + digits(column.weight) : ""));
    }
    for (const Row& row : table.head) print("head", row);
    for (const Row& row : table.rows) {
      print(row.kind == Row::Kind::group ? "group" : row.kind == Row::Kind::total ? "total" : "row", row);
    }
    for (const std::string& legend : table.legend) line("legend " + quoted(legend));
    --depth_;
  }

  void print(const char* kind, const Row& row) {
    std::string out = kind;
    for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i == 0 ? ": " : " | ") + cell_of(row.cells[i]);
    line(out);
  }

  void print(const Signature& signature) { line("signature " + quoted(signature.post) + " " + quoted(signature.name)); }

  void print(const AppendixMark& mark) {
    std::string out = "appendix";
    if (!mark.anchor.empty()) out += " #" + plain(mark.anchor);
    for (const std::string& text : mark.lines) out += " " + quoted(text);
    line(out);
  }

  void print(const Chart& chart) {
    std::string out = std::string("chart ") + kCharts[static_cast<std::size_t>(chart.kind)];
    if (chart.stack != Chart::Stack::none) out += chart.stack == Chart::Stack::full ? " full" : " stacked";
    if (chart.horizontal) out += " horizontal";
    if (chart.ordered) out += " ordered";
    if (!chart.number.empty()) out += " " + quoted(chart.number);
    if (!chart.anchor.empty()) out += " #" + plain(chart.anchor);
    if (!chart.sheet.empty()) out += " sheet " + quoted(chart.sheet);
    if (!chart.unit.empty()) out += " unit " + quoted(chart.unit);
    line(out + ": " + plain(chart.caption));
    ++depth_;
    for (const Panel& panel : chart.panels) {
      line("panel " + quoted(panel.title));
      ++depth_;
      std::string names = "categories";
      for (std::size_t i = 0; i < panel.categories.size(); ++i)
        names += (i == 0 ? ": " : " | ") + plain(panel.categories[i]);
      line(names);
      for (const Series& series : panel.series) {
        std::string values = "series " + quoted(series.name);
        for (std::size_t i = 0; i < series.values.size(); ++i)
          values += (i == 0 ? ": " : " | ") + value_of(series.values[i]);
        line(values);
      }
      --depth_;
    }
    if (chart.reference) {
      line("reference " + chart.reference->value.text() + " " + quoted(chart.reference->label) +
           (chart.reference->ref.empty() ? "" : " {ref=" + plain(chart.reference->ref) + "}"));
    }
    for (const Chart::Break& gap : chart.breaks)
      line("break before " + std::to_string(gap.before) + " " + quoted(gap.label));
    if (!chart.alternative.empty()) line("alternative " + quoted(chart.alternative));
    for (const std::string& legend : chart.legend) line("legend " + quoted(legend));
    --depth_;
  }

  void print(const PageBreak&) { line("page break"); }

  void print(const Contents& contents) {
    line("contents " + quoted(contents.title) + " depth " + std::to_string(contents.depth));
  }

  void print(const DateAndNumber& place) {
    line("date and number " + quoted(place.date) + " " + quoted(place.number) + " " + quoted(place.place));
  }

  std::string out_;
  int depth_ = 0;
  bool landscape_ = false;  // the next line is the first of a block on turned pages
};

}  // namespace

std::string print(const Document& document) { return Printer().run(document); }

}  // namespace svod::document
