#include <map>

#include "language/letters.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V21: quotes and brackets stand in pairs and are of one kind; a signature's name ends without a full stop.

namespace svod::review {
namespace {

struct Open {
  char32_t sign;
  std::size_t at;
};

struct Fault {
  enum class Kind : unsigned char { unclosed, unopened, mixed } kind;
  char32_t sign;        // the one that is alone, or that closes
  std::size_t at;
  char32_t opened = 0;  // of mixed ones
  std::size_t opened_at = 0;
};

char32_t closer_of(char32_t open) {
  switch (open) {
    case U'«': return U'»';
    case 0x201E: return 0x201C;
    case 0x201C: return 0x201D;
    case '(': return ')';
    case '[': return ']';
    default: return open;
  }
}

bool closes(char32_t open, char32_t close) {
  return closer_of(open) == close || (open == 0x201E && close == 0x201D);
}

bool in_word(char32_t c) { return language::is_letter(c) || language::is_digit(c); }

// «а)», «12)» at the beginning of a part of the text: a label of a list, no bracket.
bool is_label(std::u32string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && in_word(text[begin - 1])) --begin;
  const std::size_t length = at - begin;
  if (length == 0 || length > 3 || (length > 1 && !language::is_digit(text[begin]))) return false;
  return begin == 0 || is_blank(text[begin - 1]) || text[begin - 1] == '(';
}

class Pairs {
 public:
  explicit Pairs(std::u32string_view text) : text_(text) {
    for (const char32_t c : text) surplus_ += c == ')' ? 1 : c == '(' ? -1 : 0;
    for (std::size_t i = 0; i < text.size(); ++i) sign(i);
    for (const Open& open : quotes_) fault(Fault::Kind::unclosed, open.sign, open.at);
    for (const Open& open : brackets_) fault(Fault::Kind::unclosed, open.sign, open.at);
  }
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  void fault(Fault::Kind kind, char32_t sign, std::size_t at) { faults_.push_back({kind, sign, at}); }

  void sign(std::size_t i) {
    const char32_t c = text_[i];
    if (c == '(' || c == '[') brackets_.push_back({c, i});
    if (c == ')' || c == ']') close_bracket(c, i);
    if (c == U'«' || c == 0x201E) quotes_.push_back({c, i});
    if (c == 0x201C) quoted_above(i);
    if (c == U'»' || c == 0x201D) close_quote(c, i);
    if (c == '"') straight(i);
  }

  void close_bracket(char32_t c, std::size_t i) {
    // «(в том числе а) учителя)»: more brackets close than open, so the label is not the end of the bracket.
    const bool label = is_label(text_, i);
    if (label && (surplus_ > 0 || brackets_.empty())) return;
    if (!brackets_.empty() && closes(brackets_.back().sign, c)) {
      brackets_.pop_back();
    } else {
      fault(Fault::Kind::unopened, c, i);
    }
  }

  // “ closes „ and opens where words are quoted the English way.
  void quoted_above(std::size_t i) {
    if (!quotes_.empty() && quotes_.back().sign == 0x201E) {
      quotes_.pop_back();
    } else if (opens(i)) {
      quotes_.push_back({0x201C, i});
    } else {
      close_quote(0x201C, i);
    }
  }

  bool opens(std::size_t i) const {
    const bool before = i == 0 || is_blank(text_[i - 1]) || text_[i - 1] == '(' || text_[i - 1] == '[' ||
                        text_[i - 1] == U'«' || text_[i - 1] == 0x201E || text_[i - 1] == '/' || is_dash(text_[i - 1]);
    const bool after = i + 1 < text_.size() && !is_blank(text_[i + 1]);
    return before && after;
  }

  void straight(std::size_t i) {
    bool is_open = opens(i);
    const bool loose = !is_open && i > 0 && i + 1 < text_.size() && is_blank(text_[i - 1]) == is_blank(text_[i + 1]) &&
                       (is_blank(text_[i - 1]) || (in_word(text_[i - 1]) && in_word(text_[i + 1])));
    if (loose) is_open = quotes_.empty() || quotes_.back().sign != '"';
    if (is_open) {
      quotes_.push_back({'"', i});
    } else {
      close_quote('"', i);
    }
  }

