#include "compose/table.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/typography.h"

namespace svod::compose {

document::Cell cell_of(const expression::Value& value, const ColumnSpec& spec, bool in_total) {
  document::Cell cell;
  document::Run run;
  run.bold = spec.bold;
  if (value.figure) run.ref = cell.ref = value.figure->ref;
  if (!value.known() && spec.blank) return cell;
  if (!value.known()) {
    cell.state = value.state == State::value ? State::missing : value.state;
    run.text = language::sign(cell.state);
  } else if (const Number* number = value.number()) {
    const Look look = look_of(*number, value.figure.get());
    cell.number = *number;
    cell.format.places = spec.places.value_or(look.places);
    cell.format.percent = spec.percent || look.percent;
    const Decimal rounded = number->round(cell.format.places);
    run.text = spec.with_sign ? language::difference(rounded) : language::number(rounded);
    // A nought of a count: the phenomenon is absent. Totals print it.
    if (!in_total && number->is_zero() && spec.total == ColumnSpec::Total::sum && cell.format.places == 0) {
      cell.state = State::zero;
      run.text = language::sign(State::zero);
    }
  } else if (value.date() != nullptr) {
    cell.date = *value.date();
    run.text = language::short_date(*value.date());
  } else {
    run.text = language::glue(printed(value).text);
  }
  cell.runs.push_back(std::move(run));
  return cell;
}

}  // namespace svod::compose
