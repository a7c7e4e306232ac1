#include "diagnostics/render.h"
#include "world.h"

using namespace world;

TEST_CASE("the shipped templates agree with the shipped definitions and the sample") {
  const std::filesystem::path root = SVOD_SOURCE_DIR;
  const definitions::Shipped shipped{root / "schemas", root / "templates"};
  const auto loaded = definitions::load(root / "inputs" / "kemerovo-2021", shipped, disk());
  INFO(render_text(loaded.diagnostics, false));
  REQUIRE(!loaded.product.documents.empty());
  const auto templates = compose::load_templates(loaded.product, shipped, disk());
  INFO(render_text(templates.diagnostics, false));
  CHECK(templates.diagnostics.empty());
  CHECK(templates.product.size() == loaded.product.documents.size());
}

TEST_CASE("every shipped template can be read, whatever a workspace asks for") {
  const std::filesystem::path root = SVOD_SOURCE_DIR;
  const definitions::Shipped shipped{root / "schemas", root / "templates"};
  auto loaded = definitions::load(root / "inputs" / "kemerovo-2021", shipped, disk());
  loaded.product.documents.clear();
  for (const std::string& file : disk().list(shipped.templates)) {
    if (!file.ends_with(".md") || file == "README.md") continue;
    definitions::DocumentOrder order;
    order.template_name = file.substr(0, file.size() - 3);
    order.name = order.template_name;
    if (order.template_name == "recommendation") order.each = "school in schools";
    if (order.template_name == "calendar_party") order.each = "party in parties";
    loaded.product.documents.push_back(order);
  }
  REQUIRE(loaded.product.documents.size() > 20);
  const auto templates = compose::load_templates(loaded.product, shipped, disk());
  // What is wrong is that this workspace has no plans and papers to name.
  for (const Diagnostic& one : templates.diagnostics) {
    INFO(one.message);
    CHECK(std::string(one.code->id) == "C116");
  }
}
