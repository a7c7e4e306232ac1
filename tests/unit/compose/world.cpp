#include "world.h"

#include "base/text.h"

namespace world {
namespace {

definitions::Field field(std::string name, definitions::FieldType type) {
  definitions::Field made;
  made.name = name;
  made.title = std::move(name);
  made.type = type;
  return made;
}

definitions::Indicator indicator(std::string name, std::string unit, int round) {
  definitions::Indicator made;
  made.name = std::move(name);
  made.title = made.name;
  made.form = "exam";
  made.by = {"school", "subject"};
  made.unit = std::move(unit);
  made.round = round;
  return made;
}

std::string shown(const document::Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) {
    if (run.note >= 0) {
      text += "[note " + run.text + "]";
    } else if (run.position != document::Run::Position::normal) {
      text += (run.position == document::Run::Position::above ? "^" : "_") + run.text;
    } else {
      text += run.line_break ? "/" : run.bold ? "*" + run.text + "*" : run.text;
    }
    if (!run.link.empty()) text += "->" + run.link;
  }
  return replace_all(replace_all(text, "\u00A0", "~"), "\u202F", "~");
}

std::string row(const document::Row& row) {
  std::vector<std::string> cells;
  for (const document::Cell& cell : row.cells) {
    std::string text = shown(cell.runs);
    if (cell.columns > 1 || cell.rows > 1) text += "[" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + "]";
    if (cell.formula.kind == document::Formula::Kind::sum) text += "=sum";
    if (cell.formula.kind == document::Formula::Kind::share) text += "=share(" + cell.formula.weights + ")";
    if (cell.formula.kind == document::Formula::Kind::weighted_mean) text += "=mean(" + cell.formula.weights + ")";
    if (cell.formula.kind == document::Formula::Kind::row) text += "=row";
    cells.push_back(std::move(text));
  }
  const std::string marks[] = {"", "group: ", "total: "};
  return marks[static_cast<int>(row.kind)] + join(cells, " | ") + "\n";
}

std::string chart(const document::Chart& chart) {
  const char* kinds[] = {"bars", "lines", "pie", "dumbbell"};
  const char* stacks[] = {"", " stacked", " full"};
  std::string text = std::string("chart ") + kinds[static_cast<int>(chart.kind)] + stacks[static_cast<int>(chart.stack)] +
                     (chart.horizontal ? " horizontal" : "") + " " + chart.number + " [" + chart.sheet + "] " + chart.caption +
                     ", " + chart.unit + "\n";
  for (const document::Panel& panel : chart.panels) {
    if (!panel.title.empty()) text += "panel: " + panel.title + "\n";
    for (const document::Series& series : panel.series) {
      text += series.name + ":";
      for (std::size_t i = 0; i < series.values.size(); ++i) {
        text += " " + panel.categories.at(i) + "=" + series.values[i].label + (series.values[i].number ? "" : "!");
      }
      text += "\n";
    }
  }
  if (chart.reference) text += "reference: " + chart.reference->label + "\n";
  for (const document::Chart::Break& gap : chart.breaks) text += "break: " + std::to_string(gap.before) + " " + gap.label + "\n";
  text += "words: " + chart.alternative + "\n";
  for (const std::string& line : chart.legend) text += "note: " + line + "\n";
  return replace_all(text, "\u00A0", "~");
}

std::string block(const document::Block& block) {
  const auto& content = block.content;
  if (const auto* figure = std::get_if<document::Chart>(&content)) return chart(*figure);
  if (const auto* paragraph = std::get_if<document::Paragraph>(&content)) {
    static const std::string roles[] = {"", "plain: ", "letterhead: ", "kind: ", "subject: ", "command: ", "lead: ",
                                        "note: ", "title: ", "subtitle: ", "imprint: ", "addressee: ", "executor: "};
    return roles[static_cast<int>(paragraph->role)] + shown(paragraph->runs) + "\n";
  }
  if (const auto* heading = std::get_if<document::Heading>(&content)) {
    return std::string(static_cast<std::size_t>(heading->level), '#') + " " +
           (heading->number.empty() ? "" : heading->number + " ") + shown(heading->runs) + "\n";
  }
  if (const auto* list = std::get_if<document::List>(&content)) {
    std::string text;
    for (const document::Item& item : list->items) text += item.label + " " + lines(item.blocks);
    return text;
  }
  if (const auto* table = std::get_if<document::Table>(&content)) {
    std::string text = "table " + table->number + " [" + table->sheet + "] " + replace_all(table->caption, "\u00A0", "~") + "\n";
    for (const document::Row& head : table->head) text += "head: " + row(head);
    for (const document::Row& one : table->rows) text += row(one);
    for (const std::string& line : table->legend) text += "note: " + replace_all(line, "\u00A0", "~") + "\n";
    return text;
  }
  if (const auto* signature = std::get_if<document::Signature>(&content)) {
    return "signature: " + signature->post + " | " + replace_all(signature->name, "\u00A0", "~") + "\n";
  }
  if (const auto* mark = std::get_if<document::AppendixMark>(&content)) {
    return "appendix: " + replace_all(join(mark->lines, " / "), "\u00A0", "~") + "\n";
  }
  if (const auto* date = std::get_if<document::DateAndNumber>(&content)) {
    return "date: " + replace_all(date->date + " | " + date->number + " | " + date->place, "\u00A0", "~") + "\n";
  }
  if (const auto* contents = std::get_if<document::Contents>(&content)) {
    return "contents: " + contents->title + " " + std::to_string(contents->depth) + "\n";
  }
  return "page-break\n";
}

}  // namespace

