#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace svod::language {

inline constexpr std::string_view default_hyphenation_dictionary = "/usr/share/hyphen/hyph_ru_RU.dic";

/// Where Russian words may break at the end of a line. Built once, shared by threads.
class Hyphenation {
 public:
  /// Null where the dictionary cannot be read or is not one of Russian in KOI8-R or UTF-8. `exceptions` are
  /// words with their only breaks marked by hyphens: «педа-гог»; without any, the word never breaks.
  static std::shared_ptr<const Hyphenation> load(
      const std::filesystem::path& dictionary = std::filesystem::path(default_hyphenation_dictionary),
      std::span<const std::string> exceptions = {});
  ~Hyphenation();
  Hyphenation(const Hyphenation&) = delete;
  Hyphenation& operator=(const Hyphenation&) = delete;

  /// Byte offsets in `word` before which a line may break, ascending. At least two letters and a vowel stay
  /// on each side. Signs around a word are passed over; the parts of «учебно-методический» are words by
  /// themselves. None for words with Latin letters or figures and for abbreviations (two capitals or more).
  std::vector<std::size_t> breaks(std::string_view word) const;

 private:
  struct Dictionary;
  explicit Hyphenation(std::unique_ptr<Dictionary> dictionary);
  void part(std::u32string_view letters, std::vector<std::size_t>& positions, std::size_t offset) const;
  std::unique_ptr<Dictionary> dictionary_;
  std::map<std::u32string, std::vector<std::size_t>, std::less<>> exceptions_;
};

}  // namespace svod::language
