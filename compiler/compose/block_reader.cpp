#include "compose/block_reader.h"

#include <algorithm>

#include "compose/codes.h"

namespace svod::compose {
namespace {

using expression::Kind;
using expression::Names;

SignatureSpec read_signature(const Settings& settings, const Names& names) {
  settings.allow({"person", "post", "name"});
  SignatureSpec spec;
  spec.person = settings.expression("person", names);
  if (spec.person) {
    const expression::Type& type = spec.person.tree->type;
    if (type.kind != Kind::record || !type.record || !type.record->fields.contains("post")) {
      settings.error(codes::bad_value, *settings.find("person"), "подписывает человек из реестра, а здесь – " + type.text_for_people(),
                     "например, person: signatory");
    }
  }
  spec.post = settings.wording("post", names);
  spec.name = settings.wording("name", names);
  if (!settings.has("person")) {
    settings.require("post");
    settings.require("name");
  }
  return spec;
}

ContentsSpec read_contents(const Settings& settings, const Names& names) {
  settings.allow({"title", "depth"});
  ContentsSpec spec;
  spec.title = settings.wording("title", names);
  spec.depth = settings.integer("depth", 1, 4).value_or(2);
  return spec;
}

/// A date, or the text of one.
Slot date_slot(const Settings& settings, std::string_view key, const Names& names) {
  Slot slot = settings.expression(key, names);
  if (slot && slot.tree->type.kind != Kind::date && slot.tree->type.kind != Kind::text) {
    settings.error(codes::bad_value, *settings.find(key), "здесь нужна дата, а не " + slot.tree->type.text_for_people(),
                   "например, " + std::string(key) + ": order_date");
  }
  return slot;
}

AppendixSpec read_appendix(const Settings& settings, const Names& names) {
  settings.allow({"lines", "number", "to", "date", "reference"});
  AppendixSpec spec;
  if (const definitions::Node* lines = settings.find("lines")) {
    if (settings.expect_list(*lines, "«lines»")) {
      for (const definitions::Node& line : lines->items) spec.lines.push_back(settings.wording(line, names));
    }
    return spec;
  }
  settings.require("to");
  spec.number = settings.wording("number", names);
  spec.to = settings.wording("to", names);
  spec.date = date_slot(settings, "date", names);
  spec.reference = settings.expression("reference", names);
  return spec;
}

DateNumberSpec read_date_number(const Settings& settings, const Names& names) {
  settings.allow({"date", "number", "place"});
  DateNumberSpec spec;
  spec.date = date_slot(settings, "date", names);
  spec.number = settings.expression("number", names);
  spec.place = settings.wording("place", names);
  return spec;
}

}  // namespace

const std::vector<std::string>& block_kinds() {
  static const std::vector<std::string> kinds{"table", "signature", "contents", "appendix", "date-number", "page-break"};
  return kinds;
}

bool is_block_kind(std::string_view kind) {
  return std::find(block_kinds().begin(), block_kinds().end(), kind) != block_kinds().end();
}

std::shared_ptr<const BlockSpec> read_block(std::string_view kind, const Settings& settings, const Names& names) {
  auto block = std::make_shared<BlockSpec>();
  block->at = settings.at();
  if (kind == "table") {
    block->content = read_table(settings, names);
  } else if (kind == "signature") {
    block->content = read_signature(settings, names);
  } else if (kind == "contents") {
    block->content = read_contents(settings, names);
  } else if (kind == "appendix") {
    block->content = read_appendix(settings, names);
  } else if (kind == "date-number") {
    block->content = read_date_number(settings, names);
  } else {
    settings.allow({});
    block->content = PageBreakSpec{};
  }
  return block;
}

}  // namespace svod::compose
