#include <algorithm>
#include <map>

#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V18: a plan or regulation has one title in the order, in the mark, above itself and where other papers quote it.

namespace svod::review {
namespace {

using definitions::Written;

constexpr std::size_t kLongest = 200;   // words of a title; a longer one is compared by its beginning

std::string listed(const std::vector<std::u32string>& words) {
  std::string text;
  for (const std::u32string& word : words) text += (text.empty() ? "" : " ") + utf8(word);
  return text;
}

/// The words of `a` that `b` does not have in any form, in order.
std::vector<std::u32string> missing(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
  std::vector<bool> used(b.size(), false);
  std::vector<std::u32string> lost;
  for (const std::u32string& word : a) {
    bool found = false;
    for (std::size_t i = 0; i < b.size() && !found; ++i) {
      if (used[i] || !same_word(word, b[i])) continue;
      used[i] = found = true;
    }
    if (!found) lost.push_back(word);
  }
  return lost;
}

/// Words that say what is done with the paper, and words that papers add freely.
bool is_free(const std::u32string& word) {
  for (const std::u32string_view root :
       {U"утвержд", U"утверди", U"прилага", U"внесени", U"изменени", U"признани", U"приложен"}) {
    if (std::u32string_view(word).starts_with(root)) return true;
  }
  return word == U"год" || word == U"года" || word == U"году" || word == U"годы" || word == U"годов" ||
         word == U"годах";
}

std::vector<std::u32string> title_words(const std::string& title) {
  std::vector<std::u32string> words = content_words(wide(title));
  std::erase_if(words, is_free);
  if (words.size() > kLongest) words.resize(kLongest);
  return words;
}

/// What differs, in words; empty where the titles are one.
std::string difference(const std::string& here, const std::string& there) {
  const auto mine = title_words(here), other = title_words(there);
  const auto lost = missing(other, mine), added = missing(mine, other);
  if (lost.empty() && added.empty()) return {};
  std::string text;
  if (!lost.empty()) text += "нет слов «" + listed(lost) + "»";
  if (!added.empty()) text += (text.empty() ? "" : ", ") + std::string("лишние слова «") + listed(added) + "»";
  return text;
}

/// A title that names the other paper: nearly all of its words are there.
bool names(const std::string& subject, const std::string& title) {
  const auto words = title_words(title);
  return !words.empty() && missing(words, title_words(subject)).size() * 5 <= words.size() * 2;
}

class Titles {
 public:
  Titles(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < subject_.hosts.size(); ++i) {
      const Host& host = subject_.hosts[i];
      if (host.plan != nullptr) one(i, host.plan->written->title, host.plan->written->title_genitive);
      if (host.regulation != nullptr) one(i, host.regulation->title, host.regulation->title_genitive);
      if (host.paper != nullptr) paper(i, *host.paper);
    }
    quoted();
  }

 private:
  void compare(std::size_t host, const Written& here, const std::string& where, const Written& there,
               const std::string& whose) {
    if (here.empty() || there.empty()) return;
    const std::string text = difference(here.text, there.text);
    if (text.empty()) return;
    if (Diagnostic* told = findings_.tell(Severity::warning, codes::title, host, here.at,
                                          where + " название не такое, как " + whose + ": " + text,
                                          "название документа одинаково в приказе, в грифе и в заголовке")) {
      told->related.push_back({there.at, whose + ": «" + beginning(wide(there.text), 90) + "»"});
    }
  }

  void one(std::size_t host, const Written& title, const Written& genitive) {
    compare(host, genitive, "в родительном падеже (для грифа и приказа)", title, "в заголовке");
  }

  const Written* title_of(const std::string& id) const {
    for (const plan::Plan& plan : subject_.plans.plans) {
      if (plan.written->id == id) return &plan.written->title;
    }
    for (const definitions::Regulation& one : subject_.workspace.regulations) {
      if (one.id == id) return &one.title;
    }
    return nullptr;
  }

