#include <algorithm>

#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/grids.h"
#include "review/rules.h"
#include "review/signs.h"

// V10–V13: sums, percents, means and shares of tables whose structure is known, and of «28 из 40 (70 %)» in texts.

namespace svod::review {
namespace {

using Kind = GridColumn::Kind;

Number half_unit(int places) { return *divide(Number::scaled(1, places), Number(2)); }

std::string shown(const Number& value) { return value.is_whole() ? with_comma(value, 0) : with_comma(value, 2); }

class Arithmetic {
 public:
  Arithmetic(const Subject& subject, const KnownGrid& known, Findings& findings)
      : subject_(subject), known_(known), grid_(*known.grid), findings_(findings) {}

  void run() {
    if (grid_.rows.size() > 20000) return;
    const Grid::Row* total = nullptr;
    std::vector<const Grid::Row*> body;
    std::size_t since = 0;
    for (const Grid::Row& row : grid_.rows) {
      switch (row_kind(row)) {
        case RowKind::body:
          line(row);
          body.push_back(&row);
          break;
        case RowKind::total:
          line(row);
          if (body.size() > 1) sums(body, since, row);
          if (body.size() > 1 && total == nullptr) weighted(body, row);
          total = &row;
          since = body.size();   // another group follows, or the total of all
          break;
        case RowKind::percents:
          if (total != nullptr) percents(*total, row);
          break;
        case RowKind::other: break;
      }
    }
    distribution(body, total);
  }

 private:
  std::optional<Figure> at(const Grid::Row& row, std::size_t column) const {
    return column < row.cells.size() ? read_figure(row.cells[column].text) : std::nullopt;
  }
  // A dash stands for nothing, any other sign for what is not known.
  std::optional<Number> whole(const Grid::Row& row, std::size_t column) const {
    if (column >= row.cells.size()) return std::nullopt;
    const std::u32string& text = row.cells[column].text;
    if (text.empty() || (text.size() == 1 && is_dash(text[0]))) return Number(0);
    const auto figure = read_figure(text);
    return figure && !figure->percent && figure->value.is_whole() ? std::optional(figure->value) : std::nullopt;
  }

  std::string name(const Grid::Row& row) const {
    for (const Grid::Cell& cell : row.cells) {
      for (const char32_t c : cell.text) {
        if (language::is_letter(c)) return "«" + beginning(cell.text, 40) + "»";
      }
    }
    return "строка";
  }
  std::string head(std::size_t column) const { return "«" + utf8(grid_.head[column]) + "»"; }

  void tell(Severity severity, const Code& code, const Grid::Row& row, std::size_t column, std::string message,
            std::string hint) {
    const Grid::Cell& cell = row.cells[column];
    Passage passage{What::cell, cell.text, cell.at, grid_.host, -1, subject_.hosts[grid_.host].document != nullptr};
    if (!grid_.caption.empty()) message += ", таблица «" + beginning(wide(grid_.caption), 50) + "»";
    findings_.tell(severity, code, passage, message, message, std::move(hint));
  }

  std::optional<Number> parts_of(const Grid::Row& row) const {
    Number sum(0);
    for (const std::size_t column : known_.parts) {
      const auto value = whole(row, column);
      if (!value) return std::nullopt;
      const auto next = add(sum, *value);
      if (!next) return std::nullopt;
      sum = *next;
    }
    return sum;
  }

  // svod computed the shares and means of its own tables exactly, of schools whose data came.
  bool composed() const { return subject_.hosts[grid_.host].document != nullptr; }

  // One row: the parts make the number, the mean and the shares follow from them.
  void line(const Grid::Row& row) {
    if (!known_.count) return;
    const auto n = whole(row, *known_.count);
    if (!n || *n <= Number(0)) return;
    bool sound = true;
    if (known_.parts.size() > 1) {
      const auto sum = parts_of(row);
      if (sum && *sum != *n && (known_.whole || *sum > *n)) {
        sound = false;
        tell(Severity::error, codes::sum, row, *known_.count,
             name(row) + ": сумма частей " + shown(*sum) + ", а в графе " + head(*known_.count) + " стоит " + shown(*n),
             "проверьте числа строки");
      }
      if (sound && sum && *sum == *n && known_.mean) mean(row, *n);
    } else if (known_.mean) {
      attainable_mean(row, *n);
    }
    if (!sound) return;
    for (std::size_t column = *known_.count + 1; column < known_.columns.size(); ++column) {
      if (known_.columns[column].kind == Kind::percent) share(row, column, *n);
    }
  }

