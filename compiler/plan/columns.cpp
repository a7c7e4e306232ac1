#include "plan/columns.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

constexpr std::size_t kLongestHeader = 16;   // words
constexpr std::size_t kMostHeaders = 200;    // of a sheet; a usual one has ten

struct Look {
  std::string_view key;
  bool begins(std::initializer_list<std::string_view> stems) const {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return key.starts_with(stem); });
  }
  bool has(std::initializer_list<std::string_view> stems) const {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return key.find(stem) != key.npos; });
  }
  bool is(std::initializer_list<std::string_view> texts) const {
    return std::find(texts.begin(), texts.end(), key) != texts.end();
  }
};

constexpr std::array<std::string_view, kColumns> kNames{"number",      "text",        "term",     "start",
                                                        "end",         "responsible", "result",   "report",
                                                        "consequence", "link",        "document", "status"};
constexpr std::array<std::string_view, kColumns> kTitles{
    "№ п/п", "Мероприятие", "Сроки", "Срок начала", "Срок окончания", "Ответственные", "Ожидаемые результаты",
    "Форма отчёта", "Последствия нереализации", "Связь с показателями", "Документ", "Статус"};

}  // namespace

std::string_view column_name(Column column) { return kNames[static_cast<std::size_t>(column)]; }

std::optional<Column> column_of_header(std::string_view key) {
  if (key.empty() || static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) >= kLongestHeader)
    return std::nullopt;
  const Look look{key};
  if (look.is({"№", "№№", "n", "no", "п/п", "номер"}) ||
      look.begins(
          {"№ п/п", "№п/п", "№ пп", "№ п п", "n п/п", "номер п/п", "номер по порядку", "№ мероприятия", "№ пункта"})) {
    return Column::number;
  }
  if (look.has({"последстви"})) return Column::consequence;
  if (look.begins({"связь", "взаимосвязь", "ссылк"})) return Column::link;
  if (look.begins({"начал", "срок начал", "сроки начал", "дата начал", "год начал"})) return Column::start;
  if (look.begins({"окончан", "заверш", "срок окончан", "сроки окончан", "дата окончан", "год окончан", "срок заверш",
                   "дата заверш"})) {
    return Column::end;
  }
  if (look.begins({"ответственн", "исполнител", "кто отвечает", "соисполнител"})) return Column::responsible;
  if (look.begins({"отметка", "статус", "состояние", "выполнение", "исполнение"})) return Column::status;
  if (look.begins({"форма представлен", "форма отчет", "форма контрол", "форма завершен", "форма предоставлен",
                   "формы отчет", "отчетн", "вид документа", "вид отчет", "итоговый документ", "выходной документ",
                   "форма итогов"})) {
    return Column::report;
  }
  if (look.begins({"ожидаем", "планируем", "результат", "итог", "показатель результ", "прогнозируем"}))
    return Column::result;
  if (look.begins({"документ", "подтвержда", "реквизит"})) return Column::document;
  if (look.begins({"срок", "дата", "период", "время проведен", "календарн", "когда"})) return Column::term;
  if (look.has({"мероприяти"})) {
    if (look.begins({"мероприяти", "наименован", "название", "содержани", "перечень", "основн", "номер и наименован",
                     "виды", "вид ", "план", "формулировка", "комплекс"})) {
      return Column::text;
    }
  }
  if (look.begins({"содержание деятельности", "содержание работ", "виды деятельности", "вид деятельности", "виды работ",
                   "направления деятельности"}) ||
      look.is(
          {"действия", "действие", "меры", "мера", "содержание", "наименование", "что делать", "наименование меры"})) {
    return Column::text;
  }
  return std::nullopt;
}

tables::Sought columns_sought(const tables::Grid& grid, const definitions::Plan& plan) {
  tables::Sought sought;
  for (std::size_t i = 0; i < kColumns; ++i) {
    tables::Wanted wanted;
    wanted.name = kNames[i];
    wanted.title = kTitles[i];
    wanted.required = i == static_cast<std::size_t>(Column::text);
    sought.columns.push_back(std::move(wanted));
  }
  for (const definitions::PlanColumn& column : plan.columns) {
    if (!column.title.empty()) sought.columns[static_cast<std::size_t>(column.field)].headers.push_back(column.title);
  }
  // Only what stands in a row with another header: among measures «Мероприятия по …» is a text like others.
  std::vector<std::optional<Column>> named(grid.keys().size());
  for (std::size_t i = 0; i < named.size(); ++i) named[i] = column_of_header(grid.keys()[i]);
  std::set<std::pair<std::size_t, int>> taken;
  for (const std::uint32_t row : grid.rows()) {
    std::set<Column> here;
    for (const workbook::Cell& cell : grid.row(row)) {
      const int key = grid.key_of(cell);
      if (key >= 0 && named[static_cast<std::size_t>(key)]) here.insert(*named[static_cast<std::size_t>(key)]);
    }
    if (here.size() < 2) continue;
    for (const workbook::Cell& cell : grid.row(row)) {
      const int key = grid.key_of(cell);
      if (key < 0 || !named[static_cast<std::size_t>(key)]) continue;
      const auto column = static_cast<std::size_t>(*named[static_cast<std::size_t>(key)]);
      if (taken.size() < kMostHeaders && taken.emplace(column, key).second) {
        sought.columns[column].headers.push_back(grid.keys()[static_cast<std::size_t>(key)]);
      }
    }
  }
  return sought;
}

}  // namespace svod::plan
