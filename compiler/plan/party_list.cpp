#include "plan/party_list.h"

#include "base/text.h"

namespace svod::plan {
namespace {

bool is_space(char32_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0 || c == 0x202F; }

enum class Quote : unsigned char { none, opening, closing };

/// Which way a quotation mark faces. Straight ones open after a space, a bracket or at the beginning, and close
/// otherwise.
Quote quote_at(const std::u32string& text, std::size_t at, bool inside) {
  const char32_t c = text[at];
  if (c == 0xAB || c == 0x201E) return Quote::opening;
  if (c == 0xBB || c == 0x201D || c == 0x201F) return Quote::closing;
  if (c == 0x201C) return inside ? Quote::closing : Quote::opening;
  if (c != '"') return Quote::none;
  const bool begins = at == 0 || is_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == ',' ||
                      text[at - 1] == ';' || text[at - 1] == '-' || text[at - 1] == 0xAB;
  const bool ends = at + 1 == text.size() || is_space(text[at + 1]) || text[at + 1] == ',' || text[at + 1] == ';' ||
                    text[at + 1] == ')' || text[at + 1] == '.';
  if (begins && ends) return inside ? Quote::closing : Quote::opening;
  if (begins) return Quote::opening;
  return inside ? Quote::closing : Quote::opening;
}

struct Depths {
  std::vector<unsigned char> quotes;    ///< before each character, and at the end
  std::vector<unsigned char> brackets;
  bool sound = true;                    ///< everything that opens is closed
};

/// `marks`: quotation marks count; without them only brackets do.
Depths depths_of(const std::u32string& text, bool marks) {
  Depths result;
  unsigned char quotes = 0, brackets = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result.quotes.push_back(quotes);
    result.brackets.push_back(brackets);
    const Quote quote = marks ? quote_at(text, i, quotes > 0) : Quote::none;
    if (quote == Quote::opening && quotes < 200) ++quotes;
    if (quote == Quote::closing && quotes > 0) --quotes;
    if (text[i] == '(' && brackets < 200) ++brackets;
    if (text[i] == ')' && brackets > 0) --brackets;
  }
  result.quotes.push_back(quotes);
  result.brackets.push_back(brackets);
  result.sound = quotes == 0 && brackets == 0;
  return result;
}

}  // namespace

std::vector<std::string> pieces_of_list(std::string_view text) {
  const std::u32string letters = to_code_points(text);
  Depths depths = depths_of(letters, true);
  // One style of quotes closing another leaves a mark open: then a mark that closes leaves every quotation.
  if (depths.quotes.back() != 0) depths = depths_of(letters, false);
  const bool brackets = depths.brackets.back() == 0;
  std::vector<std::string> pieces;
  std::u32string piece;
  const auto flush = [&] {
    std::string done{trim(to_utf8(piece))};
    if (!done.empty()) pieces.push_back(std::move(done));
    piece.clear();
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    const bool inside = depths.quotes[i] > 0 || (brackets && depths.brackets[i] > 0);
    if (!inside && (c == ',' || c == ';')) {
      flush();
      continue;
    }
    if (inside && (c == '\n' || c == '\r')) {
      piece += U' ';
      continue;
    }
    piece += c;
    // «"А" "Б"»: somebody forgot the comma.
    if (depths.quotes[i] > 0 && depths.quotes[i + 1] == 0) {
      std::size_t next = i + 1;
      while (next < letters.size() && is_space(letters[next])) ++next;
      if (next > i + 1 && next < letters.size() && depths.quotes[next + 1] > 0) flush();
    }
  }
  flush();
  return pieces;
}

Bracketed take_brackets_out(std::string_view text) {
  Bracketed result;
  int depth = 0;
  std::string inside;
  for (const char c : text) {
    if (c == '(') {
      if (depth++ > 0) inside += c;
    } else if (c == ')' && depth > 0) {
      if (--depth > 0) {
        inside += c;
      } else {
        result.inside.push_back(std::move(inside));
        inside.clear();
      }
    } else {
      (depth > 0 ? inside : result.outside) += c;
    }
  }
  if (depth > 0) result.outside += "(" + inside;
  result.outside = squeeze(result.outside);
  return result;
}

}  // namespace svod::plan
