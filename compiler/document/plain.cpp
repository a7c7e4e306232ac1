#include "document/plain.h"

#include "base/text.h"

namespace svod::document {
namespace {

std::string plain(std::string_view text) {
  std::string out = replace_all(replace_all(std::string(text), "\u00A0", " "), "\u202F", " ");
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

std::string words(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) {
    if (run.note >= 0) {
      text += "[" + run.text + "]";
    } else {
      text += run.line_break ? std::string(" ") : run.text;
    }
  }
  return plain(text);
}

class Teller {
 public:
  void tell(const Blocks& blocks, const std::string& indent) {
    for (const Block& block : blocks) {
      std::visit([&](const auto& content) { add(content, indent); }, block.content);
    }
  }
  void line(const std::string& indent, const std::string& text) {
    if (!trim(text).empty()) text_ += indent + text + "\n";
  }
  std::string take() { return std::move(text_); }

 private:
  void add(const Paragraph& paragraph, const std::string& indent) { line(indent, words(paragraph.runs)); }
  void add(const Heading& heading, const std::string& indent) {
    line(indent, heading.number.empty() ? words(heading.runs) : heading.number + " " + words(heading.runs));
  }
  void add(const List& list, const std::string& indent) {
    for (const Item& item : list.items) {
      const auto* first = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().content);
      line(indent, item.label + (first == nullptr ? "" : " " + words(first->runs)));
      tell(Blocks(item.blocks.begin() + (first == nullptr ? 0 : 1), item.blocks.end()), indent + "  ");
    }
  }
  void add(const Table& table, const std::string& indent) {
    if (!table.caption.empty()) line(indent, "Таблица " + plain(table.number + " " + table.caption));
    for (const std::vector<Row>* rows : {&table.head, &table.rows}) {
      for (const Row& row : *rows) {
        std::vector<std::string> cells;
        for (const Cell& cell : row.cells) cells.push_back(words(cell.runs));
        line(indent, join(cells, " | "));
      }
    }
    for (const std::string& note : table.legend) line(indent, plain(note));
  }
  void add(const Chart& chart, const std::string& indent) {
    line(indent, "Рисунок " + plain(chart.number + " " + chart.caption));
    for (const Panel& panel : chart.panels) {
      if (!panel.title.empty()) line(indent, plain(panel.title));
      for (const Series& series : panel.series) {
        std::string values = series.name + ":";
        for (std::size_t i = 0; i < series.values.size() && i < panel.categories.size(); ++i) {
          values += " " + panel.categories[i] + " " + series.values[i].label + ";";
        }
        line(indent, plain(values));
      }
    }
    for (const std::string& note : chart.legend) line(indent, plain(note));
  }
  void add(const Signature& signature, const std::string& indent) {
    line(indent, plain(signature.post + "    " + signature.name));
  }
  void add(const AppendixMark& mark, const std::string& indent) {
    for (const std::string& one : mark.lines) line(indent, plain(one));
  }
  void add(const PageBreak&, const std::string&) {}
  void add(const Contents& contents, const std::string& indent) { line(indent, plain(contents.title)); }
  void add(const DateAndNumber& date, const std::string& indent) {
    line(indent, plain(date.date + " " + date.number));
    line(indent, plain(date.place));
  }

  std::string text_;
};

}  // namespace

std::string plain_text(const Document& document) {
  Teller teller;
  teller.tell(document.blocks, {});
  for (std::size_t i = 0; i < document.notes.size(); ++i) {
    teller.line({}, "[" + std::to_string(i + 1) + "] " + words(document.notes[i]));
  }
  return teller.take();
}

}  // namespace svod::document
