#include "world.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "definitions/school_names.h"
#include "intake/match.h"

using namespace svod;

const char* const kMarks = R"(kind: form
name: marks
version: 1
title: Отметки
marker: svod:marks:1
fields:
  - {name: school, title: Школа, type: school}
  - name: subject
    title: Предмет
    type: choice
    choices: [Химия, Физика, {value: Математика (профильная), aliases: [Математика]}]
  - {name: participants, title: Участников, type: integer, unit: чел., minimum: 0, maximum: 5000}
  - {name: mark_2, title: Отметка «2», headers: ["2"], type: integer, unit: чел., minimum: 0, signs: {"": zero, "-": zero}}
  - {name: mark_3, title: Отметка «3», headers: ["3"], type: integer, unit: чел., minimum: 0, required: false, signs: {"н/д": missing}}
keys: [school, subject]
relations:
  - name: marks_sum
    rule: mark_2 + mark_3 = participants
    message: сумма {{ mark_2 + mark_3 }} вместо {{ participants }}
totals_check: {}
layout:
  totals: [итого]
  ignored: ["№"]
)";

namespace {

constexpr const char* kWorkspace = R"(kind: workspace
name: проба
title: Проба
year: 2021
date: 2021-08-25
key: тайна этой проверки, длинная
department: {name: Управление образования}
)";

constexpr const char* kRegister = R"(kind: register
schools:
  - {id: lesnaya, name: "МБОУ «Лесная СОШ»", short_name: Лесная СОШ, owes: [marks]}
  - {id: polevaya, name: "МБОУ «Полёвская ООШ»", short_name: Полёвская ООШ, owes: [marks]}
  - {id: gorodskaya-5, name: "МАОУ «СОШ № 5»", short_name: СОШ № 5, full_name: "Муниципальное автономное общеобразовательное учреждение «Средняя общеобразовательная школа № 5»", owes: [marks], excused: {marks: капитальный ремонт}}
)";

}  // namespace

void World::load(const std::vector<std::string>& given) {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SVOD_SOURCE_DIR) + "/schemas/json")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    files.add("/svod/schemas/json/" + entry.path().filename().string(), text.str());
  }
  bool has_register = false;
  bool has_marks = false;
  for (std::size_t i = 0; i + 1 < given.size(); i += 2) {
    has_register = has_register || given[i] == "register.yaml";
    has_marks = has_marks || given[i] == "forms/marks.yaml";
    files.add("/ws/" + given[i], given[i + 1]);
  }
  files.add("/ws/workspace.yaml", kWorkspace);
  if (!has_marks) files.add("/ws/forms/marks.yaml", kMarks);
  if (!has_register) files.add("/ws/register.yaml", kRegister);
  auto loaded = definitions::load("/ws", {"/svod/schemas", "/svod/templates"}, files);
  const std::string faults = drawn::lines(loaded.diagnostics);
  CAPTURE(faults);
  REQUIRE_FALSE(loaded.diagnostics.has_errors());
  workspace = std::move(loaded.product);
}

std::vector<intake::TakenTable> World::take(workbook::Workbook& book, const std::string& file) {
  book.file = file;
  const definitions::SchoolNames schools(workspace);
  const intake::FileContext context{workspace, schools, book, book.file, true};
  auto matched = intake::match_forms(book, workspace);
  diagnostics = std::move(matched.diagnostics);
  std::vector<intake::TakenTable> tables;
  for (const intake::MatchedTable& table : matched.product) {
    const tables::Grid grid(book.sheets[table.sheet]);
    tables.push_back(intake::take_table(context, table, grid));
    diagnostics.append(tables.back().diagnostics);
  }
  return tables;
}

std::string World::said(const std::string& rows, const std::vector<std::string>& merged) {
  workbook::Workbook book = drawn::book_of(rows, merged);
  take(book);
  diagnostics.sort();
  return drawn::lines(diagnostics);
}

Outcome<intake::Intake> World::take_in(int jobs, const std::vector<std::string>& only) {
  store = std::move(facts::Store::create({}, workspace).product);
  auto outcome = intake::take_in(workspace, files, *store, jobs, only);
  store->seal();
  return outcome;
}
