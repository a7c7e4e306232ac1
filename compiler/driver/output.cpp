#include "driver/output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <thread>

#include "base/files.h"
#include "driver/codes.h"

namespace svod::driver {
namespace fs = std::filesystem;
namespace {

Location place_of(const fs::path& path) { return Location::in_file(path.generic_string()); }

std::string reason(std::error_code failed) { return system_reason(failed.value(), true); }

/// False where another build holds the lock still when the time is over.
bool lock_within(int lock, std::chrono::seconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

// Swaps two folders in one step. Where the file system cannot, the former is moved aside first: a build
// killed between the two renames leaves both under names that the next build finds.
bool exchange(const fs::path& fresh, const fs::path& folder, std::error_code& failed) {
  constexpr unsigned kExchange = 2;  // RENAME_EXCHANGE
  if (::syscall(SYS_renameat2, AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), kExchange) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) {
    failed = std::error_code(errno, std::generic_category());
    return false;
  }
  const fs::path aside = fresh.string() + ".former";
  fs::rename(folder, aside, failed);
  if (failed) return false;
  fs::rename(fresh, folder, failed);
  if (failed) {
    std::error_code ignored;
    fs::rename(aside, folder, ignored);
    return false;
  }
  fs::rename(aside, fresh, failed);
  return true;
}

}  // namespace

Outcome<std::unique_ptr<Output>> Output::open(const fs::path& wanted, std::chrono::seconds patience) {
  Outcome<std::unique_ptr<Output>> result;
  std::error_code failed;
  // Through links: the folder that a link leads to is replaced, not the link.
  fs::path folder = fs::weakly_canonical(wanted, failed);
  if (failed) {
    result.diagnostics.error(codes::cannot_write, place_of(wanted), "папку не удалось создать: " + reason(failed));
    return result;
  }
  if (folder.filename().empty()) folder = folder.parent_path();
  fs::create_directories(folder.parent_path(), failed);
  if (failed) {
    result.diagnostics.error(codes::cannot_write, place_of(wanted), "папку не удалось создать: " + reason(failed),
                             "укажите другую папку ключом --out");
    return result;
  }
  if (fs::exists(folder, failed) && !fs::is_directory(folder, failed)) {
    result.diagnostics.error(codes::cannot_write, place_of(wanted), "на месте папки документов стоит файл",
                             "укажите другую папку ключом --out");
    return result;
  }
  if (fs::is_directory(folder, failed) && !fs::is_empty(folder, failed) && !fs::exists(folder / kManifestFile, failed)) {
    result.diagnostics.error(codes::not_ours, place_of(wanted), "в папке лежат файлы, которых svod не создавал",
                             "укажите ключом --out пустую или новую папку");
    return result;
  }
  const std::string name = folder.filename().string();
  const fs::path lock_path = folder.parent_path() / ("." + name + ".lock");
  const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock < 0) {
    const std::error_code code(errno, std::generic_category());
    result.diagnostics.error(codes::cannot_write, place_of(wanted),
                             "рядом с папкой документов нельзя писать: " + reason(code),
                             "сборка готовит документы рядом и меняет папки местами; укажите ключом --out папку там, "
                             "где у вас есть права на запись");
    return result;
  }
  if (!lock_within(lock, patience)) {
    ::close(lock);
    result.diagnostics.error(codes::busy, place_of(wanted), "в эту папку уже идёт другая сборка",
                             "дождитесь её окончания");
    return result;
  }
  result.product.reset(new Output(folder, lock));
  const fs::path aside = result.product->staging_.string() + ".former";
  if (!fs::exists(folder, failed) && fs::exists(aside, failed)) fs::rename(aside, folder, failed);
  fs::remove_all(aside, failed);
  fs::remove_all(result.product->staging_, failed);
  fs::create_directories(result.product->staging_, failed);
  if (failed) {
    result.diagnostics.error(codes::cannot_write, place_of(wanted), "папку не удалось создать: " + reason(failed));
    result.product.reset();
  }
  return result;
}

Output::Output(fs::path folder, int lock)
    : folder_(std::move(folder)),
      staging_(folder_.parent_path() / ("." + folder_.filename().string() + ".new")),
      lock_(lock) {}

Output::~Output() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  ::close(lock_);
}

bool Output::add(const std::string& path, std::string_view bytes, Diagnostics& found) {
  if (read_former(path) == bytes && keep(path)) return true;
  FileError error;
  if (write_file(staging_ / path, bytes, error)) return true;
  found.error(codes::cannot_write, place_of(folder_ / path), "файл не записан: " + error.reason,
              "прежние документы остались на месте; освободите место или укажите другую папку ключом --out");
  return false;
}

bool Output::keep(const std::string& path) {
  std::error_code failed;
  const fs::path target = staging_ / path;
  fs::create_directories(target.parent_path(), failed);
  if (failed) return false;
  fs::create_hard_link(folder_ / path, target, failed);
  if (!failed) return true;
  failed.clear();
  if (!fs::copy_file(folder_ / path, target, failed) || failed) return false;
  fs::last_write_time(target, fs::last_write_time(folder_ / path, failed), failed);
  return true;
}

std::vector<std::string> Output::former() const { return disk().list(folder_); }

std::optional<std::string> Output::read_former(const std::string& path) const {
  FileError ignored;
  return disk().read(folder_ / path, ignored);
}

bool Output::publish(Diagnostics& found) {
  std::error_code failed;
  const bool fresh = !fs::exists(folder_, failed);
  if (fresh) {
    fs::rename(staging_, folder_, failed);
  } else if (exchange(staging_, folder_, failed)) {
    fs::remove_all(staging_, failed);
    failed.clear();
  }
  if (!failed) return true;
  found.error(codes::cannot_write, place_of(folder_), "папку документов не удалось заменить: " + reason(failed),
              "прежние документы остались на месте; освободите место или укажите другую папку ключом --out");
  return false;
}

}  // namespace svod::driver
