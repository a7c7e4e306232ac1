#include "driver/reviewed.h"

#include "driver/codes.h"

namespace svod::driver {
namespace {

class Papers {
 public:
  explicit Papers(const definitions::Workspace& workspace) : workspace_(workspace) {}

  void add(const std::string& id) {
    if (id.empty() || !known(id) || !ids_.insert(id).second) return;
    for (const definitions::Paper& paper : workspace_.papers) {
      if (paper.id != id) continue;
      for (const std::string& one : paper.appendices) add(one);
      items(paper.items);
    }
    for (const definitions::Regulation& regulation : workspace_.regulations) {
      if (regulation.id != id) continue;
      for (const std::string& one : regulation.appendices) add(one);
    }
  }
  std::set<std::string> take() { return std::move(ids_); }

 private:
  template <class All>
  static bool has(const All& all, const std::string& id) {
    for (const auto& one : all) {
      if (one.id == id) return true;
    }
    return false;
  }
  bool known(const std::string& id) const {
    return has(workspace_.papers, id) || has(workspace_.plans, id) || has(workspace_.regulations, id);
  }
  void items(const std::vector<definitions::PaperItem>& all) {
    for (const definitions::PaperItem& item : all) {
      add(item.approves);
      items(item.items);
    }
  }

  const definitions::Workspace& workspace_;
  std::set<std::string> ids_;
};

}  // namespace

std::set<std::string> papers_of(const definitions::Workspace& workspace, const compose::Job& job) {
  Papers papers(workspace);
  for (const auto& [name, value] : job.order->parameters) papers.add(value);
  for (const auto& [name, value] : job.bound) {
    if (value.text() != nullptr) papers.add(*value.text());
    if (value.record() == nullptr) continue;
    const expression::Value id = value.record()->field("id");
    if (id.text() != nullptr) papers.add(*id.text());
  }
  return papers.take();
}

Diagnostics review_all(const Compilation& compilation, ComposedAll& composed, bool strict) {
  std::vector<const document::Document*> documents;
  for (const Composed& one : composed.documents) documents.push_back(one.document ? &*one.document : nullptr);
  auto reviewed = review::review(compilation.workspace, compilation.plans, documents);
  Diagnostics found = std::move(reviewed.diagnostics);
  for (std::size_t i = 0; i < composed.documents.size(); ++i) {
    Composed& one = composed.documents[i];
    if (!one.document) continue;
    bool faulty = reviewed.product.documents[i] > 0;
    std::set<std::string> papers = papers_of(compilation.workspace, *one.job);
    papers.insert(one.told.begin(), one.told.end());
    for (const std::string& id : papers) {
      faulty = faulty || reviewed.product.faulty.contains(id);
    }
    if (!faulty || one.is_signed()) continue;   // what was signed does not change
    const std::string status = "НЕ ДЛЯ ПОДПИСИ: в тексте ошибки";
    if (strict) {
      found.error(codes::withheld, one.job->order->defined_at, "документ «" + one.job->name + "» не выпущен: " + status,
                  "исправьте ошибки, названные правилами V, или уберите ключ --strict");
      one.document.reset();
    } else {
      one.document->mark += (one.document->mark.empty() ? "" : " · ") + status;
    }
  }
  return found;
}

Diagnostics check_papers(const Compilation& compilation, const Request& request) {
  if (!compilation.sound) return review::review(compilation.workspace, compilation.plans, {}).diagnostics;
  BuildRequest wanted;
  wanted.sources = request;
  const Outcome<ComposedAll> composed = compose_all(compilation, wanted);
  // What composing itself says belongs to a build.
  Diagnostics found;
  for (const Diagnostic& one : composed.diagnostics) {
    // Faults of papers and what became of signed ones are faults of the sources, too.
    if (one.code->id.starts_with('V') || one.code->id.starts_with("C24") || tells_of_issued(*one.code)) found.add(one);
  }
  return found;
}

}  // namespace svod::driver
