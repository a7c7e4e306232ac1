#include "base/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/hash.h"

namespace svod {
namespace fs = std::filesystem;

std::string system_reason(int code, bool writing) {
  switch (code) {
    case ENOENT: return "нет такого файла или папки";
    case EACCES:
    case EPERM: return writing ? "нет прав на запись" : "нет прав на чтение";
    case ENOSPC:
    case EDQUOT: return "на диске нет места";
    case EROFS: return "диск доступен только для чтения";
    case EISDIR: return "это папка, а не файл";
    case ENOTDIR: return "на пути к файлу стоит файл вместо папки";
    case EEXIST:
    case ENOTEMPTY: return "место занято";
    case EBUSY:
    case ETXTBSY: return "занято другой программой";
    case EFBIG: return "файл больше, чем допускает система";
    case ELOOP: return "ссылки ведут по кругу";
    case ENOMEM: return "не хватает памяти";
    case ENAMETOOLONG: return "слишком длинное имя файла";
    case EMFILE:
    case ENFILE: return "открыто слишком много файлов";
    case EIO: return "ошибка чтения или записи диска";
    default: return "отказ системы с кодом " + std::to_string(code);
  }
}

namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

bool is_left_out(const std::string& name) {
  return name.empty() || name.front() == '.' || name.starts_with("~$");
}

class Disk final : public Files {
 public:
  std::optional<std::string> read(const fs::path& path, FileError& error, std::size_t limit) const override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (file.get() < 0 || ::fstat(file.get(), &about) != 0) {
      error.reason = system_reason(errno, false);
      return std::nullopt;
    }
    if (!S_ISREG(about.st_mode)) {
      error.reason = S_ISDIR(about.st_mode) ? system_reason(EISDIR, false) : "это не обычный файл";
      return std::nullopt;
    }
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size > limit) {
      error.reason = "файл больше предела: " + std::to_string(size) + " байт при пределе " + std::to_string(limit);
      return std::nullopt;
    }
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
      const ssize_t got = ::read(file.get(), bytes.data() + have, size - have);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        error.reason = system_reason(errno, false);
        return std::nullopt;
      }
      if (got == 0) break;
      have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
  }

  std::vector<std::string> list(const fs::path& folder) const override {
    std::vector<std::string> found;
    std::error_code failed;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
      const std::string name = entry->path().filename().string();
      std::error_code ignored;
      if (is_left_out(name)) {
        if (entry->is_directory(ignored)) entry.disable_recursion_pending();
        continue;
      }
      if (entry->is_regular_file(ignored)) found.push_back(entry->path().lexically_relative(folder).generic_string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  bool exists(const fs::path& path) const override {
    std::error_code ignored;
    return fs::exists(path, ignored);
  }
};

}  // namespace

const Files& disk() {
  static const Disk instance;
  return instance;
}

void MemoryFiles::add(std::string path, std::string bytes) {
  auto entry = std::make_pair(fs::path(std::move(path)).lexically_normal().generic_string(), std::move(bytes));
  files_.insert(std::upper_bound(files_.begin(), files_.end(), entry,
                                 [](const auto& a, const auto& b) { return a.first < b.first; }),
                std::move(entry));
}

std::optional<std::string> MemoryFiles::read(const fs::path& path, FileError& error, std::size_t limit) const {
  const std::string wanted = path.lexically_normal().generic_string();
  for (const auto& [name, bytes] : files_) {
    if (name != wanted) continue;
    if (bytes.size() <= limit) return bytes;
    error.reason = "файл больше предела: " + std::to_string(bytes.size()) + " байт";
    return std::nullopt;
  }
  error.reason = system_reason(ENOENT, false);
  return std::nullopt;
}

std::vector<std::string> MemoryFiles::list(const fs::path& folder) const {
  std::string prefix = folder.lexically_normal().generic_string();
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  std::vector<std::string> found;
  for (const auto& [name, bytes] : files_) {
    if (!name.starts_with(prefix)) continue;
    const std::string inside = name.substr(prefix.size());
    bool hidden = false;
    for (const fs::path& part : fs::path(inside)) hidden = hidden || is_left_out(part.string());
    if (!hidden) found.push_back(inside);
  }
  return found;
}

bool MemoryFiles::exists(const fs::path& path) const {
  const std::string wanted = path.lexically_normal().generic_string();
  return std::any_of(files_.begin(), files_.end(), [&](const auto& file) {
    return file.first == wanted || file.first.starts_with(wanted + "/");
  });
}

namespace {

bool make_folder_of(const fs::path& path, FileError& error) {
  std::error_code failed;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
  if (failed) error.reason = system_reason(failed.value(), true);
  return !failed;
}

bool write_all(int descriptor, std::string_view bytes, FileError& error) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      error.reason = system_reason(errno, true);
      return false;
    }
    written += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

bool write_file(const fs::path& path, std::string_view bytes, FileError& error) {
  if (!make_folder_of(path, error)) return false;
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) {
    error.reason = system_reason(errno, true);
    return false;
  }
  return write_all(file.get(), bytes, error);
}

StagedFile::StagedFile(fs::path path, fs::path beside, int descriptor)
    : path_(std::move(path)), beside_(std::move(beside)), descriptor_(descriptor) {}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::move(other.beside_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

StagedFile::~StagedFile() {
  if (descriptor_ < 0) return;
  ::unlink(beside_.c_str());
  ::close(descriptor_);
}

std::optional<StagedFile> StagedFile::write(const fs::path& path, std::string_view bytes, FileError& error) {
  if (!make_folder_of(path, error)) return std::nullopt;
  // The name is short: the file's own may be as long as names can be.
  const fs::path beside = path.parent_path() / (".svod-" + sha256(path.filename().native()).substr(0, 16));
  while (true) {
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0) {
      error.reason = system_reason(errno, true);
      return std::nullopt;
    }
    StagedFile staged(path, beside, descriptor);
    struct stat ours {}, there {};
    const bool locked = ::flock(descriptor, LOCK_EX) == 0;
    // Whoever held the lock may have moved the file to its place, or taken it away.
    const bool moved = locked && (::fstat(descriptor, &ours) != 0 || ::stat(beside.c_str(), &there) != 0 ||
                                  ours.st_ino != there.st_ino || ours.st_dev != there.st_dev);
    if (moved) {
      ::close(std::exchange(staged.descriptor_, -1));
      continue;
    }
    if (::ftruncate(descriptor, 0) != 0) {
      error.reason = system_reason(errno, true);
      return std::nullopt;
    }
    if (!write_all(descriptor, bytes, error)) return std::nullopt;
    return staged;
  }
}

bool StagedFile::take_place(FileError& error) {
  if (::rename(beside_.c_str(), path_.c_str()) != 0) {
    error.reason = system_reason(errno, true);
    return false;
  }
  ::close(std::exchange(descriptor_, -1));
  return true;
}

bool replace_file(const fs::path& path, std::string_view bytes, FileError& error) {
  auto staged = StagedFile::write(path, bytes, error);
  return staged && staged->take_place(error);
}

}  // namespace svod
