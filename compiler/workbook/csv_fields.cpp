#include <algorithm>
#include <charconv>

#include "workbook/csv.h"

namespace svod::workbook {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

CsvFields::Field CsvFields::next() {
  Field field;
  field.at = at_;
  if (text_[at_] == '"') {
    read_quoted(field);
  } else {
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    field.text = text_.substr(field.at, at_ - field.at);
  }
  if (at_ >= text_.size()) {
    field.ends_record = true;
  } else if (text_[at_] == delimiter_) {
    ++at_;
    // A delimiter that ends the text has one empty field after it, which holds nothing.
    field.ends_record = at_ >= text_.size();
  } else {
    field.ends_record = true;
    at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
  }
  return field;
}

void CsvFields::read_quoted(Field& field) {
  const std::size_t begin = ++at_;
  std::size_t close = text_.find('"', begin);
  bool copied = false;
  const auto copy = [&](std::string_view piece) {
    if (!copied) scratch_.clear();
    copied = true;
    scratch_ += piece;
  };
  std::size_t from = begin;
  while (close != std::string_view::npos && close + 1 < text_.size() && text_[close + 1] == '"') {
    copy(text_.substr(from, close + 1 - from));
    from = close + 2;
    close = text_.find('"', from);
  }
  if (close == std::string_view::npos) {
    field.unclosed = true;
    at_ = text_.size();
    return;
  }
  at_ = close + 1;
  const std::size_t after = at_;
  while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
  field.text_after_quote = at_ != after;
  if (copied || field.text_after_quote) {
    copy(text_.substr(from, close - from));
    copy(text_.substr(after, at_ - after));
    field.text = scratch_;
  } else {
    field.text = text_.substr(begin, close - begin);
  }
}

std::optional<double> csv_number(std::string_view field) {
  constexpr std::size_t kExactDigits = 15;
  const bool negative = field.starts_with('-');
  const std::string_view digits = field.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > kExactDigits + 1 || !is_digit(digits[0]) || !is_digit(digits.back())) {
    return std::nullopt;
  }
  char plain[24];
  char* end = plain;
  if (negative) *end++ = '-';
  std::size_t sign_at = digits.size();
  bool zero = true;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      zero = zero && digits[i] == '0';
      *end++ = digits[i];
    } else if ((digits[i] == ',' || digits[i] == '.') && sign_at == digits.size()) {
      sign_at = i;
      *end++ = '.';
    } else {
      return std::nullopt;
    }
  }
  const std::size_t count = digits.size() - (sign_at < digits.size() ? 1 : 0);
  if (count > kExactDigits || (digits[0] == '0' && sign_at > 1) || (zero && negative)) return std::nullopt;
  double value = 0;
  std::from_chars(plain, end, value);
  return value;
}

}  // namespace svod::workbook
