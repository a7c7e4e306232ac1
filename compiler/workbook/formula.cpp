#include "workbook/formula.h"

#include "source/location.h"
#include "workbook/reference.h"

namespace svod::workbook {
namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Bytes above 0x7F belong to names in other scripts.
bool is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '\\' || c == '?' || (c & 0x80) != 0;
}

/// One end of a reference: `$A$1`, `A`, `$1`.
struct Point {
  bool has_column = false, fixed_column = false, has_row = false, fixed_row = false;
  std::int64_t column = 0, row = 0;
};

bool parse_point(std::string_view word, Point& point) {
  std::size_t i = 0;
  const auto dollar = [&] { return i < word.size() && word[i] == '$' ? (++i, true) : false; };
  bool fixed = dollar();
  std::size_t letters = 0;
  for (; i < word.size() && is_letter(word[i]); ++i, ++letters) {
    point.column = point.column * 26 + ((word[i] & ~0x20) - 'A' + 1);
    if (letters > 2) return false;
  }
  if (letters > 0) {
    point.has_column = true;
    point.fixed_column = fixed;
    point.column -= 1;
    if (point.column >= kSheetColumns) return false;
    fixed = dollar();
  }
  std::size_t digits = 0;
  for (; i < word.size() && is_digit(word[i]); ++i, ++digits) {
    point.row = point.row * 10 + (word[i] - '0');
    if (digits > 6) return false;
  }
  if (digits > 0) {
    point.has_row = true;
    point.fixed_row = fixed;
    point.row -= 1;
    if (point.row < 0 || point.row >= kSheetRows) return false;
  } else if (fixed && letters > 0) {
    return false;
  }
  return i == word.size() && (point.has_column || point.has_row);
}

bool move_point(Point& point, std::int64_t rows, std::int64_t columns) {
  if (point.has_column && !point.fixed_column) point.column += columns;
  if (point.has_row && !point.fixed_row) point.row += rows;
  return point.column >= 0 && point.column < kSheetColumns && point.row >= 0 && point.row < kSheetRows;
}

void print_point(std::string& out, const Point& point) {
  if (point.has_column) {
    if (point.fixed_column) out += '$';
    out += column_letters(static_cast<std::uint32_t>(point.column));
  }
  if (point.has_row) {
    if (point.fixed_row) out += '$';
    out += std::to_string(point.row + 1);
  }
}

/// Past the closing quote; a doubled quote is one of the text.
std::size_t past_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] != quote) continue;
    if (at + 1 < text.size() && text[at + 1] == quote) {
      ++at;
    } else {
      return at + 1;
    }
  }
  return at;
}

/// Past `[...]`: a workbook's number or a table's columns; brackets nest, `'` escapes the next character.
std::size_t past_bracket(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\'') {
      ++at;
    } else if (text[at] == '[') {
      ++depth;
    } else if (text[at] == ']' && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_name(text[at]) || text[at] == '$')) ++at;
  return at;
}

}  // namespace

std::string shifted_formula(std::string_view formula, std::int32_t rows_down, std::int32_t columns_right) {
  if (rows_down == 0 && columns_right == 0) return std::string(formula);
  std::string out;
  out.reserve(formula.size() + 8);
  const auto moved = [&](Point& point) { return move_point(point, rows_down, columns_right); };
  for (std::size_t at = 0; at < formula.size();) {
    const char c = formula[at];
    std::size_t end = at + 1;
    if (c == '"' || c == '\'') {
      end = past_quoted(formula, at);
    } else if (c == '[') {
      end = past_bracket(formula, at);
    } else if (is_name(c) || c == '$') {
      end = word_end(formula, at);
      const char after = end < formula.size() ? formula[end] : '\0';
      Point first;
      if (after != '(' && after != '!' && after != '[' && parse_point(formula.substr(at, end - at), first)) {
        // `A:A`, `1:1` and `A1:B2` are read as one; a lone column or row is a name or a number.
        if (after == ':') {
          const std::size_t last_end = word_end(formula, end + 1);
          const char beyond = last_end < formula.size() ? formula[last_end] : '\0';
          if (beyond == '!') {  // sheets by name: `S1:S3!A1`
            out.append(formula.substr(at, last_end - at));
            at = last_end;
            continue;
          }
          Point last;
          if (beyond != '(' && parse_point(formula.substr(end + 1, last_end - end - 1), last) &&
              last.has_column == first.has_column && last.has_row == first.has_row) {
            const bool inside = moved(first);
            if (moved(last) && inside) {
              print_point(out, first);
              out += ':';
              print_point(out, last);
            } else {
              out += "#REF!";
            }
            at = last_end;
            continue;
          }
        }
        if (first.has_column && first.has_row) {
          if (moved(first)) {
            print_point(out, first);
          } else {
            out += "#REF!";
          }
          at = end;
          continue;
        }
      }
    }
    out.append(formula.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace svod::workbook
