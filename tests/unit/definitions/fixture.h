#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "definitions/codes.h"
#include "definitions/workspace.h"

namespace svod::definitions {

using File = std::pair<std::string, std::string>;

/// A workspace in memory with the real schemas and no shipped definitions. `workspace.yaml` and
/// `register.yaml` are small correct ones unless given; a file with the text "-" is left out. Paths that begin
/// with «schemas/» are shipped files.
Outcome<Workspace> loaded(const std::vector<File>& files);

/// Every diagnostic as «код место сообщение», one a line.
std::string lines(const Diagnostics& diagnostics);

/// Exactly one diagnostic, of this code, at this place («forms/a.yaml:3:5»).
const Diagnostic& only(const Outcome<Workspace>& outcome, const Code& code, std::string_view place);
/// The first diagnostic of a code; fails where there is none.
const Diagnostic& first(const Diagnostics& diagnostics, const Code& code);

std::string bytes_of(const std::string& path);

/// A workbook of sheets with rows of texts; a cell that is all digits is a number, an empty one is left out.
struct TestSheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};
std::string xlsx_of(const std::vector<TestSheet>& sheets);

}  // namespace svod::definitions
