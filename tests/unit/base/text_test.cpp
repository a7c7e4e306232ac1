#include "base/text.h"

#include "base/date.h"
#include "base/hash.h"
#include "catch.h"

using namespace svod;

TEST_CASE("broken UTF-8 is found where it begins") {
  CHECK(first_invalid_utf8("школа") == std::string_view::npos);
  CHECK(first_invalid_utf8("a\xC0\x80") == 1);
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);
  CHECK(first_invalid_utf8("ш\xD1") == 2);
}

TEST_CASE("names that people type fold to one form") {
  CHECK(folded("МБОУ  «Берёзовская\u00A0СОШ»") == folded("мбоу \"Березовская СОШ\""));
  CHECK(folded("18–19") == "18-19");
  CHECK(squeeze("  Кол-во \n уч-ков ") == "Кол-во уч-ков");
}

TEST_CASE("the nearest name is offered only for a slip") {
  const std::vector<std::string> names{"participants", "subject", "school"};
  CHECK(nearest("partcipants", names) == "participants");
  CHECK(nearest("subejct", names) == "subject");
  CHECK(nearest("teachers", names).empty());
}

TEST_CASE("serial numbers of both date systems") {
  CHECK(iso(*date_of_serial(44377, false)) == "2021-06-30");
  CHECK(iso(*date_of_serial(42915, true)) == "2021-06-30");
  CHECK(iso(*date_of_serial(1, false)) == "1900-01-01");
  CHECK(iso(*date_of_serial(61, false)) == "1900-03-01");
  CHECK_FALSE(date_of_serial(60, false));
  CHECK_FALSE(parse_iso_date("2021-06-31"));
  CHECK(serial_of_date(*parse_iso_date("2021-06-30")) == 44377);
}

TEST_CASE("hashes are those of the standard") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(keyed_hash("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("every place is replaced, once, in long texts too") {
  CHECK(replace_all("абаба", "аба", "б") == "бба");
  CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
  CHECK(replace_all("a-b-", "-", "") == "ab");
  CHECK(replace_all("a", "", "b") == "a");
  CHECK(replace_all("", "a", "b").empty());
  CHECK(replace_all(std::string(4'000'000, 'a'), "a", "bc").size() == 8'000'000);
}
