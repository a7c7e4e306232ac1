#pragma once

#include <map>

#include "plan/register_names.h"

namespace svod::plan {

/// Who is responsible: texts of plans -> parties. «Администрация МОУ А, Б» is two: what stands before the first name
/// goes for the names that follow it bare. The same text is resolved once.
class Parties {
 public:
  explicit Parties(const definitions::Workspace& workspace) : names_(workspace) {}

  /// In the order written, nobody twice. Whom the register does not know is a warning.
  std::vector<Party> read(const std::vector<definitions::Written>& texts, Diagnostics& found);

 private:
  struct Answer {
    std::vector<Party> parties;   ///< without places; unknown ones with the nearest name in `near`
    std::vector<std::string> near;
  };
  const Answer& of_text(const std::string& text);
  /// Pieces between commas, each one party or more.
  void take(std::string_view piece, Answer& answer);
  bool take_known(const std::string& piece, const std::string& carried, Answer& answer);
  bool take_conjunction(const std::string& piece, Answer& answer);
  void take_unknown(const std::string& piece, Answer& answer);
  std::vector<std::string> lines_apart(std::string_view piece) const;

  RegisterNames names_;
  std::map<std::string, Answer, std::less<>> read_;
};

}  // namespace svod::plan
