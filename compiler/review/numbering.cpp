#include <map>
#include <optional>

#include "plan/row_number.h"
#include "review/codes.h"
#include "review/numbers.h"
#include "review/rules.h"
#include "review/signs.h"

// V06: numbers go on without repeats and gaps, and lie within the number above them. V07: a number is no date.

namespace svod::review {
namespace {

using definitions::Clause;
using definitions::Written;

struct Entry {
  Label label;
  std::string text;      // as written
  const Location* at;
};

/// The numbers of one list, in reading order.
class Sequence {
 public:
  Sequence(std::size_t host, Findings& findings) : host_(host), findings_(findings) {}

  void number(const Written& written) { number(written.text, written.at); }
  void number(const std::string& text, const Location& at) {
    if (text.empty()) return;
    const std::u32string letters = wide(text);
    if (looks_like_date(letters)) {
      findings_.tell(Severity::warning, codes::number_is_date, host_, at, "номер «" + text + "» похож на дату",
                     "таблица приняла номер за дату: задайте ячейке текстовый вид и впишите номер заново");
      return;
    }
    if (const auto label = read_label(letters)) entries_.push_back({*label, text, &at});
  }
  /// A number at the beginning of a title or an item.
  void title(const Written& written) {
    const std::u32string letters = wide(written.text);
    if (const auto label = leading_label(letters)) entries_.push_back({*label, shown(*label), &written.at});
  }
  std::size_t size() const { return entries_.size(); }
  bool begins_anew() const { return entries_.empty() || entries_.front().label.parts.back() == 1; }
  int last() const { return entries_.empty() ? 0 : entries_.back().label.parts.front(); }

  /// `before`: the last number of the list that this one may go on from; -1 where any beginning is right.
  void check(int before = 0) {
    std::map<std::vector<int>, int> last;                    // number above -> the last one under it
    std::map<std::vector<int>, const Location*> seen;
    std::vector<int> current;
    std::string row;
    for (const Entry& entry : entries_) {
      const std::vector<int>& number = entry.label.parts;
      const std::string name = shown(entry.label);
      if (row.size() < 60) row += (row.empty() ? "" : ", ") + name;
      if (const auto first = seen.find(number); first != seen.end()) {
        if (Diagnostic* told = findings_.tell(Severity::error, codes::numbering, host_, *entry.at,
                                              "номер " + name + " повторяется: " + row,
                                              "дайте пункту следующий номер и проверьте ссылки на него")) {
          told->related.push_back({*first->second, "здесь " + name + " стоит впервые"});
        }
        continue;
      }
      seen.emplace(number, entry.at);
      std::vector<int> above(number.begin(), number.end() - 1);
      const bool within =
          above.empty() || current.empty() || above.size() > current.size() ||
          !(above < std::vector<int>(current.begin(), current.begin() + static_cast<long>(above.size())));
      const auto known = last.find(above);
      int expected = known == last.end() ? 1 : known->second + 1;
      if (known == last.end() && above.empty()) {
        const bool free = before < 0 || entry.label.parts.back() == before + 1;
        if (free) expected = number.back();
      }
      if (!within) {
        warn(entry, "номер " + name + " стоит не на месте: " + row, "проверьте вложенность и порядок номеров");
      } else if (number.back() > expected &&
                 !(entry.label.letter && skips_only_unused_letters(expected - 1, number.back()))) {
        gap(entry, above, expected, known == last.end(), row);
      } else if (number.back() < expected) {
        warn(entry, "номер " + name + " стоит не на месте: " + row, "проверьте порядок номеров");
      }
      last[above] = number.back();
      current = number;
    }
  }

 private:
  void warn(const Entry& entry, std::string message, std::string hint) {
    findings_.tell(Severity::warning, codes::numbering, host_, *entry.at, std::move(message), std::move(hint));
  }

  void gap(const Entry& entry, const std::vector<int>& above, int expected, bool first, const std::string& row) {
    Label missing{above, entry.label.letter};
    missing.parts.push_back(expected);
    Label end = missing;
    end.parts.back() = entry.label.parts.back() - 1;
    std::string what = shown(missing);
    if (missing != end) what += "–" + shown(end);
    const bool several = missing != end;
    warn(entry, first ? "нумерация начинается с " + shown(entry.label) + ", нет " + what
                      : std::string(several ? "пропущены номера " : "пропущен номер ") + what + ": " + row,
         "если пропуск намеренный, ничего не меняйте");
  }

  std::size_t host_;
  Findings& findings_;
  std::vector<Entry> entries_;
};

class Numbering {
 public:
  Numbering(std::size_t host, Findings& findings) : host_(host), findings_(findings) {}

