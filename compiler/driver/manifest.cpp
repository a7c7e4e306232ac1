#include "driver/manifest.h"

#include <nlohmann/json.hpp>

#include "driver/version.h"

namespace svod::driver {

std::string write_manifest(const Manifest& manifest) {
  const auto list = [](const std::map<std::string, std::string>& files) {
    auto result = nlohmann::ordered_json::array();
    for (const auto& [path, hash] : files) result.push_back({{"path", path}, {"sha256", hash}});
    return result;
  };
  const nlohmann::ordered_json json{{"svod", kVersion},
                                    {"workspace", manifest.workspace},
                                    {"as_of", iso(manifest.as_of)},
                                    {"sources", list(manifest.sources)},
                                    {"products", list(manifest.products)}};
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::map<std::string, std::string> products_of(const std::string& text) {
  std::map<std::string, std::string> result;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("products") || !json["products"].is_array()) return result;
  for (const auto& product : json["products"]) {
    if (product.is_object() && product.contains("path") && product.contains("sha256") &&
        product["path"].is_string() && product["sha256"].is_string()) {
      result[product["path"].get<std::string>()] = product["sha256"].get<std::string>();
    }
  }
  return result;
}

}  // namespace svod::driver