  void mean(const Grid::Row& row, const Number& n) {
    const auto stated = at(row, *known_.mean);
    if (!stated) return;
    std::optional<Number> low(Number(0)), high(Number(0));
    for (const std::size_t column : known_.parts) {
      const GridColumn& part = known_.columns[column];
      const bool mark = part.kind == Kind::mark;
      const auto k = whole(row, column);
      if (!k || !low || !high) return;
      const auto below = multiply(*k, Number(mark ? part.mark : part.from)),
                 above = multiply(*k, Number(mark ? part.mark : part.to));
      if (!below || !above) return;
      low = add(*low, *below), high = add(*high, *above);
    }
    if (!low || !high) return;
    low = divide(*low, n), high = divide(*high, n);
    if (!low || !high) return;
    if (*low == *high) {
      if (prints_as(*low, *stated)) return;
      return tell(Severity::error, codes::mean, row, *known_.mean,
                  name(row) + ": среднее " + with_comma(stated->value, stated->places) + ", а по частям " +
                      with_comma(*low, std::max(2, stated->places)),
                  "нужно " + with_comma(*low, stated->places));
    }
    const auto least = subtract(*low, half_unit(stated->places)), most = add(*high, half_unit(stated->places));
    if (!least || !most || (stated->value >= *least && stated->value <= *most)) return;
    tell(Severity::error, codes::mean, row, *known_.mean,
         name(row) + ": среднее " + with_comma(stated->value, stated->places) + " вне того, что дают диапазоны: от " +
             shown(*low) + " до " + shown(*high),
         "проверьте среднее и числа по диапазонам");
  }

  // The mean of n whole results is a whole sum divided by n.
  void attainable_mean(const Grid::Row& row, const Number& n) {
    const auto stated = at(row, *known_.mean);
    if (composed() || !stated || stated->percent || stated->places == 0) return;
    if (reaches(stated->value, stated->places, n, Number(1))) return;
    tell(Severity::warning, codes::attainable, row, *known_.mean,
         name(row) + ": среднее " + with_comma(stated->value, stated->places) +
             " не получается ни при какой сумме целых баллов " + shown(n) + " участников",
         "проверьте среднее и число участников");
  }

  /// Some whole k has k·scale/n printed as `value`.
  static bool reaches(const Number& value, int places, const Number& n, const Number& scale) {
    const auto product = multiply(value, n);
    const auto k = product ? divide(*product, scale) : std::nullopt;
    if (!k) return true;
    const std::int64_t base = k->numerator() / k->denominator();
    for (std::int64_t i = std::max<std::int64_t>(0, base - 1); i <= base + 2; ++i) {
      const auto total = multiply(Number(i), scale);
      const auto exact = total ? divide(*total, n) : std::nullopt;
      if (!exact || prints_as(*exact, {value, places, false})) return true;
    }
    return false;
  }

  // A column of percents: of the number beside it where its head counts the same thing, else of some whole number.
  void share(const Grid::Row& row, std::size_t column, const Number& n) {
    const auto stated = at(row, column);
    if (!stated) return;
    if (stated->value > Number(100)) {
      return tell(Severity::warning, codes::percent, row, column,
                  name(row) + ": доля больше 100 %: " + with_comma(stated->value, stated->places), "проверьте долю");
    }
    const bool beside = column >= 2 && known_.columns[column - 1].kind == Kind::count && column - 1 != *known_.count;
    if (beside) {
      const auto k = whole(row, column - 1);
      const auto exact = k ? percent_of(*k, n) : std::nullopt;
      if (!exact || *k > n || prints_as(*exact, *stated)) return;
      return tell(Severity::error, codes::percent, row, column,
                  name(row) + ": " + with_comma(stated->value, stated->places) + " %, а " + shown(*k) + " из " +
                      shown(n) + " – это " + with_comma(*exact, std::max(1, stated->places)) + " %",
                  "нужно " + with_comma(*exact, stated->places) + " %");
    }
    if (composed() || !of_participants(column) || reaches(stated->value, stated->places, n, Number(100))) return;
    tell(Severity::warning, codes::attainable, row, column,
         name(row) + ": доли " + with_comma(stated->value, stated->places) + " % у " + shown(n) +
             " участников быть не может",
         "проверьте долю и число участников");
  }

  // Quality and success are shares of those who took part; other shares may be of anything.
  bool of_participants(std::size_t column) const {
    const std::u32string small = language::lowered(grid_.head[column]);
    for (const std::u32string_view root :
         {U"качеств", U"успеваем", U"справ", U"не преодол", U"не сдал", U"доля участник"}) {
      if (small.find(root) != small.npos) return true;
    }
    return false;
  }

  static std::optional<Number> percent_of(const Number& k, const Number& n) {
    const auto hundred = multiply(k, Number(100));
    return hundred ? divide(*hundred, n) : std::nullopt;
  }

