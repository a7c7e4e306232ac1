#include "driver/status.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compose/paper_control.h"
#include "compose/paper_words.h"
#include "definitions/paper_state.h"
#include "language/dates.h"
#include "language/plural.h"
#include "language/typography.h"

namespace svod::driver {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Columns as wide as their longest text, the last as it is.
std::string aligned(const Rows& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += "  " + row[i];
      if (i + 1 < row.size()) line += std::string(widths[i] - display_width(row[i]), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string counted(std::size_t count, language::PluralForms forms) {
  return language::counted(static_cast<std::int64_t>(count), forms);
}

/// Words for what was compiled, in the case that the sentence wants.
struct SourceWords {
  language::PluralForms files, schools, plans, regulations, papers;
};
constexpr SourceWords kSources{{"файл", "файла", "файлов"},
                               {"школы", "школ", "школ"},
                               {"план", "плана", "планов"},
                               {"положение", "положения", "положений"},
                               {"бумага", "бумаги", "бумаг"}};
constexpr SourceWords kOfSources{{"файла", "файлов", "файлов"},
                                 {"школы", "школ", "школ"},
                                 {"плана", "планов", "планов"},
                                 {"положения", "положений", "положений"},
                                 {"бумаги", "бумаг", "бумаг"}};

/// «31 файл сведений 18 школ, 2 плана, 1 бумага»: what there is; files also where there is nothing.
std::string told(const Sources& sources, const SourceWords& words) {
  std::vector<std::string> parts;
  const bool planned = sources.plans + sources.regulations + sources.papers > 0;
  if (sources.files > 0 || !planned) {
    parts.push_back(counted(sources.files, words.files) + " сведений" +
                    (sources.schools > 0 ? " " + counted(sources.schools, words.schools) : std::string()));
  }
  if (sources.plans > 0) parts.push_back(counted(sources.plans, words.plans));
  if (sources.regulations > 0) parts.push_back(counted(sources.regulations, words.regulations));
  if (sources.papers > 0) parts.push_back(counted(sources.papers, words.papers));
  return join(parts, ", ");
}

std::string state_of(const intake::Duty& duty) {
  switch (duty.standing) {
    case intake::Standing::absent: return "нет сведений";
    case intake::Standing::excused: return "не отчитывается по причине из реестра";
    case intake::Standing::sent: return duty.has_errors ? "получено, есть ошибки" : "получено";
  }
  return {};
}

/// Papers and other signed documents by their dates, drafts after them.
std::string papers_of(const definitions::Workspace& workspace) {
  struct Line {
    std::optional<Date> date;
    std::string number, state, title;
  };
  std::vector<Line> lines;
  for (const definitions::Paper& paper : workspace.papers) {
    const definitions::PaperState state = definitions::state_of(workspace, paper);
    const compose::PaperKind& kind = compose::kind_of(paper.type);
    const auto date = state.is_signed() ? state.date : std::nullopt;
    lines.push_back({date, date ? state.number : std::string(), compose::state_word(state, kind.gender),
                     std::string(kind.noun) + " " + language::quotes("«" + paper.subject.text + "»")});
  }
  for (const definitions::Issued& one : workspace.issued) {
    if (!one.paper.empty()) continue;
    lines.push_back({one.agreement ? std::nullopt : one.date, one.number,
                     one.agreement ? "на согласовании" : "подписан", "документ «" + one.document + "»"});
  }
  if (lines.empty()) return {};
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.date && (!b.date || *a.date < *b.date);
  });
  const auto drafts = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !line.date; });
  Rows rows;
  for (const Line& line : lines) {
    rows.push_back({line.date ? language::short_date(*line.date) : "без даты",
                    line.number.empty() ? "без номера" : "№ " + line.number, line.state, line.title});
  }
  return "Бумаги: " + std::to_string(lines.size()) +
         (drafts > 0 ? ", из них не подписано " + std::to_string(drafts) : std::string()) + "\n" + aligned(rows);
}

/// What the papers in force oblige to, on the day of the build: how much, and what is overdue.
std::string control_of(const Compilation& compilation) {
  if (!compilation.sound) return {};
  const std::map<std::string, std::string> no_sources;
  const compose::Input input{compilation.workspace, *compilation.results,       compilation.findings,
                             compilation.templates, compilation.date,           compilation.workspace.mark,
                             no_sources,            &compilation.words,         compilation.plans,
                             &compilation.calendar};
  const expression::Value duties = compose::duties_value(input, false);
  std::size_t done = 0;
  Rows overdue;
  for (const expression::Value& duty : *duties.list()) {
    const auto word = [&](const char* name) {
      const expression::Value value = duty.record()->field(name);
      return value.text() != nullptr ? *value.text() : std::string();
    };
    done += word("status") == "исполнено";
    if (word("status") != "просрочено") continue;
    overdue.push_back({language::short_date(*duty.record()->field("due").date()), word("source"),
                       word("own_text") + (word("executors").empty() ? "" : " – " + word("executors"))});
  }
  if (duties.list()->empty()) return {};
  return "Пунктов со сроками: " + std::to_string(duties.list()->size()) + ", исполнено: " + std::to_string(done) +
         ", просрочено: " + std::to_string(overdue.size()) + " на " + language::long_date(compilation.date) + "\n" +
         aligned(overdue);
}

}  // namespace

Sources counted_sources(const Compilation& compilation) {
  const definitions::Workspace& workspace = compilation.workspace;
  return {compilation.intake.files.size(), workspace.schools.size(), compilation.plans.plans.size(),
          workspace.regulations.size(), workspace.papers.size()};
}

std::string describe(const BuildReport& report, std::size_t errors) {
  std::string out = (errors > 0 ? "Готово с ошибками (" + std::to_string(errors) + "): " : "Готово: ") +
                    counted(report.products.size(), {"файл", "файла", "файлов"}) + " документов из " +
                    told(report.sources, kOfSources);
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
  const std::string checked = "Проверено: " + told(counted_sources(compilation), kSources);
  if (found.empty()) return checked + "; замечаний нет\n";
  const std::size_t notes = found.size() - found.errors() - found.warnings();
  return checked + "; " + counted(found.errors(), {"ошибка", "ошибки", "ошибок"}) + ", " +
         counted(found.warnings(), {"предупреждение", "предупреждения", "предупреждений"}) +
         (notes > 0 ? ", " + counted(notes, {"замечание", "замечания", "замечаний"}) : std::string()) + "\n";
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
    Rows rows;
    for (const intake::Duty* duty : duties) {
      const definitions::School* school = compilation.workspace.school(duty->school);
      rows.push_back({school != nullptr ? school->short_name : duty->school, state_of(*duty), join(duty->files, ", ")});
    }
    out += aligned(rows);
  }
  out += papers_of(compilation.workspace) + control_of(compilation);
  return out.empty() ? "Ни сведений от школ, ни бумаг рабочая папка не ведёт\n" : out;
}

}  // namespace svod::driver
