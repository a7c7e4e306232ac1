#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"
#include "definitions/table_source.h"
#include "definitions/yaml.h"

namespace svod::definitions {
namespace {

namespace fs = std::filesystem;

/// A table of definitions larger than this is refused before it is opened.
constexpr std::size_t kLargestTable = std::size_t{64} << 20;

/// Reads files of definitions and checks each against the schema of its kind.
class Sources {
 public:
  Sources(const fs::path& folder, const Shipped& shipped, const Files& files, Outcome<Workspace>& outcome)
      : folder_(folder), shipped_(shipped), files_(files), outcome_(outcome) {}

  /// Every definition of a kind, shipped ones first; `room` is the folder.
  CheckedFiles all(const std::string& kind, const std::string& room, bool tables) {
    CheckedFiles found;
    for (const std::string& name : files_.list(shipped_.schemas / room)) {
      add(found, kind, shipped_.schemas / room / name, "schemas/" + room + "/" + name, true, tables);
    }
    for (const std::string& name : folder_.empty() ? std::vector<std::string>{} : files_.list(folder_ / room)) {
      add(found, kind, folder_ / room / name, room + "/" + name, false, tables);
    }
    return found;
  }

  /// Every plan, regulation or paper of the workspace: nothing of the kind is shipped. Workbooks of `plans/` are
  /// read by the room of plans; here they are recorded as sources.
  CheckedFiles own(const std::string& kind, const std::string& room, bool& all_read) {
    CheckedFiles found;
    for (const std::string& name : files_.list(folder_ / room)) {
      const std::string shown = room + "/" + name;
      if (room == "plans" && lower(fs::path(name).extension().string()) == ".xlsx") {
        FileError fault;
        if (const auto bytes = files_.read(folder_ / room / name, fault, kLargestTable)) {
          outcome_.product.sources[shown] = sha256(*bytes);
        }
      } else {
        const std::size_t before = found.size();
        add(found, kind, folder_ / room / name, shown, false, false);
        all_read = all_read && found.size() > before;
      }
    }
    return found;
  }

  /// One file of the workspace; null where it is not there or has no tree.
  std::unique_ptr<Checked> one(const std::string& kind, const std::string& name) {
    CheckedFiles found;
    if (files_.exists(folder_ / name)) add(found, kind, folder_ / name, name, false, kind == "register");
    return found.empty() ? nullptr : std::move(found.front());
  }

 private:
  void add(CheckedFiles& found, const std::string& kind, const fs::path& path, const std::string& shown, bool shipped,
           bool tables) {
    const std::string extension = lower(path.extension().string());
    const bool is_yaml = extension == ".yaml" || extension == ".yml";
    const bool is_table = tables && (extension == ".xlsx" || extension == ".csv");
    if (!is_yaml && !is_table) {
      if (extension == ".md") return;
      outcome_.diagnostics.warning(codes::stray_file, Location::in_file(shown),
                                   "файл лежит среди описаний, но не прочитан",
                                   tables ? "здесь читаются файлы yaml, xlsx и csv" : "здесь читаются файлы yaml");
      return;
    }
    FileError fault;
    const auto bytes = files_.read(path, fault, is_table ? kLargestTable : YamlBudgets{}.bytes);
    if (!bytes) {
      outcome_.diagnostics.error(codes::unreadable, Location::in_file(shown), "файл не прочитан: " + fault.reason);
      return;
    }
    outcome_.product.sources[shown] = sha256(*bytes);
    const Schema* schema = schema_of(kind);
    if (!schema) return;
    std::optional<Document> document = is_yaml ? read_yaml(*bytes, shown, outcome_.diagnostics)
                                               : table(kind, *bytes, shown, *schema);
    if (!document) return;
    auto checked = std::make_unique<Checked>();
    checked->document = std::move(*document);
    checked->shipped = shipped;
    checked->faulty = schema->check(checked->document, outcome_.diagnostics);
    if (checked->document.root.kind == Node::Kind::map) found.push_back(std::move(checked));
  }

  std::optional<Document> table(const std::string& kind, const std::string& bytes, const std::string& shown,
                                const Schema& schema) {
    if (kind == "register") return read_register_table(bytes, shown, schema, outcome_.diagnostics);
    if (kind == "history") return read_history_table(bytes, shown, schema, outcome_.diagnostics);
    return read_reference_table(bytes, shown, outcome_.diagnostics);
  }

