#pragma once

#include <memory>

#include "compose/compose.h"
#include "definitions/paper_state.h"
#include "expression/value.h"

namespace svod::compose {

/// A paper as a record of the language. Holds references to what `Input` refers to.
class PaperRecord final : public expression::Record {
 public:
  PaperRecord(const Input& input, const definitions::Paper& paper);
  expression::Value field(std::string_view name) const override;
  std::string key() const override { return paper_.id; }
  const definitions::Paper& paper() const { return paper_; }

 private:
  std::optional<expression::Value> words(std::string_view name) const;
  std::optional<expression::Value> people(std::string_view name) const;

  const Input& input_;
  const definitions::Paper& paper_;
  definitions::PaperState state_;
};

/// The decisions of a question of minutes: what a block of items prints of it.
class QuestionRecord final : public expression::Record {
 public:
  QuestionRecord(const Input& input, const definitions::Paper& paper, std::size_t index)
      : input_(input), paper_(paper), index_(index) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override { return paper_.id + "/" + std::to_string(index_); }
  const definitions::Paper& paper() const { return paper_; }
  const definitions::Paper::Question& question() const { return paper_.agenda[index_]; }
  std::string number() const { return std::to_string(index_ + 1) + "."; }

 private:
  const Input& input_;
  const definitions::Paper& paper_;
  std::size_t index_;
};

/// `papers`; `paper('id')`, absent where nothing has that id.
expression::Value papers_value(const Input& input);
expression::Value paper_value(const Input& input, std::string_view id);
/// The date and number of this document's signature.
expression::Value issue_value(const Input& input);
/// «Приложение № 1», «к приказу …», «от … № …»; or «УТВЕРЖДЕНО», «приказом …», «от … № …».
expression::Value appendix_mark(const Input& input, const std::vector<expression::Value>& arguments);

/// Its state as this document prints it: without date and number where it is the paper that they are left out of.
definitions::PaperState printed_state(const Input& input, const definitions::Paper& paper);

}  // namespace svod::compose