  // «Об утверждении …» names what the order approves, if it approves one thing only; an item of its own words names it
  // too. Another subject («О рабочей группе») need not repeat the title.
  void paper(std::size_t host, const definitions::Paper& paper) {
    std::vector<const definitions::PaperItem*> approving;
    collect(paper.items, approving);
    for (const definitions::PaperItem* item : approving) {
      const Written* title = title_of(item->approves);
      if (title == nullptr) continue;
      const bool approves = lower(trim(paper.subject.text)).starts_with("об утверждении");
      if (approves && approving.size() == 1 && names(paper.subject.text, title->text)) {
        compare(host, paper.subject, "в заголовке приказа", *title, "у самого документа");
      }
      if (!item->text.empty() && names(item->text.text, title->text)) item_names(host, item->text, *title);
    }
  }

  // An item may say more than the title, never less.
  void item_names(std::size_t host, const Written& text, const Written& title) {
    const auto lost = missing(title_words(title.text), title_words(text.text));
    if (lost.empty()) return;
    if (Diagnostic* told = findings_.tell(Severity::warning, codes::title, host, text.at,
                                          "в пункте приказа в названии нет слов «" + listed(lost) + "»",
                                          "повторите название целиком")) {
      told->related.push_back({title.at, "«" + beginning(wide(title.text), 90) + "»"});
    }
  }

  void collect(const std::vector<definitions::PaperItem>& items, std::vector<const definitions::PaperItem*>& out) {
    for (const definitions::PaperItem& item : items) {
      if (!item.approves.empty()) out.push_back(&item);
      collect(item.items, out);
    }
  }

  // A known programme that is quoted under another name: «… программы «Развитие образования в районе»».
  void quoted() {
    struct Known {
      std::string title;
      const Location* at;
    };
    std::multimap<std::u32string, Known> known;   // by its first two words
    const auto add = [&known](const Written& title) {
      const auto words = title_words(title.text);
      if (words.size() >= 4) known.emplace(stem(words[0]) + U" " + stem(words[1]), Known{title.text, &title.at});
    };
    for (const plan::Plan& plan : subject_.plans.plans) {
      add(plan.written->title), add(plan.written->part_of.title), add(plan.written->approved_by.title);
    }
    for (const definitions::Regulation& one : subject_.workspace.regulations) add(one.title);
    if (known.empty()) return;
    for (const Passage& passage : subject_.passages) {
      if (passage.composed) continue;
      for (const std::u32string& name : quoted_names(passage.text)) {
        const auto words = title_words(utf8(name));
        if (words.size() < 3) continue;
        const auto [first, last] = known.equal_range(stem(words[0]) + U" " + stem(words[1]));
        const Known* nearest = nullptr;
        bool exact = false;
        for (auto it = first; it != last; ++it) {
          exact = exact || difference(utf8(name), it->second.title).empty();
          nearest = &it->second;
        }
        if (nearest == nullptr || exact || nearest->at == passage.at) continue;
        if (Diagnostic* told = findings_.tell(Severity::warning, codes::title, passage, utf8(name),
                                              "«" + beginning(name, 70) + "» – это другое название: " +
                                                  difference(utf8(name), nearest->title),
                                              "называйте документ одинаково")) {
          told->related.push_back({*nearest->at, "«" + beginning(wide(nearest->title), 90) + "»"});
        }
      }
    }
  }

  // What stands in the outermost quotes.
  static std::vector<std::u32string> quoted_names(const std::u32string& text) {
    std::vector<std::u32string> names;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == U'«' && depth++ == 0) begin = i + 1;
      if (text[i] == U'»' && depth > 0 && --depth == 0) names.push_back(text.substr(begin, i - begin));
    }
    return names;
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_titles(const Subject& subject, Findings& findings) { Titles(subject, findings).run(); }

}  // namespace svod::review
