#include <filesystem>
#include <iostream>

#include "base/files.h"
#include "diagnostics/render.h"
#include "../typeset/chart_samples.h"
#include "documents.h"
#include "xlsx/write.h"

/// Writes the sample workbooks into the folder given, for the scripts that look at them from outside.
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  const auto save = [&](const svod::document::Document& document, const char* name) {
    const auto outcome = svod::xlsx::write(document);
    std::cerr << svod::render_text(outcome.diagnostics, false);
    svod::FileError error;
    return !outcome.diagnostics.has_errors() && svod::write_file(folder / name, outcome.product, error);
  };
  const bool whole = save(svod::xlsx::samples::whole_document(), "whole.xlsx");
  const bool many_rows = save(svod::xlsx::samples::long_document(20'100), "long.xlsx");
  svod::document::Document charts = svod::xlsx::samples::document();
  charts.mark = "Учебные данные";
  for (auto& chart : samples::all_charts())
    charts.blocks.push_back({std::move(chart), svod::Location::in_text("templates/report.md", 1, 1)});
  const bool figures = save(charts, "charts.xlsx");
  const bool plan = save(svod::xlsx::samples::plan_document(), "plan.xlsx");
  return whole && many_rows && figures && plan ? 0 : 1;
}
