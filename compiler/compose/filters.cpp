#include "compose/filters.h"

#include <functional>
#include <map>

#include "base/text.h"
#include "compose/printed.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/plural.h"
#include "language/posts.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using expression::Value;
using Arguments = std::vector<Value>;
using language::Case;

std::string text_at(const Arguments& arguments, std::size_t i, std::string otherwise = {}) {
  if (i >= arguments.size() || arguments[i].text() == nullptr) return otherwise;
  return *arguments[i].text();
}

/// Decimals asked for, else those of the figure, else those the number has.
int places_at(const Arguments& arguments, std::size_t i) {
  if (i < arguments.size() && arguments[i].number() != nullptr) {
    const Number& places = *arguments[i].number();
    if (places.is_whole() && places >= Number(0) && places <= Number(9)) return static_cast<int>(places.numerator());
  }
  return look_of(*arguments[0].number(), arguments[0].figure.get()).places;
}

Decimal rounded(const Arguments& arguments, std::size_t places) {
  return arguments[0].number()->round(places_at(arguments, places));
}

/// The figure that a noun stands with, as it is printed.
Decimal shown(const Value& value) {
  return value.number()->round(look_of(*value.number(), value.figure.get()).places);
}

language::PluralForms forms_of(const std::string& one, const std::string& few, const std::string& many) {
  return {one, few, many};
}

std::string plural(const Arguments& a) {
  const std::string one = text_at(a, 1), few = text_at(a, 2), many = text_at(a, 3);
  return language::counted(shown(a[0]), forms_of(one, few, many));
}

std::string form(const Arguments& a) {
  const std::string one = text_at(a, 1), few = text_at(a, 2), many = text_at(a, 3);
  return std::string(language::plural(shown(a[0]), forms_of(one, few, many)));
}

/// «сдавал» with 1, 21, 101; «сдавали» with all others, fractions too.
std::string agree(const Arguments& a) {
  const Decimal figure = shown(a[0]);
  const std::string one = text_at(a, 1), many = text_at(a, 2);
  return figure.places > 0 ? many : std::string(language::agree(figure.units, one, many));
}

std::string words(const Arguments& a) {
  const Decimal figure = shown(a[0]);
  if (figure.places > 0 || figure.units < 0 || figure.units > 10) return plural(a);
  const std::string one = text_at(a, 1), few = text_at(a, 2), many = text_at(a, 3);
  const language::Gender gender = language::parse_gender(text_at(a, 4, "m"));
  return language::cardinal(figure.units, gender) + std::string(language::no_break_space) +
         std::string(language::plural(figure.units, one, few, many));
}

/// Compared as printed: 3,99 and 3,988 are alike where two decimals are shown.
std::string versus(const Arguments& a) {
  if (a[1].number() == nullptr) return {};
  int places = look_of(*a[0].number(), a[0].figure.get()).places;
  if (a[1].figure && a[1].figure->round > places) places = a[1].figure->round;
  const Decimal left = a[0].number()->round(places);
  const Decimal right = a[1].number()->round(places);
  const Number x = Number::scaled(left.units, left.places), y = Number::scaled(right.units, right.places);
  if (x > y) return text_at(a, 2);
  return x < y ? text_at(a, 3) : text_at(a, 4);
}

std::string date(const Arguments& a) {
  const std::string style = text_at(a, 1, "long");
  const Date value = *a[0].date();
  if (style == "short") return language::short_date(value);
  if (style == "full") return language::full_date(value);
  return language::long_date(value);
}

std::vector<std::string> items(const Value& value) {
  std::vector<std::string> parts;
  for (const Value& item : *value.list()) parts.push_back(printed(item).text);
  return parts;
}

std::string quoted(const std::string& text) {
  return text.find("«") == std::string::npos ? "«" + text + "»" : "«" + replace_all(replace_all(text, "«", "„"), "»", "“") + "»";
}

