#include <map>

#include "base/text.h"
#include "compose/words_passages.h"

namespace svod::compose {
namespace {

using document::Role;

/// What numbering gave to the headings, items, tables and charts of a document, in its order.
struct Numbers {
  std::vector<std::string> headings, items, tables;
  std::map<std::string, std::string> anchors;

  void read(const document::Blocks& blocks) {
    for (const document::Block& block : blocks) {
      if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
        headings.push_back(heading->number);
        anchors.emplace(heading->anchor, heading->number);
      } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
        tables.push_back(table->number);
        anchors.emplace(table->anchor, table->number);
      } else if (const auto* chart = std::get_if<document::Chart>(&block.content)) {
        tables.push_back(chart->number);
        anchors.emplace(chart->anchor, chart->number);
      } else if (const auto* mark = std::get_if<document::AppendixMark>(&block.content)) {
        // «Приложение 2» has its number in its words alone.
        const std::size_t blank = mark->lines.empty() ? std::string::npos : mark->lines[0].rfind("\u00A0");
        anchors.emplace(mark->anchor, blank == std::string::npos ? std::string() : mark->lines[0].substr(blank + 2));
      } else if (const auto* list = std::get_if<document::List>(&block.content)) {
        for (const document::Item& item : list->items) {
          items.push_back(item.label);
          if (!item.anchor.empty()) anchors.emplace(item.anchor, item.label.substr(0, item.label.find_last_not_of(".)") + 1));
          read(item.blocks);
        }
      }
    }
  }
};

std::string without_stop(std::string label) {
  while (label.ends_with('.')) label.pop_back();
  return label;
}

/// Papers have parts that are called by what they are, not counted.
bool has_name(Role role) {
  return role != Role::body && role != Role::plain && role != Role::lead && role != Role::note;
}

std::string in_section(const std::string& section, const std::string& what) {
  return section.empty() ? what : section + ", " + what;
}

}  // namespace

void WordsEditor::name_places(const document::Blocks& blocks) {
  Numbers numbers;
  numbers.read(blocks);
  std::vector<std::string> given(places_.size());
  for (const Mark& mark : marks_) {
    const std::vector<std::string>& all = mark.kind == Mark::Kind::heading ? numbers.headings
                                          : mark.kind == Mark::Kind::item  ? numbers.items
                                                                           : numbers.tables;
    if (mark.ordinal < all.size()) given[mark.place] = all[mark.ordinal];
  }
  std::string section;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    Place& place = places_[i];
    for (Place::Binding& binding : place.bindings) {
      if (binding.link.empty()) continue;
      if (const auto found = numbers.anchors.find(binding.link); found != numbers.anchors.end()) binding.shown = found->second;
    }
    const std::string above = place.item < 0 ? section : places_[static_cast<std::size_t>(place.item)].place;
    switch (place.kind) {
      case Place::Kind::heading:
        section = given[i].empty() ? "«" + shortened(place.text(), 32) + "»" : "раздел " + given[i];
        place.place = given[i].empty() ? "заголовок" : section;
        break;
      case Place::Kind::item: {
        const std::string label = without_stop(given[i]);
        const bool numbered = place.ordered && !label.empty();
        // «1.2» says its whole way in one; a dash says nothing.
        place.place = numbered && place.item >= 0 && label.find('.') != std::string::npos
                          ? in_section(section, "пункт " + label)
                          : in_section(above, numbered ? "пункт " + label : "строка списка " + std::to_string(place.nth));
        break;
      }
      case Place::Kind::paragraph:
        place.place = has_name(place.role) ? place.kind_text() : in_section(above, "абзац " + std::to_string(place.nth));
        break;
      case Place::Kind::caption:
      case Place::Kind::note:
        place.place = in_section(given[i].empty() ? section : std::string(),
                                 (place.figure ? "рисунок" : "таблица") + (given[i].empty() ? std::string() : " " + given[i]));
        break;
      case Place::Kind::empty: place.place = in_section(section, place.figure ? "рисунок" : "таблица"); break;
      case Place::Kind::appendix: place.place = "приложение"; break;
      case Place::Kind::contents: place.place = "оглавление"; break;
    }
  }
}

}  // namespace svod::compose
