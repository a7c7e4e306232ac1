#include "compose/words_passages.h"

#include <array>
#include <charconv>

#include "base/hash.h"
#include "base/text.h"
#include "compose/words_tree.h"

namespace svod::compose {
namespace {

using document::Role;
using expression::Scope;

/// A record's own name for itself may be a number that shifts when data change; a finding is told by its rule,
/// its school and its words without figures.
std::string identity(const expression::Value& value) {
  if (value.record() == nullptr) return value.known() ? printed(value, true).text : std::string("-");
  const expression::Value rule = value.record()->field("rule");
  if (rule.text() == nullptr) return value.record()->key();
  std::string name = *rule.text();
  const expression::Value school = value.record()->field("school");
  if (school.record() != nullptr) name += "/" + school.record()->key();
  const expression::Value text = value.record()->field("text");
  if (text.text() != nullptr) {
    std::string words;
    for (const char c : *text.text()) {
      if (c < '0' || c > '9') words += c;
    }
    name += "/" + sha256(words).substr(0, 8);
  }
  return name;
}

std::string_view role_text(Role role) {
  switch (role) {
    case Role::body: return "абзац";
    case Role::plain: return "абзац без отступа";
    case Role::letterhead: return "бланк";
    case Role::kind: return "вид документа";
    case Role::subject: return "заголовок к тексту";
    case Role::command: return "распорядительные слова";
    case Role::lead: return "вывод";
    case Role::note: return "примечание";
    case Role::title: return "название";
    case Role::subtitle: return "подзаголовок";
    case Role::imprint: return "место и год";
    case Role::addressee: return "адресат";
    case Role::executor: return "исполнитель";
  }
  return "абзац";
}

std::string_view kind_name(Place::Kind kind) {
  static constexpr std::array<std::string_view, 8> names{"heading", "paragraph", "item",     "caption",
                                                         "note",    "empty",     "appendix", "contents"};
  return names[static_cast<std::size_t>(kind)];
}

/// A block's texts that may be worded anew, found in the block and put back.
class BlockPlaces {
 public:
  BlockPlaces(const Scope& scope, const Press& press, const std::string& context)
      : scope_(scope), press_(press), context_(context) {}

  /// Calls `each(wording, place)` for every text of the block.
  template <class Spec, class Each>
  void visit(Spec& spec, const Each& each) const {
    if constexpr (requires { spec.caption; spec.notes; spec.empty; }) {
      const bool figure = !requires { spec.totals; };
      text(spec.caption, Place::Kind::caption, figure, each);
      for (auto& note : spec.notes) text(note, Place::Kind::note, figure, each);
      text(spec.empty, Place::Kind::empty, figure, each);
    } else if constexpr (requires { spec.lines; spec.reference; }) {
      for (auto& line : spec.lines) text(line, Place::Kind::appendix, false, each);
      if (spec.lines.empty()) text(spec.to, Place::Kind::appendix, false, each);
    } else if constexpr (requires { spec.depth; }) {
      text(spec.title, Place::Kind::contents, false, each);
    }
  }

 private:
  template <class Each>
  void text(auto& wording, Place::Kind kind, bool figure, const Each& each) const {
    if (wording.empty()) return;
    Place place;
    place.kind = kind;
    place.figure = figure;
    place.context = context_;
    std::string printed_text;
    for (const Wording::Part& part : wording.parts) {
      Place::Piece piece;
      if (part.slot) {
        const Printed value = press_.peek(part.slot, scope_);
        piece.binding = static_cast<int>(place.bindings.size());
        place.source += "{{ " + part.slot.source + " }}";
        printed_text += value.text;
        place.bindings.push_back({part.slot.source, squeeze(value.text), !value.ref.empty(), part.slot, {}});
      } else {
        piece.literal = part.literal;
        place.source += part.literal;
        printed_text += part.literal;
      }
      place.pieces.push_back(std::move(piece));
    }
    if (trim(printed_text).empty()) return;
    place.source = squeeze(place.source);
    each(wording, std::move(place));
  }

