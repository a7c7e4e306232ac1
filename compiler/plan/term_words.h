#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace svod::plan {

/// What a word means in a deadline, whatever its case and ending.
enum class Sense : unsigned char {
  none,
  month,
  ordinal,
  cardinal,
  quarter,
  school_quarter,
  half_year,
  decade,
  week,
  half,
  season,
  year,
  school,
  calendar,
  current,
  next,
  whole,
  weekday,
  weekdays,
  every,
  each,
  times,
  day,
  month_word,
  number_word,
  until,
  negation,
  not_later,
  inclusive,
  then,
  always,
  course,
  plan,
  edge,
  from,
  in,
  on,
  by,
  to,
  and_,
  with_,
  during,
  for_,
  need,
  period,
  carrying_out,
};

/// One word, number or sign of a deadline.
struct Word {
  enum class Shape : unsigned char { number, word, dash, comma, semicolon, dot, slash, open, close, quote, other };
  static constexpr std::size_t none = ~std::size_t{0};
  Shape shape = Shape::other;
  std::string text;                ///< of a word: folded (lower case, ё as е)
  Sense sense = Sense::none;
  int value = 0;                   ///< of a number; of a word by its sense (the month, the ordinal, −1 for «последний»)
  int digits = 0;                  ///< of a number
  int roman = 0;                   ///< of a word that is a Roman numeral
  bool gap = false;                ///< a space stands before it
  bool torn = false;               ///< two pieces of one word, joined
  bool foreign = false;            ///< Latin letters among Russian ones, read as the Russian ones they look like
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::size_t partner = none;      ///< of a bracket that has one
};

/// Forms of «год»: what `Word::value` of Sense::year says.
enum YearForm : int { year_nominative = 1, year_genitive, year_other, year_plural, year_mark_form, year_plural_mark };

/// Cuts a deadline into words. Numbers with endings («20-е», «1-й») are numbers; pieces of a known word are joined
/// («необходимо сти»). Linear.
std::vector<Word> words_of(std::string_view text);

/// What a folded word means, with its value.
struct Meaning {
  Sense sense = Sense::none;
  int value = 0;
};
Meaning meaning_of(std::string_view word);

/// The known word (of one sense, if asked) one slip away from the folded `word`; empty for none.
std::string nearest_known(std::string_view word, Sense only = Sense::none);
/// The known word that ends with the folded `piece`: «одно» of «ежегодно»; empty for none.
std::string known_with_end(std::string_view piece);

}  // namespace svod::plan
