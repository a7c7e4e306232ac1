#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/settings.h"
#include "compose/words_match.h"

namespace svod::compose {
namespace {

using document::Role;
using State = document::Passage::State;

/// What a person may call a row put in, and what it becomes.
struct AddedKind {
  std::string_view text;
  Place::Kind kind;
  Role role;
  bool ordered;
  int level;
};
constexpr AddedKind kAddedKinds[]{
    {"абзац", Place::Kind::paragraph, Role::body, false, 0},
    {"абзац без отступа", Place::Kind::paragraph, Role::plain, false, 0},
    {"вывод", Place::Kind::paragraph, Role::lead, false, 0},
    {"примечание", Place::Kind::paragraph, Role::note, false, 0},
    {"заголовок", Place::Kind::heading, Role::body, false, 0},
    {"пункт", Place::Kind::item, Role::body, true, 1},
    {"подпункт", Place::Kind::item, Role::body, true, 2},
    {"строка списка", Place::Kind::item, Role::body, false, 1},
};

const AddedKind* added_kind(std::string_view text) {
  for (const AddedKind& kind : kAddedKinds) {
    if (kind.text == text) return &kind;
  }
  return nullptr;
}

class Planner {
 public:
  Planner(const OwnText& own, const std::vector<Place>& places, const std::vector<Matched>& matched)
      : own_(own), places_(places), matched_(matched) {
    for (std::size_t i = 0; i < own.rows.size(); ++i) {
      const std::vector<OwnPart> parts = shown_in(own.rows[i].template_text);
      for (const OwnPart& part : parts) {
        if (part.binding > 0) shown_[{part.binding, part.shown}].push_back(i);
      }
    }
  }

  Plan plan() {
    plan_.rows.resize(own_.rows.size());
    plan_.found.append(own_.found);
    int anchor = -1;
    std::size_t anchor_row = 0;
    bool any_above = false;
    for (std::size_t r = 0; r < own_.rows.size(); ++r) {
      const OwnRow& row = own_.rows[r];
      if (!row.key.empty()) {
        anchor = matched_[r].place;
        anchor_row = r;
        any_above = true;
        if (!row.own.empty()) change(r);
      } else if (!any_above) {
        plan_.rows[r].state = State::wrong;
        error(r, codes::words_bad_addition, row.cell, "над добавленной строкой нет ни одного места документа",
              "вставьте её ниже строки, за которой должен стоять текст");
      } else if (anchor < 0) {
        plan_.rows[r].state = State::gone;
        note_gone(row);
      } else {
        add(r, anchor, anchor_row);
      }
    }
    return std::move(plan_);
  }

 private:
  /// The template's text of a row as it was written; a person cannot change it, and if one did it tells nothing.
  static std::vector<OwnPart> shown_in(const std::string& text) {
    Diagnostics scratch;
    return read_own(text, {}, scratch);
  }

  void error(std::size_t r, const Code& code, const Location& at, std::string message, std::string hint) {
    plan_.rows[r].state = State::wrong;
    if (plan_.rows[r].fault.empty()) plan_.rows[r].fault = message;
    plan_.found.error(code, at, std::move(message), std::move(hint));
  }

  void note_gone(const OwnRow& row) {
    plan_.found.warning(codes::words_place_gone, row.cell,
                        "правке сейчас нет места в документе: «" + shortened(row.own) + "»",
                        "правка остаётся в книге и вернётся вместе с местом");
  }

  void change(std::size_t r) {
    const OwnRow& row = own_.rows[r];
    RowResult& result = plan_.rows[r];
    if (matched_[r].place < 0) {
      result.state = State::gone;
      note_gone(row);
      return;
    }
    const Place& place = places_[static_cast<std::size_t>(matched_[r].place)];
    if (is_deletion(row.own)) {
      if (!may_delete(r, place)) return;
      result.state = State::edited;
      plan_.changes[place.key].deleted = true;
      tell_changed(r, place);
      plan_.found.note(codes::words_differ, row.cell, "удалено: «" + shortened(place.text()) + "»");
      return;
    }
    std::optional<std::vector<OwnPart>> parts = bound(r, row.source, row.template_text, r, place);
    if (!parts || !may_stand(r, place.kind, *parts)) return;
    result.parts = *parts;
    if (same_words(*parts, place)) return;   // as the template says
    result.state = State::edited;
    tell_changed(r, place);
    tell_left_out(row, *parts, place);
    plan_.found.note(codes::words_differ, row.cell,
                     "вместо «" + shortened(place.text()) + "» стоит «" + shortened(written(*parts, place)) + "»");
    Change& change = plan_.changes[place.key];
    change.replaced = true;
    change.parts = std::move(*parts);
  }

