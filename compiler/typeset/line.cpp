#include <algorithm>

#include "typeset/paragraph.h"

namespace svod::typeset {
namespace {

using document::Align;

// Collects glyphs into runs of one face, size and colour.
class Pen {
 public:
  Pen(Drawing& drawing, Length baseline) : drawing_(drawing), baseline_(baseline) {}

  void put(std::uint16_t face, std::uint16_t code, std::int64_t advance, Length size, Colour colour, bool spaced,
           Length x, Length raise) {
    const bool same = open_ && run_.face == face && run_.size == size && run_.colour == colour &&
                      run_.spaced == spaced && run_.baseline == baseline_ - raise;
    if (!same || end_ != x) {
      const Length gap = x - end_;
      // Rounding of a few thousandths goes into the glyph before.
      if (same && gap > -40 && gap < 40) {
        drawing_.glyphs.back().advance += static_cast<std::int32_t>(gap);
      } else {
        finish();
        run_ = {};
        run_.x = x;
        run_.baseline = baseline_ - raise;
        run_.size = size;
        run_.face = face;
        run_.colour = colour;
        run_.spaced = spaced;
        run_.first = static_cast<std::uint32_t>(drawing_.glyphs.size());
        open_ = true;
      }
    }
    drawing_.glyphs.push_back({code, static_cast<std::int32_t>(advance)});
    end_ = x + advance;
  }
  void finish() {
    if (!open_) return;
    run_.count = static_cast<std::uint32_t>(drawing_.glyphs.size()) - run_.first;
    drawing_.runs.push_back(run_);
    open_ = false;
  }

 private:
  Drawing& drawing_;
  Length baseline_;
  GlyphRun run_;
  bool open_ = false;
  Length end_ = 0;
};

}  // namespace

Paragraphs::Tracking Paragraphs::tracking(const Line& line, Length extra) const {
  const Justification& may = shaper_.justification();
  Length room = 0, size = 0;
  std::int64_t letters = -1;  // none after the last
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Atom& item = atoms_[i];
    if (!item.word) continue;
    size = std::max(size, looks_[item.look].size);
    if (item.kind == Atom::Kind::space) {
      if (item.stretch) room += item.width;
      ++letters;
    } else if (item.kind == Atom::Kind::box || (line.hyphen && i + 1 == line.last)) {
      letters += static_cast<std::int64_t>((line.head && i == line.first ? line.head : item.word)->glyphs.size());
    }
  }
  if (line.tail) letters += static_cast<std::int64_t>(line.tail->glyphs.size());
  const Length lacks = extra - room * may.stretch / 100;
  if (lacks <= 0 || letters < 1) return {};
  return {std::min(lacks / letters, size * may.letters / 1000), letters};
}

void Paragraphs::set(const Line& line, Length x, Length baseline, Length width, Align align, Drawing& drawing) const {
  Length extra = width - line.natural;  // to be shared by the spaces
  Length shared = 0;
  Tracking loosened;
  if (extra < 0) {
    if (line.spaces > 0) shared = extra;
  } else if (align == Align::justify && !line.ends && line.spaces > 0) {
    shared = extra;
    // A gap wider than this shows more than a ragged line does.
    const Length limit = looks_[atoms_[line.first].look].size * 12 / 10;
    if (extra > limit * line.spaces) {
      shared = 0;
    } else {
      loosened = tracking(line, extra);
      shared -= loosened.between * loosened.letters;
    }
  } else if (align == Align::centre) {
    x += extra / 2;
  } else if (align == Align::right) {
    x += extra;
  }

  Pen pen(drawing, baseline);
  std::int32_t space = 0;
  std::int32_t link = -1;
  Length link_start = 0;
  const auto end_link = [&](Length size) {
    if (link >= 0 && x > link_start) {
      drawing.links.push_back(
          {link_start, baseline - size, x - link_start, size * 5 / 4, static_cast<std::uint32_t>(link)});
    }
  };
  Length size = 0;
  const auto between = [&] { return loosened.letters-- > 0 ? loosened.between : 0; };
  const auto word = [&](const Word& shown, const Look& look, bool spaced) {
    for (const ShapedGlyph& glyph : shown.glyphs) {
      const Length advance = shaper_.scaled(glyph, look.size) + look.spacing + between();
      if (glyph.dx == 0 && glyph.dy == 0) {
        pen.put(glyph.face, glyph.code, advance, look.size, look.colour, spaced, x, look.raise);
      } else {
        pen.put(glyph.face, glyph.code, advance, look.size, look.colour, spaced,
                x + shaper_.scale(glyph.face, glyph.dx, look.size),
                look.raise + shaper_.scale(glyph.face, glyph.dy, look.size));
      }
      x += advance;
    }
  };
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Atom& item = atoms_[i];
    if (!item.word || (item.kind == Atom::Kind::hyphen && !(line.hyphen && i + 1 == line.last))) continue;
    const Look& look = looks_[item.look];
    if (look.link != link) {
      end_link(size);
      link = look.link;
      link_start = x;
    }
    size = look.size;
    if (look.note >= 0 && (drawing.notes.empty() || drawing.notes.back() != look.note)) {
      drawing.notes.push_back(look.note);
    }
    const bool spaced = look.spacing * 12 > look.size;
    if (item.kind == Atom::Kind::space) {
      Length advance = item.width + between();
      if (item.stretch && line.spaces > 0 && shared != 0) {
        advance += shared * (space + 1) / line.spaces - shared * space / line.spaces;
        ++space;
      }
      const ShapedGlyph& glyph = item.word->glyphs.front();
      pen.put(glyph.face, glyph.code, advance, look.size, look.colour, spaced, x, look.raise);
      x += advance;
      continue;
    }
    word(line.head && i == line.first ? *line.head : *item.word, look, spaced);
  }
  if (line.tail) {
    const Look& look = looks_[atoms_[line.last].look];
    word(*line.tail, look, look.spacing * 12 > look.size);
  }
  end_link(size);
  pen.finish();
}

std::string Paragraphs::text_of(const Line& line) const {
  std::string text;
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Atom& item = atoms_[i];
    if (!item.word || (item.kind == Atom::Kind::hyphen && !(line.hyphen && i + 1 == line.last))) continue;
    text += line.head && i == line.first ? line.head->text : item.word->text;
  }
  if (line.tail) text += line.tail->text;
  return text;
}

}  // namespace svod::typeset
