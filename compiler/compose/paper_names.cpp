#include "compose/paper_names.h"

#include <initializer_list>
#include <memory>

#include "compose/plan_names.h"

namespace svod::compose {
namespace {

using expression::Accepts;
using expression::Function;
using expression::RecordType;
using expression::Type;

using Fields = std::map<std::string, Type>;

void texts(Fields& fields, std::initializer_list<const char*> names) {
  for (const char* name : names) fields.emplace(name, Type::text());
}

Type record(const char* name, const char* title, Fields fields) {
  RecordType type;
  type.name = name;
  type.title = title;
  type.fields = std::move(fields);
  return Type::of(std::make_shared<const RecordType>(std::move(type)));
}

Fields item_fields() {
  Fields fields;
  texts(fields, {"number", "text", "own_text", "executors", "to", "term", "status"});
  fields.emplace("due", Type::date());
  fields.emplace("done", Type::date());
  for (const char* name : {"overdue", "recommended"}) fields.emplace(name, Type::boolean());
  fields.emplace("level", Type::number());
  return fields;
}

Type appendix_type() {
  Fields fields;
  texts(fields, {"id", "number", "title", "kind"});
  fields.emplace("plan", plan_type());
  fields.emplace("regulation", regulation_type());
  return record("paper_appendix", "приложение бумаги", std::move(fields));
}

Type question_type(const Type& item) {
  Fields speech;
  texts(speech, {"who", "who_accusative", "text", "line"});
  Fields fields;
  texts(fields, {"number", "question"});
  fields.emplace("heard", Type::list(record("speech", "выступление", std::move(speech))));
  fields.emplace("decided", Type::list(item));
  return record("question", "вопрос повестки", std::move(fields));
}

Type paper_type(const Type& person, const Type& appendix, const Type& item) {
  Fields fields;
  texts(fields, {"id",
                 "type",
                 "purpose",
                 "kind",
                 "kind_genitive",
                 "kind_dative",
                 "kind_accusative",
                 "kind_instrumental",
                 "heading",
                 "subject",
                 "issuer",
                 "issuer_genitive",
                 "place",
                 "number",
                 "state",
                 "state_title",
                 "name",
                 "full_name",
                 "control",
                 "reference",
                 "changes",
                 "changed_by"});
  fields.emplace("date", Type::date());
  for (const char* name : {"signed", "of_department"}) fields.emplace(name, Type::boolean());
  for (const char* name : {"preamble", "addressees", "present"}) fields.emplace(name, Type::list(Type::text()));
  for (const char* name : {"signatory", "executor", "controller", "chair", "secretary"}) fields.emplace(name, person);
  for (const char* name : {"agreed_by", "acquainted"}) fields.emplace(name, Type::list(person));
  for (const char* name : {"items", "all_items", "controlled"}) fields.emplace(name, Type::list(item));
  fields.emplace("appendices", Type::list(appendix));
  fields.emplace("agenda", Type::list(question_type(item)));
  fields.emplace("body", Type::list(clause_type()));
  return record("paper", "бумага", std::move(fields));
}

}  // namespace

void add_paper_names(expression::NameTable& names) {
  const Type person = names.variable("signatory").value_or(Type::text());
  const Type appendix = appendix_type(), item = record("paper_item", "пункт бумаги", item_fields());
  const Type paper = paper_type(person, appendix, item);
  names.add("papers", Type::list(paper), "бумаги");
  names.add("issue", record("issue", "подписание", {{"date", Type::date()}, {"number", Type::text()}}), "подписание");
  Function by_id;
  by_id.name = "paper";
  by_id.title = "бумага";
  by_id.parameters.push_back({"id", Type::text(), true, Accepts::type, {}});
  by_id.result = paper;
  names.add(std::move(by_id));
  Fields of_duty = item_fields();
  of_duty.emplace("paper", paper);
  texts(of_duty, {"paper_name", "source"});
  Function duties;
  duties.name = "duties";
  duties.title = "пункты бумаг со сроками";
  duties.parameters.push_back({"drafts", Type::boolean(), false, Accepts::type, {}});
  duties.result = Type::list(record("duty", "поручение бумаги", std::move(of_duty)));
  names.add(std::move(duties));
  Function mark;
  mark.name = "appendix_mark";
  mark.title = "отметка о приложении";
  mark.parameters.push_back({"appendix", appendix, true, Accepts::type, {}});
  mark.parameters.push_back({"form", Type::text(), true, Accepts::type, {}});
  mark.parameters.push_back({"title", Type::boolean(), false, Accepts::type, {}});
  mark.result = Type::list(Type::text());
  names.add(std::move(mark));
}

}  // namespace svod::compose
