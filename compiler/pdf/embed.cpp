#include "pdf/embed.h"

#include <hb-subset.h>

#include <algorithm>
#include <memory>

#include "pdf/bytes.h"
#include "pdf/content.h"
#include "typeset/fonts.h"

namespace svod::pdf {
namespace {

struct Subset {
  std::string file;
  std::vector<std::uint32_t> glyphs;  // by code
};

std::optional<Subset> subset(const typeset::UsedFace& used) {
  const std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)> input(hb_subset_input_create_or_fail(),
                                                                                     hb_subset_input_destroy);
  if (!input) return std::nullopt;
  hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
  for (std::size_t code = 1; code < used.characters.size(); ++code) hb_set_add(glyphs, used.characters[code].glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  // A viewer takes outlines and widths alone: texts, names and layout are in the PDF.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern", "gasp", "DSIG",
                          "VDMX", "hdmx", "LTSH", "FFTM", "PCLT", "meta", "STAT", "BASE", "JSTF", "MATH"}) {
    hb_set_add(dropped, hb_tag_from_string(tag, -1));
  }
  const std::unique_ptr<hb_subset_plan_t, decltype(&hb_subset_plan_destroy)> plan(
      hb_subset_plan_create_or_fail(used.face->face(), input.get()), hb_subset_plan_destroy);
  if (!plan) return std::nullopt;
  hb_face_t* made = hb_subset_plan_execute_or_fail(plan.get());
  if (!made) return std::nullopt;
  Subset out;
  hb_blob_t* blob = hb_face_reference_blob(made);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  out.file.assign(data, length);
  hb_blob_destroy(blob);
  hb_face_destroy(made);
  const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  out.glyphs.resize(used.characters.size(), 0);
  for (std::size_t code = 1; code < used.characters.size(); ++code) {
    const hb_codepoint_t glyph = hb_map_get(renumbered, used.characters[code].glyph);
    out.glyphs[code] = glyph == HB_MAP_VALUE_INVALID ? 0 : glyph;
  }
  if (out.file.empty()) return std::nullopt;
  return out;
}

// Six letters that tell subsets of one font apart; the same glyphs give the same letters.
std::string prefix(const typeset::UsedFace& used) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&](std::uint64_t value) {
    for (int i = 0; i < 4; ++i) hash = (hash ^ ((value >> (8 * i)) & 0xFF)) * 1099511628211ULL;
  };
  for (const typeset::Character& character : used.characters) mix(character.glyph);
  std::string letters;
  for (int i = 0; i < 6; ++i) {
    letters += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return letters + '+';
}

std::string widths(const typeset::UsedFace& used) {
  Bytes out;
  out << "[1 [";
  for (std::size_t code = 1; code < used.characters.size(); ++code) {
    if (code > 1) out << ' ';
    out.whole(width_of(used, used.characters[code]));
  }
  out << "]]";
  return std::move(out.text());
}

std::string to_unicode(const typeset::UsedFace& used) {
  Bytes out;
  out << "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
         "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
         "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
         "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::vector<std::size_t> codes;
  for (std::size_t code = 1; code < used.characters.size(); ++code) {
    if (!used.characters[code].text.empty()) codes.push_back(code);
  }
  constexpr std::size_t kMostInSection = 100;
  for (std::size_t at = 0; at < codes.size(); at += kMostInSection) {
    const std::size_t end = std::min(codes.size(), at + kMostInSection);
    out.whole(static_cast<std::int64_t>(end - at)) << " beginbfchar\n";
    for (std::size_t i = at; i < end; ++i) {
      out << '<';
      out.code(static_cast<std::uint32_t>(codes[i])) << "> <";
      append_utf16_hex(out, used.characters[codes[i]].text);
      out << ">\n";
    }
    out << "endbfchar\n";
  }
  out << "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return std::move(out.text());
}

}  // namespace

std::optional<EmbeddedFont> embed(const typeset::UsedFace& face) {
  auto made = subset(face);
  if (!made) return std::nullopt;
  EmbeddedFont font;
  font.name = prefix(face) + face.face->name();
  font.file = std::move(made->file);
  for (const std::uint32_t glyph : made->glyphs) {
    font.glyph_map += static_cast<char>(glyph >> 8);
    font.glyph_map += static_cast<char>(glyph & 0xFF);
  }
  font.widths = widths(face);
  font.to_unicode = to_unicode(face);
  return font;
}

}  // namespace svod::pdf
