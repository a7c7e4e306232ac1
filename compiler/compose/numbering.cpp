#include "compose/numbering.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/settings.h"

namespace svod::compose {
namespace {

using document::Block;
using document::Blocks;

constexpr std::string_view kInclude = "\uE003";

struct Name {
  int include = 0;
  std::string name;
  friend auto operator<=>(const Name&, const Name&) = default;
};

Name name_of(const std::string& anchor) {
  if (!anchor.starts_with(kInclude)) return {0, anchor};
  const std::size_t end = anchor.find(kInclude, kInclude.size());
  return {std::stoi(anchor.substr(kInclude.size(), end - kInclude.size())), anchor.substr(end + kInclude.size())};
}

/// «1.1» of «1.1.»; nothing of a dash.
std::string number_in(std::string_view label) {
  if (label == "–") return {};
  if (label.ends_with('.') || label.ends_with(')')) label.remove_suffix(1);
  return std::string(label);
}

class Numbering {
 public:
  Numbering(const Page& page, const Press& press, const std::vector<std::string>& includes)
      : press_(press),
        includes_(includes),
        number_tables_(page.number_tables),
        number_figures_(page.number_figures) {}

  /// Where a text names a table or a figure by its number, all of the document's have numbers.
  void see_links(const Blocks& blocks) {
    std::set<std::string> wanted;
    names_wanted(blocks, wanted);
    see_targets(blocks, wanted);
  }

  void give(Blocks& blocks) {
    for (Block& block : blocks) {
      if (auto* heading = std::get_if<document::Heading>(&block.content)) {
        give_heading(*heading, block.origin);
      } else if (auto* table = std::get_if<document::Table>(&block.content)) {
        give_table(*table, block.origin);
      } else if (auto* chart = std::get_if<document::Chart>(&block.content)) {
        give_chart(*chart, block.origin);
      } else if (auto* mark = std::get_if<document::AppendixMark>(&block.content)) {
        if (mark->anchor.empty()) continue;
        const std::size_t end = mark->anchor.find(kPendingNumber);
        const std::string number = mark->anchor.substr(end + kPendingNumber.size());
        mark->anchor.resize(end);
        remember(mark->anchor, number, block.origin);
      } else if (auto* list = std::get_if<document::List>(&block.content)) {
        for (document::Item& item : list->items) {
          if (!item.anchor.empty()) remember(item.anchor, number_in(item.label), block.origin);
          give(item.blocks);
        }
      }
    }
  }

  /// The names that the document has: those of its own template stay, an included one's take its template's
  /// name before them where they are taken.
  void settle() {
    for (const bool own : {true, false}) {
      for (Given& given : given_) {
        if ((given.name.include == 0) != own) continue;
        std::string anchor = given.name.name;
        if (taken_.contains(anchor)) anchor = includes_[static_cast<std::size_t>(given.name.include)] + "-" + anchor;
        const std::string wanted = anchor;
        for (int n = 2; !taken_.insert(anchor).second; ++n) anchor = wanted + "-" + std::to_string(n);
        *given.anchor = anchor;
        targets_[given.name] = {anchor, given.number};
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
      if (auto* table = std::get_if<document::Table>(&block.content)) {
        for (document::Row& row : table->rows) {
          for (document::Cell& cell : row.cells) {
            link_runs(cell.runs, block.origin);
            if (!cell.formula.table.empty()) link_formula(cell.formula.table, block.origin);
          }
        }
      }
    }
  }

  /// The table that a formula counts the rows of, under the name that it has now.
  void link_formula(std::string& table, const Location& at) const {
    const Name name = name_of(table);
    if (missing_table_ == table) return table.clear();   // told of the first cell
    if (const Target* target = target_of(name)) {
      table = target->anchor;
      return;
    }
    press_.error(codes::counts_nothing, at,
                 "выполнение считается по таблице «" + name.name + "», а такой таблицы в документе нет",
                 "дайте таблице мероприятий id: " + name.name);
    missing_table_ = std::exchange(table, {});
  }

  void link_runs(document::Runs& runs, const Location& at) const {
    bool empty = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      document::Run& run = runs[i];
      if (run.link.empty()) continue;
      const Target* target = target_of(name_of(run.link));
      if (target == nullptr) {
        const std::string name = name_of(run.link).name;
        std::vector<std::string> known;
        for (const auto& [one, place] : targets_) known.push_back(one.name);
        press_.error(codes::link_to_nowhere, at, "ссылка ведёт к «" + name + "», а такого места в документе нет",
                     suggestion(name, known));
        run.link.clear();
        if (run.text == kPendingNumber) run.text.clear();
        continue;
      }
      run.link = target->anchor;
      if (run.text != kPendingNumber) continue;
      run.text = target->number;
      if (!run.text.empty()) {
        // «таблица 2» stays on one line.
        if (i > 0 && runs[i - 1].text.ends_with(' '))
          runs[i - 1].text.replace(runs[i - 1].text.size() - 1, 1, "\u00A0");
        continue;
      }
      // «(приложение )»: a number that is not there leaves no blank behind.
      empty = true;
      if (i > 0 && !runs[i - 1].line_break) drop_last_blank(runs[i - 1].text);
    }
    if (empty) std::erase_if(runs, [](const document::Run& run) { return run.text.empty() && !run.line_break; });
  }

