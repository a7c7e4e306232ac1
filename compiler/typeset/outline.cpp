#include "typeset/outline.h"

#include <algorithm>

#include "base/text.h"
#include "typeset/galley.h"

namespace svod::typeset {

using namespace document;

std::string note_mark_anchor(std::int32_t note) { return "\x01note mark " + std::to_string(note); }

std::string plain_text(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) {
    if (run.note < 0) text += run.line_break ? " " : run.text;
  }
  return text;
}

Outline::Outline(const Document& document) : marks_(document.notes.size()) {
  for (std::size_t i = 0; i < document.notes.size(); ++i) {
    const auto note = static_cast<std::int32_t>(i);
    add(note_anchor(note));
    add(note_mark_anchor(note));
    for (const Run& run : document.notes[i]) bytes_ += run.text.size();
  }
  read(document.blocks);
}

std::uint32_t Outline::add(const std::string& anchor) {
  const auto fresh = static_cast<std::uint32_t>(destinations_++);
  if (!anchor.empty()) anchors_.emplace(anchor, fresh);
  return fresh;
}

std::int32_t Outline::destination(const std::string& anchor) const {
  if (anchor.empty()) return -1;
  const auto known = anchors_.find(anchor);
  return known == anchors_.end() ? -1 : static_cast<std::int32_t>(known->second);
}

void Outline::read(const Runs& runs) {
  for (const Run& run : runs) {
    bytes_ += run.text.size();
    if (run.note < 0 || static_cast<std::size_t>(run.note) >= marks_.size()) continue;
    std::string& mark = marks_[static_cast<std::size_t>(run.note)];
    if (mark.empty()) mark = run.text;
  }
}

void Outline::read(const Table& table) {
  if (!table.anchor.empty()) add(table.anchor);
  bytes_ += table.caption.size();
  for (const std::vector<Row>* rows : {&table.head, &table.rows}) {
    for (const Row& row : *rows) {
      for (const Cell& cell : row.cells) read(cell.runs);
    }
  }
}

// The title of an appendix is the heading or the title that follows its mark.
void Outline::read_appendix(const AppendixMark& mark, const Block* next) {
  for (const std::string& line : mark.lines) bytes_ += line.size();
  const std::string name{mark.lines.empty() ? std::string_view() : trim(mark.lines.front())};
  const std::uint32_t destination = add(mark.anchor);
  if (next && std::holds_alternative<Heading>(next->content)) {
    appendix_ = name;
    return;
  }
  HeadingMark made{1, name, destination, false, &mark};
  const auto* title = next ? std::get_if<Paragraph>(&next->content) : nullptr;
  if (title && title->role == Role::title) {
    const std::string text = plain_text(title->runs);
    made.text += (made.text.empty() || text.empty() ? "" : ". ") + text;
    made.listed = !text.empty();
  }
  if (!made.text.empty()) headings_.push_back(std::move(made));
}

void Outline::read(const Blocks& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto& content = blocks[i].content;
    if (const auto* heading = std::get_if<Heading>(&content)) {
      read(heading->runs);
      HeadingMark made{std::clamp(heading->level, 1, 4), plain_text(heading->runs), add(heading->anchor), true,
                       heading};
      if (!heading->number.empty()) made.text = heading->number + " " + made.text;
      if (!appendix_.empty()) {
        made.level = 1;
        made.text = appendix_ + ". " + made.text;
        appendix_.clear();
      }
      headings_.push_back(std::move(made));
    } else if (const auto* paragraph = std::get_if<Paragraph>(&content)) {
      read(paragraph->runs);
    } else if (const auto* table = std::get_if<Table>(&content)) {
      read(*table);
    } else if (const auto* chart = std::get_if<Chart>(&content)) {
      if (!chart->anchor.empty()) add(chart->anchor);
    } else if (const auto* mark = std::get_if<AppendixMark>(&content)) {
      read_appendix(*mark, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
    } else if (const auto* list = std::get_if<List>(&content)) {
      for (const Item& item : list->items) {
        if (!item.anchor.empty()) add(item.anchor);
        bytes_ += item.label.size();
        read(item.blocks);
      }
    }
  }
}

}  // namespace svod::typeset
