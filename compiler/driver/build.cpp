#include "driver/build.h"

#include <fnmatch.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "base/files.h"
#include "base/hash.h"
#include "compose/codes.h"
#include "driver/codes.h"
#include "driver/duties.h"
#include "driver/ledger.h"
#include "driver/manifest.h"
#include "driver/output.h"
#include "driver/render.h"
#include "driver/pool.h"
#include "driver/reviewed.h"

namespace svod::driver {
namespace {

/// How long a build waits for another one into the same folder.
constexpr std::chrono::seconds kPatience{60};

bool selected(const std::string& only, const std::string& name) {
  return only.empty() || ::fnmatch(only.c_str(), name.c_str(), 0) == 0;
}

// Everything that the products rest on: definitions, templates and submissions.
std::map<std::string, std::string> sources_of(const Compilation& compilation) {
  std::map<std::string, std::string> sources = compilation.workspace.sources;
  for (const auto& [path, hash] : compilation.intake.files) sources[path] = hash;
  for (const auto& [path, hash] : compose::template_sources(compilation.templates)) sources[path] = hash;
  return sources;
}

struct Product {
  const Composed* composed = nullptr;
  std::string path;
  std::string bytes;
  Diagnostics found;
};

// A signed document is what was signed, and is never made anew: where its bytes are lost, there is no product.
void make(Product& product, const Compilation& compilation, const typeset::Fonts& fonts,
          const std::filesystem::path& out) {
  const Composed& composed = *product.composed;
  const std::string format = product.path.substr(product.path.rfind('.') + 1);
  if (composed.is_signed()) {
    product.bytes = kept_file(compilation.workspace, *composed.record, format, out).value_or(std::string());
    return;
  }
  auto made = render(*composed.document, format, fonts, compilation.profiles);
  product.found.append(std::move(made.diagnostics));
  product.bytes = std::move(made.product);
}

// Names are different: compose sees to it.
std::vector<Product> products_of(const ComposedAll& composed) {
  std::vector<Product> products;
  for (const Composed& one : composed.documents) {
    if (!one.document && !one.is_signed()) continue;
    for (const std::string& format : one.job->order->formats) {
      Product product;
      product.composed = &one;
      product.path = one.job->name + "." + format;
      products.push_back(std::move(product));
    }
  }
  return products;
}

}  // namespace

Outcome<ComposedAll> compose_all(const Compilation& compilation, const BuildRequest& request) {
  Outcome<ComposedAll> result;
  const std::map<std::string, std::string> sources = sources_of(compilation);
  const compose::Input input{compilation.workspace, *compilation.results, compilation.findings,
                             compilation.templates, compilation.date,     compilation.workspace.mark,
                             sources,               &compilation.words, compilation.plans, &compilation.calendar};
  auto jobs = compose::jobs(input);
  result.diagnostics.append(std::move(jobs.diagnostics));
  result.diagnostics.append(compose::unused_own_texts(compilation.words, jobs.product));
  result.diagnostics.append(check_issued(compilation, jobs.product));
  result.diagnostics.append(check_kept(compilation.workspace, request.out));
  for (compose::Job& job : jobs.product) {
    if (selected(request.only, job.name)) result.product.jobs.push_back(std::move(job));
  }
  const std::vector<compose::Job>& wanted = result.product.jobs;
  std::vector<Outcome<document::Document>> documents(wanted.size());
  std::vector<std::set<std::string>> told(wanted.size());
  for_each_parallel(wanted.size(), request.sources.jobs, [&](std::size_t i) {
    compose::Input own = input;
    own.told = &told[i];
    documents[i] = compose::compose(own, wanted[i]);
  });

  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Composed one{&wanted[i], std::nullopt, record_of(compilation.workspace, wanted[i].name),
                 std::move(told[i])};
    if (one.record != nullptr) {
      result.diagnostics.append(check_unchanged(compilation, input, wanted[i], *one.record));
    }
    const bool failed = documents[i].diagnostics.has_errors();
    result.diagnostics.append(std::move(documents[i].diagnostics));
    document::Document& document = documents[i].product;
    const std::string status = status_mark(compilation.intake, forms_of(compilation.workspace, document));
    if (!status.empty() && request.strict && !one.is_signed()) {
      result.diagnostics.error(codes::withheld, wanted[i].order->defined_at,
                               "документ «" + wanted[i].name + "» не выпущен: " + status,
                               "исправьте ошибки в данных или уберите ключ --strict");
    } else if (!failed) {
      if (!status.empty()) document.mark += (document.mark.empty() ? "" : " · ") + status;
      one.document = std::move(document);
    }
    result.product.documents.push_back(std::move(one));
  }
  result.diagnostics.append(review_all(compilation, result.product, request.strict));
  return result;
}

Outcome<BuildReport> build(const BuildRequest& request, const Installation& installation) {
  Outcome<BuildReport> result;
  Diagnostics& found = result.diagnostics;
  BuildReport& report = result.product;
  report.out = request.out;
  const auto take = [&found](auto outcome) {
    found.append(std::move(outcome.diagnostics));
    return std::move(outcome.product);
  };

  const std::unique_ptr<Compilation> compilation = take(compile(request.sources, installation));
  if (!compilation) return result;
  report.sources = counted_sources(*compilation);
  if (!compilation->sound) return result;
  const std::unique_ptr<Output> output = take(Output::open(request.out, kPatience));
  if (!output) return result;

  const typeset::Fonts fonts = take(typeset::Fonts::load(installation.fonts, compilation->profiles));
  const ComposedAll composed = take(compose_all(*compilation, request));
  if (!request.only.empty() && composed.jobs.empty()) {
    found.error(codes::nothing_selected, Location::in_file("--only"),
                "под образец «" + request.only + "» не подходит ни один документ");
    return result;
  }
  std::vector<Product> products = products_of(composed);
  for_each_parallel(products.size(), request.sources.jobs,
                    [&](std::size_t i) { make(products[i], *compilation, fonts, request.out); });

  Manifest manifest{compilation->workspace.name, compilation->date, sources_of(*compilation), {}};
  for (const auto& [path, hash] : compose::own_text_sources(compilation->words)) manifest.sources[path] = hash;
  const std::map<std::string, std::string> former =
      driver::products_of(output->read_former(std::string(kManifestFile)).value_or(std::string()));
  for (const auto& [path, hash] : former) {
    const std::string name = path.substr(0, path.rfind('.'));
    if (!request.only.empty() && !selected(request.only, name) && output->keep(path)) manifest.products[path] = hash;
  }
  // What a person put among the products stays there.
  for (const std::string& path : output->former()) {
    if (path != kManifestFile && !former.contains(path)) output->keep(path);
  }
  bool written = true;
  for (Product& product : products) {
    const bool failed = product.found.has_errors() || product.bytes.empty();
    found.append(std::move(product.found));
    if (failed) continue;
    const std::string hash = sha256(product.bytes);
    const auto before = former.find(product.path);
    report.fresh += before == former.end() || before->second != hash;
    written = written && output->add(product.path, product.bytes, found);   // the first that has no room is told
    manifest.products[product.path] = hash;
    report.products.push_back(product.path);
  }
  std::set<std::string> own;
  for (const Diagnostic& one : found) {
    if (one.code != &compose::codes::words_differ) continue;
    ++report.own_words;
    own.insert(one.where.file);
  }
  report.own_documents = own.size();
  compilation->store->add_diagnostics(found);
  written = written && output->add(std::string(kManifestFile), write_manifest(manifest), found);
  report.published = written && output->publish(found);
  if (report.published) found.append(compilation->store->flush());
  return result;
}

}  // namespace svod::driver
