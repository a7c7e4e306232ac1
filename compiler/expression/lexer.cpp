#include "expression/lexer.h"

#include <array>
#include <cstdio>

#include "base/text.h"
#include "expression/codes.h"

namespace svod::expression {
namespace {

constexpr int kMostErrors = 20;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x400 && c <= 0x45F) ||
         (c >= 0x48A && c <= 0x52F);
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

struct Replacement {
  std::string_view written;
  std::string_view meant;
};

// Longest first. What other programs and text editors have in place of our signs.
constexpr std::array kForeign{
    Replacement{"<>", "!="},  Replacement{"=<", "<="},  Replacement{"=>", ">="},  Replacement{"&&", "and"},
    Replacement{"||", "or"},  Replacement{"**", "*"},   Replacement{"≠", "!="},   Replacement{"≤", "<="},
    Replacement{"≥", ">="},   Replacement{"×", "*"},    Replacement{"·", "*"},    Replacement{"÷", "/"},
    Replacement{"−", "-"},    Replacement{"–", "-"},    Replacement{"—", "-"},    Replacement{"!", "not"},
};
constexpr std::array<std::string_view, 18> kSigns{"==", "!=", "<=", ">=", "=", "<", ">", "+", "-",
                                                  "*",  "/",  "(",  ")",  "[", "]", ",", ".", "|"};
constexpr std::array<std::string_view, 9> kQuotes{"«", "»", "“", "”", "„", "‘", "’", "‚", "`"};

std::string quoted(std::string_view text) { return "«" + std::string(text) + "»"; }

class Lexer {
 public:
  Lexer(const Place& place, std::size_t begin, std::size_t end, Diagnostics& out)
      : place_(place), source_(place.source().substr(0, end)), at_(begin), out_(out) {}

  std::optional<std::vector<Token>> run() {
    while (at_ < source_.size() && errors_ < kMostErrors) step();
    if (at_ < source_.size()) {
      error(codes::syntax, "это не похоже на выражение: остаток не прочитан", "проверьте, то ли вписано в поле");
    }
    Token last;
    last.begin = last.end = source_.size();
    tokens_.push_back(std::move(last));
    if (errors_ > 0) return std::nullopt;
    return std::move(tokens_);
  }

 private:
  void step() {
    std::size_t next = at_;
    const char32_t c = next_code_point(source_, next);
    if (is_blank(c)) {
      at_ = next;
    } else if (is_digit(c)) {
      number();
    } else if (is_letter(c)) {
      name();
    } else if (c == '\'' || c == '"') {
      text();
    } else {
      sign(c, next);
    }
  }

