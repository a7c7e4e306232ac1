#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"

namespace svod::driver {

/// The folder of a workspace where signed texts and files lie, and the file of their records. Together they are
/// the ledger: every file is recorded with its hash, every record has a hash of its own.
inline constexpr std::string_view kIssuedFolder = "issued";
inline constexpr std::string_view kIssuedFile = "issued.yaml";
/// The extension of the text that a signature is laid on.
inline constexpr const char* kTextKept = "txt";

/// SHA-256 of all that a record says: document, paper, state, number, date, hashes of the files.
std::string record_hash(const definitions::Issued& record);

/// issued.yaml with these records; the comment that `former` begins with stays.
std::string written_ledger(const std::vector<definitions::Issued>& records, const std::string& former);

/// Records that were changed after the signature, and files that no record speaks of. While there are such, no
/// document can say who signed what, and none is made. `all_read`: no record was left out for a fault of its own.
Diagnostics check_ledger(const definitions::Workspace& workspace, bool all_read);

/// Kept files that are gone or are not what was signed. `out`: the folder of documents, where a whole copy may lie;
/// empty where there is none.
Diagnostics check_kept(const definitions::Workspace& workspace, const std::filesystem::path& out);

/// The very bytes that were recorded, from the workspace or else from the folder of documents; nothing where neither
/// has them.
std::optional<std::string> kept_file(const definitions::Workspace& workspace, const definitions::Issued& record,
                                     const std::string& extension, const std::filesystem::path& out);

}  // namespace svod::driver
