#include "xlsx/book.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "xlsx/codes.h"
#include "xlsx/measure.h"
#include "xlsx/strings.h"

namespace svod::xlsx {
namespace {

// The library's parts of a file lie in memory where the system has such a folder.
char* temporary_folder() {
  static char memory[] = "/dev/shm";
  static const bool there = access(memory, W_OK | X_OK) == 0;
  return there ? memory : nullptr;
}

lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

std::string whole(int descriptor) {
  std::string bytes;
  const off_t size = lseek(descriptor, 0, SEEK_END);
  if (size <= 0 || lseek(descriptor, 0, SEEK_SET) != 0) return bytes;
  bytes.resize(static_cast<std::size_t>(size));
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = read(descriptor, bytes.data() + got, bytes.size() - got);
    if (count <= 0) return {};
    got += static_cast<std::size_t>(count);
  }
  return bytes;
}

// The style of cells that nobody wrote, which also gives columns their unit.
void set_default_font(lxw_workbook* workbook) {
  lxw_format* standard = STAILQ_FIRST(workbook->formats);
  if (standard == nullptr) return;
  format_set_font_name(standard, "Arial");
  format_set_font_size(standard, 10);
}

// The library holds so many bytes of an attribute and would cut a letter in two: rather whole sentences stay.
std::string sentences(const std::string& words) {
  constexpr std::size_t kMostBytes = 2'000, kOfEscape = 6;
  std::size_t bytes = 0, whole = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(words, at);
    bytes += c == '"' || c == '&' || c == '<' || c == '>' || c == '\n' ? kOfEscape : at - before;
    if (bytes > kMostBytes) return words.substr(0, whole == 0 ? before : whole);
    if (c == '.' && (at == words.size() || words[at] == ' ')) whole = at;
  }
  return words;
}

}  // namespace

Book::Book(const document::Document& document, bool long_sheets, Diagnostics& diagnostics)
    : document_(document), diagnostics_(diagnostics), long_sheets_(long_sheets) {
  memory_ = memfd_create("svod-workbook", MFD_CLOEXEC);
  if (memory_ < 0) return;
  lxw_workbook_options options{};
  options.constant_memory = long_sheets ? LXW_TRUE : LXW_FALSE;
  options.tmpdir = temporary_folder();
  options.use_zip64 = LXW_FALSE;
  const std::string path = "/proc/self/fd/" + std::to_string(memory_);
  workbook_ = workbook_new_opt(path.c_str(), &options);
  if (workbook_ == nullptr) return;
  set_default_font(workbook_);
  styles_ = std::make_unique<Styles>(workbook_);
  std::string title = cell_text(document.title).text.substr(0, 255);
  std::string author = cell_text(document.author).text.substr(0, 255);
  std::string comment = cell_text(document.mark).text.substr(0, 255);
  for (std::string* text : {&title, &author, &comment}) {
    while (first_invalid_utf8(*text) != std::string_view::npos) text->pop_back();
  }
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.comments = comment.data();
  using namespace std::chrono;
  properties.created = static_cast<time_t>(sys_seconds(sys_days(document.date)).time_since_epoch().count());
  if (properties.created == 0) properties.created = 1;  // nought means the clock
  note(workbook_set_properties(workbook_, &properties));
}

Book::~Book() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  if (memory_ >= 0) close(memory_);
}

void Book::note(lxw_error error) {
  if (error_ == LXW_NO_ERROR) error_ = error;
}

std::string Book::checked(std::string_view text, const Location& origin) {
  CellText clean = cell_text(text);
  if (clean.cut) {
    diagnostics_.warning(codes::text_cut, origin,
                         "текст из " + std::to_string(length(text)) + " знаков не помещается в ячейку книги «" +
                             document_.name + ".xlsx» и обрезан",
                         "сократите текст ячейки до 32 767 знаков");
  }
  if (clean.repaired) {
    diagnostics_.warning(codes::bad_characters, origin,
                         "в тексте ячейки книги «" + document_.name + ".xlsx» есть байты, которые не являются UTF-8",
                         "сохраните источник текста в кодировке UTF-8");
  }
  return std::move(clean.text);
}

lxw_worksheet* Book::add_sheet(const std::string& name) {
  if (workbook_ == nullptr) return nullptr;
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
  if (sheet == nullptr) {
    note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return nullptr;
  }
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(sheet, kA4);
  worksheet_set_margins(sheet, 0.6, 0.4, document_.mark.empty() ? 0.5 : 0.7, 0.7);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  if (!document_.mark.empty()) {
    note(worksheet_set_header(sheet, print_header("&C&\"Arial,Bold\"&9", document_.mark).c_str()));
  }
  note(worksheet_set_footer(sheet, "&C&\"Arial,Regular\"&9Страница &P из &N"));
  note(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  note(worksheet_ignore_errors(sheet, LXW_IGNORE_FORMULA_DIFFERS, "A1:XFD1048576"));
  note(worksheet_ignore_errors(sheet, LXW_IGNORE_FORMULA_RANGE, "A1:XFD1048576"));
  return sheet;
}

void Book::text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, std::string_view text, const Style& style,
                const Location& origin) {
  const std::string clean = checked(text, origin);
  if (clean.empty()) return blank(sheet, row, column, style);
  note(worksheet_write_string(sheet, row, column_of(column), clean.c_str(), styles_->get(style)));
}

