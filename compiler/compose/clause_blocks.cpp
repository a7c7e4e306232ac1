#include "compose/clause_blocks.h"

#include <algorithm>

#include "base/text.h"
#include "compose/numbering.h"
#include "compose/written_figures.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "language/letters.h"

namespace svod::compose {
namespace {

using definitions::Clause;
using definitions::Written;
using document::Block;
using document::Blocks;
using Numbers = ClauseStyle::Numbers;
using Titles = ClauseStyle::Titles;

// Below, clauses stand side by side: nobody would see so many levels on paper.
constexpr std::size_t kDeepest = 8;
constexpr std::size_t kDottedLevels = 4;
// A block whose text is longer has a heading of its own.
constexpr std::size_t kLongBlock = 600;

bool begins_great(std::string_view text) {
  const std::u32string letters = to_code_points(trim(text).substr(0, 4));
  return !letters.empty() && language::is_cyrillic(letters[0]) && language::is_upper(letters[0]);
}

bool begins_small(std::string_view text) {
  const std::u32string letters = to_code_points(trim(text).substr(0, 4));
  return !letters.empty() && language::is_lower(letters[0]);
}

/// Clauses that go on the sentence above them: «рассмотрение заявок; оценку работ.»
bool is_enumeration(const std::vector<const Clause*>& clauses) {
  return std::all_of(clauses.begin(), clauses.end(), [](const Clause* one) {
    return one->title.empty() && !one->text.empty() && begins_small(one->text.front().text);
  });
}

Block block(document::Paragraph paragraph, const Location& at) {
  Block made;
  made.content = std::move(paragraph);
  made.origin = at;
  return made;
}

const definitions::PlanIndicator* indicator_of(const std::vector<definitions::PlanIndicator>& indicators,
                                               const std::string& id) {
  for (const definitions::PlanIndicator& one : indicators) {
    if (one.id == id) return &one;
    if (const auto* inner = indicator_of(one.parts, id)) return inner;
  }
  return nullptr;
}

/// What a clause lists: its items, then its indicators by name.
std::vector<Written> listed(const Clause& clause, const definitions::Plan* plan) {
  std::vector<Written> items = clause.items;
  for (const std::string& id : clause.indicators) {
    const auto* indicator = plan == nullptr ? nullptr : indicator_of(plan->indicators, id);
    if (indicator == nullptr) continue;
    items.push_back(indicator->name);
    // «Доля …» stands after a colon.
    const std::u32string letters = to_code_points(items.back().text);
    const bool sentence = letters.size() > 1 && lower(to_utf8(letters.substr(1, 1))) == to_utf8(letters.substr(1, 1));
    if (sentence) items.back().text = lower(to_utf8(letters.substr(0, 1))) + to_utf8(letters.substr(1));
    const bool go_on = std::all_of(indicator->parts.begin(), indicator->parts.end(), [](const auto& part) {
      const std::u32string name = to_code_points(part.name.text);
      return !name.empty() && lower(to_utf8(name.substr(0, 1))) == to_utf8(name.substr(0, 1));
    });
    if (!go_on) {
      for (const auto& part : indicator->parts) items.push_back(part.name);
    } else if (!indicator->parts.empty()) {
      // «предметных», «методических» only say which of it.
      std::vector<std::string> names;
      for (const auto& part : indicator->parts) names.push_back(part.name.text);
      items.back().text += " (" + join(names, ", ") + ")";
    }
  }
  return items;
}

std::string title_text(const Clause& clause) {
  std::string_view title = trim(clause.title.text);
  while (title.ends_with(':') || title.ends_with('.')) title.remove_suffix(1);
  return std::string(title);
}

class ClauseSetter {
 public:
  explicit ClauseSetter(const ClauseStyle& style) : style_(style) {}

