#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "definitions/paper_state.h"
#include "language/dates.h"
#include "language/letters.h"
#include "plan/register_names.h"
#include "review/abbreviations.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V01–V05: terms of measures and of items as the grammar of terms read them; V41: a plan-graph goes by time.

namespace svod::review {
namespace {

using plan::Term;

std::string shown(Date date) { return language::short_date(date); }
std::string shown(plan::Span span) {
  return span.from == span.to ? shown(span.from) : shown(span.from) + "–" + shown(span.to);
}

// Kinds of problems that tell of the year.
bool of_year(const std::string& kind) {
  static const std::set<std::string> kinds{"no-year", "no-year-at-start", "two-digit-year", "school-year-span"};
  return kinds.contains(kind);
}
bool of_plan(const std::string& kind) { return kind == "lost-preposition"; }
// What is said is clear, only not to the day: no fault of a paper.
bool is_loose(const std::string& kind) {
  static const std::set<std::string> kinds{"vague", "bound", "which-school-year", "foreign-letters", "brackets-only"};
  return kinds.contains(kind);
}

class Terms {
 public:
  Terms(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings), names_(subject.workspace), abbreviations_(subject.workspace) {}

  void plan(std::size_t host, const plan::Plan& plan) {
    host_ = host;
    plan_ = &plan;
    const definitions::Plan& written = *plan.written;
    approved_ = approval(written.approved_by);
    title(written.title);
    for (const plan::Measure& measure : plan.measures) {
      if (measure.inherited_term) continue;
      const std::vector<definitions::Written>& places = measure.written.terms;
      for (std::size_t i = 0; i < measure.terms.size(); ++i) {
        const Location& at = places.empty() ? measure.written.at : places[std::min(i, places.size() - 1)].at;
        term(measure.terms[i], at, true);
      }
      years(measure.written);
    }
    if (written.type == definitions::Plan::Type::plan_graph) order();
  }

  void paper(std::size_t host, const definitions::Paper& paper) {
    host_ = host;
    plan_ = nullptr;
    approved_ = signed_or_planned(paper);
    items(paper.items);
    for (const definitions::Paper::Question& question : paper.agenda) items(question.decided);
  }

 private:
  std::optional<Date> signed_or_planned(const definitions::Paper& paper) const {
    const std::optional<Date> date = definitions::state_of(subject_.workspace, paper).date;
    return date ? date : paper.date;
  }
  std::optional<Date> approval(const definitions::ActReference& act) const {
    for (const definitions::Paper& paper : subject_.workspace.papers) {
      if (!act.paper.empty() && paper.id == act.paper) return signed_or_planned(paper);
    }
    return act.date;
  }

  void items(const std::vector<definitions::PaperItem>& all) {
    for (const definitions::PaperItem& item : all) {
      const int year = approved_ ? static_cast<int>(approved_->year()) : subject_.workspace.year;
      for (const definitions::Written& one : item.terms) term(plan::read_term(one.text, {year, false}), one.at, false);
      items(item.items);
    }
  }

  void tell(Severity severity, const Code& code, const Location& at, std::string message, std::string hint = {}) {
    findings_.tell(severity, code, host_, at, std::move(message), std::move(hint));
  }

  void term(const Term& term, const Location& at, bool of_measure) {
    const std::string quoted = "«" + term.text + "»";
    for (const Term::Problem& problem : term.problems) {
      if (is_loose(problem.kind) || (problem.kind == "no-year" && year_is_known())) continue;
      const Code& code = of_year(problem.kind)   ? codes::term_year
                         : of_plan(problem.kind) ? codes::term_plan
                                                 : codes::term_form;
      const bool serious = problem.error || of_year(problem.kind);
      const std::string hint =
          term.kind == Term::Kind::invalid ? "" : "по правилам: «" + plan::normal_form(term) + "»";
      tell(serious ? Severity::warning : Severity::note, code, at, "срок " + quoted + ": " + problem.text, hint);
    }
    if (term.kind == Term::Kind::by_other_plan && skeleton(wide(term.text)) == U"поплану") {
      tell(Severity::warning, codes::term_plan, at, "срок " + quoted + ": не сказано, чей это план",
           "назовите орган: «по плану управления образования»");
    } else if (term.kind == Term::Kind::by_other_plan) {
      whose_plan(term, at, quoted);
    }
    if (term.kind == Term::Kind::invalid) {
      // A day that is not in the calendar is told by the rule over dates, with the same words in every text.
      if (!findings_.told_at(codes::no_such_date, at)) {
        tell(
            Severity::warning, codes::term_form, at, "срок " + quoted + " не понят: " + term.reason,
            term.reading.empty() ? "запишите срок датой, месяцем или периодом" : "может быть, «" + term.reading + "»?");
      }
      return;
    }
    if (term.from && term.to && *term.from > *term.to) {
      return tell(Severity::error, codes::term_form, at, "срок " + quoted + " кончается раньше, чем начинается: " +
                  shown(*term.from) + " и " + shown(*term.to), "проверьте дни и годы");
    }
    within(term, at, quoted, of_measure);
  }

