#include <algorithm>
#include <map>
#include <set>

#include "language/letters.h"
#include "review/codes.h"
#include "review/figures.h"
#include "review/rules.h"
#include "review/signs.h"

// V14: a figure in a text is the figure of the table that it speaks of. V31: a table is of the period that its heading
// names.

namespace svod::review {
namespace {

/// A figure that a table or an indicator binds to words: who and what.
struct Bound {
  std::vector<std::u32string> words;   // all of them stand in a sentence that speaks of the figure
  std::vector<std::u32string> years;   // of the column, where it is a year
  std::vector<Figure> right;           // planned, achieved
  const Location* at = nullptr;
  std::string where;
  bool ambiguous = false;              // other tables say another figure in these words
};

constexpr std::size_t kFewestWordsOfDocuments = 4;

bool is_year(std::u32string_view digits) {
  return digits.size() == 4 && (digits.starts_with(U"19") || digits.starts_with(U"20"));
}

std::set<std::u32string> years_in(std::u32string_view text) {
  std::set<std::u32string> years;
  for (const Token& token : tokens_of(text)) {
    const std::u32string_view part = text.substr(token.begin, token.end - token.begin);
    if (token.digits && is_year(part)) years.emplace(part);
  }
  return years;
}

class Figures {
 public:
  Figures(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    for (std::size_t h = 0; h < subject_.hosts.size(); ++h) {
      if (subject_.hosts[h].plan != nullptr) indicators(h, subject_.hosts[h].plan->written->indicators);
    }
    // A composed document has its own tables and the words that a template or a person put beside them.
    for (const Grid& grid : subject_.grids) table(grid);
    if (bound_.empty()) return;
    for (const Passage& passage : subject_.passages) {
      if (passage.what == What::indicator || passage.what == What::cell) continue;
      read(passage);
    }
  }