  // V10: the total of every column that counts.
  void sums(const std::vector<const Grid::Row*>& body, std::size_t since, const Grid::Row& total) {
    for (std::size_t column = 0; column < known_.columns.size(); ++column) {
      const Kind kind = known_.columns[column].kind;
      if (kind != Kind::count && kind != Kind::mark && kind != Kind::band) continue;
      const auto stated = at(total, column);
      if (!stated || stated->percent || !stated->value.is_whole()) continue;
      const auto sum = sum_of(body, since, column), all = sum_of(body, 0, column);
      if (!sum || !all || *sum == stated->value || *all == stated->value) continue;
      tell(Severity::error, codes::sum, total, column,
           name(total) + ": в графе " + head(column) + " стоит " + shown(stated->value) + ", а сумма строк " +
               shown(*sum),
           "нужно " + shown(*sum));
    }
  }

  std::optional<Number> sum_of(const std::vector<const Grid::Row*>& body, std::size_t since, std::size_t column) const {
    std::optional<Number> sum(Number(0));
    for (std::size_t i = since; i < body.size() && sum; ++i) {
      const auto value = whole(*body[i], column);
      sum = value ? add(*sum, *value) : std::nullopt;
    }
    return sum;
  }

  // V12: the mean of means, each of which was rounded.
  void weighted(const std::vector<const Grid::Row*>& body, const Grid::Row& total) {
    if (!known_.count || !known_.mean) return;
    // A composed table may weigh by a column of its own; svod computed it exactly.
    if (known_.parts.empty() && composed()) return;
    const auto stated = at(total, *known_.mean);
    if (!stated) return;
    std::optional<Number> low(Number(0)), high(Number(0)), n(Number(0));
    for (const Grid::Row* row : body) {
      const auto count = whole(*row, *known_.count);
      if (!count) return;
      if (count->is_zero()) continue;
      const auto value = at(*row, *known_.mean);
      if (!value || !low || !high || !n) return;
      const auto from = multiply(*count, *subtract(value->value, half_unit(value->places)));
      const auto to = multiply(*count, *add(value->value, half_unit(value->places)));
      if (!from || !to) return;
      low = add(*low, *from), high = add(*high, *to), n = add(*n, *count);
    }
    if (!low || !high || !n || n->is_zero()) return;
    low = divide(*low, *n), high = divide(*high, *n);
    if (!low || !high) return;
    const auto least = subtract(stated->value, half_unit(stated->places)),
               most = add(stated->value, half_unit(stated->places));
    if (!least || !most || (*least <= *high && *most >= *low)) return;
    tell(Severity::error, codes::mean, total, *known_.mean,
         name(total) + ": среднее " + with_comma(stated->value, stated->places) + ", а взвешенное по строкам – от " +
             with_comma(*low, 2) + " до " + with_comma(*high, 2),
         "среднее по всем – это Σ n·x / Σ n, а не среднее средних");
  }

  // V11: the row of percents under a total.
  void percents(const Grid::Row& total, const Grid::Row& row) {
    if (!known_.count || known_.parts.empty()) return;
    const auto n = whole(total, *known_.count);
    if (!n || n->is_zero()) return;
    for (const std::size_t column : known_.parts) {
      const auto k = whole(total, column);
      const auto stated = at(row, column);
      const auto exact = k ? percent_of(*k, *n) : std::nullopt;
      if (!stated || !exact || prints_as(*exact, *stated)) continue;
      tell(Severity::error, codes::percent, row, column,
           "графа " + head(column) + ": " + with_comma(stated->value, stated->places) + " %, а " + shown(*k) + " из " +
               shown(*n) + " – это " + with_comma(*exact, std::max(1, stated->places)) + " %",
           "нужно " + with_comma(*exact, stated->places) + " %");
    }
  }

  // V11: groups of one whole, a count and a percent each: «высшая – 127 – 51».
  void distribution(const std::vector<const Grid::Row*>& body, const Grid::Row* total) {
    if (!known_.parts.empty() || !known_.count || body.size() < 2 || known_.columns.size() > *known_.count + 2) return;
    const std::size_t share_column = *known_.count + 1;
    if (share_column >= known_.columns.size() || known_.columns[share_column].kind != Kind::percent) return;
    std::optional<Number> n(Number(0)), percents(Number(0));
    for (const Grid::Row* row : body) {
      const auto k = whole(*row, *known_.count);
      const auto p = at(*row, share_column);
      if (!k || !p || !n || !percents) return;
      n = add(*n, *k), percents = add(*percents, p->value);
    }
    // The groups make a whole only where their percents say so, or a total of 100.
    if (!n || n->is_zero() || !percents) return;
    const bool by_total =
        total != nullptr && at(*total, share_column) && at(*total, share_column)->value == Number(100);
    if (!by_total && (*percents < Number(80) || *percents > Number(120))) return;
    for (const Grid::Row* row : body) {
      const auto k = whole(*row, *known_.count);
      const auto p = at(*row, share_column);
      const auto exact = percent_of(*k, *n);
      if (!exact || prints_as(*exact, *p)) continue;
      tell(by_total ? Severity::error : Severity::warning, codes::percent, *row, share_column,
           name(*row) + ": " + with_comma(p->value, p->places) + " %, а " + shown(*k) + " из " + shown(*n) + " – это " +
               with_comma(*exact, std::max(1, p->places)) + " %",
           "проценты групп считают от одного числа: " + shown(*n));
    }
  }