  // V05: «по плану КРИПКиПРО» names a body, and the register knows it. «По отдельному плану», «по плану внеурочной
  // работы» name none.
  void whose_plan(const Term& term, const Location& at, const std::string& quoted) {
    if (subject_.workspace.bodies.empty() && subject_.workspace.schools.empty()) return;
    const std::u32string text = wide(term.text);
    std::size_t from = text.npos;
    for (const Token& token : tokens_of(text)) {
      const std::u32string word = language::lowered(text.substr(token.begin, token.end - token.begin));
      if (word == U"плану" || word == U"планам" || word == U"графику" || word == U"графикам") from = token.end;
    }
    if (from == text.npos) return;
    std::u32string_view rest = std::u32string_view(text).substr(from);
    rest = rest.substr(0, std::min({rest.find(U'('), rest.find(U','), rest.find(U';'), rest.size()}));
    // The body begins with the first capital or quote; what stands before it says which plan: «деятельности …».
    std::size_t begin = rest.npos;
    for (const Token& token : tokens_of(rest)) {
      if (!token.digits && language::is_upper(rest[token.begin])) {
        begin = token.begin;
        break;
      }
    }
    if (begin == rest.npos) return;
    const std::string name = utf8(rest.substr(begin));
    const std::string whole(trim(utf8(rest)));
    if (names_.find(name) || names_.find(whole)) return;
    const std::vector<Token> words = tokens_of(rest);
    const bool abbreviations = std::all_of(words.begin(), words.end(), [&](const Token& token) {
      const std::u32string_view word = rest.substr(token.begin, token.end - token.begin);
      return token.digits || !language::is_upper(word.front()) || abbreviations_.knows(word);
    });
    if (abbreviations) return;
    const std::string near = names_.near_name(name);
    tell(Severity::warning, codes::term_plan, at, "срок " + quoted + ": такого органа нет в реестре",
         near.empty() ? "внесите «" + name + "» в bodies реестра или исправьте название"
                      : "может быть, «" + near + "»?");
  }

  // The plan's title or the order's date says it.
  bool year_is_known() const {
    if (plan_ == nullptr) return approved_.has_value();
    const definitions::Plan& written = *plan_->written;
    if (!written.from.ok() || !written.to.ok()) return false;
    const int first = static_cast<int>(written.from.year()), last = static_cast<int>(written.to.year());
    const bool school_year = last == first + 1 && static_cast<unsigned>(written.from.month()) >= 8;
    return first == last || school_year;
  }

