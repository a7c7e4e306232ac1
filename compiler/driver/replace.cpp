#include "driver/replace.h"

#include "base/files.h"
#include "driver/codes.h"

namespace svod::driver {

bool replace_file(const std::filesystem::path& path, const std::string& bytes, const std::string& what,
                  const std::string& hint, Diagnostics& found) {
  FileError error;
  std::filesystem::path beside = path;
  beside.replace_filename(".svod-" + path.filename().string());
  bool written = write_file(beside, bytes, error);
  if (written) {
    std::error_code failed;
    std::filesystem::rename(beside, path, failed);
    written = !failed;
    if (failed) error.reason = "файл занят или защищён от записи";
  }
  if (!written)
    found.error(codes::cannot_write, Location::in_file(path.generic_string()), what + ": " + error.reason, hint);
  return written;
}

}  // namespace svod::driver
