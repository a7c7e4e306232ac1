#include "workbook/cell_faults.h"

#include "base/text.h"

namespace svod::workbook {
namespace {

// A code's `mend` is a sentence for `svod explain`; a hint is the same advice without its capital and full stop.
std::string hint_of(const Code& code) {
  std::string_view rest = code.mend;
  if (rest.ends_with('.')) rest.remove_suffix(1);
  std::size_t first = 0;
  next_code_point(rest, first);
  return lower(rest.substr(0, first)) + std::string(rest.substr(first));
}

}  // namespace

void CellFaults::sheet_error(const Code& code, const std::string& message) {
  add(Severity::error, code, std::nullopt, message);
}

void CellFaults::add(Severity severity, const Code& code, std::optional<CellRef> at, const std::string& message) {
  Tally& tally = tallies_[code.id];
  tally.code = &code;
  tally.severity = severity;
  ++tally.count;
  if (at) tally.last = *at;
  if (tally.count > listed_) return;
  Location where = at ? Location::in_cell(file_, sheet_, *at) : Location::in_sheet(file_, sheet_);
  found_.add({severity, &code, std::move(where), message, hint_of(code), {}, {}, std::string(code.id)});
}

void CellFaults::finish() {
  for (const auto& [id, tally] : tallies_) {
    if (tally.count <= listed_) continue;
    found_.add({tally.severity,
                tally.code,
                Location::in_sheet(file_, sheet_),
                "таких ячеек на листе всего " + std::to_string(tally.count) + ", по одной названы первые " +
                    std::to_string(listed_) + ", последняя – " + a1(tally.last),
                hint_of(*tally.code),
                {},
                {},
                {}});
  }
  tallies_.clear();
}

}  // namespace svod::workbook
