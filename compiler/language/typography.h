#pragma once

#include <string>
#include <string_view>

namespace svod::language {

/// Running text made ready for lines: no-break spaces («№ 5», «г. Кемерово», «2022 г.», «5 %», «И. И. Иванов»,
/// «ст. 28», «9 класс», «рис. 2», before a dash, between day and month, but not before the year; figure and unit), « – » for a
/// hyphen between spaces, «60–69» and «I–II» for ranges typed with a hyphen, quotes «…„…“…». Numbers of papers
/// («№ 12-3»), phones and dates in figures stay. Doing it twice changes nothing more.
std::string glue(std::string_view text);

/// `glue`, and no short preposition, conjunction or particle ends a line: for headings and table heads.
std::string glue_heading(std::string_view text);

/// Straight and mixed quotes as «…», nested ones as „…“. Part of `glue`.
std::string quotes(std::string_view text);

}  // namespace svod::language
