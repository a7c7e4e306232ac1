#include "review/findings.h"

#include <tuple>

#include "base/text.h"
#include "review/signs.h"

namespace svod::review {

Diagnostic* Findings::add(Severity severity, const Code& code, std::size_t host, const Location& at,
                          std::string message, std::string hint) {
  if (severity == Severity::error) ++errors_[host];
  switch (severity) {
    case Severity::error: return &found_.error(code, at, std::move(message), std::move(hint));
    case Severity::warning: return &found_.warning(code, at, std::move(message), std::move(hint));
    default: return &found_.note(code, at, std::move(message), std::move(hint));
  }
}

Diagnostic* Findings::tell(Severity severity, const Code& code, const Passage& passage, const std::string& fragment,
                           std::string message, std::string hint) {
  const std::string id(code.id);
  const std::string part = id + '\n' + utf8(skeleton(wide(fragment)));
  const std::string place = part + '\n' + passage.at->text();
  // A document repeats its definitions, and a template makes many documents.
  const bool repeats = passage.composed && fragments_.contains(part);
  if (!told_.insert(place).second || repeats) {
    if (severity == Severity::error && passage.composed) ++errors_[passage.host];
    return nullptr;
  }
  fragments_.insert(part);
  if (passage.composed) message += " (" + subject_.hosts[passage.host].title + ")";
  return add(severity, code, passage.host, *passage.at, std::move(message), std::move(hint));
}

Diagnostic* Findings::tell(Severity severity, const Code& code, std::size_t host, const Location& at,
                           std::string message, std::string hint) {
  const std::string place = std::string(code.id) + '\n' + message + '\n' + at.text();
  if (!told_.insert(place).second) return nullptr;
  return add(severity, code, host, at, std::move(message), std::move(hint));
}

}  // namespace svod::review