  /// `end` is the sign after the last of them, where they go on a sentence; sentences end with full stops.
  void set(const Clauses& clauses, const std::vector<int>& path, int level, Blocks& out, std::string_view end = ".") {
    int number = 0;
    const bool enumeration = is_enumeration(clauses);
    for (const Clause* clause : clauses) {
      std::vector<int> own = path;
      own.push_back(++number);
      const bool last = static_cast<std::size_t>(number) == clauses.size();
      const std::string_view own_end = !enumeration ? "." : last ? end : ";";
      if (style_.numbers == Numbers::none) {
        headed(*clause, own, level, out, own_end);
      } else {
        numbered(*clause, own, level, out, own_end);
      }
    }
  }

 private:
  /// What stands after the last paragraph of a clause: a colon before what it lists.
  std::string_view end_of_text(const Clause& clause, std::string_view end) const {
    if (!listed(clause, style_.plan).empty()) return ":";
    if (!clause.tables.empty()) return clause.tables.front().caption.empty() ? ":" : ".";
    if (clause.clauses.empty()) return end;
    return is_enumeration(inside(clause)) ? ":" : ".";
  }
  /// After the last of its items.
  static std::string_view end_of_items(const Clause& clause, std::string_view end) {
    return clause.clauses.empty() && clause.tables.empty() ? end : ".";
  }

  static Clauses inside(const Clause& clause) {
    Clauses inner;
    for (const Clause& one : clause.clauses) inner.push_back(&one);
    return inner;
  }

  void heading(const Clause& clause, const std::string& number, int level, Blocks& out) const {
    document::Heading made;
    made.level = std::clamp(level, 1, 4);
    made.number = number;
    made.anchor = clause.id;
    made.runs = written_runs(title_text(clause), true);
    Block placed;
    placed.content = std::move(made);
    placed.origin = clause.at;
    out.push_back(std::move(placed));
  }

  /// A block of a plan: «Цель: …».
  void headed(const Clause& clause, const std::vector<int>& path, int level, Blocks& out, std::string_view end) {
    std::size_t size = 0;
    for (const Written& text : clause.text) size += length(text.text);
    const bool big = clause.text.size() > 1 || !clause.tables.empty() || !clause.clauses.empty() || size > kLongBlock;
    const bool heads =
        clause.role == "grounds" || style_.titles == Titles::headings || (style_.titles == Titles::automatic && big);
    if (clause.title.empty()) {
      if (!clause.number.empty()) return item(clause, said(clause.number), path, level, out, end);
      body(clause, out, end);
    } else if (heads) {
      heading(clause, said(clause.number), level, out);
      body(clause, out, end);
    } else {
      run_in(clause, out, end);
    }
    if (path.size() >= kDeepest) return flat(clause, out);
    const Titles outer = style_.titles;
    if (!heads && style_.titles == Titles::automatic) style_.titles = Titles::inline_;
    set(inside(clause), path, level + 1, out, end);
    style_.titles = outer;
  }

  void run_in(const Clause& clause, Blocks& out, std::string_view end) const {
    document::Paragraph first;
    // A sentence after it makes the head one too: «Цель. Повысить …»; words that go on and lists stand after a colon.
    const bool sentence = !clause.text.empty() && begins_great(clause.text.front().text);
    first.runs = written_runs(title_text(clause) + (sentence ? "." : ":"));
    for (document::Run& run : first.runs) run.bold = true;
    if (!clause.text.empty()) {
      first.runs.push_back(plain_runs(" ").front());
      for (document::Run& run : written_runs(ended(clause, 0, end))) first.runs.push_back(std::move(run));
    }
    const bool nothing_after = clause.text.empty() && listed(clause, style_.plan).empty() && clause.clauses.empty();
    if (nothing_after && clause.tables.empty()) return;
    out.push_back(block(std::move(first), clause.at));
    for (std::size_t i = 1; i < clause.text.size(); ++i) paragraph(clause, i, out, end);
    list(clause, out, end);
    tables(clause, out);
  }

