#include "language/dates.h"

#include <boost/locale.hpp>
#include <sstream>

#include "catch.h"

using namespace svod;
using namespace svod::language;
using namespace std::chrono_literals;

namespace {
constexpr Date day(int y, unsigned m, unsigned d) {
  return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
}  // namespace

TEST_CASE("dates in text and in tables") {
  CHECK(long_date(day(2021, 8, 25)) == "25\u00A0августа 2021\u00A0г.");
  CHECK(full_date(day(2022, 5, 1)) == "1\u00A0мая 2022\u00A0года");
  CHECK(short_date(day(2021, 8, 5)) == "05.08.2021");
  CHECK(month_and_year(8, 2021) == "август\u00A02021\u00A0г.");
}

TEST_CASE("ranges of dates say what differs") {
  CHECK(date_range(day(2021, 2, 18), day(2021, 2, 19)) == "18–19\u00A0февраля 2021\u00A0г.");
  CHECK(date_range(day(2021, 2, 28), day(2021, 3, 3)) == "28\u00A0февраля\u00A0– 3\u00A0марта 2021\u00A0г.");
  CHECK(date_range(day(2021, 12, 25), day(2022, 1, 10)) ==
        "25\u00A0декабря 2021\u00A0г.\u00A0– 10\u00A0января 2022\u00A0г.");
  CHECK(date_range(day(2021, 2, 18), day(2021, 2, 18)) == long_date(day(2021, 2, 18)));
}

TEST_CASE("months in their cases, and back") {
  CHECK(month_name(3, Case::prepositional) == "марте");
  CHECK(month_name(13).empty());
  for (unsigned month = 1; month <= 12; ++month) {
    for (const Case c : {Case::nominative, Case::genitive, Case::dative, Case::instrumental, Case::prepositional}) {
      CHECK(month_of_name(month_name(month, c)) == month);
    }
  }
  CHECK(month_of_name("Авг.") == 8);
  CHECK(month_of_name("сент.") == 9);
  CHECK(month_of_name("нояб.") == 11);
  CHECK(month_of_name("февр") == 2);
  CHECK(month_of_name("квартал") == 0);
}

TEST_CASE("the months agree with ICU's") {
  namespace bl = boost::locale;
  auto backends = bl::localization_backend_manager::global();
  backends.select("icu");
  const std::locale russian = bl::generator(backends)("ru_RU.UTF-8");
  for (unsigned month = 1; month <= 12; ++month) {
    const double noon = std::chrono::sys_days(day(2021, month, 15)).time_since_epoch() / 1h * 3600.0 + 43200.0;
    std::ostringstream genitive;
    genitive.imbue(russian);
    genitive << bl::as::gmt << bl::as::date_long << bl::as::date << noon;
    CHECK(genitive.str().find(std::string(month_name(month, Case::genitive))) != std::string::npos);
  }
}

TEST_CASE("school years, quarters, half-years") {
  CHECK(school_year(2020) == "2020/21");
  CHECK(school_year(1999) == "1999/00");
  CHECK(school_year_of(day(2021, 8, 31)) == 2020);
  CHECK(school_year_of(day(2021, 9, 1)) == 2021);
  CHECK(school_year_phrase(2020) == "2020/21\u00A0учебный\u00A0год");
  CHECK(school_year_phrase(2020, Case::prepositional) == "2020/21\u00A0учебном\u00A0году");
  CHECK(quarter_name(1, 2021) == "I\u00A0квартал\u00A02021\u00A0г.");
  CHECK(half_year_name(2, 2021) == "II\u00A0полугодие\u00A02021\u00A0г.");
  CHECK(school_half_year_name(1, 2020) == "I\u00A0полугодие 2020/21\u00A0учебного\u00A0года");
  CHECK(roman(9) == "IX");
  CHECK(roman(14) == "XIV");
  CHECK(roman(0).empty());
}

TEST_CASE("cases and genders by their names") {
  CHECK(parse_case("дательный") == Case::dative);
  CHECK(parse_case("Родительный падеж") == Case::genitive);
  CHECK(parse_case("кому") == Case::dative);
  CHECK(parse_case("instrumental") == Case::instrumental);
  CHECK_FALSE(parse_case("звательный"));
  CHECK_FALSE(parse_case(""));
  CHECK(parse_gender("Ж") == Gender::feminine);
  CHECK(parse_gender("муж.") == Gender::masculine);
  CHECK(parse_gender("?") == Gender::unknown);
  CHECK(case_name(Case::dative) == "дательный падеж");
}
