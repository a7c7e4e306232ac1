#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tables/find.h"
#include "plan/plans.h"

namespace svod::plan {

/// What a column of a table of measures holds: the parts of `PlanField`, and the state of a measure.
enum class Column : unsigned char {
  number, text, term, start, end, responsible, result, report, consequence, link, document, status
};
inline constexpr std::size_t kColumns = 12;

/// The column that a header names by its words: «Сроки исполнения», «Форма представления отчёта»; nothing for others.
/// `key` is `tables::header_key` of it.
std::optional<Column> column_of_header(std::string_view key);

/// «number», «text», …: how the columns are called in `tables::Head`.
std::string_view column_name(Column column);

/// The columns to look for in a sheet: its own headers, by their words, and those that the plan declares.
tables::Sought columns_sought(const tables::Grid& grid, const definitions::Plan& plan);

}  // namespace svod::plan
