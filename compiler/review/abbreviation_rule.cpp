#include <map>
#include <unordered_map>

#include "language/letters.h"
#include "review/abbreviations.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V19: an abbreviation is explained once, before it is used.

namespace svod::review {
namespace {

constexpr std::size_t kLongest = 200;   // of an explanation in brackets

struct Defined {
  std::size_t order;            // of the passage
  const Passage* passage;
};
using Definitions = std::unordered_map<std::u32string, Defined>;

/// «(далее – МСОКО)», «(МСОКО)», «МСОКО – муниципальная система …».
std::vector<std::u32string> explained_in(const std::u32string& text) {
  std::vector<std::u32string> all;
  const std::u32string small = language::lowered(text);
  const auto take = [&](std::size_t begin, std::size_t end) {
    for (const Token& token : tokens_of(std::u32string_view(text).substr(begin, end - begin))) {
      const std::u32string word = text.substr(begin + token.begin, token.end - token.begin);
      if (!token.digits && is_abbreviation(word)) all.push_back(word);
    }
  };
  for (std::size_t i = small.find(U"далее"); i != small.npos; i = small.find(U"далее", i + 5)) {
    std::size_t end = i + 5;
    while (end < text.size() && end < i + kLongest && text[end] != ')' && text[end] != ';') ++end;
    // The name comes at once: «(далее – Положение о МСОКО)» explains nothing.
    std::size_t begin = i + 5;
    while (begin < end && !language::is_letter(text[begin])) ++begin;
    std::size_t word_end = begin;
    while (word_end < end && (language::is_letter(text[word_end]) || text[word_end] == ' ') && word_end - begin < 24)
      ++word_end;
    const std::u32string first = text.substr(begin, text.find_first_of(U" ,;)", begin) - begin);
    if (is_abbreviation(first)) take(begin, word_end);
  }
  for (std::size_t i = text.find(U'('); i != text.npos; i = text.find(U'(', i + 1)) {
    std::size_t end = i + 1;
    while (end < text.size() && end < i + kLongest && text[end] != ')' && text[end] != '(') ++end;
    if (end >= text.size() || text[end] != ')') continue;
    const std::u32string inside = text.substr(i + 1, end - i - 1);
    if (is_abbreviation(inside)) all.push_back(inside);
  }
  const std::vector<Token> tokens = tokens_of(text);
  if (!tokens.empty() && !tokens[0].digits) {
    const std::u32string first = text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin);
    std::size_t next = tokens[0].end;
    while (next < text.size() && is_blank(text[next])) ++next;
    if (is_abbreviation(first) && next < text.size() && is_dash(text[next]) && tokens.size() > 3) all.push_back(first);
  }
  return all;
}

// A title in capitals alone is no abbreviation.
bool shouts(const std::u32string& text) {
  std::size_t upper = 0, lower = 0;
  for (const char32_t c : text) upper += language::is_upper(c), lower += language::is_lower(c);
  return (lower == 0 && upper > 4) || (upper > lower && upper > 12);
}

class Rule {
 public:
  Rule(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings), known_(subject.workspace) {}

  void run() {
    std::map<std::size_t, std::vector<const Passage*>> of_host;
    for (const Passage& passage : subject_.passages) {
      if (!passage.composed && passage.host != 0) of_host[passage.host].push_back(&passage);
    }
    for (const auto& [host, passages] : of_host) definitions_[host] = read(passages);
    for (const auto& [host, passages] : of_host) check(host, passages);
  }

 private:
  Definitions read(const std::vector<const Passage*>& passages) {
    Definitions definitions;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      for (const std::u32string& one : explained_in(passages[i]->text)) {
        const auto [first, fresh] = definitions.emplace(one, Defined{i, passages[i]});
        if (fresh || first->second.passage == passages[i]) continue;
        if (explained_as_term(*passages[i], one) || explained_as_term(*first->second.passage, one)) continue;
        if (Diagnostic* told = findings_.tell(Severity::warning, codes::abbreviation, *passages[i], utf8(one),
                                              "сокращение «" + utf8(one) + "» вводится второй раз",
                                              "раскройте его один раз, при первом употреблении")) {
          told->related.push_back({*first->second.passage->at, "здесь оно введено впервые"});
        }
      }
    }
    return definitions;
  }

  // Only «далее» says that a name is brought in; a bracket may repeat it.
  static bool explained_as_term(const Passage& passage, const std::u32string& one) {
    const std::u32string small = language::lowered(passage.text);
    const std::size_t further = small.find(U"далее");
    return further == small.npos || passage.text.find(one, further) == passage.text.npos;
  }

  // What an order explains holds in its appendices.
  bool explained_above(std::size_t host, const std::u32string& word) const {
    for (const auto& [other, definitions] : definitions_) {
      if (other != host && subject_.hosts[other].paper != nullptr && definitions.contains(word) &&
          approves(*subject_.hosts[other].paper, subject_.hosts[host].id)) {
        return true;
      }
    }
    return false;
  }

  static bool approves(const definitions::Paper& paper, const std::string& id) {
    for (const std::string& one : paper.appendices) {
      if (one == id) return true;
    }
    return approves(paper.items, id);
  }
  static bool approves(const std::vector<definitions::PaperItem>& items, const std::string& id) {
    for (const definitions::PaperItem& item : items) {
      if (item.approves == id || approves(item.items, id)) return true;
    }
    return false;
  }

  // «№ 1177-ОД»: an index of a number.
  static bool in_number(const std::u32string& text, std::size_t at) {
    return at >= 2 && is_dash(text[at - 1]) && language::is_digit(text[at - 2]);
  }

  void check(std::size_t host, const std::vector<const Passage*>& passages) {
    const Definitions& definitions = definitions_[host];
    std::map<std::u32string, bool> seen;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const std::u32string& text = passages[i]->text;
      if (shouts(text)) continue;
      for (const Token& token : tokens_of(text)) {
        if (token.digits) continue;
        const std::u32string word = text.substr(token.begin, token.end - token.begin);
        if (in_number(text, token.begin)) continue;
        if (!is_abbreviation(word) || known_.knows(word) || !known_.near(word).empty() ||
            !seen.emplace(word, true).second)
          continue;
        const auto defined = definitions.find(word);
        if (defined == definitions.end()) {
          if (explained_above(host, word)) continue;
          findings_.tell(Severity::warning, codes::abbreviation, *passages[i], utf8(word),
                         "сокращение «" + utf8(word) + "» не раскрыто: " + around(text, token.begin, token.end, 20),
                         "раскройте его при первом употреблении – «… (далее – " + utf8(word) +
                             ")» – или внесите в abbreviations реестра");
        } else if (defined->second.order > i) {
          if (Diagnostic* told = findings_.tell(Severity::warning, codes::abbreviation, *passages[i], utf8(word),
                                                "сокращение «" + utf8(word) + "» стоит раньше, чем раскрыто: " +
                                                    around(text, token.begin, token.end, 20),
                                                "раскройте его здесь")) {
            told->related.push_back({*defined->second.passage->at, "раскрыто здесь"});
          }
        }
      }
    }
  }

  const Subject& subject_;
  Findings& findings_;
  const Abbreviations known_;
  std::map<std::size_t, Definitions> definitions_;
};

}  // namespace

void check_abbreviations(const Subject& subject, Findings& findings) { Rule(subject, findings).run(); }

}  // namespace svod::review