  const Schema* schema_of(const std::string& kind) {
    const auto [known, is_new] = schemas_.try_emplace(kind);
    if (is_new) {
      const std::string shown = "schemas/json/" + kind + ".schema.json";
      FileError fault;
      if (const auto json = files_.read(shipped_.schemas / "json" / (kind + ".schema.json"), fault, YamlBudgets{}.bytes)) {
        known->second = Schema::read(*json, shown, outcome_.diagnostics);
      } else {
        outcome_.diagnostics.error(codes::broken_schema, Location::in_file(shown), "схема не прочитана: " + fault.reason,
                                   "установите svod заново");
      }
    }
    return known->second ? &*known->second : nullptr;
  }

  const fs::path& folder_;
  const Shipped& shipped_;
  const Files& files_;
  Outcome<Workspace>& outcome_;
  std::map<std::string, std::optional<Schema>> schemas_;
};

constexpr std::array<std::string_view, 3> kRegisters{"register.yaml", "register.yml", "register.xlsx"};

std::unique_ptr<Checked> read_register(Sources& sources, const fs::path& folder, const Files& files, Diagnostics& out) {
  std::vector<std::string> names;
  for (const std::string_view name : kRegisters) {
    if (files.exists(folder / name)) names.emplace_back(name);
  }
  if (names.empty()) {
    out.error(codes::no_register, Location::in_file("register.yaml"), "в рабочей папке нет реестра школ",
              "создайте register.yaml или register.xlsx");
    return nullptr;
  }
  if (names.size() > 1) {
    out.error(codes::two_registers, Location::in_file(names[1]), "в рабочей папке два реестра: " + join(names, " и "),
              "оставьте один; прочитан " + names[0]);
  }
  return sources.one("register", names.front());
}

}  // namespace

Outcome<Workspace> load(const std::filesystem::path& folder, const Shipped& shipped, const Files& files) {
  Outcome<Workspace> outcome;
  Workspace& workspace = outcome.product;
  workspace.folder = folder;
  Sources sources(folder, shipped, files, outcome);
  if (!files.exists(folder / "workspace.yaml")) {
    outcome.diagnostics.error(codes::no_workspace, Location::in_file("workspace.yaml"),
                              "в папке «" + folder.generic_string() + "» нет файла workspace.yaml",
                              "проверьте путь или создайте рабочую папку: svod new ПАПКА");
    return outcome;
  }
  const auto workspace_file = sources.one("workspace", "workspace.yaml");
  const auto register_file = read_register(sources, folder, files, outcome.diagnostics);
  const CheckedFiles tables = sources.all("reference", "reference", true);
  const CheckedFiles forms = sources.all("form", "forms", false);
  const CheckedFiles indicators = sources.all("indicators", "indicators", false);
  const CheckedFiles rules = sources.all("rules", "rules", false);
  const CheckedFiles layouts = sources.all("layout", "layout", false);
  const CheckedFiles history = sources.all("history", "history", true);
  const auto issued = sources.one("issued", "issued.yaml");
  bool all_read = true;
  const CheckedFiles plans = sources.own("plan", "plans", all_read);
  const CheckedFiles regulations = sources.own("regulation", "regulations", all_read);
  const CheckedFiles papers = sources.own("paper", "papers", all_read);

  Loading loading{workspace, outcome.diagnostics, {}, {}, {}, {}, {}};
  load_tables(tables, loading);
  load_forms(forms, loading);
  load_indicators(indicators, loading);
  load_listings(indicators, loading);
  load_rules(rules, loading);
  load_layouts(layouts, loading);
  if (workspace_file) load_workspace_file(*workspace_file, loading);
  if (workspace_file) load_layout_choice(*workspace_file, loading);
  if (register_file) load_register(*register_file, loading);
  check_references(workspace_file.get(), register_file.get(), loading);
  load_history(history, loading);
  if (issued) load_issued(*issued, loading);
  loading.all_written_read = all_read;
  load_plans(plans, loading);
  load_regulations(regulations, loading);
  load_papers(papers, loading);
  check_written_references(register_file.get(), loading);
  for (const std::string& path : files.list(folder / "submissions")) {
    workspace.submissions.push_back("submissions/" + path);
  }
  return outcome;
}

Outcome<std::vector<LayoutProfile>> shipped_layouts(const Shipped& shipped, const Files& files) {
  Outcome<Workspace> outcome;
  const fs::path no_workspace;
  Sources sources(no_workspace, shipped, files, outcome);
  const CheckedFiles layouts = sources.all("layout", "layout", false);
  Loading loading{outcome.product, outcome.diagnostics, {}, {}, {}, {}, {}};
  load_layouts(layouts, loading);
  return {std::move(outcome.product.layouts), std::move(outcome.diagnostics)};
}

}  // namespace svod::definitions
