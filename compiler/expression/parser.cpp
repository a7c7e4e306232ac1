#include "expression/parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/codes.h"
#include "expression/lexer.h"

namespace svod::expression {
namespace {

constexpr std::size_t kMostBytes = 20'000;
constexpr int kDeepest = 200;
constexpr std::size_t kHighest = 1'000;
constexpr std::size_t kLongestPath = 16;

constexpr std::array<std::string_view, 11> kReserved{"and", "or",   "not",  "in",   "between", "if",
                                                     "then", "else", "true", "false", "for"};

bool reserved(std::string_view word) {
  return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

/// The word of the language for one that people write between values: Russian, or in capitals.
std::string_view english(std::string_view word) {
  const std::string low = lower(word);
  for (const std::string_view own : kReserved) {
    if (low == own) return own;
  }
  if (low == "и") return "and";
  if (low == "или") return "or";
  if (low == "не") return "not";
  if (low == "если") return "if";
  if (low == "то") return "then";
  if (low == "иначе") return "else";
  if (low == "из") return "in";
  return {};
}

class Parser {
 public:
  Parser(const Place& place, std::vector<Token> tokens, Diagnostics& out)
      : place_(place), tokens_(std::move(tokens)), out_(out) {}

  SyntaxPtr whole() {
    SyntaxPtr tree = expression();
    if (tree && !at_end()) {
      leftover();
      return nullptr;
    }
    return tree;
  }

  std::unique_ptr<SyntaxClause> whole_clause() {
    auto made = clause();
    if (made && !at_end()) {
      leftover();
      return nullptr;
    }
    return made;
  }

 private:
  const Token& now() const { return tokens_[at_]; }
  const Token& ahead(std::size_t count = 1) const { return tokens_[std::min(at_ + count, tokens_.size() - 1)]; }
  bool at_end() const { return now().kind == Token::Kind::end; }
  bool is_sign(std::string_view sign) const { return now().kind == Token::Kind::sign && now().text == sign; }
  bool is_word(std::string_view word) const { return now().kind == Token::Kind::name && now().text == word; }
  std::size_t last_end() const { return at_ == 0 ? now().begin : tokens_[at_ - 1].end; }

  bool take_sign(std::string_view sign) {
    if (!is_sign(sign)) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    if (!is_word(word)) return false;
    ++at_;
    return true;
  }

  std::string shown() const {
    if (now().kind == Token::Kind::text) return "текст «" + now().text + "»";
    return "«" + now().text + "»";
  }

  // One error of form an expression: what follows the first is seldom about anything else.
  std::nullptr_t fail(const Code& code, std::size_t at, std::string message, std::string hint = {}) {
    if (!failed_) place_.error(out_, code, at, std::move(message), std::move(hint));
    failed_ = true;
    return nullptr;
  }

  bool decimal_comma() {
    if (!is_sign(",") || at_ == 0) return false;
    const Token& before = tokens_[at_ - 1];
    const Token& after = ahead();
    if (before.kind != Token::Kind::number || after.kind != Token::Kind::number) return false;
    if (before.end != now().begin || after.begin != now().end) return false;
    fail(codes::decimal_comma, before.begin, "запятая в числе " + before.text + "," + after.text,
         "напишите " + before.text + "." + after.text);
    return true;
  }

  std::nullptr_t expected(std::string_view what) {
    if (decimal_comma()) return nullptr;
    if (at_end()) {
      return fail(codes::syntax, now().begin, "выражение не закончено: здесь ожидается " + std::string(what));
    }
    std::string hint;
    if (is_word("if")) hint = "возьмите if … then … else … в скобки";
    if (is_word("not")) hint = "возьмите not … в скобки";
    return fail(codes::syntax, now().begin, "здесь ожидается " + std::string(what) + ", а стоит " + shown(), hint);
  }

  void leftover() {
    if (decimal_comma()) return;
    std::string hint;
    const Token& before = tokens_[at_ - 1];
    if (now().kind == Token::Kind::number && before.kind == Token::Kind::number) {
      hint = "число пишется без пробелов между разрядами: " + before.text + now().text;
    } else if (now().kind == Token::Kind::name && !english(now().text).empty()) {
      hint = "напишите " + std::string(english(now().text));
    } else if (is_sign(")") || is_sign("]")) {
      hint = "уберите её или добавьте открывающую";
    } else if (is_sign(",")) {
      hint = "перечень значений берётся в скобки";
    } else if (now().kind != Token::Kind::sign) {
      hint = "между двумя значениями нужен знак действия, and или or";
    }
    const bool bracket = is_sign(")") || is_sign("]");
    fail(codes::syntax, now().begin,
         bracket ? "лишняя закрывающая скобка " + shown() : shown() + " после конца выражения", hint);
  }

  SyntaxPtr make(Syntax::Kind kind, std::size_t begin) {
    auto made = std::make_unique<Syntax>();
    made->kind = kind;
    made->begin = begin;
    return made;
  }

  SyntaxPtr finish(SyntaxPtr node) {
    node->end = last_end();
    for (const SyntaxPtr& child : node->children) node->height = std::max(node->height, child->height + 1);
    for (const SyntaxArgument& item : node->arguments) node->height = std::max(node->height, item.value->height + 1);
    if (node->clause) {
      const auto count = [&](const SyntaxPtr& part) {
        if (part) node->height = std::max(node->height, part->height + 1);
      };
      count(node->clause->source);
      count(node->clause->where);
      count(node->clause->limit);
      for (const SyntaxClause::Key& key : node->clause->order) count(key.by);
    }
    if (node->height > kHighest) return too_deep(node->begin);
    return node;
  }

  SyntaxPtr operation(Op op, std::size_t sign, SyntaxPtr first, SyntaxPtr second = nullptr, SyntaxPtr third = nullptr) {
    SyntaxPtr made = make(Syntax::Kind::operation, first->begin);
    made->op = op;
    made->sign = sign;
    made->children.push_back(std::move(first));
    if (second) made->children.push_back(std::move(second));
    if (third) made->children.push_back(std::move(third));
    return finish(std::move(made));
  }

  std::nullptr_t too_deep(std::size_t at) {
    return fail(codes::too_large, at, "выражение вложено слишком глубоко", "разделите его на несколько показателей");
  }

  class Nesting {
   public:
    explicit Nesting(int& depth) : depth_(depth) { ++depth_; }
    ~Nesting() { --depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool too_deep() const { return depth_ > kDeepest; }

   private:
    int& depth_;
  };

  SyntaxPtr expression() {
    const Nesting nesting(depth_);
    if (nesting.too_deep()) return too_deep(now().begin);
    return is_word("if") ? conditional() : piped();
  }

  SyntaxPtr conditional() {
    const std::size_t begin = now().begin;
    ++at_;
    SyntaxPtr condition = expression();
    if (!condition) return nullptr;
    if (!take_word("then")) return expected("then");
    SyntaxPtr yes = expression();
    if (!yes) return nullptr;
    if (!take_word("else")) return expected("else");
    SyntaxPtr no = expression();
    if (!no) return nullptr;
    SyntaxPtr made = operation(Op::condition, begin, std::move(condition), std::move(yes), std::move(no));
    if (made) made->begin = begin;
    return made;
  }

  SyntaxPtr piped() {
    SyntaxPtr left = disjunction();
    while (left && is_sign("|")) {
      ++at_;
      if (now().kind != Token::Kind::name || reserved(now().text)) return expected("имя фильтра");
      SyntaxPtr made = make(Syntax::Kind::filter, left->begin);
      made->path.push_back({now().text, now().begin});
      ++at_;
      while (is_sign(".") && ahead().kind == Token::Kind::name) {
        made->path.front().name += "." + ahead().text;
        at_ += 2;
      }
      made->children.push_back(std::move(left));
      if (take_sign("(") && !arguments(*made)) return nullptr;
      left = finish(std::move(made));
    }
    return left;
  }

  SyntaxPtr disjunction() {
    SyntaxPtr left = conjunction();
    while (left && is_word("or")) {
      const std::size_t sign = tokens_[at_++].begin;
      SyntaxPtr right = conjunction();
      if (!right) return nullptr;
      left = operation(Op::logical_or, sign, std::move(left), std::move(right));
    }
    return left;
  }

  SyntaxPtr conjunction() {
    SyntaxPtr left = negation();
    while (left && is_word("and")) {
      const std::size_t sign = tokens_[at_++].begin;
      SyntaxPtr right = negation();
      if (!right) return nullptr;
      left = operation(Op::logical_and, sign, std::move(left), std::move(right));
    }
    return left;
  }

  SyntaxPtr negation() {
    if (!is_word("not")) return comparison();
    const Nesting nesting(depth_);
    if (nesting.too_deep()) return too_deep(now().begin);
    const std::size_t begin = now().begin;
    ++at_;
    SyntaxPtr inner = negation();
    if (!inner) return nullptr;
    SyntaxPtr made = operation(Op::logical_not, begin, std::move(inner));
    if (made) made->begin = begin;
    return made;
  }

  std::optional<Op> comparison_sign() const {
    if (now().kind != Token::Kind::sign) return std::nullopt;
    if (now().text == "=") return Op::equal;
    if (now().text == "!=") return Op::not_equal;
    if (now().text == "<") return Op::less;
    if (now().text == "<=") return Op::less_equal;
    if (now().text == ">") return Op::greater;
    if (now().text == ">=") return Op::greater_equal;
    return std::nullopt;
  }

  bool at_comparison() const {
    if (comparison_sign() || is_word("in") || is_word("between")) return true;
    return is_word("not") && ahead().kind == Token::Kind::name && (ahead().text == "in" || ahead().text == "between");
  }

  SyntaxPtr comparison() {
    SyntaxPtr left = sum();
    if (!left || !at_comparison()) return left;
    const std::size_t sign = now().begin;
    const bool negated = take_word("not");
    SyntaxPtr made;
    if (const auto op = comparison_sign()) {
      ++at_;
      SyntaxPtr right = sum();
      if (!right) return nullptr;
      made = operation(*op, sign, std::move(left), std::move(right));
    } else if (take_word("in")) {
      made = membership(negated ? Op::not_in : Op::in, sign, std::move(left));
    } else {
      ++at_;
      made = range(negated, sign, std::move(left));
    }
    if (made && at_comparison()) {
      return fail(codes::comparison_chain, now().begin, "сравнения идут цепочкой",
                  "напишите x between a and b или соедините два сравнения словом and");
    }
    return made;
  }

  SyntaxPtr membership(Op op, std::size_t sign, SyntaxPtr left) {
    SyntaxPtr made = make(Syntax::Kind::operation, left->begin);
    made->op = op;
    made->sign = sign;
    made->children.push_back(std::move(left));
    if (!is_sign("(")) {
      SyntaxPtr list = sum();
      if (!list) return nullptr;
      made->children.push_back(std::move(list));
      return finish(std::move(made));
    }
    ++at_;
    if (is_sign(")")) return expected("хотя бы одно значение");
    do {
      SyntaxPtr item = expression();
      if (!item) return nullptr;
      made->children.push_back(std::move(item));
    } while (take_sign(","));
    if (!take_sign(")")) return expected("запятая или закрывающая скобка");
    if (made->children.size() == 2 && is_sign(".")) {
      made->children[1] = fields(std::move(made->children[1]));
      if (!made->children[1]) return nullptr;
    }
    return finish(std::move(made));
  }

  SyntaxPtr range(bool negated, std::size_t sign, SyntaxPtr left) {
    SyntaxPtr low = sum();
    if (!low) return nullptr;
    if (!take_word("and")) return expected("and и верхняя граница");
    SyntaxPtr high = sum();
    if (!high) return nullptr;
    SyntaxPtr made = operation(Op::between, sign, std::move(left), std::move(low), std::move(high));
    if (made && negated) made = operation(Op::logical_not, sign, std::move(made));
    return made;
  }

  SyntaxPtr sum() {
    SyntaxPtr left = product();
    while (left && (is_sign("+") || is_sign("-"))) {
      const Token& sign = tokens_[at_++];
      SyntaxPtr right = product();
      if (!right) return nullptr;
      left = operation(sign.text == "+" ? Op::add : Op::subtract, sign.begin, std::move(left), std::move(right));
    }
    return left;
  }

  SyntaxPtr product() {
    SyntaxPtr left = unary();
    while (left && (is_sign("*") || is_sign("/"))) {
      const Token& sign = tokens_[at_++];
      SyntaxPtr right = unary();
      if (!right) return nullptr;
      left = operation(sign.text == "*" ? Op::multiply : Op::divide, sign.begin, std::move(left), std::move(right));
    }
    return left;
  }

  SyntaxPtr unary() {
    if (!is_sign("-")) return fields(primary());
    const Nesting nesting(depth_);
    if (nesting.too_deep()) return too_deep(now().begin);
    const std::size_t begin = now().begin;
    ++at_;
    SyntaxPtr inner = unary();
    if (!inner) return nullptr;
    SyntaxPtr made = operation(Op::negate, begin, std::move(inner));
    if (made) made->begin = begin;
    return made;
  }

  SyntaxPtr fields(SyntaxPtr left) {
    while (left && is_sign(".")) {
      ++at_;
      if (now().kind != Token::Kind::name) return expected("имя поля");
      SyntaxPtr made = make(Syntax::Kind::field, left->begin);
      made->path.push_back({now().text, now().begin});
      made->children.push_back(std::move(left));
      ++at_;
      if (is_sign("(")) {
        return fail(codes::syntax, now().begin, "поле не вызывается как функция", "уберите скобки");
      }
      left = finish(std::move(made));
    }
    return left;
  }

  SyntaxPtr literal(Value value) {
    SyntaxPtr made = make(Syntax::Kind::literal, now().begin);
    made->value = std::move(value);
    ++at_;
    return finish(std::move(made));
  }

  SyntaxPtr primary() {
    const Token& token = now();
    if (token.kind == Token::Kind::number) return literal(Value::of(token.number));
    if (token.kind == Token::Kind::text) return literal(Value::of(token.text));
    if (is_word("true")) return literal(Value::of(true));
    if (is_word("false")) return literal(Value::of(false));
    if (token.kind == Token::Kind::name && !reserved(token.text)) return named();
    if (is_sign("(")) {
      ++at_;
      SyntaxPtr inner = expression();
      if (!inner) return nullptr;
      if (!take_sign(")")) return expected(is_sign(",") ? "одно значение и закрывающая скобка" : "закрывающая скобка");
      return inner;
    }
    if (is_sign("[")) return sequence();
    return expected("значение");
  }

  SyntaxPtr named() {
    SyntaxPtr made = make(Syntax::Kind::path, now().begin);
    made->path.push_back({now().text, now().begin});
    ++at_;
    while (is_sign(".")) {
      ++at_;
      if (now().kind != Token::Kind::name) return expected("имя поля");
      made->path.push_back({now().text, now().begin});
      if (made->path.size() > kLongestPath) return too_deep(made->begin);
      ++at_;
    }
    if (take_sign("(")) {
      made->kind = Syntax::Kind::call;
      if (!arguments(*made)) return nullptr;
    }
    return finish(std::move(made));
  }

  // After the opening parenthesis.
  bool arguments(Syntax& call) {
    if (take_sign(")")) return true;
    do {
      SyntaxArgument item;
      item.at = now().begin;
      if (now().kind == Token::Kind::name && ahead().kind == Token::Kind::sign && ahead().text == "=" &&
          ahead().end == ahead().begin + 1 && !reserved(now().text)) {  // == is always a comparison
        item.name = now().text;
        at_ += 2;
      }
      item.value = expression();
      if (!item.value) return false;
      call.arguments.push_back(std::move(item));
    } while (take_sign(","));
    if (take_sign(")")) return true;
    expected("запятая или закрывающая скобка");
    return false;
  }

  SyntaxPtr sequence() {
    SyntaxPtr made = make(Syntax::Kind::sequence, now().begin);
    ++at_;
    SyntaxPtr body = expression();
    if (!body) return nullptr;
    made->children.push_back(std::move(body));
    if (!take_word("for")) return expected("for: список пишется [x for x in список]");
    made->clause = clause();
    if (!made->clause) return nullptr;
    if (!take_sign("]")) return expected("where, order by, limit или закрывающая скобка ]");
    return finish(std::move(made));
  }

  std::unique_ptr<SyntaxClause> clause() {
    auto made = std::make_unique<SyntaxClause>();
    if (now().kind != Token::Kind::name || reserved(now().text)) return expected("имя для перебора");
    made->name = now().text;
    made->name_at = now().begin;
    ++at_;
    if (!take_word("in")) return expected("in");
    made->source = expression();
    if (!made->source) return nullptr;
    if (take_word("where")) {
      made->where = expression();
      if (!made->where) return nullptr;
    }
    if (take_word("order")) {
      if (!take_word("by")) return expected("by");
      do {
        SyntaxClause::Key key;
        key.by = expression();
        if (!key.by) return nullptr;
        key.descending = take_word("desc");
        if (!key.descending) take_word("asc");
        made->order.push_back(std::move(key));
      } while (take_sign(","));
    }
    if (take_word("limit")) {
      made->limit = expression();
      if (!made->limit) return nullptr;
    }
    if (is_word("where")) {
      return fail(codes::syntax, now().begin, "where стоит не на месте", "порядок: where, затем order by, затем limit");
    }
    return made;
  }

  const Place& place_;
  std::vector<Token> tokens_;
  Diagnostics& out_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

std::optional<std::vector<Token>> checked_tokens(const Place& place, std::size_t begin, std::size_t end,
                                                 Diagnostics& out) {
  if (end - begin > kMostBytes) {
    place.error(out, codes::too_large, begin,
                "выражение длиннее " + std::to_string(kMostBytes) + " байтов", "разделите его на несколько показателей")
        .excerpt.clear();
    return std::nullopt;
  }
  auto list = tokens(place, begin, end, out);
  if (list && list->size() == 1) {
    place.error(out, codes::empty, begin, "здесь нет выражения");
    return std::nullopt;
  }
  return list;
}

}  // namespace

SyntaxPtr parse(const Place& place, std::size_t begin, std::size_t end, Diagnostics& out) {
  auto list = checked_tokens(place, begin, end, out);
  if (!list) return nullptr;
  return Parser(place, std::move(*list), out).whole();
}

std::unique_ptr<SyntaxClause> parse_clause(const Place& place, Diagnostics& out) {
  auto list = checked_tokens(place, 0, place.source().size(), out);
  if (!list) return nullptr;
  return Parser(place, std::move(*list), out).whole_clause();
}

}  // namespace svod::expression
