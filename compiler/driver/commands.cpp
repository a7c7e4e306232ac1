#include "driver/commands.h"

#include <algorithm>
#include <cctype>

#include "base/files.h"
#include "base/text.h"
#include "driver/codes.h"
#include "driver/print.h"
#include "driver/reviewed.h"
#include "driver/status.h"
#include "workbook/workbook.h"

namespace svod::driver {
namespace {

bool looks_like_code(const std::string& text) {
  return text.size() == 4 && std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
         std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

int exit_of(const Diagnostics& found) {
  for (const Diagnostic& item : found) {
    if (item.code == &codes::no_workspace || item.code == &codes::cannot_write || item.code == &codes::busy ||
        item.code == &codes::cannot_read || item.code == &codes::not_ours || item.code == &codes::shipped_missing) {
      return 2;
    }
  }
  return found.has_errors() ? 1 : 0;
}

/// A build and a status are quiet when all is well; what is merely worth knowing is for `check`, and stands in the
/// store.
Diagnostics without_notes(const Diagnostics& found) {
  Diagnostics told;
  for (const Diagnostic& item : found) {
    if (item.severity != Severity::note) told.add(item);
  }
  return told;
}

Answer answer_of(std::string out, Diagnostics found) {
  Answer answer;
  answer.exit = exit_of(found);
  answer.out = std::move(out);
  answer.diagnostics = std::move(found);
  return answer;
}

}  // namespace

const std::vector<std::string>& printable_phases() {
  static const std::vector<std::string> phases{"definitions", "plans", "calendar", "facts", "indicators", "findings", "documents"};
  return phases;
}

Answer build_command(const BuildRequest& request, const Installation& installation) {
  Outcome<BuildReport> outcome = build(request, installation);
  std::string out = outcome.product.published ? describe(outcome.product, outcome.diagnostics.errors()) : std::string();
  return answer_of(std::move(out), without_notes(outcome.diagnostics));
}

Answer print_command(const BuildRequest& request, const std::string& phase, const Installation& installation) {
  auto compiled = compile(request.sources, installation);
  if (!compiled.product) return answer_of({}, std::move(compiled.diagnostics));
  const Compilation& compilation = *compiled.product;
  std::string out;
  if (phase == "definitions") out = print_definitions(compilation.workspace);
  if (phase == "plans") out = plan::print(compilation.plans);
  if (phase == "calendar") out = plan::print(compilation.calendar);
  if (phase == "facts") out = print_facts(compilation.workspace, *compilation.store);
  if (compilation.sound && phase == "indicators") out = indicators::print(*compilation.results);
  if (compilation.sound && phase == "findings") out = print_findings(compilation.findings);
  if (compilation.sound && phase == "documents") {
    auto composed = compose_all(compilation, request);
    compiled.diagnostics.append(std::move(composed.diagnostics));
    for (const Composed& one : composed.product.documents) {
      if (one.document) out += document::print(*one.document);
    }
  }
  return answer_of(std::move(out), std::move(compiled.diagnostics));
}

Answer check_command(const Request& request, const Installation& installation) {
  Request wanted = request;
  Diagnostics found;
  // A file may be named as the shell completes it or as diagnostics show it.
  for (std::string& file : wanted.only_files) {
    const std::filesystem::path inside = std::filesystem::path(file).lexically_proximate(request.folder);
    const std::filesystem::path path = disk().exists(request.folder / file) ? std::filesystem::path(file) : inside;
    if (!disk().exists(request.folder / path)) {
      found.error(codes::cannot_read, Location::in_file(file), "нет такого файла среди сведений рабочей папки");
    } else if (!path.generic_string().starts_with("submissions/")) {
      found.error(codes::not_a_submission, Location::in_file(file), "файл лежит вне папки submissions");
    }
    file = path.lexically_normal().generic_string();
  }
  if (found.has_errors()) return answer_of({}, std::move(found));
  auto compiled = compile(wanted, installation);
  std::string out;
  if (compiled.product) compiled.diagnostics.append(check_words(*compiled.product));
  if (compiled.product && wanted.only_files.empty())
    compiled.diagnostics.append(check_papers(*compiled.product, wanted));
  if (compiled.product) out = describe_check(*compiled.product, compiled.diagnostics);
  return answer_of(std::move(out), std::move(compiled.diagnostics));
}

Answer status_command(const Request& request, const Installation& installation) {
  auto compiled = compile(request, installation);
  std::string out;
  if (compiled.product) out = print_status(*compiled.product);
  return answer_of(std::move(out), without_notes(compiled.diagnostics));
}

Answer explain_command(const Request& request, const std::string& reference, const Installation& installation) {
  if (looks_like_code(reference)) return explain_code(reference);
  auto compiled = compile(request, installation);
  if (!compiled.product || !compiled.product->sound) return answer_of({}, std::move(compiled.diagnostics));
  const Compilation& compilation = *compiled.product;
  auto explained = indicators::explain(compilation.workspace, *compilation.results, *compilation.store, reference);
  return answer_of(std::move(explained.product), std::move(explained.diagnostics));
}

Answer words_command(const WordsRequest& request, const Installation& installation) {
  Outcome<WordsReport> outcome = write_words(request, installation);
  std::string out;
  if (!outcome.product.books.empty()) {
    out = "Тексты записаны, правьте столбец «Ваш текст»:\n";
    for (const std::string& book : outcome.product.books) out += "  " + book + "\n";
    const auto& described = outcome.product.described;
    if (!described.empty()) {
      out += "Тексты самих бумаг, планов и положений в книги не входят, их правят там, где они описаны:\n";
      for (const std::string& file : described) out += "  " + file + "\n";
    }
  }
  return answer_of(std::move(out), std::move(outcome.diagnostics));
}

Answer issue_command(const IssueRequest& request, const Installation& installation) {
  Outcome<IssueReport> outcome = issue(request, installation);
  std::string out;
  if (!outcome.product.files.empty()) {
    out = outcome.product.agreement ? "На согласовании: " : "Подписано: ";
    out += outcome.product.title + "\nЗаписано в рабочей папке:\n";
    for (const std::string& file : outcome.product.files) out += "  " + file + "\n";
  }
  return answer_of(std::move(out), std::move(outcome.diagnostics));
}

Answer cells_command(const std::filesystem::path& file) {
  Answer answer;
  FileError error;
  const workbook::Budgets budgets;
  const auto bytes = disk().read(file, error, budgets.file_bytes);
  if (!bytes) {
    answer.diagnostics.error(codes::cannot_read, Location::in_file(file.generic_string()),
                             "файл не прочитан: " + error.reason);
    answer.exit = 2;
    return answer;
  }
  auto book = workbook::read(*bytes, file.generic_string(), budgets);
  answer.diagnostics = std::move(book.diagnostics);
  if (book.product.sheets.empty()) {
    answer.exit = 2;
    return answer;
  }
  answer.out = workbook::print_cells(book.product);
  answer.exit = answer.diagnostics.has_errors() ? 1 : 0;
  return answer;
}

}  // namespace svod::driver
