#include "plan/register_names.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "language/names.h"
#include "language/posts.h"
#include "language/words.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

using definitions::Person;
using definitions::School;
using tables::header_key;

constexpr std::size_t kLongestName = 600;   // bytes; no name is longer

// Parts of a school or a body that answer for it.
constexpr std::array kParts{"администраци", "руководител", "директор", "педагог", "учител",   "коллектив",
                            "заместител",   "методист",    "специалист", "сотрудник", "работник", "куратор",
                            "преподавател", "воспитател",  "завуч",    "координатор"};
constexpr std::array kLegalStems{"муниципальн", "государственн", "бюджетн", "автономн", "казенн", "общеобразовательн",
                                 "образовательн", "учрежден", "дошкольн"};
// Bodies with a name of their own: one that the register does not have is somebody unknown.
constexpr std::array kBodies{"отдел",    "управлени", "центр",     "комитет",   "министерств", "департамент",
                             "институт", "академи",   "университет", "дирекци", "администраци", "фонд"};
// Institutions that are named by their kind alone.
constexpr std::array kGeneric{"учрежден", "организац", "школ",   "служб",  "групп", "комисси", "объединен", "коллектив",
                              "совет",    "команд",    "ассоциац", "сообществ", "площадк", "родител", "обучающ",
                              "учащ",     "психолог",  "педагог", "учител", "воспитател", "куратор", "ответственн",
                              "администратор", "оператор", "эксперт", "наставник", "волонтер", "тьютор", "молод",
                              "методист", "библиотекар", "логопед", "дефектолог", "завуч", "координатор", "организатор",
                              "член",     "орган",     "класс"};

const Named kHeads{Party::Kind::role, "heads", "руководители ОО", {}};
const Named kSchools{Party::Kind::schools, "schools", "образовательные организации", {}};

template <std::size_t N>
bool begins_with_any(std::string_view word, const std::array<const char*, N>& stems) {
  return std::any_of(stems.begin(), stems.end(), [&](const char* stem) { return word.starts_with(stem); });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// A bit for each letter of the text, few letters a bit.
std::uint64_t letters_of(std::string_view text) {
  std::uint64_t letters = 0;
  for (std::size_t at = 0; at < text.size();) letters |= std::uint64_t{1} << (next_code_point(text, at) & 63);
  return letters;
}

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) || c == 0x401; }
bool is_small(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F) || c == 0x451; }

/// «МБОУ», «ДПО»: at least two capitals and no small letter.
bool is_abbreviation(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_small(c)) return false;
    capitals += is_capital(c) ? 1 : 0;
  }
  return capitals >= 2;
}

bool is_quote(char32_t c) { return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F); }

/// Bytes of the first and past the last quotation mark; equal where there are none, or one.
std::pair<std::size_t, std::size_t> quotation(std::string_view text) {
  std::size_t first = text.size(), last = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_quote(next_code_point(text, at))) continue;
    if (first == text.size()) first = begin;
    last = at;
  }
  return {first, last};
}

std::string without_quotes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_quote(c)) append_utf8(out, c);
  }
  return out;
}

/// «Администрации МОУ А, Б» are each an administration.
std::string singular(std::string_view part) {
  std::string text = language::uncapitalised(part);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords{{{"администрации", "администрация"},
                                                                                 {"руководители", "руководитель"},
                                                                                 {"директора", "директор"},
                                                                                 {"кураторы", "куратор"}}};
  for (const auto& [many, one] : kWords) {
    if (text == many) return std::string(one);
  }
  return text;
}

/// What stands before a school's or a body's name without its legal form: «Администрация МОУ» is «администрация».
std::string part_of(std::string_view before) {
  std::vector<std::string> words;
  for (const std::string& word : words_of(squeeze(before))) {
    if (is_abbreviation(word) || begins_with_any(folded(word), kLegalStems)) break;
    words.push_back(word);
  }
  return singular(join(words, " "));
}

/// «Летнереченской школы» in the nominative; enough for names of schools, which are feminine adjectives mostly.
std::string nominative_school(std::string_view text) {
  std::vector<std::string> words;
  for (std::string word : words_of(text)) {
    const std::string small = folded(word);
    if (small == "школы" || small == "школе") word = "школа";
    if (small == "лицея") word = "лицей";
    if (small == "гимназии") word = "гимназия";
    if (small.ends_with("ой") && small.size() > 8) word = word.substr(0, word.size() - 4) + "ая";
    words.push_back(std::move(word));
  }
  return join(words, " ");
}

