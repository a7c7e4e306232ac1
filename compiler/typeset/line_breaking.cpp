#include <algorithm>

#include "typeset/line_fitting.h"
#include "typeset/paragraph.h"

namespace svod::typeset {
namespace {

// Lines one after another that may end with a hyphen.
constexpr int kMostHyphens = 2;

}  // namespace

Paragraphs::Division Paragraphs::divide(const Word& word, const Look& look, Length room) {
  const auto& breaks = shaper_.breaks(word);
  for (std::size_t i = breaks.size(); i-- > 0;) {
    const std::string head = std::string(word.text.substr(0, breaks[i])) + "\u00AD";
    const Word& begun = shaper_.word(look.slot, head);
    const Length width = width_of(begun, look);
    if (width <= room) return {&begun, &shaper_.word(look.slot, word.text.substr(breaks[i])), width};
  }
  return {};
}

Inline Paragraphs::divided(Inline text, Length width, bool fine) {
  const std::size_t first = atoms_.size();
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    const Atom item = atoms_[i];
    if (item.kind != Atom::Kind::box || item.width <= width || item.word->glyphs.size() < 2) {
      atoms_.push_back(item);
      continue;
    }
    const Look look = looks_[item.look];
    const Word* left = item.word;
    if (fine && look.hyphenate && !shaper_.breaks(*left).empty()) {
      atoms_.push_back(item);
      continue;
    }
    while (!fine && look.hyphenate && width_of(*left, look) > width) {
      const Division part = divide(*left, look, width);
      if (!part.head) break;
      atoms_.push_back({part.head, part.width, item.look, Atom::Kind::box, false, false});
      atoms_.push_back({nullptr, 0, item.look, Atom::Kind::opportunity, true, false});
      left = part.rest;
    }
    const std::string_view whole = left->text;
    std::size_t start = 0;
    Length sum = 0;
    std::vector<std::string_view> pieces;
    for (const ShapedGlyph& glyph : left->glyphs) {
      const Length advance = shaper_.scaled(glyph, look.size) + look.spacing;
      // A piece shaped by itself may be a kern wider than it was in the word.
      if ((fine || sum + advance > width - look.size / 20) && glyph.cluster > start) {
        pieces.push_back(whole.substr(start, glyph.cluster - start));
        start = glyph.cluster;
        sum = 0;
      }
      sum += advance;
    }
    pieces.push_back(whole.substr(start));
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      add_word(pieces[p], item.look);
      if (p + 1 < pieces.size()) atoms_.push_back({nullptr, 0, item.look, Atom::Kind::opportunity, true, false});
    }
  }
  return measured(first);
}

