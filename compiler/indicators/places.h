#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indicators/place.h"

namespace svod::indicators {

/// The most dimensions that an indicator may have: values exist for every set of them.
inline constexpr std::size_t kMostDimensions = 8;

/// The places where one indicator has values, as compact keys: one interned value for each dimension, `any`
/// where it is summed over. Positions count from nought in the order of adding.
class Places {
 public:
  using Key = std::u32string;
  static constexpr char32_t any = 0;

  Places() = default;
  /// `with_municipality`: a school stands in its municipality, which is a dimension beside `by` that no
  /// place names together with the school.
  Places(std::vector<std::string> by, bool with_municipality);

  const std::vector<std::string>& dimensions() const { return dimensions_; }
  std::optional<std::size_t> dimension(std::string_view name) const;
  bool with_municipality() const { return with_municipality_; }

  /// Values sort in the order in which they were interned first.
  char32_t intern(std::size_t dimension, std::string_view value);
  std::optional<char32_t> find(std::size_t dimension, std::string_view value) const;

  /// Every set of dimensions that a place may name, as `true` for each one named. A year is always named.
  const std::vector<std::vector<bool>>& shapes() const { return shapes_; }
  /// The key with the dimensions of `shape` alone.
  static Key narrowed(const Key& key, const std::vector<bool>& shape);

  std::size_t add(const Key& key);
  std::optional<std::size_t> position(const Key& key) const;
  std::size_t size() const { return positions_.size(); }
  /// Every key that was added: fewer dimensions first, then by values.
  std::vector<Key> in_order() const;

  Place place(const Key& key) const;
  /// The key of a place all of whose dimensions exist here; nothing where a value does not occur.
  std::optional<Key> key(const Place& place) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Values {
    std::vector<std::string> texts;
    std::unordered_map<std::string, char32_t, TextHash, std::equal_to<>> ids;
  };

  std::vector<std::string> dimensions_;
  bool with_municipality_ = false;
  std::vector<Values> values_;
  std::vector<std::vector<bool>> shapes_;
  std::unordered_map<Key, std::size_t> positions_;
};

}  // namespace svod::indicators