bool of_place(const std::string& word) {
  return begins_with_any(word, std::array{"район", "округ", "город", "муниципал", "поселени", "област", "республик",
                                          "кра", "мо", "территори"}) ||
         word.ends_with("ого") || word.ends_with("ских") || word.ends_with("ской");
}

/// «ОО», «все общеобразовательные организации района».
bool means_schools(const std::vector<std::string>& words) {
  bool noun = false;
  for (const std::string& word : words) {
    if (word == "оо" || word == "оу" || word == "моо" || word == "школы" || word == "школ" ||
        begins_with_any(word, std::array{"организаци", "учреждени"})) {
      noun = true;
      continue;
    }
    const bool said = begins_with_any(word, std::array{"образовательн", "общеобразовательн", "все", "подведомственн"});
    if (!said && !of_place(word)) return false;
  }
  if (!noun) return false;
  if (words.size() > 1) return true;
  return words.front() == "оо" || words.front() == "оу" || words.front() == "моо" || words.front().starts_with("школ");
}

std::string person_name(const Person& person) {
  if (!person.name.nominative.empty()) return person.name.nominative;
  return language::surname_first({person.surname, person.given, person.patronymic}).text;
}

std::string first_letter(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = 0;
  std::string out;
  append_utf8(out, next_code_point(text, at));
  return folded(out);
}

/// A name as surname and initials, whatever their order; nothing for other texts.
struct ShortName {
  std::string surname;    // folded
  std::string initials;   // folded, without dots
};

std::optional<ShortName> short_name(std::string_view text) {
  const std::vector<std::string> words = words_of(squeeze(replace_all(std::string(text), ".", ". ")));
  ShortName name;
  if (words.size() > 4) return std::nullopt;
  for (const std::string& word : words) {
    const std::u32string letters = to_code_points(word);
    if (!is_capital(letters[0])) return std::nullopt;
    if (letters.size() == 1 || (letters.size() == 2 && letters[1] == '.')) {
      name.initials += first_letter(word);
    } else if (name.surname.empty() && letters.back() != '.') {
      name.surname = folded(word);
    } else {
      return std::nullopt;
    }
  }
  if (name.surname.empty() || length(name.initials) > 2) return std::nullopt;
  return name;
}

}  // namespace

RegisterNames::RegisterNames(const definitions::Workspace& workspace)
    : schools_(workspace), heads_(kHeads), all_(kSchools) {
  for (const auto& [abbreviation, meaning] : workspace.abbreviations) abbreviations_[folded(abbreviation)] = meaning;
  add_body("department", {workspace.department.name}, workspace.department.short_name);
  for (const definitions::Body& body : workspace.bodies) {
    std::vector<std::string> names{body.name, body.full_name};
    names.insert(names.end(), body.aliases.begin(), body.aliases.end());
    add_body(body.id, names, body.short_name);
  }
  for (const definitions::Role& role : workspace.roles) {
    const Named named{
        role.id == kSchools.id ? Party::Kind::schools : Party::Kind::role, role.id, role.name.nominative, {}};
    if (role.id == kHeads.id) heads_ = named;
    if (role.id == kSchools.id) all_ = named;
    add(role.id, named);
    for (const std::string* text : {&role.name.nominative, &role.name.genitive, &role.name.dative,
                                    &role.name.accusative, &role.name.instrumental}) {
      add(*text, named);
    }
    for (const std::string& alias : role.aliases) add(alias, named);
  }
  for (const Person& person : workspace.people) add_person(person);
  add(all_.id, all_);
  add(heads_.id, heads_);
  for (const School& school : workspace.schools) {
    const Named named{Party::Kind::school, school.id, school.name, {}};
    add(school.id, named);
    add_candidate(header_key(school.name), school.name);
    if (!school.short_name.empty()) add_candidate(header_key(school.short_name), school.short_name);
    for (const std::string& group : school.groups) {
      exact_.try_emplace(header_key(group), Named{Party::Kind::schools, group, group, {}});
    }
  }
}

void RegisterNames::add(std::string_view text, const Named& named) {
  const std::string key = header_key(text);
  if (key.empty()) return;
  const auto [at, fresh] = exact_.try_emplace(key, named);
  if (!fresh && at->second && at->second->id != named.id) at->second.reset();
}