 private:
  struct Given {
    Name name;
    std::string* anchor = nullptr;
    std::string number;
  };
  struct Target {
    std::string anchor, number;
  };

  static void drop_last_blank(std::string& text) {
    if (text.ends_with(' ')) text.pop_back();
    if (text.ends_with("\u00A0")) text.resize(text.size() - 2);
  }

  /// Its own name first; the document's template may also name what is unique in the templates it includes.
  const Target* target_of(const Name& name) const {
    if (const auto own = targets_.find(name); own != targets_.end()) return &own->second;
    const Target* only = nullptr;
    for (const auto& [one, target] : targets_) {
      if (name.include != 0 || one.name != name.name) continue;
      if (only != nullptr) return nullptr;
      only = &target;
    }
    return only;
  }

  static void names_wanted(const document::Runs& runs, std::set<std::string>& wanted) {
    for (const document::Run& run : runs) {
      if (!run.link.empty() && run.text == kPendingNumber) wanted.insert(name_of(run.link).name);
    }
  }

  static void names_wanted(const Blocks& blocks, std::set<std::string>& wanted) {
    for (const Block& block : blocks) {
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) names_wanted(paragraph->runs, wanted);
      if (const auto* list = std::get_if<document::List>(&block.content)) {
        for (const document::Item& item : list->items) names_wanted(item.blocks, wanted);
      }
      if (const auto* table = std::get_if<document::Table>(&block.content)) {
        for (const document::Row& row : table->rows) {
          for (const document::Cell& cell : row.cells) names_wanted(cell.runs, wanted);
        }
      }
    }
  }

  void see_targets(const Blocks& blocks, const std::set<std::string>& wanted) {
    for (const Block& block : blocks) {
      if (const auto* table = std::get_if<document::Table>(&block.content)) {
        number_tables_ = number_tables_ || wanted.contains(name_of(table->anchor).name);
      }
      if (const auto* chart = std::get_if<document::Chart>(&block.content)) {
        number_figures_ = number_figures_ || wanted.contains(name_of(chart->anchor).name);
      }
      if (const auto* list = std::get_if<document::List>(&block.content)) {
        for (const document::Item& item : list->items) see_targets(item.blocks, wanted);
      }
    }
  }

  void give_heading(document::Heading& heading, const Location& at) {
    if (heading.number == kPendingNumber) {
      const auto level = static_cast<std::size_t>(heading.level - 1);
      ++counts_[level];
      for (std::size_t i = level + 1; i < counts_.size(); ++i) counts_[i] = 0;
      heading.number.clear();
      for (std::size_t i = 0; i < level; ++i) counts_[i] = std::max(counts_[i], 1);  // a level that was passed over
      for (std::size_t i = 0; i <= level; ++i) heading.number += (i == 0 ? "" : ".") + std::to_string(counts_[i]);
    }
    ++headings_;
    if (heading.anchor.empty()) heading.anchor = "section-" + std::to_string(headings_);
    remember(heading.anchor, number_in(heading.number), at);
  }

