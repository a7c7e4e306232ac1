#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "../typeset/chart_samples.h"
#include "../typeset/laid_out.h"
#include "catch.h"
#include "pdf/write.h"

using namespace svod;
using namespace samples;

namespace {

std::string charts_file(const char* profile) {
  Document document = empty(profile);
  for (const auto& sample : all_charts()) document.blocks.push_back(block(sample));
  const auto out = pdf::write(pages_of(document));
  CHECK(out.diagnostics.empty());
  return out.product;
}

// What a program of the set-up says about the file.
std::string ask(const std::string& command, const std::string& bytes, int& status) {
  const auto path = std::filesystem::temp_directory_path() / ("svod-charts-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << bytes;
  FILE* pipe = ::popen((command + " '" + path.string() + "' 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::string said;
  char buffer[4096];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) said.append(buffer, got);
  status = ::pclose(pipe);
  std::filesystem::remove(path);
  return said;
}

}  // namespace

TEST_CASE("files with charts are sound and say in words what the figures show") {
  for (const char* profile : {"report", "official"}) {
    const std::string bytes = charts_file(profile);
    int status = 0;
    const std::string said = ask("qpdf --check", bytes, status);
    INFO(said);
    CHECK(status == 0);
    // «Диаграмма» in UTF-16, as the text for those who cannot see the figure.
    const std::string shown =
        ask("sh -c 'qpdf --qdf --stream-data=uncompress \"$0\" - | grep -aic \"Alt <FEFF0414043804300433\"'", bytes,
            status);
    CHECK(std::atoi(shown.c_str()) == 13);
  }
}

// SVOD_LOOK names a folder for pages that a person looks at.
TEST_CASE("sample charts to look at", "[.look]") {
  const char* folder = std::getenv("SVOD_LOOK");
  if (folder == nullptr) return;
  for (const std::string profile : {"report", "official"})
    std::ofstream(std::string(folder) + "/" + profile + ".pdf", std::ios::binary) << charts_file(profile.c_str());
}
