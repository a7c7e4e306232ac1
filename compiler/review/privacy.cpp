#include <algorithm>
#include <cstdlib>
#include <set>

#include "language/letters.h"
#include "language/names.h"
#include "review/codes.h"
#include "review/grids.h"
#include "review/rules.h"
#include "review/signs.h"

// V28: what is published names no pupil and shows no group in which one could be recognised.

namespace svod::review {
namespace {

/// Fewer participants than so many are not shown: the table `privacy` says how many.
int smallest_group(const definitions::Workspace& workspace) {
  constexpr int kUsual = 3;
  const definitions::ReferenceTable* table = workspace.table("privacy");
  if (table == nullptr) return kUsual;
  const auto place = [table](std::string_view name) {
    return static_cast<std::size_t>(std::find(table->columns.begin(), table->columns.end(), name) -
                                    table->columns.begin());
  };
  const std::size_t what = place("what"), smallest = place("smallest");
  for (const std::vector<std::string>& row : table->rows) {
    if (std::max(what, smallest) >= row.size() || row[what] != "group" || row[smallest].size() > 4) continue;
    const int number = std::atoi(row[smallest].c_str());
    if (number > 0) return number;
  }
  return kUsual;
}

/// Hosts of what is published: plans that say so, and the documents that print them under their titles.
std::vector<bool> published(const Subject& subject) {
  std::vector<bool> all(subject.hosts.size());
  std::set<std::u32string> titles;
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const plan::Plan* plan = subject.hosts[i].plan;
    if (plan == nullptr || plan->written->public_edition != "yes") continue;
    all[i] = true;
    titles.insert(skeleton(wide(plan->written->title.text)));
  }
  if (titles.empty()) return all;
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const document::Document* document = subject.hosts[i].document;
    if (document == nullptr) continue;
    for (const document::Block& block : document->blocks) {
      const auto* heading = std::get_if<document::Heading>(&block.content);
      if (heading == nullptr) continue;
      std::string text;
      for (const document::Run& run : heading->runs) text += run.text;
      all[i] = all[i] || titles.contains(skeleton(wide(text)));
    }
  }
  return all;
}

bool of_pupils(std::u32string_view small) {
  for (const std::u32string_view root : {U"обучающ", U"учени", U"учащ", U"выпускник", U"выпускниц", U"школьник",
                                         U"призер", U"призёр", U"победител", U"медалист", U"воспитанник"}) {
    if (small.find(root) != small.npos) return true;
  }
  return false;
}

/// A full name or a surname with initials; its place in the text.
std::vector<std::u32string> people_in(std::u32string_view text) {
  std::vector<std::u32string> names;
  const std::vector<Token> tokens = tokens_of(text);
  const auto word = [&](std::size_t i) { return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
  const auto capital = [&](std::size_t i) {
    const std::u32string_view w = word(i);
    return !tokens[i].digits && language::is_cyrillic(w[0]) && language::is_upper(w[0]);
  };
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (!capital(i) || !capital(i + 1) || !capital(i + 2)) continue;
    const bool full =
        word(i).size() > 2 && word(i + 1).size() > 2 && word(i + 2).size() > 4 &&
        (language::lowered(word(i + 2)).ends_with(U"вич") || language::lowered(word(i + 2)).ends_with(U"вна"));
    const auto dotted = [&](std::size_t k) {
      return word(k).size() == 1 && tokens[k].end < text.size() && text[tokens[k].end] == '.';
    };
    const bool before = dotted(i) && dotted(i + 1) && word(i + 2).size() > 2 &&
                        tokens[i + 1].begin <= tokens[i].end + 2 && tokens[i + 2].begin <= tokens[i + 1].end + 2;
    const bool after = word(i).size() > 2 && dotted(i + 1) && dotted(i + 2) &&
                       tokens[i + 1].begin == tokens[i].end + 1 && tokens[i + 2].begin <= tokens[i + 1].end + 2;
    if (full || after) names.emplace_back(word(i));
    if (before) names.emplace_back(word(i + 2));
  }
  return names;
}

}  // namespace

void check_privacy(const Subject& subject, Findings& findings) {
  std::set<std::u32string> staff;   // stems of surnames that the register has
  for (const definitions::Person& person : subject.workspace.people) staff.insert(stem(wide(person.surname)));
  const std::vector<bool> open = published(subject);
  const int smallest = smallest_group(subject.workspace);
  for (const Passage& passage : subject.passages) {
    if (!open[passage.host]) continue;
    if (!of_pupils(language::lowered(passage.text))) continue;
    for (const std::u32string& surname : people_in(passage.text)) {
      if (staff.contains(stem(surname))) continue;
      findings.tell(Severity::warning, codes::privacy, passage, utf8(surname),
                    "в публикуемом назван человек, и речь об обучающихся: «" + utf8(surname) + "»",
                    "имена обучающихся не публикуют: уберите имя или внесите работника в реестр");
    }
  }
  for (const Grid& grid : subject.grids) {
    if (!open[grid.host]) continue;
    const KnownGrid known = read_grid(grid);
    if (!known.count) continue;
    for (const Grid::Row& row : grid.rows) {
      if (row_kind(row) != RowKind::body || *known.count >= row.cells.size()) continue;
      const Grid::Cell& cell = row.cells[*known.count];
      const auto figure = read_figure(cell.text);
      if (!figure || figure->value <= Number(0) || figure->value >= Number(smallest)) continue;
      findings.tell(Severity::warning, codes::privacy, grid.host, *cell.at,
                    "в публикуемой таблице группа из " + utf8(cell.text) + " участников: в ней можно узнать человека",
                    "объедините строки или закройте число знаком *");
    }
  }
}

}  // namespace svod::review
