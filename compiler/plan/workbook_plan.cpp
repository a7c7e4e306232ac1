#include "plan/workbook_plan.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "plan/codes.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

using definitions::Plan;

/// The file, or nothing and a diagnostic at `named`.
std::optional<workbook::Workbook> open(const std::string& name, const Location& named,
                                       const definitions::Workspace& workspace, const Files& files,
                                       Diagnostics& found) {
  const std::filesystem::path inside = std::filesystem::path(name).lexically_normal();
  if (inside.is_absolute() || !inside.has_filename() || *inside.begin() == "..") {
    found.error(codes::no_workbook, named, "«" + name.substr(0, 200) + "» – не имя книги в папке plans",
                "положите книгу в папку plans и назовите её путём внутри этой папки");
    return std::nullopt;
  }
  const workbook::Budgets budgets;
  FileError error;
  const auto bytes = files.read(workspace.folder / "plans" / name, error, budgets.file_bytes);
  if (!bytes) {
    const std::vector<std::string> books = files.list(workspace.folder / "plans");
    const std::string_view near = nearest(name, books);
    found.error(
        codes::no_workbook, named, "книга «plans/" + name + "» не прочитана: " + error.reason,
        near.empty() || near == name ? "проверьте имя книги в папке plans" : "возможно, «" + std::string(near) + "»");
    return std::nullopt;
  }
  auto read = workbook::read(*bytes, "plans/" + name, budgets);
  found.append(std::move(read.diagnostics));
  if (read.product.sheets.empty()) return std::nullopt;
  return std::move(read.product);
}

std::string latin(char32_t c) {
  constexpr std::array kLetters{"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
                                "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};
  if (c >= 0x430 && c <= 0x44F) return kLetters[c - 0x430];
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return std::string(1, static_cast<char>(c));
  return "-";
}

}  // namespace

std::string id_of_workbook(const std::string& name) {
  const std::string stem = folded(name.substr(0, name.rfind('.')));
  std::string id;
  for (std::size_t at = 0; at < stem.size();) {
    const std::string letter = latin(next_code_point(stem, at));
    if (letter == "-" && (id.empty() || id.back() == '-')) continue;
    id += letter;
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "plan" : id;
}

namespace {

struct Kind {
  const char* words;
  Plan::Type type;
  const char* short_title;
  const char* gender;
};
constexpr std::array kKinds{Kind{"план-график", Plan::Type::plan_graph, "план-график", "m"},
                            Kind{"дорожная карта", Plan::Type::roadmap, "дорожная карта", "f"},
                            Kind{"дорожной карт", Plan::Type::roadmap, "дорожная карта", "f"},
                            Kind{"дорожную карту", Plan::Type::roadmap, "дорожная карта", "f"},
                            Kind{"программ", Plan::Type::programme, "программа", "f"}};

/// What the title names first: a «план-график («дорожная карта»)» is a plan-graph.
void set_kind(Plan& plan) {
  const std::string title = folded(plan.title.text);
  plan.short_title = {"план", plan.title.at};
  plan.gender = "m";
  std::size_t best = title.find("план ");
  for (const Kind& kind : kKinds) {
    const std::size_t at = title.find(kind.words);
    if (at == std::string::npos || (best != std::string::npos && at >= best)) continue;
    best = at;
    plan.type = kind.type;
    plan.short_title.text = kind.short_title;
    plan.gender = kind.gender;
  }
}

Date first_of_year(int year) { return Date(std::chrono::year(year), std::chrono::January, std::chrono::day(1)); }
Date last_of_year(int year) { return Date(std::chrono::year(year), std::chrono::December, std::chrono::day(31)); }

}  // namespace

std::optional<Period> period_in(std::string_view heading) {
  const std::string text = folded(heading);
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - at;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t size = digits_at(at);
    if (size == 0) continue;
    const bool year = size == 4 && text.compare(at, 2, "20") == 0 && (at == 0 || text[at - 1] != '.');
    if (!year) {
      at += size;
      continue;
    }
    const int from = std::stoi(text.substr(at, 4));
    int to = from;
    std::size_t next = at + 4;
    while (next < text.size() && (text[next] == ' ' || text[next] == '-' || text[next] == '/')) ++next;
    const bool range = text.substr(at + 4, next - at - 4).find_first_of("-/") != std::string::npos;
    if (range && digits_at(next) == 4) to = std::stoi(text.substr(next, 4));
    if (range && digits_at(next) == 2) to = from / 100 * 100 + std::stoi(text.substr(next, 2));
    if (to < from || to - from > 50) to = from;
    if (to == from + 1 && text.find("учебн") != std::string::npos) {
      return Period{Date(std::chrono::year(from), std::chrono::September, std::chrono::day(1)),
                    Date(std::chrono::year(to), std::chrono::August, std::chrono::day(31))};
    }
    return Period{first_of_year(from), last_of_year(to)};
  }
  return std::nullopt;
}

