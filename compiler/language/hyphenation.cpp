#include "language/hyphenation.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/files.h"
#include "language/hyphen_patterns.h"
#include "language/letters.h"

namespace svod::language {
namespace {

constexpr std::size_t kLargest = 4 << 20;

bool breakable(std::u32string_view letters, std::size_t at) {
  return at >= 2 && at + 2 <= letters.size() && vowels(letters.substr(0, at)) > 0 &&
         vowels(letters.substr(at)) > 0 && !one_of(letters[at], U"ьъй");
}

}  // namespace

struct Hyphenation::Dictionary {
  HyphenDict* dictionary = nullptr;
  ~Dictionary() {
    if (dictionary != nullptr) hnj_hyphen_free(dictionary);
  }
};

Hyphenation::Hyphenation(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Hyphenation::~Hyphenation() = default;

std::shared_ptr<const Hyphenation> Hyphenation::load(const std::filesystem::path& path,
                                                     std::span<const std::string> exceptions) {
  FileError error;
  const auto bytes = disk().read(path, error, kLargest);
  if (!bytes) return nullptr;
  auto patterns = complete_patterns(*bytes);
  if (!patterns) return nullptr;
  auto held = std::make_unique<Dictionary>();
  std::FILE* memory = fmemopen(patterns->koi8.data(), patterns->koi8.size(), "r");
  if (memory == nullptr) return nullptr;
  held->dictionary = hnj_hyphen_load_file(memory);
  std::fclose(memory);
  if (held->dictionary == nullptr) return nullptr;
  std::shared_ptr<Hyphenation> result(new Hyphenation(std::move(held)));
  result->exceptions_ = std::move(patterns->exceptions);
  for (const std::string& exception : exceptions) {
    auto [word, positions] = marked_word(to_code_points(exception));
    result->exceptions_.insert_or_assign(std::move(word), std::move(positions));
  }
  return result;
}

// `letters` are small Cyrillic letters; positions are counted in letters from `offset`.
void Hyphenation::part(std::u32string_view letters, std::vector<std::size_t>& positions, std::size_t offset) const {
  if (const auto found = exceptions_.find(letters); found != exceptions_.end()) {
    for (const std::size_t at : found->second) positions.push_back(offset + at);
    return;
  }
  if (letters.size() < 4) return;
  std::string encoded;
  for (const char32_t c : letters) encoded += koi8_of(c);
  std::string marks(encoded.size() + 5, '\0');
  char** replacement = nullptr;
  int* place = nullptr;
  int* cut = nullptr;
  const int size = static_cast<int>(encoded.size());
  const int failed = hnj_hyphen_hyphenate2(dictionary_->dictionary, encoded.data(), size, marks.data(), nullptr,
                                           &replacement, &place, &cut);
  if (replacement != nullptr) {
    for (int i = 0; i < size; ++i) std::free(replacement[i]);
    std::free(replacement);
  }
  std::free(place);
  std::free(cut);
  if (failed != 0) return;
  for (std::size_t at = 1; at < letters.size(); ++at) {
    if ((marks[at - 1] & 1) != 0 && breakable(letters, at)) positions.push_back(offset + at);
  }
}

std::vector<std::size_t> Hyphenation::breaks(std::string_view word) const {
  const std::u32string letters = to_code_points(word);
  std::size_t capitals = 0;
  for (const char32_t c : letters) {
    if (is_digit(c) || (is_letter(c) && !is_cyrillic(c))) return {};
    capitals += is_upper(c) ? 1 : 0;
  }
  // «ФГБНУ», «УВР», «СанПиН»; but «Римский-Корсаков» has a capital in each part.
  const auto hyphens = static_cast<std::size_t>(std::count(letters.begin(), letters.end(), U'-'));
  if (capitals >= 2 && capitals > hyphens + 1) return {};
  std::vector<std::size_t> positions;
  std::size_t begin = 0;
  while (begin < letters.size()) {
    if (!is_cyrillic(letters[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < letters.size() && is_cyrillic(letters[end])) ++end;
    const std::u32string_view run = std::u32string_view(letters).substr(begin, end - begin);
    if (!all_capitals(run)) part(lowered(run), positions, begin);
    begin = end;
  }
  std::vector<std::size_t> offsets;
  std::size_t letter = 0;
  std::size_t byte = 0;
  for (const std::size_t position : positions) {
    for (; letter < position; ++letter) next_code_point(word, byte);
    offsets.push_back(byte);
  }
  return offsets;
}

}  // namespace svod::language
