#pragma once

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

  /// `destination` is the table's own anchor, or -1; `above` the space that the text before it asks for.
  void set(const document::Table& table, const Location& origin, std::int32_t destination, Length above);

 private:
  struct Part;
  void measure(Grid& grid, const TextStyle& style, bool head);
  /// Estimated height of the rows with these widths.
  Length cost(const Part& part, const std::vector<Length>& widths) const;
  void needs_of(const Grid& grid, bool head, std::vector<ColumnNeed>& needs) const;
  TextStyle sized(const TextStyle& style, std::size_t size) const;
  TextStyle style_of(const TextStyle& style, document::Row::Kind kind) const;

  void set_part(Part& part);
  void set_lines(std::string_view text, const TextStyle& style, Length width, Length above, Keep keep,
                 const Strip& extra);
  void break_cells(const Part& part, Grid& grid);
  std::vector<Length> heights(Grid& grid, const TextStyle& style, Length limit);
  Strip row_strip(const Part& part, const Grid& grid, int row, const std::vector<Length>& heights, bool head);
  void split_row(const Part& part, const Grid& grid, int row, bool head, std::int32_t continuation);
  void draw_cell(const Part& part, const PlacedCell& cell, Length y, Length height, bool head);
  void draw_line(const Part& part, const PlacedCell& cell, const Line& line, Length y, bool head);
  void grid_rules(const Part& part, const Grid& grid, int row, Length height, bool top, bool bottom);
  void book_rules(const Part& part, const Grid& grid, int row, Length height, bool head);
  void shade(const Part& part, Length height);
  void rule(Length x, Length y, Length width, Length height, Colour colour);

  const Profile& profile_;
  const TableLook& look_;
  Paragraphs cells_;
  Galley& galley_;
  Diagnostics& diagnostics_;
  Frame upright_, turned_;
  std::vector<Line> lines_;
};

}  // namespace svod::typeset
