#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "review/subject.h"

namespace svod::review {

/// What the rules found. A fault is told once: not again at the same place, and not in a document where a definition
/// or the same line of a template has it too.
class Findings {
 public:
  explicit Findings(const Subject& subject) : subject_(subject), errors_(subject.hosts.size()) {}

  /// `fragment` is the offending part, by which repeats in documents are known. Null where it was told already.
  /// The diagnostic may be completed with `related` at once.
  Diagnostic* tell(Severity severity, const Code& code, const Passage& passage, const std::string& fragment,
                   std::string message, std::string hint = {});
  /// Of a host's structure.
  Diagnostic* tell(Severity severity, const Code& code, std::size_t host, const Location& at, std::string message,
                   std::string hint = {});

  /// This rule told something at this place.
  bool told_at(const Code& code, const Location& at) const;

  Diagnostics take() { return std::move(found_); }
  /// Errors of each host.
  const std::vector<std::size_t>& errors() const { return errors_; }

 private:
  const Subject& subject_;
  Diagnostics found_;
  std::set<std::string> told_;        ///< code, place, fragment
  std::set<std::string> places_;      ///< code, place
  std::set<std::string> fragments_;   ///< code, fragment
  std::map<std::string, std::set<std::u32string>> faulty_;   ///< code -> skeletons of faulty texts of definitions
  std::vector<std::size_t> errors_;

  bool repeats(const std::string& code, const Passage& passage) const;
  Diagnostic* add(Severity severity, const Code& code, std::size_t host, const Location& at, std::string message,
                  std::string hint);
};

}  // namespace svod::review