 private:
  void bind(std::size_t host, Bound bound) {
    if (bound.words.size() < 2 || bound.right.empty()) return;
    std::sort(bound.words.begin(), bound.words.end());
    bound.words.erase(std::unique(bound.words.begin(), bound.words.end()), bound.words.end());
    // Known by its longest word: the others are compared where that one is met.
    const auto rarest = std::max_element(bound.words.begin(), bound.words.end(),
                                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const std::u32string key = *rarest;
    std::vector<Bound>& known = bound_[{host, key}];
    if (subject_.hosts[host].document == nullptr) {
      known.push_back(std::move(bound));
      return;
    }
    // Tables of a report say the same words of many things: only many words with one figure are told apart.
    if (bound.words.size() < kFewestWordsOfDocuments) return;
    for (Bound& one : known) {
      if (one.words != bound.words || one.years != bound.years) continue;
      one.ambiguous = one.ambiguous || one.right.front().value != bound.right.front().value;
      return;
    }
    known.push_back(std::move(bound));
  }

  static std::vector<std::u32string> letters_only(std::vector<std::u32string> words) {
    std::erase_if(words, [](const std::u32string& word) { return language::is_digit(word.front()); });
    return words;
  }

  void indicators(std::size_t host, const std::vector<definitions::PlanIndicator>& all) {
    for (const definitions::PlanIndicator& one : all) {
      for (const auto& [year, target] : one.targets) {
        Bound bound;
        bound.words = letters_only(stems_of(wide(one.name.text)));
        if (bound.words.size() < 4) break;
        bound.years = {wide(std::to_string(year))};
        if (const auto figure = read_figure(wide(target.text.text))) bound.right.push_back(*figure);
        if (const auto fact = one.facts.find(year); fact != one.facts.end()) {
          if (const auto figure = read_figure(wide(fact->second.text.text))) bound.right.push_back(*figure);
        }
        bound.at = &target.text.at;
        bound.where = "значение показателя за " + std::to_string(year) + " год – " + target.text.text;
        bind(host, std::move(bound));
      }
      indicators(host, one.parts);
    }
  }

  void table(const Grid& grid) {
    for (const Grid::Row& row : grid.rows) {
      std::vector<std::u32string> label;
      for (const Grid::Cell& cell : row.cells) {
        label = letters_only(stems_of(cell.text));
        if (!label.empty()) break;
      }
      if (label.empty()) continue;
      for (std::size_t column = 1; column < row.cells.size() && column < grid.head.size(); ++column) {
        const auto figure = read_figure(row.cells[column].text);
        if (!figure) continue;
        Bound bound;
        const std::vector<std::u32string> head = letters_only(stems_of(grid.head[column]));
        if (head.empty()) continue;
        bound.words = label;
        bound.words.insert(bound.words.end(), head.begin(), head.end());
        for (const std::u32string& year : years_in(grid.head[column])) bound.years.push_back(year);
        bound.right = {*figure};
        bound.at = row.cells[column].at;
        bound.where = "в таблице " + utf8(row.cells[column].text);
        bind(grid.host, std::move(bound));
      }
    }
  }

  void read(const Passage& passage) {
    const std::u32string_view text = passage.text;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = begin;
      while (end < text.size() && !(text[end] == ';' || ((text[end] == '.' || text[end] == '!') &&
                                                         (end + 1 == text.size() || is_blank(text[end + 1])))))
        ++end;
      sentence(passage, text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void sentence(const Passage& passage, std::u32string_view text) {
    std::vector<std::u32string> words = letters_only(stems_of(text));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    if (words.size() < 2) return;
    for (const std::u32string& word : words) {
      const auto found = bound_.find({passage.host, word});
      if (found == bound_.end()) continue;
      for (const Bound& bound : found->second) {
        // A sentence of a document that says much more than the table is about something else.
        const bool document = subject_.hosts[passage.host].document != nullptr;
        if (bound.ambiguous || (document && bound.words.size() * 2 < words.size())) continue;
        if (!std::includes(words.begin(), words.end(), bound.words.begin(), bound.words.end())) continue;
        compare(passage, text, bound);
      }
    }
  }

  void compare(const Passage& passage, std::u32string_view text, const Bound& bound) {
    const std::set<std::u32string> years = years_in(text);
    if (bound.years.empty() ? !years.empty() : years.size() != 1 || *years.begin() != bound.years.front()) return;
    // One figure alone beside the year: with several it is not known which is meant.
    std::optional<Figure> stated;
    std::string shown;
    for (std::size_t i = 0; i < text.size();) {
      if (!language::is_digit(text[i])) {
        ++i;
        continue;
      }
      const std::size_t begin = i;
      while (i < text.size() &&
             (language::is_digit(text[i]) ||
              ((text[i] == ',' || text[i] == '.') && i + 1 < text.size() && language::is_digit(text[i + 1]))))
        ++i;
      const std::u32string_view part = text.substr(begin, i - begin);
      if (is_year(part)) continue;
      const bool named =
          begin > 0 && (text[begin - 1] == U'№' || is_dash(text[begin - 1]) || language::is_letter(text[begin - 1]));
      const bool ordinal = i < text.size() && (is_dash(text[i]) || language::is_letter(text[i]));
      if (named || ordinal || stated) return;
      stated = read_figure(part);
      shown = utf8(part);
      if (!stated) return;
    }
    if (!stated) return;
    for (const Figure& right : bound.right) {
      if (right.value == stated->value || prints_as(right.value, *stated)) return;
    }
    if (Diagnostic* told = findings_.tell(
            Severity::warning, codes::bound_figure, passage, shown + bound.where,
            "в тексте " + shown + ", а " + bound.where + ": «" + beginning(text, 80) + "»", "исправьте одно из двух")) {
      told->related.push_back({*bound.at, bound.where});
    }
  }

  const Subject& subject_;
  Findings& findings_;
  std::map<std::pair<std::size_t, std::u32string>, std::vector<Bound>> bound_;
};

std::string listed(const std::set<std::u32string>& years) {
  std::string text;
  for (const std::u32string& year : years) text += (text.empty() ? "" : ", ") + utf8(year);
  return text;
}

bool apart(const std::set<std::u32string>& a, const std::set<std::u32string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const std::u32string& year) { return b.contains(year); });
}

void tables_under(std::size_t host, const definitions::Clause& clause, std::set<std::u32string> years,
                  const definitions::Written* heading, Findings& findings) {
  if (const auto own = years_in(wide(clause.title.text)); !own.empty()) years = own, heading = &clause.title;
  for (const definitions::WrittenTable& table : clause.tables) {
    std::set<std::u32string> held = years_in(wide(table.caption.text));
    const Location* at = table.caption.empty() ? nullptr : &table.caption.at;
    for (const definitions::Written& head : table.head) {
      for (const std::u32string& year : years_in(wide(head.text))) held.insert(year);
      if (at == nullptr) at = &head.at;
    }
    if (heading == nullptr || at == nullptr || !apart(years, held)) continue;
    if (Diagnostic* told = findings.tell(Severity::warning, codes::period, host, *at,
                                         "раздел о " + listed(years) + ", а таблица о " + listed(held),
                                         "проверьте год в заголовке или замените таблицу")) {
      told->related.push_back({heading->at, "заголовок раздела"});
    }
  }
  for (const definitions::Clause& one : clause.clauses) tables_under(host, one, years, heading, findings);
}

}  // namespace

namespace {

std::string plain(const document::Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) text += run.line_break ? " " : run.text;
  return text;
}

/// Headings of a document and the tables under them. Tables of definitions were looked at where they are written.
class Sections {
 public:
  Sections(std::size_t host, Findings& findings) : host_(host), findings_(findings) {}

