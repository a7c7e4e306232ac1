#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "definitions/workspace.h"
#include "indicators/coverage.h"
#include "indicators/place.h"

namespace svod::indicators {

/// The register by id and by name: who stands where.
class Register {
 public:
  explicit Register(const definitions::Workspace& workspace);

  const definitions::School* school(std::string_view id) const;
  /// The id of a school's municipality; empty for a school that is not in the register.
  const std::string& municipality(std::string_view school) const;
  /// The id for an id, a name, a short or full name or an alias; empty where there is none or it is not clear.
  std::string school_id(std::string_view text) const;
  std::string municipality_id(std::string_view text) const;
  std::vector<std::string> school_names() const;

 private:
  const definitions::Workspace& workspace_;
  std::unordered_map<std::string, const definitions::School*> schools_;
  std::unordered_map<std::string, std::string> municipality_of_;
  std::map<std::string, std::string> school_ids_;        ///< folded text -> id; empty where several
  std::map<std::string, std::string> municipality_ids_;
};

/// How the schools of one place stand with one form.
struct Standing {
  int owed = 0;      ///< schools that owe the form, without those excused
  int covered = 0;   ///< of them, those whose data came
  int excused = 0;
};

/// Who owes a form, counted once for the whole and for each municipality.
class Duties {
 public:
  Duties(const Coverage& coverage, const Register& register_);
  /// Of the place's school, else its municipality, else everybody.
  Standing standing(std::string_view form, const Place& place) const;

 private:
  const Coverage& coverage_;
  std::map<std::string, std::map<std::string, Standing, std::less<>>, std::less<>> counted_;  ///< "" for all
};

}  // namespace svod::indicators
