#include "typeset/paragraph.h"

#include <algorithm>

#include "base/text.h"

namespace svod::typeset {
namespace {

using document::Align;

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x52F);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Spaces at which a line may end.
bool is_breaking_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x2000 && c <= 0x2006) || c == 0x2008 || c == 0x200A ||
         c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

// Spaces that tie what stands on both sides: no-break, narrow no-break, thin, figure space.
bool is_tie(char32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x2007; }

// Signs without a shape: joiners, marks of direction, variation selectors.
bool is_ignored(char32_t c) {
  return c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Whether a line may end after `sign`, between `before` and `after`.
bool breaks_after(char32_t before, char32_t sign, char32_t after) {
  switch (sign) {
    case '-':
    case 0x2010:
    case '/': return is_letter(before) && is_letter(after);
    case 0x2013:
    case 0x2014: return is_letter(after);
    default: return false;
  }
}

// The code point at `at`, 0 at the end.
char32_t peek(std::string_view text, std::size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

// Lines one after another that may end with a hyphen.
constexpr int kMostHyphens = 2;

}  // namespace

Slot slot_of(const TextStyle& style) { return slot_of(style.family, style.bold, style.italic); }

Length baseline_of(const Shaper& shaper, const TextStyle& style) {
  const Slot slot = slot_of(style);
  const Length ascent = shaper.ascent(slot, style.size);
  return (style.leading - ascent - shaper.descent(slot, style.size)) / 2 + ascent;
}

std::uint16_t Paragraphs::look(const Look& wanted) {
  if (!looks_.empty()) {
    const Look& last = looks_.back();
    if (last.slot == wanted.slot && last.size == wanted.size && last.colour == wanted.colour &&
        last.spacing == wanted.spacing && last.link == wanted.link && last.hyphenate == wanted.hyphenate) {
      return static_cast<std::uint16_t>(looks_.size() - 1);
    }
    if (looks_.size() > 0xFFFE) return 0xFFFE;
  }
  looks_.push_back(wanted);
  return static_cast<std::uint16_t>(looks_.size() - 1);
}

Paragraphs::Look Paragraphs::base(const TextStyle& style) const {
  Look made;
  made.slot = slot_of(style);
  made.size = style.size;
  made.colour = style.colour;
  made.spacing = style.spacing;
  made.hyphenate = style.hyphenate;
  return made;
}

Length Paragraphs::width_of(const Word& word, const Look& look) const {
  return shaper_.width(word, look.size) + look.spacing * static_cast<Length>(word.glyphs.size());
}

void Paragraphs::add_word(std::string_view text, std::uint16_t look) {
  if (text.empty()) return;
  const Word& word = shaper_.word(looks_[look].slot, text);
  atoms_.push_back({&word, width_of(word, looks_[look]), look, Atom::Kind::box, false, false});
}

void Paragraphs::add_space(std::string_view text, std::uint16_t look, bool breakable, bool stretch) {
  const Word& word = shaper_.space(looks_[look].slot, text);
  atoms_.push_back({&word, width_of(word, looks_[look]), look, Atom::Kind::space, breakable, stretch});
}

void Paragraphs::add_text(std::string_view text, std::uint16_t look) {
  std::size_t start = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (c > ' ' && c < 0x7F && c != '-' && c != '/') {  // most letters of a Latin text, digits, points
      before = c;
      continue;
    }
    if (c >= 0x400 && c < 0x530) {
      before = c;
      continue;
    }
    const auto flush = [&] {
      add_word(text.substr(start, here - start), look);
      start = at;
    };
    if (is_breaking_space(c)) {
      flush();
      // A dash stays with the word before it, a per cent sign with its figure, a number with its sign.
      const char32_t next = peek(text, at);
      const bool dash = ((next == 0x2013 || next == 0x2014) && before != 0) || next == '%' || before == 0x2116;
      const bool plain = c == ' ' || c < ' ' || c == 0x2028 || c == 0x2029;
      add_space(plain ? " " : text.substr(here, at - here), look, !dash, plain);
    } else if (is_tie(c)) {
      flush();
      add_space(text.substr(here, at - here), look, false, c == 0xA0);
    } else if (c == 0x200B) {
      flush();
      atoms_.push_back({nullptr, 0, look, Atom::Kind::opportunity, true, false});
    } else if (c == 0xAD) {
      flush();
      const Word& sign = shaper_.word(looks_[look].slot, "\u00AD");
      atoms_.push_back({&sign, width_of(sign, looks_[look]), look, Atom::Kind::hyphen, true, false});
    } else if (is_ignored(c)) {
      flush();
    } else if (breaks_after(before, c, peek(text, at))) {
      add_word(text.substr(start, at - start), look);
      start = at;
      atoms_.push_back({nullptr, 0, look, Atom::Kind::opportunity, true, false});
    }
    before = c;
  }
  add_word(text.substr(start), look);
}

