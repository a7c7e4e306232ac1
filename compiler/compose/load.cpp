#include <algorithm>
#include <map>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/names.h"
#include "compose/page_reader.h"
#include "compose/parameters.h"
#include "compose/settings.h"

namespace svod::compose {
namespace {

using definitions::DocumentOrder;

class Loader {
 public:
  Loader(const definitions::Workspace& workspace, const definitions::Shipped& shipped, const Files& files)
      : workspace_(workspace), shipped_(shipped), files_(files), names_(template_names(workspace)) {}

  Outcome<Templates> load() {
    for (const DocumentOrder& order : workspace_.documents) {
      auto made = std::make_shared<Template>();
      if (!order.each.empty()) {
        auto clause = expression::compile_clause(order.each, order.defined_at, names_);
        out_.append(std::move(clause.diagnostics));
        made->each = clause.product;
        if (!made->each) continue;   // its variable would be unknown everywhere
      }
      if (made->each) {
        const expression::BoundNames names(names_, made->each->name, made->each->element);
        fill(order, *made, names);
      } else {
        fill(order, *made, names_);
      }
      result_.emplace(key_of(order), std::move(made));
    }
    return {std::move(result_), std::move(out_)};
  }

 private:
  void fill(const DocumentOrder& order, Template& made, const expression::Names& names) {
    made.name = name_pattern(order, names);
    made.page = page_of(order, names);
    if (made.page) check_parameters(order, *made.page, workspace_, out_);
  }

  /// The order's name has no tokens of ours: the language itself takes it apart.
  Wording name_pattern(const DocumentOrder& order, const expression::Names& names) {
    auto compiled = expression::compile_text(order.name, order.defined_at, names);
    out_.append(std::move(compiled.diagnostics));
    Wording wording;
    wording.at = order.defined_at;
    bool bad = trim(order.name).empty() || order.name.starts_with('/') || order.name.ends_with('/');
    for (expression::Text::Part& part : compiled.product.parts) {
      Slot slot;
      slot.tree = part.expression;
      slot.at = order.defined_at;
      slot.plain_digits = true;
      if (!part.expression && (part.literal.find("//") != std::string::npos || part.literal.find('\\') != std::string::npos)) bad = true;
      wording.parts.push_back({std::move(part.literal), std::move(slot)});
    }
    for (const std::string_view piece : split(order.name, '/')) bad = bad || trim(piece) == ".." || trim(piece) == ".";
    if (bad) {
      out_.error(codes::bad_name_pattern, order.defined_at, "имя документа «" + order.name + "» не годится для файла",
                 "папки отделяются одной косой чертой: Рекомендации/{{ school.short }}");
    }
    return wording;
  }

  /// A page for a template and the variable of its order; several orders may share it.
  std::shared_ptr<const Page> page_of(const DocumentOrder& order, const expression::Names& names) {
    const std::string key = order.template_name + "\n" + order.each;
    if (const auto found = pages_.find(key); found != pages_.end()) return found->second;
    std::shared_ptr<const Page>& page = pages_[key];
    const bool plain = order.template_name.find_first_of("/\\") == std::string::npos && !order.template_name.starts_with('.');
    const std::string file_name = order.template_name + ".md";
    const auto own = workspace_.folder / "templates" / file_name;
    const auto shipped = shipped_.templates / file_name;
    const bool is_own = plain && files_.exists(own);
    if (!plain || (!is_own && !files_.exists(shipped))) {
      out_.error(codes::unknown_template, order.defined_at, "шаблона «" + order.template_name + "» нет",
                 suggestion(order.template_name, known_templates()));
      return page;
    }
    const std::string shown = "templates/" + file_name;
    FileError fault;
    const auto bytes = files_.read(is_own ? own : shipped, fault, std::size_t{4} << 20);
    if (!bytes) {
      out_.error(codes::bad_text, Location::in_file(shown), "шаблон не прочитан: " + fault.reason,
                 "проверьте права на файл и его размер");
      return page;
    }
    page = read_page(order.template_name, shown, *bytes, names, out_);
    return page;
  }

  std::vector<std::string> known_templates() const {
    std::vector<std::string> names;
    for (const auto& folder : {workspace_.folder / "templates", shipped_.templates}) {
      for (const std::string& file : files_.list(folder)) {
        if (file.ends_with(".md") && file != "README.md") names.push_back(file.substr(0, file.size() - 3));
      }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  const definitions::Workspace& workspace_;
  const definitions::Shipped& shipped_;
  const Files& files_;
  const expression::NameTable names_;
  std::map<std::string, std::shared_ptr<const Page>> pages_;
  Templates result_;
  Diagnostics out_;
};

}  // namespace

std::string key_of(const DocumentOrder& order) { return order.name + "\n" + order.template_name + "\n" + order.each; }

Outcome<Templates> load_templates(const definitions::Workspace& workspace, const definitions::Shipped& shipped,
                                  const Files& files) {
  return Loader(workspace, shipped, files).load();
}

std::map<std::string, std::string> template_sources(const Templates& templates) {
  std::map<std::string, std::string> sources;
  for (const auto& [key, made] : templates) {
    if (made->page) sources[made->page->file] = made->page->sha256;
  }
  return sources;
}

}  // namespace svod::compose
