#pragma once

#include "compose/compose.h"
#include "expression/value.h"

namespace svod::compose {

/// Plans and their parts as records of the language. They hold references to what `Input` refers to.
class PlanRecord final : public expression::Record {
 public:
  PlanRecord(const Input& input, const plan::Plan& plan) : input_(input), plan_(plan) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override;
  const plan::Plan& plan() const { return plan_; }

 private:
  const Input& input_;
  const plan::Plan& plan_;
};

class SectionRecord final : public expression::Record {
 public:
  SectionRecord(const Input& input, const plan::Plan& plan, std::size_t index)
      : input_(input), plan_(plan), index_(index) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override;
  const plan::Plan& plan() const { return plan_; }
  std::size_t index() const { return index_; }
  /// One after the last of the sections inside it.
  std::size_t end() const;

 private:
  const Input& input_;
  const plan::Plan& plan_;
  std::size_t index_;
};

/// `plans`; `plan('id')`, absent where nothing has that id.
expression::Value plans_value(const Input& input);
expression::Value plan_value(const Input& input, std::string_view id);

expression::Value measure_value(const plan::Plan& plan, const plan::Measure& measure);
expression::Value party_value(const plan::Party& party);

/// A section's number and title as one line.
std::string heading_of(const plan::Section& section);
/// Whether its parts are measures of their own: they are what is done and counted. It stands in `plan.measures`.
bool divided(const plan::Plan& plan, const plan::Measure& measure);
/// The section that a reader looks a measure up by: goals and tasks are not such.
const plan::Section* chapter_of(const plan::Plan& plan, const plan::Measure& measure);
/// How a term prints: several with «; ».
std::string term_of(const plan::Measure& measure);
/// Who is responsible, one a line of the cell: ids of the register by name, words as they were written.
std::vector<std::string> responsible_of(const plan::Measure& measure);
/// «запланировано», «начато», «исполнено», «отменено».
const std::vector<std::string>& status_words();
std::string status_of(const plan::Measure& measure);
/// Who answers for a section: a person of the register with the post, or words.
std::string curator_of(const Input& input, const definitions::PlanSection& section);

}  // namespace svod::compose
