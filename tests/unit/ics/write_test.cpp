#include "ics/write.h"

#include "base/text.h"
#include "catch.h"

using namespace svod;

namespace {

Date day(const char* text) { return *parse_iso_date(text); }

document::Document made(std::vector<document::Event> events) {
  document::Document document;
  document.title = "Календарь: МОУ «Центр»";
  document.date = day("2022-02-01");
  document.events = std::move(events);
  return document;
}

/// Physical lines.
std::vector<std::string> lines(const std::string& file) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    result.push_back(file.substr(at, end - at));
    at = end + 2;
  }
  return result;
}

std::string unfolded(std::string file) { return replace_all(std::move(file), "\r\n ", ""); }

}  // namespace

TEST_CASE("an event lasts whole days and ends before the day after its last one") {
  const std::string file = ics::write(made({{"plan-3", day("2022-02-18"), day("2022-02-28"), "Семинар", ""}})).product;
  CHECK(file ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//svod//svod//RU\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
        "X-WR-CALNAME:Календарь: МОУ «Центр»\r\n"
        "BEGIN:VEVENT\r\nUID:plan-3@svod\r\nDTSTAMP:20220201T000000Z\r\nDTSTART;VALUE=DATE:20220218\r\n"
        "DTEND;VALUE=DATE:20220301\r\nSUMMARY:Семинар\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("what is printed on every page of the document is told of the calendar") {
  document::Document document = made({});
  document.mark = "НЕ ДЛЯ ПОДПИСИ: в тексте ошибки";
  CHECK(ics::write(document).product.find("\r\nX-WR-CALDESC:НЕ ДЛЯ ПОДПИСИ: в тексте ошибки\r\n") != std::string::npos);
}

TEST_CASE("marks of the format are escaped, control signs left out") {
  const std::string file = unfolded(ics::write(made({{"a", day("2022-01-01"), day("2022-01-01"), "А, б; в\\г\r\n\x01" "д:е", "x\ny"}})).product);
  CHECK(file.find("SUMMARY:А\\, б\\; в\\\\г\\nд:е\r\n") != std::string::npos);
  CHECK(file.find("DESCRIPTION:x\\ny\r\n") != std::string::npos);
}

TEST_CASE("long lines are folded at 75 octets, never inside a character") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 7 == 0 ? "x" : i % 5 == 0 ? "😀" : "я";
  const std::string file = ics::write(made({{"a", day("2022-01-01"), day("2022-01-01"), text, ""}})).product;
  for (const std::string& line : lines(file)) {
    CHECK(line.size() <= 75);
    CHECK(first_invalid_utf8(line) == std::string_view::npos);
  }
  CHECK(unfolded(file).find("SUMMARY:" + text + "\r\n") != std::string::npos);
}

TEST_CASE("every event has an identifier of its own") {
  const document::Event event{"same", day("2022-01-01"), day("2022-01-01"), "Дело", ""};
  const std::string file = ics::write(made({event, event})).product;
  CHECK(file.find("UID:same@svod") != std::string::npos);
  CHECK(file.find("UID:same-2@svod") != std::string::npos);
}
