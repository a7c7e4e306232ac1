#include "compose/written_runs.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "compose/numbering.h"
#include "compose/press.h"
#include "compose/written_text.h"

namespace svod::compose {
namespace {

using definitions::Written;

Draft draft(std::string text) {
  Draft made;
  made.run.text = std::move(text);
  return made;
}

/// «[label](#name)» at `at`: where its parts are.
struct Link {
  std::size_t begin = std::string::npos, end = 0;
  std::string_view label, name;
};

Link link_in(std::string_view text, std::size_t from) {
  Link found;
  const std::size_t middle = text.find("](#", from);
  if (middle == std::string_view::npos) return found;
  const std::size_t close = text.find(')', middle), open = text.rfind('[', middle);
  if (close == std::string_view::npos || open == std::string_view::npos || open < from) return found;
  found.begin = open;
  found.end = close + 1;
  found.label = text.substr(open + 1, middle - open - 1);
  found.name = text.substr(middle + 3, close - middle - 3);
  return found;
}

/// Without the sign that ends it in a list.
std::string bare(const std::string& text) {
  std::string_view shown = trim(text);
  while (!shown.empty() && (shown.back() == ';' || shown.back() == ',' || shown.back() == '.')) shown.remove_suffix(1);
  return std::string(trim(shown));
}

bool keeps_end(std::string_view text) { return text.ends_with(':') || text.ends_with('?') || text.ends_with('!'); }

/// «г.», «т. д.»: a full stop that belongs to the word.
bool ends_with_abbreviation(std::string_view text) {
  for (const std::string_view word : {"г", "гг", "др", "пр", "т.д", "т. д", "т.п", "т. п", "руб", "чел", "ед"}) {
    if (!text.ends_with(word)) continue;
    const std::string_view before = text.substr(0, text.size() - word.size());
    if (before.empty() || before.ends_with(' ') || before.ends_with("\u00A0") || before.ends_with('(')) return true;
  }
  return false;
}

}  // namespace

document::Runs written_runs(std::string_view text, bool heading) {
  std::vector<Draft> drafts;
  std::size_t done = 0;
  for (Link link = link_in(text, 0); link.begin != std::string::npos; link = link_in(text, done)) {
    drafts.push_back(draft(std::string(text.substr(done, link.begin - done))));
    Draft piece = draft(link.label.empty() ? std::string(kPendingNumber) : std::string(link.label));
    piece.run.link = link.name;
    piece.value = link.label.empty();
    drafts.push_back(std::move(piece));
    done = link.end;
  }
  drafts.push_back(draft(std::string(text.substr(done))));
  std::erase_if(drafts, [](const Draft& one) { return one.run.text.empty(); });
  return glued(drafts, heading);
}

document::Runs plain_runs(std::string text, bool bold) {
  document::Run run;
  run.text = std::move(text);
  run.bold = bold;
  if (run.text.empty()) return {};
  return {std::move(run)};
}

std::vector<std::string> lines_of(const Written& written) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(written.text, '\n')) {
    std::string_view text = trim(line);
    const bool item = text.starts_with("- ") || text.starts_with("• ") || text.starts_with("– ");
    if (item) text = trim(text.substr(text.find(' ')));
    if (!text.empty()) lines.push_back((item ? "–\u00A0" : "") + said({std::string(text), {}}));
  }
  return lines;
}

std::vector<std::string> lines_of(const std::vector<Written>& list) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::vector<std::string> own = lines_of(list[i]);
    lines.insert(lines.end(), own.begin(), own.end());
    if (i + 1 == list.size() || lines.empty()) continue;
    const bool ended = lines.back().find_last_of(";,.:!?") == lines.back().size() - 1;
    if (!ended) lines.back() += ";";
  }
  return lines;
}

document::Runs runs_of(const std::vector<std::string>& lines) {
  document::Runs runs;
  for (const std::string& line : lines) {
    if (!runs.empty()) {
      document::Run end;
      end.line_break = true;
      runs.push_back(std::move(end));
    }
    for (document::Run& run : written_runs(line)) runs.push_back(std::move(run));
  }
  return runs;
}

std::string with_end(std::string text, std::string_view sign) {
  text = std::string(trim(text));
  constexpr std::array<std::string_view, 10> kEnds{".", "!", "?", ":", ";", ",", "…", "–", "—", ".)"};
  const bool ended = text.empty() || std::any_of(kEnds.begin(), kEnds.end(),
                                                 [&](std::string_view one) { return text.ends_with(one); });
  return ended ? text : text + std::string(sign);
}

std::vector<std::string> punctuated(const std::vector<Written>& items, std::string_view end) {
  // Items that were ended with full stops before the last are sentences.
  bool sentences = false;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const std::string_view text = trim(items[i].text);
    sentences = sentences || (text.ends_with('.') && !ends_with_abbreviation(text.substr(0, text.size() - 1)));
  }
  std::vector<std::string> made;
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string text = squeeze(items[i].text);
    if (keeps_end(text)) {
      made.push_back(std::move(text));
      continue;
    }
    const bool last = i + 1 == items.size();
    std::string kept = bare(text);
    if (ends_with_abbreviation(kept)) kept += ".";
    if (!last && !sentences) {
      kept += ";";
    } else if (last && end != ".") {
      kept += end;
    } else if (!kept.ends_with('.')) {
      kept += ".";
    }
    made.push_back(std::move(kept));
  }
  return made;
}

std::string take_label(std::string_view& text) {
  const std::size_t bracket = text.find(')');
  std::size_t length = 0;
  if (bracket != std::string_view::npos && bracket > 0 && bracket <= 3) {
    const std::string_view sign = text.substr(0, bracket);
    const bool digits = std::all_of(sign.begin(), sign.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool letter = sign.size() == 2 && svod::length(sign) == 1;
    if ((digits || letter) && text.substr(bracket + 1).starts_with(' ')) length = bracket + 1;
  }
  for (const std::string_view dash : {"- ", "– ", "— ", "• ", "* "}) {
    if (length == 0 && text.starts_with(dash)) {
      text = trim(text.substr(dash.size()));
      return "–";
    }
  }
  if (length == 0) return {};
  const std::string label(text.substr(0, length));
  text = trim(text.substr(length));
  return label;
}

}  // namespace svod::compose
