#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "language/letters.h"
#include "review/abbreviations.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V27: what autocorrection, a replacement of all and careless joining leave in words.

namespace svod::review {
namespace {

using language::is_cyrillic;
using language::is_digit;
using language::is_letter;
using language::is_lower;
using language::is_upper;

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Latin letters that look like Russian ones.
char32_t russian_twin(char32_t c) {
  constexpr std::u32string_view latin = U"aceopxykABCEHKMOPTXy";
  constexpr std::u32string_view russian = U"асеорхукАВСЕНКМОРТХу";
  const std::size_t at = latin.find(c);
  return at == std::u32string_view::npos ? 0 : russian[at];
}

// Words that end with a full stop inside a sentence: «г.Кемерово», «ул.Ленина».
bool is_shortened(std::u32string_view word) {
  static const std::set<std::u32string, std::less<>> known{
      U"им",   U"ул",  U"пос",  U"дер", U"обл", U"пер",  U"пр",   U"пл",   U"рис", U"табл", U"стр", U"тел",
      U"каб",  U"кв",  U"корп", U"ст",  U"гл",  U"разд", U"прил", U"абз",  U"зам", U"зав",  U"нач", U"мун",
      U"респ", U"окр", U"мкр",  U"наб", U"бул", U"проф", U"доц",  U"акад", U"см",  U"ср",   U"чел", U"руб",
      U"тыс",  U"млн", U"др",   U"пр",  U"гг",  U"пп",   U"подп", U"гор",  U"ред", U"сост", U"изд", U"вып",
      U"св",   U"отв", U"исп",  U"сел", U"раб", U"шк",   U"ж",    U"пгт",  U"рп"};
  return word.size() < 2 || known.contains(language::lowered(word));
}

/// The words of two parts that the papers write with a hyphen: what is «плана - графика» elsewhere «плана-графика».
class Compounds {
 public:
  void read(std::u32string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] != '-' || !is_cyrillic(text[i - 1]) || !is_cyrillic(text[i + 1])) continue;
      known_.insert(key(text, i, i));
    }
  }
  // Words that end at `left` and begin after `right`.
  bool has(std::u32string_view text, std::size_t left, std::size_t right) const {
    return known_.contains(key(text, left, right));
  }
  static std::u32string joined(std::u32string_view text, std::size_t left, std::size_t right) {
    return before(text, left) + U"-" + after(text, right);
  }

 private:
  static std::u32string before(std::u32string_view text, std::size_t left) {
    std::size_t begin = left;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return std::u32string(text.substr(begin, left - begin));
  }
  static std::u32string after(std::u32string_view text, std::size_t right) {
    std::size_t end = right + 1;
    while (end < text.size() && is_letter(text[end])) ++end;
    return std::u32string(text.substr(right + 1, end - right - 1));
  }
  static std::u32string key(std::u32string_view text, std::size_t left, std::size_t right) {
    return stem(before(text, left)) + U"-" + stem(after(text, right));
  }
  std::unordered_set<std::u32string> known_;
};

class Leftovers {
 public:
  Leftovers(const Passage& passage, const Compounds& compounds, const Abbreviations& abbreviations, Findings& findings)
      : passage_(passage),
        text_(passage.text),
        compounds_(compounds),
        abbreviations_(abbreviations),
        findings_(findings) {
    words();
    joints();
    hyphens();
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  void tell(Severity severity, std::size_t begin, std::size_t end, const std::string& what, std::string hint) {
    const std::string fragment = utf8(text_.substr(begin, end - begin));
    findings_.tell(severity, codes::leftover, passage_, fragment, what + ": " + around(text_, begin, end, 20),
                   std::move(hint));
  }

  // An address of a site or of mail: no rule of words holds.
  bool in_address(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 80;   // looked at on each side, whatever a cell holds
    for (std::size_t i = 0; i < longest && begin > 0 && !is_blank(text_[begin - 1]); ++i) --begin;
    for (std::size_t i = 0; i < longest && end < text_.size() && !is_blank(text_[end]); ++i) ++end;
    const std::u32string_view token = text_.substr(begin, end - begin);
    return token.find(U"://") != token.npos || token.find(U'@') != token.npos || token.find(U"www.") != token.npos ||
           token.find(U".ru") != token.npos || token.find(U".рф") != token.npos || token.find(U'_') != token.npos;
  }

  void words() {
    const std::vector<Token> tokens = tokens_of(text_);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (!token.digits) word(token);
      if (i + 1 < tokens.size() && tokens[i + 1].begin == token.end) glued(token, tokens[i + 1]);
      if (i + 1 < tokens.size() && !token.digits && !tokens[i + 1].digits) repeated(token, tokens[i + 1]);
    }
  }