/// A share that people have a word for, in the nominative: «треть», «примерно четверть», «почти половина»; any
/// other as it is printed.
std::string portion(const Arguments& a) {
  const Decimal tenths = a[0].number()->round(1);
  const std::int64_t share = tenths.units;
  struct Word {
    std::int64_t at;
    const char* name;
  };
  static constexpr Word words[] = {{100, "десятая часть"}, {200, "пятая часть"},  {250, "четверть"}, {333, "треть"},
                                   {500, "половина"},      {667, "две трети"}, {750, "три четверти"}, {1000, "все"}};
  for (const Word& word : words) {
    const std::int64_t off = share - word.at;
    if (off >= -4 && off <= 4) return off != 0 && word.at == 1000 ? "почти все" : word.name;
    if (word.at == 500 && off < 0 && off >= -40) return "почти половина";
    if (word.at == 500 && off > 0 && off <= 40) return "чуть больше половины";
    if (word.at == 1000 && off < 0 && off >= -40) return "почти все";
    if (off >= -16 && off <= 16 && word.at != 1000) return std::string("примерно ") + word.name;
  }
  return language::percent(shown(a[0]));
}

using Filter = std::function<std::string(const Arguments&)>;

const std::map<std::string, Filter, std::less<>>& number_filters() {
  static const std::map<std::string, Filter, std::less<>> filters{
      {"number", [](const Arguments& a) { return language::number(rounded(a, 1)); }},
      {"percent", [](const Arguments& a) { return language::percent(rounded(a, 1)); }},
      {"signed", [](const Arguments& a) { return language::difference(rounded(a, 1)); }},
      {"plain", [](const Arguments& a) { return language::number(shown(a[0]), false); }},
      {"plural", plural},
      {"form", form},
      {"agree", agree},
      {"words", words},
      {"versus", versus},
      {"portion", portion},
      {"school_year",
       [](const Arguments& a) {
         const auto grammatical_case = language::parse_case(text_at(a, 1, "nominative"));
         return language::school_year_phrase(static_cast<int>(a[0].number()->round(0).units),
                                             grammatical_case.value_or(Case::nominative));
       }},
  };
  return filters;
}

const std::map<std::string, Filter, std::less<>>& text_filters() {
  static const std::map<std::string, Filter, std::less<>> filters{
      {"cap", [](const Arguments& a) { return language::capitalised(*a[0].text()); }},
      {"uncap", [](const Arguments& a) { return language::uncapitalised(*a[0].text()); }},
      {"quoted", [](const Arguments& a) { return quoted(*a[0].text()); }},
      {"trim", [](const Arguments& a) { return squeeze(*a[0].text()); }},
      {"preposition", [](const Arguments& a) { return language::with_preposition(text_at(a, 1), *a[0].text()); }},
  };
  return filters;
}

const std::map<std::string_view, Case>& cases() {
  static const std::map<std::string_view, Case> all{{"genitive", Case::genitive},
                                                    {"dative", Case::dative},
                                                    {"accusative", Case::accusative},
                                                    {"instrumental", Case::instrumental},
                                                    {"prepositional", Case::prepositional}};
  return all;
}

}  // namespace

std::optional<Filtered> apply_filter(std::string_view filter, const Arguments& arguments) {
  const Value& value = arguments.at(0);
  Filtered result;
  if (filter == "sign") {
    result.value = Value::of(printed(value).text);
    result.value.figure = value.figure;
    return result;
  }
  const auto numeric = number_filters().find(filter);
  const auto textual = text_filters().find(filter);
  const auto grammatical_case = cases().find(filter);
  const bool of_list = filter == "list" || filter == "join";
  if (numeric == number_filters().end() && textual == text_filters().end() && grammatical_case == cases().end() &&
      !of_list && filter != "date") {
    return std::nullopt;
  }
  result.value = Value::absent(value.state == State::value ? State::missing : value.state);
  result.value.figure = value.figure;
  if (!value.known()) return result;
  std::string text;
  if (numeric != number_filters().end() && value.number() != nullptr) {
    text = numeric->second(arguments);
  } else if (textual != text_filters().end() && value.text() != nullptr) {
    text = textual->second(arguments);
  } else if (grammatical_case != cases().end() && value.text() != nullptr) {
    const language::Form form = language::post_in(*value.text(), grammatical_case->second);
    text = form.text;
    if (!form.confident) result.unsure = form.text;
  } else if (of_list && value.list() != nullptr) {
    text = filter == "list" ? language::listed(items(value), text_at(arguments, 1, "и"))
                            : join(items(value), text_at(arguments, 1, ", "));
  } else if (filter == "date" && value.date() != nullptr) {
    text = date(arguments);
  } else {
    return result;
  }
  result.value = Value::of(std::move(text));
  result.value.figure = value.figure;
  return result;
}

}  // namespace svod::compose
