#include "driver/status.h"

#include <algorithm>

#include "base/text.h"
#include "compose/paper_words.h"
#include "definitions/paper_state.h"
#include "language/plural.h"

namespace svod::driver {
namespace {

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t have = display_width(text);
  return have >= width ? text : text + std::string(width - have, ' ');
}

std::string counted(std::size_t count, language::PluralForms forms) {
  return language::counted(static_cast<std::int64_t>(count), forms);
}

std::string state_of(const intake::Duty& duty) {
  switch (duty.standing) {
    case intake::Standing::absent: return "нет сведений";
    case intake::Standing::excused: return "не отчитывается по причине из реестра";
    case intake::Standing::sent: return duty.has_errors ? "получено, есть ошибки" : "получено";
  }
  return {};
}

/// Every paper with its state: «подписан  приказ … от … № …».
std::string papers_of(const definitions::Workspace& workspace) {
  std::string out;
  for (const definitions::Paper& paper : workspace.papers) {
    const definitions::PaperState state = definitions::state_of(workspace, paper);
    const std::string name = compose::reference_to(workspace, paper, state, language::Case::nominative, true);
    out += "  " + padded(compose::state_word(state, compose::kind_of(paper.type).gender), 16) + "  " + name + "\n";
  }
  return out.empty() ? out : "Бумаги\n" + out;
}

}  // namespace

std::string describe(const BuildReport& report, std::size_t errors) {
  std::string out = (errors > 0 ? "Готово с ошибками (" + std::to_string(errors) + "): " : "Готово: ") + counted(report.products.size(), {"файл", "файла", "файлов"}) + " документов из " +
                    counted(report.files, {"файла", "файлов", "файлов"}) + " сведений " +
                    counted(report.schools, {"школы", "школ", "школ"});
  if (report.products.empty()) {
    out += "; ни один документ не выпущен";
  } else if (report.fresh == 0) {
    out += "; по сравнению с прошлой сборкой ничего не изменилось";
  } else if (report.fresh < report.products.size()) {
    out += "; изменилось: " + std::to_string(report.fresh);
  }
  out += "\n";
  if (report.own_words > 0) {
    out += "Свой текст вместо текста шаблона: " + counted(report.own_words, {"место", "места", "мест"}) + " в " +
           counted(report.own_documents, {"документе", "документах", "документах"}) + "; перечень печатает svod check\n";
  }
  for (const std::string& product : report.products) out += "  " + (report.out / product).generic_string() + "\n";
  return out;
}

std::string describe_check(const Compilation& compilation, const Diagnostics& found) {
  if (found.empty()) {
    return "Проверено: " + counted(compilation.intake.files.size(), {"файл", "файла", "файлов"}) +
           " сведений, замечаний нет\n";
  }
  return "Проверено: " + counted(compilation.intake.files.size(), {"файл", "файла", "файлов"}) + " сведений; " +
         counted(found.errors(), {"ошибка", "ошибки", "ошибок"}) + ", " +
         counted(found.warnings(), {"предупреждение", "предупреждения", "предупреждений"}) + "\n";
}

std::string print_status(const Compilation& compilation) {
  std::string out;
  for (const definitions::Form& form : compilation.workspace.forms) {
    std::vector<const intake::Duty*> duties;
    for (const intake::Duty& duty : compilation.intake.duties) {
      if (duty.form == form.name) duties.push_back(&duty);
    }
    if (duties.empty()) continue;
    const auto sent = std::count_if(duties.begin(), duties.end(), [](const intake::Duty* duty) {
      return duty->standing == intake::Standing::sent;
    });
    out += form.title + ": получено " + std::to_string(sent) + " из " + std::to_string(duties.size()) + "\n";
    for (const intake::Duty* duty : duties) {
      const definitions::School* school = compilation.workspace.school(duty->school);
      const std::string name = school != nullptr ? school->short_name : duty->school;
      out += "  " + padded(name, 28) + "  " + padded(state_of(*duty), 24);
      for (std::size_t i = 0; i < duty->files.size(); ++i) out += (i > 0 ? ", " : "  ") + duty->files[i];
      out.erase(out.find_last_not_of(' ') + 1);
      out += "\n";
    }
  }
  return out + papers_of(compilation.workspace);
}

}  // namespace svod::driver
