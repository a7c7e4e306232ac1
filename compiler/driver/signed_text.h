#pragma once

#include <string>
#include <vector>

namespace svod::driver {

/// One place where two texts differ: lines of the first that are not in the second, and what stands instead.
struct Difference {
  std::size_t line = 0;               ///< of the first text, from 1
  std::vector<std::string> was, is;
};

/// All differences, in order. Exact up to some thousands of lines; longer texts differ in one place.
std::vector<Difference> differences(const std::string& was, const std::string& is);

/// «было: «…на 31 июня…», стало: «…на 30 июня…»»: short, around the first letter that differs.
std::string describe(const Difference& difference);

}  // namespace svod::driver
