#include "definitions/loading.h"

#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"

namespace svod::definitions {

std::optional<std::size_t> Layered::place(const std::string& name, const Checked& file, const Reader& definition,
                                          std::size_t size, std::string_view what) {
  const auto [known, is_new] = known_.try_emplace(name, Known{size, file.shipped, definition.at()});
  if (is_new) return size;
  if (known->second.shipped && !file.shipped) {
    known->second.shipped = false;
    known->second.where = definition.at();
    return known->second.index;
  }
  Diagnostic& added = definition.error(codes::duplicate_name, "name",
                                       std::string(what) + " «" + name + "»: такое имя уже есть", "переименуйте");
  added.related.push_back({known->second.where, "первое описание – здесь"});
  return std::nullopt;
}

bool Loading::take_id(const Reader& definition, std::string_view what) {
  const std::string id = definition.text("id");
  const auto [first, is_new] = written_ids.try_emplace(id, definition.at());
  if (is_new || id.empty()) return true;
  Diagnostic& added = definition.error(codes::taken_id, "id", std::string(what) + ": код «" + id + "» уже занят",
                                       "дайте другой код");
  added.related.push_back({first->second, "первый раз – здесь"});
  return false;
}

std::vector<std::string> names_of_forms(const Workspace& workspace) {
  std::vector<std::string> names;
  for (const Form& form : workspace.forms) names.push_back(form.name);
  return names;
}

std::vector<std::string> names_of_fields(const Form& form) {
  std::vector<std::string> names;
  for (const Field& field : form.fields) names.push_back(field.name);
  return names;
}

}  // namespace svod::definitions
