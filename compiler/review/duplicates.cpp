#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V23: a measure that stands twice in one direction. V24: a text of one direction that was copied into another.

namespace svod::review {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kCommonShingle = 24;   // a run of words that so many measures share tells nothing

struct Entry {
  const plan::Measure* measure;
  std::vector<std::u32string> words;
  std::u32string all;                  // the words joined: equal where the measures are
  std::set<std::u32string> names;      // titles in quotes of three words or more
};

std::set<std::u32string> quoted_titles(const std::u32string& text) {
  std::set<std::u32string> names;
  std::size_t begin = std::u32string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_quote(text[i])) continue;
    if (begin != std::u32string::npos && text[i] != U'«') {
      const std::u32string_view inside = std::u32string_view(text).substr(begin, i - begin);
      if (content_words(inside).size() >= 4) names.insert(skeleton(inside));
      begin = std::u32string::npos;
    } else {
      begin = i + 1;
    }
  }
  return names;
}

// Words of `a` that are not in `b`.
std::size_t rest(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
  std::vector<std::u32string> left(a), right(b), only;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(only));
  return only.size();
}

/// Percent of words in common; 0 where one word stands in place of another: «… по русскому языку», «… по математике».
int likeness(const Entry& a, const Entry& b) {
  if (a.all == b.all) return 100;
  const std::size_t only_a = rest(a.words, b.words), only_b = rest(b.words, a.words);
  const std::size_t common = a.words.size() - only_a;
  const std::size_t words = a.words.size() + b.words.size();
  bool one_title = false;
  for (const std::u32string& name : a.names) one_title = one_title || b.names.contains(name);
  // What one adds to the other tells nothing new only where the other adds nothing.
  if (only_a > 0 && only_b > 0 && !one_title) return 0;
  const int percent = static_cast<int>(200 * common / words);
  return one_title ? percent + 10 : percent;
}

void direction(std::size_t host, const std::vector<Entry>& entries, Findings& findings) {
  std::unordered_map<std::u32string, std::vector<std::size_t>> shingles;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::vector<std::u32string>& words = entries[i].words;
    std::map<std::size_t, std::size_t> shared;   // earlier measure -> runs in common
    std::set<std::u32string> mine;
    for (std::size_t k = 0; k + 3 <= words.size(); ++k)
      mine.insert(words[k] + U' ' + words[k + 1] + U' ' + words[k + 2]);
    for (const std::u32string& shingle : mine) {
      std::vector<std::size_t>& holders = shingles[shingle];
      if (holders.size() < kCommonShingle) {
        for (const std::size_t one : holders) ++shared[one];
        holders.push_back(i);
      }
    }
    for (const auto& [other, runs] : shared) {
      if (runs * 2 < mine.size()) continue;
      const int percent = likeness(entries[i], entries[other]);
      if (percent < 90) continue;
      const plan::Measure& a = *entries[i].measure;
      const plan::Measure& b = *entries[other].measure;
      const std::string number = b.number.empty() ? "" : " № " + b.number;
      if (Diagnostic* told =
              findings.tell(Severity::warning, codes::duplicate, host, a.written.text.at,
                            (percent >= 100 && entries[i].all == entries[other].all ? "мероприятие повторяет"
                                                                                    : "мероприятие почти повторяет") +
                                number + ": «" + beginning(wide(a.written.text.text), 80) + "»",
                            "если мероприятие одно, оставьте одну строку с несколькими сроками")) {
        told->related.push_back({b.written.text.at, "«" + beginning(wide(b.written.text.text), 80) + "»"});
      }
      break;
    }
  }
}

}  // namespace

void check_duplicates(const Subject& subject, Findings& findings) {
  for (std::size_t h = 0; h < subject.hosts.size(); ++h) {
    const plan::Plan* plan = subject.hosts[h].plan;
    if (plan == nullptr) continue;
    // Children of one parent are a direction of their own.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Entry>> directions;
    for (const plan::Measure& measure : plan->measures) {
      Entry entry;
      entry.measure = &measure;
      const std::u32string text = wide(measure.written.text.text);
      entry.words = content_words(text);
      if (entry.words.size() < kFewestWords) continue;
      if (entry.words.size() > 400) entry.words.resize(400);   // a text of a book's length is no measure
      for (const std::u32string& word : entry.words) entry.all += word + U' ';
      entry.names = quoted_titles(text);
      directions[{measure.section, measure.parent}].push_back(std::move(entry));
    }
    for (const auto& [key, entries] : directions) direction(h, entries, findings);
  }
}

