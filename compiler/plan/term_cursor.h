#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/term.h"
#include "plan/term_words.h"

namespace svod::plan {

/// A place among the words of a deadline, for the rules of its grammar; collects what is clumsy on the way.
class TermCursor {
 public:
  TermCursor(std::string_view text, const std::vector<Word>& all, std::vector<Term::Problem>& problems)
      : words(all), end(all.size()), text_(text), problems_(problems) {}

  const Word& word(std::size_t i) const { return i < end ? words[i] : past_; }
  bool is(std::size_t i, Sense sense) const { return word(i).sense == sense; }
  bool is(std::size_t i, Word::Shape shape) const { return i < end && words[i].shape == shape; }
  bool is(std::size_t i, std::string_view folded) const { return word(i).text == folded; }
  bool starts(std::size_t i, std::string_view stem) const { return word(i).text.starts_with(stem); }
  bool number(std::size_t i) const { return is(i, Word::Shape::number); }
  /// Four digits that can be a year.
  bool year(std::size_t i) const {
    return number(i) && word(i).digits == 4 && word(i).value >= 1990 && word(i).value <= 2099;
  }
  /// «9999 год», «2023-9999»: four figures of a year that cannot be.
  bool absurd_year(std::size_t i) const {
    if (!number(i) || word(i).digits != 4 || year(i)) return false;
    return is(i + 1, Sense::year) || (i >= 2 && is(i - 1, Word::Shape::dash) && year(i - 2) && i + 1 >= end);
  }
  /// A number, a Roman numeral or an ordinal in words.
  bool countable(std::size_t i) const {
    return number(i) || word(i).roman > 0 || is(i, Sense::ordinal) || typed_roman(i) > 0;
  }
  int count(std::size_t i) const {
    if (number(i)) return word(i).value;
    return word(i).roman > 0 ? word(i).roman : typed_roman(i) > 0 ? typed_roman(i) : word(i).value;
  }
  /// What numbers count in a deadline: «квартал», «неделя», «число».
  bool counted_unit(std::size_t i) const;
  /// «П полугодие», «Ш квартал»: Russian letters drawn like II and III.
  int typed_roman(std::size_t i) const {
    if (word(i).text.size() != 2 ||
        (!is(i + 1, Sense::quarter) && !is(i + 1, Sense::half_year) && !is(i + 1, Sense::school_quarter)))
      return 0;
    return is(i, "п") ? 2 : is(i, "ш") ? 3 : 0;
  }
  /// A full stop that belongs to an abbreviation ending just before it.
  std::size_t past_dot(std::size_t i) const { return is(i, Word::Shape::dot) && !word(i).gap ? i + 1 : i; }

  /// As written, from one word to before another.
  std::string written(std::size_t first, std::size_t last) const;
  void problem(bool error, std::string kind, std::string text);

  const std::vector<Word>& words;
  std::size_t at = 0;
  std::size_t end;

 private:
  std::string_view text_;
  std::vector<Term::Problem>& problems_;
  Word past_;
};

}  // namespace svod::plan
