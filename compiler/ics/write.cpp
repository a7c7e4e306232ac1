#include "ics/write.h"

#include <cstdio>
#include <map>

#include "base/text.h"

namespace svod::ics {
namespace {

/// Octets of a line, its end not counted.
constexpr std::size_t kLine = 75;

std::string basic(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d%02u%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

Date next_day(Date date) { return Date{std::chrono::sys_days(date) + std::chrono::days(1)}; }

/// TEXT of RFC 5545: marks escaped, signs that no calendar takes left out.
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\\' || c == ';' || c == ',') {
      result += '\\';
      result += static_cast<char>(c);
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t' || c >= 0x20) {
      if (c != 0x7F) append_utf8(result, c);
    }
  }
  return result;
}

class Calendar {
 public:
  /// A content line, folded where it is long, never inside a character.
  void line(std::string_view text) {
    std::size_t room = kLine;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at;
      next_code_point(text, next);
      if (next - at > room) {
        out_ += "\r\n ";
        room = kLine - 1;
      }
      out_.append(text, at, next - at);
      room -= next - at;
      at = next;
    }
    out_ += "\r\n";
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

Outcome<std::string> write(const document::Document& document) {
  const std::string stamp = basic(document.date) + "T000000Z";
  Calendar out;
  out.line("BEGIN:VCALENDAR");
  out.line("VERSION:2.0");
  out.line("PRODID:-//svod//svod//RU");
  out.line("CALSCALE:GREGORIAN");
  out.line("METHOD:PUBLISH");
  if (!document.title.empty()) out.line("X-WR-CALNAME:" + escaped(document.title));
  // What stands on every page of the document: that it is not for signature.
  if (!document.mark.empty()) out.line("X-WR-CALDESC:" + escaped(document.mark));
  // Two events of one id are two events: the second one is named after its place among them.
  std::map<std::string, int> seen;
  for (const document::Event& event : document.events) {
    const int count = ++seen[event.id];
    out.line("BEGIN:VEVENT");
    out.line("UID:" + escaped(event.id) + (count > 1 ? "-" + std::to_string(count) : std::string()) + "@svod");
    out.line("DTSTAMP:" + stamp);
    out.line("DTSTART;VALUE=DATE:" + basic(event.from));
    out.line("DTEND;VALUE=DATE:" + basic(next_day(event.to)));
    out.line("SUMMARY:" + escaped(event.summary));
    if (!event.description.empty()) out.line("DESCRIPTION:" + escaped(event.description));
    out.line("TRANSP:TRANSPARENT");
    out.line("END:VEVENT");
  }
  out.line("END:VCALENDAR");
  Outcome<std::string> result;
  result.product = out.take();
  return result;
}

}  // namespace svod::ics