  void close_quote(char32_t c, std::size_t i) {
    if (quotes_.empty()) return fault(Fault::Kind::unopened, c, i);
    if (closes(quotes_.back().sign, c)) return quotes_.pop_back();
    std::size_t below = quotes_.size();
    while (below > 0 && !closes(quotes_[below - 1].sign, c)) --below;
    const Open& open = quotes_.back();
    faults_.push_back({Fault::Kind::mixed, c, i, open.sign, open.at});
    quotes_.resize(below == 0 ? quotes_.size() - 1 : below - 1);
  }

  std::u32string_view text_;
  int surplus_ = 0;   // closing round brackets over opening ones
  std::vector<Open> quotes_, brackets_;
  std::vector<Fault> faults_;
};

std::string shown(char32_t sign) { return utf8(std::u32string(1, sign)); }

void tell(const Passage& passage, const Fault& fault, Findings& findings) {
  const std::u32string_view text = passage.text;
  const bool bracket = fault.sign == '(' || fault.sign == ')' || fault.sign == '[' || fault.sign == ']';
  const std::string shown_text = around(text, fault.at, fault.at + 1);
  const std::string fragment = around(text, fault.at, fault.at + 1, 12);
  const std::string noun = bracket ? "скобка" : "кавычка";
  std::string message;
  std::string hint;
  switch (fault.kind) {
    case Fault::Kind::unclosed:
      message = noun + " " + shown(fault.sign) + " не закрыта: " + shown_text;
      hint = "поставьте " + shown(closer_of(fault.sign)) + " там, где кончается " +
             (bracket ? "вставка" : "название; у вложенных названий закрываются обе кавычки");
      break;
    case Fault::Kind::unopened:
      message = "закрывающая " + noun + " " + shown(fault.sign) + " без открывающей: " + shown_text;
      hint = "поставьте открывающую или уберите лишнюю";
      break;
    case Fault::Kind::mixed:
      message = "кавычки перепутаны: открыта " + shown(fault.opened) + ", а закрыта " + shown(fault.sign) + ": " +
                shown_text;
      hint = "название берут в кавычки одного вида: «…», внутри него – „…“";
      break;
  }
  findings.tell(Severity::error, codes::unpaired, passage, fragment, std::move(message), std::move(hint));
}

// «Т.А.Долинина.»
void signature(const Passage& passage, Findings& findings) {
  std::u32string_view text = passage.text;
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (text.size() < 4 || text.back() != '.' || !language::is_lower(text[text.size() - 2])) return;
  const std::string name = utf8(text);
  findings.tell(Severity::error, codes::unpaired, passage, name, "точка после расшифровки подписи: «" + name + "»",
                "пишите «" + utf8(text.substr(0, text.size() - 1)) + "»");
}

}  // namespace

void check_quotes(const Subject& subject, Findings& findings) {
  struct Kinds {
    const Passage* angular = nullptr;
    const Passage* straight = nullptr;
    bool told = false;
  };
  std::map<std::size_t, Kinds> kinds;   // of a host
  for (const Passage& passage : subject.passages) {
    if (passage.what == What::signature) signature(passage, findings);
    bool any = false, angular = false, straight = false;
    for (const char32_t c : passage.text) {
      any = any || is_quote(c) || c == '(' || c == ')' || c == '[' || c == ']';
      angular = angular || c == U'«';
      straight = straight || c == '"';
    }
    if (!any) continue;
    const Pairs pairs(passage.text);
    // The first fault of a text brings the others with it.
    const Fault* quote = nullptr;
    const Fault* bracket = nullptr;
    for (const Fault& fault : pairs.faults()) {
      const Fault*& first = is_quote(fault.sign) ? quote : bracket;
      if (first == nullptr) first = &fault;
    }
    if (quote != nullptr) tell(passage, *quote, findings);
    if (bracket != nullptr) tell(passage, *bracket, findings);
    if (passage.composed) continue;
    Kinds& seen = kinds[passage.host];
    if (angular && seen.angular == nullptr) seen.angular = &passage;
    if (straight && seen.straight == nullptr) seen.straight = &passage;
    if (quote != nullptr || seen.told || seen.angular == nullptr || seen.straight == nullptr) continue;
    seen.told = true;
    const std::size_t at = seen.straight->text.find(U'"');
    const std::string fragment = around(seen.straight->text, at, at + 1);
    if (Diagnostic* told = findings.tell(Severity::note, codes::unpaired, *seen.straight, fragment,
                                         "рядом с «ёлочками» стоят прямые кавычки: " + fragment,
                                         "в одном документе кавычки одного вида: «…»")) {
      told->related.push_back({*seen.angular->at, "здесь «ёлочки»"});
    }
  }
}

}  // namespace svod::review
