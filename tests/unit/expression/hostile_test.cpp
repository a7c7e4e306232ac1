#include "catch.h"
#include "names.h"

using namespace testing;

namespace {

std::size_t next(std::uint64_t& state) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return static_cast<std::size_t>(state >> 11);
}

void survive(const std::string& source) {
  static const NameTable table = names();
  const auto compiled = compile(source, Location::in_text("a.yaml", 1, 1), table);
  // Nothing is wrong in silence, and nothing is both made and wrong.
  CHECK((compiled.product != nullptr) != compiled.diagnostics.has_errors());
  if (compiled.product) {
    evaluate(compiled.product, Row());
    CHECK_FALSE(print(compiled.product).empty());
    reading(compiled.product, table);
  }
  compile_clause(source, Location::in_text("a.yaml", 1, 1), table);
  compile_text(source, Location::in_text("a.yaml", 1, 1), table);
}

}  // namespace

TEST_CASE("any text is an expression or a report") {
  static const char* const pieces[] = {
      "a",      "b",      "participants", "subject", "schools", "school", ".name", ".",      "(",     ")",      "[",
      "]",      ",",      "|",            "'",       "\"",      "'x'",    "1",     "3.5",    "+",     "-",      "*",
      "/",      "=",      "==",           "<",       ">=",      "!=",     "and",   "or",     "not",   "in",     "between",
      "if",     "then",   "else",         "for",     "where",   "order",  "by",    "limit",  "desc",  "known(", "min(",
      "round(", "default(", "ege.mean(",  "date(",   "{{",      "}}",     "«",     "\xD0",   "\0",    "\n",     "и",
      "true",   "medal",  "s",            "[s for s in schools",  "%", "best"};
  std::uint64_t state = 88172645463325252u;
  for (int i = 0; i < 4000; ++i) {
    std::string source;
    for (std::size_t count = 1 + next(state) % 9; count > 0; --count) {
      source += pieces[next(state) % std::size(pieces)];
      if (next(state) % 4 != 0) source += " ";
    }
    INFO(source);
    survive(source);
  }
}

TEST_CASE("depth and length are bounded") {
  for (const char* piece :
       {"(", "[", "-", "not ", "if ", "abs(", "a.", "a + ", "a | round | ", "{{", "[s for s in "}) {
    std::string source;
    while (source.size() < 19'000) source += piece;
    survive(source);
    survive(source + "a");
  }
  std::string chain = "a";
  for (int i = 0; i < 900; ++i) chain += " + a";
  survive(chain);
}
