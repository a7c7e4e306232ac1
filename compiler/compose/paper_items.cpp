#include "compose/paper_items.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "compose/clause_blocks.h"
#include "compose/codes.h"
#include "compose/numbering.h"
#include "compose/paper_executors.h"
#include "compose/paper_words.h"
#include "language/cases.h"
#include "language/letters.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using definitions::Paper;
using definitions::PaperItem;
using definitions::Workspace;
using language::Case;

bool begins_small(std::string_view text) {
  for (const char32_t c : to_code_points(text)) {
    if (language::is_lower(c)) return true;
    if (language::is_upper(c) || language::is_digit(c)) return false;
  }
  return false;
}

/// «ГИА» and «МОУ» keep their letters.
std::string begun_small(const std::string& text) {
  int capitals = 0;
  for (const char32_t c : to_code_points(text.substr(0, text.find(' ')))) capitals += language::is_upper(c) ? 1 : 0;
  return capitals > 1 ? text : language::uncapitalised(text);
}

/// «изложить в следующей редакции»: what follows is new wording.
bool gives_wording(std::string_view text) { return lower(text).find("редакци") != std::string::npos; }

bool says_to_approve(std::string_view text) { return lower(trim(text)).starts_with("утвердить"); }

/// Without the sign that ends it; the full stop of «2022 г.» and «и др.» belongs to the word.
std::string open_end(std::string_view given) {
  std::string text(trim(given));
  while (text.ends_with(';') || text.ends_with(',') || text.ends_with(':')) text.pop_back();
  if (!text.ends_with('.')) return std::string(trim(text));
  static constexpr std::array<std::string_view, 14> kShortened{"г.",  "гг.",  "др.",  "д.",  "п.",   "пр.",  "руб.",
                                                               "чел.", "шт.", "кл.", "тыс.", "млн.", "обл.", "т.д."};
  const std::string plain = replace_all(text, "\u00A0", " ");
  const std::size_t space = plain.rfind(' ');
  const std::string last = plain.substr(space == std::string::npos ? 0 : space + 1);
  if (std::find(kShortened.begin(), kShortened.end(), last) == kShortened.end()) text.pop_back();
  return text;
}

/// What a plan or a regulation that is approved is called.
struct Approved {
  std::string title, gender;
  bool proper = false;   ///< keeps its capital inside a sentence: «Положение о …»
};

Approved approved_by_id(const Workspace& workspace, std::string_view id) {
  for (const definitions::Plan& plan : workspace.plans) {
    if (plan.id == id) return {squeeze(plan.title.text), plan.gender, false};
  }
  using Type = definitions::Regulation::Type;
  for (const definitions::Regulation& one : workspace.regulations) {
    if (one.id == id)
      return {squeeze(one.title.text), one.gender, one.type == Type::regulation || one.type == Type::model};
  }
  return {};
}

void collect(const std::vector<PaperItem>& items, std::vector<std::string>& ids) {
  for (const PaperItem& item : items) {
    if (!item.approves.empty() && std::find(ids.begin(), ids.end(), item.approves) == ids.end())
      ids.push_back(item.approves);
    collect(item.items, ids);
  }
}

class ItemWriter {
 public:
  ItemWriter(const Workspace& workspace, const Paper& paper, const ItemStyle& style, std::vector<ItemFault>& faults)
      : workspace_(workspace), paper_(paper), style_(style), faults_(faults), appendices_(appendices_of(paper)) {}