  void plan(const plan::Plan& plan) {
    const definitions::Plan& written = *plan.written;
    clauses(written.programme.passport);
    clauses(written.before);
    sections(written.sections);
    if (written.numbering == definitions::Plan::Numbering::given) measures(plan);
    clauses(written.after);
    Sequence indicators = sequence();
    for (const definitions::PlanIndicator& one : written.indicators) indicators.number(one.number);
    indicators.check();
  }

  void regulation(const definitions::Regulation& regulation) {
    clauses(regulation.clauses);
    rows(regulation.rows);
  }

  void paper(const definitions::Paper& paper) {
    items(paper.items);
    clauses(paper.body);
    for (const definitions::Paper::Question& question : paper.agenda) items(question.decided);
  }

 private:
  Sequence sequence() { return {host_, findings_}; }

  void texts(const std::vector<Written>& list) {
    Sequence numbers = sequence();
    for (const Written& one : list) numbers.title(one);
    if (numbers.size() > 1) numbers.check();
  }

  void clauses(const std::vector<Clause>& list) {
    Sequence numbers = sequence();
    Sequence titles = sequence();
    for (const Clause& clause : list) {
      numbers.number(clause.number);
      if (clause.number.empty()) titles.title(clause.title);
      texts(clause.text);
      texts(clause.items);
      clauses(clause.clauses);
    }
    numbers.check();
    if (titles.size() > 1) titles.check();
  }

  void sections(const std::vector<definitions::PlanSection>& list) {
    std::map<definitions::PlanSection::Kind, Sequence> numbers;
    Sequence titles = sequence();
    for (const definitions::PlanSection& section : list) {
      numbers.try_emplace(section.kind, host_, findings_).first->second.number(section.number);
      if (section.number.empty()) titles.title(section.title);
      clauses(section.before);
      clauses(section.after);
      sections(section.sections);
    }
    for (auto& [kind, one] : numbers) one.check();
    if (titles.size() > 1) titles.check();
  }

  /// A goal or a task whose measures do not begin at one.
  static bool goes_on(const plan::Plan& plan, const plan::Section& section) {
    if (section.written->kind == definitions::PlanSection::Kind::section) return false;
    if (section.first >= section.end) return true;
    const auto number = plan::row_number(plan.measures[section.first].written.number.text);
    return number && number->parts.back() != 1;
  }

  // A section's measures begin anew or go on from the section before; children are counted under their parent.
  void measures(const plan::Plan& plan) {
    int before = 0;
    std::optional<Sequence> own;
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
      if (!own) own.emplace(host_, findings_);
      for (std::size_t m = plan.sections[s].first; m < plan.sections[s].end && m < plan.measures.size(); ++m) {
        if (plan.measures[m].parent == plan::Measure::npos) own->number(plan.measures[m].written.number);
      }
      // Goals and tasks stand among the rows of one section: its numbers go on below them.
      if (s + 1 < plan.sections.size() && goes_on(plan, plan.sections[s + 1])) continue;
      own->check(own->begins_anew() ? 0 : before);
      if (own->size() > 0) before = own->last();
      own.reset();
    }
    std::map<std::size_t, Sequence> children;
    for (const plan::Measure& measure : plan.measures) {
      if (measure.parent == plan::Measure::npos) continue;
      children.try_emplace(measure.parent, host_, findings_).first->second.number(measure.written.number);
    }
    for (auto& [parent, one] : children) one.check();
  }

  void rows(const std::vector<definitions::Regulation::Row>& list) {
    Sequence numbers = sequence();
    for (const definitions::Regulation::Row& row : list) {
      numbers.number(row.number);
      rows(row.rows);
    }
    numbers.check();
  }

  void items(const std::vector<definitions::PaperItem>& list) {
    Sequence numbers = sequence();
    Sequence leading = sequence();
    for (const definitions::PaperItem& item : list) {
      numbers.number(item.number);
      if (item.number.empty()) leading.title(item.text);
      items(item.items);
    }
    numbers.check();
    if (leading.size() > 1) leading.check();
  }

  std::size_t host_;
  Findings& findings_;
};

}  // namespace

void check_numbering(const Subject& subject, Findings& findings) {
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const Host& host = subject.hosts[i];
    Numbering numbering(i, findings);
    if (host.plan != nullptr) numbering.plan(*host.plan);
    if (host.regulation != nullptr) numbering.regulation(*host.regulation);
    if (host.paper != nullptr) numbering.paper(*host.paper);
  }
}

}  // namespace svod::review
