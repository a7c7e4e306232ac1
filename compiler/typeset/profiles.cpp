#include "typeset/profile.h"

namespace svod::typeset {
namespace {

using document::Align;
using document::Role;

constexpr Colour kBlack{0, 0, 0};
constexpr Colour kDarkRed{150, 24, 24};
constexpr Colour kGrey{110, 110, 110};
constexpr Colour kHairline{190, 190, 190};
constexpr Colour kDarkBlue{27, 58, 107};

TextStyle style(double size, double leading, Align align = Align::left, bool bold = false) {
  TextStyle made;
  made.size = pt(size);
  made.leading = pt(leading);
  made.align = align;
  made.bold = bold;
  made.hyphenate = align == Align::justify;
  made.balance = align == Align::centre;
  return made;
}

TextStyle spaced(TextStyle made, double above, double below) {
  made.above = pt(above);
  made.below = pt(below);
  return made;
}

TextStyle kept(TextStyle made) {
  made.keep_with_next = true;
  return made;
}

TextStyle sans(TextStyle made) {
  made.family = Family::heads;
  return made;
}

TextStyle coloured(TextStyle made, Colour colour) {
  made.colour = colour;
  return made;
}

// A chart's parts that follow from a family's small text.
ChartLook charts(const TextStyle& small, const TextStyle& caption, Colour accent) {
  using Hatch = ChartLook::Hatch;
  ChartLook c;
  c.caption = c.note = c.axis = c.label = c.key = c.panel = small;
  c.caption = caption;
  c.axis.colour = {64, 64, 64};
  c.axis.hyphenate = true;
  c.key.hyphenate = true;
  c.panel.bold = true;
  c.palette = {{accent, Hatch::none},          {{176, 184, 194}, Hatch::none},    {{96, 104, 114}, Hatch::rising},
               {{110, 117, 126}, Hatch::none}, {{120, 128, 138}, Hatch::falling}, {{80, 88, 98}, Hatch::crossed}};
  c.ordered_light = {222, 228, 236};
  c.ordered_dark = accent;
  c.axis_colour = {110, 110, 110};
  c.grid_colour = {214, 214, 214};
  c.reference_colour = {90, 90, 90};
  return c;
}

// Orders, letters, regulations: margins and the place of the page number as GOST R 7.0.97-2025 lets them be.
Profile official() {
  Profile p;
  p.name = "official";
  p.text = {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
            "LiberationSerif-BoldItalic.ttf"};
  p.heads = p.text;
  p.left = mm(30), p.right = mm(10), p.top = mm(20), p.bottom = mm(20);
  p.accent = kBlack;

  const auto role = [&](Role r) -> TextStyle& { return p.roles[static_cast<std::size_t>(r)]; };
  const TextStyle body = style(14, 19, Align::justify);
  role(Role::body) = body;
  role(Role::body).first_indent = mm(12.5);
  role(Role::plain) = body;
  role(Role::letterhead) = kept(style(14, 17, Align::centre));
  role(Role::kind) = kept(spaced(style(16, 20, Align::centre, true), 14, 12));
  role(Role::kind).spacing = pt(3);
  role(Role::subject) = kept(spaced(style(14, 16.5), 14, 14));
  role(Role::subject).width = mm(80);
  role(Role::command) = kept(spaced(style(14, 19), 4, 4));
  role(Role::lead) = role(Role::body);
  role(Role::note) = spaced(style(11, 13.5), 2, 2);
  role(Role::title) = kept(spaced(style(16, 21, Align::centre, true), 6, 6));
  role(Role::subtitle) = kept(spaced(style(14, 18, Align::centre), 4, 8));
  role(Role::imprint) = style(14, 18, Align::centre);
  role(Role::addressee) = spaced(style(14, 16.5), 0, 14);
  role(Role::addressee).block_right = true;
  role(Role::addressee).width = mm(80);
  role(Role::executor) = spaced(style(10, 12), 12, 0);
  role(Role::executor).width = mm(90);

  p.headings[0] = kept(spaced(style(14, 18, Align::centre, true), 14, 8));
  p.headings[1] = kept(spaced(style(14, 18, Align::centre, true), 12, 6));
  p.headings[2] = kept(spaced(style(14, 18, Align::left, true), 10, 4));
  p.headings[2].first_indent = mm(12.5);
  p.headings[3] = p.headings[2];
  p.headings[3].bold = false;
  p.headings[3].italic = true;

  p.contents_title = kept(spaced(style(14, 18, Align::centre, true), 0, 10));
  for (std::size_t level = 0; level < 4; ++level) {
    p.contents[level] = spaced(style(14, 18), 2, 0);
    p.contents[level].left = mm(6.0 * static_cast<double>(level));
  }
  p.item = role(Role::body);
  p.bullet = body;
  p.bullet.first_indent = mm(12.5);
  p.hanging_bullets = false;
  p.list_step = mm(7);
  p.signature = spaced(style(14, 16.5), 42, 12);
  p.date_number = spaced(style(14, 18), 8, 6);
  p.appendix = spaced(style(14, 16.5), 0, 16);
  p.appendix.block_right = true;
  p.appendix.width = mm(85);
  p.footnote = style(10, 12, Align::justify);

  TableLook& t = p.table;
  t.style = TableStyle::grid;
  t.body = style(12, 14);
  t.body.hyphenate = true;
  t.head = style(12, 14, Align::centre);
  t.caption = kept(spaced(style(12, 15), 8, 4));
  t.note = style(10, 12.5);
  t.continuation = style(12, 15);
  t.sizes = {pt(12), pt(10), pt(8)};
  t.pad_x = mm(1.6), t.pad_y = pt(2.2);
  t.rule = t.thin_rule = pt(0.5);
  t.above = pt(6), t.below = pt(12);
  t.numbers_size = pt(9.5);
  t.numbers_over = true;

  p.chart = charts(style(10, 12), spaced(style(12, 15, Align::centre), 6, 2), {38, 38, 38});
  p.chart.note = t.note;

  p.folio = Folio::top_centre;
  p.folio_text = style(12, 14, Align::centre);
  p.running_text = style(9, 11);
  p.mark = coloured(style(9, 11, Align::centre), kDarkRed);
  return p;
}

// Analytical reports: a serif made for reading, heads and tables in its sans companion.
Profile report() {
  Profile p;
  p.name = "report";
  p.text = {"PTF55F.ttf", "PTF75F.ttf", "PTF56F.ttf", "PTF76F.ttf"};
  p.heads = {"PTS55F.ttf", "PTS75F.ttf", "PTS56F.ttf", "PTS76F.ttf"};
  p.left = mm(25), p.right = mm(20), p.top = mm(20), p.bottom = mm(20);
  p.accent = kDarkBlue;

  const auto role = [&](Role r) -> TextStyle& { return p.roles[static_cast<std::size_t>(r)]; };
  const TextStyle body = style(11.5, 16, Align::justify);
  role(Role::body) = body;
  role(Role::body).first_indent = mm(8);
  role(Role::plain) = body;
  role(Role::letterhead) = kept(sans(style(12, 15.5, Align::centre)));
  role(Role::kind) = kept(sans(spaced(style(15, 19, Align::centre, true), 14, 10)));
  role(Role::kind).spacing = pt(2);
  role(Role::subject) = kept(sans(spaced(style(12, 15.5, Align::left, true), 10, 12)));
  role(Role::subject).width = mm(90);
  role(Role::command) = kept(spaced(style(11.5, 16), 4, 4));
  role(Role::lead) = spaced(style(11.5, 16), 4, 8);
  role(Role::lead).left = mm(5);
  role(Role::lead).bar = pt(2);
  role(Role::note) = coloured(sans(spaced(style(8.5, 11), 2, 2)), kGrey);
  role(Role::title) = kept(sans(coloured(spaced(style(24, 30, Align::centre, true), 0, 12), kDarkBlue)));
  role(Role::subtitle) = kept(sans(spaced(style(14, 19, Align::centre), 0, 6)));
  role(Role::imprint) = sans(style(11.5, 15, Align::centre));
  role(Role::addressee) = sans(spaced(style(11, 14.5), 0, 14));
  role(Role::addressee).block_right = true;
  role(Role::addressee).width = mm(75);
  role(Role::executor) = sans(spaced(style(8.5, 11), 12, 0));
  role(Role::executor).width = mm(80);

  p.headings[0] = kept(sans(coloured(spaced(style(17, 21, Align::left, true), 22, 9), kDarkBlue)));
  p.headings[1] = kept(sans(coloured(spaced(style(13.5, 17, Align::left, true), 17, 6), kDarkBlue)));
  p.headings[2] = kept(sans(spaced(style(11.5, 15, Align::left, true), 13, 4)));
  p.headings[3] = kept(sans(spaced(style(11, 14.5), 10, 3)));
  p.headings[3].italic = true;
  p.hanging_headings = true;

  p.contents_title = kept(sans(coloured(spaced(style(17, 21, Align::left, true), 0, 12), kDarkBlue)));
  p.contents[0] = sans(spaced(style(11, 15, Align::left, true), 6, 0));
  p.contents[1] = sans(spaced(style(10.5, 14), 1.5, 0));
  p.contents[1].left = mm(6);
  p.contents[2] = sans(spaced(style(10, 13), 1, 0));
  p.contents[2].left = mm(12);
  p.contents[3] = p.contents[2];
  p.contents[3].left = mm(18);
  p.item = role(Role::body);
  p.bullet = body;
  p.list_step = mm(6);
  p.signature = spaced(style(11.5, 15), 32, 10);
  p.date_number = spaced(style(11.5, 16), 8, 6);
  p.appendix = sans(spaced(style(10.5, 14), 0, 14));
  p.appendix.block_right = true;
  p.appendix.width = mm(80);
  p.footnote = style(8.5, 11, Align::justify);

  TableLook& t = p.table;
  t.style = TableStyle::book;
  t.body = sans(style(9, 11.5));
  t.body.hyphenate = true;
  t.head = sans(style(9, 11.5, Align::centre, true));
  t.caption = kept(sans(spaced(style(10, 13, Align::left, true), 8, 5)));
  t.note = coloured(sans(style(8, 10.5)), kGrey);
  t.continuation = sans(style(9, 12));
  t.continuation.italic = true;
  t.sizes = {pt(9), pt(8), pt(7)};
  t.pad_x = pt(4), t.pad_y = pt(2.6);
  t.rule = pt(0.8), t.thin_rule = pt(0.25);
  t.rule_colour = kBlack, t.thin_colour = kHairline;
  t.group_fill = {236, 240, 246};
  t.above = pt(8), t.below = pt(14);
  t.numbers_size = pt(7.5);

  p.chart = charts(sans(style(8.5, 10.5)), sans(spaced(style(10, 13, Align::left, true), 6, 2)), kDarkBlue);
  p.chart.note = t.note;

  p.folio = Folio::outer_foot;
  p.folio_text = sans(coloured(style(9, 11), kGrey));
  p.running_head = true;
  p.running_text = sans(coloured(style(8, 10), kGrey));
  p.mark = sans(coloured(style(8, 10, Align::centre), kDarkRed));
  return p;
}

}  // namespace

const std::vector<Profile>& built_in_profiles() {
  static const std::vector<Profile> all{official(), report()};
  return all;
}

const Profile* find_profile(std::string_view name) {
  for (const Profile& profile : built_in_profiles()) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

const std::vector<std::string>& fallback_files() {
  static const std::vector<std::string> files{"LiberationSerif-Regular.ttf",
                                              "LiberationSans-Regular.ttf",
                                              "DejaVuSerif.ttf",
                                              "DejaVuSans.ttf",
                                              "PTS55F.ttf",
                                              "PTF55F.ttf"};
  return files;
}

}  // namespace svod::typeset
