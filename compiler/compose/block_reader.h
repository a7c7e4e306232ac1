#pragma once

#include "compose/settings.h"
#include "compose/template.h"

namespace svod::compose {

/// The kinds of fenced blocks.
const std::vector<std::string>& block_kinds();
bool is_block_kind(std::string_view kind);

/// A fenced block's settings; `settings` is null for a block without any. Nothing where there are errors.
std::shared_ptr<const BlockSpec> read_block(std::string_view kind, const Settings& settings,
                                            const expression::Names& names);

TableSpec read_table(const Settings& settings, const expression::Names& names);

}  // namespace svod::compose
