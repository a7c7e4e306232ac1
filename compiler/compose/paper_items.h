#pragma once

#include <string>
#include <vector>

#include "compose/press.h"
#include "definitions/paper_state.h"

namespace svod::compose {

/// How the items of a paper stand on the page.
struct ItemStyle {
  bool letters = false;      ///< short sub-items are «а)», not «–»
  bool links = false;        ///< «(приложение № 1)» leads to the mark of the appendix
  bool minutes = false;      ///< decisions: term and responsible follow the text as sentences
  std::string prefix;        ///< stands before every number: «1.» of the question
};

/// An item as it prints.
struct ItemText {
  const definitions::PaperItem* written = nullptr;   ///< null for what the paper itself says: control, what is changed
  std::string label;                                  ///< «2.1.», «–»
  std::vector<Draft> drafts;
  std::vector<ItemText> items;

  std::string text() const;   ///< ready for print
};

/// Something is wrong with an item; nothing is printed in its place.
struct ItemFault {
  const Code* code = nullptr;
  Location at;
  std::string message, hint;
  bool error = true;
};

/// The items of a paper with the ones that follow from it: what it changes, before them, and who controls, after.
std::vector<ItemText> items_of(const definitions::Workspace& workspace, const definitions::Paper& paper,
                               const ItemStyle& style, std::vector<ItemFault>& faults);
/// The decisions of one question of minutes.
std::vector<ItemText> decisions_of(const definitions::Workspace& workspace, const definitions::Paper& paper,
                                   const std::vector<definitions::PaperItem>& items, const ItemStyle& style,
                                   std::vector<ItemFault>& faults);
/// `at`: where the template asks for them; an item that is written in a paper has its place there.
document::Blocks blocks_of(const std::vector<ItemText>& items, const Location& at);

/// The ids of its appendices: as the paper lists them, else what it approves, in order.
std::vector<std::string> appendices_of(const definitions::Paper& paper);

/// «в срок до 20 июня 2022 г.», «не позднее 1 марта 2022 г.», «(срок – июнь 2022 г.)»; dates in figures in words.
std::string term_phrase(const std::vector<definitions::Written>& terms);
/// The terms as they stand, dates in figures in words: «до 20 июня 2022 г.».
std::string term_words(const std::vector<definitions::Written>& terms);

}  // namespace svod::compose
