#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "definitions/schema.h"
#include "definitions/source_tree.h"

namespace svod::definitions {

/// Definitions that stand in XLSX or CSV, as the trees that their YAML twins would give: the same schema and
/// the same loaders check them, and every value points at its cell. Headings are the titles in the schema, or
/// its keys. Faults of the file itself are in `out`; nothing where no tree could be made.

/// Sheets «Школы», «Люди», «Муниципалитеты», «Органы», «Сокращения». Several values in a cell are separated
/// by «;», a form and its reason by «:».
std::optional<Document> read_register_table(std::string_view bytes, const std::string& file, const Schema& schema,
                                            Diagnostics& out);
/// The first row of the first sheet names the columns; the table is named as the file.
std::optional<Document> read_reference_table(std::string_view bytes, const std::string& file, Diagnostics& out);
/// Columns «Показатель», «Год», «Значение», «Источник»; every other column is a dimension.
std::optional<Document> read_history_table(std::string_view bytes, const std::string& file, const Schema& schema,
                                           Diagnostics& out);

}  // namespace svod::definitions
