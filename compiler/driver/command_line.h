#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diagnostics/diagnostic.h"

namespace svod::driver {

enum class Command : unsigned char { none, build, check, status, explain, words, issue, cells, term };

/// What was asked for. A member that the command does not have is empty.
struct CommandLine {
  Command command = Command::none;
  bool json = false;                     ///< diagnostics as objects, one a line
  int jobs = 1;
  std::optional<Date> as_of, date;
  std::vector<std::string> folders;      ///< of `build`; the others have one
  std::vector<std::string> files;        ///< of `check`, of `cells`
  std::vector<std::string> documents;    ///< of `words`, of `issue`
  std::string out, only, phase, reference, number, text, year;
  bool strict = false, agreement = false;
  std::string printed;                   ///< help or version, that was all that was asked for
};

/// Reads the command line. What is wrong with it is told in Russian, each time with what to write instead; then the
/// line is not to be carried out.
Outcome<CommandLine> read_command_line(int argc, char** argv);

}  // namespace svod::driver