  /// `above` stands before every number; `first` is the number of the first item by rule.
  /// `closes`: a full stop ends the last of them, for nothing of the list that they stand in follows.
  std::vector<ItemText> list(const std::vector<PaperItem>& items, const std::string& above, bool approving, bool top,
                             std::size_t first = 1, bool closes = true) {
    enum class Labels { numbers, dashes, letters } labels = Labels::numbers;
    const bool small = std::all_of(items.begin(), items.end(), [&](const PaperItem& item) {
      return (!item.approves.empty() && approving) || (item.to.empty() && begins_small(item.text.text));
    });
    // A list inside a list of dashes could not be told from it.
    const bool nested =
        std::any_of(items.begin(), items.end(), [](const PaperItem& item) { return !item.items.empty(); });
    if (!top && small) labels = style_.letters || nested ? Labels::letters : Labels::dashes;
    std::vector<ItemText> made;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const PaperItem& item = items[i];
      const std::string number = above + std::to_string(i + first) + ".";
      std::string label = labels == Labels::numbers  ? number
                          : labels == Labels::dashes ? "–"
                                                     : item_letter(static_cast<int>(i) + 1) + ")";
      bool numbered = labels == Labels::numbers;
      if (!item.number.empty()) {
        label = squeeze(item.number.text);
        if (label == "-" || label == "—") label = "–";
        const bool bare =
            label.find_first_of("0123456789") != std::string::npos && !label.ends_with('.') && !label.ends_with(')');
        if (bare) label += '.';
        numbered = label.ends_with('.');
      }
      ItemText text = one(item, numbered, approving);
      text.label = label;
      // Numbers of sub-items go on from a number with a dot; below «а)» and «–» they begin anew.
      const std::string inside = numbered ? label : std::string();
      const bool approves_below = text.drafts.empty() ? approving : says_to_approve(text.drafts.front().run.text);
      const bool ends = numbered || (closes && i + 1 == items.size());
      text.items = list(item.items, inside, approves_below, false, 1, ends);
      finish(text, item, ends);
      made.push_back(std::move(text));
    }
    return made;
  }

  ItemText said(std::string label, std::string sentence) const {
    ItemText made;
    made.label = std::move(label);
    add(made, std::move(sentence));
    return made;
  }

  ItemText changed(std::string label) {
    const bool repeal = paper_.purpose == Paper::Purpose::repeal;
    const std::string act = act_in(workspace_, paper_.changes, Case::accusative, true);
    ItemText made = said(std::move(label), repeal ? "Признать " + void_word() + " силу " + act + "."
                                                  : "Внести в " + act + " следующие изменения:");
    if (!repeal) made.items = list(paper_.amendments, made.label, false, false);
    for (std::size_t i = 0; i < made.items.size(); ++i) {
      if (!gives_wording(paper_.amendments[i].text.text)) continue;
      made.items[i].items = wording(paper_.amendments[i].items, i + 1 == made.items.size());
    }
    if (!repeal && made.items.empty()) {
      fault(codes::empty_item, paper_.at, "изменения не названы: в бумаге нет amendments",
            "добавьте amendments: – {text: …, items: […]}");
    }
    return made;
  }

  std::optional<ItemText> control(std::string label) {
    if (!paper_.control) return std::nullopt;
    const std::string of = "Контроль за исполнением настоящего " + std::string(kind_of(paper_.type).genitive);
    if (paper_.control->self) return said(std::move(label), of + " оставляю за собой.");
    return said(std::move(label),
                of + " возложить на " + person_in(workspace_, paper_.control->person, "accusative") + ".");
  }

 private:
  static void add(ItemText& item, std::string text, std::string link = {}) {
    Draft draft;
    draft.run.text = std::move(text);
    draft.run.link = std::move(link);
    item.drafts.push_back(std::move(draft));
  }

  void fault(const Code& code, const Location& at, std::string message, std::string hint, bool error = true) {
    faults_.push_back({&code, at, std::move(message), std::move(hint), error});
  }

  /// New wording stands in quotes under the number that it has in the paper that is changed: «5. Рекомендовать ….».
  static std::vector<ItemText> wording(const std::vector<PaperItem>& items, bool closes) {
    std::vector<ItemText> made;
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::string number = squeeze(items[i].number.text);
      if (!number.empty() && !number.ends_with('.') && !number.ends_with(')')) number += '.';
      ItemText text;
      text.written = &items[i];
      add(text, "«" + (number.empty() ? number : number + " ") + open_end(squeeze(items[i].text.text)) + ".»" +
                    (closes && i + 1 == items.size() ? "." : ";"));
      made.push_back(std::move(text));
    }
    return made;
  }

  /// «утратившим», by the kind of the act that is repealed.
  std::string void_word() const {
    const Paper* paper =
        paper_.changes.paper.empty() ? nullptr : definitions::find_paper(workspace_, paper_.changes.paper);
    std::string noun(paper == nullptr ? lower(paper_.changes.kind.text) : std::string(kind_of(paper->type).noun));
    return noun == "справка" || noun == "инструкция" ? "утратившей" : "утратившим";
  }

  /// The words of an item without what ends it.
  ItemText one(const PaperItem& item, bool numbered, bool approving) {
    ItemText made;
    made.written = &item;
    std::string text = open_end(squeeze(item.text.text));
    if (!item.approves.empty()) {
      approves(made, item, text, numbered, approving);
    } else {
      if (!item.to.empty() && !style_.minutes) text = assigned(item, text);
      if (text.empty() && !item.items.empty() && approves_all(item)) text = "Утвердить";
      if (text.empty() && item.tables.empty()) {
        fault(codes::empty_item, item.at, "в пункте нет ни текста, ни исполнителя, ни того, что утверждается",
              "допишите text:, to: или approves:");
      }
      if (style_.minutes) text = resolved(item, text);
      add(made, numbered ? language::capitalised(text) : text);
    }
    if (style_.minutes) {
      decide(made, item);
    } else if (const std::string term = term_phrase(item.terms); !term.empty()) {
      add(made, " " + term);
    }
    return made;
  }

  static bool approves_all(const PaperItem& item) {
    return std::all_of(item.items.begin(), item.items.end(),
                       [](const PaperItem& one) { return !one.approves.empty(); });
  }

  /// «Утвердить прилагаемый муниципальный план-график … (приложение № 1)».
  void approves(ItemText& made, const PaperItem& item, const std::string& text, bool numbered, bool approving) {
    const Approved thing = approved_by_id(workspace_, item.approves);
    if (!text.empty()) {
      add(made, text);
    } else {
      const std::string title =
          title_in_accusative(thing.proper ? thing.title : begun_small(thing.title), thing.gender);
      std::string words = approving ? title : "утвердить " + std::string(enclosed(thing.gender)) + " " + title;
      add(made, numbered ? language::capitalised(words) : words);
    }
    const auto place = std::find(appendices_.begin(), appendices_.end(), item.approves);
    if (place == appendices_.end()) {
      fault(codes::not_enclosed, item.at, "пункт утверждает «" + item.approves + "», а среди приложений его нет",
            "добавьте код в appendices: бумаги", false);
      return;
    }
    add(made, " (");
    add(made,
        appendices_.size() == 1 ? "приложение" : "приложение № " + std::to_string(place - appendices_.begin() + 1),
        style_.links ? "appendix-" + item.approves : std::string());
    add(made, ")");
  }

  /// Those who carry an item out; what is wrong with them is told.
  Executors executors(const PaperItem& item) {
    Executors to = executors_of(workspace_, item.to);
    for (const std::string& words : to.doubtful) {
      fault(codes::not_dative, item.at, "исполнитель «" + words + "» стоит не в дательном падеже",
            "напишите, кому поручено: «директору школы»; или внесите должность в реестр", false);
    }
    for (const std::string& form : to.unsure) {
      fault(codes::derived_form, item.at, "форма «" + form + "» выведена по правилам и может быть другой",
            "проверьте её; форма, записанная в реестре, всегда важнее", false);
    }
    if (item.manner.empty() && to.binds && to.recommends) {
      fault(codes::mixed_executors, item.at,
            "пункт поручает сразу тем, кто подчинён, и тем, кому можно только рекомендовать",
            "разделите пункт на два или укажите manner: order либо manner: recommend");
    }
    return to;
  }

  static bool only_recommends(const PaperItem& item, const Executors& to) {
    return item.manner == "recommend" || (item.manner.empty() && to.recommends && !to.binds);
  }

  /// «директору … обеспечить», «рекомендовать директору … обеспечить».
  std::string assigned(const PaperItem& item, const std::string& text) {
    const Executors to = executors(item);
    const std::string words = only_recommends(item, to) ? "рекомендовать " + to.dative : to.dative;
    return text.empty() ? words : words + " " + begun_small(text);
  }

  /// A decision of minutes: who is bound stands after it, who is not is recommended in it.
  std::string resolved(const PaperItem& item, const std::string& text) {
    if (item.to.empty()) return text;
    const Executors to = executors(item);
    if (!only_recommends(item, to)) return text;
    return text.empty() ? "рекомендовать " + to.dative : "рекомендовать " + to.dative + " " + begun_small(text);
  }

  /// «Срок – до 1 марта 2022 г. Ответственный – директор … Т. В. Васильева.»
  void decide(ItemText& made, const PaperItem& item) const {
    const std::string term = open_end(term_words(item.terms));
    if (!term.empty()) add(made, ". Срок – " + begun_small(term));
    if (item.to.empty()) return;
    const Executors to = executors_of(workspace_, item.to);
    if (only_recommends(item, to)) return;
    const bool ended = term.ends_with('.');
    add(made, std::string(ended ? "" : ".") + (to.several ? " Ответственные – " : " Ответственный – ") + to.nominative);
  }

  void finish(ItemText& made, const PaperItem& item, bool ends) const {
    const std::string text = made.drafts.empty() ? std::string() : made.drafts.back().run.text;
    if (!made.items.empty()) {
      add(made, ":");
    } else if (!item.tables.empty()) {
      add(made, text.ends_with('.') ? "" : ":");
    } else if (!ends) {
      add(made, ";");
    } else if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) {
      add(made, ".");
    }
  }

  const Workspace& workspace_;
  const Paper& paper_;
  const ItemStyle& style_;
  std::vector<ItemFault>& faults_;
  std::vector<std::string> appendices_;
};

