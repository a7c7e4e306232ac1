#include <algorithm>
#include <map>
#include <vector>

#include "workbook/csv.h"

namespace svod::workbook {
namespace {

constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::size_t kSampleRecords = 500;

/// How a character separates the records of the sample.
struct Candidate {
  char character = ';';
  std::vector<std::size_t> counts;  // per record that is not blank
  std::vector<std::size_t> plain;   // the same without those between two digits

  /// Records that have the usual number of them; half as much for those that have another number.
  double score(const std::vector<std::size_t>& of) const {
    std::map<std::size_t, std::size_t> tally;
    std::size_t some = 0, most = 0;
    for (const std::size_t count : of) {
      if (count == 0) continue;
      ++some;
      most = std::max(most, ++tally[count]);
    }
    return static_cast<double>(most) + static_cast<double>(some - most) / 2;
  }
  double score() const { return score(counts); }
  double plain_score() const { return score(plain); }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Candidate measure(std::string_view sample, bool whole, char character) {
  Candidate candidate{character, {}, {}};
  CsvFields fields(sample, character);
  std::size_t count = 0, plain = 0;
  bool blank = true;
  bool continues = false;  // a delimiter stands before this field
  while (!fields.at_end() && candidate.counts.size() < kSampleRecords) {
    const CsvFields::Field field = fields.next();
    if (continues) {
      ++count;
      const bool between = field.at > 1 && is_digit(sample[field.at - 2]) && is_digit(sample[field.at]);
      if (!between) ++plain;
    }
    continues = !field.ends_record;
    blank = blank && field.text.empty();
    if (!field.ends_record) continue;
    if (fields.at_end() && sample.back() == character) {
      ++count;
      ++plain;
    }
    // The last record of a cut sample is not whole, unless it is the only one.
    if (fields.at_end() && !whole && !candidate.counts.empty()) break;
    if (!blank || count > 0) {
      candidate.counts.push_back(count);
      candidate.plain.push_back(plain);
    }
    count = plain = 0;
    blank = true;
  }
  return candidate;
}

/// Only commas separate anything: are they decimal signs of a single column?
Delimiter judge_commas(const Candidate& comma) {
  const bool all_between_digits = std::all_of(comma.plain.begin(), comma.plain.end(), [](auto n) { return n == 0; });
  const auto [least, most] = std::minmax_element(comma.counts.begin(), comma.counts.end());
  if (!all_between_digits || *most > 1) return {',', false};
  if (*least == 0) return {';', false};
  return {',', true};
}

}  // namespace

Delimiter detect_delimiter(std::string_view text) {
  const bool whole = text.size() <= kSampleBytes;
  const std::string_view sample = text.substr(0, kSampleBytes);
  const Candidate semicolon = measure(sample, whole, ';');
  const Candidate tab = measure(sample, whole, '\t');
  const Candidate comma = measure(sample, whole, ',');
  const Candidate& other = tab.score() > semicolon.score() ? tab : semicolon;
  const double half = static_cast<double>(other.counts.size()) / 2;
  if (other.score() >= half && other.score() > 0) {
    return {comma.plain_score() > other.score() ? ',' : other.character, false};
  }
  if (comma.score() > other.score()) return judge_commas(comma);
  return {other.character, false};
}

}  // namespace svod::workbook
