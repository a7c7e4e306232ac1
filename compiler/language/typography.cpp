#include "language/typography.h"

#include <array>

#include "language/letters.h"

namespace svod::language {
namespace {

constexpr char32_t kNoBreak = 0xA0;
constexpr char32_t kThin = 0x202F;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;

bool is_blank(char32_t c) { return c == ' ' || c == kNoBreak || c == kThin || c == 0x2009; }
bool is_dash(char32_t c) { return c == kEnDash || c == kEmDash; }

/// The text with the rules over it. Rules look at words between blanks; they change a blank into a no-break
/// space, never a letter.
class Line {
 public:
  explicit Line(std::u32string text) : text_(std::move(text)) {}

  std::u32string take() { return std::move(text_); }
  std::size_t size() const { return text_.size(); }
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
  void set(std::size_t i, char32_t c) { text_[i] = c; }
  void insert(std::size_t i, char32_t c) { text_.insert(i, 1, c); }
  void erase(std::size_t i) { text_.erase(i, 1); }
  bool breaks(std::size_t i) const { return at(i) == ' '; }

  /// The letters, figures and full stops that end before `i`: «ст.», «2022».
  std::u32string word_before(std::size_t i) const {
    std::size_t begin = i;
    while (begin > 0 && in_word(text_[begin - 1])) --begin;
    return text_.substr(begin, i - begin);
  }
  std::u32string word_after(std::size_t i) const {
    std::size_t end = i;
    while (end < text_.size() && in_word(text_[end])) ++end;
    return text_.substr(i, end - i);
  }

 private:
  static bool in_word(char32_t c) { return is_letter(c) || is_digit(c) || c == '.' || c == ','; }
  std::u32string text_;
};

template <std::size_t N>
bool among(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  for (const std::u32string_view x : list) {
    if (x == word) return true;
  }
  return false;
}

// Before a figure.
constexpr std::array<std::u32string_view, 21> kBeforeFigure{
    U"ст.", U"п.", U"пп.", U"подп.", U"ч.", U"рис.", U"табл.", U"с.", U"стр.", U"гл.", U"разд.",
    U"прил.", U"абз.", U"д.", U"кв.", U"корп.", U"каб.", U"тел.", U"№№", U"рисунок", U"таблица"};
// Before a name with a capital.
constexpr std::array<std::u32string_view, 16> kBeforeName{U"г.", U"гор.", U"с.", U"п.", U"пос.", U"д.", U"дер.", U"ул.",
                                                          U"пр.", U"пл.", U"пер.", U"обл.", U"им.", U"пгт", U"рп", U"ст."};
// After a figure; words are matched by their beginnings.
constexpr std::array<std::u32string_view, 31> kUnits{
    U"г.", U"гг.", U"в.", U"вв.", U"руб", U"тыс.", U"млн", U"млрд", U"чел", U"балл", U"класс", U"кл.", U"курс",
    U"км", U"см", U"мм", U"кг", U"мин", U"час", U"ч.", U"шт.", U"экз.", U"год", U"лет", U"учебн", U"уч.",
    U"полугоди", U"квартал", U"четверт", U"школ", U"участник"};
constexpr std::array<std::u32string_view, 12> kMonthStems{U"январ", U"феврал", U"март", U"апрел", U"мая", U"июн",
                                                          U"июл", U"август", U"сентябр", U"октябр", U"ноябр", U"декабр"};
constexpr std::array<std::u32string_view, 44> kShort{
    U"в", U"во", U"на", U"за", U"из", U"изо", U"о", U"об", U"обо", U"от", U"до", U"по", U"под", U"при", U"про",
    U"с", U"со", U"у", U"к", U"ко", U"для", U"без", U"над", U"и", U"а", U"но", U"не", U"ни", U"что", U"как", U"или",
    U"их", U"его", U"её", U"ее", U"то", U"же", U"ли", U"бы", U"через", U"перед", U"среди", U"между", U"да"};

bool begins_with_unit(std::u32string_view word) {
  for (const std::u32string_view unit : kUnits) {
    if (unit.back() == '.' ? word == unit || word == std::u32string(unit) + U"," : word.starts_with(unit)) return true;
  }
  for (const std::u32string_view month : kMonthStems) {
    if (word.starts_with(month)) return true;
  }
  return false;
}

bool is_figure(std::u32string_view word) {
  return !word.empty() && is_digit(word[0]) && (is_digit(word.back()) || word.back() == ',');
}

bool is_roman(std::u32string_view word) {
  if (word.empty()) return false;
  for (const char32_t c : word) {
    if (!one_of(c, U"IVX")) return false;
  }
  return true;
}

// Letters of a word that stays with its number: a longer one would leave too short a line above.
constexpr std::size_t kMostBeforeNumber = 11;

// «5%» becomes «5 %», «№5» becomes «№ 5».
void part_signs(Line& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line.at(i) == U'№' && is_digit(line.at(i + 1))) line.insert(i + 1, kNoBreak);
    if (is_digit(line.at(i)) && (line.at(i + 1) == '%' || line.at(i + 1) == U'‰')) line.insert(i + 1, kNoBreak);
  }
}

