#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "catch.h"

using namespace svod;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("svod-files-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::size_t size() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string text(const fs::path& path) {
  FileError error;
  return disk().read(path, error).value_or("<" + error.reason + ">");
}

}  // namespace

TEST_CASE("a staged file is seen when it takes its place, and goes away where it does not") {
  const Folder folder;
  FileError error;
  REQUIRE(replace_file(folder / "a.txt", "first", error));
  {
    const auto staged = StagedFile::write(folder / "a.txt", "second", error);
    REQUIRE(staged);
    CHECK(text(folder / "a.txt") == "first");
    CHECK(folder.size() == 2);
  }
  CHECK(text(folder / "a.txt") == "first");
  CHECK(folder.size() == 1);
  REQUIRE(replace_file(folder / "a.txt", "second", error));
  CHECK(text(folder / "a.txt") == "second");
  CHECK(folder.size() == 1);
}

TEST_CASE("what cannot be written leaves nothing beside") {
  const Folder folder;
  FileError error;
  fs::create_directories(folder / "taken" );
  CHECK_FALSE(replace_file(folder / "taken", "bytes", error));
  CHECK(error.reason == "это папка, а не файл");
  CHECK(folder.size() == 1);
  REQUIRE(replace_file(folder / "file", "bytes", error));
  CHECK_FALSE(replace_file(folder / "file/inside", "bytes", error));
  CHECK(error.reason == "на пути к файлу стоит файл вместо папки");
  const std::string longest(255, 'x');
  CHECK(replace_file(folder / longest, "bytes", error));
  CHECK_FALSE(replace_file(folder / (longest + "x"), "bytes", error));
  CHECK(error.reason == "слишком длинное имя файла");
  CHECK(folder.size() == 3);
}

TEST_CASE("of many that write one file each writes all of it") {
  const Folder folder;
  std::vector<std::jthread> writers;
  for (int i = 0; i < 8; ++i) {
    writers.emplace_back([&folder, i] {
      FileError error;
      for (int k = 0; k < 20; ++k) replace_file(folder / "one", std::string(100000, static_cast<char>('a' + i)), error);
    });
  }
  writers.clear();
  const std::string bytes = text(folder / "one");
  CHECK(bytes == std::string(100000, bytes.empty() ? '-' : bytes[0]));
  CHECK(folder.size() == 1);
}
