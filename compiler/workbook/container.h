#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/budgets.h"

struct libdeflate_decompressor;

namespace svod::workbook {

/// The bytes of one part, unpacked, with a NUL after the last.
struct PartBytes {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;
  std::string_view view() const { return {data.get(), size}; }
};

/// A ZIP archive (ZIP64 too), read through its central directory. Everything in this header throws Fault:
/// a directory that contradicts the bytes, entries over one another, two entries with one name, encryption,
/// a checksum that does not match, a budget.
class Container {
 public:
  Container(std::string_view bytes, const Budgets& budgets);
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  struct Entry {
    std::string name;  ///< as written, with `/` between the folders
    std::string key;   ///< lower case: part names are compared so
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t header_at = 0;
    std::uint64_t data_at = 0;
  };

  /// In the order of the directory.
  const std::vector<Entry>& entries() const { return entries_; }
  /// Nothing where there is no such part. Case of ASCII letters does not matter; no leading slash.
  const Entry* find(std::string_view name) const;
  PartBytes read(const Entry& entry);

 private:
  void read_directory();
  void locate_data();

  std::string_view bytes_;
  const Budgets& budgets_;
  std::uint64_t directory_at_ = 0;
  std::uint64_t inflated_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> by_key_;
  libdeflate_decompressor* inflater_ = nullptr;
};

}  // namespace svod::workbook