/// The number that follows the last of the items.
std::string next_label(const std::vector<ItemText>& items) {
  std::size_t last = 0;
  if (!items.empty()) {
    const std::string& label = items.back().label;
    std::from_chars(label.data(), label.data() + label.size(), last);
  }
  return std::to_string((last == 0 ? items.size() : last) + 1) + ".";
}

}  // namespace

std::string ItemText::text() const { return text_of(glued(drafts)); }

std::vector<std::string> appendices_of(const Paper& paper) {
  if (!paper.appendices.empty()) return paper.appendices;
  std::vector<std::string> ids;
  collect(paper.items, ids);
  return ids;
}

std::vector<ItemText> items_of(const Workspace& workspace, const Paper& paper, const ItemStyle& style,
                               std::vector<ItemFault>& faults) {
  ItemWriter writer(workspace, paper, style, faults);
  std::vector<ItemText> made;
  const bool changes = paper.purpose == Paper::Purpose::amendment || paper.purpose == Paper::Purpose::repeal;
  // What the paper changes is its first item.
  if (changes && paper.changes.given()) made.push_back(writer.changed("1."));
  for (ItemText& one : writer.list(paper.items, style.prefix, false, true, made.size() + 1))
    made.push_back(std::move(one));
  if (auto control = writer.control(next_label(made))) made.push_back(std::move(*control));
  return made;
}