  void word(const Token& token) {
    std::size_t russian = 0, latin = 0, twins = 0, upper = 0;
    std::size_t inner = 0;   // a capital after a small letter
    bool broken = false;
    for (std::size_t k = token.begin; k < token.end; ++k) {
      const char32_t c = text_[k];
      russian += is_cyrillic(c);
      latin += is_latin(c);
      twins += russian_twin(c) != 0;
      upper += is_upper(c);
      if (k > token.begin && is_upper(c) && is_lower(text_[k - 1])) broken = true, inner = k;
    }
    const std::u32string_view word = text_.substr(token.begin, token.end - token.begin);
    if (russian > 0 && latin > 0) {
      std::u32string right(word);
      for (char32_t& c : right) {
        if (const char32_t twin = russian_twin(c); twin != 0) c = twin;
      }
      if (twins < latin && latin > 1) return;   // «WEBинар» is how people write it
      return tell(
          Severity::warning, token.begin, token.end, "латинские буквы в русском слове «" + utf8(word) + "»",
          twins == latin ? "наберите «" + utf8(right) + "» русскими буквами" : "наберите слово русскими буквами");
    }
    if (latin == 1 && word.size() == 1 && (word[0] == 'c' || word[0] == 'o' || word[0] == 'a') &&
        between_words(token)) {
      return tell(Severity::warning, token.begin, token.end,
                  "латинская буква «" + utf8(word) + "» вместо русского слова", "наберите слово русской буквой");
    }
    if (russian != word.size() || word.size() < 3) return;
    if (upper >= 2 && upper < word.size()) {
      const std::u32string right = abbreviations_.near(word);
      if (!right.empty() && right != word) {
        return tell(Severity::warning, token.begin, token.end, "сокращение «" + utf8(word) + "» набрано не так, как «" +
                    utf8(right) + "»", "может быть, «" + utf8(right) + "»?");
      }
    }
    if (broken && is_lower(word.front()) && inner > token.begin + 1) {
      tell(Severity::warning, token.begin, token.end, "прописная буква внутри слова «" + utf8(word) + "»",
           "след замены сокращения во всём тексте или пропавшего пробела");
    }
  }

  bool between_words(const Token& token) const {
    return token.begin >= 2 && is_blank(text_[token.begin - 1]) && is_cyrillic(text_[token.begin - 2]) &&
           is_blank(at(token.end)) && is_cyrillic(at(token.end + 1)) && is_lower(at(token.end + 1));
  }

  // «2022года», «класс9».
  void glued(const Token& a, const Token& b) {
    if (a.digits == b.digits || in_address(a.begin, b.end)) return;
    const Token& word = a.digits ? b : a;
    std::size_t small = 0;
    for (std::size_t k = word.begin; k < word.end; ++k) small += is_cyrillic(text_[k]) && is_lower(text_[k]);
    const std::size_t width = word.end - word.begin;
    if (small < width || width < (a.digits ? 3U : 2U)) return;
    tell(Severity::warning, a.begin, b.end, "слово и число без пробела", "поставьте пробел");
  }

  // «в в», «для для».
  void repeated(const Token& a, const Token& b) {
    if (b.begin != a.end + 1 || !is_blank(text_[a.end]) || b.end - b.begin != a.end - a.begin) return;
    const std::u32string_view first = text_.substr(a.begin, a.end - a.begin);
    if (!is_cyrillic(first[0]) || is_dash(at(b.end)) || (a.begin > 0 && is_dash(text_[a.begin - 1]))) return;
    if (language::lowered(first) != language::lowered(text_.substr(b.begin, b.end - b.begin))) return;
    static const std::set<std::u32string, std::less<>> twice{U"чуть", U"едва", U"очень", U"так", U"вот", U"еле"};
    // «директору и и. о. директора»: the second is an initial.
    if (first.size() == 1 && at(b.end) == '.') return;
    if (twice.contains(language::lowered(first)) || (first.size() == 1 && is_upper(first[0]))) return;
    tell(Severity::warning, a.begin, b.end, "слово стоит дважды", "уберите лишнее");
  }