  const Subject& subject_;
  const KnownGrid& known_;
  const Grid& grid_;
  Findings& findings_;
};

/// «28 из 40 (70 %)», «70 % (28 из 40)».
void in_text(const Passage& passage, Findings& findings) {
  const std::u32string_view text = passage.text;
  const std::vector<Token> tokens = tokens_of(text);
  const auto number = [&](std::size_t i) {
    return utf8(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
  };
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].digits || text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin) != U"из") continue;
    if (!tokens[i - 1].digits || !tokens[i + 1].digits) continue;
    if (tokens[i].begin != tokens[i - 1].end + 1 || tokens[i + 1].begin != tokens[i].end + 1) continue;
    if (tokens[i + 1].end - tokens[i + 1].begin > 9 || tokens[i - 1].end - tokens[i - 1].begin > 9) continue;
    // Groups of digits and decimals make other numbers.
    const auto joined = [&](std::size_t a, std::size_t b) {
      return b < tokens.size() && tokens[b].digits && tokens[b].begin == tokens[a].end + 1 &&
             (text[tokens[a].end] == ',' || text[tokens[a].end] == '.' || is_blank(text[tokens[a].end]));
    };
    if ((i >= 2 && joined(i - 2, i - 1) && tokens[i - 2].digits) || joined(i + 1, i + 2)) continue;
    const auto k = Number::parse(number(i - 1)), n = Number::parse(number(i + 1));
    if (!k || !n || n->is_zero() || *k > *n) continue;
    std::optional<Figure> stated;
    const auto figure_at = [&](std::size_t begin, std::size_t end) {
      return read_figure(text.substr(begin, end - begin));
    };
    // Behind: «(70 %)», with at most a noun between.
    std::size_t open = tokens[i + 1].end;
    while (open < text.size() && open < tokens[i + 1].end + 24 && text[open] != '(' &&
           (language::is_letter(text[open]) || is_blank(text[open])))
      ++open;
    if (open < text.size() && text[open] == '(') {
      std::size_t close = open + 1;
      while (close < text.size() && text[close] != '%' && close < open + 12) ++close;
      if (close < text.size() && text[close] == '%') stated = figure_at(open + 1, close + 1);
    }
    // Before: «70 % (28 из».
    std::size_t before = tokens[i - 1].begin;
    if (!stated && before >= 2 && text[before - 1] == '(') {
      std::size_t end = before - 1;
      while (end > 0 && is_blank(text[end - 1])) --end;
      if (end > 0 && text[end - 1] == '%') {
        std::size_t begin = end - 1;
        while (begin > 0 &&
               (is_blank(text[begin - 1]) || text[begin - 1] == ',' || language::is_digit(text[begin - 1])))
          --begin;
        while (begin < end && !language::is_digit(text[begin])) ++begin;
        stated = figure_at(begin, end);
      }
    }
    if (!stated) continue;
    const auto hundred = multiply(*k, Number(100));
    const auto exact = hundred ? divide(*hundred, *n) : std::nullopt;
    if (!exact || prints_as(*exact, *stated)) continue;
    const std::string fragment = number(i - 1) + " из " + number(i + 1);
    findings.tell(Severity::error, codes::percent, passage, fragment + with_comma(stated->value, stated->places),
                  "названо " + with_comma(stated->value, stated->places) + " %, а " + fragment + " – это " +
                      with_comma(*exact, std::max(1, stated->places)) + " %",
                  "нужно " + with_comma(*exact, stated->places) + " %");
  }
}

}  // namespace

void check_arithmetic(const Subject& subject, Findings& findings) {
  for (const Grid& grid : subject.grids) {
    const KnownGrid known = read_grid(grid);
    Arithmetic(subject, known, findings).run();
  }
  for (const Passage& passage : subject.passages) {
    if (passage.text.find(U'%') != passage.text.npos) in_text(passage, findings);
  }
}

}  // namespace svod::review
