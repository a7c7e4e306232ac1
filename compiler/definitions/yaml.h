#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "definitions/source_tree.h"

namespace svod::definitions {

/// What one YAML file may cost.
struct YamlBudgets {
  std::size_t bytes = std::size_t{16} << 20;
  std::size_t nodes = 1'000'000;   ///< values and keys, repeated ones (`*name`) counted each time
  std::size_t depth = 64;
  std::size_t text = 32'767;       ///< characters of one text: a cell of a workbook holds no more
};

/// Reads one YAML document. Faults that leave the tree readable (a key twice, `010`) are diagnostics beside
/// the tree; nothing where the file has no tree.
std::optional<Document> read_yaml(std::string_view bytes, std::string file, Diagnostics& out,
                                  const YamlBudgets& budgets = {});

/// What a plain scalar means in YAML's core schema.
Node::Kind plain_kind(std::string_view text);

}  // namespace svod::definitions
