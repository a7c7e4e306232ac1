#include "workbook/rich_text.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

const std::string_view kTooLong = "текст длиннее предела";   // known by its address

/// The code unit of `_xHHHH_` at the start of a text.
std::optional<char32_t> escape_at(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  char32_t unit = 0;
  for (const char c : text.substr(2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  return unit;
}

}  // namespace

std::string_view Texts::keep(std::string_view text) {
  if (text.size() > budgets_.text_bytes) refuse_long();
  bytes_ += text.size();
  if (bytes_ > budgets_.string_bytes) {
    refuse_over_budget("тексты файла вместе", budgets_.string_bytes, "байт (string_bytes)");
  }
  return store_.keep(text);
}

std::string_view Texts::keep_shared(std::string_view text) {
  return text.size() > budgets_.text_bytes ? kTooLong : keep(text);
}

bool Texts::is_too_long(std::string_view kept) { return kept.data() == kTooLong.data(); }

void Texts::refuse_long() const {
  refuse_over_budget("текст одной ячейки", budgets_.text_bytes, "байт (text_bytes)");
}

std::string_view unescaped(std::string_view text, std::string& scratch) {
  std::size_t at = text.find("_x");
  while (at != std::string_view::npos && !escape_at(text.substr(at))) at = text.find("_x", at + 1);
  if (at == std::string_view::npos) return text;
  std::string out(text.substr(0, at));
  while (at < text.size()) {
    const auto unit = escape_at(text.substr(at));
    char32_t code = unit.value_or(0);
    std::size_t taken = 7;
    if (unit && code >= 0xD800 && code < 0xDC00) {
      const auto low = escape_at(text.substr(at + 7));
      const bool pair = low && *low >= 0xDC00 && *low < 0xE000;
      code = pair ? 0x10000 + ((code - 0xD800) << 10) + (*low - 0xDC00) : 0;
      taken = 14;
    } else if (code >= 0xDC00 && code < 0xE000) {
      code = 0;
    }
    // What is no character (NUL, half a pair) stays as it is written.
    if (code == 0) {
      out += text[at++];
    } else {
      append_utf8(out, code);
      at += taken;
    }
    const std::size_t next = std::min(text.find("_x", at), text.size());
    out += text.substr(at, next - at);
    at = next;
  }
  scratch = std::move(out);
  return scratch;
}

std::string_view read_rich_text(Xml& xml, std::string& scratch, std::string& joined) {
  // A single plain run stays a view of the part; several, or one that had entities, are joined.
  std::string_view only;
  bool seen = false;
  bool in_joined = false;
  const auto add = [&](std::string_view run) {
    if (!seen && run.data() != scratch.data()) {
      only = run;
    } else if (!in_joined) {
      joined.assign(only);
      joined += run;
      in_joined = true;
    } else {
      joined += run;
    }
    seen = true;
  };
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "t") {
      add(xml.content(scratch));
    } else if (xml.name() == "r") {
      while (xml.next() == Xml::Token::start) {
        if (xml.name() == "t") {
          add(xml.content(scratch));
        } else {
          xml.skip();
        }
      }
    } else {
      xml.skip();
    }
  }
  return unescaped(in_joined ? std::string_view(joined) : only, scratch);
}

std::vector<std::string_view> read_shared_strings(Xml& xml, Texts& texts, const Budgets& budgets) {
  std::vector<std::string_view> strings;
  std::string scratch;
  std::string joined;
  xml.expect_root("sst");
  while (xml.next() == Xml::Token::start) {
    if (xml.name() != "si") {
      xml.skip();
      continue;
    }
    strings.push_back(texts.keep_shared(read_rich_text(xml, scratch, joined)));
    if (strings.size() > budgets.strings) {
      refuse_over_budget("число строк в таблице строк", budgets.strings, "(strings)");
    }
  }
  xml.next();
  return strings;
}

}  // namespace svod::workbook
