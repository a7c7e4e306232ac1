#include "workbook/kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "workbook/codes.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

using namespace std::string_view_literals;

constexpr const char* kSave = "откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (*.xlsx)»";
constexpr const char* kSendTable = "пришлите саму таблицу, сохранённую как «Книга Excel (*.xlsx)»";
constexpr const char* kUnlock =
    "снимите пароль на открытие в Excel («Файл – Сведения – Защита книги») и сохраните снова";

[[noreturn]] void not_a_table(const std::string& what) {
  refuse(codes::not_a_table, "это не таблица, а " + what, kSendTable);
}
[[noreturn]] void other_format(const std::string& what) {
  refuse(codes::other_format, "это таблица в формате " + what + ", а не xlsx", kSave);
}

struct Mark {
  std::size_t at;
  std::string_view bytes;
  const char* what;
};
constexpr std::array<Mark, 18> kMarks{{
    {0, "\x89PNG\r\n\x1a\n"sv, "снимок (PNG)"},
    {0, "\xFF\xD8\xFF"sv, "снимок (JPEG)"},
    {0, "GIF87a"sv, "снимок (GIF)"},
    {0, "GIF89a"sv, "снимок (GIF)"},
    {0, "II*\0"sv, "снимок (TIFF)"},
    {0, "MM\0*"sv, "снимок (TIFF)"},
    {8, "WEBP"sv, "снимок (WebP)"},
    {4, "ftypheic"sv, "снимок (HEIC)"},
    {4, "ftypmif1"sv, "снимок (HEIC)"},
    {4, "ftyp"sv, "видеозапись"},
    {6, "\0\0\0\0"sv, "снимок (BMP)"},
    {0, "Rar!\x1a\x07"sv, "архив RAR"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "архив 7-Zip"},
    {0, "\x1F\x8B"sv, "архив gzip"},
    {0, "{\\rtf"sv, "документ RTF"},
    {0, "%PDF-"sv, "документ PDF"},
    {0, "%!PS"sv, "документ PostScript"},
    {0, "AT&TFORM"sv, "документ DjVu"},
}};

/// Whether an entry of an OLE2 directory bears this name. Entries stand at multiples of 128 bytes; the whole
/// file is looked through, so that a broken sector chain hides nothing.
bool has_ole_entry(std::string_view bytes, std::string_view name) {
  for (std::size_t at = 512; at + 128 <= bytes.size(); at += 128) {
    if (static_cast<unsigned char>(bytes[at + 64]) != (name.size() + 1) * 2 || bytes[at + 65] != 0) continue;
    bool same = true;
    for (std::size_t i = 0; i < name.size() && same; ++i) {
      same = bytes[at + 2 * i] == name[i] && bytes[at + 2 * i + 1] == 0;
    }
    if (same) return true;
  }
  return false;
}

[[noreturn]] void refuse_ole(std::string_view bytes) {
  if (has_ole_entry(bytes, "EncryptedPackage")) {
    refuse(codes::encrypted, "книга Excel защищена паролем и зашифрована", kUnlock);
  }
  if (has_ole_entry(bytes, "Workbook") || has_ole_entry(bytes, "Book")) other_format("xls (Excel 97–2003)");
  if (has_ole_entry(bytes, "WordDocument")) not_a_table("документ Word (doc)");
  if (has_ole_entry(bytes, "PowerPoint Document")) not_a_table("презентация PowerPoint (ppt)");
  refuse(codes::not_a_table, "это старый составной файл Office, таблицы в нём не видно (возможно, он оборван)",
         kSendTable);
}

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : lower(name.substr(dot + 1));
}

}  // namespace

