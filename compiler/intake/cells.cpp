#include "intake/cells.h"

#include <algorithm>
#include <array>
#include <regex>

#include "base/date.h"
#include "base/hash.h"
#include "base/text.h"
#include "intake/codes.h"
#include "intake/dates.h"
#include "intake/written_number.h"
#include "tables/grid.h"
#include "tables/header.h"

namespace svod::intake {

using definitions::Field;
using definitions::FieldType;
using facts::StoredCell;
using workbook::Cell;
using workbook::CellType;

namespace {

constexpr std::size_t kShownCharacters = 60;
constexpr std::size_t kMatchedCharacters = 500;  // longer texts match no pattern

ReadCell value(StoredCell cell) { return {std::move(cell), false}; }
ReadCell value(std::string text) { return {{State::value, {}, std::move(text)}, false}; }

std::wstring wide(std::string_view text) {
  std::wstring result;
  for (const char32_t c : to_code_points(text)) result += static_cast<wchar_t>(c);
  return result;
}

bool matches(const std::string& text, const std::string& pattern) {
  if (length(text) > kMatchedCharacters) return false;
  try {
    return std::regex_match(wide(text), std::wregex(wide(pattern), std::regex::ECMAScript));
  } catch (const std::regex_error&) {
    return false;
  }
}

// The rounding noise of a spreadsheet's doubles: 20.999999999999996 is 21.
bool is_noise(const Number& number, const Number& rounded) {
  const std::optional<Number> gap = subtract(number, rounded);
  const std::optional<Number> scaled = gap ? multiply(*gap, Number(1'000'000'000)) : std::nullopt;
  if (!scaled) return false;
  const Number size = number < Number(0) ? *subtract(Number(0), number) : number;
  const Number off = *scaled < Number(0) ? *subtract(Number(0), *scaled) : *scaled;
  return off < size;
}

}  // namespace

std::string shown(std::string_view text) {
  const std::string plain = squeeze(text);
  if (definitions::looks_like_person(plain)) return "текст, похожий на имя";
  if (length(plain) <= kShownCharacters) return "«" + plain + "»";
  return "«" + to_utf8(to_code_points(plain).substr(0, kShownCharacters)) + "…»";
}

ReadCell CellReader::fail(const Code& code, const Field& field, const Location& where, std::string message,
                          std::string hint) {
  out_.error(code, where, std::move(message), std::move(hint)).cause = form_.name + ":" + field.name;
  return {{State::missing, {}, {}}, true};
}

void CellReader::warn(const Code& code, const Field& field, const Location& where, std::string message,
                      std::string hint) {
  out_.warning(code, where, std::move(message), std::move(hint)).cause = form_.name + ":" + field.name;
}

std::optional<StoredCell> CellReader::sign(const Field& field, std::string_view text) const {
  const auto found = field.signs.find(folded(text));
  if (found == field.signs.end()) return std::nullopt;
  StoredCell cell{found->second, {}, {}};
  // A sign never stands for a figure that nobody knows: «value» is only allowed for what is typed.
  if (cell.state == State::value) cell.state = State::missing;
  return cell;
}

ReadCell CellReader::blank(const Field& field, const Location& where) {
  const auto state = sign(field, "");
  if (state && state->state != State::missing) return value(*state);
  if (!field.required) return value(StoredCell{State::missing, {}, {}});
  return fail(codes::missing_value, field, where, "нет значения: «" + field.title + "»",
              "впишите значение; если явления нет, впишите 0 или знак, принятый в форме");
}

ReadCell CellReader::read(const Field& field, const Cell* cell, CellRef at, const std::string& label) {
  const Location where = Location::in_cell(context_.file, sheet_, at, label);
  if (tables::is_blank(cell)) return blank(field, where);
  if (cell->no_cached_value) return {{State::missing, {}, {}}, true};  // W201 stands already
  if (cell->type == CellType::error) {
    return fail(codes::error_cell, field, where, "«" + field.title + "»: в ячейке ошибка " + std::string(cell->text),
                "исправьте формулу или впишите значение");
  }
  if (cell->type == CellType::text) {
    if (const auto state = sign(field, cell->text)) {
      if (state->state == State::missing && field.required) return blank(field, where);
      return value(*state);
    }
  }
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number:
      return number(field, *cell, where);
    case FieldType::date:
      return date(field, *cell, where);
    case FieldType::boolean:
      return boolean(field, *cell, where);
    default:
      break;
  }
  if (cell->type == CellType::date) {
    const std::optional<Date> day = date_of_serial(cell->number, context_.book.system_1904);
    return fail(
        codes::wrong_shape, field, where,
        "«" + field.title + "»: в ячейке дата" + (day ? " " + written(*day) : std::string()) + ", а нужен текст",
        "задайте ячейке текстовый формат и введите значение снова");
  }
  if (cell->type == CellType::boolean) return words(field, cell->number != 0 ? "да" : "нет", where);
  return words(field, tables::shown_text(*cell), where);
}

ReadCell CellReader::read_text(const Field& field, const std::string& text, const Location& where) {
  if (trim(text).empty()) return blank(field, where);
  if (const auto state = sign(field, text)) {
    return state->state == State::missing && field.required ? blank(field, where) : value(*state);
  }
  if (field.is_number()) return number_text(field, text, where, false);
  if (field.type == FieldType::date || field.type == FieldType::boolean) {
    Cell cell;
    cell.type = CellType::text;
    cell.text = text;
    return field.type == FieldType::date ? date(field, cell, where) : boolean(field, cell, where);
  }
  return words(field, text, where);
}

ReadCell CellReader::number(const Field& field, const Cell& cell, const Location& where) {
  if (cell.type == CellType::text) return number_text(field, std::string(cell.text), where, context_.typed);
  if (cell.type == CellType::date) {
    const std::optional<Date> day = date_of_serial(cell.number, context_.book.system_1904);
    return fail(
        codes::not_a_number, field, where,
        "«" + field.title + "»: в ячейке дата" + (day ? " " + written(*day) : std::string()) + ", а нужно число",
        "табличная программа могла превратить число вида 3.5 или 1/2 в дату; задайте числовой формат и введите снова");
  }
  if (cell.type == CellType::boolean) {
    return fail(codes::not_a_number, field, where, "«" + field.title + "»: в ячейке логическое значение, а нужно число",
                "впишите число");
  }
  std::optional<Number> number = Number::from_double(cell.number);
  if (number && cell.percent) {
    if (field.unit != "%") {
      return fail(codes::other_unit, field, where,
                  "«" + field.title + "»: значение в процентах" +
                      (field.unit.empty() ? std::string() : ", а нужно в единицах «" + field.unit + "»"),
                  "впишите значение в единицах формы и снимите процентный формат");
    }
    number = multiply(*number, Number(100));
  } else if (number && field.unit == "%" && *number > Number(0) && *number <= Number(1)) {
    warn(codes::share_in_percent, field, where,
         "«" + field.title + "»: " + figure(*number) + " похоже на долю, а не на проценты",
         "если это доля, задайте ячейке процентный формат");
  }
  if (!number) {
    return fail(codes::too_large, field, where, "«" + field.title + "»: число не помещается точно",
                "проверьте значение");
  }
  return checked(field, *number, where);
}

ReadCell CellReader::number_text(const Field& field, const std::string& text, const Location& where, bool typed) {
  const std::optional<WrittenNumber> written = written_number(text);
  if (!written) {
    std::string hint = "впишите число";
    std::string signs;
    for (const auto& [key, state] : field.signs) {
      if (!key.empty()) signs += (signs.empty() ? "«" : ", «") + key + "»";
    }
    if (!signs.empty()) hint += " или знак из принятых в форме: " + signs;
    return fail(codes::not_a_number, field, where, "«" + field.title + "»: " + shown(text) + " – не число", hint);
  }
  if (!written->unit.empty() && !same_unit(written->unit, field.unit)) {
    return fail(codes::other_unit, field, where,
                "«" + field.title + "»: после числа стоит " + shown(written->unit) +
                    (field.unit.empty() ? ", а поле без единиц" : ", а поле в единицах «" + field.unit + "»"),
                "пересчитайте значение в единицы формы и впишите одно число");
  }
  if (typed) {
    warn(codes::number_as_text, field, where, "«" + field.title + "»: число записано текстом: " + shown(text),
         "введите число без единиц и задайте ячейке числовой формат");
  }
  if (field.unit == "%" && written->unit.empty() && written->value > Number(0) && written->value <= Number(1)) {
    warn(codes::share_in_percent, field, where,
         "«" + field.title + "»: " + figure(written->value) + " похоже на долю, а не на проценты",
         "если это доля, умножьте на 100");
  }
  return checked(field, written->value, where);
}

ReadCell CellReader::checked(const Field& field, Number number, const Location& where) {
  const int places = field.type == FieldType::integer ? 0 : field.decimals;
  if (!number.units(places)) {
    const Decimal decimal = number.round(places);
    const Number rounded = Number::scaled(decimal.units, decimal.places);
    if (decimal.places != places) {
      return fail(codes::too_large, field, where, "«" + field.title + "»: число не помещается точно",
                  "проверьте значение");
    }
    if (!is_noise(number, rounded)) {
      if (places == 0) {
        return fail(codes::fraction, field, where,
                    "«" + field.title + "»: " + figure(number) + " – дробное, а нужно целое",
                    "проверьте, не попало ли в столбец среднее или процент");
      }
      return fail(codes::too_precise, field, where,
                  "«" + field.title + "»: " + figure(number) + " – знаков после запятой больше, чем " +
                      std::to_string(places),
                  "округлите значение");
    }
    number = rounded;
  }
  if ((field.minimum && number < *field.minimum) || (field.maximum && number > *field.maximum)) {
    const bool low = field.minimum && number < *field.minimum;
    return fail(codes::out_of_bounds, field, where,
                "«" + field.title + "»: " + figure(number) + (low ? " меньше " : " больше ") +
                    figure(low ? *field.minimum : *field.maximum),
                "проверьте значение и столбец");
  }
  return {{State::value, number, {}}, false};
}

ReadCell CellReader::date(const Field& field, const Cell& cell, const Location& where) {
  if (cell.type == CellType::date || (cell.type == CellType::number && cell.text.empty())) {
    const std::optional<Date> day = date_of_serial(cell.number, context_.book.system_1904);
    // A serial without a date format is a date only where it falls into our times.
    const bool plausible =
        day && (cell.type == CellType::date || (int(day->year()) >= 1950 && int(day->year()) < 2100));
    if (plausible) return value(iso(*day));
    return fail(codes::bad_date, field, where, "«" + field.title + "»: число в ячейке – не дата",
                "впишите дату в виде 30.06.2021");
  }
  const std::string text = tables::shown_text(cell);
  const WrittenDate reading = written_date(text);
  if (reading.date) return value(iso(*reading.date));
  return fail(
      codes::bad_date, field, where,
      "«" + field.title + "»: " + shown(text) + (reading.likely ? " – такого дня нет" : " – не дата"),
      reading.likely ? "возможно, имелось в виду " + written(*reading.likely) : "впишите дату в виде 30.06.2021");
}

ReadCell CellReader::boolean(const Field& field, const Cell& cell, const Location& where) {
  constexpr std::array yes{"да", "+", "1", "true", "истина", "v", "√", "✓", "✔", "есть", "имеется", "yes"};
  constexpr std::array no{"нет", "-", "0", "false", "ложь", "отсутствует", "no"};
  if (cell.type == CellType::boolean) return value(cell.number != 0 ? "1" : "0");
  const std::string typed = tables::shown_text(cell);
  const std::string text = folded(typed);
  if (std::find(yes.begin(), yes.end(), text) != yes.end()) return value("1");
  if (std::find(no.begin(), no.end(), text) != no.end()) return value("0");
  return fail(codes::bad_boolean, field, where, "«" + field.title + "»: " + shown(typed) + " – не «да» и не «нет»",
              "впишите «да» или «нет»");
}

ReadCell CellReader::words(const Field& field, const std::string& text, const Location& where) {
  if (field.type == FieldType::school || field.type == FieldType::choice) {
    const auto known = understood_.find({&field, text});
    if (known != understood_.end()) return value(known->second);
    ReadCell read = field.type == FieldType::school ? school(text, where) : choice(field, text, where);
    if (!read.has_error) understood_.emplace(std::pair(&field, text), read.cell.text);
    return read;
  }
  if (field.type == FieldType::person) {
    return value("p-" + keyed_hash(context_.workspace.key, folded(text)).substr(0, 10));
  }
  std::string plain = field.type == FieldType::code ? std::string(trim(text)) : squeeze(text);
  if (!field.pattern.empty() && !matches(plain, field.pattern)) {
    return fail(codes::wrong_shape, field, where,
                "«" + field.title + "»: " + shown(plain) + " не соответствует образцу", "образец: " + field.pattern);
  }
  return value(std::move(plain));
}

ReadCell CellReader::choice(const Field& field, const std::string& text, const Location& where) {
  std::vector<std::string> readings{tables::header_key(text)};
  // «Русский язык, чел.», «География (в т. ч. …)»: what is not the name itself stands after a mark.
  for (const char* mark : {",", "("}) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos && at > 0) readings.push_back(tables::header_key(text.substr(0, at)));
  }
  for (const std::string& reading : readings) {
    for (const definitions::Choice& choice : field.choices) {
      if (tables::header_key(choice.value) == reading) return value(choice.value);
      for (const std::string& alias : choice.aliases) {
        if (tables::header_key(alias) == reading) return value(choice.value);
      }
    }
  }
  std::vector<std::string> known, spellings, meant;
  for (const definitions::Choice& choice : field.choices) {
    known.push_back(choice.value);
    spellings.push_back(choice.value);
    spellings.insert(spellings.end(), choice.aliases.begin(), choice.aliases.end());
    meant.resize(spellings.size(), choice.value);
  }
  std::string_view near = nearest(text, spellings);
  for (std::size_t i = 0; i < spellings.size() && !near.empty(); ++i) {
    if (spellings[i].data() == near.data()) {
      near = meant[i];
      break;
    }
  }
  std::string hint = "возьмите значение из списка формы";
  if (!near.empty()) {
    hint = "возможно, имелось в виду «" + std::string(near) + "»";
  } else if (known.size() <= 8) {
    hint += ": «" + join(known, "», «") + "»";
  }
  return fail(codes::unknown_choice, field, where, "«" + field.title + "»: " + shown(text) + " нет в списке", hint);
}

ReadCell CellReader::school(const std::string& text, const Location& where) {
  const definitions::FoundSchool found = context_.schools.find(text);
  if (found.school != nullptr) return value(found.school->id);
  const bool several = !found.rivals.empty();
  std::string message, hint;
  if (several) {
    std::vector<std::string> names;
    for (const auto* rival : found.rivals) names.push_back(rival->short_name);
    message = "название " + shown(text) + " подходит к нескольким школам: " + join(names, ", ");
    hint = "напишите название полностью, как в реестре";
  } else {
    message = "школы " + shown(text) + " нет в реестре";
    hint = found.nearest.empty() ? "исправьте название или впишите его в реестр (aliases)"
                                 : "возможно, это " + found.nearest;
  }
  out_.error(several ? codes::ambiguous_school : codes::unknown_school, where, std::move(message), std::move(hint))
      .cause = "school:" + folded(text);
  return {{State::missing, {}, {}}, true};
}

}  // namespace svod::intake
