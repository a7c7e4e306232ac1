#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Writes ZIP archives in memory, honest ones and others: every field that a hostile file would falsify can be
/// set.
struct ArchivePart {
  std::string name;
  std::string bytes;
  bool deflate = true;
  bool descriptor = false;  ///< sizes after the data, zeros before it
  bool zip64 = false;
  std::uint16_t flags = 0;
  std::string local_name = {};  ///< where the local header lies about the name
  std::int64_t size_shift = 0;  ///< added to the size that the directory states
  std::int64_t crc_shift = 0;
  std::int64_t offset_of_part = -1;  ///< points the directory at another part's data
  int method = -1;
};

struct Archive {
  std::vector<ArchivePart> parts;
  bool zip64_end = false;
  std::string comment;

  std::string bytes() const;
};

/// A workbook of parts that a test states as far as it cares.
struct Book {
  std::vector<std::pair<std::string, std::string>> sheets;  ///< name and the content of `worksheet`
  std::string strings;                                      ///< the content of `sst`
  std::string styles;                                       ///< the content of `styleSheet`
  std::string workbook;                                     ///< more elements of `workbook`, before the sheets
  std::string after_sheets;
  bool strict = false;

  Archive archive() const;
  std::string bytes() const { return archive().bytes(); }
};

/// One sheet «Лист» with these rows inside `sheetData`.
Book with_rows(std::string rows);
