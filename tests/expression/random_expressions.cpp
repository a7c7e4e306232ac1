#include "random_expressions.h"

namespace random_expressions {
namespace {

constexpr std::string_view kTexts[]{"Физика", "Химия", "физика", "Ёлка", "a'b", "Б"};
constexpr std::string_view kDates[]{"2020-12-31", "2021-06-30", "2021-07-01"};

}  // namespace

const std::vector<Field>& fields() {
  static const std::vector<Field> list{
      {"n1", Kind::number, 0}, {"n2", Kind::number, 0},  {"n3", Kind::number, 1},  {"n4", Kind::number, 2},
      {"t1", Kind::text, 0},   {"t2", Kind::text, 0},    {"f1", Kind::boolean, 0}, {"f2", Kind::boolean, 0},
      {"d1", Kind::date, 0},   {"d2", Kind::date, 0},
  };
  return list;
}

NameTable names() {
  NameTable table;
  for (const Field& field : fields()) {
    Type type;
    type.kind = field.kind;
    table.add(field.name, type);
  }
  return table;
}

Value Row::variable(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? Value::absent() : found->second;
}

// xorshift: the standard's engines are portable, its distributions are not.
std::size_t Source::below(std::size_t count) {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  return static_cast<std::size_t>((state_ >> 11) % count);
}

Row Source::row() {
  Row row;
  for (const Field& field : fields()) {
    if (chance(20)) continue;
    switch (field.kind) {
      case Kind::number: {
        const auto units = chance(20) ? 0 : static_cast<std::int64_t>(below(field.decimals == 0 ? 12 : 600)) - 4;
        row.values[field.name] = Value::of(Number::scaled(units, field.decimals));
        break;
      }
      case Kind::text: row.values[field.name] = Value::of(std::string(kTexts[below(std::size(kTexts))])); break;
      case Kind::boolean: row.values[field.name] = Value::of(chance(50)); break;
      default: row.values[field.name] = Value::of(*parse_iso_date(kDates[below(std::size(kDates))])); break;
    }
  }
  return row;
}

std::string Source::field(Kind kind) {
  std::vector<std::string> of_kind;
  for (const Field& candidate : fields()) {
    if (candidate.kind == kind) of_kind.push_back(candidate.name);
  }
  return of_kind[below(of_kind.size())];
}

std::string Source::number(int depth) {
  if (depth <= 0 || chance(15)) {
    if (chance(70)) return field(Kind::number);
    static const char* const literals[]{"0", "1", "2", "3", "0.5", "10", "1.25", "100"};
    return literals[below(std::size(literals))];
  }
  const auto part = [&] { return number(depth - 1); };
  switch (below(13)) {
    case 0:
    case 1:
    case 2: return "(" + part() + " + " + part() + ")";
    case 3: return "(" + part() + " - " + part() + ")";
    case 4: return "(" + part() + " * " + part() + ")";
    case 5:
    case 6: return "(" + part() + " / " + part() + ")";
    case 7: return "(-" + part() + ")";
    case 8: return "abs(" + part() + ")";
    case 9: return std::string(chance(50) ? "min(" : "max(") + part() + ", " + part() + (chance(30) ? ", 2)" : ")");
    case 10: return "round(" + part() + ", " + std::to_string(below(4)) + ")";
    case 11: return "(" + part() + " | default(" + part() + "))";
    default:
      if (chance(25)) return "length(" + text(depth - 1) + ")";
      return "(if " + condition(depth - 1) + " then " + part() + " else " + part() + ")";
  }
}

std::string Source::comparison(int depth) {
  static const char* const signs[]{" = ", " != ", " < ", " <= ", " > ", " >= "};
  const std::size_t what = below(10);
  if (what < 7) return number(depth) + signs[below(6)] + number(depth);
  if (what == 7) return date(depth) + signs[below(6)] + date(depth);
  return text(depth) + signs[below(parts_.text_order ? 6 : 2)] + text(depth);
}

std::string Source::condition(int depth) {
  if (depth <= 0) {
    if (parts_.boolean_fields && chance(30)) return field(Kind::boolean);
    return "(" + comparison(0) + ")";
  }
  const auto part = [&] { return condition(depth - 1); };
  switch (below(13)) {
    case 0:
    case 1: return "(" + part() + " and " + part() + ")";
    case 2:
    case 3: return "(" + part() + " or " + part() + ")";
    case 4: return "(not " + part() + ")";
    case 5: return "(" + number(depth - 1) + " between " + number(depth - 1) + " and " + number(depth - 1) + ")";
    case 6:
      return "(" + text(depth - 1) + (chance(30) ? " not in (" : " in (") + text(depth - 1) + ", " + text(0) +
             ", 'Б'))";
    case 7: return "(" + number(depth - 1) + (chance(30) ? " not in (" : " in (") + "1, " + number(depth - 1) + ", 5))";
    case 8:
      return "known(" + (chance(50) ? number(depth - 1) : chance(50) ? text(depth - 1) : condition(depth - 1)) + ")";
    case 9:
      return chance(50) ? "contains(" + text(depth - 1) + ", 'и')"
                        : "starts_with(" + text(depth - 1) + ", " + text(0) + ")";
    case 10:
      return chance(50) ? "(" + part() + " | default(" + (chance(50) ? "true" : "false") + "))"
                        : "(" + part() + (chance(50) ? " = " : " != ") + part() + ")";
    case 11: return "(if " + part() + " then " + part() + " else " + part() + ")";
    default: return "(" + comparison(depth - 1) + ")";
  }
}

std::string Source::text(int depth) {
  if (depth <= 0 || chance(60)) {
    if (chance(60)) return field(Kind::text);
    static const char* const literals[]{"'Физика'", "'Химия'", "'a''b'", "'Б'", "''"};
    return literals[below(parts_.empty_text ? 5 : 4)];
  }
  if (chance(50)) return "(" + text(depth - 1) + " | default(" + text(depth - 1) + "))";
  return "(if " + condition(depth - 1) + " then " + text(depth - 1) + " else " + text(depth - 1) + ")";
}

std::string Source::date(int depth) {
  if (depth <= 0 || chance(60)) {
    if (chance(60)) return field(Kind::date);
    return "date('" + std::string(kDates[below(std::size(kDates))]) + "')";
  }
  if (chance(50)) return std::string(chance(50) ? "min(" : "max(") + date(depth - 1) + ", " + date(depth - 1) + ")";
  return "(if " + condition(depth - 1) + " then " + date(depth - 1) + " else " + date(depth - 1) + ")";
}

}  // namespace random_expressions
