#include "intake/kinds.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace svod::intake {

std::string foreign_kind(std::string_view path, std::string_view bytes) {
  using Kind = std::pair<std::string_view, std::string_view>;
  constexpr std::array tables{"xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "csv", "tsv"};
  constexpr std::array<Kind, 24> known{{
      {"pdf", "документ PDF"},       {"doc", "документ Word"},        {"docx", "документ Word"},
      {"rtf", "документ RTF"},       {"odt", "текстовый документ"},   {"txt", "текст"},
      {"md", "текст"},               {"jpg", "рисунок"},              {"jpeg", "рисунок"},
      {"png", "рисунок"},            {"gif", "рисунок"},              {"bmp", "рисунок"},
      {"tif", "рисунок"},            {"tiff", "рисунок"},             {"zip", "архив"},
      {"rar", "архив"},              {"7z", "архив"},                 {"ppt", "презентация"},
      {"pptx", "презентация"},       {"html", "веб-страница"},        {"xml", "файл XML"},
      {"json", "файл JSON"},         {"eml", "письмо"},               {"msg", "письмо"},
  }};
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  const std::string extension = dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
  for (const char* table : tables) {
    if (extension == table) return {};
  }
  for (const auto& [ending, kind] : known) {
    if (extension == ending) return std::string(kind);
  }
  if (bytes.starts_with("PK")) return {};  // a book without its ending
  return "файл неизвестного вида";
}

}  // namespace svod::intake
