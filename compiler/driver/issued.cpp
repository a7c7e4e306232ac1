#include "driver/issued.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "definitions/paper_state.h"
#include "document/plain.h"
#include "driver/codes.h"
#include "driver/ledger.h"
#include "driver/signed_text.h"

namespace svod::driver {
namespace {

constexpr std::size_t kDifferencesShown = 5;

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
  static const std::set<const Code*> codes{&codes::signed_text_changed, &codes::agreed_text_changed,
                                           &codes::kept_file_lost, &codes::issued_unknown, &codes::not_signed_so};
  return codes.contains(&code);
}

const definitions::Issued* record_of(const definitions::Workspace& workspace, const std::string& document) {
  const auto found = std::find_if(workspace.issued.begin(), workspace.issued.end(),
                                  [&](const auto& one) { return one.document == document; });
  return found == workspace.issued.end() ? nullptr : &*found;
}

Diagnostics check_unchanged(const Compilation& compilation, const compose::Input& input, const compose::Job& job,
                            const definitions::Issued& record) {
  Diagnostics found;
  if (!record.agreement) {
    for (const std::string& format : job.order->formats) {
      if (record.files.contains(format)) continue;
      found.warning(codes::not_signed_so, job.order->defined_at,
                    "документ «" + job.name + "» подписан без файла " + format + ", и он не выпускается",
                    "уберите " + format + " из formats этого документа");
    }
  }
  compose::Job blank = job;
  blank.blank = true;
  const std::string now = document::plain_text(compose::compose(input, blank).product);
  const auto hash = record.files.find(kTextKept);
  if (hash == record.files.end() || sha256(now) == hash->second) return found;
  Diagnostic& told =
      record.agreement
          ? found.warning(codes::agreed_text_changed, record.defined_at,
                          "документ «" + job.name + "» изменился после отправки на согласование",
                          "согласуйте его заново: svod issue … --agreement")
          : found.warning(codes::signed_text_changed, record.defined_at,
                          "документ «" + job.name + "» подписан, а по исходным сведениям его текст теперь другой",
                          "подписанный документ не тронут; изменения вносят новой бумагой (purpose: amendment)");
  const auto was = kept_file(compilation.workspace, record, kTextKept, {});
  if (was) tell_differences(*was, now, std::string(kIssuedFolder) + "/" + job.name + "." + kTextKept, told);
  return found;
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
