#include "compose/party_members.h"

#include <algorithm>

namespace svod::compose {
namespace {

using definitions::School;

constexpr std::string_view kSchools = "schools", kHeads = "heads";

}  // namespace

PartyMembers::PartyMembers(const definitions::Workspace& workspace) : workspace_(workspace) {}

std::set<std::string> PartyMembers::names_of(const std::string& party) const {
  std::set<std::string> names{party};
  for (const School& school : workspace_.schools) {
    if (school.id != party && (school.head.empty() || school.head != party)) continue;
    names.insert(school.id);
    if (!school.head.empty()) names.insert(school.head);
    names.emplace(kSchools);
    names.emplace(kHeads);
    names.insert(school.groups.begin(), school.groups.end());
  }
  for (const definitions::Body& body : workspace_.bodies) {
    if (body.head.empty() || (body.id != party && body.head != party)) continue;
    names.insert(body.id);
    names.insert(body.head);
  }
  return names;
}

std::vector<const School*> PartyMembers::schools_of(const plan::Party& party) const {
  std::vector<const School*> schools;
  const bool all = party.id == kSchools || party.id == kHeads;
  if (!all && party.kind != plan::Party::Kind::schools) return schools;
  for (const School& school : workspace_.schools) {
    if (school.closed && *school.closed < workspace_.date) continue;
    if (all || std::find(school.groups.begin(), school.groups.end(), party.id) != school.groups.end())
      schools.push_back(&school);
  }
  return schools;
}

}  // namespace svod::compose
