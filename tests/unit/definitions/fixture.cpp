#include "fixture.h"

#include <libdeflate.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"

namespace svod::definitions {
namespace {

constexpr const char* kWorkspace = R"(kind: workspace
name: проба
title: Проба
year: 2021
date: 2021-08-25
department: {name: Управление образования}
)";

constexpr const char* kRegister = R"(kind: register
schools:
  - {id: lesnaya, name: Лесная СОШ}
)";

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// A ZIP archive whose parts are stored as they are.
std::string zip_of(const std::vector<File>& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, data] : parts) {
    const std::uint32_t crc = libdeflate_crc32(0, data.data(), data.size());
    const std::size_t begin = out.size();
    std::string about;
    put(about, 20, 2);
    put(about, 0, 2);
    put(about, 0, 2);
    put(about, 0, 4);
    put(about, crc, 4);
    put(about, data.size(), 4);
    put(about, data.size(), 4);
    put(about, name.size(), 2);
    put(about, 0, 2);
    put(out, 0x04034b50, 4);
    out += about + name + data;
    put(directory, 0x02014b50, 4);
    put(directory, 20, 2);
    directory += about;
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, begin, 4);
    directory += name;
  }
  const std::size_t begin = out.size();
  out += directory;
  put(out, 0x06054b50, 4);
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

bool is_number(const std::string& text) {
  return !text.empty() && std::count(text.begin(), text.end(), '.') < 2 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) || c == '.'; });
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Outcome<Workspace> loaded(const std::vector<File>& files) {
  MemoryFiles memory;
  static const std::vector<File> schemas = [] {
    std::vector<File> found;
    const std::string folder = std::string(SVOD_SOURCE_DIR) + "/schemas/json";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      found.emplace_back("/svod/schemas/json/" + entry.path().filename().string(), bytes_of(entry.path().string()));
    }
    return found;
  }();
  for (const auto& [path, bytes] : schemas) memory.add(path, bytes);
  bool has_workspace = false;
  bool has_register = false;
  for (const auto& [path, bytes] : files) {
    has_workspace = has_workspace || path == "workspace.yaml";
    has_register = has_register || path.starts_with("register.");
    if (bytes == "-") continue;
    memory.add(path.starts_with("schemas/") ? "/svod/" + path : "/ws/" + path, bytes);
  }
  if (!has_workspace) memory.add("/ws/workspace.yaml", kWorkspace);
  if (!has_register) memory.add("/ws/register.yaml", kRegister);
  return load("/ws", {"/svod/schemas", "/svod/templates"}, memory);
}

std::string lines(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics) {
    text += std::string(one.code->id) + " " + one.where.text() + " " + one.message + (one.hint.empty() ? "" : " | " + one.hint) + "\n";
  }
  return text;
}

const Diagnostic& only(const Outcome<Workspace>& outcome, const Code& code, std::string_view place) {
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code->id == code.id);
  CHECK(outcome.diagnostics[0].where.text() == place);
  return outcome.diagnostics[0];
}

const Diagnostic& first(const Diagnostics& diagnostics, const Code& code) {
  INFO("wanted " << code.id << " in\n" << lines(diagnostics));
  const auto found = std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& one) { return one.code == &code; });
  REQUIRE(found != diagnostics.end());
  return *found;
}

std::string xlsx_of(const std::vector<TestSheet>& sheets) {
  std::string types = R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)";
  std::string book = R"(<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)";
  std::string links = R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  std::vector<File> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    types += R"(<Override PartName="/xl/worksheets/sheet)" + number + R"(.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)";
    book += R"(<sheet name=")" + sheets[i].name + R"(" sheetId=")" + number + R"(" r:id="rId)" + number + R"("/>)";
    links += R"(<Relationship Id="rId)" + number + R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet)" + number + R"(.xml"/>)";
    std::string data = R"(<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
    for (std::uint32_t r = 0; r < sheets[i].rows.size(); ++r) {
      data += R"(<row r=")" + std::to_string(r + 1) + R"(">)";
      for (std::uint32_t c = 0; c < sheets[i].rows[r].size(); ++c) {
        const std::string& text = sheets[i].rows[r][c];
        if (text.empty()) continue;
        const std::string at = a1(CellRef{r, c});
        data += text.starts_with("#") ? R"(<c r=")" + at + R"(" t="e"><v>)" + text + "</v></c>"
                : is_number(text)     ? R"(<c r=")" + at + R"("><v>)" + text + "</v></c>"
                                      : R"(<c r=")" + at + R"(" t="inlineStr"><is><t>)" + text + "</t></is></c>";
      }
      data += "</row>";
    }
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", data + "</sheetData></worksheet>");
  }
  parts.insert(parts.begin(), {"xl/_rels/workbook.xml.rels", links + "</Relationships>"});
  parts.insert(parts.begin(), {"xl/workbook.xml", book + "</sheets></workbook>"});
  parts.insert(parts.begin(), {"_rels/.rels", R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"});
  parts.insert(parts.begin(), {"[Content_Types].xml", types + "</Types>"});
  return zip_of(parts);
}

}  // namespace svod::definitions
