#include <algorithm>
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

constexpr int kSmallest = 3;   // fewer than so many participants are not shown

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
  for (const Passage& passage : subject.passages) {
    const Host& host = subject.hosts[passage.host];
    if (host.plan == nullptr || host.plan->written->public_edition != "yes") continue;
    if (!of_pupils(language::lowered(passage.text))) continue;
    for (const std::u32string& surname : people_in(passage.text)) {
      if (staff.contains(stem(surname))) continue;
      findings.tell(Severity::warning, codes::privacy, passage, utf8(surname),
                    "в публикуемом плане назван человек, и речь об обучающихся: «" + utf8(surname) + "»",
                    "имена обучающихся не публикуют: уберите имя или внесите работника в реестр");
    }
  }
  for (const Grid& grid : subject.grids) {
    const Host& host = subject.hosts[grid.host];
    if (host.plan == nullptr || host.plan->written->public_edition != "yes") continue;
    const KnownGrid known = read_grid(grid);
    if (!known.count) continue;
    for (const Grid::Row& row : grid.rows) {
      if (row_kind(row) != RowKind::body || *known.count >= row.cells.size()) continue;
      const Grid::Cell& cell = row.cells[*known.count];
      const auto figure = read_figure(cell.text);
      if (!figure || figure->value <= Number(0) || figure->value >= Number(kSmallest)) continue;
      findings.tell(Severity::warning, codes::privacy, grid.host, *cell.at,
                    "в публикуемой таблице группа из " + utf8(cell.text) + " участников: в ней можно узнать человека",
                    "объедините строки или закройте число знаком *");
    }
  }
}

}  // namespace svod::review
