#include "driver/ledger.h"

#include <set>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "driver/codes.h"

namespace svod::driver {
namespace {

using definitions::Issued;
namespace fs = std::filesystem;

constexpr std::size_t kLargestKept = std::size_t{256} << 20;

std::string quoted(const std::string& text) {
  return "\"" + replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

std::string file_of(const Issued& record, const std::string& extension) { return record.document + "." + extension; }

std::string shown(const std::string& file) { return "«" + std::string(kIssuedFolder) + "/" + file + "»"; }

bool is_product(const std::string& file) {
  static const std::set<std::string> extensions{".txt", ".pdf", ".xlsx", ".ics"};
  return extensions.contains(fs::path(file).extension().string());
}

/// Nothing where the file holds these very bytes; else what is wrong with it.
std::optional<std::string> fault_of(const fs::path& path, const std::string& hash, std::string* bytes = nullptr) {
  FileError error;
  if (!disk().exists(path)) return "его нет";
  auto read = disk().read(path, error, kLargestKept);
  if (!read) return "он не читается: " + error.reason;
  if (sha256(*read) != hash) return read->empty() ? "он пуст" : "он изменён, хеш другой";
  if (bytes != nullptr) *bytes = std::move(*read);
  return std::nullopt;
}

}  // namespace

std::string record_hash(const Issued& record) {
  std::string text = record.document + "\n" + record.paper + "\n" + (record.agreement ? "agreement" : "signed") + "\n" +
                     record.number + "\n" + (record.date ? iso(*record.date) : std::string()) + "\n";
  for (const auto& [extension, hash] : record.files) text += extension + " " + hash + "\n";
  return sha256(text);
}

std::string written_ledger(const std::vector<Issued>& records, const std::string& former) {
  std::string text;
  for (const std::string_view line : split(former, '\n')) {
    if (!line.starts_with('#')) break;
    text += std::string(line) + "\n";
  }
  if (text.empty()) text = "# Подписанные документы. Файл ведёт команда svod issue, руками его не правят.\n";
  text += "kind: issued\ndocuments:\n";
  for (const Issued& one : records) {
    text += "  - document: " + quoted(one.document) + "\n";
    if (!one.paper.empty()) text += "    paper: " + quoted(one.paper) + "\n";
    if (one.agreement) text += "    state: agreement\n";
    if (!one.number.empty()) text += "    number: " + quoted(one.number) + "\n";
    if (one.date) text += "    date: " + iso(*one.date) + "\n";
    text += "    files:\n";
    for (const auto& [extension, hash] : one.files) text += "      " + extension + ": " + quoted(hash) + "\n";
    text += "    sha256: " + quoted(record_hash(one)) + "\n";
  }
  return text;
}

Diagnostics check_ledger(const definitions::Workspace& workspace, bool all_read) {
  Diagnostics found;
  std::set<std::string> recorded;
  for (const Issued& one : workspace.issued) {
    for (const auto& [extension, hash] : one.files) recorded.insert(file_of(one, extension));
    if (record_hash(one) == one.sha256) continue;
    found.error(codes::record_changed, one.defined_at,
                "запись о документе «" + one.document + "» изменена: её хеш другой",
                "верните issued.yaml из резервной копии; номер и дата напечатаны в подписанных файлах папки issued");
  }
  if (!all_read) return found;
  for (const std::string& file : disk().list(workspace.folder / kIssuedFolder)) {
    if (recorded.contains(file) || !is_product(file)) continue;
    found.error(
        codes::unrecorded, Location::in_file(std::string(kIssuedFolder) + "/" + file),
        "файл " + shown(file) + " есть, а записи о нём в issued.yaml нет",
        "верните issued.yaml из резервной копии; если это не подписанный документ, уберите файл из папки issued");
  }
  return found;
}

Diagnostics check_kept(const definitions::Workspace& workspace, const fs::path& out) {
  Diagnostics found;
  for (const Issued& one : workspace.issued) {
    for (const auto& [extension, hash] : one.files) {
      const std::string file = file_of(one, extension);
      const auto fault = fault_of(workspace.folder / kIssuedFolder / file, hash);
      if (!fault) continue;
      const bool copied = extension != kTextKept && !out.empty() && !fault_of(out / file, hash);
      found.error(codes::kept_file_lost, one.defined_at,
                  "файл " + shown(file) + " не тот, что был " +
                      (one.agreement ? "отправлен на согласование" : "подписан") + ": " + *fault,
                  copied ? "верните его: целый лежит в папке документов, " + (out / file).generic_string()
                         : "верните файл из резервной копии" +
                               std::string(extension == kTextKept ? "" : "; до тех пор он не выпускается"));
    }
  }
  return found;
}

std::optional<std::string> kept_file(const definitions::Workspace& workspace, const Issued& record,
                                     const std::string& extension, const fs::path& out) {
  const auto hash = record.files.find(extension);
  if (hash == record.files.end()) return std::nullopt;
  const std::string file = file_of(record, extension);
  std::string bytes;
  if (!fault_of(workspace.folder / kIssuedFolder / file, hash->second, &bytes)) return bytes;
  if (!out.empty() && !fault_of(out / file, hash->second, &bytes)) return bytes;
  return std::nullopt;
}

}  // namespace svod::driver
