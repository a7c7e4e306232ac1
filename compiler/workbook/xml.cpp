#include "workbook/xml.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "workbook/codes.h"
#include "workbook/encoding.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

// A part has tens of attributes on an element at the most, all of them namespaces.
constexpr std::size_t kAttributes = 256;

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// True for what ends a name. Everything else may stand in one: the parts are made by machines.
constexpr std::array<bool, 256> make_name_stops() {
  std::array<bool, 256> stops{};
  for (int c = 0; c <= 0x20; ++c) stops[static_cast<std::size_t>(c)] = true;
  for (const char c : {'/', '>', '=', '<', '"', '\'', '&', '!', '?'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}
constexpr std::array<bool, 256> kNameStops = make_name_stops();

// True for what interrupts the value of an attribute: a quote, or what a reader must look at.
constexpr std::array<bool, 256> make_value_stops() {
  std::array<bool, 256> stops{};
  for (const char c : {'"', '\'', '<', '&', '\t', '\n', '\r', '\0'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}
constexpr std::array<bool, 256> kValueStops = make_value_stops();

const char* name_end(const char* at) {
  while (!kNameStops[static_cast<unsigned char>(*at)]) ++at;
  return at;
}

std::string_view between(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }

std::string_view local_part(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == ':') return name.substr(i + 1);
  }
  return name;
}

}  // namespace

Xml::Xml(PartBytes bytes, std::string part, std::size_t depth_limit)
    : part_(std::move(part)), depth_limit_(depth_limit), bytes_(std::move(bytes)) {
  decode_bytes();
  at_ = text_.data();
  read_declaration();
}

void Xml::fail_at(const char* at, const std::string& what) const {
  std::size_t offset = static_cast<std::size_t>(at - text_.data());
  if (utf16_) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < offset;) units += next_code_point(text_, i) >= 0x10000 ? 2 : 1;
    offset = units * 2;
  }
  refuse(codes::broken_part, part_ + ", байт " + std::to_string(offset + skipped_) + ": " + what,
         "откройте файл в Excel с восстановлением, проверьте данные и сохраните заново");
}

void Xml::decode_bytes() {
  text_ = bytes_.view();
  const auto starts = [&](std::string_view mark) { return text_.substr(0, mark.size()) == mark; };
  using namespace std::string_view_literals;
  const bool big = starts("\xFE\xFF"sv) || starts("\0<"sv);
  const bool little = starts("\xFF\xFE"sv) || starts("<\0"sv);
  if (big || little) {
    skipped_ = starts("<"sv) || starts("\0"sv) ? 0 : 2;
    std::size_t bad = 0;
    auto converted = from_utf16(text_.substr(skipped_), big, bad);
    if (!converted) {
      skipped_ += bad;
      text_ = {};
      fail_at(text_.data(), "неверный знак UTF-16");
    }
    converted_ = std::move(*converted);
    bytes_ = {};
    text_ = converted_;
    utf16_ = true;
  } else if (starts("\xEF\xBB\xBF"sv)) {
    skipped_ = 3;
    text_.remove_prefix(3);
  }
  const std::size_t bad = first_bad_byte(text_);
  if (bad != std::string_view::npos) {
    const bool control = static_cast<unsigned char>(text_[bad]) < 0x20;
    fail_at(text_.data() + bad, control ? "недопустимый управляющий знак" : "байт не в кодировке UTF-8");
  }
}

void Xml::read_declaration() {
  if (!text_.starts_with("<?xml") || text_.size() < 6 || !is_space(text_[5])) return;
  const std::size_t end = text_.find("?>");
  if (end == std::string_view::npos) fail("объявление XML не закрыто");
  const std::string_view declaration = text_.substr(0, end);
  const std::size_t key = declaration.find("encoding");
  if (key != std::string_view::npos) {
    const std::size_t open = declaration.find_first_of("\"'", key);
    const std::size_t close = open == std::string_view::npos ? open : declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos) fail("объявление XML не читается");
    const std::string encoding = lower(declaration.substr(open + 1, close - open - 1));
    if (encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" && !encoding.starts_with("utf-16")) {
      fail("кодировка «" + encoding + "» не поддерживается");
    }
  }
  at_ += end + 2;
}

Xml::Token Xml::next() {
  if (end_pending_) {
    end_pending_ = false;
    name_ = local_part(open_.back());
    open_.pop_back();
    return Token::end;
  }
  for (;;) {
    while (is_space(*at_)) ++at_;
    if (*at_ != '<') {
      if (offset() < size()) fail("текст вне ячеек");
      if (!open_.empty()) fail("часть оборвана, не закрыт элемент " + shown(open_.back()));
      if (!root_seen_) fail("нет ни одного элемента");
      return Token::finished;
    }
    if (at_[1] == '/') {
      end_tag();
      return Token::end;
    }
    if (at_[1] == '!') {
      comment();
    } else if (at_[1] == '?') {
      instruction();
    } else {
      start_tag();
      return Token::start;
    }
  }
}

