#pragma once

#include "compose/compose.h"
#include "expression/value.h"

namespace svod::compose {

/// A regulation, a catalogue, a composition as a record of the language; holds references to what `Input` refers to.
class RegulationRecord final : public expression::Record {
 public:
  /// `number`: of an appendix of another regulation; empty for the only one.
  RegulationRecord(const Input& input, const definitions::Regulation& regulation, std::string number = {})
      : input_(input), regulation_(regulation), number_(std::move(number)) {}
  expression::Value field(std::string_view name) const override;
  std::string key() const override;
  const definitions::Regulation& regulation() const { return regulation_; }

 private:
  const Input& input_;
  const definitions::Regulation& regulation_;
  std::string number_;
};

/// `regulations`; `regulation('id')`, absent where nothing has that id.
expression::Value regulations_value(const Input& input);
expression::Value regulation_value(const Input& input, std::string_view id);

/// A member of a composition as it prints: a person of the register, or the name and post that are written.
struct MemberWords {
  std::string role, name, surname_first, post;
};
MemberWords words_of(const Input& input, const definitions::Regulation::Member& member);

}  // namespace svod::compose