std::vector<ItemText> decisions_of(const Workspace& workspace, const Paper& paper, const std::vector<PaperItem>& items,
                                   const ItemStyle& style, std::vector<ItemFault>& faults) {
  return ItemWriter(workspace, paper, style, faults).list(items, style.prefix, false, true);
}

document::Blocks blocks_of(const std::vector<ItemText>& items, const Location& at) {
  document::Blocks blocks;
  if (items.empty()) return blocks;
  const auto block = [](auto content, const Location& origin) {
    document::Block made;
    made.content = std::move(content);
    made.origin = origin;
    return made;
  };
  document::List list;
  list.numbered = items.front().label != "–";
  for (const ItemText& one : items) {
    const Location& origin = one.written == nullptr ? at : one.written->at;
    document::Item item;
    item.label = one.label;
    item.blocks.push_back(block(document::Paragraph{glued(one.drafts), document::Role::body}, origin));
    if (one.written != nullptr) {
      for (const definitions::WrittenTable& table : one.written->tables) {
        item.blocks.push_back(block(written_table(table), origin));
      }
    }
    for (document::Block& inner : blocks_of(one.items, origin)) item.blocks.push_back(std::move(inner));
    list.items.push_back(std::move(item));
  }
  blocks.push_back(block(std::move(list), at));
  return blocks;
}

}  // namespace svod::compose
