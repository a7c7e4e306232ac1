#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svod {

/// Why a file could not be read or written, in Russian, for the end of a message: «нет такого файла»,
/// «нет прав на чтение», «на диске нет места».
struct FileError {
  std::string reason;
};

/// The one seam to the disk. Rooms that read sources take a `Files`, so that a test can hand them a tree
/// in memory.
class Files {
 public:
  virtual ~Files() = default;

  /// The whole file. Nothing and `error` filled when it cannot be read or is longer than `limit` bytes.
  virtual std::optional<std::string> read(const std::filesystem::path& path, FileError& error,
                                          std::size_t limit = static_cast<std::size_t>(-1)) const = 0;
  /// Regular files below `folder`, relative to it, in byte order of their paths with '/' between the parts.
  /// Hidden files and the lock files that offices leave («~$…», «.~lock…») are left out. Empty where the
  /// folder is not there.
  virtual std::vector<std::string> list(const std::filesystem::path& folder) const = 0;
  virtual bool exists(const std::filesystem::path& path) const = 0;
};

const Files& disk();

/// A tree in memory: path to bytes.
class MemoryFiles final : public Files {
 public:
  void add(std::string path, std::string bytes);
  std::optional<std::string> read(const std::filesystem::path& path, FileError& error,
                                  std::size_t limit) const override;
  std::vector<std::string> list(const std::filesystem::path& folder) const override;
  bool exists(const std::filesystem::path& path) const override;

 private:
  std::vector<std::pair<std::string, std::string>> files_;  // sorted by path
};

/// What the system's error code means, in Russian, for the end of a message; `writing` tells a refused write from a
/// refused read.
std::string system_reason(int code, bool writing);

/// Writes the whole file; false and `error` on failure. Folders are made.
bool write_file(const std::filesystem::path& path, std::string_view bytes, FileError& error);

/// A file written beside its place, hidden, until it takes it in one step; where it does not, it goes away with the
/// object. Of two that write the same file, one waits for the other.
class StagedFile {
 public:
  /// Nothing and `error` where it cannot be written. Folders are made.
  static std::optional<StagedFile> write(const std::filesystem::path& path, std::string_view bytes, FileError& error);
  StagedFile(StagedFile&& other) noexcept;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile();
  bool take_place(FileError& error);

 private:
  StagedFile(std::filesystem::path path, std::filesystem::path beside, int descriptor);

  std::filesystem::path path_, beside_;
  int descriptor_;   ///< holds the lock; -1 when it has taken its place
};

/// Writes a file whole or not at all: what stood there stays where it fails, and nothing is left beside.
bool replace_file(const std::filesystem::path& path, std::string_view bytes, FileError& error);

}  // namespace svod
