#include <chrono>
#include <ctime>
#include <random>
#include <vector>

#include "base/text.h"
#include "catch.h"
#include "language/dates.h"
#include "term_told.h"

using namespace svod;
using namespace svod::plan;

namespace {

constexpr YearContext k2022{2022, false};

// What a term says, without the words that say it and without what is clumsy in them.
const std::vector<std::string> kTerms{
    "16.02.2022",
    "18-19 февраля 2022",
    "Февраль, апрель 2022",
    "Сентябрь-декабрь 2022",
    "18, 20 и 25 февраля 2022 года",
    "III-IV кварталы 2022 г.",
    "второе полугодие 2022 года",
    "3 четверть 2021-2022 учебного года",
    "2021-2024",
    "2022, 2024",
    "до 25 марта 2022",
    "до 20 июня 2022 - за I полугодие, до 10 декабря 2022 - за II",
    "Ежегодно",
    "Ежегодно, август",
    "2021-2024 (март-апрель)",
    "2021-2024 (один раз в четверть)",
    "Октябрь, май (ежегодно)",
    "Январь 2022 (далее - ежемесячно)",
    "ежегодно, до 15 августа",
    "ежегодно, с 20 августа по 10 сентября",
    "до 5 числа каждого месяца",
    "5 и 20 числа каждого месяца",
    "еженедельно по пятницам",
    "раз в полгода",
    "1 раз в 3 года для каждой ОО",
    "1 раз в 2 недели",
    "один раз в учебный год",
    "Весь период",
    "Постоянно",
    "с 1 сентября 2022 г.",
    "При необходимости",
    "по запросу ОО",
    "По результатам четверти",
    "в течение 1 месяца после проведения процедуры",
    "По плану УО",
    "Август 2022 (по отдельному плану)",
    "с 25 декабря 2022 г. по 10 января 2023 г.",
    "2022/23 учебный год",
    "сентябрь 2022 - май 2023",
    "Май-август 2022 (предварительные данные), сентябрь 2022",
    "2022 год",
    "март-апрель 2022, октябрь 2022",
};

std::string replaced(const std::string& text, char32_t from, char32_t to) {
  std::u32string all = to_code_points(text);
  for (char32_t& c : all) c = c == from ? to : c;
  return to_utf8(all);
}

std::string upper(const std::string& text) {
  std::u32string all = to_code_points(text);
  for (char32_t& c : all) {
    if (c >= 0x430 && c <= 0x44F) c -= 32;
    if (c == 0x451) c = 0x401;
  }
  return to_utf8(all);
}

// Notes are kept as written, so they differ where the whole text does.
std::string dates_told(Term term) {
  term.note.clear();
  term.reason = term.reason.empty() ? "" : "said";
  return meaning_told(term);
}

Date today(std::chrono::sys_days day) { return Date{day}; }

/// Of the processor, so that a busy machine changes nothing.
double seconds(const std::string& text) {
  const std::clock_t begin = std::clock();
  read_term(text, k2022);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view piece, std::size_t characters) {
  std::string text;
  for (std::size_t count = 0; count < characters; count += length(piece)) text += piece;
  return text;
}

}  // namespace

TEST_CASE("a normal form reads back as the same term") {
  for (const std::string& text : kTerms) {
    const Term term = read_term(text, k2022);
    const std::string form = normal_form(term);
    INFO(text << " -> " << form);
    REQUIRE(term.kind != Term::Kind::invalid);
    const Term again = read_term(form, k2022);
    CHECK(lower(meaning_told(again)) == lower(meaning_told(term)));
    CHECK(again.days == term.days);
    CHECK(again.weekdays == term.weekdays);
    CHECK(again.problems.empty());
    CHECK(normal_form(again) == form);
  }
}

TEST_CASE("letters, spaces, dashes and marks of the year do not matter") {
  for (const std::string& text : kTerms) {
    INFO(text);
    const std::string meaning = dates_told(read_term(text, k2022));
    CHECK(dates_told(read_term(upper(text), k2022)) == meaning);
    CHECK(dates_told(read_term(lower(text), k2022)) == meaning);
    CHECK(dates_told(read_term(replaced(text, ' ', 0xA0), k2022)) == meaning);
    CHECK(dates_told(read_term(replaced(text, ' ', '\n'), k2022)) == meaning);
    for (const char32_t dash : {U'\u2010', U'\u2011', U'\u2012', U'\u2013', U'\u2014', U'\u2212'}) {
      CHECK(dates_told(read_term(replaced(text, '-', dash), k2022)) == meaning);
    }
    CHECK(dates_told(read_term("  " + text + " . ", k2022)) == meaning);
  }
  for (const char* text :
       {"март 2022", "март 2022 г.", "март 2022 года", "Март 2022г.", "в марте 2022 года", "МАРТ 2022 Г."}) {
    CHECK(meaning_told(read_term(text, {2020, false})) == "interval 2022-03-01..2022-03-31");
  }
  for (const char* text :
       {"четвёртый квартал 2022", "четвертый квартал 2022", "4 квартал 2022", "IV кв. 2022 г.", "4-й квартал 2022"}) {
    CHECK(meaning_told(read_term(text, {2020, false})) == "interval 2022-10-01..2022-12-31");
  }
}

