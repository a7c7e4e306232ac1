#include "typeset/fonts.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "typeset/codes.h"
#include "typeset/profile.h"

namespace svod::typeset {
namespace {

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, int otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

// A big-endian signed 16-bit field of a table, 0 where the table is too short.
int field(hb_face_t* face, hb_tag_t tag, unsigned offset) {
  hb_blob_t* table = hb_face_reference_table(face, tag);
  unsigned length = 0;
  const char* data = hb_blob_get_data(table, &length);
  int value = 0;
  if (offset + 2 <= length) {
    value = (static_cast<signed char>(data[offset]) * 256) | static_cast<unsigned char>(data[offset + 1]);
  }
  hb_blob_destroy(table);
  return value;
}

}  // namespace

std::shared_ptr<const Face> Face::open(const std::filesystem::path& path) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (!blob) return nullptr;
  std::shared_ptr<Face> made(new Face);
  made->face_ = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  // Only fonts with TrueType outlines: what the PDF writer embeds.
  hb_blob_t* outlines = hb_face_reference_table(made->face_, HB_TAG('g', 'l', 'y', 'f'));
  const bool usable = hb_blob_get_length(outlines) > 0 && hb_face_get_glyph_count(made->face_) > 1;
  hb_blob_destroy(outlines);
  if (!usable) return nullptr;

  hb_face_make_immutable(made->face_);
  made->font_ = hb_font_create(made->face_);
  made->units_ = static_cast<int>(hb_face_get_upem(made->face_));
  hb_font_set_scale(made->font_, made->units_, made->units_);
  hb_font_make_immutable(made->font_);

  made->file_ = path.filename().string();
  char name[128] = "";
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(made->face_, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  for (const char* c = name; *c; ++c) {
    if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z') || *c == '-')
      made->name_ += *c;
  }
  if (made->name_.empty()) made->name_ = "Font";
  const int em = made->units_;
  made->ascent_ = metric(made->font_, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 3 / 4);
  made->descent_ = metric(made->font_, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -em / 4);
  made->cap_height_ = metric(made->font_, HB_OT_METRICS_TAG_CAP_HEIGHT, em * 7 / 10);
  const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
  for (unsigned side = 0; side < 4; ++side) made->box_[side] = field(made->face_, head, 36 + 2 * side);
  made->bold_ = (field(made->face_, head, 44) & 1) != 0;
  made->italic_angle_ = field(made->face_, HB_TAG('p', 'o', 's', 't'), 4);
  // PANOSE: family «text» with a serif style from 2 to 10.
  const int panose = field(made->face_, HB_TAG('O', 'S', '/', '2'), 32);
  made->serif_ = (panose & 0xFF) >= 2 && (panose & 0xFF) <= 10;
  return made;
}

Face::~Face() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

Outcome<Fonts> Fonts::load(std::span<const std::filesystem::path> folders, const Profiles& profiles) {
  Outcome<Fonts> out;
  auto& faces = out.product.faces_;
  std::set<std::string> wanted;
  for (const Profile& profile : profiles.all) {
    for (const FontWanted& font : profile.fonts) wanted.insert(font.file);
  }
  for (const std::string& file : wanted) {
    for (const auto& folder : folders) {
      std::error_code error;
      if (!std::filesystem::is_regular_file(folder / file, error)) continue;
      auto face = Face::open(folder / file);
      if (!face) continue;
      faces.push_back(std::move(face));
      break;
    }
  }
  if (faces.empty()) {
    out.diagnostics.error(codes::no_fonts, {}, "нет ни одного файла шрифта",
                          "установите пакеты fonts-paratype и fonts-liberation2");
    return out;
  }
  std::set<std::string> missing;
  for (const Profile& profile : profiles.all) {
    for (const FontWanted& font : profile.fonts) {
      if (font.fallback || out.product.find(font.file) || !missing.insert(font.file).second) continue;
      Diagnostic& added = out.diagnostics.error(
          codes::font_missing, font.where, "нет файла шрифта " + font.file + " для профиля «" + profile.name + "»",
          "установите пакеты fonts-paratype и fonts-liberation2 или назовите в профиле другой файл");
      added.cause = "font";
    }
  }
  for (const auto& folder : folders) {
    if (!out.product.hyphenation_) out.product.hyphenation_ = language::Hyphenation::load(folder / "hyph_ru_RU.dic");
  }
  if (!out.product.hyphenation_) {
    out.diagnostics.warning(codes::no_hyphenation, {}, "нет словаря переносов hyph_ru_RU.dic, слова не переносятся",
                            "установите пакет hyphen-ru");
  }
  return out;
}

std::shared_ptr<const Face> Fonts::find(std::string_view file) const {
  const auto at = std::lower_bound(faces_.begin(), faces_.end(), file,
                                   [](const auto& face, std::string_view name) { return face->file() < name; });
  return at != faces_.end() && (*at)->file() == file ? *at : nullptr;
}

std::vector<std::filesystem::path> packaged_font_folders() {
  const std::filesystem::path base = "/usr/share/fonts/truetype";
  return {base / "paratype", base / "liberation2", base / "liberation", base / "dejavu", "/usr/share/hyphen"};
}

}  // namespace svod::typeset
