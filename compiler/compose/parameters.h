#pragma once

#include "compose/template.h"

namespace svod::compose {

/// Checks an order's parameters against its template's.
void check_parameters(const definitions::DocumentOrder& order, const Page& page,
                      const definitions::Workspace& workspace, Diagnostics& out);

/// A parameter's value for an order whose parameters were checked; absent where it is not given. `scope` knows the
/// functions that find a record by its id.
expression::Value parameter_value(const definitions::DocumentOrder& order, const ParameterSpec& spec,
                                  const Input& input, const expression::Scope& scope);

/// The value that stands for a parameter that is not given.
expression::Value parameter_default(const ParameterSpec& spec, const Input& input, const expression::Scope& scope);

}  // namespace svod::compose
