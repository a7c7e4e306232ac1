#include "driver/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <thread>

#include "base/files.h"
#include "catch.h"
#include "driver/codes.h"

using namespace svod;
using driver::Output;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("svod-output-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::string text(const fs::path& path) {
  FileError error;
  return disk().read(path, error).value_or("<" + error.reason + ">");
}

ino_t inode(const fs::path& path) {
  struct stat about {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return about.st_ino;
}

void publish(const fs::path& out, const std::map<std::string, std::string>& files) {
  Diagnostics found;
  const auto output = Output::open(out);
  REQUIRE(output.product);
  for (const auto& [name, bytes] : files) REQUIRE(output.product->add(name, bytes, found));
  REQUIRE(output.product->add("manifest.json", "{}", found));
  REQUIRE(output.product->publish(found));
}

}  // namespace

TEST_CASE("products appear when they are published, not before") {
  const Folder folder;
  publish(folder / "out", {{"a.pdf", "first"}, {"gone.pdf", "old"}});
  Diagnostics found;
  auto output = Output::open(folder / "out");
  REQUIRE(output.product);
  REQUIRE(output.product->add("a.pdf", "second", found));
  CHECK(text(folder / "out/a.pdf") == "first");
  REQUIRE(output.product->publish(found));
  CHECK(text(folder / "out/a.pdf") == "second");
  CHECK_FALSE(fs::exists(folder / "out/gone.pdf"));
}

TEST_CASE("a build that stops half way leaves the former products whole and nothing beside") {
  const Folder folder;
  publish(folder / "out", {{"a.pdf", "first"}});
  {
    Diagnostics found;
    auto output = Output::open(folder / "out");
    REQUIRE(output.product->add("a.pdf", "half", found));
  }
  CHECK(text(folder / "out/a.pdf") == "first");
  CHECK_FALSE(fs::exists(folder / ".out.new"));
}

TEST_CASE("a product with the same bytes keeps its file") {
  const Folder folder;
  publish(folder / "out", {{"same.pdf", "bytes"}, {"sub/other.pdf", "old"}});
  const ino_t before = inode(folder / "out/same.pdf");
  publish(folder / "out", {{"same.pdf", "bytes"}, {"sub/other.pdf", "new"}});
  CHECK(inode(folder / "out/same.pdf") == before);
  CHECK(text(folder / "out/sub/other.pdf") == "new");
}

TEST_CASE("two builds into one folder do not mix") {
  const Folder folder;
  const auto first = Output::open(folder / "out");
  const auto second = Output::open(folder / "out");
  CHECK_FALSE(second.product);
  REQUIRE(second.diagnostics.size() == 1);
  CHECK(second.diagnostics[0].code == &driver::codes::busy);
}

TEST_CASE("a build waits for another one as long as it is told to") {
  const Folder folder;
  auto first = Output::open(folder / "out");
  REQUIRE(first.product);
  std::jthread end([&first] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    first.product.reset();
  });
  CHECK(Output::open(folder / "out", std::chrono::seconds(30)).product);
}

TEST_CASE("a link to a folder stays, and the folder is filled") {
  const Folder folder;
  fs::create_directories(folder / "target");
  fs::create_directory_symlink(folder / "target", folder / "link");
  publish(folder / "link", {{"a.pdf", "first"}});
  publish(folder / "link", {{"a.pdf", "second"}});
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(text(folder / "target/a.pdf") == "second");
}

TEST_CASE("a folder that cannot be made is told before any work") {
  const Folder folder;
  std::ofstream(folder / "file") << "x";
  const auto output = Output::open(folder / "file/out");
  CHECK_FALSE(output.product);
  REQUIRE(output.diagnostics.size() == 1);
  CHECK(output.diagnostics[0].code == &driver::codes::cannot_write);
}

TEST_CASE("what a killed build left beside is cleared by the next") {
  const Folder folder;
  publish(folder / "out", {{"a.pdf", "first"}});
  fs::create_directories(folder / ".out.new");
  std::ofstream(folder / ".out.new/stale.pdf") << "x";
  publish(folder / "out", {{"a.pdf", "second"}});
  CHECK_FALSE(fs::exists(folder / "out/stale.pdf"));
}

TEST_CASE("a folder or a file that svod did not make is never replaced") {
  const Folder folder;
  fs::create_directories(folder / "letters");
  std::ofstream(folder / "letters/mine.docx") << "x";
  const auto full = Output::open(folder / "letters");
  CHECK_FALSE(full.product);
  REQUIRE(full.diagnostics.size() == 1);
  CHECK(full.diagnostics[0].code == &driver::codes::not_ours);
  const auto file = Output::open(folder / "letters/mine.docx");
  CHECK_FALSE(file.product);
  CHECK(text(folder / "letters/mine.docx") == "x");
  fs::create_directories(folder / "empty");
  CHECK(Output::open(folder / "empty").product);
}
