#include <optional>

#include "base/date.h"
#include "language/dates.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V01: a date that a text names is in the calendar.

namespace svod::review {
namespace {

using language::is_digit;

unsigned days_of(unsigned month, std::optional<int> year) {
  if (month == 2) return !year || std::chrono::year(*year).is_leap() ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

class Dates {
 public:
  Dates(const Passage& passage, Findings& findings)
      : passage_(passage), text_(passage.text), findings_(findings), tokens_(tokens_of(passage.text)) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].digits) continue;
      in_figures(i);
      in_iso(i);
      in_words(i);
    }
  }

 private:
  std::u32string_view part(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  std::size_t width(std::size_t i) const { return tokens_[i].end - tokens_[i].begin; }
  int value(std::size_t i) const {
    int number = 0;
    for (const char32_t c : part(i).substr(0, 6)) number = number * 10 + static_cast<int>(c - '0');
    return number;
  }
  bool digits(std::size_t i, std::size_t least, std::size_t most) const {
    return i < tokens_.size() && tokens_[i].digits && width(i) >= least && width(i) <= most;
  }
  // One sign between two tokens, spaces aside.
  bool joined(std::size_t i, char32_t sign) const {
    if (i + 1 >= tokens_.size()) return false;
    bool found = false;
    for (std::size_t k = tokens_[i].end; k < tokens_[i + 1].begin; ++k) {
      if (text_[k] == sign && !found) {
        found = true;
      } else if (!is_blank(text_[k])) {
        return false;
      }
    }
    return found;
  }
  // Blanks and quotes alone: «01» февраля.
  bool beside(std::size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i].end == tokens_[i + 1].begin) return false;
    for (std::size_t k = tokens_[i].end; k < tokens_[i + 1].begin; ++k) {
      if (!is_blank(text_[k]) && !is_quote(text_[k])) return false;
    }
    return true;
  }
  bool ranged(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    bool sign = false;
    for (std::size_t k = tokens_[i].end; k < tokens_[i + 1].begin; ++k) {
      if (is_dash(text_[k]) || text_[k] == ',') sign = true;
      else if (!is_blank(text_[k])) return false;
    }
    return sign;
  }
  bool numbered(std::size_t i) const {
    std::size_t k = tokens_[i].begin;
    while (k > 0 && is_blank(text_[k - 1])) --k;
    return k > 0 && text_[k - 1] == U'№';
  }

  // 31.06.2022, and a day before it in a range: 31.06–05.07.2022.
  void in_figures(std::size_t i) {
    const bool tied = i > 0 && tokens_[i - 1].digits && joined(i - 1, '.');
    if (tied || !digits(i, 1, 2) || !digits(i + 1, 1, 2) || !digits(i + 2, 4, 4)) return;
    if (!joined(i, '.') || !joined(i + 1, '.') || value(i + 2) < 1900 || value(i + 2) > 2099) return;
    if (i + 3 < tokens_.size() && tokens_[i + 3].digits && joined(i + 2, '.')) return;
    const int year = value(i + 2);
    check(value(i), value(i + 1), year, tokens_[i].begin, tokens_[i + 2].end);
    if (i >= 2 && digits(i - 2, 1, 2) && digits(i - 1, 1, 2) && joined(i - 2, '.') && ranged(i - 1)) {
      check(value(i - 2), value(i - 1), year, tokens_[i - 2].begin, tokens_[i - 1].end);
    }
  }

  // 2022-06-31
  void in_iso(std::size_t i) {
    if (!digits(i, 4, 4) || !digits(i + 1, 2, 2) || !digits(i + 2, 2, 2) || numbered(i)) return;
    const auto tied = [&](std::size_t k) { return joined(k, U'-') && tokens_[k + 1].begin == tokens_[k].end + 1; };
    if (!tied(i) || !tied(i + 1) || value(i) < 1900 || value(i) > 2099) return;
    if ((i > 0 && tied(i - 1)) || (i + 3 < tokens_.size() && tied(i + 2))) return;
    check(value(i + 2), value(i + 1), value(i), tokens_[i].begin, tokens_[i + 2].end);
  }

  // 31 июня 2022 года; 30–31 июня.
  void in_words(std::size_t i) {
    if (!digits(i, 1, 2) || !beside(i) || tokens_[i + 1].digits || numbered(i)) return;
    const unsigned month = language::month_of_name(utf8(part(i + 1)));
    if (month == 0 || part(i + 1).size() < 3) return;
    // «за 2 мая», but not «на 12 марте»: a day takes the genitive.
    const bool genitive = utf8(part(i + 1)) == language::month_name(month, language::Case::genitive) ||
                          utf8(part(i + 1)) == language::month_name(month, language::Case::nominative);
    if (!genitive) return;
    std::optional<int> year;
    std::size_t end = tokens_[i + 1].end;
    if (digits(i + 2, 4, 4) && beside(i + 1)) {
      year = value(i + 2);
      end = tokens_[i + 2].end;
    }
    check(value(i), static_cast<int>(month), year, tokens_[i].begin, end);
    for (std::size_t k = i; k > 0 && digits(k - 1, 1, 2) && ranged(k - 1); --k) {
      check(value(k - 1), static_cast<int>(month), year, tokens_[k - 1].begin, end);
    }
  }

  void check(int day, int month, std::optional<int> year, std::size_t begin, std::size_t end) {
    const std::string date = utf8(text_.substr(begin, end - begin));
    std::string why;
    std::string hint = "проверьте день и месяц";
    if (month < 1 || month > 12) {
      why = "месяца с номером " + std::to_string(month) + " нет";
    } else {
      const unsigned last = days_of(static_cast<unsigned>(month), year);
      if (day >= 1 && day <= static_cast<int>(last)) return;
      const auto in = language::month_name(static_cast<unsigned>(month), language::Case::prepositional);
      why = "в " + std::string(in) + (month == 2 && year ? " " + std::to_string(*year) + " года" : "") + " " +
            std::to_string(last) + (last == 31 ? " день" : " дней");
      if (day == static_cast<int>(last) + 1) {
        hint = "может быть, " + std::to_string(last) + " " +
               std::string(language::month_name(static_cast<unsigned>(month), language::Case::genitive)) + "?";
      }
    }
    findings_.tell(Severity::error, codes::no_such_date, passage_, date, "даты «" + date + "» нет: " + why,
                   std::move(hint));
  }

  const Passage& passage_;
  std::u32string_view text_;
  Findings& findings_;
  std::vector<Token> tokens_;
};

}  // namespace

void check_dates(const Subject& subject, Findings& findings) {
  for (const Passage& passage : subject.passages) {
    bool digits = false;
    for (const char32_t c : passage.text) digits = digits || is_digit(c);
    if (digits) Dates(passage, findings);
  }
}

}  // namespace svod::review
