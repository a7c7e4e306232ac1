#pragma once

#include "compose/compose.h"
#include "expression/value.h"

namespace svod::compose {

/// Which items of a paper a list holds. An item with several terms stands once for each of them in `with_terms`.
enum class Which : unsigned char { top, all, with_terms };

/// The items of a paper as records: number, text as printed, who, term with its last day, whether it is overdue on
/// the day of the build.
expression::Value items_value(const Input& input, const definitions::Paper& paper, Which which);
expression::Value decisions_value(const Input& input, const definitions::Paper& paper,
                                  const std::vector<definitions::PaperItem>& items, const std::string& prefix);
/// «приказ Управления образования от 14 сентября 2023 г. № 93»; «… (изменён)»; «проект
/// приказа «О …»».
std::string paper_name(const Input& input, const definitions::Paper& paper);
/// «на контроле», «просрочено», «исполнено», «рекомендовано».
std::string status_of(const plan::Duty& duty, Date today);

/// `duties(drafts=)`: the items with terms of all papers that are in force.
expression::Value duties_value(const Input& input, bool drafts);

}  // namespace svod::compose
