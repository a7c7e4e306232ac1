#include "compose/press.h"

#include "base/text.h"
#include "compose/codes.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

struct Letter {
  char32_t c = 0;
  std::size_t piece = 0;
  bool value = false;
};

/// What `glued_text` has at the place of each letter. Typography changes letters one for one, sets blanks in
/// and takes blanks out; anything else leaves the line as it was.
std::vector<Letter> aligned(const std::vector<Letter>& before, const std::u32string& after) {
  std::vector<Letter> result;
  std::size_t i = 0;
  for (const char32_t c : after) {
    while (i < before.size() && is_blank(before[i].c) && !is_blank(c)) ++i;
    if (i >= before.size()) {
      if (!is_blank(c)) return before;
      result.push_back({c, before.empty() ? 0 : before.back().piece, false});
      continue;
    }
    if (is_blank(c) && !is_blank(before[i].c)) {
      result.push_back({c, before[i].piece, before[i].value});
      continue;
    }
    const bool keep = before[i].value && !is_blank(before[i].c);
    result.push_back({keep ? before[i].c : c, before[i].piece, before[i].value});
    ++i;
  }
  return i + 1 < before.size() ? before : result;
}

/// One plain blank where several stand, none at the ends of the line or before a full stop or comma that an
/// empty value left behind.
std::vector<Letter> squeezed(const std::vector<Letter>& letters) {
  std::vector<Letter> result;
  for (const Letter& letter : letters) {
    if (letter.c == ' ' && (result.empty() || is_blank(result.back().c) || result.back().c == '\n')) continue;
    while ((letter.c == '\n' || letter.c == ',' || letter.c == '.') && !letter.value && !result.empty() &&
           result.back().c == ' ') {
      result.pop_back();
    }
    // A line of which nothing is left is no line.
    if (letter.c == '\n' && (result.empty() || result.back().c == '\n')) continue;
    // The full stop of «2021 г.» ends the sentence too.
    if (letter.c == '.' && !letter.value && !result.empty() && result.back().c == '.' && result.back().value) continue;
    result.push_back(letter);
  }
  while (!result.empty() && (result.back().c == ' ' || result.back().c == '\n')) result.pop_back();
  return result;
}

}  // namespace

document::Runs glued(const std::vector<Draft>& drafts, bool heading) {
  std::vector<Letter> letters;
  for (std::size_t piece = 0; piece < drafts.size(); ++piece) {
    if (drafts[piece].run.line_break) {
      letters.push_back({U'\n', piece, true});
      continue;
    }
    for (const char32_t c : to_code_points(drafts[piece].run.text)) {
      letters.push_back({c == U'\n' || c == U'\t' || c == U'\r' ? U' ' : c, piece, drafts[piece].value});
    }
  }
  letters = squeezed(letters);
  std::u32string line;
  for (const Letter& letter : letters) line += letter.c;
  const std::string plain = to_utf8(line);
  letters = aligned(letters, to_code_points(heading ? language::glue_heading(plain) : language::glue(plain)));
  document::Runs runs;
  for (std::size_t i = 0; i < letters.size();) {
    const std::size_t piece = letters[i].piece;
    document::Run run = drafts[piece].run;
    run.text.clear();
    while (i < letters.size() && letters[i].piece == piece) {
      if (letters[i].c != U'\n') append_utf8(run.text, letters[i].c);
      ++i;
    }
    // Neighbours of one look are one run.
    if (!runs.empty() && !run.line_break && !runs.back().line_break && run.ref.empty() && runs.back().ref.empty() &&
        run.bold == runs.back().bold && run.italic == runs.back().italic && run.spaced == runs.back().spaced &&
        run.link == runs.back().link && run.position == runs.back().position && run.note < 0 && runs.back().note < 0) {
      runs.back().text += run.text;
    } else {
      runs.push_back(std::move(run));
    }
  }
  return runs;
}

std::string text_of(const document::Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) text += run.line_break ? " " : run.text;
  return text;
}

expression::Value Press::value(const Slot& slot, const expression::Scope& scope) const {
  expression::Value value = expression::evaluate(slot.tree, scope);
  for (const std::string& form : root_.take_unsure()) {
    warning(codes::derived_form, slot.at, "форма «" + form + "» выведена по правилам и может быть другой",
            "проверьте её; форма, записанная в реестре, всегда важнее")
        .cause = form;
  }
  return value;
}

Printed Press::print(const Slot& slot, const expression::Scope& scope) const {
  Printed result = printed(value(slot, scope), slot.plain_digits);
  if (result.absent) {
    warning(codes::absent_in_text, slot.at,
            "в документе «" + document_ + "» на месте «" + slot.source + "» стоит знак «" + result.text + "»: значения нет",
            "окружите место условием ::: if known(…) или допишите | default(…)")
        .cause = slot.at.text();
  }
  if (result.unrounded) {
    warning(codes::unrounded, slot.at, "у числа «" + slot.source + "» не сказано, сколько знаков печатать; напечатано два",
            "допишите | number(1)")
        .cause = slot.at.text();
  }
  return result;
}

Printed Press::peek(const Slot& slot, const expression::Scope& scope) const {
  Printed result = printed(expression::evaluate(slot.tree, scope), slot.plain_digits);
  root_.take_unsure();   // told where the value is printed
  return result;
}

document::Runs Press::runs(const Wording& wording, const expression::Scope& scope, bool heading) const {
  std::vector<Draft> drafts;
  for (const Wording::Part& part : wording.parts) {
    Draft draft;
    if (part.slot) {
      Printed result = print(part.slot, scope);
      draft.run.text = std::move(result.text);
      draft.run.ref = std::move(result.ref);
      draft.value = true;
    } else {
      draft.run.text = part.literal;
    }
    drafts.push_back(std::move(draft));
  }
  return glued(drafts, heading);
}

std::string Press::raw(const Wording& wording, const expression::Scope& scope) const {
  std::string text;
  for (const Wording::Part& part : wording.parts) text += part.slot ? print(part.slot, scope).text : part.literal;
  return text;
}

std::string Press::line(const Wording& wording, const expression::Scope& scope, bool heading) const {
  return text_of(runs(wording, scope, heading));
}

std::string Press::optional_text(const Slot& slot, const expression::Scope& scope) const {
  if (!slot) return {};
  const expression::Value found = value(slot, scope);
  return found.known() ? printed(found, true).text : std::string();
}

Diagnostic& Press::error(const Code& code, const Location& at, std::string message, std::string hint) const {
  Diagnostic& diagnostic = found_.error(code, at, std::move(message), std::move(hint));
  diagnostic.excerpt = excerpt(page_, at);
  return diagnostic;
}

Diagnostic& Press::warning(const Code& code, const Location& at, std::string message, std::string hint) const {
  Diagnostic& diagnostic = found_.warning(code, at, std::move(message), std::move(hint));
  diagnostic.excerpt = excerpt(page_, at);
  return diagnostic;
}

}  // namespace svod::compose
