#include "plan/around_table.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "plan/cell_lines.h"

namespace svod::plan {
namespace {

using definitions::Clause;
using definitions::Written;

struct Label {
  const char* begins;   // folded
  const char* role;
};
// Longer ones first: «анализ эффективности» is no «анализ».
constexpr std::array kLabels{
    Label{"анализ эффективности", "effectiveness"}, Label{"оценка эффективности", "effectiveness"},
    Label{"эффективность", "effectiveness"},        Label{"анализ", "analysis"},
    Label{"цель", "goal"},                          Label{"цели", "goal"},
    Label{"задачи", "tasks"},                       Label{"задача", "tasks"},
    Label{"нормативн", "grounds"},                  Label{"обоснование", "grounds"},
    Label{"основание", "grounds"},                  Label{"основания", "grounds"},
    Label{"актуальность", "relevance"},             Label{"проблем", "problems"},
    Label{"показател", "indicators"},               Label{"целевые показател", "indicators"},
    Label{"индикатор", "indicators"},               Label{"целевые индикатор", "indicators"},
    Label{"методы", "methods"},                     Label{"метод сбора", "methods"},
    Label{"информационные системы", "systems"},     Label{"мониторинг", "monitoring"},
    Label{"адресные рекомендац", "recommendations"}, Label{"рекомендац", "recommendations"},
    Label{"комплекс мер", "measures"},              Label{"меры", "measures"},
    Label{"мероприятия", "measures"},               Label{"управленческие решен", "decisions"},
    Label{"решения", "decisions"},                  Label{"примечани", "note"}};

// Marks that an order puts on its appendix: the paper that approves the plan says all this itself.
constexpr std::array kMarks{"приложение",      "утвержд",        "утвержден",  "к приказу",      "приказом",
                            "к постановлению", "постановлением", "согласован", "к распоряжению", "распоряжением"};

constexpr std::size_t kLongestLabel = 12;   // words before the sign that ends a label
constexpr std::size_t kShortLine = 8;       // words of a label that stands alone

std::size_t words_in(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct LabelledLine {
  std::string role, title, rest;
};

bool labelled(const std::string& line, LabelledLine& found) {
  const std::string plain = squeeze(line);
  const std::string small = folded(plain.size() > 400 ? std::string_view(plain).substr(0, 400) : plain);
  const auto label =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& one) { return small.starts_with(one.begins); });
  if (label == kLabels.end()) return false;
  std::size_t end = plain.find(':'), width = 1;
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    const std::size_t at = plain.find(dash);
    if (at != std::string::npos && at < end) {
      end = at;
      width = dash.size();
    }
  }
  if (end != std::string::npos && words_in(std::string_view(plain).substr(0, end)) <= kLongestLabel) {
    found = {label->role, std::string(trim(std::string_view(plain).substr(0, end))),
             std::string(trim(std::string_view(plain).substr(end + width)))};
    return true;
  }
  if (words_in(plain) > kShortLine) return false;
  found = {label->role, plain, {}};
  if (found.title.ends_with('.')) found.title.pop_back();
  return true;
}

bool is_mark(const std::string& line) {
  const std::string small = folded(line.substr(0, 200));
  if (small.starts_with("от ") && small.find('n') == std::string::npos) {
    return small.find("№") != std::string::npos || small.find("20") != std::string::npos;
  }
  return std::any_of(kMarks.begin(), kMarks.end(), [&](const char* mark) { return small.starts_with(mark); });
}

// «План-график …» below a mark of approval is the title and not the mark's next line.
bool begins_title(const std::string& text) {
  constexpr std::array kTitles{
      "план",     "дорожная карта", "муниципальный план", "муниципальная дорожная", "программа",
      "комплекс", "график",         "перечень",           "муниципальная программа"};
  const std::string small = folded(text);
  return std::any_of(kTitles.begin(), kTitles.end(), [&](const char* title) { return small.starts_with(title); });
}

class AroundReader {
 public:
  explicit AroundReader(bool above) : above_(above) {}

  void take(const AroundLine& line) {
    for (const std::string& one : lines_of_cell(line.text)) take_line(one, line);
  }
  Around finish() { return std::move(around_); }

 private:
  void take_line(const std::string& text, const AroundLine& line) {
    LabelledLine label;
    if (const std::string curator = curator_of_line(text); above_ && !curator.empty() && around_.curator.empty()) {
      around_.curator = {curator, line.at};
      return;
    }
    if (labelled(text, label) && !is_item(text)) {
      Clause block;
      block.role = label.role;
      block.title = {label.title, line.at};
      block.at = line.at;
      if (!label.rest.empty()) block.text.push_back({label.rest, line.at});
      around_.blocks.push_back(std::move(block));
      return;
    }
    if (!around_.blocks.empty()) {
      Clause& block = around_.blocks.back();
      if (is_item(text)) {
        block.items.push_back({without_mark(text), line.at});
      } else if (!block.items.empty() && block.text.empty() && block.role == "tasks") {
        block.items.push_back({text, line.at});
      } else {
        block.text.push_back({text, line.at});
      }
      return;
    }
    if (above_) {
      // A mark of approval goes on to its date and number.
      if (is_mark(text) || (marked_ && !line.gap && around_.title.empty() && !begins_title(text))) {
        marked_ = true;
        around_.unread.push_back({text, line.at, line.gap});
        return;
      }
      if (around_.title.empty() || line.gap) around_.title_groups.push_back(around_.title.size());
      around_.title.push_back({text, line.at});
      return;
    }
    // Below a table a sentence explains it; post, name and date are a signature.
    if (words_in(text) > kShortLine) {
      Clause block;
      block.at = line.at;
      block.text.push_back({text, line.at});
      around_.blocks.push_back(std::move(block));
    } else {
      around_.unread.push_back({text, line.at, line.gap});
    }
  }

  bool above_;
  bool marked_ = false;
  Around around_;
};

}  // namespace

std::string role_of_line(const std::string& line) {
  LabelledLine found;
  return labelled(line, found) ? found.role : std::string();
}

std::string curator_of_line(const std::string& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos || words_in(squeeze(std::string_view(line).substr(0, colon))) > 4) return {};
  const std::string small = folded(std::string_view(line).substr(0, colon));
  if (small.find("куратор") == std::string::npos && small.find("координатор") == std::string::npos) return {};
  return std::string(trim(std::string_view(line).substr(colon + 1)));
}

Around read_above(const std::vector<AroundLine>& lines) {
  AroundReader reader(true);
  for (const AroundLine& line : lines) reader.take(line);
  return reader.finish();
}

Around read_below(const std::vector<AroundLine>& lines) {
  // A signature stands at the end, after a blank row: short lines alone.
  std::size_t end = lines.size();
  while (end > 0 && words_in(squeeze(lines[end - 1].text)) <= kShortLine && role_of_line(lines[end - 1].text).empty() &&
         !is_item(lines[end - 1].text)) {
    --end;
  }
  std::size_t from = end;
  while (from < lines.size() && !lines[from].gap) ++from;
  if (end == 0) from = 0;
  AroundReader reader(false);
  for (std::size_t i = 0; i < from; ++i) reader.take(lines[i]);
  Around around = reader.finish();
  around.unread.insert(around.unread.end(), lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end());
  return around;
}

}  // namespace svod::plan
