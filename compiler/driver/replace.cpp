#include "driver/replace.h"

#include <optional>

#include "base/files.h"
#include "driver/codes.h"

namespace svod::driver {
namespace fs = std::filesystem;

bool replace_files(const std::vector<std::pair<fs::path, std::string>>& files, const std::string& what,
                   const std::string& hint, Diagnostics& found) {
  FileError error;
  const auto failed = [&](const fs::path& path) {
    found.error(codes::cannot_write, Location::in_file(path.generic_string()), what + ": " + error.reason, hint);
    return false;
  };
  std::vector<StagedFile> staged;
  std::vector<std::optional<std::string>> former;
  for (const auto& [path, bytes] : files) {
    auto one = StagedFile::write(path, bytes, error);
    if (!one) return failed(path);
    staged.push_back(std::move(*one));
    FileError ignored;
    former.push_back(disk().read(path, ignored));
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (staged[i].take_place(error)) continue;
    for (std::size_t k = 0; k < i; ++k) {
      FileError ignored;
      std::error_code none;
      former[k] ? replace_file(files[k].first, *former[k], ignored) : fs::remove(files[k].first, none);
    }
    return failed(files[i].first);
  }
  return true;
}

}  // namespace svod::driver
