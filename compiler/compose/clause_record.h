#pragma once

#include "definitions/plan.h"
#include "expression/value.h"

namespace svod::compose {

/// A clause as a record of the language; holds a reference.
class ClauseRecord final : public expression::Record {
 public:
  /// `plan`: whose indicators it may list, or null.
  explicit ClauseRecord(const definitions::Clause& clause, const definitions::Plan* plan = nullptr)
      : clause_(clause), plan_(plan) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override;
  const definitions::Clause& clause() const { return clause_; }
  const definitions::Plan* plan() const { return plan_; }

 private:
  const definitions::Clause& clause_;
  const definitions::Plan* plan_;
};

}  // namespace svod::compose
