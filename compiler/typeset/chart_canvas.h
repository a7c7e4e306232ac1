#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "typeset/chart_boxes.h"
#include "typeset/paragraph.h"

namespace svod::typeset {

/// Text of a chart broken into lines.
struct ChartText {
  std::vector<Line> lines;
  Length width = 0;   ///< of the widest line
  Length height = 0;  ///< of all lines
  Length leading = 0;
  Length size = 0;      ///< of the letters
  Length baseline = 0;  ///< of the first line, from the top
  bool empty() const { return lines.empty(); }
  /// The height of the letters alone, without the air of the first and the last line.
  Length tall() const { return lines.empty() ? 0 : height - leading + size; }
};

enum class Marker : unsigned char { circle, square, triangle, diamond };

/// What charts are drawn with: vector paths and ordinary text, places relative to the strip.
class ChartCanvas {
 public:
  ChartCanvas(Paragraphs& text, Drawing& drawing) : text_(text), drawing_(drawing) {}

  /// In lines of at most `width`; where there would be more than `most` lines the end is left out for «…».
  ChartText set(std::string_view text, const TextStyle& style, Length width, std::size_t most = 12);
  /// `width` is what the lines are aligned in.
  void print(const ChartText& text, Length x, Length y, Length width, document::Align align);
  /// In a box as high as the letters.
  void print(const ChartText& text, const Box& box, document::Align align = document::Align::centre) {
    print(text, box.x, box.y - (text.leading - text.size) / 2, box.width, align);
  }
  /// Whether the end of any text was left out since `forget`.
  bool shortened() const { return shortened_; }
  void forget() { shortened_ = false; }

  void line(Length x1, Length y1, Length x2, Length y2, Colour colour, Length width, Length dash = 0, Length gap = 0);
  /// A level (upright) line at `at` that leaves out the boxes.
  void rule(Stretch line, Length at, bool level, const std::vector<Box>& boxes, Colour colour, Length width,
            Length dash = 0, Length gap = 0);
  void fill(const Box& box, Colour colour);
  /// An area in its ink: plain, or hatched and outlined.
  void area(const std::vector<Point>& outline, const ChartLook::Ink& ink, const ChartLook& look);
  void area(const Box& box, const ChartLook::Ink& ink, const ChartLook& look);
  void trace(const std::vector<Point>& points, Colour colour, Length width, Length dash, Length gap);
  /// A sign around a point; hollow ones are white within.
  void marker(Marker shape, Point at, Length width, Colour colour, bool hollow = false);
  /// An area or a line, given as it is.
  void draw(Path path) { drawing_.paths.push_back(std::move(path)); }

 private:
  ChartText broken(std::string_view text, const TextStyle& style, Length width);
  Paragraphs& text_;
  Drawing& drawing_;
  bool shortened_ = false;
};

/// The points of an arc from one angle to another, in turns from the top, clockwise, ends included.
std::vector<Point> arc(Point centre, Length radius, double from, double to);
/// How light a colour is printed grey, 0 to 255.
int lightness(Colour colour);

}  // namespace svod::typeset
