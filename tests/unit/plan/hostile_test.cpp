#include <random>
#include <set>

#include "catch.h"
#include "plan/codes.h"
#include "plan/flatten.h"
#include "table_shape.h"

using namespace svod;
namespace codes = svod::plan::codes;

namespace {

/// Everything that a reader of the plan sees, and the rows that are told to be unread.
std::string all_text(const plan::TablePlan& plan) {
  std::string out = plan.title.text + "\n";
  const auto clauses = [&](const std::vector<definitions::Clause>& list) {
    for (const definitions::Clause& one : list)
      out += one.title.text + "\n" + shape::one(one.text) + "\n" + shape::one(one.items) + "\n";
  };
  clauses(plan.before);
  clauses(plan.after);
  const auto sections = [&](const auto& self, const std::vector<definitions::PlanSection>& list) -> void {
    for (const definitions::PlanSection& one : list) {
      shape::section(one, "", out);
      clauses(one.before);
      clauses(one.after);
      self(self, one.sections);
    }
  };
  sections(sections, plan.sections);
  return out;
}

bool is_told(const Diagnostics& told, std::uint32_t row) {
  for (const Diagnostic& one : told) {
    if (one.code != &codes::unread_rows) continue;
    const std::string& text = one.message;
    if (text.find("и далее") != std::string::npos) return true;
    for (std::size_t at = text.find(": ") + 2; at < text.size();) {
      std::size_t used = 0;
      const unsigned long first = std::stoul(text.substr(at), &used);
      unsigned long last = first;
      at += used;
      if (text.compare(at, 3, "–") == 0) {
        last = std::stoul(text.substr(at + 3), &used);
        at += 3 + used;
      }
      if (row + 1 >= first && row + 1 <= last) return true;
      at += 2;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("random tables: every text of a cell is in the plan or told to be unread") {
  std::mt19937 random(20220117);
  const auto one_of = [&](const std::vector<std::string>& texts) { return texts[random() % texts.size()]; };
  for (int round = 0; round < 400; ++round) {
    workbook::Workbook book;
    book.file = "a.xlsx";
    workbook::Sheet& sheet = book.sheets.emplace_back();
    sheet.name = "Лист1";
    std::uint32_t r = 0;
    if (random() % 2 != 0) drawn::put(book, sheet, {r++, 0}, "План на 2022 год");
    const auto head = [&] {
      std::uint32_t c = 0;
      for (const char* text : {"№", "Мероприятие", "Сроки", "Ответственные", "Результаты"})
        drawn::put(book, sheet, {r, c++}, text);
      ++r;
    };
    head();
    const std::uint32_t begin = r;
    std::vector<std::pair<std::uint32_t, std::string>> tokens;
    for (int i = 0; i < 14; ++i, ++r) {
      if (random() % 12 == 0) continue;
      if (random() % 12 == 0) {
        head();
        continue;
      }
      const bool alone = random() % 6 == 0;
      for (std::uint32_t c = 0; c < 5; ++c) {
        if (random() % 3 == 0 || (alone && c != random() % 3)) continue;
        const std::string token = "ячейка" + std::to_string(r) + "х" + std::to_string(c);
        if (c == 0 && random() % 4 != 0) {
          drawn::put(book, sheet, {r, c}, "'" + one_of({"1", "2.", "1.1", "1.2.", "3)", "IV"}));
          continue;
        }
        drawn::put(book, sheet, {r, c},
                   one_of({"", "1.1 ", "Цель – ", "- ", "Раздел 2. ", "Рост ", "рост ", "2) ", "«Учитель» "}) + token +
                       one_of({"", ".", ",", ":", " (", "\\nи далее", "\\nЕщё"}));
        tokens.emplace_back(r, token);
      }
    }
    for (int m = 0; m < 2; ++m) {
      const std::uint32_t row = begin + static_cast<std::uint32_t>(random() % 12),
                          column = static_cast<std::uint32_t>(random() % 5);
      const bool down = random() % 2 != 0;
      const CellRange range{{row, column}, {row + (down ? 2 : 0), down ? column : 4}};
      // A sound file has no text under a merged cell.
      const auto covered = [&](const workbook::Cell& cell) {
        return cell.at != range.first && cell.at.row >= range.first.row && cell.at.row <= range.last.row &&
               cell.at.column >= range.first.column && cell.at.column <= range.last.column;
      };
      if (range.first == range.last || std::any_of(sheet.cells.begin(), sheet.cells.end(), covered)) continue;
      const bool overlaps = std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const CellRange& other) {
        return other.first.row <= range.last.row && range.first.row <= other.last.row &&
               other.first.column <= range.last.column && range.first.column <= other.last.column;
      });
      if (!overlaps) sheet.merged.push_back(range);
    }
    auto read = plan::read_table_plan(book, shape::year_2022());
    const std::string text = all_text(read.product);
    for (const auto& [row, token] : tokens) {
      if (text.find(token) != std::string::npos || is_told(read.diagnostics, row)) continue;
      INFO("round " << round << ", " << token << "\n" << text << drawn::lines(read.diagnostics));
      CHECK(false);
    }
  }
}

TEST_CASE("numbers of thousands of levels nest no deeper than people do") {
  std::string rows = "№ | Мероприятие | Сроки | Ответственные\n";
  std::string number = "1";
  for (int i = 0; i < 5000; ++i) {
    rows += "'" + (number.size() < 50 ? number : "1.1.1.1.1.1.1.1.1.1.1.1") + " | Мера | май | ОО\n";
    number += ".1";
  }
  auto read = plan::read_table_plan(drawn::book_of(rows), shape::year_2022());
  auto written = std::make_shared<definitions::Plan>();
  written->sections = std::move(read.product.sections);
  const plan::Plan flat = plan::flatten(written);
  CHECK(flat.measures.size() == 5000);
  for (const plan::Measure& one : flat.measures) REQUIRE(one.level <= 10);
}

TEST_CASE("a row that goes on without end is not joined without end") {
  std::string rows = "№ | Мероприятие | Сроки | Ответственные\n1 | Мера | май | ОО\n";
  for (int i = 0; i < 20'000; ++i) rows += " | и так далее | |\n";
  rows += "2 | Мера | май | ОО\n";
  auto read = plan::read_table_plan(drawn::book_of(rows), shape::year_2022());
  REQUIRE(read.product.sections.size() == 1);
  CHECK(read.product.sections[0].measures.size() == 2);
  CHECK(drawn::count(read.diagnostics, codes::unread_rows) == 1);
}

TEST_CASE("sheets that are no plan") {
  for (const char* rows : {"", "a", "№ | Мероприятие", "№ | Мероприятие | Сроки", "Сроки | Ответственные\nмай | ОО",
                           "1 | 2 | 3\n4 | 5 | 6"}) {
    INFO(rows);
    CHECK_NOTHROW(plan::read_table_plan(drawn::book_of(rows), shape::year_2022()));
  }
  CHECK_FALSE(
      plan::read_table_plan(drawn::book_of("Сроки | Ответственные\nмай | ОО"), shape::year_2022()).product.found);
}
