#include "language/collation.h"

#include <boost/locale.hpp>
#include <locale>

namespace svod::language {
namespace {

namespace bl = boost::locale;

// The locale is named, not taken from the machine. The facet keeps a collator for each thread by itself.
const bl::collator<char>& collator() {
  static const std::locale locale = [] {
    bl::localization_backend_manager backends = bl::localization_backend_manager::global();
    backends.select("icu");
    bl::generator generator(backends);
    generator.categories(bl::collation_facet);
    generator.characters(bl::char_facet);
    return generator("ru_RU.UTF-8@colNumeric=yes");
  }();
  static const bl::collator<char>& facet = std::use_facet<bl::collator<char>>(locale);
  return facet;
}

int compare_at(bl::collator_base::level_type level, std::string_view a, std::string_view b) {
  return collator().compare(level, a.data(), a.data() + a.size(), b.data(), b.data() + b.size());
}

}  // namespace

int compare(std::string_view a, std::string_view b) {
  const int order = compare_at(bl::collator_base::tertiary, a, b);
  return order != 0 ? order : a.compare(b);
}

std::string sort_key(std::string_view text) {
  std::string key = collator().transform(bl::collator_base::tertiary, text.data(), text.data() + text.size());
  // ICU's keys end with a nought, which some versions of the wrapper keep; keys have no nought inside.
  while (!key.empty() && key.back() == '\0') key.pop_back();
  key += '\0';
  key += text;
  return key;
}

bool same_letters(std::string_view a, std::string_view b) {
  return compare_at(bl::collator_base::primary, a, b) == 0;
}

}  // namespace svod::language
