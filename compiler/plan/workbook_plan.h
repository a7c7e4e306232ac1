#pragma once

#include "base/files.h"
#include "definitions/workspace.h"
#include "plan/table_plan.h"

namespace svod::plan {

/// A plan of a YAML file with the measures of its workbook: `table` says which.
definitions::Plan with_workbook(const definitions::Plan& written, const definitions::Workspace& workspace,
                                const Files& files, Diagnostics& found);

/// The plan that a workbook of `plans/` is by itself: nothing where it holds no table of measures. Its id comes from
/// the file's name, title, kind and period from the heading.
std::optional<definitions::Plan> plan_of_workbook(const std::string& name, const definitions::Workspace& workspace,
                                                  const Files& files, Diagnostics& found);

/// The id of a plan that is a workbook by itself: «Дорожная карта 2022.xlsx» is «dorozhnaya-karta-2022».
std::string id_of_workbook(const std::string& name);

/// The years that a heading names: «на 2021–2024 годы», «на 2022/23 учебный год»; nothing where it names none.
struct Period {
  Date from{}, to{};
};
std::optional<Period> period_in(std::string_view heading);

}  // namespace svod::plan
