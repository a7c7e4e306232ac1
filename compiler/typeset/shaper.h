#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "typeset/fonts.h"
#include "typeset/pages.h"
#include "typeset/profile.h"

struct hb_buffer_t;

namespace svod::typeset {

/// A face of a document: the profile's text or heads family, upright, bold, italic or both.
using Slot = std::uint8_t;
constexpr Slot slot_of(Family family, bool bold, bool italic) {
  return static_cast<Slot>((family == Family::heads ? 4 : 0) + (bold ? 1 : 0) + (italic ? 2 : 0));
}

/// A shaped glyph, in the units of its face.
struct ShapedGlyph {
  std::uint16_t code = 0;
  std::uint16_t face = 0;  ///< in Pages::faces
  std::int32_t advance = 0;
  std::int32_t dx = 0, dy = 0;
  std::uint32_t cluster = 0;  ///< offset of its text in the word
};

/// Shaped text without a place to break. Lives as long as its shaper.
struct Word {
  std::string_view text;
  std::vector<ShapedGlyph> glyphs;
  /// Where it may be divided with a hyphen, see Shaper::breaks.
  mutable std::vector<std::size_t> breaks;
  mutable bool breaks_known = false;
};

/// Shapes words with HarfBuzz and remembers them; gives a document's glyphs their codes. One for a document.
class Shaper {
 public:
  Shaper(const Profile& profile, const Fonts& fonts, Pages& pages, Diagnostics& diagnostics);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  const Word& word(Slot slot, std::string_view text);
  /// A space of the given text (plain, no-break, thin), with the glyph of the face's own space.
  const Word& space(Slot slot, std::string_view text);
  /// Offsets in the word before which a line may begin after a hyphen; none for words with capitals, which
  /// are names and abbreviations more often than first words.
  const std::vector<std::size_t>& breaks(const Word& word) const;
  Length width(const Word& word, Length size) const;
  Length scaled(const ShapedGlyph& glyph, Length size) const { return scale(glyph.face, glyph.advance, size); }
  Length scale(std::uint16_t face, std::int32_t units, Length size) const {
    const Length product = units * size;
    const Length em = ems_[face];
    return (product + (product < 0 ? -em / 2 : em / 2)) / em;
  }
  /// Height of the face's ascender over the baseline, and depth of its descender (positive).
  Length ascent(Slot slot, Length size) const;
  Length descent(Slot slot, Length size) const;
  const Justification& justification() const { return justification_; }
  /// Null where there is no dictionary.
  const language::Hyphenation* hyphenation() const { return hyphenation_; }
  /// Where the words that are shaped next stand, for diagnostics.
  void at(const Location* origin) { origin_ = origin; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Words = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;  // looked up, never iterated

  std::uint16_t use(const std::shared_ptr<const Face>& face);
  std::uint16_t code(std::uint16_t face, std::uint32_t glyph, std::string_view text);
  struct Letter {
    char32_t shown;  // what is shaped: the letter, or what stands for it
    std::uint16_t face;
    std::uint32_t cluster;
  };
  bool has(std::uint16_t face, char32_t letter) const;
  Letter choose(Slot slot, char32_t letter, const Letter* before, std::string_view word);
  void shape(Slot slot, std::string_view text, Word& word);

  const language::Hyphenation* hyphenation_;
  Justification justification_;
  Pages& pages_;
  Diagnostics& diagnostics_;
  const Location* origin_ = nullptr;
  std::array<std::uint16_t, 8> slots_{};
  std::vector<std::shared_ptr<const Face>> fallback_;
  std::vector<Length> ems_;
  std::array<Words, 8> words_, spaces_;
  std::vector<std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>>> codes_;  // key: glyph and text
  hb_buffer_t* buffer_;
};

}  // namespace svod::typeset
