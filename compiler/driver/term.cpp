#include "driver/term.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "driver/codes.h"
#include "plan/term.h"

namespace svod::driver {
namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return value;
}

/// «2022», «2021/22», «2021/2022».
std::optional<plan::YearContext> context_of(std::string_view year) {
  const std::size_t slash = year.find_first_of("/-");
  const auto first = number(year.substr(0, slash));
  if (!first || *first < 1900 || *first > 2199) return std::nullopt;
  if (slash == std::string_view::npos) return plan::YearContext{*first, false};
  const auto second = number(year.substr(slash + 1));
  if (!second || (*second != *first + 1 && *second != (*first + 1) % 100)) return std::nullopt;
  return plan::YearContext{*first, true};
}

nlohmann::ordered_json json_of(const plan::Term& term) {
  nlohmann::ordered_json json;
  json["text"] = term.text;
  json["kind"] = plan::kind_name(term.kind);
  if (term.from) json["from"] = iso(*term.from);
  if (term.to) json["to"] = iso(*term.to);
  for (const plan::Span& part : term.parts) json["parts"].push_back({{"from", iso(part.from)}, {"to", iso(part.to)}});
  if (!term.every.empty()) json["every"] = term.every;
  if (!term.within.empty()) json["within"] = term.within;
  if (const std::string note = plan::words_beside(term); !note.empty()) json["note"] = note;
  if (!term.reason.empty()) json["reason"] = term.reason;
  if (!term.reading.empty()) json["reading"] = term.reading;
  for (const plan::Term::Problem& problem : term.problems) {
    json["problems"].push_back({{"severity", problem.error ? "error" : "warning"}, {"text", problem.text}});
  }
  return json;
}

}  // namespace

Answer term_command(const std::string& text, const std::string& year) {
  Answer answer;
  const auto context = context_of(year);
  if (!context) {
    answer.exit = 2;
    answer.diagnostics.error(codes::bad_usage, Location::in_file("svod term"), "ключ --year: нет такого года: «" + year + "»",
                             "укажите календарный год (2022) или учебный (2021/22)");
    return answer;
  }
  const plan::Term term = plan::read_term(text, *context);
  answer.out = json_of(term).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  answer.exit = term.kind == plan::Term::Kind::invalid ? 1 : 0;
  return answer;
}

}  // namespace svod::driver
