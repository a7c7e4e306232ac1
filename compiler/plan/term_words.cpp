#include "plan/term_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace svod::plan {
namespace {

using Shape = Word::Shape;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_russian(char32_t c) { return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451; }
bool is_letter(char32_t c) {
  return is_russian(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0x406 || c == 0x456 ||
         (c >= 0xC0 && c <= 0x24F) || (c >= 0x400 && c <= 0x52F);
}
bool is_space(char32_t c) {
  return c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}
/// Signs that stand inside words and mean nothing: soft hyphens, joiners, accents.
bool is_silent(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || (c >= 0x300 && c <= 0x36F);
}
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFF0D;
}

Shape shape_of(char32_t c) {
  if (is_dash(c) || c == 0x2026) return Shape::dash;
  switch (c) {
    case ',': return Shape::comma;
    case ';': return Shape::semicolon;
    case '.': return Shape::dot;
    case '/': return Shape::slash;
    case '(': case '[': return Shape::open;
    case ')': case ']': return Shape::close;
    case '"': case '\'': case 0xAB: case 0xBB: case 0x201C: case 0x201D: case 0x201E: case 0x2018: case 0x2019:
      return Shape::quote;
    default: return Shape::other;
  }
}

/// The Russian letter that a Latin one looks like.
char32_t look_alike(char32_t c) {
  constexpr std::u32string_view latin = U"aeopcxykmtbhEOPCAXKMTBH";
  constexpr std::u32string_view russian = U"аеорсхукмтвнЕОРСАХКМТВН";
  const std::size_t at = latin.find(c);
  return at == std::u32string_view::npos ? c : russian[at];
}

/// The value of a Roman numeral up to XXXIX, typed with Latin letters or with Russian ones that look like them.
int roman_of(std::u32string_view letters) {
  if (letters.empty() || letters.size() > 7) return 0;
  int total = 0, before = 0;
  for (auto at = letters.rbegin(); at != letters.rend(); ++at) {
    int value = 0;
    switch (*at) {
      case 'I': case 'i': case 0x406: case 0x456: value = 1; break;
      case 'V': case 'v': value = 5; break;
      case 'X': case 'x': case 0x425: case 0x445: value = 10; break;
      default: return 0;
    }
    total += value < before ? -value : value;
    before = std::max(before, value);
  }
  return total;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    while (at_ < text_.size()) step();
    pair_brackets();
    return std::move(words_);
  }

 private:
  void step() {
    const std::size_t begin = at_;
    const char32_t c = next_code_point(text_, at_);
    if (is_space(c)) {
      gap_ = true;
      return;
    }
    if (is_silent(c)) return;
    Word word;
    word.begin = begin;
    word.gap = gap_ && !words_.empty();
    gap_ = false;
    if (is_digit(c)) {
      number(word, c);
    } else if (is_letter(c)) {
      letters(word, c);
    } else {
      word.shape = shape_of(c);
      word.end = at_;
      // «...» and «..» between two words say no more than a dash.
      if (word.shape == Shape::dot && !words_.empty() && words_.back().shape == Shape::dot && !word.gap) {
        words_.back().shape = Shape::dash;
        words_.back().end = at_;
        return;
      }
      if (word.shape == Shape::dot && !words_.empty() && words_.back().shape == Shape::dash && !word.gap &&
          text_[words_.back().begin] == '.') {
        words_.back().end = at_;
        return;
      }
      words_.push_back(std::move(word));
    }
  }

  void number(Word& word, char32_t c) {
    word.shape = Shape::number;
    for (std::size_t next = at_;; next = at_) {
      word.value = word.digits < 8 ? word.value * 10 + static_cast<int>(c - '0') : word.value;
      ++word.digits;
      if (at_ >= text_.size()) break;
      c = next_code_point(text_, next);
      if (!is_digit(c)) break;
      at_ = next;
    }
    word.end = at_;
    ending(word);
    words_.push_back(std::move(word));
  }

  /// «1-го», «20-е», «5го».
  void ending(Word& word) {
    std::size_t next = at_;
    char32_t c = next < text_.size() ? next_code_point(text_, next) : U' ';
    if (is_dash(c)) c = next < text_.size() ? next_code_point(text_, next) : U' ';
    std::u32string letters;
    std::size_t end = at_;
    while (is_letter(c) && letters.size() < 4) {
      letters += c;
      end = next;
      c = next < text_.size() ? next_code_point(text_, next) : U' ';
    }
    constexpr std::array<std::u32string_view, 16> endings{U"й", U"я",  U"е",  U"го", U"му", U"м",  U"ой", U"ая",
                                                          U"ое", U"ого", U"ый", U"ю",  U"х",  U"ом", U"ую", U"ти"};
    if (is_letter(c) || std::find(endings.begin(), endings.end(), letters) == endings.end()) return;
    at_ = word.end = end;
  }

  void letters(Word& word, char32_t c) {
    word.shape = Shape::word;
    std::u32string all;
    bool russian = false, latin = false;
    for (std::size_t next = at_;; next = at_) {
      if (!is_silent(c)) {
        all += c;
        russian = russian || is_russian(c);
        latin = latin || (c < 0x80);
      }
      if (at_ >= text_.size()) break;
      c = next_code_point(text_, next);
      if (!is_letter(c) && !is_silent(c)) break;
      at_ = next;
    }
    word.end = at_;
    word.roman = roman_of(all);
    if (word.roman == 0 && russian && latin) {
      std::transform(all.begin(), all.end(), all.begin(), look_alike);
      word.foreign = true;
    }
    word.text = replace_all(lower(to_utf8(all)), "ё", "е");
    mean(word);
    join_torn(word);
    words_.push_back(std::move(word));
  }

  static void mean(Word& word) {
    const Meaning meaning = meaning_of(word.text);
    word.sense = meaning.sense;
    word.value = meaning.value;
  }

  /// «необходимо сти», «ежегод-но»: two pieces that are no words and make one.
  void join_torn(Word& word) {
    if (words_.empty()) return;
    std::size_t before = words_.size() - 1;
    if (words_[before].shape == Shape::dash && before > 0 && !words_[before].gap) --before;
    const Word& first = words_[before];
    if (first.shape != Shape::word || first.torn || first.text.size() + word.text.size() > 40) return;
    if (first.sense != Sense::none && word.sense != Sense::none) return;
    const std::string whole = first.text + word.text;
    if (length(whole) < 5 || meaning_of(whole).sense == Sense::none) return;
    word.text = whole;
    word.torn = true;
    word.begin = first.begin;
    word.gap = first.gap;
    word.roman = 0;
    mean(word);
    words_.resize(before);
  }

  void pair_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].shape == Shape::open) open.push_back(at);
      if (words_[at].shape != Shape::close || open.empty()) continue;
      words_[open.back()].partner = at;
      words_[at].partner = open.back();
      open.pop_back();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool gap_ = false;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Cutter(text).run(); }

}  // namespace svod::plan