  void body(const Clause& clause, Blocks& out, std::string_view end) const {
    for (std::size_t i = 0; i < clause.text.size(); ++i) paragraph(clause, i, out, end);
    list(clause, out, end);
    tables(clause, out);
  }

  /// A paragraph of the clause with the sign that ends it.
  std::string ended(const Clause& clause, std::size_t index, std::string_view end) const {
    const bool last = index + 1 == clause.text.size();
    return with_end(squeeze(clause.text[index].text), last ? end_of_text(clause, end) : ".");
  }

  void paragraph(const Clause& clause, std::size_t index, Blocks& out, std::string_view end) const {
    const Written& text = clause.text[index];
    if (trim(text.text).empty()) return;
    document::Paragraph made;
    made.runs = written_runs(ended(clause, index, end));
    out.push_back(block(std::move(made), text.at));
  }

  void list(const Clause& clause, Blocks& out, std::string_view end) const {
    const std::vector<Written> items = listed(clause, style_.plan);
    if (items.empty()) return;
    const std::vector<std::string> texts = punctuated(items, end_of_items(clause, end));
    document::List made;
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::string_view text = texts[i];
      std::string label = take_label(text);
      made.numbered = made.numbered || label.ends_with(')');
      document::Item one;
      one.label = label.empty() ? "–" : std::move(label);
      document::Paragraph words;
      words.runs = written_runs(text);
      one.blocks.push_back(block(std::move(words), items[i].at));
      made.items.push_back(std::move(one));
    }
    Block placed;
    placed.content = std::move(made);
    placed.origin = items.front().at;
    out.push_back(std::move(placed));
  }

  static void tables(const Clause& clause, Blocks& out) {
    for (const definitions::WrittenTable& table : clause.tables) {
      Block placed;
      placed.content = written_table(table);
      placed.origin = table.caption.empty() ? clause.at : table.caption.at;
      out.push_back(std::move(placed));
    }
  }

  std::string number_of(const Clause& clause, const std::vector<int>& path) const {
    if (style_.numbers == Numbers::given) return said(clause.number);
    if (path.size() > kDottedLevels) {
      const bool letter = path.size() == kDottedLevels + 2;
      return path.size() > kDottedLevels + 2 ? "–"
                                             : (letter ? item_letter(path.back()) : std::to_string(path.back())) + ")";
    }
    std::string number;
    for (const int one : path) number += std::to_string(one) + ".";
    return number;
  }

  /// A clause of a regulation: a section with a heading, or an item.
  void numbered(const Clause& clause, const std::vector<int>& path, int level, Blocks& out, std::string_view end) {
    const std::string number = number_of(clause, path);
    if (!clause.title.empty() && (path.size() == 1 || clause.text.empty())) {
      const bool section = path.size() == 1 || (path.size() == 2 && !clause.clauses.empty());
      if (section) {
        heading(clause, number, level, out);
        body(clause, out, end);
        set(inside(clause), path, level + 1, out);
        return;
      }
    }
    item(clause, number, path, level, out, end);
  }

