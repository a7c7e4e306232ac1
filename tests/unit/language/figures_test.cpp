#include "language/figures.h"

#include "catch.h"
#include "language/plural.h"
#include "language/words.h"

using namespace svod;
using namespace svod::language;

TEST_CASE("figures have a decimal comma, thin groups and a true minus") {
  CHECK(number(Decimal{999, 0}) == "999");
  CHECK(number(Decimal{1234, 0}) == "1\u202F234");
  CHECK(number(Decimal{123456789, 2}) == "1\u202F234\u202F567,89");
  CHECK(number(Decimal{1234, 0}, false) == "1234");
  CHECK(number(Decimal{-5, 1}) == "−0,5");
  CHECK(number(Decimal{0, 1}) == "0,0");
  CHECK(number(Decimal{-1234567, 3}) == "−1\u202F234,567");
}

TEST_CASE("a number is rounded once, half away from zero") {
  CHECK(number(*Number::parse("3.625"), 2) == "3,63");
  CHECK(number(*Number::parse("-3.625"), 2) == "−3,63");
  CHECK(number(*Number::parse("-0.04"), 1) == "0,0");
  CHECK(number(*Number::ratio(2, 3), 1) == "0,7");
}

TEST_CASE("percent, ranges, differences, signs of states") {
  CHECK(percent(Decimal{678, 1}) == "67,8\u00A0%");
  CHECK(range("60", "69") == "60–69");
  CHECK(range("100", "100") == "100");
  CHECK(difference(Decimal{15, 1}) == "+1,5");
  CHECK(difference(Decimal{-3, 1}) == "−0,3");
  CHECK(difference(Decimal{0, 1}) == "0,0");
  CHECK(sign(State::zero) == "–");
  CHECK(sign(State::missing) == "…");
  CHECK(sign(State::not_applicable) == "×");
  CHECK(sign(State::value).empty());
  CHECK(sign_meaning(State::missing) == "… – нет данных");
}

TEST_CASE("plurals by the last figures, fractions in the genitive singular") {
  const PluralForms graduates{"выпускник", "выпускника", "выпускников"};
  CHECK(counted(1, graduates) == "1\u00A0выпускник");
  CHECK(counted(2, graduates) == "2\u00A0выпускника");
  CHECK(counted(5, graduates) == "5\u00A0выпускников");
  CHECK(counted(11, graduates) == "11\u00A0выпускников");
  CHECK(counted(0, graduates) == "0\u00A0выпускников");
  CHECK(counted(21, {"участник", "участника", "участников"}) == "21\u00A0участник");
  CHECK(counted(1112, graduates) == "1\u202F112\u00A0выпускников");
  CHECK(plural(-2, "балл", "балла", "баллов") == "балла");
  CHECK(counted(Decimal{15, 1}, {"балл", "балла", "баллов"}) == "1,5\u00A0балла");
  CHECK(counted(Decimal{20, 1}, {"балл", "балла", "баллов"}) == "2,0\u00A0балла");
  CHECK(plural(*Number::parse("0.5"), {"балл", "балла", "баллов"}) == "балла");
  CHECK(plural(*Number::parse("5"), {"балл", "балла", "баллов"}) == "баллов");
  CHECK(agree(21, "сдавал", "сдавали") == "сдавал");
  CHECK(agree(11, "сдавал", "сдавали") == "сдавали");
  CHECK(agree(2, "сдавал", "сдавали") == "сдавали");
}

TEST_CASE("numerals in words") {
  CHECK(cardinal(0) == "ноль");
  CHECK(cardinal(1, Gender::feminine) == "одна");
  CHECK(cardinal(1, Gender::neuter) == "одно");
  CHECK(cardinal(2, Gender::feminine) == "две");
  CHECK(cardinal(2, Gender::feminine, Case::genitive) == "двух");
  CHECK(cardinal(3, Gender::masculine, Case::genitive) == "трёх");
  CHECK(cardinal(21, Gender::feminine, Case::genitive) == "двадцати одной");
  CHECK(cardinal(18) == "восемнадцать");
  CHECK(cardinal(40, Gender::masculine, Case::genitive) == "сорока");
  CHECK(cardinal(342) == "триста сорок два");
  CHECK(cardinal(2021) == "две тысячи двадцать один");
  CHECK(cardinal(5000, Gender::masculine, Case::genitive) == "пяти тысяч");
  CHECK(cardinal(-1).empty());
}

TEST_CASE("lists and first letters") {
  const std::vector<std::string> three{"физика", "химия", "биология"};
  CHECK(listed(three) == "физика, химия и биология");
  CHECK(listed(std::vector<std::string>{"физика", "химия"}) == "физика и химия");
  CHECK(listed(std::vector<std::string>{"физика"}, "или") == "физика");
  CHECK(listed(std::vector<std::string>{"химия", "информатика и ИКТ"}) == "химия, информатика и ИКТ");
  CHECK(listed({}).empty());
  CHECK(capitalised("средний балл") == "Средний балл");
  CHECK(capitalised("«школа»") == "«Школа»");
  CHECK(capitalised("ёлка") == "Ёлка");
  CHECK(capitalised("9 класс") == "9 класс");
  CHECK(uncapitalised("Управление") == "управление");
  CHECK(uncapitalised("IV квартал") == "IV квартал");
  CHECK(uncapitalised("I–II кварталы") == "I–II кварталы");
  CHECK(uncapitalised("Intel") == "intel");
}

TEST_CASE("prepositions take the form that the next word wants") {
  CHECK(with_preposition("о", "итогах") == "об итогах");
  CHECK(with_preposition("О", "итогах") == "Об итогах");
  CHECK(with_preposition("о", "результатах") == "о результатах");
  CHECK(with_preposition("о", "единстве") == "о единстве");
  CHECK(with_preposition("об", "порядке") == "о порядке");
  CHECK(with_preposition("о", "ОГЭ") == "об ОГЭ");
  CHECK(with_preposition("с", "школами") == "со школами");
  CHECK(with_preposition("с", "учителями") == "с учителями");
  CHECK(with_preposition("с", "сайтом") == "с сайтом");
  CHECK(with_preposition("в", "втором") == "во втором");
  CHECK(with_preposition("в", "Владимире") == "во Владимире");
  CHECK(with_preposition("в", "выпуске") == "в выпуске");
  CHECK(with_preposition("к", "всем") == "ко всем");
  CHECK(with_preposition("к", "приказу") == "к приказу");
  CHECK(with_preposition("по", "итогам") == "по итогам");
}
