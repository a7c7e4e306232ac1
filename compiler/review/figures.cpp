#include "review/figures.h"

#include "language/letters.h"
#include "review/signs.h"

namespace svod::review {

std::optional<Figure> read_figure(std::u32string_view text) {
  std::string digits;
  Figure figure;
  bool comma = false, any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (language::is_digit(c)) {
      if (figure.percent || digits.size() > 18) return std::nullopt;
      digits += static_cast<char>(c);
      figure.places += comma ? 1 : 0;
      any = true;
    } else if ((c == ',' || c == '.') && any && !comma) {
      comma = true;
      digits += '.';
    } else if ((c == '-' || c == 0x2212) && !any && digits.empty()) {
      digits += '-';
    } else if (c == '%' && any && !figure.percent) {
      figure.percent = true;
    } else if (!is_blank(c)) {
      return std::nullopt;
    } else if (c == ' ' && any && !figure.percent) {
      // Groups of three digits; two figures in one cell are not one.
      std::size_t width = 0;
      while (i + 1 + width < text.size() && language::is_digit(text[i + 1 + width])) ++width;
      if (width != 0 && (width != 3 || comma)) return std::nullopt;
    }
  }
  if (!any || digits.back() == '.') return std::nullopt;
  const std::optional<Number> value = Number::parse(digits);
  if (!value) return std::nullopt;
  figure.value = *value;
  return figure;
}

bool prints_as(const Number& value, const Figure& printed) {
  const Decimal rounded = value.round(printed.places);
  const auto units = printed.value.units(printed.places);
  return rounded.places == printed.places && units && *units == rounded.units;
}

std::string with_comma(const Decimal& decimal) {
  std::string text = decimal.plain();
  for (char& c : text) {
    if (c == '.') c = ',';
  }
  return text;
}
std::string with_comma(const Number& value, int places) { return with_comma(value.round(places)); }

}  // namespace svod::review
