#include <algorithm>

#include "language/figures.h"
#include "language/given_names.h"
#include "language/letters.h"
#include "language/names.h"

namespace svod::language {
namespace {

struct Token {
  enum class Kind : unsigned char { word, initial, particle } kind = Kind::word;
  std::u32string text;
};

// «ИВАНОВ-ПЕТРОВ» as «Иванов-Петров».
std::u32string titled(std::u32string_view word) {
  if (!all_capitals(word)) return std::u32string(word);
  std::u32string result = lowered(word);
  bool begins = true;
  for (char32_t& c : result) {
    if (begins) c = to_upper(c);
    begins = c == '-';
  }
  return result;
}

bool is_word(std::u32string_view text) {
  if (text.size() < 2 || !is_upper(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return is_letter(c) || c == '-' || c == '\'' || c == U'’'; });
}

// «И.», «Ж.-П.», or the bare letter that people type.
bool is_initial(std::u32string_view text) {
  if (text.size() == 1) return is_upper(text[0]);
  if (text.size() == 2) return is_upper(text[0]) && text[1] == '.';
  return text.size() == 5 && is_initial(text.substr(0, 2)) && text[2] == '-' && is_initial(text.substr(3));
}

// Pieces at spaces, and after the full stops of initials: «И.И.Иванов» has three.
bool tokenise(std::string_view text, std::vector<Token>& tokens) {
  const std::u32string letters = to_code_points(squeeze(text));
  std::vector<std::u32string> pieces(1);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == ' ') {
      if (!pieces.back().empty()) pieces.emplace_back();
      continue;
    }
    pieces.back() += letters[i];
    if (letters[i] == '.' && (i + 1 >= letters.size() || letters[i + 1] != '-')) pieces.emplace_back();
  }
  for (const std::u32string& piece : pieces) {
    if (piece.empty()) continue;
    if (is_initial(piece)) {
      tokens.push_back({Token::Kind::initial, piece.back() == '.' ? piece : piece + U"."});
    } else if (gender_of_particle(lowered(piece)) != Gender::unknown) {
      tokens.push_back({Token::Kind::particle, piece});
    } else if (is_word(piece)) {
      tokens.push_back({Token::Kind::word, titled(piece)});
    } else {
      return false;
    }
  }
  return !tokens.empty();
}

PersonName name_of(std::u32string_view surname, std::u32string_view given, std::u32string_view patronymic) {
  return {to_utf8(surname), to_utf8(given), to_utf8(patronymic)};
}

// «Ж.-П.» from «Жан-Поль».
std::string initial_of(std::string_view name) {
  if (name.ends_with('.')) return std::string(name);
  std::string result;
  for (const std::string_view part : split(name, '-')) {
    if (part.empty()) continue;
    std::size_t at = 0;
    if (!result.empty()) result += '-';
    append_utf8(result, to_upper(next_code_point(part, at)));
    result += '.';
  }
  return result;
}

Form put_together(std::string_view between, std::initializer_list<Form> forms) {
  Form result;
  result.derived = false;
  for (const Form& form : forms) {
    if (form.text.empty()) continue;
    if (!result.text.empty()) result.text += between;
    result.text += form.text;
    result.derived = result.derived || form.derived;
    result.confident = result.confident && form.confident;
  }
  return result;
}

Form still(std::string text) { return {std::move(text), false, true}; }

}  // namespace

std::optional<PersonName> parse_name(std::string_view text) {
  std::vector<Token> tokens;
  if (!tokenise(text, tokens)) return std::nullopt;
  std::u32string particle;
  if (tokens.back().kind == Token::Kind::particle && tokens.size() >= 3) {
    particle = tokens.back().text;
    tokens.pop_back();
    tokens.back().text += U" " + particle;
  }
  std::string shape;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::particle) return std::nullopt;
    shape += token.kind == Token::Kind::initial ? 'i' : 'w';
  }
  const auto at = [&](std::size_t i) -> const std::u32string& { return tokens[i].text; };
  const auto small = [&](std::size_t i) { return lowered(tokens[i].text); };
  if (shape == "w") return name_of(at(0), U"", U"");
  if (shape == "wi") return name_of(at(0), at(1), U"");
  if (shape == "iw") return name_of(at(1), at(0), U"");
  if (shape == "iiw") return name_of(at(2), at(0), at(1));
  if (shape == "ww") {
    if (is_patronymic(small(1)) && is_common_given(small(0))) return name_of(U"", at(0), at(1));
    if (is_common_given(small(0)) && !is_common_given(small(1))) return name_of(at(1), at(0), U"");
    return name_of(at(0), at(1), U"");
  }
  if (shape == "www") {
    const bool given_first = is_patronymic(small(1)) && (!is_patronymic(small(2)) || is_common_given(small(0)));
    if (given_first && particle.empty()) return name_of(at(2), at(0), at(1));
    return name_of(at(0), at(1), at(2));
  }
  if (shape == "wii" || shape == "wiw" || shape == "wwi") return name_of(at(0), at(1), at(2));
  return std::nullopt;
}

Gender gender_of(const PersonName& name) {
  const std::u32string patronymic = lowered(to_code_points(name.patronymic));
  const std::size_t space = patronymic.rfind(U' ');
  if (space != patronymic.npos) {
    const Gender gender = gender_of_particle(std::u32string_view(patronymic).substr(space + 1));
    if (gender != Gender::unknown) return gender;
  }
  if (patronymic.ends_with(U"ич")) return Gender::masculine;
  if (patronymic.ends_with(U"на")) return Gender::feminine;
  if (!name.given.empty() && !name.given.ends_with('.')) {
    const Gender shown = gender_of_given(lowered(to_code_points(name.given)));
    if (shown != Gender::unknown) return shown;
  }
  return gender_of_surname(name.surname);
}

Form full_name_in(const PersonName& name, Case c, Gender gender) {
  if (gender == Gender::unknown) gender = gender_of(name);
  return put_together(" ", {surname_in(name.surname, gender, c), given_name_in(name.given, gender, c),
                            patronymic_in(name.patronymic, gender, c)});
}

std::string initials(const PersonName& name) {
  std::string result = initial_of(name.given);
  if (!name.patronymic.empty()) {
    if (!result.empty()) result += no_break_space;
    result += initial_of(name.patronymic);
  }
  return result;
}

Form initials_first(const PersonName& name, Case c, Gender gender) {
  if (gender == Gender::unknown) gender = gender_of(name);
  return put_together(no_break_space, {still(initials(name)), surname_in(name.surname, gender, c)});
}

Form surname_first(const PersonName& name, Case c, Gender gender) {
  if (gender == Gender::unknown) gender = gender_of(name);
  return put_together(no_break_space, {surname_in(name.surname, gender, c), still(initials(name))});
}

}  // namespace svod::language
