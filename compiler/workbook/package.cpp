#include "workbook/package.h"

#include "base/text.h"
#include "workbook/codes.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '\\' ? '/' : text[i];
    }
  }
  return out;
}

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  const std::string decoded = percent_decoded(target);
  std::vector<std::string> folders;
  const auto walk = [&](std::string_view path) {
    for (const std::string_view piece : split(path, '/')) {
      if (piece.empty() || piece == ".") continue;
      if (piece != "..") {
        folders.emplace_back(piece);
      } else if (!folders.empty()) {
        folders.pop_back();
      }
    }
  };
  const std::size_t slash = part.rfind('/');
  if (!decoded.starts_with('/') && slash != std::string_view::npos) walk(part.substr(0, slash));
  walk(decoded);
  return join(folders, "/");
}

std::vector<Relationship> Package::relationships(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name_at = slash == std::string::npos ? 0 : slash + 1;
  const std::string name = part.substr(0, name_at) + "_rels/" + part.substr(name_at) + ".rels";
  const Container::Entry* entry = container_.find(name);
  std::vector<Relationship> found;
  if (entry == nullptr) return found;
  Xml xml(container_.read(*entry), name, budgets_.depth);
  xml.expect_root("Relationships");
  for (auto token = xml.next(); token == Xml::Token::start; token = xml.next()) {
    if (xml.name() == "Relationship" && xml.attribute("TargetMode") != "External") {
      const std::string type = xml.attribute("Type");
      found.push_back(
          {xml.attribute("Id"), type.substr(type.rfind('/') + 1), resolve_target(part, xml.attribute("Target"))});
    }
    xml.skip();
  }
  xml.next();
  return found;
}

std::string Package::content_type(const std::string& part) {
  const std::string name = "[Content_Types].xml";
  Xml xml(read(name, "это оглавление книги"), name, budgets_.depth);
  xml.expect_root("Types");
  const std::string wanted = lower("/" + part);
  const std::size_t dot = part.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : lower(part.substr(dot + 1));
  std::string by_extension;
  std::string by_name;
  for (auto token = xml.next(); token == Xml::Token::start; token = xml.next()) {
    if (xml.name() == "Override" && lower(xml.attribute("PartName")) == wanted) {
      by_name = xml.attribute("ContentType");
    } else if (xml.name() == "Default" && lower(xml.attribute("Extension")) == extension) {
      by_extension = xml.attribute("ContentType");
    }
    xml.skip();
  }
  xml.next();
  return by_name.empty() ? by_extension : by_name;
}

PartBytes Package::read(const std::string& part, const std::string& why) {
  const Container::Entry* entry = container_.find(part);
  if (entry == nullptr) {
    refuse(codes::missing_part, "в файле xlsx нет части «" + part + "»: " + why,
           "откройте файл в Excel с восстановлением, проверьте данные и сохраните заново");
  }
  return container_.read(*entry);
}

}  // namespace svod::workbook