void Paragraphs::add_runs(const document::Runs& runs, const TextStyle& style) {
  const Look plain = base(style);
  for (const document::Run& run : runs) {
    Look wanted = plain;
    wanted.slot = slot_of(style.family, style.bold || run.bold, style.italic != run.italic);
    if (run.spaced && wanted.spacing == 0) wanted.spacing = style.size / 5;
    if (!run.link.empty()) wanted.link = resolve_(run.link);
    const std::uint16_t chosen = look(wanted);
    if (run.line_break) {
      atoms_.push_back({nullptr, 0, chosen, Atom::Kind::forced, true, false});
    } else {
      add_text(run.text, chosen);
    }
  }
}

Inline Paragraphs::measured(std::size_t first) const {
  Inline text;
  text.first = static_cast<std::uint32_t>(first);
  text.last = static_cast<std::uint32_t>(atoms_.size());
  Length line = 0, chain = 0;
  for (std::size_t i = first; i < atoms_.size(); ++i) {
    const Atom& item = atoms_[i];
    if (item.kind == Atom::Kind::forced || item.breakable) {
      text.min = std::max(text.min, chain + (item.kind == Atom::Kind::hyphen ? item.width : 0));
      chain = 0;
    } else {
      chain += item.width;
    }
    if (item.kind == Atom::Kind::forced) {
      text.max = std::max(text.max, line);
      line = 0;
      text.simple = false;
    } else if (item.kind != Atom::Kind::hyphen) {
      line += item.width;
    }
  }
  text.min = std::max(text.min, chain);
  text.max = std::max(text.max, line);
  return text;
}

Inline Paragraphs::add(const document::Runs& runs, const TextStyle& style) {
  const std::size_t first = atoms_.size();
  add_runs(runs, style);
  return measured(first);
}

Inline Paragraphs::add(std::string_view text, const TextStyle& style) {
  const std::size_t first = atoms_.size();
  add_text(text, look(base(style)));
  return measured(first);
}

Inline Paragraphs::add_labelled(std::string_view label, Length advance, Length least, const document::Runs& runs,
                                const TextStyle& style) {
  const std::size_t first = atoms_.size();
  if (!label.empty()) {
    const std::uint16_t chosen = look(base(style));
    add_text(label, chosen);
    Length width = 0;
    for (std::size_t i = first; i < atoms_.size(); ++i) {
      atoms_[i].breakable = atoms_[i].stretch = false;
      width += atoms_[i].width;
    }
    add_space(" ", chosen, false, false);
    atoms_.back().width = std::max(advance - width, least);
  }
  add_runs(runs, style);
  return measured(first);
}

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

Inline Paragraphs::divided(Inline text, Length width) {
  const std::size_t first = atoms_.size();
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    const Atom item = atoms_[i];
    if (item.kind != Atom::Kind::box || item.width <= width || item.word->glyphs.size() < 2) {
      atoms_.push_back(item);
      continue;
    }
    const Look look = looks_[item.look];
    const Word* left = item.word;
    while (look.hyphenate && width_of(*left, look) > width) {
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
      if (sum + advance > width - look.size / 20 && glyph.cluster > start) {
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

void Paragraphs::break_lines(Inline text, Length first_width, Length width, bool justify, std::vector<Line>& lines) {
  const Length least = std::min(first_width, width);
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    if (atoms_[i].kind == Atom::Kind::box && atoms_[i].width > least && atoms_[i].word->glyphs.size() > 1) {
      text = divided(text, least);
      break;
    }
  }

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

Length Paragraphs::before_comma(Inline text) const {
  Length sum = 0, whole = -1;
  bool figure = false;
  for (std::uint32_t i = text.first; i < text.last; ++i) {
    const Atom& item = atoms_[i];
    if (item.kind == Atom::Kind::forced) return -1;
    if (item.kind != Atom::Kind::box) {
      sum += item.width;
      continue;
    }
    const Look& look = looks_[item.look];
    for (const ShapedGlyph& glyph : item.word->glyphs) {
      std::size_t at = glyph.cluster;
      const char32_t c = peek(item.word->text, at);
      if (is_letter(c)) return -1;
      if (c == ',' && figure && whole < 0) whole = sum;
      sum += shaper_.scaled(glyph, look.size) + look.spacing;
      if (is_digit(c)) figure = true;
    }
  }
  if (whole < 0 && figure) {
    // Whole figures with a unit («12 %») align by their last digit.
    sum = 0;
    for (std::uint32_t i = text.first; i < text.last; ++i) {
      const Atom& item = atoms_[i];
      if (item.kind != Atom::Kind::box) {
        sum += item.width;
        continue;
      }
      for (const ShapedGlyph& glyph : item.word->glyphs) {
        sum += shaper_.scaled(glyph, looks_[item.look].size) + looks_[item.look].spacing;
        if (is_digit(peek(item.word->text, glyph.cluster))) whole = sum;
      }
    }
  }
  return whole < 0 ? sum : whole;
}

}  // namespace svod::typeset
