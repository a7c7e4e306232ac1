#include "compose/plan_names.h"

namespace svod::compose {
namespace {

using expression::Accepts;
using expression::Function;
using expression::RecordType;
using expression::Type;

using Fields = std::map<std::string, Type>;

/// Types that hold lists of themselves are rings: they live as long as the program does.
RecordType& lasting(const char* name, const char* title) {
  auto* type = new RecordType;
  type->name = name;
  type->title = title;
  return *type;
}

/// A type of a record that somebody else keeps.
Type kept(const RecordType& record) {
  return Type::of(std::shared_ptr<const RecordType>(std::shared_ptr<void>(), &record));
}

void texts(Fields& fields, std::initializer_list<const char*> names) {
  for (const char* name : names) fields.emplace(name, Type::text());
}

Type made(const char* name, const char* title, Fields fields) {
  RecordType& record = lasting(name, title);
  record.fields = std::move(fields);
  return kept(record);
}

struct Types {
  Type clause, party, measure, section, indicator, stage, participant, financing, plan, row, member, table, regulation;

  Types() {
    RecordType& a_clause = lasting("clause", "пункт текста");
    clause = kept(a_clause);
    texts(a_clause.fields, {"id", "role", "number", "title", "text"});
    for (const char* name : {"paragraphs", "items", "indicators"})
      a_clause.fields.emplace(name, Type::list(Type::text()));
    a_clause.fields.emplace("clauses", Type::list(clause));

    Fields of_party;
    texts(of_party, {"id", "name", "kind", "written"});
    party = made("party", "ответственный", std::move(of_party));
    make_measures();
    make_indicators();
    make_plan();
    make_regulation();
  }

  void make_measures() {
    Fields fields;
    texts(fields, {"id", "number", "text", "term", "start", "end", "responsible", "result", "report", "consequence",
                   "document", "status", "section", "heading", "chapter"});
    for (const char* name : {"from", "to"}) fields.emplace(name, Type::date());
    for (const char* name : {"results", "reports", "links", "indicators"})
      fields.emplace(name, Type::list(Type::text()));
    fields.emplace("level", Type::number());
    for (const char* name : {"done", "divided", "availability", "inherited_term"}) fields.emplace(name, Type::boolean());
    fields.emplace("parties", Type::list(party));
    measure = made("measure", "мероприятие", std::move(fields));

    fields.clear();
    texts(fields, {"id", "number", "title", "heading", "kind", "curator", "printed"});
    fields.emplace("level", Type::number());
    for (const char* name : {"before", "after"}) fields.emplace(name, Type::list(clause));
    for (const char* name : {"measures", "all_measures"}) fields.emplace(name, Type::list(measure));
    section = made("section", "раздел плана", std::move(fields));
  }

  void make_indicators() {
    RecordType& an_indicator = lasting("plan_indicator", "показатель плана");
    indicator = kept(an_indicator);
    texts(an_indicator.fields, {"id", "number", "name", "unit", "source"});
    for (const char* name : {"base_year", "ratio", "level"}) an_indicator.fields.emplace(name, Type::number());
    an_indicator.fields.emplace("less_is_better", Type::boolean());
    for (const char* name : {"years", "fact_years"}) an_indicator.fields.emplace(name, Type::list(Type::number()));
    an_indicator.fields.emplace("parts", Type::list(indicator));
  }

