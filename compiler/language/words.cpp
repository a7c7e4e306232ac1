#include "language/words.h"

#include <array>

#include "base/text.h"
#include "language/letters.h"
#include "language/plural.h"

namespace svod::language {
namespace {

using Pair = std::array<std::string_view, 2>;  // nominative, genitive

constexpr std::array<Pair, 20> kBelowTwenty{{
    {"ноль", "ноля"}, {"один", "одного"}, {"два", "двух"}, {"три", "трёх"}, {"четыре", "четырёх"},
    {"пять", "пяти"}, {"шесть", "шести"}, {"семь", "семи"}, {"восемь", "восьми"}, {"девять", "девяти"},
    {"десять", "десяти"}, {"одиннадцать", "одиннадцати"}, {"двенадцать", "двенадцати"},
    {"тринадцать", "тринадцати"}, {"четырнадцать", "четырнадцати"}, {"пятнадцать", "пятнадцати"},
    {"шестнадцать", "шестнадцати"}, {"семнадцать", "семнадцати"}, {"восемнадцать", "восемнадцати"},
    {"девятнадцать", "девятнадцати"},
}};

constexpr std::array<Pair, 10> kTens{{
    {"", ""}, {"", ""}, {"двадцать", "двадцати"}, {"тридцать", "тридцати"}, {"сорок", "сорока"},
    {"пятьдесят", "пятидесяти"}, {"шестьдесят", "шестидесяти"}, {"семьдесят", "семидесяти"},
    {"восемьдесят", "восьмидесяти"}, {"девяносто", "девяноста"},
}};

constexpr std::array<Pair, 10> kHundreds{{
    {"", ""}, {"сто", "ста"}, {"двести", "двухсот"}, {"триста", "трёхсот"}, {"четыреста", "четырёхсот"},
    {"пятьсот", "пятисот"}, {"шестьсот", "шестисот"}, {"семьсот", "семисот"}, {"восемьсот", "восьмисот"},
    {"девятьсот", "девятисот"},
}};

void add_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

void below_thousand(std::string& text, std::int64_t n, Gender gender, std::size_t form) {
  if (n >= 100) add_word(text, kHundreds[static_cast<std::size_t>(n / 100)][form]);
  n %= 100;
  if (n >= 20) {
    add_word(text, kTens[static_cast<std::size_t>(n / 10)][form]);
    n %= 10;
  }
  if (n == 0) return;
  if (n == 1 && gender == Gender::feminine) return add_word(text, form == 0 ? "одна" : "одной");
  if (n == 1 && gender == Gender::neuter) return add_word(text, form == 0 ? "одно" : "одного");
  if (n == 2 && gender == Gender::feminine && form == 0) return add_word(text, "две");
  add_word(text, kBelowTwenty[static_cast<std::size_t>(n)][form]);
}

std::string change_first_letter(std::string_view text, char32_t (*change)(char32_t)) {
  std::u32string letters = to_code_points(text);
  for (char32_t& c : letters) {
    if (is_letter(c)) {
      c = change(c);
      break;
    }
    if (c >= '0' && c <= '9') break;
  }
  return to_utf8(letters);
}

bool is_consonant(char32_t c) { return is_letter(c) && c >= 0x400 && !is_vowel(c); }

}  // namespace

std::string cardinal(std::int64_t n, Gender gender, Case grammatical_case) {
  if (n < 0 || n > 999'999) return {};
  const std::size_t form = grammatical_case == Case::genitive ? 1 : 0;
  if (n == 0) return std::string(kBelowTwenty[0][form]);
  std::string text;
  if (n >= 1000) {
    below_thousand(text, n / 1000, Gender::feminine, form);
    add_word(text, form == 0 ? plural(n / 1000, "тысяча", "тысячи", "тысяч")
                             : plural(n / 1000, "тысячи", "тысяч", "тысяч"));
  }
  below_thousand(text, n % 1000, gender, form);
  return text;
}

std::string listed(std::span<const std::string> parts, std::string_view conjunction) {
  // «химия и информатика и ИКТ» would read as three: a part with the conjunction in it wants commas alone.
  const std::string joint = " " + std::string(conjunction) + " ";
  bool by_commas = false;
  for (const std::string& part : parts) by_commas = by_commas || part.find(joint) != std::string::npos;
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += i + 1 < parts.size() || by_commas ? std::string(", ") : joint;
    result += parts[i];
  }
  return result;
}

std::string capitalised(std::string_view text) { return change_first_letter(text, to_upper); }
std::string uncapitalised(std::string_view text) {
  // «IV квартал» begins with a number.
  const std::size_t end = std::min(text.find_first_not_of("IVXLC"), text.size());
  const std::u32string after = to_code_points(text.substr(end, 4));
  const bool roman = end > 0 && (after.empty() || !is_letter(after[0]));
  return roman ? std::string(text) : change_first_letter(text, to_lower);
}

std::string preposition(std::string_view word, std::string_view following) {
  std::u32string letters;
  for (const char32_t c : to_code_points(following)) {
    if (is_letter(c)) {
      letters += to_lower(c);
    } else if (c == '-' || !letters.empty() || (c >= '0' && c <= '9')) {
      break;
    }
  }
  std::string result(word);
  if (letters.empty()) return result;
  const auto starts = [&](std::u32string_view with) { return std::u32string_view(letters).starts_with(with); };
  const char32_t first = letters[0];
  const char32_t second = letters.size() > 1 ? letters[1] : U'а';
  const bool cluster = is_consonant(second) && !one_of(second, U"ьъй");
  const std::string kind = lower(word);
  if (kind == "о" || kind == "об" || kind == "обо") {
    const bool capital = word != kind;
    if (letters == U"мне" || letters == U"всём" || letters == U"всем" || letters == U"всех") {
      return capital ? "Обо" : "обо";
    }
    if (one_of(first, U"аэиоу")) return capital ? "Об" : "об";
    return capital ? "О" : "о";
  }
  if (kind == "с") {
    const bool whistle = one_of(first, U"сзшж") && cluster;
    if (whistle || first == U'щ' || letters == U"мной" || letters == U"ста" || starts(U"всем") ||
        starts(U"втор") || starts(U"льв") || starts(U"льг")) {
      result += "о";
    }
    return result;
  }
  if (kind == "в") {
    const bool labial = one_of(first, U"вф") && cluster;
    if (labial || letters == U"мне" || starts(U"льв") || starts(U"льг")) result += "о";
    return result;
  }
  if (kind == "к") {
    if (letters == U"мне" || starts(U"все") || starts(U"втор") || starts(U"льв") || starts(U"льг")) result += "о";
    return result;
  }
  return result;
}

std::string with_preposition(std::string_view word, std::string_view following) {
  std::string result = preposition(word, following);
  result += ' ';
  result += following;
  return result;
}

}  // namespace svod::language
