#pragma once

#include <memory>
#include <string>
#include <vector>

#include "expression/expression.h"

namespace svod::expression {

struct Syntax;
using SyntaxPtr = std::unique_ptr<Syntax>;

struct SyntaxArgument {
  std::string name;  ///< empty where given by position
  std::size_t at = 0;
  SyntaxPtr value;
};

struct SyntaxClause {
  struct Key {
    SyntaxPtr by;
    bool descending = false;
  };
  std::string name;
  std::size_t name_at = 0;
  SyntaxPtr source;
  SyntaxPtr where;
  std::vector<Key> order;
  SyntaxPtr limit;
};

/// What was written, before names and types are known.
struct Syntax {
  enum class Kind : unsigned char {
    literal,    ///< `value`
    path,       ///< `path`: a variable, a function without parentheses, fields
    call,       ///< `path` ( `arguments` )
    field,      ///< children[0] . path[0]
    filter,     ///< children[0] | path[0] ( `arguments` )
    operation,  ///< `op` over `children`
    sequence,   ///< [ children[0] for `clause` ]
  };
  struct Part {
    std::string name;
    std::size_t at = 0;
  };

  Kind kind = Kind::literal;
  Op op = Op::literal;
  Value value;
  std::vector<Part> path;
  std::vector<SyntaxArgument> arguments;
  std::vector<SyntaxPtr> children;
  std::unique_ptr<SyntaxClause> clause;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t sign = 0;    ///< where the sign of an operation stands
  std::size_t height = 1;  ///< of the tree below; bounded, so that recursion over trees is safe
};

}  // namespace svod::expression
