#include <new>

#include "workbook/codes.h"
#include "workbook/csv.h"
#include "workbook/fault.h"
#include "workbook/kind.h"
#include "workbook/workbook.h"
#include "workbook/xlsx.h"

namespace svod::workbook {
namespace {

void read_archive(std::string_view bytes, const Budgets& budgets, Workbook& book, Diagnostics& found) {
  Package package(bytes, budgets);
  if (!package.has("[Content_Types].xml") && !package.has("_rels/.rels")) {
    const Container::Entry* mimetype = package.container().find("mimetype");
    const bool small = mimetype != nullptr && mimetype->size < 200;
    const PartBytes text = small ? package.container().read(*mimetype) : PartBytes{};
    refuse_archive(text.view(), package.has("Index/Document.iwa"));
  }
  for (const Relationship& relationship : package.relationships("")) {
    if (relationship.kind != "officeDocument") continue;
    require_workbook(package.content_type(relationship.target));
    read_xlsx(package, relationship.target, budgets, book, found);
    return;
  }
  refuse(codes::missing_part, "в файле xlsx не указано, где лежит книга (_rels/.rels)",
         "откройте файл в Excel с восстановлением, проверьте данные и сохраните заново");
}

}  // namespace

Outcome<Workbook> read(std::string_view bytes, const std::string& file, const Budgets& budgets) {
  Outcome<Workbook> outcome;
  outcome.product.file = file;
  try {
    if (bytes.size() > budgets.file_bytes) refuse_over_budget("файл", budgets.file_bytes, "байт (file_bytes)");
    if (kind_of_file(bytes, file) == FileKind::zip) {
      read_archive(bytes, budgets, outcome.product, outcome.diagnostics);
    } else {
      read_csv(bytes, budgets, outcome.product, outcome.diagnostics);
    }
    return outcome;
  } catch (const Fault& fault) {
    outcome = {};
    Location where = fault.line > 0           ? Location::in_text(file, fault.line, fault.column)
                     : !fault.sheet.empty() ? Location::in_cell(file, fault.sheet, fault.cell)
                                            : Location::in_file(file);
    outcome.diagnostics.error(*fault.code, std::move(where), fault.message, fault.hint);
  } catch (const std::bad_alloc&) {
    outcome = {};
    outcome.diagnostics.error(codes::over_budget, Location::in_file(file), "для чтения файла не хватило памяти",
                              "разделите файл на несколько");
  }
  outcome.product.file = file;
  return outcome;
}

}  // namespace svod::workbook