  void add(std::size_t r, int anchor, std::size_t anchor_row) {
    const OwnRow& row = own_.rows[r];
    const Place& place = places_[static_cast<std::size_t>(anchor)];
    if (row.own.empty()) {
      return error(r, codes::words_bad_addition, row.cell, "в добавленной строке нет текста",
                   "напишите текст в столбце «Ваш текст» или удалите строку");
    }
    Change::Addition addition;
    const std::string kind = kind_of_addition(r);
    const AddedKind* known = added_kind(kind);
    if (known == nullptr) {
      std::vector<std::string> names;
      for (const AddedKind& one : kAddedKinds) names.emplace_back(one.text);
      return error(r, codes::words_bad_addition, row.kind_cell, "вид «" + kind + "» добавить нельзя", suggestion(kind, names));
    }
    addition.kind = known->kind;
    addition.role = known->role;
    addition.ordered = known->ordered;
    addition.level = known->level;
    const Place* item = place.kind == Place::Kind::item ? &place : place.item >= 0 ? &places_[static_cast<std::size_t>(place.item)] : nullptr;
    if (addition.kind == Place::Kind::item && item != nullptr) {
      if (!addition.ordered) addition.level = item->ordered ? item->level + 1 : item->level;
      if (addition.ordered && addition.level == 2) addition.level = std::max(2, item->level);
    } else if (addition.kind == Place::Kind::item && addition.level > 1) {
      return error(r, codes::words_bad_addition, row.kind_cell, "подпункт стоит не под пунктом", "вставьте строку под пунктом");
    }
    if (addition.kind == Place::Kind::heading) {
      if (item != nullptr && !place.last) {
        return error(r, codes::words_bad_addition, row.kind_cell, "заголовок внутри списка поставить нельзя",
                     "вставьте строку под последним пунктом списка");
      }
      addition.level = 1;
      for (int p = anchor; p >= 0; --p) {
        if (places_[static_cast<std::size_t>(p)].kind != Place::Kind::heading) continue;
        addition.level = places_[static_cast<std::size_t>(p)].level;
        break;
      }
    }
    if (is_deletion(row.own)) return;   // a row of one's own that was struck out
    const OwnRow& above = own_.rows[anchor_row];
    std::optional<std::vector<OwnPart>> parts = bound(r, above.source, above.template_text, anchor_row, place);
    if (!parts || !may_stand(r, addition.kind, *parts)) return;
    plan_.rows[r].state = State::added;
    plan_.rows[r].parts = *parts;
    plan_.found.note(codes::words_differ, row.cell, "добавлено (" + kind + "): «" + shortened(written(*parts, place)) + "»");
    addition.parts = std::move(*parts);
    plan_.changes[place.key].added.push_back(std::move(addition));
  }

  /// Braces in a heading and before an item name the place for links; they are no words there.
  bool may_stand(std::size_t r, Place::Kind kind, const std::vector<OwnPart>& parts) {
    if (kind != Place::Kind::heading && kind != Place::Kind::item) return true;
    for (const OwnPart& part : parts) {
      if (part.literal.find_first_of("{}") == std::string::npos) continue;
      error(r, codes::words_braces, own_.rows[r].cell, "в заголовках и пунктах фигурных скобок не бывает",
            "замените скобки круглыми");
      return false;
    }
    return true;
  }

  /// What is said, or the kind of the row above; below a heading, a table or a title a paragraph.
  std::string kind_of_addition(std::size_t r) const {
    for (std::size_t i = r + 1; i-- > 0;) {
      const std::string kind = lower(squeeze(own_.rows[i].kind));
      if (kind.empty()) continue;
      if (i == r) return kind;
      return kind == "заголовок" || added_kind(kind) == nullptr ? "абзац" : kind;
    }
    return "абзац";
  }

