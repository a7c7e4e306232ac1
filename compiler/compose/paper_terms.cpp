#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "compose/paper_items.h"
#include "language/dates.h"
#include "language/words.h"

namespace svod::compose {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// «01.03.2021 года» -> «1 марта 2021 г.»; what is no date of the calendar stays.
std::string with_long_dates(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const bool starts = is_digit(text[i]) && (i == 0 || (!is_digit(text[i - 1]) && text[i - 1] != '.'));
    const std::string_view here = starts ? text.substr(i, 10) : std::string_view();
    const bool shaped = here.size() == 10 && here[2] == '.' && here[5] == '.' &&
                        std::all_of(here.begin(), here.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
                        (i + 10 >= text.size() || !is_digit(text[i + 10]));
    const auto date = shaped ? parse_iso_date(std::string(here.substr(6)) + "-" + std::string(here.substr(3, 2)) + "-" +
                                              std::string(here.substr(0, 2)))
                             : std::nullopt;
    if (!date) {
      result += text[i++];
      continue;
    }
    result += language::long_date(*date);
    i += 10;
    for (const std::string_view year : {" года", " г.", "г."}) {
      if (!text.substr(i).starts_with(year)) continue;
      i += year.size();
      break;
    }
  }
  return result;
}

/// «20 июня 2022 года» -> «20 июня 2022 г.»: a paper writes its terms one way. «2022 года» without a day stays.
std::string with_short_years(const std::string& text) {
  std::string result;
  std::vector<std::string_view> words;   // before the one that is read
  for (std::string_view word : split(text, ' ')) {
    std::string end;
    std::string_view bare = word;
    while (!bare.empty() && (bare.back() == ',' || bare.back() == ';' || bare.back() == ')')) {
      end.insert(end.begin(), bare.back());
      bare.remove_suffix(1);
    }
    const bool year = bare == "года" || bare == "год" || bare == "г" || bare == "г.";
    const std::size_t n = words.size();
    const bool after_date = year && n >= 3 && words[n - 1].size() == 4 &&
                            std::all_of(words[n - 1].begin(), words[n - 1].end(), is_digit) &&
                            language::month_of_name(words[n - 2]) != 0 && is_digit(words[n - 3].back());
    if (!result.empty()) result += ' ';
    result += after_date ? "г." + end : std::string(word);
    words.push_back(word);
  }
  return result;
}

constexpr std::array<std::string_view, 22> kSelfContained{
    "в ",    "во ", "к ",       "ко ",      "с ",       "со ",   "по ", "при ",     "после ",     "на ",  "за ",
    "через", "еже", "постоянн", "регулярн", "один раз", "раз в", "не ", "немедлен", "незамедлит", "срок", "систематич"};

}  // namespace

std::string term_words(const std::vector<definitions::Written>& terms) {
  std::vector<std::string> parts;
  for (const definitions::Written& term : terms) {
    if (!term.empty()) parts.push_back(with_long_dates(with_short_years(squeeze(term.text))));
  }
  return join(parts, ", ");
}

std::string term_phrase(const std::vector<definitions::Written>& terms) {
  std::string text = language::uncapitalised(term_words(terms));
  while (text.ends_with(';') || text.ends_with(',')) text.pop_back();
  if (text.empty()) return text;
  if (text.starts_with("до ")) return "в срок " + text;
  const bool fits = std::any_of(kSelfContained.begin(), kSelfContained.end(),
                                [&](std::string_view start) { return text.starts_with(start); });
  return fits ? text : "(срок – " + text + ")";
}

}  // namespace svod::compose
