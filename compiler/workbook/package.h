#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/container.h"
#include "workbook/xml.h"

namespace svod::workbook {

/// What a part says of another: the kind is the last word of its type's URI, the same in transitional and
/// strict files («worksheet», «sharedStrings»).
struct Relationship {
  std::string id;
  std::string kind;
  std::string target;  ///< name of the part, resolved; no leading slash
};

/// The parts of an Office file and how they refer to each other. Throws Fault.
class Package {
 public:
  Package(std::string_view bytes, const Budgets& budgets) : container_(bytes, budgets), budgets_(budgets) {}

  Container& container() { return container_; }
  /// Of the package itself where `part` is empty. Empty where it has none. External targets are left out.
  std::vector<Relationship> relationships(const std::string& part);
  /// The content type that the package declares for a part; empty where it declares none.
  std::string content_type(const std::string& part);
  /// W108 where there is no such part; `why` ends the sentence («на неё ссылается лист «ОГЭ»»).
  PartBytes read(const std::string& part, const std::string& why);
  bool has(const std::string& part) const { return container_.find(part) != nullptr; }
  std::size_t depth() const { return budgets_.depth; }

 private:
  Container container_;
  const Budgets& budgets_;
};

/// A target as it stands in the relationships of `part`: absolute, relative, percent-encoded.
std::string resolve_target(std::string_view part, std::string_view target);

}  // namespace svod::workbook
