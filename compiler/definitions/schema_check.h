#pragma once

#include <map>
#include <regex>

#include "definitions/schema.h"

namespace svod::definitions {

/// The `pattern` keywords of a schema, compiled.
using Patterns = std::map<const Node*, std::regex>;

/// Checks a document against the schema whose root is `root`.
Faulty checked(const Schema& schema, const Node& root, const Patterns& patterns, const Document& document,
               Diagnostics& out);

}  // namespace svod::definitions
