#include <algorithm>
#include <optional>

#include "base/hash.h"
#include "base/text.h"
#include "compose/codes.h"
#include "compose/words.h"
#include "workbook/codes.h"
#include "workbook/workbook.h"

namespace svod::compose {
namespace {

namespace layout = document::words_sheet;

constexpr std::uint32_t kHeadWithin = 20;   // rows: people may put a line or two above the head

/// What a book of words may cost: far more than the longest report needs.
workbook::Budgets budgets() {
  workbook::Budgets budgets;
  budgets.file_bytes = std::size_t{32} << 20;
  budgets.inflated_bytes = std::size_t{128} << 20;
  budgets.part_bytes = std::size_t{64} << 20;
  budgets.cells = 500'000;
  budgets.string_bytes = std::size_t{64} << 20;
  return budgets;
}

struct Head {
  std::uint32_t row = 0;
  std::array<std::uint32_t, layout::titles.size()> columns{};
};

std::optional<Head> head_of(const workbook::Sheet& sheet) {
  for (std::uint32_t row = 0; row < kHeadWithin; ++row) {
    Head head;
    head.row = row;
    std::size_t found = 0;
    for (const workbook::Cell& cell : sheet.cells) {
      if (cell.at.row != row || cell.type != workbook::CellType::text) continue;
      const std::string text = squeeze(cell.text);
      for (std::size_t i = 0; i < layout::titles.size(); ++i) {
        if (text != layout::titles[i]) continue;
        head.columns[i] = cell.at.column;
        ++found;
      }
    }
    if (found == layout::titles.size()) return head;
  }
  return std::nullopt;
}

class SheetReader {
 public:
  SheetReader(const workbook::Sheet& sheet, const Head& head, OwnText& own) : sheet_(sheet), head_(head), own_(own) {}

  void read() {
    for (std::uint32_t row = 0; row < head_.row; ++row) {
      const std::string line = squeeze(text(row, layout::key));
      if (line.starts_with(layout::signature)) own_.document = std::string(trim(std::string_view(line).substr(layout::signature.size())));
    }
    for (std::size_t i = 0; i < sheet_.cells.size();) {
      const std::uint32_t row = sheet_.cells[i].at.row;
      while (i < sheet_.cells.size() && sheet_.cells[i].at.row == row) ++i;
      if (row > head_.row) add(row);
    }
  }

 private:
  const workbook::Cell* cell(std::uint32_t row, layout::Column column) const {
    return sheet_.find({row, head_.columns[column]});
  }
  std::string text(std::uint32_t row, layout::Column column) const {
    const workbook::Cell* found = cell(row, column);
    return found == nullptr || found->type != workbook::CellType::text ? std::string() : std::string(found->text);
  }

  void add(std::uint32_t row) {
    OwnRow made;
    made.place = squeeze(text(row, layout::place));
    made.kind = squeeze(text(row, layout::kind));
    made.template_text = text(row, layout::text);
    made.mark = squeeze(text(row, layout::mark));
    made.key = squeeze(text(row, layout::key));
    made.source = squeeze(text(row, layout::source));
    made.context = squeeze(text(row, layout::context));
    made.cell = Location::in_cell(own_.file, sheet_.name, {row, head_.columns[layout::own]}, made.place);
    made.kind_cell = Location::in_cell(own_.file, sheet_.name, {row, head_.columns[layout::kind]}, made.place);
    const workbook::Cell* own = cell(row, layout::own);
    const bool is_text = own != nullptr && own->type == workbook::CellType::text && !own->is_formula;
    if (is_text) made.own = std::string(trim(own->text));
    if (own != nullptr && !is_text) refuse(*own, made);
    if (made.key.empty() && made.own.empty() && made.kind.empty()) return;
    own_.rows.push_back(std::move(made));
  }

  void refuse(const workbook::Cell& cell, const OwnRow& row) {
    std::string what = "число";
    std::string hint = "наберите слова; чтобы Excel не принял их за число, поставьте перед ними апостроф";
    if (cell.type == workbook::CellType::date) what = "дата";
    if (cell.type == workbook::CellType::boolean) what = "логическое значение";
    if (cell.type == workbook::CellType::error) what = "ошибка " + std::string(cell.text);
    if (cell.is_formula) {
      what = "формула =" + sheet_.formula(cell);
      hint = "замените формулу словами; числа берутся из подстановок";
    }
    own_.found.error(codes::words_not_text, row.cell, "в ячейке не текст, а " + what, std::move(hint));
  }

  const workbook::Sheet& sheet_;
  const Head& head_;
  OwnText& own_;
};

}  // namespace

bool OwnText::has_edits() const {
  return !found.empty() || std::any_of(rows.begin(), rows.end(), [](const OwnRow& row) { return !row.own.empty() || row.key.empty(); });
}

OwnText read_own_text(std::string_view bytes, const std::string& file, const std::string& name) {
  OwnText own;
  own.document = name;
  own.file = file;
  own.sha256 = sha256(bytes);
  auto book = workbook::read(bytes, file, budgets());
  for (const Diagnostic& one : book.diagnostics) {
    // A formula without a value is refused below like any other.
    if (one.code != &workbook::codes::no_cached_value) own.found.add(one);
  }
  for (const workbook::Sheet& sheet : book.product.sheets) {
    const auto head = head_of(sheet);
    if (!head) continue;
    SheetReader(sheet, *head, own).read();
    return own;
  }
  own.readable = false;
  if (!own.found.has_errors()) {
    own.found.error(codes::words_unreadable, Location::in_file(file),
                    "в книге нет листа «" + std::string(layout::name) + "» с его столбцами",
                    "столбцы «" + std::string(layout::titles[layout::own]) + "», «" + std::string(layout::titles[layout::key]) +
                        "» и другие должны остаться на своём листе; выпустите книгу заново командой svod words");
  }
  return own;
}

}  // namespace svod::compose
