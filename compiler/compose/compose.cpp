#include "compose/compose.h"

#include <algorithm>
#include <set>

#include "compose/codes.h"
#include "compose/paper_records.h"
#include "compose/parameters.h"
#include "compose/words.h"
#include "compose/writer.h"
#include "compose/writing.h"

namespace svod::compose {
namespace {

/// What a source is to the reader of the sheet of sources.
std::string title_of(const definitions::Workspace& workspace, const std::string& path) {
  if (std::find(workspace.submissions.begin(), workspace.submissions.end(), path) != workspace.submissions.end()) {
    return "Представленные сведения";
  }
  if (path.starts_with("history/")) return "Сведения прошлых лет";
  if (path.find("reference/") != std::string::npos) return "Справочные данные";
  return "Описания";
}

}  // namespace

std::string paper_of(const Templates& templates, const Job& job) {
  const auto found = templates.find(key_of(*job.order));
  if (found == templates.end() || !found->second->page) return {};
  for (const ParameterSpec& spec : found->second->page->parameters) {
    const auto given = job.order->parameters.find(spec.name);
    if (spec.record == "paper" && given != job.order->parameters.end()) return given->second;
  }
  for (const auto& [name, value] : job.bound) {
    if (const auto* paper = dynamic_cast<const PaperRecord*>(value.record())) return paper->paper().id;
  }
  return {};
}

bool is_copy(const Templates& templates, const Job& job) {
  const auto found = templates.find(key_of(*job.order));
  return found != templates.end() && found->second->page && found->second->page->copy;
}

Outcome<document::Document> write_document(const Input& all, const Job& job, WordsEditor* words) {
  Input input = all;
  if (job.blank) {
    input.blank_paper = paper_of(all.templates, job);
  } else {
    for (const definitions::Issued& one : all.workspace.issued) {
      if (one.document == job.name) input.issued = &one;
    }
  }
  Outcome<document::Document> outcome;
  document::Document& document = outcome.product;
  document.name = job.name;
  document.date = input.date;
  document.mark = input.mark;
  const auto found = input.templates.find(key_of(*job.order));
  if (found == input.templates.end() || !found->second->page) return outcome;
  const Page& page = *found->second->page;
  const auto house = input.workspace.layout_instead.find(page.profile);
  document.profile = house == input.workspace.layout_instead.end() ? page.profile : house->second;

  const TemplateScope root(input);
  Press press(input, page, root, job.name, outcome.diagnostics);
  const std::vector<std::string>& formats = job.order->formats;
  const auto is_calendar = [](const std::string& format) { return format == "ics"; };
  const bool calendar_alone = !formats.empty() && std::all_of(formats.begin(), formats.end(), is_calendar);
  press.collect(document.events, calendar_alone);
  Scoped base(root);
  std::set<std::string> bound;
  for (const auto& [name, value] : job.bound) {
    // A paper of the loop is told as this document tells it.
    const auto* paper = dynamic_cast<const PaperRecord*>(value.record());
    base.bind(name, paper == nullptr ? value : paper_value(input, paper->paper().id));
    if (!job.order->parameters.contains(name)) bound.insert(name);
  }
  Scoped scoped(base.scope());
  for (const ParameterSpec& spec : page.parameters) {
    if (bound.contains(spec.name)) continue;   // the loop gives it
    scoped.bind(spec.name, parameter_value(*job.order, spec, input, root));
  }
  for (const auto& [name, slot] : page.definitions) {
    expression::Value value = press.value(slot, scoped.scope());
    scoped.bind(name, std::move(value));
  }
  document.title = press.line(page.title, scoped.scope(), true);
  document.author = page.author.empty() ? input.workspace.department.name : press.line(page.author, scoped.scope());
  Written body = write_body(page, base.scope(), scoped.scope(), press, words);
  document.blocks = std::move(body.blocks);
  document.notes = std::move(body.notes);
  for (const auto& [path, hash] : input.sources) {
    document.sources.push_back({path, title_of(input.workspace, path), hash});
  }
  return outcome;
}

Outcome<document::Document> compose(const Input& input, const Job& job) {
  const OwnText* own = input.words == nullptr ? nullptr : own_text_of(*input.words, job.name);
  if (own == nullptr) return write_document(input, job, nullptr);
  if (!own->readable) {
    Outcome<document::Document> refused;
    refused.diagnostics.error(codes::words_unreadable, Location::in_file(own->file),
                              "документ «" + job.name + "» не составлен: его текст не прочитан",
                              "исправьте книгу или уберите её из папки " + std::string(kWordingFolder));
    return refused;
  }
  Plan plan = plan_of(input, job, *own);
  WordsEditor editor(&plan.changes);
  auto outcome = write_document(input, job, &editor);
  outcome.diagnostics.append(std::move(plan.found));
  outcome.product.sources.push_back({own->file, "Свой текст документа", own->sha256});
  return outcome;
}

}  // namespace svod::compose