// « - » as « – »; «60-69», «I-II» as ranges. A number of a paper or a phone has more hyphens, letters, or № before.
void dashes(Line& line) {
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (line.at(i) != '-') continue;
    if (is_blank(line.at(i - 1)) && is_blank(line.at(i + 1))) {
      line.set(i, kEnDash);
      continue;
    }
    std::size_t begin = i;
    while (begin > 0 && (is_digit(line.at(begin - 1)) || is_roman(std::u32string(1, line.at(begin - 1))))) --begin;
    std::size_t end = i + 1;
    while (end < line.size() && (is_digit(line.at(end)) || is_roman(std::u32string(1, line.at(end))))) ++end;
    std::u32string left;
    std::u32string right;
    for (std::size_t k = begin; k < i; ++k) left += line.at(k);
    for (std::size_t k = i + 1; k < end; ++k) right += line.at(k);
    const char32_t before = begin > 0 ? line.at(begin - 1) : U' ';
    const char32_t after = line.at(end);
    const bool stands_alone = (is_blank(before) || one_of(before, U"(«„\"")) && !is_letter(after) && after != '-' &&
                              after != '/' && !(after == '.' && is_digit(line.at(end + 1)));
    std::size_t back = begin;
    while (back > 0 && is_blank(line.at(back - 1))) --back;
    const bool after_number_sign = back > 0 && line.at(back - 1) == U'№';
    if (!stands_alone || after_number_sign || left.empty() || right.empty()) continue;
    const bool roman = is_roman(left) && is_roman(right);
    const bool figures = is_digit(left[0]) && is_digit(right[0]) && left.size() <= 4 && right.size() <= 4 &&
                         left[0] != '0' && (left.size() < right.size() || (left.size() == right.size() && left < right));
    const bool mixed = roman ? false : is_roman(std::u32string(1, left.back())) || is_roman(std::u32string(1, right.back()));
    if ((roman || figures) && !mixed) line.set(i, kEnDash);
  }
}

bool is_initial_at(const Line& line, std::size_t i) {
  return is_cyrillic(line.at(i)) && is_upper(line.at(i)) && line.at(i + 1) == '.' &&
         (i == 0 || !is_letter(line.at(i - 1)));
}

// «И.И.Иванов», «Иванов И. И.»: no-break spaces between the parts.
void names(Line& line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_initial_at(line, i)) continue;
    std::size_t next = i + 2;
    const bool gap = is_blank(line.at(next));
    const std::size_t second = gap ? next + 1 : next;
    const bool two = is_cyrillic(line.at(second)) && is_upper(line.at(second)) && line.at(second + 1) == '.';
    const bool surname = is_upper(line.at(second)) && is_lower(line.at(second + 1));
    const bool after_initial = i >= 3 && is_blank(line.at(i - 1)) && line.at(i - 2) == '.' && i >= 3 &&
                               is_initial_at(line, i - 3);
    if (!two && !surname) continue;
    // «по пункту А. Работа» has one letter, and only an existing blank is bound.
    if (gap) {
      if (line.breaks(next)) line.set(next, kNoBreak);
    } else if (two || after_initial) {
      line.insert(next, kNoBreak);
    }
    if (two && i >= 2 && line.breaks(i - 1)) {
      // The surname before them, unless it comes after.
      std::size_t after = (gap ? next + 1 : next + 1) + 2;
      if (is_blank(line.at(after))) ++after;
      const bool surname_follows = is_upper(line.at(after)) && is_lower(line.at(after + 1));
      std::size_t begin = i - 1;
      while (begin > 0 && (is_letter(line.at(begin - 1)) || line.at(begin - 1) == '-')) --begin;
      if (!surname_follows && begin < i - 1 && is_upper(line.at(begin)) && is_lower(line.at(begin + 1))) {
        line.set(i - 1, kNoBreak);
      }
    }
  }
}

