#include "intake/marker.h"

#include <algorithm>

#include "base/text.h"
#include "intake/codes.h"

namespace svod::intake {
namespace {

using definitions::Form;

constexpr std::string_view kPrefix = "svod:";

// «svod:oge_marks:2» of a form whose mark is «svod:oge_marks:1».
const Form* form_by_name(const definitions::Workspace& workspace, std::string_view mark) {
  const std::vector<std::string_view> parts = split(mark, ':');
  return parts.size() < 2 ? nullptr : workspace.form(parts[1]);
}

const Form* resolve(const std::string& mark, const Location& where, const definitions::Workspace& workspace,
                    Marks& marks, Diagnostics& out) {
  for (const Form& form : workspace.forms) {
    if (!form.marker.empty() && form.marker == mark) return &form;
  }
  const Form* other = form_by_name(workspace, mark);
  if (other != nullptr) {
    out.warning(
        codes::foreign_marker, where,
        "бланк другой версии: метка «" + mark + "», а форма «" + other->title + "» имеет метку «" + other->marker + "»",
        "запросите сведения на новом бланке, если состав столбцов изменился");
    return other;
  }
  marks.foreign = true;
  out.error(codes::foreign_marker, where, "метка бланка «" + mark + "» не относится ни к одной форме",
            "проверьте, того ли периода бланк");
  return nullptr;
}

std::string unquoted(std::string_view text) {
  text = trim(text);
  if (text.starts_with('=')) text.remove_prefix(1);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

const Form* Marks::form_of(std::size_t sheet) const {
  const auto found = of_sheet.find(sheet);
  return found == of_sheet.end() ? whole : found->second;
}

bool Marks::only_marks(std::size_t sheet) const {
  return std::find(mark_sheets.begin(), mark_sheets.end(), sheet) != mark_sheets.end();
}

Marks find_marks(const workbook::Workbook& book, const definitions::Workspace& workspace, Diagnostics& out) {
  Marks marks;
  for (std::size_t s = 0; s < book.sheets.size(); ++s) {
    const workbook::Sheet& sheet = book.sheets[s];
    for (const workbook::Cell& cell : sheet.cells) {
      if (cell.type != workbook::CellType::text || !cell.text.starts_with(kPrefix) || cell.text.size() > 200) continue;
      if (sheet.hidden) marks.mark_sheets.push_back(s);
      const Form* form = resolve(std::string(trim(cell.text)), Location::in_cell(book.file, sheet.name, cell.at),
                                 workspace, marks, out);
      if (form == nullptr) continue;
      if (sheet.hidden) {
        marks.whole = form;
      } else {
        marks.of_sheet[s] = form;
      }
    }
  }
  for (const workbook::DefinedName& name : book.names) {
    if (folded(name.name) != "svod_form") continue;
    const std::string text = unquoted(name.refers_to);
    if (!text.starts_with(kPrefix)) continue;  // it points at a cell, which was read above
    const Form* form = resolve(text, Location::in_file(book.file), workspace, marks, out);
    if (form == nullptr) continue;
    if (name.sheet) {
      marks.of_sheet[*name.sheet] = form;
    } else {
      marks.whole = form;
    }
  }
  return marks;
}

}  // namespace svod::intake
