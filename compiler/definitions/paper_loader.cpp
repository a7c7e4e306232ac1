#include "definitions/loading.h"
#include "definitions/written_reader.h"

namespace svod::definitions {
namespace {

using Target = Reference::Target;

Paper::Type type_of(std::string_view word) {
  if (word == "resolution") return Paper::Type::resolution;
  if (word == "minutes") return Paper::Type::minutes;
  if (word == "letter") return Paper::Type::letter;
  if (word == "note") return Paper::Type::note;
  return Paper::Type::order;
}

Paper::Purpose purpose_of(std::string_view word) {
  if (word == "plan") return Paper::Purpose::plan;
  if (word == "regulation") return Paper::Purpose::regulation;
  if (word == "results") return Paper::Purpose::results;
  if (word == "event") return Paper::Purpose::event;
  if (word == "composition") return Paper::Purpose::composition;
  if (word == "amendment") return Paper::Purpose::amendment;
  if (word == "repeal") return Paper::Purpose::repeal;
  return Paper::Purpose::other;
}

PaperItem item_of(const WrittenReader& reader) {
  PaperItem item;
  item.id = reader.own_id("пункт приказа");
  item.number = reader.written("number");
  item.to = reader.several("to", Target::addressee);
  item.manner = reader.word("manner");
  item.text = reader.written("text");
  item.terms = reader.several("term");
  item.approves = reader.id("approves", Target::appendix);
  item.tables = reader.tables("tables");
  item.items = reader.each("items", item_of);
  item.done = reader.date("done");
  item.at = reader.at();
  return item;
}

Paper::Question question_of(const WrittenReader& reader) {
  Paper::Question question;
  question.question = reader.written("question");
  question.heard = reader.each("heard", [](const WrittenReader& one) {
    return Paper::Question::Speech{one.written("who", Target::party), one.written("text")};
  });
  question.decided = reader.each("decided", item_of);
  question.at = reader.at();
  return question;
}

void read_control(const WrittenReader& reader, Paper& paper) {
  const std::string who = reader.word("control");
  if (who.empty()) return;
  Paper::Control control;
  control.self = who == "self";
  if (!control.self) control.person = reader.id("control", Target::person);
  control.at = reader.reader().document().at(reader.reader().place("control"));
  paper.control = std::move(control);
}

Paper paper_of(const WrittenReader& reader) {
  Paper paper;
  paper.id = reader.word("id");
  paper.type = type_of(reader.word("type"));
  paper.purpose = purpose_of(reader.word("purpose"));
  paper.issuer = reader.id("issuer", Target::body);
  paper.subject = reader.written("subject");
  paper.preamble = reader.paragraphs("preamble");
  paper.items = reader.each("items", item_of);
  read_control(reader, paper);
  paper.signatory = reader.id("signatory", Target::person);
  paper.executor = reader.id("executor", Target::person);
  paper.appendices = reader.ids("appendices", Target::appendix);
  paper.agreed_by = reader.ids("agreed_by", Target::people);
  paper.acquainted = reader.ids("acquainted", Target::people);
  paper.changes = reader.act("changes", Target::changed);
  paper.amendments = reader.each("amendments", item_of);
  paper.reference = reader.written("reference");
  paper.addressees = reader.several("addressees", Target::addressee);
  paper.chair = reader.id("chair", Target::person);
  paper.secretary = reader.id("secretary", Target::person);
  paper.present = reader.several("present", Target::party);
  paper.agenda = reader.each("agenda", question_of);
  paper.body = reader.clauses("body");
  paper.date = reader.date("date");
  paper.number = reader.written("number");
  paper.at = reader.at();
  return paper;
}

}  // namespace

void load_papers(const CheckedFiles& files, Loading& loading) {
  for (const auto& file : files) {
    const WrittenReader reader(*file, file->document.root, loading);
    if (loading.take_id(reader.reader(), "бумага")) loading.workspace.papers.push_back(paper_of(reader));
  }
}

}  // namespace svod::definitions
