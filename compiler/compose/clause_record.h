#pragma once

#include "definitions/written.h"
#include "expression/value.h"

namespace svod::compose {

/// A clause as a record of the language; holds a reference.
class ClauseRecord final : public expression::Record {
 public:
  explicit ClauseRecord(const definitions::Clause& clause) : clause_(clause) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override;
  const definitions::Clause& clause() const { return clause_; }

 private:
  const definitions::Clause& clause_;
};

}  // namespace svod::compose
