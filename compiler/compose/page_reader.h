#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "compose/template.h"

namespace svod::compose {

/// Reads a template's text: front matter, containers, blocks, expressions; each is checked against `names`,
/// the template's parameters and the variables of its loops. Null where it has errors.
std::shared_ptr<const Page> read_page(std::string name, std::string file, std::string_view bytes,
                                      const expression::Names& names, Diagnostics& out);

}  // namespace svod::compose