namespace {

struct Long {
  const definitions::Written* text;
  std::size_t section;
};

void texts_of(const std::vector<definitions::Clause>& clauses, std::size_t section, std::vector<Long>& out) {
  for (const definitions::Clause& clause : clauses) {
    for (const definitions::Written& one : clause.text) out.push_back({&one, section});
    for (const definitions::Written& one : clause.items) out.push_back({&one, section});
    texts_of(clause.clauses, section, out);
  }
}

/// What a direction is called: its title without «Система …» and the words that all directions have.
std::vector<std::u32string> own_words(const std::string& title, const std::map<std::u32string, int>& used) {
  std::vector<std::u32string> words;
  for (std::u32string& word : stems_of(wide(title))) {
    if (word.size() > 3 && used.at(word) == 1) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

namespace {

/// The goal of a direction, why it matters, what it is to solve: no two directions have the same.
void own_texts(const std::vector<definitions::Clause>& clauses, std::vector<const definitions::Written*>& out) {
  for (const definitions::Clause& clause : clauses) {
    const bool own = clause.role == "goal" || clause.role == "relevance" || clause.role == "problems";
    for (const definitions::Written& one : clause.text) {
      if (own) out.push_back(&one);
    }
    own_texts(clause.clauses, out);
  }
}

void same_texts(std::size_t host, const plan::Plan& plan, const std::vector<std::size_t>& directions,
                Findings& findings) {
  std::map<std::u32string, const definitions::Written*> known;
  for (const std::size_t s : directions) {
    std::vector<const definitions::Written*> texts;
    own_texts(plan.sections[s].written->before, texts);
    for (const definitions::Written* one : texts) {
      const std::u32string text = wide(one->text);
      if (content_words(text).size() < kFewestWords) continue;
      const auto [first, is_new] = known.try_emplace(skeleton(text), one);
      if (is_new) continue;
      if (Diagnostic* told = findings.tell(Severity::warning, codes::copied, host, one->at,
                                           "тот же текст стоит у другого направления: «" + beginning(text, 80) + "»",
                                           "скажите, чем отличается это направление")) {
        told->related.push_back({first->second->at, "первый раз – здесь"});
      }
    }
  }
}

}  // namespace

void check_copies(const Subject& subject, Findings& findings) {
  for (std::size_t h = 0; h < subject.hosts.size(); ++h) {
    const plan::Plan* plan = subject.hosts[h].plan;
    if (plan == nullptr) continue;
    std::vector<std::size_t> directions;
    for (std::size_t s = 0; s < plan->sections.size(); ++s) {
      if (plan->sections[s].level == 1 && plan->sections[s].written->kind == definitions::PlanSection::Kind::section &&
          !plan->sections[s].written->title.empty()) {
        directions.push_back(s);
      }
    }
    if (directions.size() < 2) continue;
    std::map<std::u32string, int> used;
    for (const std::size_t s : directions) {
      std::set<std::u32string> once;
      for (const std::u32string& word : stems_of(wide(plan->sections[s].written->title.text))) once.insert(word);
      for (const std::u32string& word : once) ++used[word];
    }
    std::map<std::size_t, std::vector<std::u32string>> names;
    std::map<std::size_t, std::vector<Long>> texts;
    for (const std::size_t s : directions) {
      names[s] = own_words(plan->sections[s].written->title.text, used);
      texts_of(plan->sections[s].written->before, s, texts[s]);
      texts_of(plan->sections[s].written->after, s, texts[s]);
    }
    same_texts(h, *plan, directions, findings);
    for (const std::size_t s : directions) {
      if (names[s].empty()) continue;
      for (const Long& one : texts[s]) {
        const std::vector<std::u32string> words = stems_of(wide(one.text->text));
        const auto count = [&words](const std::vector<std::u32string>& name) {
          return std::count_if(name.begin(), name.end(), [&](const std::u32string& word) {
            return std::find(words.begin(), words.end(), word) != words.end();
          });
        };
        if (words.size() < 5 || count(names[s]) > 0) continue;
        for (const std::size_t other : directions) {
          // All of another direction's own words, and none of this one's.
          if (other == s || names[other].size() < 2 || count(names[other]) < static_cast<long>(names[other].size()))
            continue;
          if (Diagnostic* told = findings.tell(
                  Severity::warning, codes::copied, h, one.text->at,
                  "текст направления говорит о другом направлении: «" + beginning(wide(one.text->text), 80) + "»",
                  "проверьте, не остался ли текст от раздела, с которого копировали")) {
            told->related.push_back({plan->sections[other].written->title.at, "это направление"});
          }
          break;
        }
      }
    }
  }
}

}  // namespace svod::review