  void read(const document::Blocks& blocks) {
    for (const document::Block& block : blocks) {
      if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
        while (!open_.empty() && open_.back().level >= heading->level) open_.pop_back();
        open_.push_back({heading->level, years_in(wide(plain(heading->runs))), &block.origin});
      } else if (std::holds_alternative<document::AppendixMark>(block.content)) {
        open_.clear();
      } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
        if (block.origin.file.ends_with(".md")) judge(*table, block.origin);
      }
    }
  }

 private:
  struct Open {
    int level;
    std::set<std::u32string> years;
    const Location* at;
  };

  void judge(const document::Table& table, const Location& at) {
    const auto named = std::find_if(open_.rbegin(), open_.rend(), [](const Open& one) { return !one.years.empty(); });
    if (named == open_.rend()) return;
    std::set<std::u32string> held = years_in(wide(table.caption));
    for (const document::Row& row : table.head) {
      for (const document::Cell& cell : row.cells) held.merge(years_in(wide(plain(cell.runs))));
    }
    if (!apart(named->years, held)) return;
    if (Diagnostic* told = findings_.tell(Severity::warning, codes::period, host_, at,
                                          "раздел о " + listed(named->years) + ", а таблица о " + listed(held),
                                          "проверьте год в заголовке или замените таблицу")) {
      told->related.push_back({*named->at, "заголовок раздела"});
    }
  }

  std::size_t host_;
  Findings& findings_;
  std::vector<Open> open_;
};

}  // namespace

void check_bound_figures(const Subject& subject, Findings& findings) { Figures(subject, findings).run(); }

void check_periods(const Subject& subject, Findings& findings) {
  const auto all = [&](std::size_t host, const std::vector<definitions::Clause>& clauses) {
    for (const definitions::Clause& one : clauses) tables_under(host, one, {}, nullptr, findings);
  };
  for (std::size_t h = 0; h < subject.hosts.size(); ++h) {
    const Host& host = subject.hosts[h];
    if (host.paper != nullptr) all(h, host.paper->body);
    if (host.document != nullptr) Sections(h, findings).read(host.document->blocks);
    if (host.regulation != nullptr) all(h, host.regulation->clauses);
    if (host.plan == nullptr) continue;
    all(h, host.plan->written->before), all(h, host.plan->written->after),
        all(h, host.plan->written->programme.passport);
    for (const plan::Section& section : host.plan->sections)
      all(h, section.written->before), all(h, section.written->after);
  }
}

}  // namespace svod::review
