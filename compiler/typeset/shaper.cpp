#include "typeset/shaper.h"

#include <hb.h>

#include <algorithm>

#include "base/text.h"
#include "typeset/codes.h"

namespace svod::typeset {
namespace {

bool is_mark(char32_t letter) {
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), letter)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
      return true;
    default:
      return false;
  }
}

std::string code_point_name(char32_t letter) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = letter > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) name += digits[(letter >> shift) & 15];
  return name;
}

// The width of a space that the face has no glyph for, in thousandths of an em; 0: as the plain space.
int space_width(char32_t space) {
  switch (space) {
    case 0x2000:
    case 0x2002:
      return 500;
    case 0x2001:
    case 0x2003:
      return 1000;
    case 0x2004:
      return 333;
    case 0x2005:
      return 250;
    case 0x2006:
      return 167;
    case 0x2007:
      return 500;
    case 0x2008:
      return 250;
    case 0x2009:
      return 170;
    case 0x200A:
      return 100;
    case 0x202F:
      return 170;
    case 0x205F:
      return 222;
    case 0x3000:
      return 1000;
    default:
      return 0;
  }
}

}  // namespace

Shaper::Shaper(const Profile& profile, const Fonts& fonts, Pages& pages, Diagnostics& diagnostics)
    : hyphenation_(fonts.hyphenation()),
      justification_(profile.justification),
      pages_(pages), diagnostics_(diagnostics), buffer_(hb_buffer_create()) {
  const auto set = [&](Family family, const Typeface& face) {
    const std::array<const std::string*, 4> files{&face.regular, &face.bold, &face.italic, &face.bold_italic};
    for (std::size_t i = 0; i < 4; ++i) {
      auto found = fonts.find(*files[i]);
      if (!found) found = fonts.find(face.regular);
      if (!found) found = fonts.faces().front();  // already reported when the fonts were loaded
      slots_[(family == Family::heads ? 4U : 0U) + i] = use(found);
    }
  };
  set(Family::text, profile.text);
  set(Family::heads, profile.heads);
  for (const std::string& file : profile.fallback) {
    if (auto face = fonts.find(file)) fallback_.push_back(std::move(face));
  }
}

Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

std::uint16_t Shaper::use(const std::shared_ptr<const Face>& face) {
  for (std::size_t i = 0; i < pages_.faces.size(); ++i) {
    if (pages_.faces[i].face == face) return static_cast<std::uint16_t>(i);
  }
  UsedFace used;
  used.face = face;
  used.characters.emplace_back();  // code 0
  pages_.faces.push_back(std::move(used));
  ems_.push_back(face->units_per_em());
  codes_.emplace_back();
  return static_cast<std::uint16_t>(pages_.faces.size() - 1);
}

std::uint16_t Shaper::code(std::uint16_t face, std::uint32_t glyph, std::string_view text) {
  std::string key(reinterpret_cast<const char*>(&glyph), sizeof glyph);
  key += text;
  auto& codes = codes_[face];
  if (const auto known = codes.find(key); known != codes.end()) return known->second;
  auto& characters = pages_.faces[face].characters;
  if (characters.size() > 0xFFFF) return 0xFFFF;  // more than a PDF font can name
  const auto made = static_cast<std::uint16_t>(characters.size());
  characters.push_back({glyph, hb_font_get_glyph_h_advance(pages_.faces[face].face->font(), glyph), std::string(text)});
  codes.emplace(std::move(key), made);
  return made;
}

bool Shaper::has(std::uint16_t face, char32_t letter) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(pages_.faces[face].face->font(), letter, &glyph) != 0;
}

Shaper::Letter Shaper::choose(Slot slot, char32_t letter, const Letter* before, std::string_view word) {
  const std::uint16_t own = slots_[slot];
  if (before && is_mark(letter)) {
    hb_codepoint_t composed = 0;
    if (has(before->face, letter) ||
        (hb_unicode_compose(hb_unicode_funcs_get_default(), before->shown, letter, &composed) &&
         has(before->face, composed))) {
      return {letter, before->face, 0};
    }
  }
  if (letter != 0xAD && has(own, letter)) return {letter, own, 0};
  if (letter == 0xAD) return {has(own, 0x2010) ? char32_t{0x2010} : char32_t{'-'}, own, 0};
  if (letter == 0x2010 || letter == 0x2011) {
    if (letter == 0x2010 && has(own, 0x2011)) return {0x2011, own, 0};
    if (has(own, '-')) return {'-', own, 0};
  }
  std::string named(word);
  for (char& c : named) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  const Location where = origin_ ? *origin_ : Location{};
  for (const auto& face : fallback_) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(face->font(), letter, &glyph)) continue;
    diagnostics_
        .warning(codes::glyph_from_another_font, where,
                 "знака " + code_point_name(letter) + " нет в шрифте " + pages_.faces[own].face->name() + ", взят " +
                     face->name() + ": «" + named + "»")
        .cause = code_point_name(letter);
    return {letter, use(face), 0};
  }
  diagnostics_
      .warning(codes::glyph_missing, where,
               "знака " + code_point_name(letter) + " нет ни в одном шрифте: «" + named + "»",
               "замените знак или уберите его")
      .cause = code_point_name(letter);
  if (has(own, 0xFFFD)) return {0xFFFD, own, 0};
  for (const auto& face : fallback_) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(face->font(), 0xFFFD, &glyph)) return {0xFFFD, use(face), 0};
  }
  return {'?', own, 0};
}

