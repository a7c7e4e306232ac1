#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"
#include "language/collation.h"

namespace svod::definitions {
namespace {

Cases cases_of(const Reader& reader, std::string_view key) {
  const Node* value = reader.find(key);
  if (!value) return {};
  if (value->is_scalar()) return {value->text, {}, {}, {}, {}, {}};
  const Reader forms = reader.inside(*value);
  return {forms.text("nominative"), forms.text("genitive"),     forms.text("dative"),
          forms.text("accusative"), forms.text("instrumental"), forms.text("prepositional")};
}

void check_dates(const Reader& reader, std::string_view first, std::string_view last) {
  const Node* begin = reader.find(first);
  const Node* end = reader.find(last);
  const auto from = begin ? parse_iso_date(begin->text) : std::nullopt;
  const auto to = end ? parse_iso_date(end->text) : std::nullopt;
  if (from && to && *to < *from) {
    reader.error(codes::contradiction, *end, "дата " + end->text + " раньше начала " + begin->text);
  }
}

class RegisterLoader {
 public:
  RegisterLoader(const Checked& file, Loading& loading) : file_(file), loading_(loading) {}

  void load() {
    each("municipalities", "муниципалитет", [&](const Reader& reader) {
      loading_.workspace.municipalities.push_back({reader.text("id"), reader.text("name"), reader.text("genitive"),
                                                   reader.texts("aliases")});
    });
    each("people", "человек", [&](const Reader& reader) { loading_.workspace.people.push_back(person_of(reader)); });
    each("schools", "школа", [&](const Reader& reader) { loading_.workspace.schools.push_back(school_of(reader)); });
    each("bodies", "орган", [&](const Reader& reader) {
      const std::string name = reader.text("name");
      loading_.workspace.bodies.push_back({reader.text("id"), name, cases_of(reader, "short_name"), reader.text("head"),
                                           reader.at(), reader.flag("subordinate", true),
                                           reader.text("full_name", name), reader.texts("aliases"),
                                           reader.text("kind"), reader.text("place")});
    });
    each("roles", "роль", [&](const Reader& reader) {
      Cases name = cases_of(reader, "name");
      const Cases given = cases_of(reader, "cases");
      for (std::string Cases::*const form : {&Cases::nominative, &Cases::genitive, &Cases::dative, &Cases::accusative,
                                             &Cases::instrumental, &Cases::prepositional}) {
        if (!(given.*form).empty()) name.*form = given.*form;
      }
      loading_.workspace.roles.push_back({reader.text("id"), std::move(name), reader.texts("aliases"), reader.at()});
    });
    const Reader root(file_.document, file_.document.root, loading_.out);
    for (const auto& [short_form, full] : root.pairs("abbreviations")) {
      loading_.workspace.abbreviations[short_form] = full->text;
    }
    if (const Node* foreign = root.find("foreign"); foreign && file_.is_good(*foreign)) {
      loading_.workspace.foreign = root.texts("foreign");
    }
  }

 private:
  template <class Load>
  void each(std::string_view key, const std::string& what, Load load) {
    const Node* list = file_.document.root.find(key);
    if (!list || list->kind != Node::Kind::list) return;
    std::map<std::string, Location> seen;
    for (const Node& item : list->items) {
      if (item.kind != Node::Kind::map) continue;
      const Reader reader(file_.document, item, loading_.out);
      const std::string id = reader.text("id");
      const auto [first, is_new] = seen.emplace(id, reader.at());
      if (!is_new && !id.empty()) {
        Diagnostic& added = reader.error(codes::duplicate_name, "id", what + ": код «" + id + "» уже занят");
        added.related.push_back({first->second, "первый раз – здесь"});
        continue;
      }
      if (file_.is_good(item)) load(reader);
    }
  }

