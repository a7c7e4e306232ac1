#include <algorithm>
#include <map>

#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/figures.h"
#include "review/rules.h"
#include "review/signs.h"

// V15: the ratio of the last year to the first; V25: the unit goes with what is measured; V26: the indicators of the
// passport and of the table are the same.

namespace svod::review {
namespace {

using definitions::PlanIndicator;

void walk(const std::vector<PlanIndicator>& all, std::vector<const PlanIndicator*>& out) {
  for (const PlanIndicator& one : all) {
    out.push_back(&one);
    walk(one.parts, out);
  }
}

// What stands for a figure that is not there, or says in words what is to be: «–», «х», «да», «не менее 60».
bool in_words(const std::u32string& text) {
  bool digit = false, latin = false;
  for (const char32_t c : text) {
    digit = digit || language::is_digit(c);
    latin = latin || (c < 0x80 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')));
  }
  const std::u32string letters = skeleton(text);
  const char32_t last = text.empty() ? U' ' : text.back();
  if (digit) return !latin && last != '.' && last != ',';
  return letters.empty() || (!latin && letters.size() > 1) || letters == U"х" || letters == U"x";
}

// Of a figure of the table that is none: «abc», «1e309», «1,27.».
void unread(std::size_t host, const PlanIndicator::Value& value, const std::string& what, Findings& findings) {
  const std::u32string text = wide(std::string(trim(value.text.text)));
  if (text.empty() || read_figure(text) || in_words(text)) return;
  findings.tell(Severity::warning, codes::ratio, host, value.text.at,
                what + " «" + beginning(text) + "» не читается как число", "впишите число: 58,1; если его нет – «–»");
}

void ratios(std::size_t host, const std::vector<const PlanIndicator*>& all, Findings& findings) {
  int most = 0;
  for (const PlanIndicator* one : all) {
    if (const auto stated = read_figure(wide(one->ratio.text.text))) most = std::max(most, stated->places);
  }
  for (const PlanIndicator* one : all) {
    const auto stated = read_figure(wide(one->ratio.text.text));
    if (!stated || one->targets.size() < 2) continue;
    const auto& [first_year, first] = *one->targets.begin();
    const auto& [last_year, last] = *one->targets.rbegin();
    const auto from = read_figure(wide(first.text.text)), to = read_figure(wide(last.text.text));
    if (!from || !to) continue;
    const std::optional<Number> exact = divide(to->value, from->value);
    if (!exact) {
      findings.tell(Severity::error, codes::ratio, host, one->ratio.text.at,
                    "отношение " + one->ratio.text.text + " взято к нулю: в " + std::to_string(first_year) +
                        " году значение " + first.text.text,
                    "на ноль не делят: поставьте «–» или сравните с другим годом");
      continue;
    }
    const std::string sum = last.text.text + " / " + first.text.text + " = " + with_comma(*exact, 4);
    const Location& at = one->ratio.text.at;
    if (!prints_as(*exact, *stated)) {
      const std::string right = with_comma(*exact, std::max(stated->places, 2));
      const auto cut = stated->value.units(stated->places);
      const bool truncated = cut && subtract(*exact, stated->value) &&
                             *subtract(*exact, stated->value) > Number(0) &&
                             *subtract(*exact, stated->value) < Number::scaled(1, stated->places);
      if (Diagnostic* told = findings.tell(
              Severity::error, codes::ratio, host, at,
              "отношение " + std::to_string(last_year) + " года к " + std::to_string(first_year) + " году " +
                  one->ratio.text.text + ", а " + sum + (truncated ? ": усечено вместо округления" : ""),
              "нужно " + right)) {
        told->related.push_back({one->at, "показатель «" + beginning(wide(one->name.text)) + "»"});
      }
    } else if (stated->places < most && !exact->is_whole() && !exact->units(stated->places)) {
      findings.tell(Severity::note, codes::ratio, host, at,
                    "отношение " + one->ratio.text.text + " дано с точностью меньше, чем в других строках: " + sum,
                    "в одной графе одно число знаков: " + with_comma(*exact, most));
    }
  }
}

// One row's figures have one number of places.
void places_of_row(std::size_t host, const PlanIndicator* one, Findings& findings) {
  bool padded = false;
  const PlanIndicator::Value* shorter = nullptr;
  int places = 0;
  for (const auto& [year, value] : one->targets) {
    const auto figure = read_figure(wide(value.text.text));
    if (!figure) continue;
    places = std::max(places, figure->places);
    padded = padded || (figure->places > 0 && value.text.text.ends_with("0"));
  }
  for (const auto& [year, value] : one->targets) {
    const auto figure = read_figure(wide(value.text.text));
    if (figure && figure->places > 0 && figure->places < places && shorter == nullptr) shorter = &value;
  }
  if (padded && shorter != nullptr) {
    findings.tell(Severity::note, codes::ratio, host, shorter->text.at,
                  "в ряду показателя разное число знаков: " + shorter->text.text + " рядом с числами, где их " +
                      std::to_string(places),
                  "пишите все числа ряда с одним числом знаков");
  }
}

// What the name says that is measured.
enum class Measures : unsigned char { unclear, share, count };

Measures measures_of(const std::u32string& name) {
  const std::vector<std::u32string> words = content_words(name);
  bool share = false, count = false;
  for (std::size_t i = 0; i < words.size() && i < 2; ++i) {
    const std::u32string_view word = words[i];
    if (word == U"доля" || word == U"процент" || word == U"процентная" || word.starts_with(U"укомплектованност"))
      share = true;
    if (i == 0 && (word == U"количество" || word == U"число" || word == U"численность")) count = true;
    if (word == U"удельный") share = true;
  }
  for (const std::u32string& word : words) {
    // «количество (доля)», «доля и число»: the unit decides.
    if (count && (word == U"доля" || word == U"процент" || word == U"доли")) return Measures::unclear;
    if (share && (word == U"количество" || word == U"число") && word == words.front()) return Measures::unclear;
  }
  return share ? Measures::share : count ? Measures::count : Measures::unclear;
}

bool is_percent(const std::u32string& unit) {
  return unit.find(U'%') != unit.npos || skeleton(unit).find(U"процент") != std::u32string::npos;
}

void unit(std::size_t host, const definitions::Written& name, const definitions::Written& unit, Findings& findings) {
  const std::u32string letters = wide(name.text), measured = wide(unit.text);
  if (trim(unit.text).empty()) {
    const std::u32string small = language::lowered(letters);
    if (small.find(U"(проценты)") != small.npos || small.find(U"(процент)") != small.npos ||
        small.find(U"(%)") != small.npos) {
      findings.tell(Severity::warning, codes::unit, host, name.at,
                    "единица стоит в названии показателя: «" + name.text + "»",
                    "перенесите её в графу единицы измерения");
    }
    return;
  }
  const Measures kind = measures_of(letters);
  // «% / чел.»: one of them fits.
  const bool several = measured.find(U'/') != measured.npos || measured.find(U',') != measured.npos;
  if (several) return;
  if (kind == Measures::share && !is_percent(measured) && skeleton(measured) != U"доля" &&
      skeleton(measured) != U"долиединицы") {
    findings.tell(Severity::warning, codes::unit, host, unit.at,
                  "доля измерена не в процентах, а в «" + unit.text + "»: «" + beginning(letters) + "»",
                  "укажите % или назовите показатель числом");
  }
  if (kind == Measures::count && is_percent(measured)) {
    findings.tell(Severity::warning, codes::unit, host, unit.at,
                  "количество измерено в процентах: «" + beginning(letters) + "»",
                  "укажите чел. или ед. либо назовите показатель долей");
  }
}

void units(std::size_t host, const std::vector<definitions::Regulation::Row>& rows, Findings& findings) {
  for (const definitions::Regulation::Row& row : rows) {
    unit(host, row.name, row.unit, findings);
    units(host, row.rows, findings);
  }
}

std::vector<std::u32string> name_words(const std::string& name) {
  std::vector<std::u32string> words = content_words(wide(name));
  if (words.size() > 80) words.resize(80);
  return words;
}

// Of the words of the shorter name so many stand in the longer one.
bool alike(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
  const std::vector<std::u32string>& shorter = a.size() <= b.size() ? a : b;
  const std::vector<std::u32string>& longer = a.size() <= b.size() ? b : a;
  std::size_t common = 0;
  for (const std::u32string& word : shorter) {
    common += std::any_of(longer.begin(), longer.end(), [&](const auto& other) { return same_word(word, other); });
  }
  return !shorter.empty() && common * 10 >= shorter.size() * 6;
}

void passport(std::size_t host, const definitions::Plan& plan, const std::vector<const PlanIndicator*>& all,
              Findings& findings) {
  std::vector<const PlanIndicator*> table;
  for (const PlanIndicator* one : all) {
    if (!one->targets.empty()) table.push_back(one);
  }
  const definitions::Clause* row = nullptr;
  for (const definitions::Clause& clause : plan.programme.passport) {
    const bool named = clause.role == "indicators" || skeleton(wide(clause.title.text)).find(U"показател") == 0 ||
                       skeleton(wide(clause.title.text)).find(U"целевыепоказател") == 0;
    if (named && (!clause.items.empty() || !clause.indicators.empty())) row = &clause;
  }
  if (row == nullptr || table.empty() || row->items.empty()) return;
  std::vector<bool> met(table.size(), false);
  for (std::size_t i = 0; i < table.size(); ++i) {
    met[i] = std::find(row->indicators.begin(), row->indicators.end(), table[i]->id) != row->indicators.end();
  }
  std::vector<std::vector<std::u32string>> names;
  for (const PlanIndicator* one : table) names.push_back(name_words(one->name.text));
  for (const definitions::Written& item : row->items) {
    const std::vector<std::u32string> words = name_words(item.text);
    bool found = false;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (!alike(words, names[i])) continue;
      found = met[i] = true;
    }
    if (found) continue;
    findings.tell(Severity::warning, codes::passport, host, item.at,
                  "показателя паспорта нет в таблице значений: «" + beginning(wide(item.text)) + "»",
                  "добавьте показатель в таблицу или назовите его одинаково");
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (met[i]) continue;
    if (Diagnostic* told =
            findings.tell(Severity::warning, codes::passport, host, table[i]->name.at,
                          "показателя таблицы нет в паспорте: «" + beginning(wide(table[i]->name.text)) + "»",
                          "добавьте показатель в паспорт или назовите его одинаково")) {
      told->related.push_back({row->at, "строка паспорта"});
    }
  }
}

}  // namespace

void check_indicators(const Subject& subject, Findings& findings) {
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const Host& host = subject.hosts[i];
    if (host.regulation != nullptr) units(i, host.regulation->rows, findings);
    if (host.plan == nullptr) continue;
    std::vector<const PlanIndicator*> all;
    walk(host.plan->written->indicators, all);
    ratios(i, all, findings);
    for (const PlanIndicator* one : all) {
      for (const auto& [year, value] : one->targets)
        unread(i, value, "план " + std::to_string(year) + " года", findings);
      for (const auto& [year, value] : one->facts) unread(i, value, "факт " + std::to_string(year) + " года", findings);
      unread(i, one->ratio, "отношение", findings);
      places_of_row(i, one, findings);
      unit(i, one->name, one->unit, findings);
    }
    passport(i, *host.plan->written, all, findings);
  }
}

}  // namespace svod::review
