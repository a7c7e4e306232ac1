#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace svod::driver {

/// The list of products that every finished build leaves with them.
inline constexpr std::string_view kManifestFile = "manifest.json";

/// A folder of products that appears whole or not at all. The build writes into a folder beside it, and
/// `publish` puts that in its place in one step of the file system; a build that dies before leaves the
/// former products as they were. One build at a time: the lock is held as long as the object lives.
class Output {
 public:
  /// Takes the lock and clears what a killed build left beside. Null and an error where another build holds
  /// the lock as long as one is ready to wait, the folder cannot be made, or it holds files and no manifest: then it
  /// is not svod's to replace.
  static Outcome<std::unique_ptr<Output>> open(const std::filesystem::path& folder,
                                               std::chrono::seconds patience = std::chrono::seconds(0));
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Writes a product by its path below the folder. Where the former folder holds the same bytes, that very
  /// file is kept, with its time.
  bool add(const std::string& path, std::string_view bytes, Diagnostics& found);
  /// Takes a product of the former build over, as it is. False where there is none.
  bool keep(const std::string& path);
  /// Products of the former build, relative paths in order.
  std::vector<std::string> former() const;
  std::optional<std::string> read_former(const std::string& path) const;
  bool publish(Diagnostics& found);

 private:
  Output(std::filesystem::path folder, int lock);

  std::filesystem::path folder_;
  std::filesystem::path staging_;
  int lock_;
};

}  // namespace svod::driver