std::string lines(const document::Blocks& blocks) {
  std::string text;
  for (const document::Block& one : blocks) text += block(one);
  return text;
}

World::World() {
  workspace.folder = "/w";
  workspace.name = "w";
  workspace.year = 2021;
  workspace.date = *parse_iso_date("2021-08-25");
  workspace.department.name = "Управление образования";
  workspace.department.short_name.nominative = "Управление образования";
  workspace.department.place = "г. Кемерово";
  workspace.municipalities = {{"k", "Кемеровский округ", "Кемеровского округа", {}}};
  definitions::Person head;
  head.id = "head";
  head.surname = "Громова";
  head.given = "Анна";
  head.patronymic = "Сергеевна";
  head.gender = "f";
  head.post.nominative = "начальник управления образования";
  workspace.people = {head};
  workspace.signatory = workspace.executor = "head";
  for (const char* id : {"a", "b", "c"}) {
    definitions::School school;
    school.id = id;
    school.short_name = std::string("Школа ") + (id[0] == 'a' ? "А" : id[0] == 'b' ? "Б" : "В");
    school.name = "МБОУ «" + school.short_name + "»";
    school.kind = id[0] == 'c' ? "ООШ" : "СОШ";
    school.municipality = "k";
    school.head = "head";
    school.owes = {"exam"};
    workspace.schools.push_back(school);
  }
  definitions::Form exam;
  exam.name = "exam";
  exam.title = "Результаты экзамена";
  exam.fields = {field("school", definitions::FieldType::school), field("subject", definitions::FieldType::text)};
  workspace.forms = {exam};
  workspace.indicators = {indicator("n", "чел.", 0), indicator("low", "чел.", 0), indicator("score", "балл", 1),
                          indicator("share", "%", 1)};
  figures.coverage_["exam"] = {{"a", "b", "c"}, {"a", "b", "c"}, {}};
  const auto set = [&](const std::string& name, Number a, Number b, Number c, Number all) {
    figures.set(name, "a", a);
    figures.set(name, "b", b);
    figures.set(name, "c", c);
    figures.set(name, "", all, 3, 3);
  };
  set("n", 10, 2, 0, 12);
  set("low", 1, 0, 0, 1);
  set("score", *Number::ratio(1289, 20), 50, 0, *Number::ratio(1489, 24));   // 64.45, 50; weighted 62.0417
  set("share", 10, 0, 0, *Number::ratio(25, 3));
  figures.set_state("score", "c", State::zero, 1, 1);
  figures.set_state("share", "c", State::zero, 1, 1);
}

void World::order(std::string name, std::string template_name, std::string each) {
  definitions::DocumentOrder made;
  made.name = std::move(name);
  made.template_name = std::move(template_name);
  made.each = std::move(each);
  made.formats = {"pdf"};
  made.defined_at = Location::in_text("workspace.yaml", 10 + static_cast<int>(workspace.documents.size()), 5);
  workspace.documents.push_back(std::move(made));
}

void World::body(const std::string& text, const std::string& front) {
  files = MemoryFiles();
  files.add("/w/templates/t.md", "---\n" + front + "---\n" + text);
}

compose::Templates World::load() {
  auto loaded = compose::load_templates(workspace, {"/s", "/shipped"}, files);
  found.append(std::move(loaded.diagnostics));
  return std::move(loaded.product);
}

std::vector<document::Document> World::compose() {
  const compose::Templates templates = load();
  static const std::map<std::string, std::string> sources{{"submissions/a.xlsx", "00"}};
  const compose::Input input{workspace, figures, findings, templates, workspace.date, "учебные данные", sources, nullptr, plans, &calendar};
  auto made = compose::jobs(input);
  found.append(std::move(made.diagnostics));
  std::vector<document::Document> documents;
  for (const compose::Job& job : made.product) {
    auto composed = compose::compose(input, job);
    found.append(std::move(composed.diagnostics));
    documents.push_back(std::move(composed.product));
  }
  return documents;
}

std::vector<compose::Job> World::jobs() {
  const compose::Templates templates = load();
  static const std::map<std::string, std::string> sources;
  const compose::Input input{workspace, figures, findings, templates, workspace.date, "", sources, nullptr, plans, &calendar};
  auto made = compose::jobs(input);
  found.append(std::move(made.diagnostics));
  return std::move(made.product);
}

std::string World::text(const std::string& text, const std::string& front) {
  body(text, front);
  if (workspace.documents.empty()) order("Отчёт");
  const auto documents = compose();
  if (!documents.empty()) return lines(documents[0].blocks);
  std::string faults;
  for (const Diagnostic& one : found) {
    faults += std::string(one.code->id) + " " + std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.message + "\n";
  }
  return faults;
}

std::string World::codes() const {
  std::string text;
  for (const Diagnostic& one : found) {
    text += (text.empty() ? "" : ", ") + std::string(one.code->id) + " " + std::to_string(one.where.line) + ":" +
            std::to_string(one.where.column);
  }
  return text;
}

}  // namespace world
