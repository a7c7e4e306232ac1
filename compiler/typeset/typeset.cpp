#include "typeset/typeset.h"

#include "base/text.h"
#include "typeset/blocks.h"
#include "typeset/codes.h"
#include "typeset/furniture.h"
#include "typeset/outline.h"
#include "typeset/paginate.h"
#include "typeset/turning.h"

namespace svod::typeset {

std::string text(const Pages& pages, const GlyphRun& run) {
  std::string made;
  const auto& characters = pages.faces[run.face].characters;
  for (std::uint32_t i = run.first; i < run.first + run.count; ++i) made += characters[pages.glyphs[i].code].text;
  return made;
}

namespace {

// Sets the document on pages. False where blocks should be turned that are not yet, unless this is the last try:
// then `turned` has them.
bool set_pages(const document::Document& document, const Profile& profile, const Fonts& fonts, const Outline& outline,
               std::vector<bool>& turned, bool last, Pages& pages, Diagnostics& diagnostics) {
  // Room for glyphs costs nothing until it is used; growing would need twice as much at the worst moment.
  pages.glyphs.reserve(outline.bytes() + 256);
  pages.destinations.resize(outline.destinations());
  Shaper shaper(profile, fonts, pages, diagnostics);
  Galley galley(pages.glyphs);
  Furniture furniture(profile, shaper, document.mark, document.title);
  const Frame upright = frame_of(profile, false, furniture.foot());
  const Frame sideways = frame_of(profile, true, furniture.foot());
  BlockSetter blocks(profile, outline, shaper, galley, diagnostics, upright, sideways);
  blocks.set(document, turned);
  const Placement placement = paginate(galley, upright, sideways, pages);
  if (!last && turn_blocks(document.blocks, galley, placement, blocks.first_strips(), upright.height, turned)) {
    return false;
  }
  shaper.at(nullptr);
  furniture.set(pages, blocks, placement);
  return true;
}

}  // namespace

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

  const Outline outline(document);
  std::vector<bool> turned(document.blocks.size(), false);
  for (int again = 2;; --again) {
    Pages made = pages;
    Diagnostics found;
    const bool done = set_pages(document, *profile, fonts, outline, turned, again == 0, made, found);
    if (!done) continue;
    pages = std::move(made);
    out.diagnostics.append(std::move(found));
    break;
  }
  for (const HeadingMark& heading : outline.headings()) {
    pages.outline.push_back({heading.text, heading.level, heading.destination});
  }
  return out;
}

}  // namespace svod::typeset