  bool may_delete(std::size_t r, const Place& place) {
    const Location& cell = own_.rows[r].cell;
    const std::string hint = "верните текст или измените его";
    if (place.kind == Place::Kind::caption || place.kind == Place::Kind::contents) {
      error(r, codes::words_cannot_delete, cell, place.kind_text() + " можно изменить, но не удалить", hint);
      return false;
    }
    if (place.referred) {
      error(r, codes::words_cannot_delete, cell, "заголовок удалить нельзя: на него ведёт ссылка", hint);
      return false;
    }
    if (place.kind != Place::Kind::item || !place.has_items) return true;
    // All that stands below it must go too.
    std::set<int> within{index_of(place)};
    for (std::size_t i = static_cast<std::size_t>(index_of(place)) + 1; i < places_.size(); ++i) {
      if (!within.contains(places_[i].item)) continue;
      within.insert(static_cast<int>(i));
      bool goes = false;
      for (std::size_t row = 0; row < own_.rows.size(); ++row) {
        goes = goes || (matched_[row].place == static_cast<int>(i) && is_deletion(own_.rows[row].own));
      }
      if (goes) continue;
      error(r, codes::words_cannot_delete, cell, "у пункта остаются подпункты: " + places_[i].place, "сначала удалите их");
      return false;
    }
    return true;
  }

  int index_of(const Place& place) const { return static_cast<int>(&place - places_.data()); }

  /// The own text with its bindings found in the place as it is now. `source` and `text`: of the row that counts
  /// the bindings, when the sheet was written.
  std::optional<std::vector<OwnPart>> bound(std::size_t r, const std::string& source, const std::string& text,
                                            std::size_t counted_in, const Place& place) {
    const OwnRow& row = own_.rows[r];
    const std::size_t errors = plan_.found.errors();
    std::vector<OwnPart> parts = read_own(row.own, row.cell, plan_.found);
    if (plan_.found.errors() > errors) {
      plan_.rows[r].state = State::wrong;
      plan_.rows[r].fault = plan_.found[plan_.found.size() - 1].message;
      return std::nullopt;
    }
    const std::vector<std::string> expressions = bindings_in(source);
    std::map<int, std::string> was;
    for (const OwnPart& part : shown_in(text)) {
      if (part.binding > 0) was.emplace(part.binding, part.shown);
    }
    bool sound = true;
    for (OwnPart& part : parts) {
      if (part.binding == 0) continue;
      const std::string name = "{" + std::to_string(part.binding) + (part.bare ? "" : ": " + shortened(part.shown, 60)) + "}";
      if (part.binding < 1 || static_cast<std::size_t>(part.binding) > expressions.size()) {
        sound = false;
        error(r, codes::words_unknown_binding, row.cell, "подстановки " + name + " у этого места нет", known_bindings(expressions.size()));
        continue;
      }
      const std::string& before = was[part.binding];
      if (!part.bare && !before.empty() && part.shown != before) {
        if (const std::string other = place_with(part, counted_in); !other.empty()) {
          sound = false;
          error(r, codes::words_foreign_binding, row.cell, "подстановка " + name + " взята из другого места: " + other,
                "под номером " + std::to_string(part.binding) + " здесь стоит «" + shortened(before, 60) +
                    "»; номера у каждой строки свои");
          continue;
        }
        plan_.found.warning(codes::words_typed_value, row.cell,
                            "в подстановке " + std::to_string(part.binding) + " вписано «" + shortened(part.shown, 60) +
                                "», а напечатано будет «" + shortened(now(place, expressions, part.binding), 60) + "»",
                            "чтобы число было своим, замените подстановку словами");
      }
      const int found = binding_of(place, expressions, part.binding);
      if (found < 0) {
        sound = false;
        error(r, codes::words_binding_gone, row.cell, "значения подстановки " + name + " в шаблоне больше нет",
              "выпустите книгу заново командой svod words и перепишите правку");
        continue;
      }
      part.binding = found + 1;
    }
    if (!sound) return std::nullopt;
    return parts;
  }

