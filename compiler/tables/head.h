#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tables/find.h"

namespace svod::tables {

/// A stretch of rows read as a head, with the columns that it names.
struct Head {
  CellRange range;
  std::map<std::string, std::uint32_t> columns;
  std::vector<ColumnGroup> groups;
  std::vector<CellRef> unread;
  std::vector<std::string> seen;
  std::vector<std::string> missing;   ///< titles of required columns that are not there
  std::size_t required_found = 0;
  std::size_t matched = 0;            ///< wanted columns that are there
  bool ambiguous = false;
  Diagnostics diagnostics;
};

/// Reads heads of one kind of table in one sheet.
class HeadReader {
 public:
  HeadReader(const Grid& grid, const std::string& file, const Sought& sought);

  /// A row with texts that are headers.
  struct Seed {
    std::uint32_t row = 0;
    std::size_t hits = 0;  ///< cells that are one
  };
  std::vector<Seed> seeds() const;
  /// The best head around a seed row that begins at `first` or below; `near` allows slips of the pen.
  std::optional<Head> best(std::uint32_t seed, std::uint32_t first, bool near) const;
  /// Columns looked at so far: what a tangled sheet costs.
  std::size_t effort() const { return effort_; }
  /// «1 2 3 4 …» under a head.
  bool is_number_row(std::uint32_t row) const;

 private:
  struct Level {
    std::string text;
    std::string key;
    CellRef anchor;
    std::uint32_t width = 1;
  };
  struct Column {
    std::uint32_t column = 0;
    std::vector<Level> path;         ///< from the top down
    std::vector<std::string> keys;   ///< of the path's texts joined from each level down
  };
  struct Match {
    std::size_t wanted = 0;
    std::size_t column = 0;  ///< index into the columns
    std::size_t tier = 0;    ///< lower is surer
  };

  /// Rows of a sheet looked at as a head, with what is seen over each column.
  struct Block {
    std::uint32_t top = 0;
    std::vector<std::uint32_t> places;        ///< columns, sorted
    std::vector<std::vector<Level>> levels;   ///< by row, by place; without text where nothing is seen
  };

  Block block(std::uint32_t top, std::uint32_t bottom) const;
  bool may_be_lower_row(const Block& block, std::uint32_t row) const;
  static std::vector<Column> columns(const Block& block);
  Head read(const Block& block, bool near) const;
  void match_measures(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                      Head& head) const;
  void match_plain(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                   Head& head) const;
  void match_near(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                  Head& head) const;
  void finish(const std::vector<Column>& columns, const std::vector<bool>& taken, const std::vector<bool>& found,
              Head& head) const;
  bool names(std::size_t wanted, const std::string& key) const;
  bool may_be_plain(std::size_t wanted, const Column& column) const;
  Location place(CellRef cell, std::string label) const;

  const Grid& grid_;
  const std::string& file_;
  const Sought& sought_;
  std::vector<std::vector<std::string>> keys_;  ///< of each wanted column
  std::vector<std::string> ignored_;
  std::vector<char> is_header_;                 ///< by the grid's keys
  mutable std::size_t effort_ = 0;
};

}  // namespace svod::tables
