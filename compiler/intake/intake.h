#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "facts/store.h"

namespace svod::intake {

/// How one school stands with one form that it owes.
enum class Standing : unsigned char { sent, excused, absent };

struct Duty {
  std::string school;
  std::string form;
  Standing standing = Standing::absent;
  bool has_errors = false;          ///< sent, but with errors
  std::vector<std::string> files;
};

/// What came of the submissions: rows are in the store.
struct Intake {
  std::vector<Duty> duties;                    ///< by form, then school in the register's order
  std::map<std::string, std::string> files;    ///< path -> SHA-256 of every submission, read or not
};

/// Reads every submission with `jobs` workers, matches it to a form, checks it, and stores its rows in
/// canonical order. Diagnostics do not depend on `jobs`. `only`: paths to read; empty for all.
Outcome<Intake> take_in(const definitions::Workspace& workspace, const Files& files, facts::Store& store, int jobs,
                        const std::vector<std::string>& only = {});

}  // namespace svod::intake
