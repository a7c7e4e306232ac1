#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "expression/expression.h"

namespace svod::compose {

/// The values behind `template_names`, for one document. `unsure` collects case forms that want to be
/// confirmed; one scope serves one thread.
class TemplateScope final : public expression::Scope {
 public:
  explicit TemplateScope(const Input& input);
  ~TemplateScope() override;

  expression::Value variable(std::string_view name) const override;
  expression::Value call(std::string_view function, const std::vector<expression::Value>& arguments) const override;
  expression::Value apply(std::string_view filter, const std::vector<expression::Value>& arguments) const override;

  /// The case forms that were not certain since the last call.
  std::vector<std::string> take_unsure() const;

 private:
  expression::Value findings(const std::vector<expression::Value>& arguments) const;
  expression::Value addressees(const expression::Value& school) const;

  const Input& input_;
  std::unique_ptr<expression::Scope> report_;
  mutable std::vector<std::string> unsure_;
};

}  // namespace svod::compose
