#include "base/text.h"
#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V22: «приложение № N» exists and holds what the reference says. V40: requisites of an order.

namespace svod::review {
namespace {

struct Reference {
  int number = 0;
  std::size_t begin = 0, end = 0;
  std::u32string after;   // the words behind it: «к Положению»
};

std::vector<Reference> references(std::u32string_view text) {
  std::vector<Reference> all;
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::u32string word = language::lowered(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    if (!word.starts_with(U"приложени") || !tokens[i + 1].digits || tokens[i + 1].end - tokens[i + 1].begin > 2)
      continue;
    bool near = true;
    for (std::size_t k = tokens[i].end; k < tokens[i + 1].begin; ++k) {
      near = near && (is_blank(text[k]) || text[k] == U'№' || text[k] == 'N');
    }
    if (!near) continue;
    Reference one;
    for (std::size_t k = tokens[i + 1].begin; k < tokens[i + 1].end; ++k)
      one.number = one.number * 10 + static_cast<int>(text[k] - '0');
    one.begin = tokens[i].begin;
    one.end = tokens[i + 1].end;
    std::size_t stop = one.end;
    while (stop < text.size() && text[stop] != ',' && text[stop] != ';' && text[stop] != '.' && text[stop] != ')' &&
           stop < one.end + 60)
      ++stop;
    one.after = language::lowered(text.substr(one.end, stop - one.end));
    all.push_back(std::move(one));
  }
  return all;
}

// «приложение № 1 к Положению» of a paper's text is another document's.
bool of_another(const Reference& one, std::u32string_view own) {
  const std::size_t to = one.after.find(U" к ");
  if (to == one.after.npos) return false;
  return one.after.find(U"настоящ") == one.after.npos && one.after.find(own) == one.after.npos;
}

class Appendices {
 public:
  Appendices(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void run() {
    for (const Passage& passage : subject_.passages) {
      if (passage.composed) continue;
      const Host& host = subject_.hosts[passage.host];
      if (host.paper != nullptr && host.paper->changes.given() == false) {
        exist(passage, appendices_of(*host.paper).size(), U"приказ", "у приказа");
      } else if (host.regulation != nullptr && !host.regulation->appendices.empty()) {
        exist(passage, host.regulation->appendices.size(), U"положени", "у документа");
      }
    }
    for (std::size_t i = 0; i < subject_.hosts.size(); ++i) {
      if (subject_.hosts[i].paper != nullptr) items(*subject_.hosts[i].paper, i, subject_.hosts[i].paper->items);
      if (subject_.hosts[i].plan != nullptr) programme(i, *subject_.hosts[i].plan->written);
    }
  }

 private:
  static void collect(const std::vector<definitions::PaperItem>& all, std::vector<std::string>& out) {
    for (const definitions::PaperItem& item : all) {
      if (!item.approves.empty()) out.push_back(item.approves);
      collect(item.items, out);
    }
  }
  static std::vector<std::string> appendices_of(const definitions::Paper& paper) {
    if (!paper.appendices.empty()) return paper.appendices;
    std::vector<std::string> approved;
    collect(paper.items, approved);
    return approved;
  }

  void exist(const Passage& passage, std::size_t count, std::u32string_view own, const std::string& whose) {
    for (const Reference& one : references(passage.text)) {
      if (of_another(one, own) || (one.number >= 1 && static_cast<std::size_t>(one.number) <= count)) continue;
      const std::string fragment = utf8(std::u32string_view(passage.text).substr(one.begin, one.end - one.begin));
      findings_.tell(Severity::error, codes::appendix, passage, fragment,
                     "ссылка на «" + fragment + "», а " + whose + " приложений " + std::to_string(count),
                     count == 0 ? "назовите приложение в appendices или уберите ссылку" : "исправьте номер приложения");
    }
  }

  // «Утвердить план (приложение № 2)»: the second appendix is that plan.
  void items(const definitions::Paper& paper, std::size_t host, const std::vector<definitions::PaperItem>& all) {
    const std::vector<std::string> appendices = appendices_of(paper);
    for (const definitions::PaperItem& item : all) {
      items(paper, host, item.items);
      if (item.approves.empty() || item.text.empty()) continue;
      for (const Reference& one : references(wide(item.text.text))) {
        const std::size_t index = static_cast<std::size_t>(one.number) - 1;
        if (one.number < 1 || index >= appendices.size() || appendices[index] == item.approves) continue;
        findings_.tell(Severity::warning, codes::appendix, host, item.text.at,
                       "приложение № " + std::to_string(one.number) + " – это «" + appendices[index] +
                           "», а пункт утверждает «" + item.approves + "»",
                       "исправьте номер или порядок приложений");
      }
    }
  }

  enum class Content : unsigned char { unclear, measures, indicators };

  static Content content_of(const definitions::Clause& row, std::u32string_view text, const Reference& one) {
    const std::u32string title = language::lowered(wide(row.title.text));
    // The words of the same sentence say more than the title.
    std::size_t begin = text.rfind(U'.', one.begin);
    begin = begin == text.npos ? 0 : begin + 1;
    const std::u32string sentence = language::lowered(text.substr(begin, one.begin - begin)) + U" " + title;
    const bool measures = sentence.find(U"мероприяти") != sentence.npos || row.role == "measures";
    const bool indicators =
        sentence.find(U"показател") != sentence.npos || row.role == "indicators" || row.role == "monitoring";
    if (measures == indicators) return Content::unclear;
    return measures ? Content::measures : Content::indicators;
  }

  void rows_of(const std::vector<definitions::Clause>& clauses, std::vector<const definitions::Clause*>& out) const {
    for (const definitions::Clause& clause : clauses) {
      out.push_back(&clause);
      rows_of(clause.clauses, out);
    }
  }

  // A programme's own appendices: its measures, then its indicators by year.
  void programme(std::size_t host, const definitions::Plan& plan) {
    if (plan.type != definitions::Plan::Type::programme || plan.indicators.empty()) return;
    std::vector<const definitions::Clause*> rows;
    rows_of(plan.programme.passport, rows);
    rows_of(plan.before, rows);
    for (const definitions::Clause* row : rows) {
      std::vector<const definitions::Written*> texts;
      for (const definitions::Written& one : row->text) texts.push_back(&one);
      for (const definitions::Written& one : row->items) texts.push_back(&one);
      for (const definitions::Written* written : texts) {
        const std::u32string text = wide(written->text);
        for (const Reference& one : references(text)) {
          const Content content = content_of(*row, text, one);
          const int right = content == Content::measures ? 1 : content == Content::indicators ? 2 : 0;
          if (right == 0 || right == one.number || of_another(one, U"программ")) continue;
          findings_.tell(
              Severity::error, codes::appendix, host, written->at,
              std::string(right == 1 ? "мероприятия стоят в приложении № 1" : "показатели стоят в приложении № 2") +
                  ", а названо «" + beginning(std::u32string_view(text).substr(one.begin)) + "»",
              "исправьте номер приложения");
        }
      }
    }
  }

  const Subject& subject_;
  Findings& findings_;
};

// V40: an order says who issued it and where.
void requisites(const Subject& subject, Findings& findings) {
  const definitions::Department& department = subject.workspace.department;
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const definitions::Paper* paper = subject.hosts[i].paper;
    if (paper == nullptr ||
        (paper->type != definitions::Paper::Type::order && paper->type != definitions::Paper::Type::resolution))
      continue;
    if (trim(department.place).empty()) {
      findings.tell(Severity::warning, codes::requisites, i, paper->at, "у документа нет места издания",
                    "назовите место в workspace.yaml: department, place");
    }
  }
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    const document::Document* document = subject.hosts[i].document;
    if (document == nullptr) continue;
    const document::Block* kind = nullptr;
    const document::Block* dated = nullptr;
    bool letterhead = false;
    for (const document::Block& block : document->blocks) {
      if (std::holds_alternative<document::AppendixMark>(block.content)) break;
      if (std::holds_alternative<document::DateAndNumber>(block.content)) dated = &block;
      const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
      if (paragraph == nullptr) continue;
      letterhead = letterhead || paragraph->role == document::Role::letterhead;
      if (paragraph->role == document::Role::kind) kind = &block;
    }
    if (kind != nullptr && dated != nullptr && !letterhead) {
      findings.tell(Severity::warning, codes::requisites, i, kind->origin,
                    "над видом документа нет наименования органа, который его издал (" + subject.hosts[i].title + ")",
                    "начните шаблон с блока letterhead");
    }
  }
}

}  // namespace

void check_appendices(const Subject& subject, Findings& findings) {
  Appendices(subject, findings).run();
  requisites(subject, findings);
}

}  // namespace svod::review