  // «слово.Заглавная», «слово ,», «,,».
  void joints() {
    for (std::size_t i = 1; i + 1 < text_.size(); ++i) {
      const char32_t c = text_[i];
      if (c != '.' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?') continue;
      if ((c == ',' || c == ';') && text_[i + 1] == c) {
        tell(Severity::note, i, i + 2, "знак стоит дважды", "уберите лишний");
        continue;
      }
      if (c != '.' && is_blank(text_[i - 1]) && i >= 2 && is_letter(text_[i - 2]) && c != ':') {
        tell(Severity::note, i - 2, i + 1, "пробел перед знаком", "знак стоит сразу за словом");
      }
      if (!is_letter(text_[i + 1]) || !is_letter(text_[i - 1]) || in_address(i, i + 1)) continue;
      std::size_t begin = i;
      while (begin > 0 && is_letter(text_[begin - 1])) --begin;
      std::size_t end = i + 1;
      while (end < text_.size() && is_letter(text_[end])) ++end;
      const std::u32string_view before = text_.substr(begin, i - begin);
      const bool sentence = c == '.' && is_cyrillic(text_[i + 1]) && is_upper(text_[i + 1]) && is_lower(text_[i - 1]) &&
                            end - i > 2 && !is_shortened(before);
      const bool comma = (c == ',' || c == ';') && is_cyrillic(text_[i - 1]) && is_cyrillic(text_[i + 1]);
      if (sentence) tell(Severity::warning, begin, end, "нет пробела после точки", "поставьте пробел");
      if (comma) tell(Severity::note, begin, end, "нет пробела после знака", "поставьте пробел");
    }
  }

  // «плана - графика», «Психолого- педагогическое».
  void hyphens() {
    for (std::size_t i = 1; i + 1 < text_.size(); ++i) {
      if (text_[i] != '-') continue;
      const bool left = is_blank(text_[i - 1]), right = is_blank(text_[i + 1]);
      if (!left && right && is_cyrillic(text_[i - 1]) && is_cyrillic(at(i + 2))) {
        std::size_t end = i + 2;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        const std::u32string next = language::lowered(text_.substr(i + 2, end - i - 2));
        // «одно- и двухэтажные»; «план- …» before a capital is a dash that lost its space.
        if (next == U"и" || next == U"или" || next == U"либо" || next == U"а" || next == U"но") continue;
        std::size_t begin = i;
        while (begin > 0 && is_letter(text_[begin - 1])) --begin;
        tell(Severity::warning, begin, end, "лишний пробел после дефиса",
             "слово с дефисом пишут без пробелов: «" + utf8(Compounds::joined(text_, i, i + 1)) +
                 "», тире – с пробелами");
      }
      if (left && right && i >= 2 && is_cyrillic(text_[i - 2]) && is_cyrillic(at(i + 2)) &&
          compounds_.has(text_, i - 1, i + 1)) {
        std::size_t begin = i - 1, end = i + 2;
        while (begin > 0 && is_letter(text_[begin - 1])) --begin;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        tell(Severity::warning, begin, end, "пробелы вокруг дефиса",
             "в других местах это слово с дефисом: «" + utf8(Compounds::joined(text_, i - 1, i + 1)) + "»");
      }
    }
  }

  const Passage& passage_;
  std::u32string_view text_;
  const Compounds& compounds_;
  const Abbreviations& abbreviations_;
  Findings& findings_;
};

}  // namespace

void check_leftovers(const Subject& subject, Findings& findings) {
  Compounds compounds;
  for (const Passage& passage : subject.passages) compounds.read(passage.text);
  const Abbreviations abbreviations(subject.workspace);
  for (const Passage& passage : subject.passages) Leftovers(passage, compounds, abbreviations, findings);
}

}  // namespace svod::review
