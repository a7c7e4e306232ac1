#pragma once

#include <string>
#include <string_view>

namespace svod {

/// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);
/// HMAC-SHA-256 of `text` under `key`, lower-case hexadecimal: the code that stands for a person's name.
std::string keyed_hash(std::string_view key, std::string_view text);

}  // namespace svod
