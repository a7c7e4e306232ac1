#include "typeset/paragraph.h"

#include <algorithm>

#include "base/text.h"

namespace svod::typeset {
namespace {

using document::Align;

// Superscripts and subscripts, in hundredths of the size of the text that they stand in.
constexpr Length kRaisedSize = 65, kSuperscript = 34, kSubscript = 14;

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
         (c >= 0x370 && c <= 0x52F);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Spaces at which a line may end.
bool is_breaking_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x2000 && c <= 0x2006) || c == 0x2008 || c == 0x200A || c == 0x2028 ||
         c == 0x2029 || c == 0x205F || c == 0x3000;
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
    case '/':
      return is_letter(before) && is_letter(after);
    case 0x2013:
    case 0x2014:
      return is_letter(after);
    default:
      return false;
  }
}

// «п/п», «с/х», «м/о» are one word.
bool is_one_letter(std::string_view part) {
  std::size_t at = 0;
  return !part.empty() && is_letter(next_code_point(part, at)) && at == part.size();
}

// The code point at `at`, 0 at the end.
char32_t peek(std::string_view text, std::size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

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
        last.spacing == wanted.spacing && last.raise == wanted.raise && last.link == wanted.link &&
        last.note == wanted.note && last.hyphenate == wanted.hyphenate) {
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
    } else if (breaks_after(before, c, peek(text, at)) &&
               !(c == '/' && is_one_letter(text.substr(start, here - start)))) {
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
    if (run.link.empty() && run.note >= 0) wanted.link = resolve_(note_anchor(run.note));
    if (run.position != document::Run::Position::normal) {
      const bool above = run.position == document::Run::Position::above;
      wanted.size = style.size * kRaisedSize / 100;
      wanted.raise = style.size * (above ? kSuperscript : -kSubscript) / 100;
    }
    wanted.note = run.note;
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
