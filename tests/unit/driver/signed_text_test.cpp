#include "driver/signed_text.h"

#include "catch.h"

using namespace svod::driver;

namespace {

std::string told(const std::string& was, const std::string& is) {
  std::string text;
  for (const Difference& one : differences(was, is)) text += std::to_string(one.line) + " " + describe(one) + "\n";
  return text;
}

}  // namespace

TEST_CASE("differences are told line by line with their places in the first text") {
  CHECK(told("а\nб\nв\n", "а\nб\nв\n").empty());
  CHECK(told("а\nб\nв\n", "а\nг\nв\n") == "2 было: «б», стало: «г»\n");
  CHECK(told("а\nв\n", "а\nб\nв\n") == "2 добавлено: «б»\n");
  CHECK(told("а\nб\nв\n", "а\nв\n") == "2 убрано: «б»\n");
  CHECK(told("а\nб\nв\nг\nд\n", "а\nж\nв\nг\nе\nи\n") ==
        "2 было: «б», стало: «ж»\n5 было: «д», стало: «е» и ещё строк: 1\n");
  CHECK(told("", "а\n") == "1 добавлено: «а»\n");
}

TEST_CASE("a long line is shown around the letter that differs") {
  std::string before;
  for (int i = 0; i < 40; ++i) before += "слово ";
  const std::string text = told(before + "до 20 июня\n", before + "до 25 июня\n");
  CHECK(text.find("до 20 июня") != std::string::npos);
  CHECK(text.find("до 25 июня") != std::string::npos);
  CHECK(text.size() < 400);
  CHECK(text.starts_with("1 было: «…слово"));
}

TEST_CASE("texts of many thousands of lines are compared at once") {
  std::string a, b;
  for (int i = 0; i < 20000; ++i) {
    a += "a" + std::to_string(i) + "\n";
    b += "b" + std::to_string(i) + "\n";
  }
  CHECK(differences("x\n" + a + "y\n", "x\n" + b + "y\n").size() == 1);
}
