#include "typeset/typeset.h"

#include "typeset/blocks.h"
#include "typeset/codes.h"
#include "typeset/furniture.h"
#include "typeset/paginate.h"

namespace svod::typeset {

std::string text(const Pages& pages, const GlyphRun& run) {
  std::string made;
  const auto& characters = pages.faces[run.face].characters;
  for (std::uint32_t i = run.first; i < run.first + run.count; ++i) made += characters[pages.glyphs[i].code].text;
  return made;
}

Outcome<Pages> lay_out(const document::Document& document, const Fonts& fonts) {
  Outcome<Pages> out;
  Pages& pages = out.product;
  pages.title = document.title;
  pages.author = document.author;
  pages.date = document.date;
  if (fonts.empty()) {
    out.diagnostics.error(codes::no_fonts, Location::in_file(document.name), "нет ни одного файла шрифта",
                          "установите пакеты fonts-paratype и fonts-liberation2");
    return out;
  }
  const Profile* profile = find_profile(document.profile);
  if (!profile) {
    out.diagnostics.error(codes::unknown_profile, Location::in_file(document.name),
                          "нет профиля оформления «" + document.profile + "»", "есть «official» и «report»");
    profile = find_profile("report");
  }
  if (document.blocks.empty()) {
    out.diagnostics.warning(codes::empty_document, Location::in_file(document.name),
                            "в документе «" + document.title + "» нет ни одного блока", "проверьте шаблон документа");
  }

  Shaper shaper(*profile, fonts, pages, out.diagnostics);
  Galley galley(pages.glyphs);
  Furniture furniture(*profile, shaper, document.mark, document.title);
  const Frame upright = frame_of(*profile, false, furniture.foot());
  const Frame turned = frame_of(*profile, true, furniture.foot());
  BlockSetter blocks(*profile, shaper, galley, out.diagnostics, upright, turned);
  blocks.set(document);
  pages.destinations.resize(blocks.destinations());
  const Placement placement = paginate(galley, upright, turned, pages);
  shaper.at(nullptr);
  furniture.set(pages, blocks, placement);
  for (const HeadingMark& heading : blocks.headings()) {
    pages.outline.push_back({heading.text, heading.level, heading.destination});
  }
  return out;
}

}  // namespace svod::typeset
