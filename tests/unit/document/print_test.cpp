#include "document/document.h"

#include "catch.h"

using namespace svod;
using namespace svod::document;

namespace {

Run text(std::string value) {
  Run run;
  run.text = std::move(value);
  return run;
}

Document small() {
  Document made;
  made.name = "orders/results";
  made.title = "Итоги";
  made.profile = "official";
  made.date = Date{std::chrono::year{2021}, std::chrono::month{8}, std::chrono::day{25}};
  return made;
}

}  // namespace

TEST_CASE("the tree prints one block a line, children indented") {
  Document made = small();
  made.author = "Управление";
  made.mark = "учебные данные";
  Run bold = text("65,3");
  bold.bold = true;
  bold.ref = "ege.mean";
  made.blocks.push_back({Paragraph{{text("Средний балл "), bold, text(".")}, Role::lead}, {}});
  made.blocks.push_back({Heading{2, "1.1", {text("ЕГЭ")}, "ege"}, {}});
  List list;
  list.numbered = true;
  list.items.push_back({"1.", {{Paragraph{{text("Утвердить.")}, Role::body}, {}}}});
  made.blocks.push_back({list, {}});
  made.blocks.push_back({Signature{"Начальник", "И. И. Иванова"}, {}});
  made.blocks.push_back({PageBreak{}, {}});
  made.blocks.push_back({AppendixMark{{"Приложение", "к приказу"}}, {}});
  made.blocks.push_back({Contents{"Содержание", 2}, {}});
  made.blocks.push_back({DateAndNumber{"", "№ 132", "г. Кемерово"}, {}});
  made.sources.push_back({"oge.xlsx", "ОГЭ", "ab12"});
  CHECK(print(made) ==
        "document orders/results\n"
        "  title «Итоги»\n"
        "  author «Управление»\n"
        "  profile official\n"
        "  date 2021-08-25\n"
        "  mark «учебные данные»\n"
        "  paragraph lead: Средний балл {b ref=ege.mean|65,3}.\n"
        "  heading 2 «1.1» #ege: ЕГЭ\n"
        "  list numbered\n"
        "    item «1.»\n"
        "      paragraph body: Утвердить.\n"
        "  signature «Начальник» «И. И. Иванова»\n"
        "  page break\n"
        "  appendix «Приложение» «к приказу»\n"
        "  contents «Содержание» depth 2\n"
        "  date and number «» «№ 132» «г. Кемерово»\n"
        "  source oge.xlsx «ОГЭ» ab12\n");
}

TEST_CASE("cells show their state, exact number, formula, span and derivation") {
  Document made = small();
  Table table;
  table.caption = "Предметы";
  table.number = "3";
  table.columns = {{"subject", false, 2}, {"mean", true, 0}};
  Row head;
  head.cells.resize(1);
  head.cells[0].runs = {text("Предмет")};
  head.cells[0].columns = 2;
  table.head = {head};
  Row row;
  row.cells.resize(2);
  row.cells[0].runs = {text("Физика")};
  row.cells[1].runs = {text("48,2")};
  row.cells[1].number = Number::parse("48.2");
  row.cells[1].format.places = 1;
  row.cells[1].ref = "ege.mean@subject=Физика";
  Row total;
  total.kind = Row::Kind::total;
  total.cells.resize(2);
  total.cells[0].state = State::missing;
  total.cells[1].formula.kind = Formula::Kind::weighted_mean;
  total.cells[1].formula.weights = "n";
  table.rows = {row, total};
  table.legend = {"«…» нет данных"};
  made.blocks.push_back({table, {}});
  CHECK(print(made).substr(print(made).find("  table")) ==
        "  table «3»: Предметы\n"
        "    column subject weight=2\n"
        "    column mean numeric\n"
        "    head: Предмет {span=2x1}\n"
        "    row: Физика | 48,2 {number=48.2 places=1 ref=ege.mean@subject=Физика}\n"
        "    total: {missing} | {formula=weighted-mean(n)}\n"
        "    legend ««…» нет данных»\n");
}

TEST_CASE("a text of several lines or with the signs of the notation stays one line") {
  Document made = small();
  Run end;
  end.line_break = true;
  made.blocks.push_back({Paragraph{{text("а\nб {в} г|д"), end, text("е\\")}, Role::plain}, {}});
  CHECK(print(made).find("  paragraph plain: а\\nб \\{в\\} г\\|д{br}е\\\\\n") != std::string::npos);
}