  // V03.
  void within(const Term& term, const Location& at, const std::string& quoted, bool of_measure) {
    if (!dated(term)) return;
    // «В течение учебного года» in a plan of several years is meant for each of them.
    if (of_measure && !term.year_given && several_years()) return;
    std::vector<plan::Span> spans = term.parts;
    if (spans.empty() && (term.from || term.to)) {
      spans.push_back({term.from.value_or(*(term.to ? term.to : term.from)), term.to.value_or(*term.from)});
    }
    for (const plan::Span& span : spans) {
      if (of_measure && plan_ != nullptr) {
        const definitions::Plan& written = *plan_->written;
        const bool given = written.from.ok() && written.to.ok();
        const bool open = term.kind == Term::Kind::deadline && !term.from;
        if (given && (span.to < written.from || span.to > written.to || (!open && span.from < written.from))) {
          tell(Severity::warning, codes::term_outside, at, "срок " + quoted + " лежит вне периода плана " +
               shown({written.from, written.to}), "проверьте год срока или период плана");
          return;
        }
      }
      if (!of_measure && ahead(span.to)) {
        tell(Severity::warning, codes::term_outside, at,
             "срок " + quoted + " дальше чем через " + std::to_string(kFarthest) + " лет", "проверьте год");
        return;
      }
      if (!of_measure && !approved_ && span.to < subject_.workspace.date) {
        tell(Severity::warning, codes::term_outside, at,
             "срок " + quoted + " уже истёк, а бумага ещё не подписана: сегодня " + shown(subject_.workspace.date),
             "проверьте год срока");
        return;
      }
      if (!approved_) continue;
      if (span.to < *approved_) {
        tell(Severity::warning, codes::term_outside, at,
             "срок " + quoted + " истёк до даты бумаги " + shown(*approved_), "проверьте срок и дату бумаги");
        return;
      }
      // A month or a quarter may have begun before it.
      const bool to_the_day = term.kind == Term::Kind::interval && (term.unit.empty() || term.unit == "day");
      if (to_the_day && span.from < *approved_) {
        tell(Severity::warning, codes::term_outside, at, "срок " + quoted + " начинается раньше даты бумаги " +
             shown(*approved_), "работы нельзя поручить задним числом: проверьте начало срока");
        return;
      }
    }
  }

  // What a paper sets for later than that is a slip of the year.
  static constexpr int kFarthest = 10;
  bool ahead(Date day) const {
    return day.year() > approved_.value_or(subject_.workspace.date).year() + std::chrono::years(kFarthest);
  }

  bool several_years() const {
    const definitions::Plan& written = *plan_->written;
    return written.from.ok() && written.to.ok() && written.from.year() != written.to.year();
  }

  // «В течение года»: as long as the plan, so no place in its order is wrong.
  bool through(plan::Span span) const {
    const definitions::Plan& written = *plan_->written;
    return written.from.ok() && written.to.ok() && span.from <= written.from && span.to >= written.to;
  }

  static bool dated(const Term& term) {
    return term.kind == Term::Kind::date || term.kind == Term::Kind::interval || term.kind == Term::Kind::dates ||
           term.kind == Term::Kind::deadline;
  }

  // V03: years of a programme's measure.
  void years(const definitions::PlanMeasure& measure) {
    const auto year = [](const definitions::Written& written) {
      int value = 0;
      if (written.text.size() != 4) return 0;
      for (const char c : written.text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
      }
      return value;
    };
    const int start = year(measure.start), end = year(measure.end);
    if (start != 0 && end != 0 && start > end) {
      tell(Severity::error, codes::term_form, measure.end.at, "мероприятие кончается раньше, чем начинается: " +
           measure.start.text + " и " + measure.end.text, "проверьте годы");
    }
    const definitions::Plan& written = *plan_->written;
    if (!written.from.ok() || !written.to.ok()) return;
    const int first = static_cast<int>(written.from.year()), last = static_cast<int>(written.to.year());
    for (const definitions::Written* one : {&measure.start, &measure.end}) {
      const int value = year(*one);
      if (value == 0 || (value >= first && value <= last)) continue;
      tell(Severity::warning, codes::term_outside, one->at, "год " + one->text + " лежит вне периода плана " +
           std::to_string(first) + "–" + std::to_string(last), "проверьте год или период плана");
    }
  }

  // V03: the years that the title names are the plan's.
  void title(const definitions::Written& title) {
    const definitions::Plan& written = *plan_->written;
    if (!written.from.ok() || !written.to.ok()) return;
    const std::u32string text = wide(title.text);
    const int first = static_cast<int>(written.from.year()), last = static_cast<int>(written.to.year());
    for (const Token& token : tokens_of(text)) {
      if (!token.digits || token.end - token.begin != 4) continue;
      const std::string digits = utf8(std::u32string_view(text).substr(token.begin, 4));
      const int year = std::stoi(digits);
      if (year < 1990 || year > 2099 || (year >= first && year <= last)) continue;
      tell(Severity::warning, codes::term_outside, title.at, "в названии " + digits + " год, а период плана " +
           shown({written.from, written.to}), "проверьте год в названии или период");
    }
  }

