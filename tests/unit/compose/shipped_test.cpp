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
