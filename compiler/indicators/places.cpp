#include "indicators/places.h"

#include <algorithm>

namespace svod::indicators {

Places::Places(std::vector<std::string> by, bool with_municipality)
    : dimensions_(std::move(by)), with_municipality_(with_municipality) {
  if (with_municipality_) {
    std::erase(dimensions_, kMunicipality);
    dimensions_.emplace_back(kMunicipality);
  }
  values_.resize(dimensions_.size());

  const std::size_t free = dimensions_.size() - (with_municipality_ ? 1 : 0);
  const auto year = dimension(kYear);
  const auto school = dimension(kSchool);
  for (std::size_t mask = 0; mask < std::size_t{1} << free; ++mask) {
    std::vector<bool> shape(dimensions_.size(), false);
    for (std::size_t d = 0; d < free; ++d) shape[d] = (mask >> d & 1) != 0;
    if (year && !shape[*year]) continue;
    shapes_.push_back(shape);
    if (with_municipality_ && !(school && shape[*school])) {
      shape.back() = true;
      shapes_.push_back(shape);
    }
  }
}

std::optional<std::size_t> Places::dimension(std::string_view name) const {
  const auto found = std::find(dimensions_.begin(), dimensions_.end(), name);
  if (found == dimensions_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - dimensions_.begin());
}

char32_t Places::intern(std::size_t dimension, std::string_view value) {
  Values& values = values_[dimension];
  if (const auto found = values.ids.find(value); found != values.ids.end()) return found->second;
  values.texts.emplace_back(value);
  const auto id = static_cast<char32_t>(values.texts.size());
  values.ids.emplace(value, id);
  return id;
}

std::optional<char32_t> Places::find(std::size_t dimension, std::string_view value) const {
  const Values& values = values_[dimension];
  const auto found = values.ids.find(value);
  if (found == values.ids.end()) return std::nullopt;
  return found->second;
}

Places::Key Places::narrowed(const Key& key, const std::vector<bool>& shape) {
  Key result = key;
  for (std::size_t d = 0; d < result.size(); ++d) {
    if (!shape[d]) result[d] = any;
  }
  return result;
}

std::size_t Places::add(const Key& key) { return positions_.try_emplace(key, positions_.size()).first->second; }

std::optional<std::size_t> Places::position(const Key& key) const {
  const auto found = positions_.find(key);
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

std::vector<Places::Key> Places::in_order() const {
  std::vector<Key> keys;
  keys.reserve(positions_.size());
  for (const auto& [key, position] : positions_) keys.push_back(key);
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    const auto open_a = std::count(a.begin(), a.end(), any);
    const auto open_b = std::count(b.begin(), b.end(), any);
    if (open_a != open_b) return open_a > open_b;
    for (std::size_t d = 0; d < a.size(); ++d) {
      if ((a[d] == any) != (b[d] == any)) return b[d] == any;
    }
    return a < b;
  });
  return keys;
}

Place Places::place(const Key& key) const {
  Place result;
  for (std::size_t d = 0; d < key.size(); ++d) {
    if (key[d] != any) result[dimensions_[d]] = values_[d].texts[key[d] - 1];
  }
  return result;
}

std::optional<Places::Key> Places::key(const Place& place) const {
  Key key(dimensions_.size(), any);
  for (const auto& [name, value] : place) {
    const auto d = dimension(name);
    if (!d) return std::nullopt;
    const auto id = find(*d, value);
    if (!id) return std::nullopt;
    key[*d] = *id;
  }
  return key;
}

}  // namespace svod::indicators
