#include "definitions/loading.h"
#include "definitions/written_reader.h"

namespace svod::definitions {
namespace {

using Target = Reference::Target;

Regulation::Type type_of(std::string_view word) {
  if (word == "catalogue") return Regulation::Type::catalogue;
  if (word == "model") return Regulation::Type::model;
  if (word == "composition") return Regulation::Type::composition;
  if (word == "assignment") return Regulation::Type::assignment;
  if (word == "list") return Regulation::Type::list;
  return Regulation::Type::regulation;
}

Regulation::Row row_of(const WrittenReader& reader) {
  return {reader.written("number"), reader.written("name"), reader.written("unit"), reader.several("subjects"),
          reader.id("indicator", Target::data_indicator), reader.each("rows", row_of), reader.at()};
}

Regulation::Member member_of(const WrittenReader& reader) {
  return {reader.written("role"), reader.id("person", Target::person), reader.written("name"),
          reader.written("post"), reader.several("duties"), reader.at()};
}

Regulation regulation_of(const WrittenReader& reader) {
  Regulation regulation;
  regulation.id = reader.word("id");
  regulation.type = type_of(reader.word("type"));
  regulation.title = reader.written("title");
  regulation.title_genitive = reader.written("title_genitive");
  regulation.short_title = reader.written("short_title");
  regulation.gender = reader.word("gender", "n");
  regulation.approved_by = reader.act("approved_by", Target::paper);
  regulation.numbered_by_rule = reader.word("numbering", "rule") == "rule";
  regulation.clauses = reader.clauses("clauses");
  regulation.rows = reader.each("rows", row_of);
  regulation.members = reader.each("members", member_of);
  regulation.tables = reader.tables("tables");
  regulation.appendices = reader.ids("appendices", Target::appendix);
  regulation.at = reader.at();
  return regulation;
}

}  // namespace

void load_regulations(const CheckedFiles& files, Loading& loading) {
  for (const auto& file : files) {
    const WrittenReader reader(*file, file->document.root, loading);
    if (loading.take_id(reader.reader(), "положение")) {
      loading.workspace.regulations.push_back(regulation_of(reader));
    }
  }
}

}  // namespace svod::definitions
