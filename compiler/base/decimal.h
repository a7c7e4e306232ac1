#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace svod {

/// A decimal that was rounded for print: `units` · 10^-`places`.
struct Decimal {
  std::int64_t units = 0;
  int places = 0;

  /// Digits with a dot and exactly `places` of them after it: «3.63», «-0.5», «12».
  std::string plain() const;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// An exact number: every value that svod computes with. A fraction of two 64-bit integers in lowest
/// terms, so that a mean of marks or a share is never rounded before it is printed. Operations whose
/// exact result does not fit give nothing rather than a wrong figure.
class Number {
 public:
  constexpr Number() = default;
  constexpr Number(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers convert

  /// `units` · 10^-`decimals`, 0 ≤ decimals ≤ 18.
  static Number scaled(std::int64_t units, int decimals);
  /// n/d; nothing when d is 0.
  static std::optional<Number> ratio(std::int64_t n, std::int64_t d);
  /// Digits with an optional sign and one dot: «12», «-3.625». No exponent, no spaces, no comma.
  static std::optional<Number> parse(std::string_view digits);
  /// The number whose digits are the shortest that read back as `value`: what a person typed into a cell.
  static std::optional<Number> from_double(double value);

  std::int64_t numerator() const { return numerator_; }
  /// Always positive.
  std::int64_t denominator() const { return denominator_; }
  bool is_whole() const { return denominator_ == 1; }
  bool is_zero() const { return numerator_ == 0; }
  double to_double() const;
  /// The value times 10^decimals when that is whole and fits.
  std::optional<std::int64_t> units(int decimals) const;
  /// Half away from zero: 3.625 to two places is 3.63. The only rounding in svod.
  /// The largest places that fits is used where `places` digits would not fit in 64 bits.
  Decimal round(int places) const;
  /// A finite decimal as digits («3.625»), any other fraction as «n/d».
  std::string text() const;

  friend std::optional<Number> add(const Number&, const Number&);
  friend std::optional<Number> subtract(const Number&, const Number&);
  friend std::optional<Number> multiply(const Number&, const Number&);
  /// Nothing when the divisor is zero.
  friend std::optional<Number> divide(const Number&, const Number&);
  friend bool operator==(const Number&, const Number&) = default;
  friend std::strong_ordering operator<=>(const Number&, const Number&);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;

  __extension__ using Wide = __int128;
  static std::optional<Number> reduced(Wide n, Wide d);
};

// Redeclared for lookup by qualified name.
std::optional<Number> add(const Number&, const Number&);
std::optional<Number> subtract(const Number&, const Number&);
std::optional<Number> multiply(const Number&, const Number&);
std::optional<Number> divide(const Number&, const Number&);

}  // namespace svod