  void push(Token::Kind kind, std::size_t end, std::string text) {
    Token token;
    token.kind = kind;
    token.text = std::move(text);
    token.begin = at_;
    token.end = end;
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  void error(const Code& code, std::string message, std::string hint) {
    place_.error(out_, code, at_, std::move(message), std::move(hint));
    ++errors_;
  }

  void number() {
    std::size_t end = at_;
    while (end < source_.size() && is_digit(static_cast<unsigned char>(source_[end]))) ++end;
    if (end + 1 < source_.size() && source_[end] == '.' && is_digit(static_cast<unsigned char>(source_[end + 1]))) {
      ++end;
      while (end < source_.size() && is_digit(static_cast<unsigned char>(source_[end]))) ++end;
    }
    const std::string digits(source_.substr(at_, end - at_));
    const auto value = Number::parse(digits);
    if (!value) {
      error(codes::bad_number, "число " + digits + " не помещается", "в числе может быть до 18 цифр");
      at_ = end;
      return;
    }
    push(Token::Kind::number, end, digits);
    tokens_.back().number = *value;
  }

  void name() {
    std::size_t end = at_;
    while (end < source_.size()) {
      std::size_t next = end;
      const char32_t c = next_code_point(source_, next);
      if (!is_letter(c) && !is_digit(c)) break;
      end = next;
    }
    push(Token::Kind::name, end, std::string(source_.substr(at_, end - at_)));
  }

  void text() {
    const char quote = source_[at_];
    std::string value;
    for (std::size_t i = at_ + 1; i < source_.size(); ++i) {
      if (source_[i] == '\0') {
        at_ = i;
        stranger(0, i + 1);
        return;
      }
      if (source_[i] != quote) {
        value += source_[i];
      } else if (i + 1 < source_.size() && source_[i + 1] == quote) {
        value += quote;
        ++i;
      } else {
        push(Token::Kind::text, i + 1, std::move(value));
        return;
      }
    }
    const std::string mark(1, quote);
    error(codes::unclosed_quote, "не закрыта кавычка " + mark, "поставьте " + mark + " в конце текста");
    at_ = source_.size();
  }

  void sign(char32_t c, std::size_t next) {
    const std::string_view rest = source_.substr(at_);
    if (!rest.starts_with("!=") && !rest.starts_with("==")) {
      for (const Replacement& foreign : kForeign) {
        if (!rest.starts_with(foreign.written)) continue;
        error(codes::foreign_operator, "действие " + quoted(foreign.written) + " в языке не используется",
              foreign.written == "**" ? "степени нет: пишите a * a" : "напишите " + std::string(foreign.meant));
        at_ += foreign.written.size();
        return;
      }
    }
    for (const std::string_view known : kSigns) {
      if (!rest.starts_with(known)) continue;
      push(Token::Kind::sign, at_ + known.size(), std::string(known == "==" ? "=" : known));
      return;
    }
    for (const std::string_view quote : kQuotes) {
      if (!rest.starts_with(quote)) continue;
      typographic_quote(rest, quote);
      return;
    }
    stranger(c, next);
  }

  // The words between two such quotes are not read: they would be reported as unknown names.
  void typographic_quote(std::string_view rest, std::string_view open) {
    error(codes::bad_character, "кавычка " + std::string(open) + " не открывает текст",
          "берите текст в прямые кавычки: 'текст' или \"текст\"");
    at_ += open.size();
    std::size_t least = std::string_view::npos;
    std::size_t width = 0;
    for (const std::string_view quote : kQuotes) {
      const std::size_t found = rest.find(quote, open.size());
      if (found < least) least = found, width = quote.size();
    }
    if (least != std::string_view::npos) at_ += least + width - open.size();
  }

  void stranger(char32_t c, std::size_t next) {
    std::string shown = quoted(source_.substr(at_, next - at_));
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2000 && c <= 0x206F) || c == 0xFEFF || c == 0xAD) {
      char code[16];
      std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
      shown = "невидимый знак " + std::string(code);
    } else {
      shown = "знак " + shown;
    }
    std::string hint;
    if (c == '%') {
      hint = "проценты пишутся числом без знака: 50";
    } else if (c == '&') {
      hint = "напишите and";
    } else if (c == ';') {
      hint = "аргументы разделяются запятой";
    } else if (c == '^') {
      hint = "степени нет: пишите a * a";
    }
    error(codes::bad_character, shown + " недопустим в выражении", std::move(hint));
    at_ = next;
  }

  const Place& place_;
  std::string_view source_;
  std::size_t at_;
  Diagnostics& out_;
  std::vector<Token> tokens_;
  int errors_ = 0;
};

}  // namespace

std::optional<std::vector<Token>> tokens(const Place& place, std::size_t begin, std::size_t end, Diagnostics& out) {
  const std::string_view text = place.source().substr(begin, end - begin);
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos) {
    place.error(out, codes::bad_encoding, begin + bad, "выражение записано не в кодировке UTF-8",
                "сохраните файл в кодировке UTF-8");
    return std::nullopt;
  }
  return Lexer(place, begin, end, out).run();
}

}  // namespace svod::expression
