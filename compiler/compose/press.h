#pragma once

#include <deque>
#include <string>
#include <vector>

#include "compose/printed.h"
#include "compose/scope.h"
#include "compose/template.h"

namespace svod::compose {

/// A piece of a line before typography: a template's own words, or a value, whose letters never change.
struct Draft {
  document::Run run;
  bool value = false;
};

/// Spaces squeezed, no-break spaces, dashes and quotes set over the whole line, pieces kept apart.
document::Runs glued(const std::vector<Draft>& drafts, bool heading = false);
std::string text_of(const document::Runs& runs);

/// A scope with any number of further variables.
class Scoped {
 public:
  explicit Scoped(const expression::Scope& outer) : top_(&outer) {}
  Scoped(const Scoped&) = delete;
  Scoped& operator=(const Scoped&) = delete;
  void bind(const std::string& name, expression::Value value) { top_ = &links_.emplace_back(*top_, name, std::move(value)); }
  const expression::Scope& scope() const { return *top_; }

 private:
  std::deque<expression::Bound> links_;
  const expression::Scope* top_;
};

/// Prints the slots of one template for one document and notes what a reader should be told.
class Press {
 public:
  Press(const Input& input, const Page& page, const TemplateScope& root, std::string document, Diagnostics& found)
      : input_(input), page_(page), root_(root), document_(std::move(document)), found_(found) {}

  const Input& input() const { return input_; }
  const std::string& document() const { return document_; }

  expression::Value value(const Slot& slot, const expression::Scope& scope) const;
  /// In running text: an absent value prints its sign and is a warning.
  Printed print(const Slot& slot, const expression::Scope& scope) const;
  /// The same without a word about what is not there.
  Printed peek(const Slot& slot, const expression::Scope& scope) const;
  document::Runs runs(const Wording& wording, const expression::Scope& scope, bool heading = false) const;
  std::string line(const Wording& wording, const expression::Scope& scope, bool heading = false) const;
  /// Without typography: a name for links.
  std::string raw(const Wording& wording, const expression::Scope& scope) const;
  /// The text of a date or a name; empty where it is absent, without a word.
  std::string optional_text(const Slot& slot, const expression::Scope& scope) const;

  /// Where what a calendar file of the document holds is put; `alone`: nothing else of the document is made.
  void collect(std::vector<document::Event>& events, bool alone) {
    events_ = &events;
    events_alone_ = alone;
  }
  bool events_alone() const { return events_alone_; }
  void add_event(document::Event event) const {
    if (events_ != nullptr) events_->push_back(std::move(event));
  }

  Diagnostic& error(const Code& code, const Location& at, std::string message, std::string hint) const;
  Diagnostic& warning(const Code& code, const Location& at, std::string message, std::string hint) const;

 private:
  const Input& input_;
  const Page& page_;
  const TemplateScope& root_;
  std::string document_;
  Diagnostics& found_;
  std::vector<document::Event>* events_ = nullptr;
  bool events_alone_ = false;
};

}  // namespace svod::compose
