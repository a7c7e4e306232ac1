#include "driver/issued.h"

#include <algorithm>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "definitions/paper_state.h"
#include "document/plain.h"
#include "driver/codes.h"
#include "driver/signed_text.h"

namespace svod::driver {
namespace {

constexpr std::size_t kDifferencesShown = 5;
constexpr std::size_t kLargestKept = std::size_t{256} << 20;

const definitions::Issued* entry_of(const Compilation& compilation, const std::string& document) {
  const auto& issued = compilation.workspace.issued;
  const auto found =
      std::find_if(issued.begin(), issued.end(), [&](const auto& one) { return one.document == document; });
  return found == issued.end() ? nullptr : &*found;
}

void tell_differences(const std::string& was, const std::string& is, const std::string& file, Diagnostic& told) {
  const std::vector<Difference> all = differences(was, is);
  told.message += ", мест: " + std::to_string(all.size());
  for (std::size_t i = 0; i < all.size() && i < kDifferencesShown; ++i) {
    told.related.push_back({Location::in_text(file, static_cast<int>(all[i].line), 1), describe(all[i])});
  }
  if (all.size() > kDifferencesShown) {
    told.related.push_back(
        {Location::in_file(file), "и ещё отличий: " + std::to_string(all.size() - kDifferencesShown)});
  }
}

}  // namespace

bool tells_of_issued(const Code& code) {
  return &code == &codes::signed_text_changed || &code == &codes::agreed_text_changed ||
         &code == &codes::signed_text_lost || &code == &codes::issued_unknown;
}

std::optional<std::string> kept_file(const Compilation& compilation, const std::string& path) {
  FileError error;
  const auto file = compilation.workspace.folder / kIssuedFolder / path;
  if (!disk().exists(file)) return std::nullopt;
  return disk().read(file, error, kLargestKept);
}

Issuance issuance_of(const Compilation& compilation, const compose::Input& input, const compose::Job& job,
                     Diagnostics& found) {
  Issuance issuance;
  issuance.entry = entry_of(compilation, job.name);
  if (issuance.entry == nullptr) return issuance;
  const definitions::Issued& entry = *issuance.entry;
  const std::string shown = std::string(kIssuedFolder) + "/" + job.name + ".txt";
  const std::optional<std::string> text = kept_file(compilation, job.name + ".txt");
  if (!text || sha256(*text) != entry.sha256) {
    found.error(codes::signed_text_lost, entry.defined_at,
                text ? "текст «" + shown + "» не тот, что был подписан: хеш другой"
                     : "нет текста «" + shown + "», который был подписан",
                "верните файл из резервной копии");
  }
  compose::Job blank = job;
  blank.blank = true;
  const std::string now = document::plain_text(compose::compose(input, blank).product);
  issuance.changed = sha256(now) != entry.sha256;
  if (!issuance.changed || !text) return issuance;
  Diagnostic& told =
      entry.agreement
          ? found.warning(codes::agreed_text_changed, entry.defined_at,
                          "документ «" + job.name + "» изменился после отправки на согласование",
                          "согласуйте его заново: svod issue … --agreement")
          : found.warning(codes::signed_text_changed, entry.defined_at,
                          "документ «" + job.name + "» подписан, а по исходным сведениям его текст теперь другой",
                          "подписанный документ не тронут; изменения вносят новой бумагой (purpose: amendment)");
  tell_differences(*text, now, shown, told);
  return issuance;
}

Diagnostics check_issued(const Compilation& compilation, const std::vector<compose::Job>& jobs) {
  Diagnostics found;
  for (const definitions::Issued& entry : compilation.workspace.issued) {
    const bool made =
        std::any_of(jobs.begin(), jobs.end(), [&](const compose::Job& job) { return job.name == entry.document; });
    if (!made) {
      std::vector<std::string> names;
      for (const compose::Job& job : jobs) names.push_back(job.name);
      const std::string_view near = nearest(entry.document, names);
      found.warning(codes::issued_unknown, entry.defined_at,
                    "подписан документ «" + entry.document + "», а рабочая папка такого не выпускает",
                    near.empty() ? "верните документ в documents файла workspace.yaml"
                                 : "может быть, «" + std::string(near) + "»?");
    } else if (!entry.paper.empty() && definitions::find_paper(compilation.workspace, entry.paper) == nullptr) {
      found.warning(codes::issued_unknown, entry.defined_at, "бумаги «" + entry.paper + "» в папке papers нет",
                    "верните описание бумаги или исправьте код");
    }
  }
  return found;
}

}  // namespace svod::driver
