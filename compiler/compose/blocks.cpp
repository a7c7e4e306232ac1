#include "compose/table.h"
#include "compose/writer.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using expression::Scope;

std::string field_text(const expression::Value& record, std::string_view name) {
  if (record.record() == nullptr) return {};
  const expression::Value value = record.record()->field(name);
  return value.text() == nullptr ? std::string() : *value.text();
}

document::Signature signature(const SignatureSpec& spec, const Scope& scope, const Press& press) {
  document::Signature made;
  if (spec.person) {
    const expression::Value person = press.value(spec.person, scope);
    made.post = language::capitalised(field_text(person, "post"));
    made.name = field_text(person, "name");
  }
  if (!spec.post.empty()) made.post = press.line(spec.post, scope);
  if (!spec.name.empty()) made.name = press.line(spec.name, scope);
  return made;
}

std::string numbered(const std::string& number) {
  return number.empty() || number.starts_with("№") ? number : "№\u00A0" + number;
}

/// «Приложение 1», «к приказу …», «от … № …», with rules to fill in by hand while there is no date.
document::AppendixMark appendix(const AppendixSpec& spec, const Scope& scope, const Press& press) {
  document::AppendixMark mark;
  for (const Wording& line : spec.lines) mark.lines.push_back(press.line(line, scope));
  if (!mark.lines.empty()) return mark;
  const std::string number = press.line(spec.number, scope);
  mark.lines.push_back(number.empty() ? "Приложение" : "Приложение\u00A0" + number);
  mark.lines.push_back(press.line(spec.to, scope));
  const std::string date = press.optional_text(spec.date, scope);
  const std::string reference = numbered(press.optional_text(spec.reference, scope));
  mark.lines.push_back("от " + (date.empty() ? "_______________" : date) + " " +
                       (reference.empty() ? "№\u00A0______" : reference));
  return mark;
}

document::DateAndNumber date_and_number(const DateNumberSpec& spec, const Scope& scope, const Press& press) {
  return {press.optional_text(spec.date, scope), numbered(press.optional_text(spec.number, scope)),
          press.line(spec.place, scope)};
}

}  // namespace

document::Blocks build_block(const BlockSpec& spec, const Scope& scope, const Press& press) {
  document::Block block;
  block.origin = spec.at;
  if (const auto* table = std::get_if<TableSpec>(&spec.content)) return build_table(*table, scope, press);
  if (const auto* signed_by = std::get_if<SignatureSpec>(&spec.content)) {
    block.content = signature(*signed_by, scope, press);
  } else if (const auto* contents = std::get_if<ContentsSpec>(&spec.content)) {
    block.content = document::Contents{press.line(contents->title, scope), contents->depth};
  } else if (const auto* mark = std::get_if<AppendixSpec>(&spec.content)) {
    block.content = appendix(*mark, scope, press);
  } else if (const auto* date = std::get_if<DateNumberSpec>(&spec.content)) {
    block.content = date_and_number(*date, scope, press);
  } else {
    block.content = document::PageBreak{};
  }
  return {std::move(block)};
}

}  // namespace svod::compose