bool binds(const Line& line, std::size_t i) {
  const char32_t after = line.at(i + 1);
  if (is_dash(after) && (is_blank(line.at(i + 2)) || i + 2 >= line.size())) return true;
  if (after == '%' || after == U'‰') return is_digit(line.at(i - 1));
  const char32_t before = line.at(i - 1);
  if (before == U'№' || before == U'§') return true;
  const std::u32string left = lowered(line.word_before(i));
  const std::u32string right = line.word_after(i + 1);
  // «СОШ № 1», «приложение № 1»; after the date of a paper a line may end.
  if (after == U'№') return !left.empty() && left.size() <= kMostBeforeNumber && left.back() != U'.';
  if (is_digit(after) && (among(kBeforeFigure, left) || left == U"школа" || left == U"приложение")) return true;
  if (among(kBeforeName, left) && is_upper(after) && !is_initial_at(line, i + 1)) {
    // «2021 г. Школы»: a year's «г.» ends; a place's begins.
    const std::size_t word = i - left.size();
    const bool after_figure = word >= 2 && is_blank(line.at(word - 1)) && is_digit(line.at(word - 2));
    return !after_figure;
  }
  if (is_figure(left) && left.back() != ',' && begins_with_unit(lowered(right))) return true;
  if (is_roman(line.word_before(i)) && begins_with_unit(lowered(right))) return true;
  // «9 «А» класс»
  if (before == U'»' && begins_with_unit(lowered(right)) && i >= 4 && line.at(i - 3) == U'«' && is_blank(line.at(i - 4))) {
    return true;
  }
  if (after == U'«' && is_figure(left) && line.at(i + 3) == U'»') return true;
  // «т. е.», «т. д.», «и т. п.», «и. о.»
  if (left == U"т." && (right.starts_with(U"е.") || right.starts_with(U"д.") || right.starts_with(U"п.") ||
                        right.starts_with(U"ч.") || right.starts_with(U"к."))) {
    return true;
  }
  if (left == U"и" && (right == U"т." || right.starts_with(U"др."))) return true;
  if (left == U"и." && right.starts_with(U"о.")) return true;
  if ((left == U"о." || left == U"и.о.") && i >= 2 && is_lower(after)) return true;
  return false;
}

void bind(Line& line) {
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (line.breaks(i) && binds(line, i)) line.set(i, kNoBreak);
  }
}

}  // namespace

std::string quotes(std::string_view text) {
  const std::u32string source = to_code_points(text);
  std::u32string result;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char32_t c = source[i];
    if (!one_of(c, U"\"«»„“”")) {
      result += c;
      continue;
    }
    const char32_t before = i > 0 ? source[i - 1] : U' ';
    const char32_t after = i + 1 < source.size() ? source[i + 1] : U' ';
    const bool at_start = is_blank(before) || one_of(before, U"([«„\"/-\n\t") || is_dash(before);
    const bool at_end = is_blank(after) || one_of(after, U")]»“”.,;:!?\n\t") || is_dash(after);
    bool opens = false;
    if (c == U'«' || c == U'„') {
      opens = true;
    } else if (c == U'»') {
      opens = false;
    } else if (c == U'“' || c == U'”') {
      opens = depth == 0 || (c == U'“' && at_start && !at_end);
    } else {
      opens = at_start && !(at_end && depth > 0);
      if (depth == 0 && !at_end) opens = true;
    }
    if (opens) {
      // A name inside a name inside a name has the outer kind again: «… „… «…»“».
      result += depth % 2 == 0 ? U'«' : U'„';
      ++depth;
    } else if (depth > 0) {
      --depth;
      result += depth % 2 == 0 ? U'»' : U'“';
    } else {
      result += c;  // a stray closing sign: nothing to pair it with
    }
  }
  return to_utf8(result);
}

std::string glue(std::string_view text) {
  Line line(to_code_points(quotes(text)));
  part_signs(line);
  dashes(line);
  names(line);
  bind(line);
  return to_utf8(line.take());
}

std::string glue_heading(std::string_view text) {
  Line line(to_code_points(glue(text)));
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (!line.breaks(i)) continue;
    const std::u32string left = lowered(line.word_before(i));
    if (among(kShort, left)) line.set(i, kNoBreak);
  }
  return to_utf8(line.take());
}

}  // namespace svod::language
