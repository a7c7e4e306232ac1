#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "definitions/reader.h"
#include "definitions/schema.h"
#include "definitions/workspace.h"

namespace svod::definitions {

/// A definition file that was read and checked against its schema.
struct Checked {
  Document document;
  Faulty faulty;        ///< values that the schema refused; they are not loaded
  bool shipped = false;

  bool is_good(const Node& node) const { return faulty.count(&node) == 0; }
};

using CheckedFiles = std::vector<std::unique_ptr<Checked>>;

/// An id that a plan, a regulation or a paper names; looked for when everything is loaded.
struct Reference {
  enum class Target : unsigned char {
    paper,            ///< a paper of the workspace that approves the one that refers to it
    changed,          ///< a paper of the workspace that the one that refers to it amends or repeals
    programme,        ///< a plan, or a paper
    appendix,         ///< a plan or a regulation
    person,
    people,           ///< a person, or «heads»: the heads of schools
    body,
    party,            ///< a person, a body, a school or a role
    addressee,        ///< a party, «schools», «heads», or a group of schools
    data_indicator,   ///< of this workspace's data
    indicator,        ///< of a plan, or of this workspace's data
    link,             ///< an indicator, or a plan, a regulation or a paper
  };
  const Document* document;
  const Node* node;
  Target target;
};

/// What the loaders of the kinds share. Loaders add to `workspace` and `out`.
struct Loading {
  Workspace& workspace;
  Diagnostics& out;
  /// Names of definitions that were refused with a diagnostic: a reference to one is no second fault.
  std::set<std::string, std::less<>> broken_forms, broken_tables, broken_indicators;
  /// Indicators refused for their expressions alone; rules may still call them.
  std::vector<Indicator> half_known;
  std::set<Location> repeated_rows = {};  ///< reported already
  std::vector<Reference> references = {};
  /// Ids of plans, regulations and papers, which are one family: texts refer to them alike.
  std::map<std::string, Location> written_ids = {};
  /// Ids inside one file, by what bears them: «мероприятие», «показатель».
  std::map<std::tuple<const Document*, std::string, std::string>, Location> inner_ids = {};
  bool all_written_read = true;   ///< no file of plans, regulations and papers was left unread

  /// Whether the definition may have its `id`: false, and a diagnostic, where another has it.
  bool take_id(const Reader& definition, std::string_view what);
};

/// Names of one kind over shipped and own files: the first of a name in a layer is kept, a second is D301, and
/// what the workspace defines replaces what is shipped.
class Layered {
 public:
  /// The index at which the definition is to stand in the list of `size` definitions: an earlier one's to
  /// replace it, `size` to append; nothing for a duplicate, which was reported.
  std::optional<std::size_t> place(const std::string& name, const Checked& file, const Reader& definition,
                                   std::size_t size, std::string_view what);

 private:
  struct Known {
    std::size_t index;
    bool shipped;
    Location where;
  };
  std::map<std::string, Known> known_;
};

void load_tables(const CheckedFiles& files, Loading& loading);
void load_forms(const CheckedFiles& files, Loading& loading);
void load_indicators(const CheckedFiles& files, Loading& loading);
void load_listings(const CheckedFiles& files, Loading& loading);
void load_rules(const CheckedFiles& files, Loading& loading);
void load_layouts(const CheckedFiles& files, Loading& loading);
/// `layout:` of workspace.yaml: by which profiles its documents are set.
void load_layout_choice(const Checked& workspace_file, Loading& loading);
void load_register(const Checked& file, Loading& loading);
void load_workspace_file(const Checked& file, Loading& loading);
void load_history(const CheckedFiles& files, Loading& loading);
void load_issued(const Checked& file, Loading& loading);
void load_plans(const CheckedFiles& files, Loading& loading);
void load_regulations(const CheckedFiles& files, Loading& loading);
void load_papers(const CheckedFiles& files, Loading& loading);

/// After everything: references that cross kinds (who signs, which form a school owes).
void check_references(const Checked* workspace_file, const Checked* register_file, Loading& loading);
/// What plans, regulations and papers refer to: D306, D309, D331–D337, D339.
void check_written_references(const Checked* register_file, Loading& loading);
/// Formulas and indicators over indicators that need themselves: D307.
void check_cycles(Loading& loading);

/// Rows of a table that agree in columns by which one value is taken: D326.
void check_unique_rows(const ReferenceTable& table, const std::vector<std::string>& columns,
                       const std::vector<std::pair<std::string, std::string>>& fixed, Loading& loading);

std::vector<std::string> names_of_forms(const Workspace& workspace);
std::vector<std::string> names_of_fields(const Form& form);

}  // namespace svod::definitions
