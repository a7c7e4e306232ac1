#include "definitions/written_reader.h"

#include "base/text.h"
#include "definitions/codes.h"

namespace svod::definitions {
namespace {

using Target = Reference::Target;

bool has_text(const Node& node) { return node.is_scalar() && node.kind != Node::Kind::null; }

/// The nodes of a text or of a list of texts.
std::vector<const Node*> texts_of(const Node* value) {
  std::vector<const Node*> texts;
  if (!value) return texts;
  if (has_text(*value)) texts.push_back(value);
  for (const Node& item : value->items) {
    if (has_text(item)) texts.push_back(&item);
  }
  return texts;
}

/// «58,1», «1 250», «57 %» has a number; «рост», «не менее 57» has none.
std::optional<Number> number_in(std::string_view text) {
  std::string digits;
  for (const char32_t c : to_code_points(trim(text))) {
    if (c == U' ' || c == U'\u00A0' || c == U'\u202F') continue;
    append_utf8(digits, c == U',' ? U'.' : c == U'–' || c == U'−' ? U'-' : c);
  }
  if (digits.ends_with('%')) digits.pop_back();
  return Number::parse(digits);
}

bool is_id(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

}  // namespace

const Node* WrittenReader::list(std::string_view key) const {
  const Node* value = reader_.find(key);
  return value && value->kind == Node::Kind::list ? value : nullptr;
}

const Node* WrittenReader::map(std::string_view key) const {
  const Node* value = reader_.find(key);
  return value && value->kind == Node::Kind::map ? value : nullptr;
}

std::string WrittenReader::word(std::string_view key, std::string fallback) const {
  const Node* value = reader_.find(key);
  return value && has_text(*value) && file_.is_good(*value) ? value->text : std::move(fallback);
}

std::string WrittenReader::own_id(std::string_view what) const {
  std::string id = word("id");
  if (id.empty()) return id;
  const auto [first, is_new] = loading_.inner_ids.try_emplace({&reader_.document(), std::string(what), id}, at());
  if (!is_new) {
    Diagnostic& added = reader_.error(codes::duplicate_name, "id", std::string(what) + ": код «" + id + "» уже занят");
    added.related.push_back({first->second, "первый раз – здесь"});
  }
  return id;
}

Written WrittenReader::of(const Node& node) const {
  std::string_view text = node.text;
  // A block of text (`|`, `>`) ends with a line end that nobody means.
  while (text.ends_with('\n')) text.remove_suffix(1);
  return {std::string(text), reader_.document().at(node)};
}

Written WrittenReader::written(std::string_view key) const {
  const Node* value = reader_.find(key);
  return value && has_text(*value) ? of(*value) : Written{};
}

std::vector<Written> WrittenReader::several(std::string_view key) const {
  std::vector<Written> made;
  for (const Node* text : texts_of(reader_.find(key))) made.push_back(of(*text));
  return made;
}

std::vector<Written> WrittenReader::paragraphs(std::string_view key) const {
  std::vector<Written> made;
  for (const Node* text : texts_of(reader_.find(key))) {
    std::size_t before = 0;
    for (const std::string_view line : split(text->text, '\n')) {
      if (!trim(line).empty()) {
        const Location at = before == 0 ? reader_.document().at(*text) : reader_.document().at(*text, before);
        made.push_back({std::string(line), at});
      }
      before += length(line) + 1;
    }
  }
  return made;
}

std::optional<Date> WrittenReader::date(std::string_view key) const {
  const Node* value = reader_.find(key);
  return value && file_.is_good(*value) ? reader_.date(key) : std::nullopt;
}

Clause WrittenReader::clause() const {
  Clause made;
  made.id = own_id("пункт");
  made.role = word("role");
  made.number = written("number");
  made.title = written("title");
  made.text = paragraphs("text");
  made.items = several("items");
  made.clauses = clauses("clauses");
  made.tables = tables("tables");
  made.indicators = ids("indicators", Target::indicator);
  made.at = at();
  return made;
}

std::vector<Clause> WrittenReader::clauses(std::string_view key) const {
  std::vector<Clause> made;
  const Node* items = list(key);
  if (items == nullptr) return made;
  for (const Node& item : items->items) {
    if (item.kind == Node::Kind::map) {
      made.push_back(inside(item).clause());
    } else if (has_text(item)) {
      // A plain text is a clause that says it.
      Clause one;
      one.text = {of(item)};
      one.at = reader_.document().at(item);
      made.push_back(std::move(one));
    }
  }
  return made;
}

std::vector<WrittenTable> WrittenReader::tables(std::string_view key) const {
  return each(key, [](const WrittenReader& inside) {
    // An empty cell holds its place.
    const auto row = [&inside](const Node& node) {
      std::vector<Written> cells;
      for (const Node& cell : node.items) cells.push_back(inside.of(cell));
      return cells;
    };
    WrittenTable table;
    table.caption = inside.written("caption");
    if (const Node* head = inside.list("head")) table.head = row(*head);
    if (const Node* rows = inside.list("rows")) {
      for (const Node& one : rows->items) table.rows.push_back(row(one));
    }
    return table;
  });
}

ActReference WrittenReader::act(std::string_view key, Target target) const {
  const Node* value = map(key);
  if (!value) return {};
  const WrittenReader inside = this->inside(*value);
  return {inside.id("paper", target), inside.written("kind"),
          inside.written("issuer"), inside.date("date"), inside.written("number"), inside.written("title"),
          inside.at()};
}

PlanIndicator::Value WrittenReader::value_of(const Node& node) const {
  PlanIndicator::Value made{of(node), {}};
  made.number = number_in(made.text.text);
  return made;
}

PlanIndicator::Value WrittenReader::value(std::string_view key) const {
  const Node* value = reader_.find(key);
  return value && has_text(*value) ? value_of(*value) : PlanIndicator::Value{};
}

std::map<int, PlanIndicator::Value> WrittenReader::years(std::string_view key) const {
  std::map<int, PlanIndicator::Value> made;
  if (const Node* value = map(key)) {
    for (const Node::Entry& entry : value->entries) {
      if (!file_.is_good(entry.key) || !has_text(entry.value)) continue;
      made.emplace(std::stoi(entry.key.text), value_of(entry.value));
    }
  }
  return made;
}

void WrittenReader::refer(const Node& node, Target target) const {
  if (file_.is_good(node)) loading_.references.push_back({&reader_.document(), &node, target});
}

std::string WrittenReader::id(std::string_view key, Target target) const {
  const Node* value = reader_.find(key);
  if (!value || !has_text(*value) || !file_.is_good(*value)) return {};
  refer(*value, target);
  return value->text;
}

std::vector<std::string> WrittenReader::ids(std::string_view key, Target target) const {
  std::vector<std::string> made;
  if (const Node* items = list(key)) {
    for (const Node* item : texts_of(items)) {
      refer(*item, target);
      made.push_back(item->text);
    }
  }
  return made;
}

std::vector<Written> WrittenReader::several(std::string_view key, Target target) const {
  for (const Node* text : texts_of(reader_.find(key))) {
    if (is_id(text->text)) refer(*text, target);
  }
  return several(key);
}

Written WrittenReader::written(std::string_view key, Target target) const {
  if (const Node* value = reader_.find(key); value && has_text(*value) && is_id(value->text)) refer(*value, target);
  return written(key);
}

}  // namespace svod::definitions
