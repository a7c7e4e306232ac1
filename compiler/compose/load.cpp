#include <algorithm>
#include <map>

#include "base/text.h"
#include "compose/block_reader.h"
#include "compose/codes.h"
#include "compose/names.h"
#include "compose/page_reader.h"
#include "compose/parameters.h"
#include "compose/settings.h"

namespace svod::compose {
namespace {

using definitions::DocumentOrder;

constexpr std::size_t kDeepestInclude = 8;

class Loader final : public PageSource {
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
        if (!made->each) continue;  // its variable would be unknown everywhere
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
      if (!part.expression &&
          (part.literal.find("//") != std::string::npos || part.literal.find('\\') != std::string::npos))
        bad = true;
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
    names_now_ = &names;
    each_now_ = order.each;
    return page_of(order.template_name, order.defined_at, out_);
  }

  /// A page that cannot be found is a fault of the place that names it; what is wrong in it is its own.
  std::shared_ptr<const Page> page_of(const std::string& name, const Location& at, Diagnostics& out) {
    const bool plain = name.find_first_of("/\\") == std::string::npos && !name.starts_with('.');
    const std::string file_name = name + ".md";
    const auto own = workspace_.folder / "templates" / file_name;
    const auto shipped = shipped_.templates / file_name;
    const bool is_own = plain && files_.exists(own);
    if (!plain || (!is_own && !files_.exists(shipped))) {
      out.error(codes::unknown_template, at, "шаблона «" + name + "» нет", suggestion(name, known_templates()));
      return nullptr;
    }
    const std::string key = name + "\n" + each_now_;
    if (const auto found = pages_.find(key); found != pages_.end()) return found->second;
    std::shared_ptr<const Page>& page = pages_[key];
    const std::string shown = "templates/" + file_name;
    FileError fault;
    const auto bytes = files_.read(is_own ? own : shipped, fault, std::size_t{4} << 20);
    if (!bytes) {
      out_.error(codes::bad_text, Location::in_file(shown), "шаблон не прочитан: " + fault.reason,
                 "проверьте права на файл и его размер");
      return page;
    }
    reading_.push_back(name);
    page = read_page(name, shown, *bytes, *names_now_, *this, out_);
    reading_.pop_back();
    return page;
  }

  std::shared_ptr<const Page> included(const std::string& name, const Location& at, Diagnostics& out) override {
    std::string chain;
    for (const std::string& one : reading_) chain += one + " → ";
    const bool cycle = std::find(reading_.begin(), reading_.end(), name) != reading_.end();
    if (cycle || reading_.size() >= kDeepestInclude) {
      out.error(codes::include_cycle, at,
                cycle ? "шаблон вставляет сам себя: " + chain + name : "шаблоны вложены глубже восьми: " + chain + name,
                "уберите этот блок include");
      return nullptr;
    }
    return page_of(name, at, out);
  }

  std::vector<std::string> profiles() const override {
    if (workspace_.layouts.empty()) return {"official", "report"};
    std::vector<std::string> names;
    for (const definitions::LayoutProfile& one : workspace_.layouts) names.push_back(one.name);
    return names;
  }

  bool is_report(const std::string& profile) const override {
    const auto house = workspace_.layout_instead.find(profile);
    const definitions::LayoutProfile* found =
        workspace_.layout(house == workspace_.layout_instead.end() ? profile : house->second);
    return found == nullptr ? profile == "report" : found->is("report");
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
  std::vector<std::string> reading_;              ///< templates that are being read, each included by the one before
  const expression::Names* names_now_ = nullptr;  ///< of the order whose templates are read
  std::string each_now_;
  Templates result_;
  Diagnostics out_;
};

}  // namespace

namespace {

void add_source(const Page& page, std::map<std::string, std::string>& sources) {
  sources[page.file] = page.sha256;
  for (const auto& inner : page.includes) add_source(*inner, sources);
}

}  // namespace

std::string key_of(const DocumentOrder& order) { return order.name + "\n" + order.template_name + "\n" + order.each; }

Outcome<Templates> load_templates(const definitions::Workspace& workspace, const definitions::Shipped& shipped,
                                  const Files& files) {
  return Loader(workspace, shipped, files).load();
}

std::map<std::string, std::string> template_sources(const Templates& templates) {
  std::map<std::string, std::string> sources;
  for (const auto& [key, made] : templates) {
    if (made->page) add_source(*made->page, sources);
  }
  return sources;
}

}  // namespace svod::compose
