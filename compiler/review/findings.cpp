#include "review/findings.h"

#include <tuple>

#include "base/text.h"
#include "review/signs.h"

namespace svod::review {
namespace {

constexpr std::size_t kRemembered = 256;   // texts of one rule; a workspace with more has other worries

}  // namespace

Diagnostic* Findings::add(Severity severity, const Code& code, std::size_t host, const Location& at,
                          std::string message, std::string hint) {
  if (severity == Severity::error) ++errors_[host];
  places_.insert(std::string(code.id) + '\n' + at.text());
  switch (severity) {
    case Severity::error: return &found_.error(code, at, std::move(message), std::move(hint));
    case Severity::warning: return &found_.warning(code, at, std::move(message), std::move(hint));
    default: return &found_.note(code, at, std::move(message), std::move(hint));
  }
}

bool Findings::told_at(const Code& code, const Location& at) const {
  return places_.contains(std::string(code.id) + '\n' + at.text());
}

// A composed text that holds a faulty text of a definition, with words of the template around it.
bool Findings::repeats(const std::string& code, const Passage& passage) const {
  const auto known = faulty_.find(code);
  if (known == faulty_.end()) return false;
  const std::u32string text = skeleton(passage.text);
  for (const std::u32string& one : known->second) {
    if (text.find(one) != text.npos) return true;
  }
  return false;
}

Diagnostic* Findings::tell(Severity severity, const Code& code, const Passage& passage, const std::string& fragment,
                           std::string message, std::string hint) {
  const std::string id(code.id);
  const std::string part = id + '\n' + utf8(skeleton(wide(fragment)));
  const std::string place = part + '\n' + passage.at->text();
  // A document repeats its definitions, and a template makes many documents.
  const bool repeated = passage.composed && (fragments_.contains(part) || repeats(id, passage));
  if (!told_.insert(place).second || repeated) {
    if (severity == Severity::error && passage.composed) ++errors_[passage.host];
    return nullptr;
  }
  fragments_.insert(part);
  if (!passage.composed) {
    std::set<std::u32string>& texts = faulty_[id];
    if (texts.size() < kRemembered) texts.insert(skeleton(passage.text));
  }
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
