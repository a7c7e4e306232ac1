#pragma once

#include <array>
#include <string>

#include "typeset/profile.h"

namespace svod::typeset {

/// The one list of what a profile holds: every value with its path in the files of schemas/layout. To add a
/// value: the field in profile.h, a line here, the key in schemas/json/layout.schema.json, and what it is in
/// official.yaml and report.yaml.
template <class Visitor>
void visit_values(Profile& p, Visitor&& v) {
  v.length("page.width", p.page_width);
  v.length("page.height", p.page_height);
  v.length("page.margins.left", p.left);
  v.length("page.margins.right", p.right);
  v.length("page.margins.top", p.top);
  v.length("page.margins.bottom", p.bottom);
  v.face("fonts.text", p.text);
  v.face("fonts.heads", p.heads);
  v.files("fonts.fallback", p.fallback);
  v.colour("colours.accent", p.accent);
  v.whole("justification.stretch", p.justification.stretch);
  v.whole("justification.shrink", p.justification.shrink);
  v.whole("justification.letters", p.justification.letters);
  v.whole("justification.loosest", p.justification.loosest);

  constexpr std::array kRoles{"body", "plain", "letterhead", "kind",    "subject",   "command", "lead",
                              "note", "title", "subtitle",   "imprint", "addressee", "executor"};
  for (std::size_t i = 0; i < kRoles.size(); ++i) v.text(kRoles[i], p.roles[i]);
  constexpr std::array kHeadings{"heading_1", "heading_2", "heading_3", "heading_4"};
  for (std::size_t i = 0; i < kHeadings.size(); ++i) v.text(kHeadings[i], p.headings[i]);
  constexpr std::array kContents{"contents_1", "contents_2", "contents_3", "contents_4"};
  for (std::size_t i = 0; i < kContents.size(); ++i) v.text(kContents[i], p.contents[i]);
  v.text("contents_title", p.contents_title);
  v.text("item", p.item);
  v.text("bullet", p.bullet);
  v.text("signature", p.signature);
  v.text("date_number", p.date_number);
  v.text("appendix", p.appendix);
  v.text("footnote", p.footnote);
  v.text("page_number", p.folio_text);
  v.text("running_head", p.running_text);
  v.text("mark", p.mark);

  v.flag("headings.hanging", p.hanging_headings);
  v.flag("lists.hanging", p.hanging_bullets);
  v.length("lists.step", p.list_step);
  v.length("lists.item_step", p.item_step);
  v.length("signature.post_width", p.signature_post);
  v.length("footnotes.rule", p.footnote_rule);
  v.word("page_number.place", p.folio,
         {{"top_centre", Folio::top_centre}, {"foot_centre", Folio::foot_centre}, {"outer_foot", Folio::outer_foot}});
  v.flag("running_head.shown", p.running_head);

  TableLook& t = p.table;
  v.word("tables.style", t.style, {{"grid", TableStyle::grid}, {"book", TableStyle::book}});
  v.text("table_body", t.body);
  v.text("table_head", t.head);
  v.text("table_caption", t.caption);
  v.text("table_note", t.note);
  v.text("table_continuation", t.continuation);
  v.length("tables.sizes.normal", t.sizes[0]);
  v.length("tables.sizes.compact", t.sizes[1]);
  v.length("tables.sizes.least", t.sizes[2]);
  v.length("tables.padding.across", t.pad_x);
  v.length("tables.padding.down", t.pad_y);
  v.length("tables.rules.heavy", t.rule);
  v.length("tables.rules.thin", t.thin_rule);
  v.colour("tables.rules.heavy_colour", t.rule_colour);
  v.colour("tables.rules.thin_colour", t.thin_colour);
  v.colour("tables.group_fill", t.group_fill);
  v.length("tables.above", t.above);
  v.length("tables.below", t.below);
  v.length("tables.numbers.size", t.numbers_size);
  v.flag("tables.numbers.always", t.numbers_over);
  v.word("tables.repeated", t.repeated, {{"head", RepeatedHead::head}, {"numbers", RepeatedHead::numbers}});
  v.length("tables.hand_row", t.hand_row);

  ChartLook& c = p.chart;
  v.text("chart_caption", c.caption);
  v.text("chart_note", c.note);
  v.text("chart_axis", c.axis);
  v.text("chart_label", c.label);
  v.text("chart_key", c.key);
  v.text("chart_panel", c.panel);
  v.inks("charts.series", c.palette);
  v.colour("charts.ordered.light", c.ordered_light);
  v.colour("charts.ordered.dark", c.ordered_dark);
  v.colour("charts.reversed", c.reversed);
  v.colour("charts.rules.axis_colour", c.axis_colour);
  v.colour("charts.rules.grid_colour", c.grid_colour);
  v.colour("charts.rules.reference_colour", c.reference_colour);
  v.length("charts.rules.axis", c.axis_rule);
  v.length("charts.rules.grid", c.grid_rule);
  v.length("charts.rules.reference", c.reference_rule);
  v.length("charts.rules.series", c.line);
  v.length("charts.rules.hatch", c.hatch_rule);
  v.length("charts.rules.hatch_gap", c.hatch_gap);
  v.length("charts.marker", c.marker);
  v.length("charts.bar", c.bar);
  v.length("charts.bar_gap", c.bar_gap);
  v.length("charts.height", c.height);
  v.length("charts.panel_height", c.panel_height);
  v.whole("charts.highest", c.highest);
  v.length("charts.above", c.above);
  v.length("charts.below", c.below);
}

/// The same for one text, at «texts.NAME.»; only size and leading must be given.
template <class Visitor>
void visit_text(TextStyle& style, Visitor&& v) {
  v.word("font", style.family, {{"text", Family::text}, {"heads", Family::heads}});
  v.length("size", style.size);
  v.length("leading", style.leading);
  v.flag("bold", style.bold);
  v.flag("italic", style.italic);
  v.colour("colour", style.colour);
  v.word("align", style.align,
         {{"left", document::Align::left},
          {"centre", document::Align::centre},
          {"right", document::Align::right},
          {"justify", document::Align::justify}});
  v.length("first_indent", style.first_indent);
  v.length("left", style.left);
  v.length("width", style.width);
  v.length("above", style.above);
  v.length("below", style.below);
  v.length("letter_spacing", style.spacing);
  v.flag("block_right", style.block_right);
  v.flag("keep_with_next", style.keep_with_next);
  v.flag("hyphenate", style.hyphenate);
  v.flag("balance", style.balance);
  v.length("bar", style.bar);
}

}  // namespace svod::typeset
