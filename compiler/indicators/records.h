#pragma once

#include <map>
#include <memory>

#include "definitions/workspace.h"
#include "expression/value.h"
#include "facts/store.h"

namespace svod::indicators {

class Catalogue;

/// A record whose fields are all known when it is made.
expression::Value plain_record(std::string key, std::map<std::string, expression::Value, std::less<>> fields);

/// A person in every case: name («А. С. Громова»), surname_first, full, post. A form of the register wins,
/// the rest is derived when asked for. Holds a reference.
expression::Value person_record(const definitions::Person& person);

/// A text in a case of the register, or derived as a post or a body is.
std::string in_case(const definitions::Cases& cases, std::string_view suffix);

/// A row of a form: its fields, typed. Holds references.
expression::Value row_record(const definitions::Form& form, const facts::FoundRow& row, const Catalogue& catalogue);
}  // namespace svod::indicators
