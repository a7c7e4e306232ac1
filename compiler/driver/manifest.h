#pragma once

#include <map>
#include <string>

#include "base/date.h"

namespace svod::driver {

/// What a build rests on and what it made, for `manifest.json`: path -> SHA-256.
struct Manifest {
  std::string workspace;
  Date as_of{};
  std::map<std::string, std::string> sources;
  std::map<std::string, std::string> products;
};

std::string write_manifest(const Manifest& manifest);
/// The products that a manifest lists; empty where the text is no manifest.
std::map<std::string, std::string> products_of(const std::string& text);

}  // namespace svod::driver
