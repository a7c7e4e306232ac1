#include <algorithm>
#include <set>

#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V30: a minimum score that a text names is the one of the reference for its year.

namespace svod::review {
namespace {

struct Minimum {
  std::u32string subject;   // stem of the first word
  std::string name, kind;
  int year = 0, score = 0;
};

std::vector<Minimum> minimums_of(const definitions::Workspace& workspace) {
  std::vector<Minimum> all;
  const definitions::ReferenceTable* table = workspace.table("minimum_scores");
  if (table == nullptr) return all;
  const auto column = [table](std::string_view name) {
    return static_cast<std::size_t>(std::find(table->columns.begin(), table->columns.end(), name) -
                                    table->columns.begin());
  };
  const std::size_t subject = column("subject"), kind = column("kind"), year = column("year"),
                    score = column("minimum");
  const auto number = [](const std::string& text) {
    return text.empty() || text.size() > 4 ? 0 : std::atoi(text.c_str());
  };
  for (const std::vector<std::string>& row : table->rows) {
    if (std::max({subject, kind, year, score}) >= row.size()) continue;
    const auto words = stems_of(wide(row[subject]));
    if (!words.empty()) all.push_back({words.front(), row[subject], row[kind], number(row[year]), number(row[score])});
  }
  return all;
}

void read(const Subject& subject, const Passage& passage, const std::vector<Minimum>& all, Findings& findings) {
  const std::u32string_view text = passage.text;
  const std::vector<Token> tokens = tokens_of(text);
  const auto word = [&](std::size_t i) { return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const std::u32string first = language::lowered(word(i));
    if (!first.starts_with(U"минимальн") && !first.starts_with(U"порог")) continue;
    int year = subject.workspace.year, score = 0;
    std::set<std::u32string> subjects;
    // «минимальный балл по физике 36», «минимальный балл ЕГЭ 2021 года по физике – 36 баллов»
    for (std::size_t k = i + 1; k < tokens.size() && k < i + 14; ++k) {
      if (!tokens[k].digits) {
        subjects.insert(stem(word(k)));
        continue;
      }
      const std::size_t width = tokens[k].end - tokens[k].begin;
      if (width == 4) {
        year = std::atoi(utf8(word(k)).c_str());
        continue;
      }
      const std::u32string next =
          k + 1 < tokens.size() && !tokens[k + 1].digits ? language::lowered(word(k + 1)) : std::u32string();
      const char32_t sign = tokens[k].end < text.size() ? text[tokens[k].end] : U'.';
      const bool scores = next.starts_with(U"балл") || sign == ',' || sign == '.' || sign == ';' || sign == ')';
      if (width <= 2 && scores) score = std::atoi(utf8(word(k)).c_str());
      break;
    }
    if (score == 0) continue;
    std::vector<const Minimum*> right;
    for (const Minimum& one : all) {
      if (one.year == year && subjects.contains(one.subject)) right.push_back(&one);
    }
    if (right.empty() ||
        std::any_of(right.begin(), right.end(), [score](const Minimum* one) { return one->score == score; }))
      continue;
    std::string listed;
    for (const Minimum* one : right)
      listed += (listed.empty() ? "" : ", ") + std::to_string(one->score) + " (" + one->kind + ")";
    findings.tell(Severity::warning, codes::minimum, passage, right.front()->name + std::to_string(score),
                  "минимальный балл " + std::to_string(score) + ": " + right.front()->name + ", " +
                      std::to_string(year) + " год – в справочнике " + listed,
                  "исправьте балл или справочник minimum_scores");
  }
}

}  // namespace

void check_minimums(const Subject& subject, Findings& findings) {
  const std::vector<Minimum> all = minimums_of(subject.workspace);
  if (all.empty()) return;
  for (const Passage& passage : subject.passages) {
    const bool digits = std::any_of(passage.text.begin(), passage.text.end(), language::is_digit);
    if (digits) read(subject, passage, all, findings);
  }
}

}  // namespace svod::review
