#include "base/text.h"
#include "diagnostics/render.h"
#include "world.h"

using namespace world;

namespace {

/// The examples of the manual: what stands in fences marked «шаблон».
std::vector<std::string> examples(const std::string& manual) {
  std::vector<std::string> found;
  std::string fence, text;
  for (const std::string_view line : split(manual, '\n')) {
    if (fence.empty()) {
      const std::size_t ticks = line.find_first_not_of('`');
      if (ticks != std::string_view::npos && ticks >= 3 && line.substr(ticks) == "шаблон")
        fence = line.substr(0, ticks);
      continue;
    }
    if (line == fence) {
      found.push_back(std::move(text));
      text.clear();
      fence.clear();
      continue;
    }
    text += std::string(line) + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("every example of the manual of templates is a template that can be used") {
  const std::filesystem::path root = SVOD_SOURCE_DIR;
  const definitions::Shipped shipped{root / "schemas", root / "templates"};
  auto loaded = definitions::load(root / "inputs" / "kemerovo-2021", shipped, disk());
  FileError fault;
  MemoryFiles files;
  for (const std::string& name : disk().list(shipped.templates)) {
    files.add((shipped.templates / name).string(), disk().read(shipped.templates / name, fault).value_or(""));
  }
  const auto manual = disk().read(shipped.templates / "README.md", fault);
  REQUIRE(manual);
  std::vector<std::string> found = examples(*manual);
  REQUIRE(found.size() >= 9);
  loaded.product.documents.clear();
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string name = "example" + std::to_string(i + 1);
    const std::string text = found[i].starts_with("---") ? found[i] : "---\ntitle: Пример\n---\n" + found[i];
    files.add((loaded.product.folder / "templates" / (name + ".md")).string(), text);
    definitions::DocumentOrder order;
    order.name = order.template_name = name;
    loaded.product.documents.push_back(order);
  }
  const auto templates = compose::load_templates(loaded.product, shipped, files);
  INFO(render_text(templates.diagnostics, false));
  CHECK(templates.diagnostics.empty());
}
