#include "compose/paper_executors.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "indicators/records.h"
#include "language/names.h"
#include "language/posts.h"
#include "language/typography.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using definitions::Body;
using definitions::Person;
using definitions::School;
using definitions::Workspace;
using language::Case;

const Body* find_body(const Workspace& workspace, std::string_view id) {
  const auto found =
      std::find_if(workspace.bodies.begin(), workspace.bodies.end(), [&](const Body& body) { return body.id == id; });
  return found == workspace.bodies.end() ? nullptr : &*found;
}

std::string field(const expression::Value& record, const std::string& name) {
  const expression::Value value = record.record()->field(name);
  return value.text() == nullptr ? std::string() : *value.text();
}

/// «МБОУ «…»» stays in every case; «Лесная школа» does not.
bool is_abbreviation(std::string_view name) {
  const std::u32string letters = to_code_points(name.substr(0, name.find(' ')));
  return std::count_if(letters.begin(), letters.end(), [](char32_t c) { return c >= U'А' && c <= U'Я'; }) > 1;
}

std::string name_in(const std::string& name, Case grammatical_case) {
  return is_abbreviation(name) ? name : language::post_in(name, grammatical_case).text;
}

std::string body_in(const Body& body, std::string_view suffix) {
  definitions::Cases cases = body.short_name;
  if (cases.nominative.empty()) cases.nominative = body.name;
  return indicators::in_case(cases, suffix);
}

/// What a person heads: in the genitive, and whether orders bind it.
struct Place {
  std::string genitive;
  bool subordinate = true;
  bool school = false;
};

/// «директор» and «заведующая филиалом» of a school do not say of which; «начальник управления образования» says all.
bool wants_place(std::string_view post, const Place& place) {
  const std::string_view text = trim(post);
  if (place.genitive.empty() || text.find("«") != std::string_view::npos || text.find('"') != std::string_view::npos) {
    return false;
  }
  if (text.find(' ') == std::string_view::npos || text.starts_with("и. о. ") || text.starts_with("исполняющ")) return true;
  // «директор школы № 2» names the place itself.
  constexpr std::array<std::string_view, 9> kPlaces{"школ",     "гимнази",  "лице",  "сад",  "учрежден",
                                                    "организац", "управлен", "отдел", "центр"};
  const std::string small = lower(text);
  return place.school && std::none_of(kPlaces.begin(), kPlaces.end(), [&](std::string_view word) {
           return small.find(word) != std::string::npos;
         });
}

Place place_of(const Workspace& workspace, const Person& person) {
  for (const School& school : workspace.schools) {
    if (school.head == person.id) return {name_in(school.name, Case::genitive), school.subordinate, true};
  }
  for (const Body& body : workspace.bodies) {
    if (body.head == person.id) return {body_in(body, "genitive"), body.subordinate, false};
  }
  return {};
}

std::string unsure_of(const Person& person) {
  if (person.name.dative.empty()) {
    const language::Form form =
        language::surname_in(person.surname, language::parse_gender(person.gender), Case::dative);
    if (!form.confident) return form.text;
  }
  if (person.post.dative.empty()) {
    const language::Form form = language::post_in(person.post.nominative, Case::dative);
    if (!form.confident) return form.text;
  }
  return {};
}

Executor of_person(const Workspace& workspace, const Person& person) {
  const expression::Value record = indicators::person_record(person);
  const Place place = place_of(workspace, person);
  const auto worded = [&](const std::string& suffix) {
    std::string text = field(record, "post" + suffix);
    if (wants_place(person.post.nominative, place)) text += " " + place.genitive;
    return std::string(trim(text + " " + field(record, "name" + suffix)));
  };
  return {worded("_dative"), worded(""), place.subordinate, unsure_of(person), false, false};
}

Executor of_school(const Workspace& workspace, const School& school) {
  if (const Person* head = workspace.person(school.head)) {
    Executor made = of_person(workspace, *head);
    made.subordinate = school.subordinate;
    return made;
  }
  const std::string name = name_in(school.name, Case::genitive);
  return {"руководителю " + name, "руководитель " + name, school.subordinate, {}, false, false};
}

Executor of_body(const Body& body) {
  Executor made{body_in(body, "dative"), body_in(body, ""), body.subordinate, {}, false, false};
  if (body.short_name.dative.empty()) {
    const language::Form form = language::post_in(made.nominative, Case::dative);
    if (!form.confident && !is_abbreviation(made.nominative)) made.unsure = form.text;
  }
  return made;
}

Executor of_all_schools(const Workspace& workspace) {
  const auto bound = static_cast<std::size_t>(std::count_if(workspace.schools.begin(), workspace.schools.end(),
                                                            [](const School& school) { return school.subordinate; }));
  // An order binds those of them that are subordinate, and says so.
  const std::string which = bound == workspace.schools.size() || bound == 0 ? "" : "подведомственных ";
  return {"руководителям " + which + "общеобразовательных организаций",
          "руководители " + which + "общеобразовательных организаций", bound > 0 || workspace.schools.empty(), {},
          true, false};
}