  void make_plan() {
    Fields fields;
    texts(fields, {"title", "term", "text"});
    stage = made("stage", "этап", std::move(fields));
    fields.clear();
    texts(fields, {"who"});
    fields.emplace("functions", Type::list(Type::text()));
    participant = made("participant", "участник", std::move(fields));
    fields.clear();
    texts(fields, {"source", "unit"});
    fields.emplace("years", Type::list(Type::number()));
    financing = made("financing", "источник финансирования", std::move(fields));

    fields.clear();
    texts(fields, {"id", "type", "title", "title_genitive", "short_title", "short_title_dative", "gender", "period",
                   "approval", "numbering"});
    for (const char* name : {"from", "to"}) fields.emplace(name, Type::date());
    for (const char* name : {"before", "after", "passport"}) fields.emplace(name, Type::list(clause));
    fields.emplace("sections", Type::list(section));
    fields.emplace("measures", Type::list(measure));
    fields.emplace("indicators", Type::list(indicator));
    for (const char* name : {"years", "funding_years"}) fields.emplace(name, Type::list(Type::number()));
    for (const char* name : {"framed", "turned"}) fields.emplace(name, Type::boolean());
    fields.emplace("stages", Type::list(stage));
    fields.emplace("participants", Type::list(participant));
    fields.emplace("principles", Type::list(Type::text()));
    fields.emplace("financing", Type::list(financing));
    plan = made("plan", "план", std::move(fields));
  }

  void make_regulation() {
    RecordType& a_row = lasting("catalogue_row", "строка перечня");
    row = kept(a_row);
    texts(a_row.fields, {"number", "name", "unit", "indicator"});
    a_row.fields.emplace("subjects", Type::list(Type::text()));
    a_row.fields.emplace("rows", Type::list(row));

    Fields fields;
    texts(fields, {"role", "name", "surname_first", "post"});
    fields.emplace("duties", Type::list(Type::text()));
    member = made("member", "член состава", std::move(fields));

    RecordType& a_regulation = lasting("regulation", "положение");
    regulation = kept(a_regulation);
    texts(a_regulation.fields, {"id", "type", "title", "title_genitive", "short_title", "short_title_dative", "gender",
                                "approval", "number"});
    a_regulation.fields.emplace("clauses", Type::list(clause));
    a_regulation.fields.emplace("rows", Type::list(row));
    a_regulation.fields.emplace("members", Type::list(member));
    a_regulation.fields.emplace("tables", Type::number());
    a_regulation.fields.emplace("appendices", Type::list(regulation));
    a_regulation.fields.emplace("plans", Type::list(plan));
    Fields part;
    texts(part, {"id", "number", "kind"});
    part.emplace("mark", Type::list(Type::text()));
    part.emplace("plan", plan);
    part.emplace("regulation", regulation);
    a_regulation.fields.emplace("parts", Type::list(made("regulation_part", "приложение положения", std::move(part))));
  }
};

const Types& types() {
  static const Types& all = *new Types;
  return all;
}

void add(expression::NameTable& names, const char* name, std::vector<std::pair<const char*, Type>> parameters,
         Type result, const char* title) {
  Function function;
  function.name = name;
  function.title = title;
  function.result = std::move(result);
  for (auto& [parameter, type] : parameters) {
    function.parameters.push_back({parameter, std::move(type), true, Accepts::type, {}});
  }
  names.add(std::move(function));
}

}  // namespace

const Type& clause_type() { return types().clause; }
const Type& plan_type() { return types().plan; }
const Type& section_type() { return types().section; }
const Type& regulation_type() { return types().regulation; }

void add_plan_names(expression::NameTable& names) {
  const Types& all = types();
  names.add("plans", Type::list(all.plan), "планы");
  names.add("regulations", Type::list(all.regulation), "положения");
  add(names, "plan", {{"id", Type::text()}}, all.plan, "план");
  add(names, "regulation", {{"id", Type::text()}}, all.regulation, "положение");
  const auto of_year = [&](const char* name, const char* title) {
    add(names, name, {{"indicator", all.indicator}, {"year", Type::number()}}, Type::number(), title);
  };
  of_year("target", "плановое значение");
  of_year("fact", "фактическое значение");
  of_year("achievement", "степень достижения");
  add(names, "target_ratio", {{"indicator", all.indicator}}, Type::number(), "отношение последнего года к первому");
  add(names, "funds", {{"financing", all.financing}, {"year", Type::number()}}, Type::number(), "объём финансирования");
}

}  // namespace svod::compose
