#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "definitions/form.h"
#include "definitions/indicator.h"
#include "definitions/layout.h"
#include "definitions/paper.h"
#include "definitions/plan.h"
#include "diagnostics/diagnostic.h"

namespace svod::definitions {

/// Case forms given in the register; an empty one is derived by language/ with a warning when used.
struct Cases {
  std::string nominative, genitive, dative, accusative, instrumental, prepositional;
};

struct Person {
  std::string id;
  std::string surname, given, patronymic;
  Cases post;             ///< «начальник управления образования»
  Cases name;             ///< surname with initials where given: «Васильевой Т. В.»
  std::string gender;     ///< «m», «f» or empty
  std::optional<Date> from, to;
  Location defined_at;
};

struct School {
  std::string id;              ///< stable: «yasnogorskaya»
  std::string name;            ///< «МБОУ «Ясногорская СОШ»»
  std::string short_name;      ///< «Ясногорская СОШ»
  std::string full_name;
  std::vector<std::string> aliases;
  std::string kind;            ///< «СОШ», «ООШ»
  std::string municipality;    ///< id; the only one where the register does not say
  std::string head;            ///< person's id
  std::vector<std::string> groups;
  /// Forms it owes; every form that is not here is not applicable.
  std::vector<std::string> owes;
  std::map<std::string, std::string> excused;   ///< form -> reason
  std::optional<Date> opened, closed;
  Location defined_at;
  bool subordinate = true;     ///< orders bind it; else they only recommend
};

struct Municipality {
  std::string id, name, genitive;
  std::vector<std::string> aliases;
};

struct Department {
  std::string name;      ///< as on the letterhead
  Cases short_name;
  std::string place;     ///< «г. Кемерово»
  Cases municipality;    ///< «Кемеровский муниципальный округ»
};

/// A table of reference data: minimum scores, the region's means, calendars, earlier years.
struct ReferenceTable {
  std::string name;
  std::string title;
  std::string source;                             ///< act or publication
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;     ///< texts; numbers with a dot
  std::vector<Location> places;                   ///< one a row
  Location defined_at;
};

/// An earlier year's value that a document states: facts of history/.
struct HistoricValue {
  std::string indicator;
  std::map<std::string, std::string> dimensions;
  int year = 0;
  Number value;
  std::string source;
  Location defined_at;
};

/// What a rule says when it holds. Texts may hold `{{ }}` over the rule's variables.
struct RuleAdvice {
  expression::Text to;          ///< addressee: «руководителю», «учителям предмета «{{ subject }}»»
  expression::Text text;
  expression::Text term;
  expression::Text evidence;    ///< how it will be seen that it is done
};

/// A rule over indicators: for whom, when, what it finds, what it recommends.
struct Rule {
  std::string name;
  std::string title;
  std::string severity;         ///< «risk», «attention», «strength»
  std::shared_ptr<const expression::Clause> subject;   ///< `school in schools`
  std::vector<std::shared_ptr<const expression::Clause>> also;  ///< further clauses: `subject in subjects`
  expression::Tree when;
  expression::Text finding;
  std::vector<RuleAdvice> advice;
  Location defined_at;
};

/// A body beside the department: a methodical centre, a council, an administration.
struct Body {
  std::string id;
  std::string name;
  Cases short_name;
  std::string head;            ///< person's id
  Location defined_at;
  bool subordinate = true;     ///< orders bind it; else they only recommend
  std::string full_name{};     ///< as on its letterhead; the name where the register does not say
  std::vector<std::string> aliases{};
  std::string kind{};          ///< «администрация», «методический центр», «комиссия»; may be empty
  std::string place{};         ///< where it is, for its papers: «г. Беломорск»
};

/// A group of people whom texts name by their post: «руководители школ», «учителя-предметники».
struct Role {
  std::string id;
  Cases name;
  std::vector<std::string> aliases;
  Location defined_at;
};

/// A document that was signed, or sent to be agreed: what `svod issue` writes into issued.yaml.
struct Issued {
  std::string document;        ///< name as the workspace's order of documents gives it, without extension
  std::string paper;           ///< id of the paper that it is; empty for a document without one
  bool agreement = false;      ///< sent to be agreed, not signed yet
  std::string number;
  std::optional<Date> date;    ///< of the signature; of sending
  std::map<std::string, std::string> files;   ///< kept as issued/<document>.<key>: «txt», «pdf» … -> SHA-256
  std::string sha256;          ///< of the record itself
  Location defined_at;
};

/// A document that a workspace asks for.
struct DocumentOrder {
  std::string name;                                  ///< «report»; with `each`, a name pattern with {{ }}
  std::string template_name;
  std::vector<std::string> formats;                  ///< «pdf», «xlsx»
  std::string each;                                  ///< clause source: one document for each element
  std::map<std::string, std::string> parameters;     ///< texts for the template: number, date …
  Location defined_at;
};

/// Everything that definitions say, read and checked, before any data.
struct Workspace {
  std::filesystem::path folder;
  std::string name;
  std::string title;
  std::string mark;              ///< «учебные данные»; printed on every page; empty for none
  int year = 0;
  Date date{};                   ///< of compilation, unless --as-of
  std::string key;               ///< of the keyed hash for persons' names
  Department department;
  std::string signatory;         ///< person's id
  std::string executor;          ///< person's id
  std::vector<School> schools;         ///< in the order of the Russian alphabet by short name
  std::vector<Person> people;
  std::vector<Municipality> municipalities;
  std::map<std::string, std::string> abbreviations;
  std::vector<Form> forms;
  std::vector<Indicator> indicators;
  std::vector<Listing> listings;
  std::vector<Rule> rules;
  std::vector<ReferenceTable> tables;
  std::vector<HistoricValue> history;
  std::vector<LayoutProfile> layouts;            ///< profiles of layout, shipped ones first
  /// By which profile documents are set that ask for one by this name: «official» -> «our_house».
  std::map<std::string, std::string> layout_instead;
  std::vector<DocumentOrder> documents;
  std::vector<Body> bodies;
  std::vector<Role> roles;
  std::vector<std::string> foreign;      ///< municipalities and bodies that no text may name
  std::vector<Plan> plans;               ///< in the order of their files' names
  std::vector<Regulation> regulations;
  std::vector<Paper> papers;
  std::vector<Issued> issued;
  std::vector<std::string> submissions;   ///< paths relative to the folder, in canonical order
  /// Every definition file that was read: path as shown to the user -> SHA-256, for the manifest.
  std::map<std::string, std::string> sources;

  const Form* form(std::string_view name) const;
  const Indicator* indicator(std::string_view name) const;
  const School* school(std::string_view id) const;
  const Person* person(std::string_view id) const;
  const Body* body(std::string_view id) const;
  const Role* role(std::string_view id) const;
  const ReferenceTable* table(std::string_view name) const;
  const LayoutProfile* layout(std::string_view name) const;
};

/// Where the shipped definitions and templates lie.
struct Shipped {
  std::filesystem::path schemas;
  std::filesystem::path templates;
};

/// Reads and checks a workspace with the shipped definitions; what a workspace defines by the same name
/// wins. Every error of every file is in the diagnostics. Nothing of `submissions/` is opened.
Outcome<Workspace> load(const std::filesystem::path& folder, const Shipped& shipped, const Files& files);

/// The names of rules and templates: schools, subjects, municipalities, the department, indicators as
/// functions of their dimensions. Filters for print are added by the room that prints.
expression::NameTable report_names(const Workspace& workspace);

}  // namespace svod::definitions
