#pragma once

#include <span>

#include "facts/store.h"

namespace svod::facts {

/// A stored cell as a value of the expression language. A nought that a sign stands for («-») is a known
/// figure: 0, or false; every other state is absent.
expression::Value value_of(const definitions::Field& field, const StoredCell& cell);

/// The fields of one row, and `year` where no field has that name. Functions and filters beside those of the
/// language itself do not exist here.
class RowScope final : public expression::Scope {
 public:
  RowScope(const definitions::Form& form, std::span<const StoredCell> cells, int year)
      : form_(form), cells_(cells), year_(year) {}

  expression::Value variable(std::string_view name) const override;
  expression::Value call(std::string_view function, const std::vector<expression::Value>& arguments) const override;
  expression::Value apply(std::string_view filter, const std::vector<expression::Value>& arguments) const override;

 private:
  const definitions::Form& form_;
  std::span<const StoredCell> cells_;
  int year_;
};

}  // namespace svod::facts
