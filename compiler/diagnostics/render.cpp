#include "diagnostics/render.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/text.h"

namespace svod {
namespace {

constexpr std::size_t kPlacesShown = 5;

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error: return "ошибка";
    case Severity::warning: return "предупреждение";
    case Severity::note: return "замечание";
  }
  return "";
}

std::string_view english(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "";
}

std::string_view paint(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::note: return "\x1b[1;36m";
  }
  return "";
}

// A value from a file may hold escapes that would move the cursor or end the line.
std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n' || c == '\t' || c == '\r') {
      result += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
      append_utf8(result, 0xFFFD);
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

std::string_view times(std::size_t count) {
  const std::size_t tail = count % 100;
  if (tail / 10 != 1 && count % 10 >= 2 && count % 10 <= 4) return "раза";
  return "раз";
}

/// What is shown of a line: all of a short one, the surroundings of the place of a long one.
struct Window {
  std::u32string text;
  std::size_t column = 0;   ///< of the place in `text`, from 0
};

Window window_of(std::string_view line, int column) {
  constexpr std::size_t kShown = 200;
  constexpr std::size_t kBefore = 100;
  const std::u32string all = to_code_points(line);
  const std::size_t place = std::min(all.size(), column > 0 ? static_cast<std::size_t>(column) - 1 : 0);
  if (all.size() <= kShown) return {all, place};
  const std::size_t begin = place > kBefore ? std::min(place - kBefore, all.size() - kShown) : 0;
  Window shown{all.substr(begin, kShown), place - begin};
  if (begin > 0) {
    shown.text.insert(shown.text.begin(), U'…');
    ++shown.column;
  }
  if (begin + kShown < all.size()) shown.text += U'…';
  return shown;
}

void add_excerpt(std::string& out, const Diagnostic& item) {
  if (item.excerpt.empty() || item.where.line <= 0) return;
  const Window shown = window_of(item.excerpt, item.where.column);
  const std::string number = std::to_string(item.where.line);
  out += "  " + number + " │ " + printable(to_utf8(shown.text)) + "\n";
  if (item.where.column <= 0) return;
  const std::size_t width = display_width(to_utf8(std::u32string_view(shown.text).substr(0, shown.column)));
  out += "  " + std::string(number.size(), ' ') + " │ " + std::string(width, ' ') + "^\n";
}

}  // namespace

std::string render_text(const Diagnostics& diagnostics, bool color) {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::map<Key, std::vector<const Diagnostic*>> groups;
  for (const Diagnostic& item : diagnostics) {
    if (!item.cause.empty()) groups[{item.code->id, item.where.file, item.cause}].push_back(&item);
  }
  std::string out;
  for (const Diagnostic& item : diagnostics) {
    const std::vector<const Diagnostic*>* group = nullptr;
    if (!item.cause.empty()) {
      group = &groups[{item.code->id, item.where.file, item.cause}];
      if (group->front() != &item) continue;
    }
    if (color) out += paint(item.severity);
    out += word(item.severity);
    out += " ";
    out += item.code->id;
    if (color) out += "\x1b[0m";
    out += ": " + printable(item.message);
    if (group != nullptr && group->size() > 1) {
      out += " (" + std::to_string(group->size()) + " " + std::string(times(group->size())) + ")";
    }
    out += "\n";
    if (const std::string where = item.where.text(); !where.empty()) out += "  " + printable(where) + "\n";
    if (group != nullptr && group->size() > 1) {
      for (std::size_t i = 1; i < group->size() && i < kPlacesShown; ++i) {
        out += "  " + printable((*group)[i]->where.text()) + "\n";
      }
      if (group->size() > kPlacesShown) {
        out += "  и ещё мест: " + std::to_string(group->size() - kPlacesShown) + " (все – с ключом --messages json)\n";
      }
    }
    add_excerpt(out, item);
    for (const Related& related : item.related) {
      out += "  см. " + printable(related.where.text()) + ": " + printable(related.text) + "\n";
    }
    if (!item.hint.empty()) out += "  подсказка: " + printable(item.hint) + "\n";
  }
  return out;
}

std::string render_json(const Diagnostics& diagnostics) {
  const auto place = [](nlohmann::ordered_json& object, const Location& where) {
    object["file"] = where.file;
    object["sheet"] = where.sheet;
    object["cell"] = where.cells ? a1(*where.cells) : "";
    object["line"] = where.line;
    object["column"] = where.column;
  };
  std::string out;
  for (const Diagnostic& item : diagnostics) {
    nlohmann::ordered_json object;
    object["severity"] = english(item.severity);
    object["code"] = item.code->id;
    place(object, item.where);
    object["message"] = item.message;
    object["hint"] = item.hint;
    object["related"] = nlohmann::ordered_json::array();
    for (const Related& related : item.related) {
      nlohmann::ordered_json other;
      place(other, related.where);
      other["text"] = related.text;
      object["related"].push_back(std::move(other));
    }
    out += object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }
  return out;
}

}  // namespace svod
