#include "driver/install.h"

#include <system_error>

#include "typeset/fonts.h"

namespace svod::driver {
namespace fs = std::filesystem;

Installation find_installation() {
  Installation result;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const auto take = [&](const fs::path& root) {
    if (!fs::is_directory(root / "schemas" / "json", failed) || !fs::is_directory(root / "templates", failed)) return false;
    result.shipped = {root / "schemas", root / "templates"};
    result.fonts.push_back(root / "fonts");
    result.found = true;
    return true;
  };
  // bin/svod beside share/svod, or build/release/svod inside the checkout.
  if (!take(program.parent_path().parent_path() / "share" / "svod")) {
    for (fs::path at = program.parent_path(); at.has_relative_path() && !take(at); at = at.parent_path()) {
    }
  }
  for (fs::path& folder : typeset::packaged_font_folders()) result.fonts.push_back(std::move(folder));
  return result;
}

}  // namespace svod::driver