  const Scope& scope_;
  const Press& press_;
  const std::string& context_;
};

Wording reworded(const Wording& wording, const Place& place, const std::vector<OwnPart>& parts) {
  Wording made;
  made.at = wording.at;
  for (const OwnPart& part : parts) {
    Wording::Part piece;
    if (part.binding > 0) {
      piece.slot = place.bindings[static_cast<std::size_t>(part.binding - 1)].slot;
    } else {
      piece.literal = replace_all(part.literal, "\n", " ");
    }
    made.parts.push_back(std::move(piece));
  }
  return made;
}

}  // namespace

std::string Place::text() const {
  std::string text;
  for (const Piece& piece : pieces) {
    text += piece.binding < 0 ? own_literal(piece.literal)
                              : own_binding(piece.binding + 1, bindings[static_cast<std::size_t>(piece.binding)].shown);
  }
  return std::string(trim(text));
}

std::string Place::kind_text() const {
  switch (kind) {
    case Kind::heading: return "заголовок";
    case Kind::paragraph: return item >= 0 ? "абзац пункта" : std::string(role_text(role));
    case Kind::item: return !ordered ? "строка списка" : level > 1 ? "подпункт" : "пункт";
    case Kind::caption: return figure ? "название рисунка" : "название таблицы";
    case Kind::note: return figure ? "примечание к рисунку" : "примечание к таблице";
    case Kind::empty: return figure ? "фраза вместо рисунка" : "фраза вместо таблицы";
    case Kind::appendix: return "отметка о приложении";
    case Kind::contents: return "заголовок оглавления";
  }
  return {};
}

const Change* WordsEditor::change_of(const Place& place) const {
  if (changes_ == nullptr) return nullptr;
  const auto found = changes_->find(place.key);
  return found == changes_->end() ? nullptr : &found->second;
}

const std::vector<Place>& WordsEditor::places_of_block(std::string_view number) const {
  static const std::vector<Place> none;
  std::size_t index = 0;
  std::from_chars(number.data(), number.data() + number.size(), index);
  const auto found = of_blocks_.find(index);
  return found == of_blocks_.end() ? none : found->second;
}

void WordsEditor::give_key(Place& place) {
  const std::string kind(kind_name(place.kind));
  const std::string key = sha256(place.context + "\n" + kind + "\n" + place.source).substr(0, 12);
  const int times = ++seen_[key];
  place.key = times == 1 ? key : key + "-" + std::to_string(times);
}

std::shared_ptr<const BlockSpec> WordsEditor::block(const std::shared_ptr<const BlockSpec>& spec, const Scope& scope,
                                                    const Press& press, const std::string& context) {
  block_.clear();
  auto copy = std::make_shared<BlockSpec>(*spec);
  bool changed = false;
  const BlockPlaces finder(scope, press, context);
  std::visit(
      [&](auto& content) {
        finder.visit(content, [&](Wording& wording, Place place) {
          give_key(place);
          if (const Change* change = change_of(place); change != nullptr && (change->replaced || change->deleted)) {
            wording = change->deleted ? Wording() : reworded(wording, place, change->parts);
            changed = true;
          }
          block_.push_back(std::move(place));
        });
        if constexpr (requires { content.notes; }) {
          std::erase_if(content.notes, [](const Wording& note) { return note.empty(); });
        }
        if constexpr (requires { content.lines; content.reference; }) {
          std::erase_if(content.lines, [](const Wording& line) { return line.empty(); });
        }
      },
      copy->content);
  return changed ? std::shared_ptr<const BlockSpec>(std::move(copy)) : spec;
}

void WordsEditor::block_stands(std::size_t number) { of_blocks_[number] = std::move(block_); }

void WordsEditor::edit(MarkdownTree& tree, Unrolled& text) {
  PlaceFinder(*this, text).find(tree.root);
  if (changes_ != nullptr && !changes_->empty()) TreeEditor(*this, text).edit(tree.root);
}

bool same_look(const Inline& a, const Inline& b) {
  return a.bold == b.bold && a.italic == b.italic && a.link == b.link && a.position == b.position;
}

std::string loop_context(const std::string& outer, const std::string& variable, const expression::Value& element) {
  return outer + variable + "=" + identity(element) + ";";
}

}  // namespace svod::compose