void Paragraphs::fill_lines(Inline text, Length first_width, Length width, bool justify, std::vector<Line>& lines) {
  Length available = first_width;
  std::uint32_t start = text.first;
  const Word* head = nullptr;  // the rest of the word at `start`
  int hyphens = 0;             // of the lines before, one after another
  while (start < text.last) {
    while (start < text.last && !head && atoms_[start].kind == Atom::Kind::space && atoms_[start].breakable) ++start;
    if (start == text.last) break;
    struct Break {
      bool found = false;
      std::uint32_t end = 0, next = 0;  // the line's items end; the next line's begin
      Length natural = 0;
      std::int32_t spaces = 0;
      bool hyphen = false;
    } last;
    Length sum = 0, stretchable = 0;
    std::int32_t spaces = 0;
    bool ended = false;
    const Word* next_head = nullptr;
    std::uint32_t i = start;
    for (; i < text.last; ++i) {
      const Atom& item = atoms_[i];
      if (item.kind == Atom::Kind::forced) {
        lines.push_back({start, i, sum, spaces, true, false, head, nullptr});
        start = i + 1;
        ended = true;
        break;
      }
      if (item.breakable) {
        // A run of spaces before it hangs outside the measure.
        const bool shows = item.kind == Atom::Kind::hyphen;
        if (!shows || sum + item.width <= available || !last.found) {
          last = {true, shows ? i + 1 : i, i + 1, sum + (shows ? item.width : 0), spaces, shows};
        }
        if (item.kind == Atom::Kind::space) {
          sum += item.width;
          if (item.stretch) ++spaces, stretchable += item.width;
        }
        continue;
      }
      const Word* word = head && i == start ? head : item.word;
      const Length width_here = head && i == start ? width_of(*head, looks_[item.look]) : item.width;
      if (item.kind == Atom::Kind::space && item.stretch) ++spaces, stretchable += item.width;
      sum += width_here;
      if (item.kind == Atom::Kind::space || sum <= available) continue;

      // Too long. A line of words may close up a little, if that is better than to open up.
      const Length over = sum - available;
      const Length shrink = justify ? stretchable / 6 : 0;
      if (last.found && over <= shrink && over * 3 < available - last.natural) continue;
      const Look& look = looks_[item.look];
      if (look.hyphenate && hyphens < kMostHyphens) {
        const Length open = available - last.natural;
        const bool loose = !last.found || (justify ? open > last.spaces * look.size * 3 / 10 : open > available / 3);
        const Division part = loose ? divide(*word, look, available - (sum - width_here)) : Division{};
        if (part.head) {
          lines.push_back({start, i, sum - width_here + part.width, spaces, false, false, head, part.head});
          next_head = part.rest;
          start = i;
          ++hyphens;
          ended = true;
          break;
        }
      }
      hyphens = 0;
      if (last.found && last.end > start) {
        lines.push_back({start, last.end, last.natural, last.spaces, false, last.hyphen, head, nullptr});
        start = last.next;
      } else {
        // Tied words wider than the line: end it before this one.
        std::uint32_t end = std::max(i, start + 1);
        std::uint32_t next = end;
        Length natural = 0;
        std::int32_t count = 0;
        while (end > start + 1 && atoms_[end - 1].kind == Atom::Kind::space) --end;
        for (std::uint32_t k = start; k < end; ++k) {
          natural += head && k == start ? width_of(*head, looks_[atoms_[k].look]) : atoms_[k].width;
          if (atoms_[k].kind == Atom::Kind::space && atoms_[k].stretch) ++count;
        }
        lines.push_back({start, end, natural, count, false, false, head, nullptr});
        start = next;
      }
      ended = true;
      break;
    }
    if (!ended) {
      std::uint32_t end = text.last;
      while (end > start && atoms_[end - 1].kind == Atom::Kind::space && atoms_[end - 1].breakable) {
        --end;
        sum -= atoms_[end].width;
        if (atoms_[end].stretch) --spaces;
      }
      lines.push_back({start, end, sum, spaces, true, false, head, nullptr});
      start = text.last;
    }
    head = next_head;
    available = width;
  }
}

void Paragraphs::break_lines(Inline text, Length first_width, Length width, bool justify, std::vector<Line>& lines) {
  const Length least = std::min(first_width, width);
  const auto in_pieces = [&](Inline part, bool fine) {
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (atoms_[i].kind == Atom::Kind::box && atoms_[i].width > least && atoms_[i].word->glyphs.size() > 1) {
        return divided(part, least, fine);
      }
    }
    return part;
  };
  const bool fitted = justify && !(text.simple && text.max <= first_width);
  text = in_pieces(text, fitted);
  if (!fitted) {
    fill_lines(text, first_width, width, false, lines);
    return;
  }
  if (!fitting_) fitting_ = std::make_shared<Fitting>(*this);
  // Between forced line ends each part is a paragraph of its own.
  for (std::uint32_t from = text.first; from < text.last;) {
    std::uint32_t to = from;
    while (to < text.last && atoms_[to].kind != Atom::Kind::forced) ++to;
    if (!fitting_->run(from, to, first_width, width, lines)) {
      Inline part = text;
      part.first = from, part.last = to;
      part = in_pieces(part, false);
      fill_lines(part, first_width, width, true, lines);
    }
    first_width = width;
    from = to + 1;
  }
}

void Paragraphs::balance(Inline text, Length width, std::vector<Line>& lines) {
  const std::size_t count = lines.size();
  if (count < 2 || count > 6 || !text.simple) return;
  std::vector<Line> tried;
  Length low = std::max(text.min, width / 4), high = width;
  while (high - low > pt(2)) {
    const Length middle = (low + high) / 2;
    tried.clear();
    break_lines(text, middle, middle, false, tried);
    (tried.size() > count ? low : high) = middle;
  }
  tried.clear();
  break_lines(text, high, high, false, tried);
  if (tried.size() == count) lines = tried;
}

}  // namespace svod::typeset
