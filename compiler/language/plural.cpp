#include "language/plural.h"

#include "language/figures.h"

namespace svod::language {

std::string_view plural(std::int64_t n, std::string_view one, std::string_view few, std::string_view many) {
  const std::int64_t hundred = n % 100 < 0 ? -(n % 100) : n % 100;
  const std::int64_t ten = hundred % 10;
  if (hundred >= 11 && hundred <= 14) return many;
  if (ten == 1) return one;
  return ten >= 2 && ten <= 4 ? few : many;
}

std::string_view plural(const Decimal& n, const PluralForms& forms) {
  return n.places > 0 ? forms.few : plural(n.units, forms.one, forms.few, forms.many);
}

std::string_view plural(const Number& n, const PluralForms& forms) {
  return n.is_whole() ? plural(n.numerator(), forms.one, forms.few, forms.many) : forms.few;
}

std::string counted(std::int64_t n, const PluralForms& forms) { return counted(Decimal{n, 0}, forms); }

std::string counted(const Decimal& n, const PluralForms& forms) {
  std::string result = number(n);
  result += no_break_space;
  result += plural(n, forms);
  return result;
}

std::string_view agree(std::int64_t n, std::string_view singular, std::string_view plural_form) {
  return plural(n, singular, plural_form, plural_form);
}

}  // namespace svod::language