  Person person_of(const Reader& reader) {
    check_dates(reader, "from", "to");
    return {reader.text("id"),       reader.text("surname"),   reader.text("given"), reader.text("patronymic"),
            cases_of(reader, "post"), cases_of(reader, "name"), reader.text("gender"), reader.date("from"),
            reader.date("to"),       reader.at()};
  }

  School school_of(const Reader& reader) {
    School school;
    school.id = reader.text("id");
    school.name = reader.text("name");
    school.short_name = reader.text("short_name", school.name);
    school.full_name = reader.text("full_name", school.name);
    school.aliases = reader.texts("aliases");
    school.kind = reader.text("kind");
    school.municipality = reader.text("municipality");
    school.head = reader.text("head");
    school.groups = reader.texts("groups");
    school.defined_at = reader.at();
    school.subordinate = reader.flag("subordinate", true);
    school.opened = reader.date("opened");
    school.closed = reader.date("closed");
    check_dates(reader, "opened", "closed");
    if (const Node* owes = reader.find("owes")) {
      for (const Node& item : owes->items) {
        const std::string form = form_named(item.text, item, reader);
        if (!form.empty() && std::find(school.owes.begin(), school.owes.end(), form) == school.owes.end()) {
          school.owes.push_back(form);
        }
      }
    }
    for (const auto& [name, reason] : reader.pairs("excused")) {
      const std::string form = form_named(name, *reason, reader);
      if (!form.empty()) school.excused[form] = reason->text;
    }
    return school;
  }

  /// A form by its name or, as people write in a table, by its title.
  std::string form_named(const std::string& text, const Node& at, const Reader& reader) {
    if (loading_.workspace.form(text) || loading_.broken_forms.count(text)) return text;
    std::vector<std::string> known;
    for (const Form& form : loading_.workspace.forms) {
      if (folded(form.title) == folded(text)) return form.name;
      known.push_back(form.name);
    }
    const std::string near = nearest_hint(text, known);
    reader.error(codes::unknown_form, at, "нет формы «" + text + "»", near.empty() ? "формы: " + join(known, ", ") : near)
        .cause = "form " + text;
    return {};
  }