TEST_CASE("every day from 2020 to 2032 in every written form") {
  using namespace std::chrono;
  std::size_t wrong = 0;
  for (sys_days day = sys_days(year{2020} / 1 / 1); day <= sys_days(year{2032} / 12 / 31); day += days(1)) {
    const Date date = today(day);
    const std::string figures = language::short_date(date), number = std::to_string(static_cast<unsigned>(date.day()));
    const std::string month{language::month_name(static_cast<unsigned>(date.month()), language::Case::genitive)};
    const std::string year_figures = std::to_string(static_cast<int>(date.year()));
    const std::string quoted = "«" + figures.substr(0, 2) + "» " + month + " " + year_figures + " г.";
    for (const std::string& text : {figures, figures + " г.", figures + " года", iso(date), language::long_date(date),
                                    language::full_date(date), number + " " + month + " " + year_figures, quoted,
                                    number + "-го " + month + " " + year_figures + " г."}) {
      const Term term = read_term(text, {2000, false});
      const Term before = read_term("не позднее " + text, {2000, false});
      const bool right = term.kind == Term::Kind::date && term.from == date && term.to == date &&
                         term.problems.empty() && before.kind == Term::Kind::deadline && before.to == date &&
                         !before.from && before.problems.empty();
      wrong += right ? 0 : 1;
      if (!right) UNSCOPED_INFO(text);
    }
    const Term term = read_term(normal_form(read_term(figures, {2000, false})), {2000, false});
    wrong += term.kind == Term::Kind::date && term.from == date ? 0 : 1;
    // Without a year, in the calendar year and in the school year that hold the day.
    const Term bare = read_term(number + " " + month, {static_cast<int>(date.year()), false});
    wrong += bare.from == date && bare.problems.size() == 1 ? 0 : 1;
    const Term school = read_term(number + " " + month, {language::school_year_of(date), true});
    wrong += school.from == date ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("days that no month has are not dates, and the nearest one is offered") {
  for (int year = 2020; year <= 2032; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      const auto last = std::chrono::year_month_day_last{std::chrono::year{year},
                                                         std::chrono::month_day_last{std::chrono::month{month}}};
      const unsigned days = static_cast<unsigned>(last.day());
      const std::string name{language::month_name(month, language::Case::genitive)};
      const Term term = read_term(std::to_string(days + 1) + " " + name + " " + std::to_string(year), k2022);
      INFO(term.text);
      CHECK(term.kind == Term::Kind::invalid);
      CHECK_FALSE(term.reason.empty());
      CHECK(read_term(term.reading, k2022).from == Date{last});
      CHECK(read_term("до " + std::to_string(days) + " " + name + " " + std::to_string(year), k2022).to == Date{last});
    }
  }
}

TEST_CASE("any text gives a term") {
  std::mt19937 random(20220315);
  const std::vector<std::string> pieces{
      "март",
      "мая",
      "1",
      "31",
      "2022",
      "202",
      "года",
      "г.",
      "-",
      " – ",
      ",",
      ";",
      "(",
      ")",
      "до",
      "с",
      "по",
      "к",
      "не позднее",
      "квартал",
      "четверть",
      "полугодие",
      "учебный",
      "год",
      "ежегодно",
      "раз",
      "в",
      "каждый",
      "плану",
      "графику",
      "далее",
      "необходимо",
      "сти",
      "конец",
      "начало",
      "неделя",
      "первая",
      "половина",
      "IV",
      "X",
      "«",
      "»",
      "/",
      ".",
      "течение",
      "весь",
      "период",
      "постоянно",
      "числа",
      "после",
      "и",
      "\xFF",
      "\xD0",
      "\u0301",
      "😀",
      "00",
      "99999999999999999999",
      "для каждой ОО",
  };
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const std::size_t count = random() % 12;
    for (std::size_t at = 0; at < count; ++at)
      text += pieces[random() % pieces.size()] + (random() % 4 != 0 ? " " : "");
    const Term term = read_term(text, {static_cast<int>(2000 + random() % 40), random() % 2 == 0});
    INFO(text);
    const std::string form = normal_form(term);
    CHECK(first_invalid_utf8(form) == std::string_view::npos);
    CHECK(first_invalid_utf8(term.note) == std::string_view::npos);
    if (term.kind == Term::Kind::invalid) CHECK_FALSE(term.reason.empty());
    if (term.from) CHECK(term.from->ok());
    if (term.to) CHECK(term.to->ok());
    if (term.kind == Term::Kind::interval) CHECK(*term.from <= *term.to);
    for (const Span& part : term.parts) CHECK((part.from.ok() && part.to.ok()));
  }
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 60, ' ');
    for (char& c : text) c = static_cast<char>(random() % 256);
    const Term term = read_term(text, k2022);
    CHECK(first_invalid_utf8(term.text) == std::string_view::npos);
  }
}

TEST_CASE("a cell of a million characters is read in linear time") {
  for (const char* piece : {"1, ",
                            "(",
                            "()",
                            "начало ",
                            "март-",
                            "март, ",
                            "до ",
                            "по плану и ",
                            "1 раз в ",
                            "каждый ",
                            "необходимо сти ",
                            "1 половина ",
                            "I-",
                            "18 февраля 2022, ",
                            "далее ",
                            "весь период ",
                            "абв ",
                            "2022-",
                            "с 1 по 5 марта и ",
                            "31.03. "}) {
    INFO(piece);
    const double small = seconds(repeated(piece, 10'000)), large = seconds(repeated(piece, 100'000));
    CHECK(large < 30 * small + 0.5);
  }
  CHECK(read_term(repeated("март, ", 1'000'000), k2022).kind == Term::Kind::dates);
  CHECK(read_term(repeated("абв ", 1'000'000), k2022).kind == Term::Kind::invalid);
}