  static std::string known_bindings(std::size_t count) {
    if (count == 0) return "у этого места подстановок нет совсем";
    return count == 1 ? "здесь есть только {1}" : "здесь есть {1}–{" + std::to_string(count) + "}";
  }

  std::string place_with(const OwnPart& part, std::size_t counted_in) const {
    const auto found = shown_.find({part.binding, part.shown});
    if (found == shown_.end()) return {};
    for (const std::size_t row : found->second) {
      if (row != counted_in) return own_.rows[row].place;
    }
    return {};
  }

  /// The same expression, at the same turn where it stands twice.
  static int binding_of(const Place& place, const std::vector<std::string>& expressions, int number) {
    const std::string& wanted = expressions[static_cast<std::size_t>(number - 1)];
    const auto turn = std::count(expressions.begin(), expressions.begin() + number - 1, wanted);
    int found = -1;
    std::ptrdiff_t at = 0;
    for (std::size_t i = 0; i < place.bindings.size(); ++i) {
      if (std::string(trim(place.bindings[i].source)) != wanted) continue;
      if (found < 0 || at == turn) found = static_cast<int>(i);
      ++at;
    }
    return found;
  }

  static std::string now(const Place& place, const std::vector<std::string>& expressions, int number) {
    const int found = binding_of(place, expressions, number);
    return found < 0 ? std::string() : place.bindings[static_cast<std::size_t>(found)].shown;
  }

  static bool same_words(const std::vector<OwnPart>& parts, const Place& place) {
    return squeeze(written(parts, place)) == squeeze(place.text());
  }

  static std::string written(const std::vector<OwnPart>& parts, const Place& place) {
    std::string text;
    for (const OwnPart& part : parts) {
      text += part.binding == 0 ? own_literal(part.literal)
                                : own_binding(part.binding, place.bindings[static_cast<std::size_t>(part.binding - 1)].shown);
    }
    return text;
  }

  void tell_changed(std::size_t r, const Place& place) {
    const OwnRow& row = own_.rows[r];
    const bool changed = matched_[r].changed;
    if (!changed && row.mark.empty()) return;
    plan_.rows[r].state = State::stale;
    plan_.found.warning(codes::words_template_changed, row.cell,
                        changed ? "шаблон изменился после правки: было «" + shortened(row.template_text) + "», стало «" +
                                      shortened(place.text()) + "»"
                                : "не подтверждено, что правка годится после изменения шаблона: " + shortened(row.mark),
                        "если правка годится, выпустите книгу командой svod words и сотрите в ней пометку");
  }

  void tell_left_out(const OwnRow& row, const std::vector<OwnPart>& parts, const Place& place) {
    std::string figures, words;
    for (std::size_t i = 0; i < place.bindings.size(); ++i) {
      const Place::Binding& binding = place.bindings[i];
      const bool used = std::any_of(parts.begin(), parts.end(), [&](const OwnPart& part) {
        return part.binding > 0 && place.bindings[static_cast<std::size_t>(part.binding - 1)].source == binding.source;
      });
      if (used || binding.shown.empty()) continue;
      std::string& list = binding.figure ? figures : words;
      list += (list.empty() ? "" : ", ") + own_binding(static_cast<int>(i) + 1, shortened(binding.shown, 60));
    }
    if (!figures.empty()) {
      plan_.found.warning(codes::words_left_out, row.cell, "в своём тексте нет чисел шаблона: " + figures,
                          "если так и задумано, ничего делать не нужно");
    }
    if (!words.empty()) plan_.found.note(codes::words_left_out, row.cell, "в своём тексте нет подстановок: " + words);
  }

  const OwnText& own_;
  const std::vector<Place>& places_;
  const std::vector<Matched>& matched_;
  std::map<std::pair<int, std::string>, std::vector<std::size_t>> shown_;   ///< number and value -> rows
  Plan plan_;
};

}  // namespace

Plan plan_changes(const OwnText& own, const std::vector<Place>& places, const std::vector<Matched>& matched) {
  return Planner(own, places, matched).plan();
}

}  // namespace svod::compose
