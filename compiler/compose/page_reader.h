#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "compose/block_reader.h"
#include "compose/template.h"

namespace svod::compose {

/// Reads a template's text: front matter, containers, blocks, expressions; each is checked against `names`,
/// the template's parameters and the variables of its loops. `pages` reads what it includes. Null where it has
/// errors.
std::shared_ptr<const Page> read_page(std::string name, std::string file, std::string_view bytes,
                                      const expression::Names& names, PageSource& pages, Diagnostics& out);

}  // namespace svod::compose