const Word& Shaper::word(Slot slot, std::string_view text) {
  Words& words = words_[slot];
  if (const auto known = words.find(text); known != words.end()) return known->second;
  const auto [at, added] = words.emplace(std::string(text), Word{});
  at->second.text = at->first;
  shape(slot, at->first, at->second);
  return at->second;
}

const Word& Shaper::space(Slot slot, std::string_view text) {
  Words& words = spaces_[slot];
  if (const auto known = words.find(text); known != words.end()) return known->second;
  const auto [at, added] = words.emplace(std::string(text), Word{});
  Word& word = at->second;
  word.text = at->first;
  std::size_t offset = 0;
  const char32_t letter = next_code_point(text, offset);
  const std::uint16_t face = slots_[slot];
  hb_font_t* font = pages_.faces[face].face->font();
  hb_codepoint_t glyph = 0;
  const bool own = hb_font_get_nominal_glyph(font, letter, &glyph) != 0;
  if (!own) hb_font_get_nominal_glyph(font, ' ', &glyph);
  ShapedGlyph shaped;
  shaped.face = face;
  shaped.code = code(face, glyph, text);
  shaped.advance = hb_font_get_glyph_h_advance(font, glyph);
  if (const int width = space_width(letter); !own && width > 0) {
    shaped.advance = static_cast<std::int32_t>(ems_[face] * width / 1000);
  }
  word.glyphs.push_back(shaped);
  return word;
}

void Shaper::shape(Slot slot, std::string_view text, Word& word) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto cluster = static_cast<std::uint32_t>(at);
    const char32_t letter = next_code_point(text, at);
    Letter chosen = choose(slot, letter, letters.empty() ? nullptr : &letters.back(), text);
    chosen.cluster = cluster;
    letters.push_back(chosen);
  }
  static const hb_language_t russian = hb_language_from_string("ru", -1);
  static const hb_feature_t features[] = {
      {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
  for (std::size_t from = 0; from < letters.size();) {
    const std::uint16_t face = letters[from].face;
    hb_buffer_clear_contents(buffer_);
    hb_buffer_set_content_type(buffer_, HB_BUFFER_CONTENT_TYPE_UNICODE);
    std::size_t to = from;
    for (; to < letters.size() && letters[to].face == face; ++to) {
      hb_buffer_add(buffer_, letters[to].shown, letters[to].cluster);
    }
    const std::uint32_t end = to < letters.size() ? letters[to].cluster : static_cast<std::uint32_t>(text.size());
    hb_buffer_set_language(buffer_, russian);
    hb_buffer_guess_segment_properties(buffer_);
    hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
    hb_shape(pages_.faces[face].face->font(), buffer_, features, 2);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer_, &count);
    for (unsigned i = 0; i < count; ++i) {
      std::string_view piece;
      if (i == 0 || infos[i].cluster != infos[i - 1].cluster) {
        std::uint32_t next = end;
        for (unsigned j = i + 1; j < count; ++j) {
          if (infos[j].cluster != infos[i].cluster) {
            next = infos[j].cluster;
            break;
          }
        }
        piece = text.substr(infos[i].cluster, next > infos[i].cluster ? next - infos[i].cluster : 0);
      }
      ShapedGlyph glyph;
      glyph.face = face;
      glyph.code = code(face, infos[i].codepoint, piece);
      glyph.advance = places[i].x_advance;
      glyph.dx = places[i].x_offset;
      glyph.dy = places[i].y_offset;
      glyph.cluster = infos[i].cluster;
      word.glyphs.push_back(glyph);
    }
    from = to;
  }
}

const std::vector<std::size_t>& Shaper::breaks(const Word& word) const {
  if (word.breaks_known) return word.breaks;
  word.breaks_known = true;
  if (!hyphenation_ || word.text.size() < 8) return word.breaks;
  for (std::size_t at = 0; at < word.text.size();) {
    const char32_t letter = next_code_point(word.text, at);
    if ((letter >= 'A' && letter <= 'Z') || (letter >= 0x400 && letter < 0x430)) return word.breaks;
  }
  word.breaks = hyphenation_->breaks(word.text);
  return word.breaks;
}

Length Shaper::width(const Word& word, Length size) const {
  Length sum = 0;
  for (const ShapedGlyph& glyph : word.glyphs) sum += scaled(glyph, size);
  return sum;
}

Length Shaper::ascent(Slot slot, Length size) const {
  const std::uint16_t face = slots_[slot];
  return scale(face, pages_.faces[face].face->ascent(), size);
}

Length Shaper::descent(Slot slot, Length size) const {
  const std::uint16_t face = slots_[slot];
  return scale(face, -pages_.faces[face].face->descent(), size);
}

}  // namespace svod::typeset