  // V41: where nearly all dated measures go by time, one that goes back is out of its place.
  void order() {
    struct Dated {
      const plan::Measure* measure;
      Date from, to;
    };
    for (std::size_t s = 0; s < plan_->sections.size(); ++s) {
      std::vector<Dated> dated_measures;
      for (std::size_t m = plan_->sections[s].first; m < plan_->sections[s].end && m < plan_->measures.size(); ++m) {
        const plan::Measure& one = plan_->measures[m];
        if (one.level != 1 || one.terms.empty() || !dated(one.terms.front())) continue;
        const auto span = plan::extent(one.terms.front());
        if (span && !through(*span)) dated_measures.push_back({&one, span->from, span->to});
      }
      std::size_t back = 0;
      const Dated* first = nullptr;
      const Dated* before = nullptr;
      for (std::size_t i = 1; i < dated_measures.size(); ++i) {
        // «Февраль, апрель» may stand after «апрель».
        if (dated_measures[i].to >= dated_measures[i - 1].from) continue;
        ++back;
        if (first == nullptr) first = &dated_measures[i], before = &dated_measures[i - 1];
      }
      if (first == nullptr || dated_measures.size() < 5 || back * 4 > dated_measures.size()) continue;
      const Location& at = first->measure->written.terms.empty() ? first->measure->written.at
                                                                 : first->measure->written.terms.front().at;
      if (Diagnostic* told = findings_.tell(
              Severity::warning, codes::order_of_terms, host_, at,
              "порядок сроков нарушен: «" + first->measure->terms.front().text + "» (№ " + first->measure->number +
                  ") стоит после «" + before->measure->terms.front().text + "» (№ " + before->measure->number + ")",
              "расставьте мероприятия по времени")) {
        told->related.push_back({before->measure->written.at, "мероприятие перед ним"});
      }
    }
  }

  const Subject& subject_;
  Findings& findings_;
  plan::RegisterNames names_;
  Abbreviations abbreviations_;
  std::size_t host_ = 0;
  const plan::Plan* plan_ = nullptr;
  std::optional<Date> approved_;
};

// V03: «ГИА-2021» in a plan for 2022, unless the words tell of results of the past.
void past_years(const Subject& subject, Findings& findings) {
  for (const Passage& passage : subject.passages) {
    const Host& host = subject.hosts[passage.host];
    if (host.plan == nullptr || (passage.what != What::measure && passage.what != What::result)) continue;
    const definitions::Plan& plan = *host.plan->written;
    if (!plan.from.ok()) continue;
    const std::u32string_view text = passage.text;
    const std::vector<Token> tokens = tokens_of(text);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& name = tokens[i - 1];
      if (!tokens[i].digits || name.digits || tokens[i].end - tokens[i].begin != 4) continue;
      if (tokens[i].begin != name.end + 1 || !is_dash(text[name.end]) || !language::is_upper(text[name.end - 1]))
        continue;
      const int year = std::stoi(utf8(text.substr(tokens[i].begin, 4)));
      if (year < 1990 || year >= static_cast<int>(plan.from.year())) continue;
      bool looks_back = false;
      for (const std::u32string& word : content_words(text)) {
        for (const std::u32string_view root :
             {U"анализ", U"итог", U"результат", U"отчет", U"сравн", U"динамик", U"статист", U"справк"}) {
          looks_back = looks_back || std::u32string_view(word).starts_with(root);
        }
      }
      if (looks_back) continue;
      const std::string fragment = utf8(text.substr(name.begin, tokens[i].end - name.begin));
      findings.tell(Severity::warning, codes::term_outside, passage, fragment,
                    "«" + fragment + "» в плане на " + std::to_string(static_cast<int>(plan.from.year())) + " год",
                    "похоже, текст взят из прошлогоднего плана: проверьте год");
    }
  }
}

}  // namespace

void check_terms(const Subject& subject, Findings& findings) {
  Terms terms(subject, findings);
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    if (subject.hosts[i].plan != nullptr) terms.plan(i, *subject.hosts[i].plan);
    if (subject.hosts[i].paper != nullptr) terms.paper(i, *subject.hosts[i].paper);
  }
  past_years(subject, findings);
}

}  // namespace svod::review