/// «директорам», «ответственным»: a plural dative.
bool is_plural(std::string_view dative) {
  const std::string first = lower(dative.substr(0, dative.find(' ')));
  return first.ends_with("ам") || first.ends_with("ям") || first.ends_with("ым") || first.ends_with("им");
}

/// An order that is given to its own issuer names it as any other.
Executor of_department(const Workspace& workspace) {
  definitions::Cases cases = workspace.department.short_name;
  if (cases.nominative.empty()) cases.nominative = workspace.department.name;
  return {indicators::in_case(cases, "dative"), cases.nominative, true, {}, false, false};
}

Executor of_role(const definitions::Role& role) {
  Executor made{indicators::in_case(role.name, "dative"), role.name.nominative, true, {}, false, false};
  made.several = is_plural(made.dative);
  if (role.name.dative.empty() && !language::post_in(role.name.nominative, Case::dative).confident)
    made.unsure = made.dative;
  return made;
}

/// «директор», «комиссия», «Иванов»: no dative ends so.
bool ends_as_nominative(std::string_view text) {
  const std::u32string letters = to_code_points(text.substr(0, text.find_first_of(" ,")));
  if (letters.empty()) return false;
  constexpr std::u32string_view kEndings = U"бвгджзйклмнпрстфхцчшщьаяыо";
  const std::string word = lower(to_utf8(letters));
  for (const std::string_view dative : {"ам", "ям", "ым", "им", "ом", "ой", "ей", "их", "ых"}) {
    if (word.ends_with(dative)) return false;   // «Ивановой», «всем» and «Черных» may be datives
  }
  return word != "всем" && kEndings.find(to_code_points(word).back()) != std::u32string_view::npos;
}

Executor of_words(std::string_view given) {
  const std::string words = squeeze(given), shown = language::glue(words);
  Executor made{shown, shown, true, {}, false, false};
  if (is_abbreviation(words)) return made;
  const language::Form dative = language::post_in(words, Case::dative);
  if (auto nominative = language::post_from_dative(words)) {
    made.nominative = language::glue(*nominative);
  } else if (dative.confident) {
    made.dative = language::glue(dative.text);
  } else {
    made.doubtful = ends_as_nominative(words);
  }
  made.several = is_plural(made.dative);
  return made;
}

std::optional<Executor> of_group(const Workspace& workspace, const std::string& group) {
  std::vector<std::string> names;
  bool bound = false;
  for (const School& school : workspace.schools) {
    if (std::find(school.groups.begin(), school.groups.end(), group) == school.groups.end()) continue;
    names.push_back(name_in(school.name, Case::genitive));
    bound = bound || school.subordinate;
  }
  if (names.empty()) return std::nullopt;
  const std::string of = (names.size() == 1 ? "ю " : "ям ");
  const std::string list = language::listed(names);
  return Executor{"руководител" + of + list, (names.size() == 1 ? "руководитель " : "руководители ") + list, bound,
                  {}, names.size() > 1, false};
}

}  // namespace

Executor executor_of(const Workspace& workspace, const std::string& who) {
  if (const Person* person = workspace.person(who)) return of_person(workspace, *person);
  if (const School* school = workspace.school(who)) return of_school(workspace, *school);
  if (const Body* body = find_body(workspace, who)) return of_body(*body);
  if (who == "schools" || who == "heads") return of_all_schools(workspace);
  if (who == "department") return of_department(workspace);
  for (const definitions::Role& role : workspace.roles) {
    if (role.id == who) return of_role(role);
  }
  if (auto group = of_group(workspace, who)) return *group;
  return of_words(who);
}

Executors executors_of(const Workspace& workspace, const std::vector<definitions::Written>& to) {
  Executors all;
  std::vector<std::string> dative, nominative;
  for (const definitions::Written& one : to) {
    Executor made = executor_of(workspace, one.text);
    dative.push_back(std::move(made.dative));
    nominative.push_back(std::move(made.nominative));
    (made.subordinate ? all.binds : all.recommends) = true;
    if (!made.unsure.empty()) all.unsure.push_back(std::move(made.unsure));
    if (made.doubtful) all.doubtful.push_back(one.text);
    all.several = all.several || made.several;
  }
  all.several = all.several || to.size() > 1;
  all.dative = language::listed(dative);
  all.nominative = join(nominative, "; ");
  return all;
}

std::string post_in(const Workspace& workspace, const Person& person, std::string_view suffix) {
  const std::string ending = suffix.empty() ? std::string() : "_" + std::string(suffix);
  const Place place = place_of(workspace, person);
  std::string text = field(indicators::person_record(person), "post" + ending);
  if (wants_place(person.post.nominative, place)) text += " " + place.genitive;
  return text;
}

std::string person_in(const Workspace& workspace, const std::string& id, std::string_view suffix) {
  const Person* person = workspace.person(id);
  if (person == nullptr) return {};
  const std::string ending = suffix.empty() ? std::string() : "_" + std::string(suffix);
  return std::string(
      trim(post_in(workspace, *person, suffix) + " " + field(indicators::person_record(*person), "name" + ending)));
}

}  // namespace svod::compose
