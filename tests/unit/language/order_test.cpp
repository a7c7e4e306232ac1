#include <algorithm>
#include <thread>
#include <vector>

#include "catch.h"
#include "language/collation.h"
#include "language/hyphenation.h"

using namespace svod::language;

namespace {

std::string broken(const Hyphenation& hyphenation, std::string word) {
  const auto at = hyphenation.breaks(word);
  for (auto i = at.rbegin(); i != at.rend(); ++i) word.insert(*i, "·");
  return word;
}

}  // namespace

TEST_CASE("names sort as in Russian, figures by their value") {
  std::vector<std::string> schools{"Школа № 10", "Ясногорская", "школа № 2", "Елыкаевская", "Ёлкинская",
                                   "Жургавань", "Берёзовская", "Березово", "Арсентьевская"};
  std::sort(schools.begin(), schools.end(), ByLanguage{});
  const std::vector<std::string> expected{"Арсентьевская", "Березово", "Берёзовская", "Ёлкинская", "Елыкаевская",
                                          "Жургавань", "школа № 2", "Школа № 10", "Ясногорская"};
  CHECK(schools == expected);
  CHECK(compare("а", "а") == 0);
  CHECK(compare("ё", "е") != 0);
  CHECK(same_letters("Берёзовская", "березовская"));
  CHECK_FALSE(same_letters("Елыкаевская", "Елькаевская"));
  CHECK_FALSE(same_letters("йод", "иод"));
}

TEST_CASE("sort keys have the order of compare") {
  const std::vector<std::string> words{"", "а", "А", "е", "ё", "Е", "ель", "ёлка", "и", "й", "9 класс", "11 класс",
                                       "I", "школа", "Школа", "школа 2", "школа 10", "«Школа»", "ъ", "я", "z"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      CAPTURE(a, b);
      const int by_key = sort_key(a).compare(sort_key(b));
      const int by_compare = compare(a, b);
      CHECK((by_key < 0) == (by_compare < 0));
      CHECK((by_key > 0) == (by_compare > 0));
    }
  }
}

TEST_CASE("collation and hyphenation serve many threads at once") {
  const auto hyphenation = Hyphenation::load();
  REQUIRE(hyphenation);
  std::vector<std::string> results(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&hyphenation, &result] {
        for (int i = 0; i < 300; ++i) {
          if (compare("Берёзовская", "Ясногорская") >= 0) result = "wrong order";
          if (result.empty() || i == 299) result = broken(*hyphenation, "образования");
        }
      });
    }
  }
  for (const std::string& result : results) CHECK(result == results[0]);
}

TEST_CASE("words break by the dictionary, with at least two letters on a side") {
  const auto hyphenation = Hyphenation::load();
  REQUIRE(hyphenation);
  CHECK(broken(*hyphenation, "результатов") == "ре·зуль·та·тов");
  CHECK(broken(*hyphenation, "подъезд") == "подъ·езд");
  CHECK(broken(*hyphenation, "Управление,") == "Управ·ле·ние,");
  CHECK(broken(*hyphenation, "«зелёный»") == "«зелё·ный»");
  CHECK(broken(*hyphenation, "учебно-методический") == "учеб·но-ме·то·ди·че·ский");
  CHECK(broken(*hyphenation, "образования") == "об·ра·зо·ва·ния");
  CHECK(broken(*hyphenation, "асбест") == "ас·бест");  // a word that the dictionary lists whole
  CHECK(broken(*hyphenation, "отметка") == "от·мет·ка");
  for (const char* whole : {"ОГЭ", "ФГБНУ", "МБОУ", "СанПиН", "статья2", "web-сайт", "это", "мост", "", "—"}) {
    CAPTURE(whole);
    CHECK(hyphenation->breaks(whole).empty());
  }
}

TEST_CASE("exceptions of a profile win over the dictionary") {
  const std::vector<std::string> exceptions{"педа-гог", "Кемерово"};
  const auto hyphenation = Hyphenation::load(std::filesystem::path(default_hyphenation_dictionary), exceptions);
  REQUIRE(hyphenation);
  CHECK(broken(*hyphenation, "Педагог") == "Педа·гог");
  CHECK(broken(*hyphenation, "Кемерово") == "Кемерово");
}

TEST_CASE("no dictionary, no object") {
  CHECK_FALSE(Hyphenation::load("/nowhere/hyph.dic"));
  CHECK_FALSE(Hyphenation::load("/"));
}
