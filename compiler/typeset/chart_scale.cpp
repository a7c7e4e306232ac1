#include "typeset/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace svod::typeset {
namespace {

// Beyond this a whole figure does not fit into a Decimal.
constexpr double kLargest = 9.2e18;

struct Step {
  int mantissa = 1;  // 1, 2 or 5
  int exponent = 0;
  double size() const {
    const double power = std::pow(10.0, std::abs(exponent));
    return exponent < 0 ? mantissa / power : mantissa * power;
  }
  Step next() const {
    if (mantissa == 1) return {2, exponent};
    if (mantissa == 2) return {5, exponent};
    return {1, exponent + 1};
  }
};

Decimal figure(std::int64_t count, Step step) {
  Decimal value{count * step.mantissa, std::max(0, -step.exponent)};
  for (int i = 0; i < step.exponent; ++i) value.units *= 10;
  return value;
}

}  // namespace

void Extent::hold(double value) {
  low = any ? std::min(low, value) : value;
  high = any ? std::max(high, value) : value;
  any = true;
}

Length Scale::place(double value, Length length) const {
  const double part = std::clamp((value - low) / (high - low), 0.0, 1.0);
  return static_cast<Length>(std::llround(part * static_cast<double>(length)));
}

Scale plain_scale(Extent extent) {
  Scale scale;
  scale.low = std::min(0.0, extent.low);
  scale.high = std::max(0.0, extent.high);
  if (scale.low == scale.high) scale.high = 1;
  return scale;
}

Scale stepped_scale(Extent extent, bool zero, int most) {
  Scale scale;
  double low = extent.low, high = extent.high;
  const double largest = std::max(std::abs(low), std::abs(high));
  // Differences that are small beside the values are not blown up to fill the field.
  constexpr double kLeastPart = 0.08;
  if (high - low < largest * kLeastPart) {
    const double middle = (low + high) / 2, half = largest * kLeastPart / 2;
    if (low < 0 || middle - half >= 0) low = middle - half;
    if (high > 0 || middle + half <= 0) high = middle + half;
  }
  const bool near_nought = low > 0 ? low < (high - low) : high < 0 && -high < (high - low);
  if (zero || near_nought) low = std::min(low, 0.0), high = std::max(high, 0.0);
  if (low == high) high = low + 1;

  Step step;
  step.exponent = static_cast<int>(std::floor(std::log10((high - low) / std::max(most, 1)))) - 1;
  step.exponent = std::clamp(step.exponent, -15, 18);
  // A hair of tolerance: an end that is a figure of the axis stays one.
  constexpr double kHair = 1e-9;
  for (;; step = step.next()) {
    const double size = step.size();
    const double first = std::floor(low / size + kHair), last = std::ceil(high / size - kHair);
    if (last - first > most && step.exponent < 19) continue;
    scale.low = first * size, scale.high = last * size;
    for (double k = first; k <= last; k += 1) {
      if (std::abs(k * size) >= kLargest || step.exponent > 18) continue;
      scale.ticks.push_back({figure(static_cast<std::int64_t>(k), step), k * size});
    }
    break;
  }
  if (scale.low == scale.high) scale.high = scale.low + 1;
  return scale;
}

}  // namespace svod::typeset