void Xml::start_tag() {
  const char* const tag = at_;
  if (open_.empty() && root_seen_) fail("второй корневой элемент");
  root_seen_ = true;
  if (open_.size() >= depth_limit_) {
    refuse_over_budget("вложенность элементов в " + part_, depth_limit_, "(depth)");
  }
  const char* p = name_end(at_ + 1);
  const std::string_view full = between(at_ + 1, p);
  if (full.empty()) fail_at(tag, "знак «<» без имени элемента");
  attributes_.clear();
  for (;;) {
    const char* const gap = p;
    while (is_space(*p)) ++p;
    if (*p == '>') {
      ++p;
      break;
    }
    if (*p == '/' && p[1] == '>') {
      p += 2;
      end_pending_ = true;
      break;
    }
    const char* const name = p;
    p = name_end(p);
    if (p == name || name == gap) fail_at(p, "неверная запись элемента " + shown(full));
    Attribute attribute{between(name, p), {}, true};
    while (is_space(*p)) ++p;
    if (*p != '=') fail_at(p, "у атрибута нет значения");
    ++p;
    while (is_space(*p)) ++p;
    const char quote = *p;
    if (quote != '"' && quote != '\'') fail_at(p, "значение атрибута не в кавычках");
    const char* const value = ++p;
    for (; *p != quote; ++p) {
      if (!kValueStops[static_cast<unsigned char>(*p)]) continue;
      if (*p == '<' || *p == '\0') break;
      if (*p != '"' && *p != '\'') attribute.plain = false;
    }
    if (*p != quote) fail_at(p, "значение атрибута не закрыто");
    attribute.raw = between(value, p);
    ++p;
    if (attributes_.size() == kAttributes) fail_at(name, "слишком много атрибутов");
    attributes_.push_back(attribute);
  }
  if (attributes_.size() > 1) check_twins();
  at_ = p;
  open_.push_back(full);
  name_ = local_part(full);
}

void Xml::check_twins() {
  const auto refuse_twin = [&](const Attribute& twin) {
    fail_at(twin.name.data(), "атрибут " + shown(twin.name) + " указан дважды");
  };
  if (attributes_.size() <= 12) {
    for (std::size_t i = 1; i < attributes_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::string_view a = attributes_[i].name, b = attributes_[j].name;
        if (a.front() == b.front() && a == b) refuse_twin(attributes_[i]);
      }
    }
    return;
  }
  std::vector<Attribute> sorted = attributes_;
  std::sort(sorted.begin(), sorted.end(), [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].name == sorted[i - 1].name) refuse_twin(sorted[i]);
  }
}

void Xml::end_tag() {
  const char* const name = at_ + 2;
  if (open_.empty()) fail("закрыт элемент, который не открыт");
  const std::string_view expected = open_.back();
  // Compared byte by byte: names are short, and the NUL after the text stops the comparison in time.
  std::size_t same = 0;
  while (same < expected.size() && name[same] == expected[same]) ++same;
  const char* p = name + same;
  if (same < expected.size() || !kNameStops[static_cast<unsigned char>(*p)]) {
    fail("закрыт элемент " + shown(between(name, name_end(name))) + ", а открыт " + shown(expected));
  }
  while (is_space(*p)) ++p;
  if (*p != '>') fail_at(p, "неверная запись конца элемента");
  at_ = p + 1;
  open_.pop_back();
  name_ = local_part(expected);
}

void Xml::comment() {
  if (std::strncmp(at_, "<!--", 4) == 0) {
    const std::size_t end = text_.find("-->", offset() + 4);
    if (end == std::string_view::npos) fail("примечание не закрыто");
    at_ = text_.data() + end + 3;
  } else if (std::strncmp(at_, "<!DOCTYPE", 9) == 0) {
    fail("объявление DOCTYPE запрещено");
  } else {
    fail("недопустимая разметка");
  }
}

void Xml::instruction() {
  const std::size_t end = text_.find("?>", offset() + 2);
  if (end == std::string_view::npos) fail("указание <? не закрыто");
  at_ = text_.data() + end + 2;
}

std::string_view Xml::markup_text() {
  const std::size_t begin = offset() + 9;
  const std::size_t end = text_.find("]]>", begin);
  if (end == std::string_view::npos) fail("раздел CDATA не закрыт");
  at_ = text_.data() + end + 3;
  return text_.substr(begin, end - begin);
}

std::string_view Xml::content(std::string& scratch) {
  if (end_pending_) {
    next();
    return {};
  }
  // The usual case: plain text up to the end tag.
  const char* p = at_;
  while (*p != '<' && *p != '&' && *p != '\r' && *p != '\0') ++p;
  if (*p == '<' && p[1] == '/') {
    const std::string_view text = between(at_, p);
    at_ = p;
    end_tag();
    return text;
  }
  scratch.clear();
  for (;;) {
    const std::size_t stop = text_.find('<', offset());
    if (stop == std::string_view::npos) fail("часть оборвана, не закрыт элемент " + shown(open_.back()));
    append_text(scratch, text_.substr(offset(), stop - offset()), false);
    at_ = text_.data() + stop;
    if (at_[1] == '/') {
      end_tag();
      return scratch;
    }
    if (std::strncmp(at_, "<![CDATA[", 9) == 0) {
      std::string_view raw = markup_text();
      for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\r') {
          scratch += raw[i];
        } else if (i + 1 == raw.size() || raw[i + 1] != '\n') {
          scratch += '\n';
        }
      }
    } else if (at_[1] == '!') {
      comment();
    } else if (at_[1] == '?') {
      instruction();
    } else {
      fail("элемент внутри текста");
    }
  }
}

void Xml::skip() {
  if (end_pending_) {
    next();
    return;
  }
  const std::size_t level = open_.size();
  while (open_.size() >= level) {
    const std::size_t stop = text_.find('<', offset());
    if (stop == std::string_view::npos) fail("часть оборвана, не закрыт элемент " + shown(open_.back()));
    at_ = text_.data() + stop;
    if (std::strncmp(at_, "<![CDATA[", 9) == 0) {
      markup_text();
    } else if (at_[1] == '!') {
      comment();
    } else if (at_[1] == '?') {
      instruction();
    } else {
      next();
      if (end_pending_) next();
    }
  }
}

void Xml::expect_root(std::string_view name) {
  if (next() != Token::start || name_ != name) {
    fail("ожидался элемент " + shown(name) + ", а стоит " + shown(name_));
  }
}

}  // namespace svod::workbook
