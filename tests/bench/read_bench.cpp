// Reading against inflating alone: the same parts of the same files, in one process, in turn.
//
//   svod_bench_read [-n RUNS] [--read-only] FOLDER|FILE.xlsx...
//
// A folder is one that make_workbooks.py made: its small files are measured together, then the large one. Files
// are measured together. Prints the medians of the process's own time, their ratio, the cells read and the peak
// of memory. `--read-only` leaves inflating out, for the peak of reading by itself.
#include <libdeflate.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "workbook/container.h"
#include "workbook/workbook.h"

namespace {

/// Unpacks the parts that a reader needs, and does nothing with them.
std::size_t inflate(const std::string& bytes, libdeflate_decompressor* inflater) {
  const svod::workbook::Budgets budgets;
  const svod::workbook::Container container(bytes, budgets);
  std::size_t total = 0;
  for (const auto& entry : container.entries()) {
    const auto out = std::make_unique_for_overwrite<char[]>(entry.size);
    if (entry.method == 8 && libdeflate_deflate_decompress(inflater, bytes.data() + entry.data_at, entry.packed,
                                                           out.get(), entry.size, nullptr) != LIBDEFLATE_SUCCESS) {
      std::fprintf(stderr, "cannot inflate %s\n", entry.name.c_str());
      std::exit(2);
    }
    total += entry.size;
  }
  return total;
}

/// Time of this process alone: what other programs take of the machine is left out.
template <class Work>
double milliseconds(Work&& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begin = now();
  work();
  return now() - begin;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Options {
  int runs = 9;
  bool read_only = false;
};

std::string load(const std::filesystem::path& path) {
  svod::FileError error;
  auto bytes = svod::disk().read(path, error);
  if (!bytes) {
    std::fprintf(stderr, "%s: %s\n", path.string().c_str(), error.reason.c_str());
    std::exit(2);
  }
  return std::move(*bytes);
}

std::size_t read_all(const std::vector<std::string>& files) {
  std::size_t cells = 0;
  for (const std::string& file : files) {
    const auto outcome = svod::workbook::read(file, "bench.xlsx");
    if (outcome.diagnostics.has_errors()) {
      std::fprintf(stderr, "%s\n", outcome.diagnostics[0].message.c_str());
      std::exit(2);
    }
    for (const auto& sheet : outcome.product.sheets) cells += sheet.cells.size();
  }
  return cells;
}

void measure(const std::vector<std::string>& files, const Options& options) {
  libdeflate_decompressor* inflater = libdeflate_alloc_decompressor();
  std::vector<double> inflating;
  std::vector<double> reading;
  std::size_t bytes = 0;
  std::size_t cells = 0;
  for (int run = 0; run < options.runs; ++run) {
    bytes = 0;
    if (!options.read_only) {
      inflating.push_back(milliseconds([&] {
        for (const std::string& file : files) bytes += inflate(file, inflater);
      }));
    }
    reading.push_back(milliseconds([&] { cells = read_all(files); }));
  }
  libdeflate_free_decompressor(inflater);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("files %zu, cells %zu, inflated %.1f MB\n", files.size(), cells, static_cast<double>(bytes) / 1e6);
  if (!options.read_only) std::printf("  inflate only  %8.2f ms\n", median(inflating));
  std::printf("  read          %8.2f ms\n", median(reading));
  if (!options.read_only) std::printf("  ratio         %8.2f\n", median(reading) / median(inflating));
  std::printf("  peak          %8.1f MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "-n" && i + 1 < argc) {
      options.runs = std::max(1, std::atoi(argv[++i]));
    } else if (word == "--read-only") {
      options.read_only = true;
    } else if (std::filesystem::is_directory(word)) {
      const std::filesystem::path folder = word;
      std::vector<std::string> small;
      for (const std::string& name : svod::disk().list(folder / "small"))
        small.push_back(load(folder / "small" / name));
      measure(small, options);
      measure({load(folder / "large.xlsx")}, options);
    } else {
      files.push_back(load(word));
    }
  }
  if (argc < 2) {
    std::fprintf(stderr, "usage: svod_bench_read [-n RUNS] [--read-only] FOLDER|FILE.xlsx...\n");
    return 2;
  }
  if (!files.empty()) measure(files, options);
  return 0;
}
