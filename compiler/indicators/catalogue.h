#pragma once

#include <map>
#include <memory>

#include "expression/expression.h"
#include "indicators/results.h"

namespace svod::indicators {

/// An indicator as a function of the expression language: its parameters are dimensions.
struct IndicatorFunction {
  const definitions::Indicator* indicator = nullptr;
  std::vector<std::string> parameters;
};

/// The dimensions that a call names. A school or municipality is given as its record.
Place given_place(const IndicatorFunction& function, const std::vector<expression::Value>& arguments);

/// Everything of report_scope that does not change from one scope to the next: the records of schools,
/// municipalities, people, forms and listings, and the functions. Holds references to what it was made of.
class Catalogue {
 public:
  explicit Catalogue(const definitions::Workspace& workspace);
  /// The rows of a listing, as records. `rows` must stay where they are.
  void add_listing(const definitions::Listing& listing, const std::vector<facts::FoundRow>& rows);

  const IndicatorFunction* function(std::string_view name) const;
  /// An absent value where nothing has that id.
  expression::Value school(std::string_view id) const;
  expression::Value municipality(std::string_view id) const;
  expression::Value person(std::string_view id) const;
  const expression::Value& schools() const { return schools_; }
  const expression::Value& municipalities() const { return municipalities_; }
  const expression::Value& forms() const { return forms_; }
  const expression::Value& workspace_record() const { return workspace_record_; }
  const expression::Value& department() const { return department_; }
  /// Null for a name that is no listing.
  const expression::Value* listing(std::string_view name) const;

 private:
  const definitions::Workspace& workspace_;
  std::map<std::string, IndicatorFunction, std::less<>> functions_;
  std::map<std::string, expression::Value, std::less<>> school_records_;
  std::map<std::string, expression::Value, std::less<>> municipality_records_;
  std::map<std::string, expression::Value, std::less<>> people_;
  std::map<std::string, expression::Value, std::less<>> listings_;
  expression::Value schools_, municipalities_, forms_, workspace_record_, department_;
};

}  // namespace svod::indicators
