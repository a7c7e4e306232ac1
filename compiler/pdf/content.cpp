#include "pdf/content.h"

#include "base/text.h"
#include "typeset/fonts.h"

namespace svod::pdf {
namespace {

using typeset::Length;

class Writer {
 public:
  Writer(const typeset::Pages& pages, const typeset::Page& page) : pages_(pages), page_(page) {}

  std::string run() {
    out_.text().reserve(page_.runs.size() * 120 + page_.rects.size() * 24);
    for (const typeset::Rect& rect : page_.rects) fill(rect);
    for (const typeset::Figure& figure : page_.figures) draw(figure);
    if (!page_.runs.empty()) {
      out_ << "BT\n";
      for (const typeset::GlyphRun& glyphs : page_.runs) show(glyphs);
      out_ << "ET\n";
    }
    return std::move(out_.text());
  }

 private:
  void colour(typeset::Colour wanted) {
    if (coloured_ && wanted == colour_) return;
    colour_ = wanted;
    coloured_ = true;
    const auto part = [&](std::uint8_t value) { out_.thousandths((value * 1000 + 127) / 255); };
    part(wanted.red);
    if (wanted.red == wanted.green && wanted.green == wanted.blue) {
      out_ << " g\n";
      return;
    }
    out_ << ' ';
    part(wanted.green);
    out_ << ' ';
    part(wanted.blue);
    out_ << " rg\n";
  }

  void fill(const typeset::Rect& rect) {
    colour(rect.colour);
    out_.thousandths(rect.x) << ' ';
    out_.thousandths(page_.height - rect.y - rect.height) << ' ';
    out_.thousandths(rect.width) << ' ';
    out_.thousandths(rect.height) << " re f\n";
  }

  // A figure's lines and areas, and what they show for those who cannot see them.
  void draw(const typeset::Figure& figure) {
    if (!figure.alternative.empty()) {
      out_ << "/Span <</Alt <FEFF";
      append_utf16_hex(out_, figure.alternative);
      out_ << ">>> BDC\n";
    }
    for (std::uint32_t i = figure.path_first; i < figure.path_last; ++i) draw(page_.paths[i]);
    if (!figure.alternative.empty()) out_ << "EMC\n";
  }

  void draw(const typeset::Path& path) {
    if (path.verbs.empty() || (!path.filled && !path.stroked)) return;
    if (path.filled) colour(path.fill);
    if (path.stroked) {
      stroke_colour(path.stroke);
      out_.thousandths(path.width) << " w [";
      if (path.dash > 0) {
        out_.thousandths(path.dash) << ' ';
        out_.thousandths(path.gap);
      }
      out_ << "] 0 d\n";
    }
    std::size_t next = 0;
    const auto point = [&] {
      const typeset::Point& p = path.points[next++];
      out_.thousandths(p.x) << ' ';
      out_.thousandths(page_.height - p.y) << ' ';
    };
    for (const typeset::Path::Verb verb : path.verbs) {
      switch (verb) {
        case typeset::Path::Verb::move:
          point(), out_ << "m\n";
          break;
        case typeset::Path::Verb::line:
          point(), out_ << "l\n";
          break;
        case typeset::Path::Verb::curve:
          point(), point(), point(), out_ << "c\n";
          break;
        case typeset::Path::Verb::close:
          out_ << "h\n";
          break;
      }
    }
    out_ << (path.filled && path.stroked ? "B\n" : path.filled ? "f\n" : "S\n");
  }

  void stroke_colour(typeset::Colour wanted) {
    const auto part = [&](std::uint8_t value) { out_.thousandths((value * 1000 + 127) / 255); };
    part(wanted.red), out_ << ' ';
    part(wanted.green), out_ << ' ';
    part(wanted.blue), out_ << " RG\n";
  }

  void show(const typeset::GlyphRun& run) {
    if (run.count == 0) return;
    const typeset::UsedFace& face = pages_.faces[run.face];
    if (run.face != face_ || run.size != size_ || !font_) {
      out_ << "/F";
      out_.whole(run.face) << ' ';
      out_.thousandths(run.size) << " Tf\n";
      face_ = run.face, size_ = run.size, font_ = true;
    }
    colour(run.colour);
    const Length y = page_.height - run.baseline;
    out_.thousandths(run.x - x_) << ' ';
    out_.thousandths(y - y_) << " Td\n";
    x_ = run.x, y_ = y;
    if (run.spaced) {
      // Viewers would take letters set apart for words.
      out_ << "/Span <</ActualText <FEFF";
      append_utf16_hex(out_, typeset::text(pages_, run));
      out_ << ">>> BDC\n";
    }
    out_ << "[<";
    Length off = 0;  // how far the viewer would be from where the next glyph belongs
    const std::uint32_t end = run.first + run.count;
    // Poppler takes a hyphen of the text that ends a line for one of a divided word, and drops it; one that is
    // followed by something, and be it nothing to see, it keeps.
    const bool hyphen = !run.spaced && run.count > 1 && face.characters[pages_.glyphs[end - 1].code].text == "-";
    for (std::uint32_t i = run.first; i < end; ++i) {
      if (hyphen && i + 1 == end) out_ << ">] TJ\n/Span <</ActualText <FEFF002D200B>>> BDC\n[<";
      const typeset::Glyph& glyph = pages_.glyphs[i];
      // Differences below a hundredth of a point add up until they are worth a move.
      if (off > 9 || off < -9) {
        const Length move = -(off * 1000 + (off < 0 ? -run.size / 2 : run.size / 2)) / run.size;
        if (move != 0) {
          out_ << '>';
          out_.whole(move) << '<';
          off += move * run.size / 1000;
        }
      }
      out_.code(glyph.code);
      off += glyph.advance - width_of(face, face.characters[glyph.code]) * run.size / 1000;
    }
    out_ << ">] TJ\n";
    if (run.spaced || hyphen) out_ << "EMC\n";
  }

  const typeset::Pages& pages_;
  const typeset::Page& page_;
  Bytes out_;
  typeset::Colour colour_;
  bool coloured_ = false, font_ = false;
  std::uint16_t face_ = 0;
  Length size_ = 0, x_ = 0, y_ = 0;
};

}  // namespace

std::int32_t width_of(const typeset::UsedFace& face, const typeset::Character& character) {
  const int em = face.face->units_per_em();
  return (character.advance * 1000 + em / 2) / em;
}

std::string content_of(const typeset::Pages& pages, const typeset::Page& page) { return Writer(pages, page).run(); }

void append_utf16_hex(Bytes& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c < 0x10000) {
      out.code(c);
    } else {
      out.code(0xD800 + ((c - 0x10000) >> 10));
      out.code(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
}

}  // namespace svod::pdf
