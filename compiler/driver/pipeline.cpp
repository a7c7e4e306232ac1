#include "driver/pipeline.h"

#include <algorithm>

#include "base/files.h"
#include "definitions/paper_state.h"
#include "driver/codes.h"
#include "driver/duties.h"
#include "driver/ledger.h"

namespace svod::driver {
namespace {

/// More measures than that due in one month are too much for one who answers for them.
constexpr std::size_t kDueInMonth = 8;

}  // namespace

Outcome<std::unique_ptr<Compilation>> compile(const Request& request, const Installation& installation) {
  Outcome<std::unique_ptr<Compilation>> result;
  Diagnostics& found = result.diagnostics;
  const auto take = [&found](auto outcome) {
    found.append(std::move(outcome.diagnostics));
    return std::move(outcome.product);
  };
  if (!disk().exists(request.folder / "workspace.yaml")) {
    found.error(codes::no_workspace, Location::in_file(request.folder.generic_string()),
                "это не рабочая папка: в ней нет файла workspace.yaml", "проверьте путь к рабочей папке");
    return result;
  }
  auto made = std::make_unique<Compilation>();

  made->workspace = take(definitions::load(request.folder, installation.shipped, disk()));
  found.append(facts::check_expressions(made->workspace));
  made->plans = take(plan::read(made->workspace, disk()));
  made->date = request.as_of.value_or(made->workspace.date);
  made->duties = compose::duties_of(made->workspace);
  made->calendar = take(plan::calendar(made->workspace, made->plans, kDueInMonth, made->duties));
  made->templates = take(compose::load_templates(made->workspace, installation.shipped, disk()));
  made->profiles = take(typeset::profiles_of(made->workspace.layouts));
  const bool ledger_read = std::none_of(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.severity == Severity::error && one.where.file == kIssuedFile;
  });
  found.append(check_ledger(made->workspace, ledger_read));
  made->sound = !found.has_errors();
  made->words = take(compose::load_own_texts(request.folder, disk()));
  made->workspace.date = made->date;   // what templates call the day of the build
  found.append(definitions::executions_after(made->workspace, made->date));

  made->store = take(facts::Store::create(request.store_file, made->workspace));
  if (!made->store) return result;
  made->intake = take(intake::take_in(made->workspace, disk(), *made->store, request.jobs, request.only_files));
  made->store->seal();
  made->coverage = coverage_of(made->workspace, made->intake);

  if (made->sound) {
    made->results = take(indicators::compute(made->workspace, *made->store, made->coverage));
    made->store->add_indicators(made->results->records());
    made->findings = take(advice::apply_rules(*made->results));
  }
  found.sort();
  result.product = std::move(made);
  return result;
}

}  // namespace svod::driver
