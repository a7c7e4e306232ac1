#include "document/plain.h"

#include "catch.h"

using namespace svod::document;

namespace {

Block block(auto content) {
  Block made;
  made.content = std::move(content);
  return made;
}

Runs runs(std::string text) {
  Run run;
  run.text = std::move(text);
  return {run};
}

}  // namespace

TEST_CASE("what a document says, without looks and without the day of its making") {
  Document document;
  document.date = std::chrono::year(2022) / 2 / 1;
  document.mark = "учебные данные";
  document.blocks.push_back(block(Paragraph{runs("ПРИКАЗ"), Role::kind}));
  document.blocks.push_back(block(DateAndNumber{"", "№\u00A017", "г.\u00A0Беломорск"}));
  List inner{false, {{"–", {block(Paragraph{runs("обеспечить участие;")})}}}};
  List list{true, {{"1.", {block(Paragraph{runs("Директору:")}), block(inner)}}}};
  document.blocks.push_back(block(list));
  Table table;
  table.caption = "Кураторы";
  table.number = "1";
  for (const char* text : {"Школа", "Куратор"}) {
    if (table.head.empty()) table.head.emplace_back();
    Cell cell;
    cell.runs = runs(text);
    cell.ref = "x@y";
    table.head[0].cells.push_back(cell);
  }
  document.blocks.push_back(block(table));
  document.blocks.push_back(block(AppendixMark{{"Приложение", "к приказу"}}));
  document.blocks.push_back(block(Signature{"Начальник", "А. Б. Иванова"}));
  document.notes.push_back(runs("Сноска."));
  const std::string text = plain_text(document);
  CHECK(text ==
        "ПРИКАЗ\n № 17\nг. Беломорск\n1. Директору:\n  – обеспечить участие;\nТаблица 1 Кураторы\nШкола | "
        "Куратор\nПриложение\nк приказу\n"
        "Начальник    А. Б. Иванова\n[1] Сноска.\n");
  document.date = std::chrono::year(2023) / 1 / 1;
  document.mark.clear();
  document.profile = "report";
  CHECK(plain_text(document) == text);
}
