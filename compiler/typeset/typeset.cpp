#include "typeset/typeset.h"

#include "base/text.h"
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

Outcome<Pages> lay_out(const document::Document& document, const Fonts& fonts, const Profiles& profiles) {
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
  const Profile* profile = profiles.find(document.profile);
  if (!profile) {
    std::vector<std::string> known;
    for (const Profile& one : profiles.all) known.push_back(one.name);
    const std::string_view near = nearest(document.profile, known);
    out.diagnostics.error(codes::unknown_profile, Location::in_file(document.name),
                          "нет профиля оформления «" + document.profile + "»",
                          near.empty() ? "профили: " + join(known, ", ") : "возможно, «" + std::string(near) + "»");
    if (profiles.all.empty()) return out;
    profile = &profiles.all.back();
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
