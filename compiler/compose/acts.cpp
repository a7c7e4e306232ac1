#include "compose/acts.h"

#include <algorithm>

#include "compose/written_text.h"
#include "indicators/records.h"
#include "language/dates.h"
#include "language/posts.h"

namespace svod::compose {
namespace {

std::string instrumental(const std::string& kind) {
  return language::post_in(kind, language::Case::instrumental).text;
}

std::string phrase(const std::string& kind, const std::string& issuer, const std::optional<Date>& date, const std::string& number) {
  if (!date || number.empty()) return {};
  return instrumental(kind) + (issuer.empty() ? "" : " " + issuer) + " от " + language::long_date(*date) + " №\u00A0" + number;
}

std::string issuer_of(const definitions::Workspace& workspace, const std::string& id) {
  if (id.empty()) return indicators::in_case(workspace.department.short_name, "genitive");
  const auto body = std::find_if(workspace.bodies.begin(), workspace.bodies.end(),
                                 [&](const definitions::Body& one) { return one.id == id; });
  return body == workspace.bodies.end() ? std::string() : indicators::in_case(body->short_name, "genitive");
}

}  // namespace

std::string approval_text(const Input& input, const definitions::ActReference& act) {
  if (act.paper.empty()) return act.kind.empty() ? std::string() : phrase(said(act.kind), said(act.issuer), act.date, said(act.number));
  const auto& papers = input.workspace.papers;
  const auto paper = std::find_if(papers.begin(), papers.end(), [&](const definitions::Paper& one) { return one.id == act.paper; });
  if (paper == papers.end()) return {};
  const bool resolution = paper->type == definitions::Paper::Type::resolution;
  return phrase(resolution ? "постановление" : "приказ", issuer_of(input.workspace, paper->issuer), paper->date, said(paper->number));
}

}  // namespace svod::compose