  void give_table(document::Table& table, const Location& at) {
    ++tables_;
    if (number_tables_ && !table.caption.empty()) table.number = std::to_string(++numbered_tables_);
    if (table.anchor.empty()) table.anchor = "table-" + std::to_string(tables_);
    remember(table.anchor, table.number, at);
    table.sheet = free_sheet(table.sheet, table.caption, "Таблица " + std::to_string(tables_));
  }

  void give_chart(document::Chart& chart, const Location& at) {
    ++figures_;
    if (number_figures_ && !chart.caption.empty()) chart.number = std::to_string(++numbered_figures_);
    if (chart.anchor.empty()) chart.anchor = "figure-" + std::to_string(figures_);
    remember(chart.anchor, chart.number, at);
    chart.sheet = free_sheet(chart.sheet, chart.caption, "Рисунок " + std::to_string(figures_));
  }

  std::string free_sheet(const std::string& sheet, const std::string& caption, const std::string& otherwise) {
    const std::string& wanted = !sheet.empty() ? sheet : !caption.empty() ? caption : otherwise;
    std::string name = sheet_name(wanted);
    for (int& n = last_sheet_.try_emplace(wanted, 1).first->second; !sheets_.insert(lower(name)).second;) {
      ++n;
      const std::string tail = " " + std::to_string(n);
      name = sheet_name(wanted, 31 - tail.size()) + tail;
    }
    return name;
  }

  void remember(std::string& anchor, const std::string& number, const Location& at) {
    Name name = name_of(anchor);
    if (!seen_.insert(name).second) {
      press_.error(codes::duplicate_anchor, at, "имя «" + name.name + "» для ссылок в документе уже занято",
                   "дайте месту другое имя; в цикле – с подстановкой, например ege-{{ subject }}");
      anchor = name.name;
      return;
    }
    given_.push_back({std::move(name), &anchor, number});
  }

  const Press& press_;
  const std::vector<std::string>& includes_;
  bool number_tables_, number_figures_;
  std::array<int, 4> counts_{};
  int headings_ = 0, tables_ = 0, numbered_tables_ = 0, figures_ = 0, numbered_figures_ = 0;
  std::vector<Given> given_;
  std::set<Name> seen_;
  std::set<std::string> taken_;
  std::map<Name, Target> targets_;
  std::set<std::string> sheets_;
  std::map<std::string, int> last_sheet_;  // numbers given so far, by the name wanted
  mutable std::string missing_table_;             // a table that is not there and was reported
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
  while (!letters.empty() && (letters.back() == U' ' || letters.back() == U'\'' || letters.back() == U','))
    letters.pop_back();
  return letters.empty() ? "Таблица" : to_utf8(letters);
}

std::string anchor_in(int include, const std::string& name) {
  if (include == 0) return name;
  return std::string(kInclude) + std::to_string(include) + std::string(kInclude) + name;
}

std::string item_letter(int number) {
  static const std::u32string letters = U"абвгдежиклмнпрстуфхцшщэюя";
  const int count = static_cast<int>(letters.size());
  std::u32string text;
  for (; number > 0; number = (number - 1) / count) {
    text.insert(text.begin(), letters[static_cast<std::size_t>((number - 1) % count)]);
  }
  return to_utf8(text);
}

void number_document(const Page& page, const Press& press, const std::vector<std::string>& includes, Blocks& blocks,
                     std::vector<document::Runs>& notes) {
  Numbering numbering(page, press, includes);
  numbering.see_links(blocks);
  numbering.give(blocks);
  numbering.settle();
  numbering.link(blocks);
  for (document::Runs& note : notes) numbering.link_runs(note, Location::in_text(page.file, 0, 0));
}

}  // namespace svod::compose
