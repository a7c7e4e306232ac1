#include "driver/signed_text.h"

#include <algorithm>

#include "base/text.h"

namespace svod::driver {
namespace {

constexpr std::size_t kLongest = 4000;     ///< lines compared one with another
constexpr std::size_t kShown = 90;         ///< letters of a line in a message
constexpr std::size_t kBefore = 30;        ///< of them, before the first difference

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string around(const std::u32string& text, std::size_t at) {
  std::size_t from = at > kBefore ? at - kBefore : 0;
  const std::size_t space = from == 0 ? 0 : text.find(U' ', from);
  if (from > 0 && space != std::u32string::npos && space < at) from = space + 1;
  const std::u32string piece = text.substr(from, kShown);
  return (from > 0 ? "…" : "") + to_utf8(piece) + (from + kShown < text.size() ? "…" : "");
}

/// Lengths of the longest common subsequences of tails.
std::vector<std::vector<int>> common_tails(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    }
  }
  return length;
}

}  // namespace

std::vector<Difference> differences(const std::string& was, const std::string& is) {
  std::vector<std::string> a = lines_of(was), b = lines_of(is);
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  while (a.size() > head && b.size() > head && a.back() == b.back()) {
    a.pop_back();
    b.pop_back();
  }
  a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(head));
  b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(head));
  std::vector<Difference> found;
  if (a.empty() && b.empty()) return found;
  if (a.size() > kLongest || b.size() > kLongest) return {{head + 1, std::move(a), std::move(b)}};
  const auto length = common_tails(a, b);
  bool open = false;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      open = false;
      ++i, ++j;
      continue;
    }
    if (!open) found.push_back({head + i + 1, {}, {}});
    open = true;
    if (j >= b.size() || (i < a.size() && length[i + 1][j] >= length[i][j + 1])) {
      found.back().was.push_back(a[i++]);
    } else {
      found.back().is.push_back(b[j++]);
    }
  }
  return found;
}

std::string describe(const Difference& difference) {
  const auto line = [](const std::vector<std::string>& lines) {
    return lines.empty() ? std::u32string() : to_code_points(trim(lines.front()));
  };
  const std::u32string was = line(difference.was), is = line(difference.is);
  std::size_t same = 0;
  while (same < was.size() && same < is.size() && was[same] == is[same]) ++same;
  const auto more = [](const std::vector<std::string>& lines) {
    return lines.size() < 2 ? std::string() : " и ещё строк: " + std::to_string(lines.size() - 1);
  };
  if (difference.is.empty()) return "убрано: «" + around(was, 0) + "»" + more(difference.was);
  if (difference.was.empty()) return "добавлено: «" + around(is, 0) + "»" + more(difference.is);
  return "было: «" + around(was, same) + "»" + more(difference.was) + ", стало: «" + around(is, same) + "»" +
         more(difference.is);
}

}  // namespace svod::driver
