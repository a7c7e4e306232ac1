#include "compose/roles.h"

namespace svod::compose {

using document::Role;

const std::map<std::string, Role, std::less<>>& roles() {
  static const std::map<std::string, Role, std::less<>> all{
      {"plain", Role::plain},         {"letterhead", Role::letterhead}, {"kind", Role::kind},
      {"subject", Role::subject},     {"command", Role::command},       {"lead", Role::lead},
      {"note", Role::note},           {"title", Role::title},           {"subtitle", Role::subtitle},
      {"imprint", Role::imprint},     {"addressee", Role::addressee},   {"executor", Role::executor},
  };
  return all;
}

bool keeps_lines(Role role) {
  return role == Role::letterhead || role == Role::kind || role == Role::title || role == Role::subtitle ||
         role == Role::imprint || role == Role::addressee || role == Role::executor;
}

}  // namespace svod::compose
