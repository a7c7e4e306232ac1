#include "expression/checker.h"
#include "expression/codes.h"
#include "expression/parser.h"

namespace svod::expression {
namespace {

Tree compile_part(const Place& place, std::size_t begin, std::size_t end, const Names& names, Diagnostics& out) {
  const SyntaxPtr syntax = parse(place, begin, end, out);
  if (!syntax) return nullptr;
  return Checker(place, out).check(*syntax, names);
}

// Past the `}}` that closes an expression; a quote inside it may hold braces.
std::size_t closing(std::string_view source, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i + 1 < source.size(); ++i) {
    if (quote != 0) {
      if (source[i] == quote) quote = 0;
    } else if (source[i] == '\'' || source[i] == '"') {
      quote = source[i];
    } else if (source[i] == '}' && source[i + 1] == '}') {
      return i;
    }
  }
  // A quote that is not closed must not swallow the rest of the text.
  return quote == 0 ? std::string_view::npos : source.find("}}", from);
}

}  // namespace

Outcome<Tree> compile(std::string_view source, const Location& at, const Names& names, std::optional<Type> expected) {
  Outcome<Tree> outcome;
  const Place place(source, at);
  Tree tree = compile_part(place, 0, source.size(), names, outcome.diagnostics);
  if (tree && expected && !expected->same(tree->type)) {
    place.error(outcome.diagnostics, codes::result_type, tree->begin,
                "здесь нужен тип «" + expected->text_for_people() + "», а выражение даёт «" +
                    tree->type.text_for_people() + "»",
                expected->kind == Kind::boolean ? "добавьте сравнение или known(…)" : "");
    tree = nullptr;
  } else if (tree && expected && !expected->unit.empty() && !tree->type.unit.empty() &&
             expected->unit != tree->type.unit) {
    place.error(outcome.diagnostics, codes::units, tree->begin,
                "здесь нужна единица «" + expected->unit + "», а выражение даёт «" + tree->type.unit + "»");
    tree = nullptr;
  }
  if (!outcome.diagnostics.has_errors()) outcome.product = std::move(tree);
  return outcome;
}

Outcome<std::shared_ptr<const Clause>> compile_clause(std::string_view source, const Location& at, const Names& names) {
  Outcome<std::shared_ptr<const Clause>> outcome;
  const Place place(source, at);
  const auto syntax = parse_clause(place, outcome.diagnostics);
  if (syntax) outcome.product = Checker(place, outcome.diagnostics).check(*syntax, names);
  if (outcome.diagnostics.has_errors()) outcome.product = nullptr;
  return outcome;
}

Outcome<Text> compile_text(std::string_view source, const Location& at, const Names& names) {
  Outcome<Text> outcome;
  const Place place(source, at);
  std::vector<Text::Part>& parts = outcome.product.parts;
  std::size_t from = 0;
  while (from < source.size()) {
    const std::size_t open = source.find("{{", from);
    if (open != from) parts.push_back({std::string(source.substr(from, open - from)), nullptr});
    if (open == std::string_view::npos) break;
    const std::size_t close = closing(source, open + 2);
    if (close == std::string_view::npos) {
      place.error(outcome.diagnostics, codes::unclosed_braces, open, "скобки {{ не закрыты",
                  "поставьте }} в конце подстановки");
      break;
    }
    Tree tree = compile_part(place, open + 2, close, names, outcome.diagnostics);
    if (tree) parts.push_back({{}, std::move(tree)});
    from = close + 2;
  }
  return outcome;
}

}  // namespace svod::expression
