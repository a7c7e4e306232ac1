#pragma once

#include <cstdint>

namespace svod::typeset {

/// Lengths on paper, in thousandths of a point. Whole numbers, so that a page is the same everywhere.
using Length = std::int64_t;

constexpr Length pt(double points) { return static_cast<Length>(points * 1000 + (points < 0 ? -0.5 : 0.5)); }
constexpr Length mm(double millimetres) { return pt(millimetres * 72 / 25.4); }

}  // namespace svod::typeset
