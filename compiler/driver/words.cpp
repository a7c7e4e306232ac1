#include "driver/words.h"

#include <fnmatch.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "compose/codes.h"
#include "driver/codes.h"
#include "driver/replace.h"
#include "driver/reviewed.h"
#include "xlsx/words.h"

namespace svod::driver {
namespace {

const std::map<std::string, std::string> kNoSources;

compose::Input input_of(const Compilation& compilation) {
  return {compilation.workspace, *compilation.results,       compilation.findings, compilation.templates,
          compilation.date,      compilation.workspace.mark, kNoSources,           &compilation.words, compilation.plans, &compilation.calendar};
}

bool wanted(const std::vector<std::string>& patterns, const std::string& name) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
           return pattern == name || ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
         });
}

class WordsWriter {
 public:
  WordsWriter(const WordsRequest& request, const Compilation& compilation, Outcome<WordsReport>& result)
      : request_(request), compilation_(compilation), input_(input_of(compilation)), result_(result) {}

  void write(const compose::Job& job) {
    const compose::OwnText* own = compose::own_text_of(compilation_.words, job.name);
    const std::filesystem::path path = path_of(job, own);
    std::optional<compose::OwnText> there;
    if (disk().exists(path)) {
      FileError error;
      const auto bytes = disk().read(path, error, std::size_t{64} << 20);
      if (!bytes) {
        found().error(codes::cannot_read, Location::in_file(path.generic_string()), "книга не прочитана: " + error.reason);
        return;
      }
      there = compose::read_own_text(*bytes, path.generic_string(), job.name);
      if (!there->readable || lower(there->document) != lower(job.name)) {
        found().error(codes::not_words, Location::in_file(path.generic_string()),
                      "здесь лежит другая книга, не текст документа «" + job.name + "»", "укажите ключом --out другую папку");
        return;
      }
      former_ = *bytes;
      own = &*there;
    }
    if (own != nullptr && own->found.has_errors()) {
      // What stands in such a cell could not be kept.
      found().append(own->found);
      return;
    }
    auto words = compose::words(input_, job, own);
    for (const Diagnostic& one : words.diagnostics) {
      if (one.severity == Severity::error) found().add(one);
    }
    if (words.diagnostics.has_errors()) return;
    auto bytes = xlsx::write_words(words.product);
    found().append(std::move(bytes.diagnostics));
    if (bytes.product.empty()) return;
    const bool same = there && former_ == bytes.product;
    if (same || replace_files({{path, bytes.product}}, "книга не записана",
                              "закройте её в Excel или укажите другую папку ключом --out", found())) {
      result_.product.books.push_back(path.generic_string());
      result_.product.described.merge(described_in(job));
    }
  }

 private:
  Diagnostics& found() { return result_.diagnostics; }

  std::set<std::string> described_in(const compose::Job& job) const {
    std::set<std::string> files;
    const std::set<std::string> ids = papers_of(compilation_.workspace, job);
    const auto add = [&](const auto& all) {
      for (const auto& one : all) {
        if (ids.contains(one.id)) files.insert(one.at.file);
      }
    };
    add(compilation_.workspace.papers);
    add(compilation_.workspace.plans);
    add(compilation_.workspace.regulations);
    return files;
  }

  std::filesystem::path path_of(const compose::Job& job, const compose::OwnText* own) const {
    if (!request_.out.empty()) return request_.out / (job.name + ".xlsx");
    if (own != nullptr) return request_.sources.folder / own->file;
    return request_.sources.folder / compose::kWordingFolder / (job.name + ".xlsx");
  }

  const WordsRequest& request_;
  const Compilation& compilation_;
  compose::Input input_;
  Outcome<WordsReport>& result_;
  std::string former_;
};

}  // namespace

Outcome<WordsReport> write_words(const WordsRequest& request, const Installation& installation) {
  Outcome<WordsReport> result;
  auto compiled = compile(request.sources, installation);
  if (!compiled.product || !compiled.product->sound) {
    result.diagnostics = std::move(compiled.diagnostics);
    return result;
  }
  // Faults of the data have their own commands; here only the books and what keeps them from being written count.
  for (const Diagnostic& one : compiled.diagnostics) {
    if (one.severity == Severity::error && one.where.file.starts_with(compose::kWordingFolder)) result.diagnostics.add(one);
  }
  const Compilation& compilation = *compiled.product;
  auto jobs = compose::jobs(input_of(compilation));
  result.diagnostics.append(std::move(jobs.diagnostics));
  for (const std::string& pattern : request.documents) {
    std::vector<std::string> names;
    bool found = false;
    for (const compose::Job& job : jobs.product) {
      names.push_back(job.name);
      found = found || wanted({pattern}, job.name);
    }
    if (found) continue;
    const std::string_view near = nearest(pattern, names);
    result.diagnostics.error(codes::nothing_selected, Location::in_file("svod words"), "документа «" + pattern + "» нет",
                             near.empty() ? "есть: " + join(names, "; ") : "может быть, «" + std::string(near) + "»?");
  }
  WordsWriter writer(request, compilation, result);
  for (const compose::Job& job : jobs.product) {
    if (wanted(request.documents, job.name)) writer.write(job);
  }
  return result;
}

Diagnostics check_words(const Compilation& compilation) {
  Diagnostics found;
  if (!compilation.sound || compilation.words.empty()) return found;
  const compose::Input input = input_of(compilation);
  const auto jobs = compose::jobs(input);
  found.append(compose::unused_own_texts(compilation.words, jobs.product));
  for (const compose::Job& job : jobs.product) {
    const compose::OwnText* own = compose::own_text_of(compilation.words, job.name);
    if (own == nullptr) continue;
    for (const Diagnostic& one : compose::compose(input, job).diagnostics) {
      if (one.where.file == own->file) found.add(one);
    }
  }
  found.sort();
  return found;
}

}  // namespace svod::driver
