#include "xlsx/words.h"

#include <algorithm>
#include <array>

#include "xlsx/book.h"
#include "xlsx/measure.h"

namespace svod::xlsx {
namespace {

namespace layout = document::words_sheet;
using document::Align;
using document::Passage;
using Part = Style::Part;

constexpr std::array<double, layout::titles.size()> kWidths{20, 18, 52, 52, 27, 22, 14, 40, 20};
constexpr std::size_t kShown = layout::key;   ///< columns before this one are for people
constexpr std::pair<std::string_view, std::string_view> kHelpRows[]{
    {"Что править", "Пишите только в жёлтых ячейках столбца «Ваш текст» на листе «Текст». Пустая ячейка – текст шаблона."},
    {"Числа и слова из данных", "В тексте они стоят в скобках: {1: 78 выпускников}. Скопируйте скобки из столбца «Текст шаблона»."},
    {"Что в скобках важно", "Только номер. Значение после двоеточия показано для удобства и печатается всегда то, что следует из данных."},
    {"Номера подстановок", "Свои у каждой строки листа. Подстановку из другой строки svod не примет и назовёт ячейку."},
    {"Удалить место", "Напишите в жёлтой ячейке «удалить» или поставьте тире."},
    {"Добавить место", "Вставьте строку под той, за которой должен стоять текст, и напишите его в столбце «Ваш текст»."},
    {"Вид добавленного", "Без вида – как у строки выше. Иначе снимите защиту листа (пароля нет) и напишите вид: абзац, вывод, "
                         "примечание, заголовок, пункт, подпункт или строка списка. Подстановки – те же, что у строки выше."},
    {"Новая строка внутри места", "Alt+Enter. Оформление задаёт шаблон, жирный шрифт ячейки не печатается."},
    {"Сама скобка в тексте", "Пишется дважды: {{ и }}."},
    {"Куда положить книгу", "В папку wording рабочей папки. Сборка возьмёт из неё текст, svod check перечислит отличия от шаблона."},
    {"Данные изменились", "Запустите svod words снова: правки останутся, значения в скобках станут новыми."},
    {"Пометка «Шаблон изменился»", "Сравните тексты. Если ваша правка годится, сотрите пометку."},
};

/// What the library's book wants to know.
document::Document document_of(const document::Words& words) {
  document::Document document;
  document.name = words.document;
  document.title = words.document;
  document.author = words.author;
  document.date = words.date;
  return document;
}

class WordsBook {
 public:
  WordsBook(const document::Words& words, Diagnostics& found)
      : words_(words), document_(document_of(words)), book_(document_, false, found) {}

  std::string write() {
    if (book_.opened()) {
      write_text();
      write_guide();
    }
    return book_.finish();
  }

 private:
  void write_text() {
    sheet_ = book_.add_sheet(std::string(layout::name));
    if (sheet_ == nullptr) return;
    for (std::size_t c = 0; c < kWidths.size(); ++c) book_.column_width(sheet_, c, kWidths[c]);
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_column_opt(sheet_, layout::key, layout::context, 14, nullptr, &hidden);
    book_.text(sheet_, 0, 0, "Текст документа «" + words_.document + "»", {Part::title, Align::left, true, false, false, {}});
    book_.text(sheet_, 0, layout::key, std::string(layout::signature) + " " + words_.document, kPlain);
    for (std::size_t c = 0; c < layout::titles.size(); ++c) book_.text(sheet_, 1, c, layout::titles[c], kHead);
    lxw_row_t row = 2;
    for (const Passage& passage : words_.passages) write_row(row++, passage);
    worksheet_freeze_panes(sheet_, 2, 2);
    worksheet_repeat_rows(sheet_, 1, 1);
    worksheet_set_landscape(sheet_);
    worksheet_print_area(sheet_, 0, 0, row - 1, kShown - 1);
    protect(sheet_);
  }

  void write_row(lxw_row_t row, const Passage& passage) {
    const bool gone = passage.state == Passage::State::gone;
    const Style cell{gone ? Part::group : Part::body, Align::left, passage.heading, false, true, {}};
    const Style own{Part::input, Align::left, passage.heading, false, true, "@"};
    const Style mark{passage.confirm ? Part::input : Part::body, Align::left, false, true, true, "@"};
    // A row that a person put in stays theirs: its kind may be changed.
    const Style kind = passage.key.empty() ? Style{Part::input, Align::left, false, false, true, "@"} : cell;
    const std::array<std::pair<const std::string*, const Style*>, layout::titles.size()> texts{{
        {&passage.place, &cell}, {&passage.kind, &kind},        {&passage.text, &cell},
        {&passage.own, &own},    {&passage.bindings, &cell},    {&passage.mark, &mark},
        {&passage.key, &kPlain}, {&passage.source, &kPlain},    {&passage.context, &kPlain},
    }};
    // A program gives a row with a height of its own no other when more is typed: a line is to spare.
    int lines = 1;
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (c < kShown) lines = std::max(lines, wrapped_lines(*texts[c].first, kWidths[c] - 2, passage.heading) + (c == layout::own));
      book_.text(sheet_, row, c, *texts[c].first, *texts[c].second);
    }
    book_.row_height(sheet_, row, lines);
  }

  void write_guide() {
    lxw_worksheet* sheet = book_.add_sheet(std::string(layout::guide));
    if (sheet == nullptr) return;
    book_.column_width(sheet, 0, 30);
    book_.column_width(sheet, 1, 105);
    book_.text(sheet, 0, 0, layout::guide, {Part::title, Align::left, true, false, false, {}});
    const Style head{Part::plain, Align::left, true, false, true, {}};
    const Style text{Part::plain, Align::left, false, false, true, {}};
    lxw_row_t row = 2;
    for (const auto& line : kHelpRows) {
      book_.row_height(sheet, row, wrapped_lines(line.second, 103));
      book_.text(sheet, row, 0, line.first, head);
      book_.text(sheet, row, 1, line.second, text);
      ++row;
    }
    worksheet_set_landscape(sheet);
    worksheet_print_area(sheet, 0, 0, row - 1, 1);
    protect(sheet);
  }

  /// Without a password: a guard against slips. Rows may be put in and made higher.
  static void protect(lxw_worksheet* sheet) {
    lxw_protection allowed{};
    allowed.insert_rows = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.format_columns = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &allowed);
  }

  inline static const Style kPlain{Part::plain, Align::left, false, false, false, {}};
  inline static const Style kHead{Part::head, Align::centre, true, false, true, {}};

  const document::Words& words_;
  document::Document document_;
  Book book_;
  lxw_worksheet* sheet_ = nullptr;
};

}  // namespace

Outcome<std::string> write_words(const document::Words& words) {
  Outcome<std::string> outcome;
  outcome.product = WordsBook(words, outcome.diagnostics).write();
  return outcome;
}

}  // namespace svod::xlsx