  void item(const Clause& clause, const std::string& number, const std::vector<int>& path, int level, Blocks& out,
            std::string_view end) {
    document::Item made;
    made.label = number;
    made.anchor = clause.id;
    if (!clause.title.empty()) {
      document::Paragraph title;
      title.runs = written_runs(title_text(clause) + (clause.text.empty() ? "" : "."));
      for (document::Run& run : title.runs) run.bold = true;
      if (!clause.text.empty()) {
        title.runs.push_back(plain_runs(" ").front());
        for (document::Run& run : written_runs(ended(clause, 0, end))) title.runs.push_back(std::move(run));
      }
      made.blocks.push_back(block(std::move(title), clause.at));
    } else if (!clause.text.empty()) {
      paragraph(clause, 0, made.blocks, end);
    }
    for (std::size_t i = 1; i < clause.text.size(); ++i) paragraph(clause, i, made.blocks, end);
    list(clause, made.blocks, end);
    if (path.size() < kDeepest) {
      set(inside(clause), path, level + 1, made.blocks, end);
    } else {
      flat(clause, made.blocks);
    }
    if (made.blocks.empty() && clause.tables.empty()) return;
    const bool labelled = !number.empty();
    if (!labelled) {
      for (Block& one : made.blocks) out.push_back(std::move(one));
    } else if (!made.blocks.empty()) {
      // Items that follow each other are one list.
      auto* before = out.empty() ? nullptr : std::get_if<document::List>(&out.back().content);
      if (before != nullptr && before->numbered && !number.starts_with("–")) {
        before->items.push_back(std::move(made));
      } else {
        document::List fresh;
        fresh.numbered = number != "–";
        fresh.items.push_back(std::move(made));
        Block placed;
        placed.content = std::move(fresh);
        placed.origin = clause.at;
        out.push_back(std::move(placed));
      }
    }
    tables(clause, out);
  }

  /// What lies below the last level that paper shows.
  void flat(const Clause& clause, Blocks& out) const {
    std::vector<const Clause*> rest;
    const auto push = [&](const Clause& of) {
      for (std::size_t i = of.clauses.size(); i-- > 0;) rest.push_back(&of.clauses[i]);
    };
    push(clause);
    while (!rest.empty()) {
      const Clause* one = rest.back();
      rest.pop_back();
      body(*one, out, ".");
      push(*one);
    }
  }

  ClauseStyle style_;
};

}  // namespace

Blocks clause_blocks(const Clauses& clauses, const ClauseStyle& style) {
  Blocks blocks;
  ClauseSetter(style).set(clauses, {}, style.level, blocks);
  return blocks;
}

std::vector<std::string> clause_lines(const Clause& clause, const definitions::Plan* plan) {
  std::vector<std::string> lines;
  std::vector<std::pair<const Clause*, bool>> rest{{&clause, true}};
  while (!rest.empty()) {
    const auto [one, whole] = rest.back();
    rest.pop_back();
    std::string lead = whole ? std::string() : said(one->number);
    if (!whole && !one->title.empty()) lead += (lead.empty() ? "" : "\u00A0") + title_text(*one) + ".";
    for (const Written& text : one->text) {
      for (const std::string& line : lines_of(text)) {
        lines.push_back(lead.empty() ? line : lead + (one->title.empty() ? "\u00A0" : " ") + line);
        lead.clear();
      }
    }
    if (!lead.empty()) lines.push_back(lead);
    for (const std::string& text : punctuated(listed(*one, plan))) {
      std::string_view words = text;
      const std::string label = take_label(words);
      lines.push_back((label.empty() ? "–" : label) + "\u00A0" + std::string(words));
    }
    for (std::size_t i = one->clauses.size(); i-- > 0;) rest.emplace_back(&one->clauses[i], false);
  }
  return lines;
}

document::Table written_table(const definitions::WrittenTable& table) {
  document::Table made;
  made.caption = said(table.caption);
  std::size_t columns = table.head.size();
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  for (std::size_t c = 0; c < columns; ++c) {
    document::Column column;
    column.id = "column" + std::to_string(c + 1);
    made.columns.push_back(std::move(column));
  }
  const auto row_of = [&](const std::vector<Written>& cells, bool head) {
    document::Row row;
    for (std::size_t c = 0; c < columns; ++c) {
      document::Cell cell;
      if (c < cells.size()) cell.runs = head ? written_runs(squeeze(cells[c].text), true) : runs_of(lines_of(cells[c]));
      row.cells.push_back(std::move(cell));
    }
    return row;
  };
  if (!table.head.empty()) made.head.push_back(row_of(table.head, true));
  for (const auto& row : table.rows) made.rows.push_back(row_of(row, false));
  take_figures(table, made);
  return made;
}

}  // namespace svod::compose
