#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "language/letters.h"
#include "language/names.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V20: a person is written as the register has them, with one post; a charge to somebody says what to do.

namespace svod::review {
namespace {

using language::is_cyrillic;
using language::is_lower;
using language::is_upper;

/// «Т.В.Васильевой», «Васильевой Т. В.».
struct Named {
  std::u32string surname;
  char32_t given = 0, patronymic = 0;
  std::size_t begin = 0, end = 0;
  bool tight = false;   // no space between the initials and the surname
};

std::vector<Named> names_in(std::u32string_view text) {
  std::vector<Named> all;
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
  const auto initial = [&](std::size_t i) { return is_cyrillic(at(i)) && is_upper(at(i)) && at(i + 1) == '.'; };
  const auto blank = [&](std::size_t i) { return is_blank(at(i)) ? i + 1 : i; };
  // Where a capitalised word that ends right before `i` ends; 0 for none.
  const auto word_before = [&](std::size_t i) -> std::size_t {
    std::size_t stop = i;
    while (stop > 0 && is_blank(text[stop - 1])) --stop;
    std::size_t begin = stop;
    while (begin > 0 && (is_cyrillic(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    return stop - begin >= 3 && is_upper(text[begin]) && is_lower(at(begin + 1)) ? stop : 0;
  };
  // «Петров И. И. Орлова А. Л.»: the surnames stand first, for nobody's surname ends the chain.
  const auto chain_ends_with_initials = [&](std::size_t stop) {
    for (int names = 0; names < 64; ++names) {
      const std::size_t begin = blank(stop);
      std::size_t end = begin;
      while (end < text.size() && is_cyrillic(text[end])) ++end;
      if (end < begin + 2 || !is_upper(text[begin]) || !is_lower(text[begin + 1])) return true;
      const std::size_t given = blank(end), patronymic = blank(given + 2);
      if (!initial(given) || !initial(patronymic)) return false;
      stop = patronymic + 2;
    }
    return false;
  };
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    if (!initial(i) || (i > 0 && is_cyrillic(text[i - 1]))) continue;
    const std::size_t second = blank(i + 2);
    if (!initial(second)) continue;
    Named named;
    named.given = text[i];
    named.patronymic = text[second];
    const std::size_t after = blank(second + 2);
    std::size_t end = after;
    while (end < text.size() && (is_cyrillic(text[end]) || (text[end] == '-' && is_cyrillic(at(end + 1))))) ++end;
    const std::size_t taken = all.empty() ? 0 : all.back().end;
    const bool surnames_first = word_before(i) > taken && chain_ends_with_initials(second + 2);
    if (!surnames_first && end > after + 1 && is_upper(text[after]) && is_lower(text[after + 1])) {
      named.surname = std::u32string(text.substr(after, end - after));
      named.begin = i;
      named.end = end;
      named.tight = after == second + 2;
    } else {
      // The surname stands before them.
      std::size_t stop = i;
      while (stop > 0 && is_blank(text[stop - 1])) --stop;
      std::size_t begin = stop;
      while (begin > 0 && (is_cyrillic(text[begin - 1]) || text[begin - 1] == '-')) --begin;
      if (stop - begin < 3 || !is_upper(text[begin]) || !is_lower(at(begin + 1))) continue;
      named.surname = std::u32string(text.substr(begin, stop - begin));
      named.begin = begin;
      named.end = second + 2;
      named.tight = stop == i;
    }
    all.push_back(named);
    i = named.end > i ? named.end - 1 : i;
  }
  return all;
}

class People {
 public:
  explicit People(const definitions::Workspace& workspace) {
    for (const definitions::Person& person : workspace.people) {
      Known known{&person, {}, first(person.given), first(person.patronymic)};
      const language::Gender gender = language::parse_gender(person.gender);
      for (int c = 0; c < 6; ++c) {
        known.forms.insert(wide(language::surname_in(person.surname, gender, static_cast<language::Case>(c)).text));
      }
      // A surname that is not declined is right too, and the register's own forms are.
      known.forms.insert(wide(person.surname));
      for (const std::string* form : {&person.name.nominative, &person.name.genitive, &person.name.dative,
                                      &person.name.accusative, &person.name.instrumental, &person.name.prepositional}) {
        for (const Named& named : names_in(wide(*form))) known.forms.insert(named.surname);
      }
      by_root_[stem(wide(person.surname))].push_back(std::move(known));
    }
  }

  struct Known {
    const definitions::Person* person;
    std::set<std::u32string> forms;
    char32_t given, patronymic;
  };
  const std::vector<Known>* with_root(std::u32string_view surname) const {
    const auto found = by_root_.find(stem(surname));
    return found == by_root_.end() ? nullptr : &found->second;
  }

 private:
  static char32_t first(const std::string& name) {
    const std::u32string letters = wide(name);
    return letters.empty() ? U'\0' : letters.front();
  }
  std::unordered_map<std::u32string, std::vector<Known>> by_root_;
};

std::string initials_and(const definitions::Person& person) {
  const auto first = [](const std::string& name) {
    const std::u32string letters = wide(name);
    return letters.empty() ? std::string() : utf8(letters.substr(0, 1)) + ". ";
  };
  return first(person.given) + first(person.patronymic) + person.surname;
}

void names(const Passage& passage, const People& people, Findings& findings) {
  for (const Named& named : names_in(passage.text)) {
    const std::string written = utf8(std::u32string_view(passage.text).substr(named.begin, named.end - named.begin));
    if (named.tight && !passage.composed) {
      findings.tell(Severity::note, codes::person, passage, written,
                    "между инициалами и фамилией нет пробела: «" + written + "»", "пишите «И. О. Фамилия»");
    }
    const std::vector<People::Known>* known = people.with_root(named.surname);
    if (known == nullptr) continue;
    const People::Known* same = nullptr;
    const People::Known* form = nullptr;
    for (const People::Known& one : *known) {
      if (one.given != 0 && (one.given != named.given || (one.patronymic != 0 && one.patronymic != named.patronymic))) {
        if (one.forms.contains(named.surname)) form = &one;
        continue;
      }
      if (same == nullptr || one.forms.contains(named.surname)) same = &one;
    }
    if (same != nullptr && !same->forms.contains(named.surname)) {
      if (Diagnostic* told = findings.tell(Severity::warning, codes::person, passage, written,
                                           "фамилия в форме, какой у неё нет: «" + written + "»",
                                           "в реестре «" + initials_and(*same->person) + "»")) {
        told->related.push_back({same->person->defined_at, "здесь этот человек записан"});
      }
    }
    if (same == nullptr && form != nullptr) {
      if (Diagnostic* told = findings.tell(Severity::warning, codes::person, passage, written,
                                           "инициалы не те, что в реестре: «" + written + "»",
                                           "может быть, «" + initials_and(*form->person) + "»?")) {
        told->related.push_back({form->person->defined_at, "здесь этот человек записан"});
      }
    }
  }
}

bool ends(std::u32string_view word, std::u32string_view tail) {
  return word.size() > tail.size() && word.ends_with(tail);
}

/// «обеспечить», «привлечь», «провести»: not «деятельность», «печать», «части».
bool is_infinitive(std::u32string_view word) {
  static const std::set<std::u32string_view> nouns{U"печать", U"память", U"кровать", U"нить", U"сеть", U"мать", U"пять",
                                                   U"девять", U"десять", U"путь", U"суть", U"ртуть", U"сыпь", U"нефть"};
  if (nouns.contains(word)) return false;
  for (const std::u32string_view tail :
       {U"ать", U"ять", U"ить", U"еть", U"уть", U"оть", U"ыть", U"ться", U"тись", U"чься", U"лечь", U"мочь", U"речь",
        U"вести", U"нести", U"расти", U"идти", U"йти", U"честь"}) {
    if (ends(word, tail)) return !(tail == U"речь" && word == U"речь");
  }
  return word == U"вести" || word == U"учесть";
}

bool has_predicate(const definitions::PaperItem& item) {
  for (const std::u32string& word : content_words(wide(item.text.text))) {
    if (is_infinitive(word)) return true;
  }
  for (const definitions::PaperItem& one : item.items) {
    if (has_predicate(one)) return true;
  }
  return !item.approves.empty();
}

// «2. Руководителям … по реализации плана-графика»: to whom is said, what to do is not.
void charges(std::size_t host, const std::vector<definitions::PaperItem>& items, Findings& findings) {
  for (const definitions::PaperItem& item : items) {
    charges(host, item.items, findings);
    if (item.to.empty() || has_predicate(item)) continue;
    const std::string& text = item.text.empty() ? item.to.front().text : item.text.text;
    findings.tell(Severity::warning, codes::person, host, item.text.empty() ? item.at : item.text.at,
                  "в пункте сказано, кому, но не сказано, что сделать: «" + beginning(wide(text)) + "»",
                  "начните поручение глаголом: обеспечить, провести, представить");
  }
}

std::string folded_post(const std::string& post) { return utf8(skeleton(wide(post))); }

// One person has one post, whatever paper lists them.
void posts(const Subject& subject, Findings& findings) {
  struct Seen {
    std::string post;
    const Location* at;
  };
  std::map<std::string, Seen> seen;   // surname and initials
  const auto key = [](const std::string& name) {
    const std::u32string letters = wide(name);
    const std::vector<Named> all = names_in(letters);
    if (!all.empty()) return utf8(all[0].surname) + utf8(std::u32string{all[0].given, all[0].patronymic});
    const auto parsed = language::parse_name(name);
    if (!parsed || parsed->given.empty() || parsed->patronymic.empty()) return std::string();
    return parsed->surname + utf8(wide(parsed->given).substr(0, 1)) + utf8(wide(parsed->patronymic).substr(0, 1));
  };
  for (const definitions::Person& person : subject.workspace.people) {
    if (person.given.empty() || person.patronymic.empty() || person.post.nominative.empty()) continue;
    const std::string name =
        person.surname + utf8(wide(person.given).substr(0, 1)) + utf8(wide(person.patronymic).substr(0, 1));
    seen.emplace(name, Seen{person.post.nominative, &person.defined_at});
  }
  for (std::size_t h = 0; h < subject.hosts.size(); ++h) {
    if (subject.hosts[h].regulation == nullptr) continue;
    for (const definitions::Regulation::Member& member : subject.hosts[h].regulation->members) {
      if (member.name.empty() || member.post.empty()) continue;
      const std::string name = key(member.name.text);
      if (name.empty()) continue;
      const auto [first, fresh] = seen.emplace(name, Seen{member.post.text, &member.post.at});
      if (fresh) continue;
      const std::string mine = folded_post(member.post.text), theirs = folded_post(first->second.post);
      if (mine.find(theirs) != mine.npos || theirs.find(mine) != theirs.npos) continue;
      if (Diagnostic* told = findings.tell(Severity::warning, codes::person, h, member.post.at,
                                           "у человека две должности: " + member.name.text + " – «" + member.post.text +
                                               "» и «" + first->second.post + "»",
                                           "назовите одну должность, действующую на дату документа")) {
        told->related.push_back({*first->second.at, "здесь «" + first->second.post + "»"});
      }
    }
  }
}

}  // namespace

void check_people(const Subject& subject, Findings& findings) {
  const People people(subject.workspace);
  for (const Passage& passage : subject.passages) {
    bool dots = false;
    for (std::size_t i = 1; i < passage.text.size() && !dots; ++i) {
      dots = passage.text[i] == '.' && is_upper(passage.text[i - 1]);
    }
    if (dots) names(passage, people, findings);
  }
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    if (subject.hosts[i].paper != nullptr) charges(i, subject.hosts[i].paper->items, findings);
  }
  posts(subject, findings);
}

}  // namespace svod::review
