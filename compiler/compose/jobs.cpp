#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/file_names.h"
#include "compose/press.h"

namespace svod::compose {
namespace {

using definitions::DocumentOrder;

class JobMaker {
 public:
  explicit JobMaker(const Input& input) : input_(input), scope_(input) {}

  Outcome<std::vector<Job>> make() {
    for (const DocumentOrder& order : input_.workspace.documents) {
      const auto found = input_.templates.find(key_of(order));
      if (found == input_.templates.end() || !found->second->page) continue;   // reported when it was read
      const Template& its = *found->second;
      if (!its.each) {
        add(order, its, {});
        continue;
      }
      for (const expression::Value& element : expression::select(*its.each, scope_)) {
        add(order, its, {{its.each->name, element}});
      }
    }
    return {std::move(jobs_), std::move(out_)};
  }

 private:
  void add(const DocumentOrder& order, const Template& its, std::vector<std::pair<std::string, expression::Value>> bound) {
    Scoped scoped(scope_);
    for (const auto& [name, value] : bound) scoped.bind(name, value);
    std::string name;
    for (const Wording::Part& part : its.name.parts) {
      if (!part.slot) {
        name += part.literal;
        continue;
      }
      name += safe_piece(printed(expression::evaluate(part.slot.tree, scoped.scope()), true).text);
    }
    Job job;
    job.order = &order;
    job.name = safe_path(name);
    job.bound = std::move(bound);
    const auto [first, fresh] = seen_.emplace(lower(job.name), &order);
    if (!fresh) {
      auto& diagnostic = out_.error(codes::duplicate_document, order.defined_at,
                                    "два документа получили имя «" + job.name + "»",
                                    "добавьте в имя то, чем документы различаются, например {{ school.short }}");
      diagnostic.cause = job.name;
      if (first->second != &order) diagnostic.related.push_back({first->second->defined_at, "первый документ описан здесь"});
      return;
    }
    jobs_.push_back(std::move(job));
  }

  const Input& input_;
  TemplateScope scope_;
  std::map<std::string, const DocumentOrder*> seen_;
  std::vector<Job> jobs_;
  Diagnostics out_;
};

}  // namespace

Outcome<std::vector<Job>> jobs(const Input& input) { return JobMaker(input).make(); }

}  // namespace svod::compose
