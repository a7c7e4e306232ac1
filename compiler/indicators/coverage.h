#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace svod::indicators {

/// Who owes a form and whose data came. Filled by the driver from intake's duties.
struct FormCoverage {
  std::set<std::string> owed;      ///< schools, without those excused
  std::set<std::string> covered;   ///< of them, those whose data are in the store
  std::map<std::string, std::string> excused;   ///< school -> reason
};
using Coverage = std::map<std::string, FormCoverage, std::less<>>;   ///< by form

}  // namespace svod::indicators
