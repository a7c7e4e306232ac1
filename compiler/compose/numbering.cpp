#include "compose/numbering.h"

#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/settings.h"

namespace svod::compose {
namespace {

using document::Block;
using document::Blocks;

class Numbering {
 public:
  Numbering(const Page& page, const Press& press) : page_(page), press_(press) {}

  void give(Blocks& blocks) {
    for (Block& block : blocks) {
      if (auto* heading = std::get_if<document::Heading>(&block.content)) {
        give_heading(*heading, block.origin);
      } else if (auto* table = std::get_if<document::Table>(&block.content)) {
        give_table(*table, block.origin);
      } else if (auto* list = std::get_if<document::List>(&block.content)) {
        for (document::Item& item : list->items) give(item.blocks);
      }
    }
  }

  void link(Blocks& blocks) const {
    for (Block& block : blocks) {
      if (auto* heading = std::get_if<document::Heading>(&block.content)) link_runs(heading->runs, block.origin);
      if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) link_runs(paragraph->runs, block.origin);
      if (auto* list = std::get_if<document::List>(&block.content)) {
        for (document::Item& item : list->items) link(item.blocks);
      }
    }
  }

 private:
  void give_heading(document::Heading& heading, const Location& at) {
    if (heading.number == kPendingNumber) {
      const auto level = static_cast<std::size_t>(heading.level - 1);
      ++counts_[level];
      for (std::size_t i = level + 1; i < counts_.size(); ++i) counts_[i] = 0;
      heading.number.clear();
      for (std::size_t i = 0; i <= level; ++i) heading.number += (i == 0 ? "" : ".") + std::to_string(counts_[i]);
    }
    if (heading.anchor.empty()) heading.anchor = "section-" + std::to_string(++headings_);
    remember(heading.anchor, heading.number, at);
  }

  void give_table(document::Table& table, const Location& at) {
    ++tables_;
    if (page_.number_tables && !table.caption.empty()) table.number = std::to_string(++numbers_);
    if (table.anchor.empty()) table.anchor = "table-" + std::to_string(tables_);
    remember(table.anchor, table.number, at);
    std::string wanted = table.sheet.empty() ? table.caption : table.sheet;
    if (wanted.empty()) wanted = "Таблица " + std::to_string(tables_);
    std::string name = sheet_name(wanted);
    for (int n = 2; !sheets_.insert(lower(name)).second; ++n) {
      const std::string tail = " " + std::to_string(n);
      name = sheet_name(wanted, 31 - tail.size()) + tail;
    }
    table.sheet = name;
  }

  void remember(const std::string& anchor, const std::string& number, const Location& at) {
    if (anchors_.emplace(anchor, number).second) return;
    press_.error(codes::duplicate_anchor, at, "имя «" + anchor + "» для ссылок в документе уже занято",
                 "дайте месту другое имя; в цикле – с подстановкой, например ege-{{ subject }}");
  }

  void link_runs(document::Runs& runs, const Location& at) const {
    for (document::Run& run : runs) {
      if (run.link.empty()) continue;
      const auto found = anchors_.find(run.link);
      if (found == anchors_.end()) {
        std::vector<std::string> known;
        for (const auto& [anchor, number] : anchors_) known.push_back(anchor);
        press_.error(codes::link_to_nowhere, at, "ссылка ведёт к «" + run.link + "», а такого места в документе нет",
                     suggestion(run.link, known));
        run.link.clear();
        if (run.text == kPendingNumber) run.text.clear();
      } else if (run.text == kPendingNumber) {
        run.text = found->second;
      }
    }
  }

  const Page& page_;
  const Press& press_;
  std::array<int, 4> counts_{};
  int headings_ = 0, tables_ = 0, numbers_ = 0;
  std::map<std::string, std::string> anchors_;
  std::set<std::string> sheets_;
};

}  // namespace

std::string sheet_name(std::string_view wanted, std::size_t most) {
  std::u32string name;
  for (const char32_t c : to_code_points(squeeze(wanted))) {
    const bool forbidden = c == '[' || c == ']' || c == ':' || c == '*' || c == '?' || c == '/' || c == '\\' || c < ' ';
    name += forbidden ? U' ' : c;
  }
  std::string text = squeeze(to_utf8(name));
  while (text.starts_with('\'')) text.erase(0, 1);
  std::u32string letters = to_code_points(text);
  if (letters.size() > most) {
    // Cut at a word.
    std::size_t end = letters.rfind(U' ', most);
    letters.resize(end == std::u32string::npos || end < most / 2 ? most : end);
  }
  while (!letters.empty() && (letters.back() == U' ' || letters.back() == U'\'' || letters.back() == U',')) letters.pop_back();
  return letters.empty() ? "Таблица" : to_utf8(letters);
}

void number_document(const Page& page, const Press& press, Blocks& blocks) {
  Numbering numbering(page, press);
  numbering.give(blocks);
  numbering.link(blocks);
}

}  // namespace svod::compose
