#pragma once

#include <string>
#include <string_view>

#include "definitions/paper_state.h"
#include "language/cases.h"

namespace svod::compose {

/// The noun of a kind of papers in the cases that papers need, and its gender as plans write it: m, f, n.
struct PaperKind {
  std::string_view heading;        ///< «ПРИКАЗ»
  std::string_view noun;           ///< «приказ»; its accusative is the same but for «справку»
  std::string_view genitive, dative, accusative, instrumental;
  char gender = 'm';
};
const PaperKind& kind_of(definitions::Paper::Type type);

/// «прилагаемый», «прилагаемую», «прилагаемое», «прилагаемые»: in the accusative.
std::string_view enclosed(std::string_view gender);
/// «УТВЕРЖДЁН», «УТВЕРЖДЕНА», «УТВЕРЖДЕНО», «УТВЕРЖДЕНЫ».
std::string_view approved(std::string_view gender);
/// A title in the accusative: the words of a feminine one change up to its noun («Дорожную карту по …»).
std::string title_in_accusative(std::string_view title, std::string_view gender);
/// «проект», «на согласовании», «подписан», «изменён», «утратил силу»; agrees with the kind.
std::string state_word(const definitions::PaperState& state, char gender);

/// «от 1 февраля 2022 г. № 17», with rules to fill in by hand for what is not known.
std::string date_and_number(const std::optional<Date>& date, std::string_view number);
/// «№ 17»; empty for none.
std::string with_sign(std::string_view number);

/// Who issues the paper, in a case: «genitive» …; empty for the nominative.
std::string issuer_in(const definitions::Workspace& workspace, const definitions::Paper& paper,
                      std::string_view suffix);

/// «приказ Отдела образования от 1 февраля 2022 г. № 17 «Об утверждении …»», the noun in the case.
std::string reference_to(const definitions::Workspace& workspace, const definitions::Paper& paper,
                         const definitions::PaperState& state, language::Case grammatical_case, bool with_title);
/// The same of an act outside the workspace, or of the paper that it names.
std::string act_in(const definitions::Workspace& workspace, const definitions::ActReference& act,
                   language::Case grammatical_case, bool with_title);

}  // namespace svod::compose