Plan with_workbook(const Plan& written, const definitions::Workspace& workspace, const Files& files,
                   Diagnostics& found) {
  Plan plan = written;
  if (!plan.sections.empty()) {
    found.error(codes::two_sources, plan.at,
                "у плана «" + plan.id + "» мероприятия и в sections, и в книге «" + plan.table + "»",
                "оставьте одно из двух");
  }
  const auto book = open(plan.table, plan.at, workspace, files, found);
  if (!book) return plan;
  auto read = read_table_plan(*book, plan);
  found.append(std::move(read.diagnostics));
  TablePlan& table = read.product;
  if (!table.found) {
    found
        .error(codes::no_table, Location::in_file(book->file), "в книге нет таблицы мероприятий",
               "нужны столбцы «Мероприятие» и хотя бы «Сроки» или «Ответственные»")
        .related.push_back({plan.at, "книгу называет этот план"});
    return plan;
  }
  std::move(table.sections.begin(), table.sections.end(), std::back_inserter(plan.sections));
  if (plan.columns.empty()) {
    plan.columns = std::move(table.columns);
    plan.column_numbers = plan.column_numbers || table.column_numbers;
  }
  // A block that the YAML file has is its own.
  std::set<std::string> roles;
  for (const definitions::Clause& block : plan.before) roles.insert(block.role);
  for (const definitions::Clause& block : plan.after) roles.insert(block.role);
  const auto add = [&](std::vector<definitions::Clause>& to, std::vector<definitions::Clause>& blocks) {
    for (definitions::Clause& block : blocks) {
      if (block.role.empty() || !roles.contains(block.role)) to.push_back(std::move(block));
    }
  };
  add(plan.before, table.before);
  add(plan.after, table.after);
  return plan;
}

std::optional<Plan> plan_of_workbook(const std::string& name, const definitions::Workspace& workspace,
                                     const Files& files, Diagnostics& found) {
  const Location file = Location::in_file("plans/" + name);
  const auto book = open(name, file, workspace, files, found);
  if (!book) return std::nullopt;
  Plan plan;
  plan.id = id_of_workbook(name);
  plan.at = file;
  plan.from = first_of_year(workspace.year != 0 ? workspace.year : static_cast<int>(workspace.date.year()));
  plan.to = last_of_year(static_cast<int>(plan.from.year()));
  auto read = read_table_plan(*book, plan);
  found.append(std::move(read.diagnostics));
  TablePlan& table = read.product;
  if (!table.found) {
    found.error(codes::no_table, file, "в книге нет таблицы мероприятий",
                "нужны столбцы «Мероприятие» и хотя бы «Сроки» или «Ответственные»");
    return std::nullopt;
  }
  plan.title = table.title;
  if (plan.title.empty()) plan.title = {name.substr(0, name.rfind('.')), file};
  set_kind(plan);
  std::optional<Period> period = period_in(plan.title.text);
  if (!period) period = period_in(name);
  if (period) {
    plan.from = period->from;
    plan.to = period->to;
  } else {
    found.warning(codes::no_period, plan.title.at, "в заголовке плана не назван год; сроки прочитаны в " +
                                                       std::to_string(static_cast<int>(plan.from.year())) + " году",
                  "назовите год в заголовке или опишите план файлом YAML");
  }
  plan.columns = std::move(table.columns);
  plan.column_numbers = table.column_numbers;
  plan.before = std::move(table.before);
  plan.after = std::move(table.after);
  plan.sections = std::move(table.sections);
  plan.table = name;
  return plan;
}

}  // namespace svod::plan