  const Checked& file_;
  Loading& loading_;
};

/// Two schools of one municipality must not share a name, an alias or a short name.
void check_school_names(const Checked& file, Loading& loading) {
  std::map<std::pair<std::string, std::string>, const School*> owners;
  for (const School& school : loading.workspace.schools) {
    std::vector<std::string> names = school.aliases;
    for (const std::string* name : {&school.full_name, &school.short_name, &school.name}) names.insert(names.begin(), *name);
    std::set<std::string> reported;
    for (const std::string& name : names) {
      const auto [owner, is_new] = owners.emplace(std::pair(school.municipality, folded(name)), &school);
      if (is_new || owner->second == &school || !reported.insert(folded(name)).second) continue;
      Diagnostic& added = loading.out.error(codes::ambiguous_school, school.defined_at,
                                            "название «" + name + "» носят две школы: «" + owner->second->id + "» и «" +
                                                school.id + "»",
                                            "уточните одно из названий");
      added.excerpt = file.document.excerpt(school.defined_at);
      added.related.push_back({owner->second->defined_at, "другая школа – здесь"});
    }
  }
}

void check_person(const Workspace& workspace, const Reader& reader, std::string_view key) {
  const std::string id = reader.text(key);
  if (id.empty() || workspace.person(id)) return;
  std::vector<std::string> known;
  for (const Person& person : workspace.people) known.push_back(person.id);
  const std::string near = nearest_hint(id, known);
  reader.error(codes::unknown_person, key, "в реестре нет человека с кодом «" + id + "»",
               near.empty() && !known.empty() && known.size() <= 12 ? "коды людей: " + join(known, ", ") : near);
}

void check_school_references(const Checked& file, Loading& loading) {
  const Node* list = file.document.root.find("schools");
  if (!list || list->kind != Node::Kind::list) return;
  std::vector<std::string> municipalities;
  for (const Municipality& one : loading.workspace.municipalities) municipalities.push_back(one.id);
  for (const Node& item : list->items) {
    if (!file.is_good(item)) continue;
    const Reader reader(file.document, item, loading.out);
    check_person(loading.workspace, reader, "head");
    const std::string id = reader.text("municipality");
    if (id.empty() || std::find(municipalities.begin(), municipalities.end(), id) != municipalities.end()) continue;
    reader.error(codes::unknown_municipality, "municipality", "в реестре нет муниципалитета с кодом «" + id + "»",
                 nearest_hint(id, municipalities));
  }
}

}  // namespace

void load_register(const Checked& file, Loading& loading) {
  RegisterLoader(file, loading).load();
  std::vector<School>& schools = loading.workspace.schools;
  // Where there is one municipality, a register need not repeat it.
  if (const auto& own = loading.workspace.municipalities; own.size() == 1) {
    for (School& school : schools) {
      if (school.municipality.empty()) school.municipality = own.front().id;
    }
  }
  check_school_names(file, loading);
  std::stable_sort(schools.begin(), schools.end(), [](const School& a, const School& b) {
    const int order = language::compare(a.short_name, b.short_name);
    if (order != 0) return order < 0;
    return std::tie(a.municipality, a.id) < std::tie(b.municipality, b.id);
  });
}

void load_workspace_file(const Checked& file, Loading& loading) {
  const Reader reader(file.document, file.document.root, loading.out);
  Workspace& workspace = loading.workspace;
  workspace.name = reader.text("name", workspace.name);
  workspace.title = reader.text("title");
  workspace.mark = reader.text("mark");
  const Node* year = reader.find("year");
  if (year && file.is_good(*year)) workspace.year = reader.integer("year", 0);
  const Node* date = reader.find("date");
  if (date && file.is_good(*date)) workspace.date = reader.date("date").value_or(Date{});
  workspace.key = reader.text("key", "svod:" + workspace.name);
  workspace.signatory = reader.text("signatory");
  workspace.executor = reader.text("executor");
  if (const Node* department = reader.find("department"); department && file.is_good(*department)) {
    const Reader inside = reader.inside(*department);
    workspace.department = {inside.text("name"), cases_of(inside, "short_name"), inside.text("place"),
                            cases_of(inside, "municipality")};
  }
  const Node* documents = reader.find("documents");
  if (!documents || documents->kind != Node::Kind::list) return;
  std::map<std::string, Location> seen;
  for (const Node& item : documents->items) {
    if (!file.is_good(item)) continue;
    const Reader inside = reader.inside(item);
    DocumentOrder order{inside.text("name"), inside.text("template"), inside.texts("formats"), inside.text("each"),
                        {}, inside.at()};
    for (const auto& [name, value] : inside.pairs("parameters")) order.parameters[name] = value->text;
    const auto [first, is_new] = seen.emplace(order.name, inside.at());
    if (!is_new) {
      Diagnostic& added = inside.error(codes::duplicate_name, "name", "документ «" + order.name + "» заказан дважды");
      added.related.push_back({first->second, "первый раз – здесь"});
      continue;
    }
    workspace.documents.push_back(std::move(order));
  }
}

void check_references(const Checked* workspace_file, const Checked* register_file, Loading& loading) {
  if (register_file) check_school_references(*register_file, loading);
  if (register_file) {
    if (const Node* bodies = register_file->document.root.find("bodies")) {
      for (const Node& item : bodies->items) {
        if (register_file->is_good(item)) {
          check_person(loading.workspace, Reader(register_file->document, item, loading.out), "head");
        }
      }
    }
  }
  if (!workspace_file || !register_file) return;
  const Reader reader(workspace_file->document, workspace_file->document.root, loading.out);
  check_person(loading.workspace, reader, "signatory");
  check_person(loading.workspace, reader, "executor");
}

}  // namespace svod::definitions
