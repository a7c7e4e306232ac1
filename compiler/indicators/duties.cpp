#include "indicators/duties.h"

#include "base/text.h"

namespace svod::indicators {
namespace {

void enter(std::map<std::string, std::string>& ids, std::string_view text, const std::string& id) {
  if (text.empty()) return;
  const auto [entry, fresh] = ids.try_emplace(folded(text), id);
  if (!fresh && entry->second != id) entry->second.clear();
}

std::string found(const std::map<std::string, std::string>& ids, std::string_view text) {
  const auto entry = ids.find(folded(text));
  return entry == ids.end() ? std::string() : entry->second;
}

}  // namespace

Register::Register(const definitions::Workspace& workspace) : workspace_(workspace) {
  for (const auto& school : workspace.schools) {
    schools_.emplace(school.id, &school);
    municipality_of_.emplace(school.id, school.municipality);
    enter(school_ids_, school.name, school.id);
    enter(school_ids_, school.short_name, school.id);
    enter(school_ids_, school.full_name, school.id);
    for (const auto& alias : school.aliases) enter(school_ids_, alias, school.id);
  }
  for (const auto& municipality : workspace.municipalities) {
    enter(municipality_ids_, municipality.name, municipality.id);
    for (const auto& alias : municipality.aliases) enter(municipality_ids_, alias, municipality.id);
  }
}

const definitions::School* Register::school(std::string_view id) const {
  const auto entry = schools_.find(std::string(id));
  return entry == schools_.end() ? nullptr : entry->second;
}

const std::string& Register::municipality(std::string_view school) const {
  static const std::string none;
  const auto entry = municipality_of_.find(std::string(school));
  return entry == municipality_of_.end() ? none : entry->second;
}

std::string Register::school_id(std::string_view text) const {
  if (school(text) != nullptr) return std::string(text);
  return found(school_ids_, text);
}

std::string Register::municipality_id(std::string_view text) const {
  for (const auto& municipality : workspace_.municipalities) {
    if (municipality.id == text) return municipality.id;
  }
  return found(municipality_ids_, text);
}

std::vector<std::string> Register::school_names() const {
  std::vector<std::string> names;
  for (const auto& school : workspace_.schools) {
    names.push_back(school.id);
    if (!school.short_name.empty()) names.push_back(school.short_name);
    if (!school.name.empty()) names.push_back(school.name);
  }
  return names;
}

Duties::Duties(const Coverage& coverage, const Register& register_) : coverage_(coverage) {
  for (const auto& [form, schools] : coverage) {
    auto& counted = counted_[form];
    const auto count = [&](const std::string& school, int Standing::*what) {
      ++(counted[""].*what);
      if (const std::string& municipality = register_.municipality(school); !municipality.empty()) {
        ++(counted[municipality].*what);
      }
    };
    for (const auto& school : schools.owed) count(school, &Standing::owed);
    for (const auto& school : schools.covered) {
      if (schools.owed.contains(school)) count(school, &Standing::covered);
    }
    for (const auto& [school, reason] : schools.excused) count(school, &Standing::excused);
  }
}

Standing Duties::standing(std::string_view form, const Place& place) const {
  if (const auto school = place.find(kSchool); school != place.end()) {
    const auto entry = coverage_.find(form);
    if (entry == coverage_.end()) return {};
    const bool owes = entry->second.owed.contains(school->second);
    const bool came = entry->second.covered.contains(school->second);
    return {owes, owes && came, entry->second.excused.contains(school->second)};
  }
  const auto entry = counted_.find(form);
  if (entry == counted_.end()) return {};
  const auto municipality = place.find(kMunicipality);
  const auto counts = entry->second.find(municipality == place.end() ? std::string() : municipality->second);
  return counts == entry->second.end() ? Standing{} : counts->second;
}

}  // namespace svod::indicators
