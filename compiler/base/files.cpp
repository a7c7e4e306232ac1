#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace svod {
namespace fs = std::filesystem;
namespace {

std::string reason_of(int code, bool writing) {
  switch (code) {
    case ENOENT: return "нет такого файла или папки";
    case EACCES:
    case EPERM: return writing ? "нет прав на запись" : "нет прав на чтение";
    case ENOSPC:
    case EDQUOT: return "на диске нет места";
    case EROFS: return "диск доступен только для чтения";
    case EISDIR: return "это папка, а не файл";
    case ENOTDIR: return "на пути к файлу стоит файл вместо папки";
    case ENAMETOOLONG: return "слишком длинное имя файла";
    case EMFILE:
    case ENFILE: return "открыто слишком много файлов";
    case EIO: return "ошибка чтения или записи диска";
    default: return std::string("отказ системы: ") + std::strerror(code);
  }
}

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
      error.reason = reason_of(errno, false);
      return std::nullopt;
    }
    if (!S_ISREG(about.st_mode)) {
      error.reason = S_ISDIR(about.st_mode) ? reason_of(EISDIR, false) : "это не обычный файл";
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
        error.reason = reason_of(errno, false);
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
  error.reason = reason_of(ENOENT, false);
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

bool write_file(const fs::path& path, std::string_view bytes, FileError& error) {
  std::error_code failed;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
  if (failed) {
    error.reason = reason_of(failed.value(), true);
    return false;
  }
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) {
    error.reason = reason_of(errno, true);
    return false;
  }
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = ::write(file.get(), bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      error.reason = reason_of(errno, true);
      return false;
    }
    written += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace svod