void Book::merged_text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, lxw_row_t last_row,
                       std::size_t last_column, std::string_view text, const Style& style, const Location& origin) {
  if (row == last_row && column == last_column) return this->text(sheet, row, column, text, style, origin);
  const std::string clean = checked(text, origin);
  note(worksheet_merge_range(sheet, row, column_of(column), last_row, column_of(last_column), clean.c_str(),
                             styles_->get(style)));
}

void Book::number(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, double value, const Style& style) {
  note(worksheet_write_number(sheet, row, column_of(column), value, styles_->get(style)));
}

void Book::formula(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& formula, double value,
                   const Style& style) {
  note(worksheet_write_formula_num(sheet, row, column_of(column), formula.c_str(), styles_->get(style), value));
}

void Book::date(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, Date date, Style style) {
  style.number_format = "dd.mm.yyyy";
  style.align = document::Align::centre;
  style.wrap = false;
  note(worksheet_write_number(sheet, row, column_of(column), serial_of_date(date), styles_->get(style)));
}

void Book::choices(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column,
                   const std::vector<std::string>& words) {
  std::vector<std::string> clean;
  std::vector<char*> list;
  for (const std::string& word : words) clean.push_back(checked(word, {}));
  for (std::string& word : clean) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  std::string title = "Другое значение", message = "Выберите значение из списка";
  validation.value_list = list.data();
  validation.error_title = title.data();
  validation.error_message = message.data();
  note(worksheet_data_validation_range(sheet, row, column_of(column), last_row, column_of(column), &validation));
}

void Book::filter(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t last_column) {
  note(worksheet_autofilter(sheet, row, 0, last_row, column_of(last_column)));
}

void Book::fill_while(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column,
                      const std::string& formula) {
  std::string rule = formula;
  lxw_conditional_format condition{};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  condition.value_string = rule.data();
  condition.format = styles_->bar();
  note(worksheet_conditional_format_range(sheet, row, column_of(column), last_row, column_of(column), &condition));
}

void Book::mark_while(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column,
                      std::size_t last_column, const std::string& formula, Mark mark) {
  std::string rule = formula;
  lxw_conditional_format condition{};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  condition.value_string = rule.data();
  condition.format = mark == Mark::done ? styles_->done() : styles_->overdue();
  note(worksheet_conditional_format_range(sheet, row, column_of(column), last_row, column_of(last_column), &condition));
}

void Book::blank(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const Style& style) {
  note(worksheet_write_blank(sheet, row, column_of(column), styles_->get(style)));
}

void Book::link(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& sheet_name,
                std::string_view text, Style::Part part) {
  const std::string clean = checked(text, {});
  const std::string target = "internal:" + quoted_sheet(sheet_name) + "!A1";
  const Style style{part, document::Align::left, false, false, false, {}};
  note(worksheet_write_url_opt(sheet, row, column_of(column), target.c_str(), styles_->get(style), clean.c_str(),
                               nullptr));
}

lxw_chart* Book::add_chart(std::uint8_t type) {
  if (workbook_ == nullptr) return nullptr;
  lxw_chart* chart = workbook_add_chart(workbook_, type);
  if (chart == nullptr) note(LXW_ERROR_MEMORY_MALLOC_FAILED);
  return chart;
}

void Book::insert_chart(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, lxw_chart* chart, double x_scale,
                        double y_scale, std::string_view words) {
  std::string clean = sentences(checked(words, {}));
  lxw_chart_options options{};
  options.x_scale = x_scale, options.y_scale = y_scale;
  options.description = clean.empty() ? nullptr : clean.data();
  note(worksheet_insert_chart_opt(sheet, row, column_of(column), chart, &options));
}

void Book::row_height(lxw_worksheet* sheet, lxw_row_t row, int lines, double points) {
  constexpr double kHighest = 409;
  if (lines > 1) note(worksheet_set_row(sheet, row, std::min(xlsx::row_height(lines, points), kHighest), nullptr));
}

void Book::column_width(lxw_worksheet* sheet, std::size_t column, double width) {
  note(worksheet_set_column(sheet, column_of(column), column_of(column), width, nullptr));
}

std::string Book::finish() {
  std::string bytes;
  if (workbook_ != nullptr) {
    lxw_workbook* closing = workbook_;
    workbook_ = nullptr;
    note(workbook_close(closing));  // frees it, whatever happens
    if (error_ == LXW_NO_ERROR) bytes = whole(memory_);
  }
  if (bytes.empty()) {
    diagnostics_.error(codes::not_written, Location::in_file(document_.name + ".xlsx"),
                       "книга «" + document_.name + ".xlsx» не записана: " +
                           (error_ == LXW_NO_ERROR ? std::string("системе не хватило памяти или открытых файлов")
                                                   : "отказ библиотеки XLSX, код " + std::to_string(error_)),
                       "освободите память и место во временной папке и повторите сборку");
  }
  return bytes;
}

std::string quoted_sheet(std::string_view name) { return "'" + replace_all(std::string(name), "'", "''") + "'"; }

}  // namespace svod::xlsx
