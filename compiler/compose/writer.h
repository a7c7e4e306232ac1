#pragma once

#include <memory>

#include "compose/press.h"

namespace svod::compose {

/// A template's body with its values, as the blocks of a document: containers are unrolled, slots printed,
/// Markdown parsed, lists, headings and tables numbered, links led to their places.
document::Blocks write_body(const Page& page, const expression::Scope& scope, const Press& press);

/// Blocks other than tables.
document::Blocks build_block(const BlockSpec& spec, const expression::Scope& scope, const Press& press);

}  // namespace svod::compose
