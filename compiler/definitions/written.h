#pragma once

#include <map>
#include <string>
#include <vector>

#include "source/location.h"

namespace svod::definitions {

/// What a person wrote in a plan, a regulation or a paper, with the place to send them to. The text is as it
/// stands in the source: what is wrong in it is for `plan/` and `review/` to find.
struct Written {
  std::string text;
  Location at{};
  bool empty() const { return text.empty(); }
};

/// A plain table inside a text.
struct WrittenTable {
  Written caption;
  std::vector<Written> head;
  std::vector<std::vector<Written>> rows;
};

/// A part of a text: a numbered clause of a regulation, a headed block of a plan («Цель», «Задачи»), a row of a
/// passport. Nests to any depth that the budget of the reader of YAML allows.
struct Clause {
  std::string id;                ///< for references inside the workspace; may be empty
  std::string role;              ///< of a plan's block: «goal», «tasks», «indicators», «methods» … (kRoles); may be empty
  Written number;                ///< as given: «1.1.», «а)»; empty where numbering is by rule or there is none
  Written title;
  std::vector<Written> text;     ///< paragraphs
  std::vector<Written> items;    ///< a list after them
  std::vector<Clause> clauses;
  std::vector<WrittenTable> tables;
  std::vector<std::string> indicators;   ///< ids of indicators listed here
  Location at;
};

}  // namespace svod::definitions
