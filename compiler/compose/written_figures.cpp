#include "compose/written_figures.h"

#include <algorithm>

#include "base/text.h"

namespace svod::compose {
namespace {

std::optional<Number> figure_of(const std::string& text) {
  const std::string spaced = replace_all(std::string(trim(text)), "\u00A0", "");
  const std::string plain = replace_all(replace_all(spaced, ",", "."), "−", "-");
  return plain.empty() ? std::nullopt : Number::parse(plain);
}

/// «–» stands for nothing, «…» for what is not known, «×» for what does not apply.
std::optional<State> sign_of(const std::string& text) {
  const std::string_view bare = trim(text);
  if (bare == "–" || bare == "-" || bare == "—") return State::zero;
  if (bare == "…") return State::missing;
  if (bare == "×") return State::not_applicable;
  return std::nullopt;
}

int places_of(const std::string& text) {
  const std::size_t point = text.find_first_of(",.");
  return point == std::string::npos ? 0 : static_cast<int>(std::string(trim(text.substr(point + 1))).size());
}

}  // namespace

void take_figures(const definitions::WrittenTable& written, document::Table& table) {
  for (std::size_t column = 1; column < table.columns.size() && !written.rows.empty(); ++column) {
    const auto figure = [&](const auto& row) { return figure_of(row[column].text).has_value(); };
    const bool figures = std::all_of(written.rows.begin(), written.rows.end(), [&](const auto& row) {
      return column < row.size() && (figure(row) || sign_of(row[column].text));
    });
    if (!figures || std::none_of(written.rows.begin(), written.rows.end(), figure)) continue;
    table.columns[column].numeric = true;
    for (std::size_t i = 0; i < written.rows.size(); ++i) {
      const std::string& text = written.rows[i][column].text;
      document::Cell& cell = table.rows[i].cells[column];
      if (const auto sign = sign_of(text)) {
        cell.state = *sign;
        continue;
      }
      cell.number = figure_of(text);
      cell.format.places = places_of(text);
      cell.format.group = text.find("\u00A0") != std::string::npos;   // a year has no groups
    }
  }
}

}  // namespace svod::compose
