#include "definitions/form.h"

#include <algorithm>

namespace svod::definitions {
namespace {

struct Band {
  int first = 0;
  int last = 0;
};

std::vector<Band> bands(const Banding& banding, std::optional<int> minimum) {
  std::vector<int> starts{banding.from};
  const int least = minimum.value_or(banding.from);
  if (least > banding.from && least <= banding.to) starts.push_back(least);
  for (const int edge : banding.edges) {
    if (edge > starts.back() && edge > least && edge <= banding.to) starts.push_back(edge);
  }
  std::vector<Band> result;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    result.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : banding.to});
  }
  return result;
}

std::string label(const Band& band) {
  const std::string first = std::to_string(band.first);
  return band.first == band.last ? first : first + "–" + std::to_string(band.last);
}

}  // namespace

std::vector<std::string> band_labels(const Banding& banding, std::optional<int> minimum) {
  std::vector<std::string> labels;
  for (const Band& band : bands(banding, minimum)) labels.push_back(label(band));
  return labels;
}

std::string band_of(const Banding& banding, std::optional<int> minimum, const Number& value) {
  if (value < Number(banding.from) || value > Number(banding.to)) return {};
  const auto all = bands(banding, minimum);
  const auto above = std::find_if(all.begin(), all.end(), [&](const Band& band) { return value < Number(band.first); });
  return label(*std::prev(above));
}

}  // namespace svod::definitions