void RegisterNames::add_body(const std::string& id, const std::vector<std::string>& names,
                             const definitions::Cases& forms) {
  const std::string shown = forms.nominative.empty() ? squeeze(names.front()) : forms.nominative;
  if (shown.empty()) return;
  // A register may say what the groups that everybody knows are called.
  Named named{Party::Kind::body, id, shown, {}};
  if (id == kHeads.id) named = heads_ = {kHeads.kind, id, shown, {}};
  if (id == kSchools.id) named = all_ = {kSchools.kind, id, shown, {}};
  add(id, named);
  std::vector<std::string> texts = names;
  for (const std::string* form : {&forms.nominative, &forms.genitive, &forms.dative, &forms.accusative,
                                  &forms.instrumental, &forms.prepositional}) {
    texts.push_back(*form);
  }
  for (const std::string& text : texts) {
    add(text, named);
    // «Беломорский ИМЦО» of «МОУ «Беломорский ИМЦО»»; a place in quotes at the end is none of it.
    const auto [first, end] = quotation(text);
    const bool named_so = end > first && part_of(std::string_view(text).substr(0, first)).empty();
    if (named_so) add(std::string_view(text).substr(first, end - first), named);
    if (!text.empty()) add_candidate(header_key(text), shown);
  }
}

void RegisterNames::add_person(const Person& person) {
  const Named named{Party::Kind::person, person.id, person_name(person), {}};
  add(person.id, named);
  // A post that two hold names neither.
  add(person.post.nominative, named);
  const language::Gender gender = language::parse_gender(person.gender) != language::Gender::unknown
                                      ? language::parse_gender(person.gender)
                                      : language::gender_of({person.surname, person.given, person.patronymic});
  const std::string initials = first_letter(person.given) + first_letter(person.patronymic);
  std::vector<std::string> forms;
  for (const language::Case one :
       {language::Case::nominative, language::Case::genitive, language::Case::dative, language::Case::accusative,
        language::Case::instrumental, language::Case::prepositional}) {
    forms.push_back(folded(language::surname_in(person.surname, gender, one).text));
  }
  for (const std::string* given : {&person.name.genitive, &person.name.dative, &person.name.accusative,
                                   &person.name.instrumental, &person.name.prepositional}) {
    if (const auto name = short_name(*given)) forms.push_back(name->surname);
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  for (const std::string& form : forms) people_[form].push_back({initials, named});
  add_candidate(folded(person.surname) + " " + initials, named.name);
}

void RegisterNames::add_candidate(std::string key, std::string shown) {
  Candidate one{std::move(key), std::move(shown), {}, 0, 0};
  one.digits = tables::digits_of(one.key);
  one.size = length(one.key);
  one.letters = letters_of(one.key);
  candidates_.push_back(std::move(one));
}

std::optional<Named> RegisterNames::exact(std::string_view text) const {
  const auto found = exact_.find(header_key(text));
  return found == exact_.end() ? std::nullopt : found->second;
}

std::optional<Named> RegisterNames::person(std::string_view text) const {
  std::optional<ShortName> name = short_name(text);
  std::string given;
  if (!name) {
    const auto parsed = language::parse_name(text);
    if (!parsed || parsed->given.empty()) return std::nullopt;
    name = ShortName{folded(parsed->surname), first_letter(parsed->given) + first_letter(parsed->patronymic)};
  }
  const auto found = people_.find(name->surname);
  if (found == people_.end()) return std::nullopt;
  const Named* only = nullptr;
  for (const Surname& one : found->second) {
    // What both say must agree.
    if (!one.initials.starts_with(name->initials) && !name->initials.starts_with(one.initials)) continue;
    if (only != nullptr && only->id != one.named.id) return std::nullopt;
    only = &one.named;
  }
  return only == nullptr ? std::nullopt : std::optional(*only);
}

std::optional<Named> RegisterNames::school(std::string_view text) const {
  std::string last;
  for (const std::string& form : {std::string(text), nominative_school(text)}) {
    if (form == last) break;
    last = form;
    const definitions::FoundSchool found = schools_.exactly(form);
    if (found.school != nullptr) return Named{Party::Kind::school, found.school->id, found.school->name, {}};
    if (!found.rivals.empty()) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Named> RegisterNames::quoted(std::string_view text) const {
  const auto [first, end] = quotation(text);
  if (end <= first) return std::nullopt;
  const std::string_view core = text.substr(first, end - first);
  if (header_key(core).empty()) return std::nullopt;
  std::optional<Named> named = exact(core);
  if (!named) named = school(core);
  if (!named) return std::nullopt;
  named->part = part_of(text.substr(0, first));
  return named;
}

std::optional<Named> RegisterNames::of_part(std::string_view text) const {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || !begins_with_any(folded(text.substr(0, space)), kParts)) return std::nullopt;
  const std::string_view rest = trim(text.substr(space));
  const std::string part = folded(text.substr(0, space));
  std::optional<Named> named = exact(rest);
  if (!named) named = school(rest);
  if (!named && means_schools(words_of(header_key(rest)))) {
    if (begins_with_any(part, std::array{"руководител", "директор"})) {
      return heads_;
    }
    if (!part.starts_with("администраци")) return std::nullopt;
    named = all_;
  }
  if (!named || named->kind == Party::Kind::person || named->kind == Party::Kind::role) return std::nullopt;
  named->part = singular(text.substr(0, space));
  return named;
}

std::optional<Named> RegisterNames::all_schools(std::string_view text) const {
  if (!means_schools(words_of(header_key(text)))) return std::nullopt;
  return all_;
}

std::optional<Named> RegisterNames::without_abbreviations(std::string_view text) const {
  if (abbreviations_.empty()) return std::nullopt;
  const std::string key = folded(text);
  if (const auto whole = abbreviations_.find(key); whole != abbreviations_.end()) {
    if (auto named = exact(whole->second)) return named;
    if (auto named = all_schools(whole->second)) return named;
    // It is known what it means, and nothing else is.
    return Named{Party::Kind::role, header_key(text), std::string(text), {}};
  }
  std::string expanded;
  bool any = false;
  for (const std::string& word : words_of(squeeze(text))) {
    const auto found = abbreviations_.find(folded(word));
    any = any || found != abbreviations_.end();
    expanded += (expanded.empty() ? "" : " ") + (found == abbreviations_.end() ? word : found->second);
  }
  if (!any) return std::nullopt;
  if (auto named = exact(expanded)) return named;
  return of_part(expanded);
}

std::optional<Named> RegisterNames::department(std::string_view text) const {
  // «Отдел образования администрации … района» is the department that the register names shorter.
  const std::string key = header_key(text);
  for (const char* tail : {" администраци", " муниципальн", " акмо", " амо", " городск", " район"}) {
    const std::size_t at = key.find(tail);
    if (at == std::string::npos) continue;
    const auto found = exact_.find(std::string_view(key).substr(0, at));
    if (found != exact_.end() && found->second && found->second->id == "department") return found->second;
  }
  return std::nullopt;
}

std::optional<Named> RegisterNames::find(std::string_view text) const {
  const std::string plain = squeeze(text);
  if (plain.empty() || plain.size() > kLongestName) return std::nullopt;
  if (auto named = exact(plain)) return named;
  if (auto named = person(plain)) return named;
  if (auto named = department(plain)) return named;
  if (auto named = quoted(plain)) return named;
  if (auto named = all_schools(plain)) return named;
  if (auto named = of_part(plain)) return named;
  if (auto named = school(plain)) return named;
  if (auto named = without_abbreviations(plain)) return named;
  return std::nullopt;
}

std::string RegisterNames::near_name(std::string_view text) const {
  if (text.size() > kLongestName) return {};
  std::string key = header_key(text);
  if (const auto name = short_name(text); name && !name->initials.empty()) key = name->surname + " " + name->initials;
  const std::size_t size = length(key);
  const std::uint64_t letters = letters_of(key);
  const std::string digits = tables::digits_of(key);
  std::size_t best = size < 8 ? 2 : 3;   // past the greatest distance
  std::string found;
  if (size < 4) return found;
  for (const Candidate& one : candidates_) {
    if ((one.size > size ? one.size - size : size - one.size) >= best) continue;
    // One letter put for another takes one away and brings one.
    if (static_cast<std::size_t>(std::popcount(one.letters ^ letters)) > 2 * (best - 1)) continue;
    if (one.digits != digits) continue;
    const std::size_t distance = edit_distance(key, one.key);
    if (distance == 0 || distance >= best) continue;
    best = distance;
    found = one.shown;
  }
  return found;
}

std::optional<Named> RegisterNames::role(std::string_view text) const {
  const std::string plain = squeeze(text);
  if (plain.empty() || plain.size() > kLongestName || quotation(plain).second > quotation(plain).first)
    return std::nullopt;
  // «лицей № 5» is one school, and not of the register.
  if (plain.find("№") != std::string::npos) return std::nullopt;
  const std::vector<std::string> words = words_of(plain);
  if (is_abbreviation(words.front())) return std::nullopt;
  if (const auto name = short_name(plain); name && !name->initials.empty()) return std::nullopt;
  const std::string first = folded(words.front());
  if (begins_with_any(first, kBodies)) return std::nullopt;
  bool known = begins_with_any(first, kGeneric) || begins_with_any(first, kParts);
  for (std::size_t i = 1; i < words.size() && !known; ++i) known = begins_with_any(folded(words[i]), kGeneric);
  if (!known) known = language::post_in(language::uncapitalised(plain), language::Case::dative).confident;
  if (!known) return std::nullopt;
  return Named{Party::Kind::role, header_key(without_quotes(plain)), language::uncapitalised(plain), {}};
}

}  // namespace svod::plan
