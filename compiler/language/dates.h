#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "language/cases.h"

namespace svod::language {

/// «август», «августа», «в августе» (without «в»). Every case is known; `month` is 1 to 12, else empty.
std::string_view month_name(unsigned month, Case grammatical_case = Case::nominative);
/// 1 to 12 for a name in any case, in any letter case, or its usual abbreviation («авг.»); 0 otherwise.
unsigned month_of_name(std::string_view name);

/// «25 августа 2021 г.», no-break spaces inside.
std::string long_date(Date date);
/// «25 августа 2021 года».
std::string full_date(Date date);
/// «25.08.2021».
std::string short_date(Date date);
/// «18–19 февраля 2021 г.», «28 февраля – 3 марта 2021 г.», «25 декабря 2021 г. – 10 января 2022 г.»; one
/// date where both are alike.
std::string date_range(Date from, Date to);
/// «август 2021 г.».
std::string month_and_year(unsigned month, int year);

/// The school year that begins in September of `first_year`: «2020/21».
std::string school_year(int first_year);
/// The first calendar year of the school year that holds the day: from 1 September on, its own.
int school_year_of(Date date);
/// «2020/21 учебный год» in the case: «2020/21 учебного года», «2020/21 учебном году».
std::string school_year_phrase(int first_year, Case grammatical_case = Case::nominative);

/// «I квартал 2021 г.», «II полугодие 2021 г.».
std::string quarter_name(unsigned quarter, int year);
std::string half_year_name(unsigned half, int year);
/// «I полугодие 2020/21 учебного года».
std::string school_half_year_name(unsigned half, int first_year);
/// «I» to «XXXIX»; empty outside.
std::string roman(unsigned value);

}  // namespace svod::language
