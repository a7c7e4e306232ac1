#include "definitions/school_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace svod::definitions {
namespace {

using Words = std::vector<std::string>;

constexpr std::array kLegalForms{"мбоу", "мкоу", "маоу",  "моу",   "мобу",  "мбу",   "мку",   "мау",   "гбоу",  "гкоу",
                                 "гаоу", "гоу",  "чоу",   "чау",   "фкоу",  "фгкоу", "огаоу", "огбоу", "огкоу", "оу",
                                 "нчоу", "ано",  "огобу", "мобоу", "кгбоу", "кгкоу", "гобу",  "мкобу"};
constexpr std::array kLegalStems{"муниципальн", "государственн", "бюджетн", "казенн",      "автономн", "частн",
                                 "областн",     "краев",         "федеральн", "общеобразовательн", "образовательн",
                                 "учрежден"};

struct Kind {
  std::string_view words;
  std::string_view kind;
};
constexpr std::array kKinds{
    Kind{"средняя общеобразовательная школа", "сош"}, Kind{"основная общеобразовательная школа", "оош"},
    Kind{"начальная общеобразовательная школа", "нош"}, Kind{"средняя образовательная школа", "сош"},
    Kind{"общеобразовательная школа", "школа"},        Kind{"средняя школа", "сош"},
    Kind{"основная школа", "оош"},                     Kind{"начальная школа", "нош"}};

bool is_kind(std::string_view word) {
  return word == "сош" || word == "оош" || word == "нош" || word == "школа" || word == "сш" || word == "ош";
}

bool is_word_character(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x45F);
}

Words raw_words(std::string_view text) {
  Words words;
  std::string word;
  const std::string plain = folded(text);
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (is_word_character(c)) {
      append_utf8(word, c);
    } else {
      flush();
    }
  }
  flush();
  return words;
}

// Words of a name in one spelling: kinds short, the legal form away.
Words name_words(std::string_view text) {
  const Words raw = raw_words(text);
  std::string line = " " + join(raw, " ") + " ";
  for (const Kind& kind : kKinds) {
    line = replace_all(line, " " + std::string(kind.words) + " ", " " + std::string(kind.kind) + " ");
  }
  Words words;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty() || word == "номер" || word == "n" || word == "имени") continue;
    if (std::find(kLegalForms.begin(), kLegalForms.end(), word) != kLegalForms.end()) continue;
    if (std::any_of(kLegalStems.begin(), kLegalStems.end(), [&](const char* s) { return word.starts_with(s); }))
      continue;
    words.emplace_back(word == "сш" ? "сош" : word == "ош" ? "оош" : word);
  }
  return words;
}

void split_kind(const Words& words, Words& core, std::string& kind) {
  for (const std::string& word : words) {
    if (is_kind(word)) {
      if (kind.empty() || kind == "школа") kind = word;
    } else {
      core.push_back(word);
    }
  }
}

bool kinds_agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == "школа" || b == "школа" || a == b;
}

bool contains(const Words& all, const Words& part) {
  return !part.empty() && std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end();
}

// Digits alone name no school in a line of text: «№ 1» may be anything.
bool is_telling(const Words& core) {
  return std::any_of(core.begin(), core.end(),
                     [](const std::string& w) { return length(w) >= 4 && (w[0] < '0' || w[0] > '9'); });
}

void add(std::vector<const School*>& list, const School* school) {
  if (std::find(list.begin(), list.end(), school) == list.end()) list.push_back(school);
}

FoundSchool one_of(std::vector<const School*> fitting) {
  FoundSchool found;
  if (fitting.size() == 1) found.school = fitting.front();
  if (fitting.size() > 1) found.rivals = std::move(fitting);
  return found;
}

// The parts of a line that may be a name by themselves.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts{std::string(text)};
  const std::string plain = folded(text);
  const std::size_t first = plain.find('"');
  const std::size_t last = plain.rfind('"');
  if (first != std::string::npos && last > first + 1) parts.push_back(plain.substr(first + 1, last - first - 1));
  for (const char mark : {':', ',', ';', '('}) {
    if (plain.find(mark) == std::string::npos) continue;
    for (const std::string_view part : split(plain, mark)) parts.emplace_back(part);
  }
  return parts;
}

}  // namespace

