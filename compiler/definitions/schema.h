#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include "definitions/source_tree.h"

namespace svod::definitions {

/// Values of a document that hold a fault somewhere inside, the document itself among them.
using Faulty = std::set<const Node*>;

/// A JSON Schema (2020-12) of one kind of definition, the part of it that svod uses: type, properties,
/// required, additionalProperties, propertyNames, items, minItems, minLength, enum, const, pattern, minimum,
/// maximum, anyOf, oneOf, $ref into $defs. One fault gives one diagnostic, at its place, with the nearest key.
class Schema {
 public:
  /// Nothing, and D208, where the file is no schema or uses a keyword outside that part.
  static std::optional<Schema> read(std::string_view json, const std::string& file, Diagnostics& out);

  Faulty check(const Document& document, Diagnostics& out) const;

  /// The schema of what stands at a path, references followed: «schools/*/name» (`*`: an element or the value
  /// of any key). Of alternatives, the first that has the path. Null where there is none.
  const Node* part(std::string_view path) const;
  /// The schema that a `$ref` leads to, or the schema itself.
  const Node& followed(const Node& schema) const;

  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

 private:
  Schema();
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace svod::definitions