FileKind kind_of_file(std::string_view bytes, std::string_view name) {
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (bytes.empty()) refuse(codes::empty_file, "файл пуст: в нём 0 байт", "попросите прислать файл ещё раз");
  if (starts("PK\3\4"sv) || starts("PK\5\6"sv)) return FileKind::zip;
  const std::string extension = extension_of(name);
  if (bytes.size() < 4 && "PK\3\4"sv.starts_with(bytes) && extension != "csv" && extension != "txt") {
    refuse(codes::broken_container, "файл xlsx оборван: в нём " + std::to_string(bytes.size()) + " байт",
           "попросите прислать файл ещё раз");
  }
  if (starts("\xD0\xCF\x11\xE0"sv)) refuse_ole(bytes);
  if (starts("\x09\x08"sv) || starts("\x09\x04\x06\0"sv) || starts("\x09\x02\x06\0"sv)) {
    other_format("xls старых выпусков Excel");
  }
  for (const Mark& mark : kMarks) {
    if (bytes.size() < mark.at || bytes.substr(mark.at, mark.bytes.size()) != mark.bytes) continue;
    // These marks alone stand in the middle and need their beginning as well.
    if (mark.at == 8 && !starts("RIFF"sv)) continue;
    if (mark.at == 6 && !starts("BM"sv)) continue;
    not_a_table(mark.what);
  }
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) not_a_table("документ PDF");
  refuse_markup(bytes);
  return FileKind::text;
}

void refuse_markup(std::string_view bytes) {
  std::string head = lower(trim(bytes.substr(0, 4096)));
  if (head.starts_with("\xEF\xBB\xBF")) head = std::string(trim(std::string_view(head).substr(3)));
  const auto holds = [&](std::string_view word) { return head.find(word) != std::string::npos; };
  if (head.starts_with("<?xml") || head.starts_with("<workbook") || head.starts_with("<office:document")) {
    if (holds("urn:schemas-microsoft-com:office:spreadsheet")) other_format("XML 2003");
    if (holds("urn:oasis:names:tc:opendocument")) other_format("ods (одним файлом XML)");
    if (!holds("<html")) not_a_table("файл XML");
  }
  for (const char* tag : {"<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<?xml"}) {
    if (head.starts_with(tag)) refuse(codes::not_a_table, "это страница HTML под видом таблицы", kSave);
  }
  if (head.starts_with("mime-version:")) refuse(codes::not_a_table, "это веб-архив (MHTML) под видом таблицы", kSave);
  if (head.starts_with("id;pwxl") || head.starts_with("id;pscalc")) other_format("SYLK");
}

void refuse_archive(std::string_view mimetype, bool has_numbers_part) {
  if (mimetype.find("opendocument.spreadsheet") != std::string_view::npos) other_format("ods (LibreOffice)");
  if (mimetype.find("opendocument.text") != std::string_view::npos) not_a_table("текстовый документ LibreOffice (odt)");
  if (mimetype.find("opendocument") != std::string_view::npos) not_a_table("документ LibreOffice");
  if (mimetype.find("epub") != std::string_view::npos) not_a_table("книга EPUB");
  if (has_numbers_part) other_format("Apple Numbers");
  refuse(codes::not_a_table, "это архив ZIP, а не книга Excel", "распакуйте архив и пришлите таблицу из него");
}

void require_workbook(std::string_view type) {
  const auto holds = [&](std::string_view word) { return type.find(word) != std::string_view::npos; };
  if (holds("sheet.binary")) other_format("xlsb (двоичная книга Excel)");
  if (holds("wordprocessingml") || holds("ms-word")) not_a_table("документ Word (docx)");
  if (holds("presentationml") || holds("ms-powerpoint")) not_a_table("презентация PowerPoint (pptx)");
  if (holds("visio")) not_a_table("рисунок Visio");
  for (const char* ours :
       {"sheet.main+xml", "template.main+xml", "sheet.macroEnabled", "template.macroEnabled", "addin.macroEnabled"}) {
    if (holds(ours)) return;
  }
  refuse(codes::missing_part, "главная часть файла – не книга Excel, а " + shown(type), kSave);
}

}  // namespace svod::workbook
