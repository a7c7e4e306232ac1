#pragma once

namespace svod {

/// What stands in a cell or an indicator. The five never turn into one another between reading and print.
enum class State : unsigned char {
  value,           ///< a figure or a text
  zero,            ///< the phenomenon is absent: a known nought, or a mean of nobody («–»)
  missing,         ///< somebody owes it and it is not there («…»)
  not_applicable,  ///< nobody owes it («×»)
  suppressed,      ///< known, and withheld so that nobody can be recognised
};

}  // namespace svod
