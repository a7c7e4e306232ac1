#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/frame.h"
#include "typeset/galley.h"
#include "typeset/paragraph.h"
#include "typeset/profile.h"
#include "typeset/table_grid.h"
#include "typeset/table_widths.h"

namespace svod::typeset {

/// Sets tables into a galley: chooses widths and size, turns or splits what is too wide, makes a strip of
/// every row and of every line of a row that is too high.
class TableSetter {
 public:
  TableSetter(const Profile& profile, Shaper& shaper, Paragraphs::Resolve resolve, Galley& galley,
              Diagnostics& diagnostics, const Frame& upright, const Frame& turned)
      : profile_(profile),
        look_(profile.table),
        cells_(shaper, std::move(resolve)),
        galley_(galley),
        diagnostics_(diagnostics),
        upright_(upright),
        turned_(turned) {}

  /// `destination` is the table's own anchor, or -1; `above` the space that the text before it asks for. A
  /// table that is too wide turns, if what is set now does not stand on turned pages as it is.
  void set(const document::Table& table, const Location& origin, std::int32_t destination, Length above);

 private:
  enum class Band : unsigned char { head, numbers, body };
  struct Part;
  struct Fit;

  // table.cpp: size and sheet.
  void choose(Fit& fit, const document::Table& table);
  void measured(Fit& fit, std::size_t size);
  TextStyle sized(const TextStyle& style, std::size_t size) const;
  void split(const Fit& fit, Part& whole, const Location& origin);

  // table_measure.cpp: what columns ask for.
  void measure(Grid& grid, const TextStyle& style, Band band, const std::vector<ColumnNeed>& columns);
  void needs_of(const Grid& grid, const TextStyle& style, Band band, std::vector<ColumnNeed>& needs) const;
  void narrow(const Grid& grid, const TextStyle& style, Band band, std::vector<ColumnNeed>& needs);
  void add_wraps(const Grid& grid, Band band, const std::vector<ColumnNeed>& needs, Wraps& wraps) const;
  Wraps wraps_of(const Part& part) const;
  /// The text with soft hyphens in words that are wider than `width`.
  document::Runs divisible(const document::Runs& runs, const TextStyle& style, Length width);
  const std::vector<std::size_t>& breaks(const language::Hyphenation& hyphenation, std::string_view word);
  /// How wide the text must be if each word may take one hyphen.
  Length halved(const document::Runs& runs, const TextStyle& style);
  TextStyle cell_style(const TextStyle& style, Band band, document::Row::Kind kind) const;

  // table_flow.cpp: strips in their order.
  void set_part(Part& part);
  void place_columns(Part& part);
  void set_head(Part& part, Length above);
  void set_rows(Part& part);
  void set_legend(const Part& part);
  void set_lines(std::string_view text, const TextStyle& style, Length width, Length above, Keep keep,
                 const Strip& extra);
  std::vector<bool> kept(const Part& part, const std::vector<Length>& heights) const;
  Strip group_again(const Part& part, int row);
  Strip top_rule(const Part& part);
  std::int32_t continuation(const Part& part, std::vector<Strip> head, const Strip& closing);

  // table_rows.cpp: a row's strips.
  void break_cells(const Part& part, Grid& grid, Band band);
  void break_cell(const Part& part, PlacedCell& cell, Band band, document::Row::Kind kind);
  std::vector<Length> heights(const Part& part, Grid& grid, Band band);
  Strip row_strip(const Part& part, const Grid& grid, int row, const std::vector<Length>& heights, Band band);
  void split_row(const Part& part, const Grid& grid, int row, Band band, std::int32_t first,
                 const std::vector<Strip>& repeat);
  void draw_cell(const Part& part, const PlacedCell& cell, Length height, Band band);
  void draw_line(const Part& part, const PlacedCell& cell, const Line& line, Length y, Band band);
  Length width_of(const Part& part, const PlacedCell& cell) const;

  // table_rules.cpp
  void rules(const Part& part, const Grid& grid, int row, Length height, Band band);
  void uprights(const Part& part, const Grid& grid, int row, Length height);
  void grid_rules(const Part& part, const Grid& grid, int row, Length height, bool top);
  void book_rules(const Part& part, const Grid& grid, int row, Length height, Band band);
  void shade(const Part& part, Length height);
  void bar(const Part& part, const PlacedCell& cell, Length height);
  void rule(Length x, Length y, Length width, Length height, Colour colour);

  const Profile& profile_;
  const TableLook& look_;
  Paragraphs cells_;
  Galley& galley_;
  Diagnostics& diagnostics_;
  Frame upright_, turned_;
  std::vector<Line> lines_;
  std::unordered_map<std::string, std::vector<std::size_t>> breaks_;  // of long words; looked up, never iterated
};

/// «Таблица 3 – Итоги по предметам», or as much of it as there is.
std::string title_of(const document::Table& table);

}  // namespace svod::typeset