SchoolNames::SchoolNames(const Workspace& workspace) {
  for (const School& school : workspace.schools) {
    std::vector<std::string> texts{school.name, school.short_name, school.full_name};
    texts.insert(texts.end(), school.aliases.begin(), school.aliases.end());
    for (const std::string& text : texts) {
      Name name{&school, name_words(text), {}, {}};
      if (name.words.empty()) continue;
      split_kind(name.words, name.core, name.kind);
      names_.push_back(std::move(name));
    }
    names_.push_back({&school, {folded(school.id)}, {folded(school.id)}, {}});
  }
}

FoundSchool SchoolNames::exactly(std::string_view text) const {
  const Words words = name_words(text);
  if (words.empty()) return {};
  Words core;
  std::string kind;
  split_kind(words, core, kind);
  std::vector<const School*> same, agreeing;
  const std::string plain = folded(text);
  for (const Name& name : names_) {
    if (name.words == words || (name.words.size() == 1 && name.words.front() == plain)) add(same, name.school);
    if (!core.empty() && name.core == core && kinds_agree(name.kind, kind)) add(agreeing, name.school);
  }
  return one_of(same.empty() ? std::move(agreeing) : std::move(same));
}

FoundSchool SchoolNames::find(std::string_view text) const {
  for (const std::string& part : parts_of(text)) {
    FoundSchool found = exactly(part);
    if (found.school != nullptr || !found.rivals.empty()) return found;
  }
  FoundSchool found;
  const std::string wanted = join(name_words(text), " ");
  std::size_t best = std::max<std::size_t>(3, length(wanted) / 4) + 1;
  for (const Name& name : names_) {
    const std::size_t distance = edit_distance(wanted, join(name.words, " "));
    if (distance >= best) continue;
    best = distance;
    found.nearest = name.school->short_name;
  }
  return found;
}

FoundSchool SchoolNames::mentioned(std::string_view text) const {
  for (const std::string& part : parts_of(text)) {
    FoundSchool found = exactly(part);
    if (found.school != nullptr || !found.rivals.empty()) return found;
  }
  const Words words = name_words(text);
  std::vector<const School*> whole, cores;
  std::size_t longest = 0;
  for (const Name& name : names_) {
    if (name.core.size() < longest || !is_telling(name.core)) continue;
    const bool all = contains(words, name.words);
    if (!all && !contains(words, name.core)) continue;
    if (name.core.size() > longest) {
      longest = name.core.size();
      whole.clear();
      cores.clear();
    }
    if (all && name.words.size() > name.core.size()) add(whole, name.school);
    add(cores, name.school);
  }
  return one_of(whole.size() == 1 ? std::move(whole) : std::move(cores));
}

bool looks_like_person(std::string_view text) {
  std::size_t words = 0;
  std::size_t initials = 0;
  const std::string spaced = replace_all(squeeze(text), ".", ". ");
  for (const std::string_view part : split(spaced, ' ')) {
    if (part.empty()) continue;
    const std::u32string word = to_code_points(part);
    const auto upper = [](char32_t c) { return (c >= 0x410 && c <= 0x42F) || c == 0x401; };
    const auto small = [](char32_t c) { return (c >= 0x430 && c <= 0x44F) || c == 0x451 || c == '-'; };
    if (!upper(word[0])) return false;
    if (word.size() == 2 && word[1] == '.') {
      ++initials;
      continue;
    }
    bool capital = true;  // a part of a double surname begins anew
    for (const char32_t c : word) {
      if (c == '-') {
        capital = true;
      } else if (capital ? !upper(c) : !small(c)) {
        return false;
      } else {
        capital = false;
      }
    }
    if (word.size() < 2) return false;
    ++words;
  }
  return (words == 1 && initials >= 1 && initials <= 2) || (words >= 2 && words <= 3 && initials == 0);
}

}  // namespace svod::definitions
