#pragma once

#include <initializer_list>

#include "world.h"

namespace world {

inline definitions::Written said(std::string text) { return {std::move(text), {}}; }

inline std::vector<definitions::Written> said(std::initializer_list<const char*> texts) {
  std::vector<definitions::Written> all;
  for (const char* text : texts) all.push_back(said(text));
  return all;
}

inline definitions::Clause clause(std::string title, std::initializer_list<const char*> text,
                                  std::initializer_list<const char*> items = {}) {
  definitions::Clause made;
  made.title = said(std::move(title));
  made.text = said(text);
  made.items = said(items);
  return made;
}

inline definitions::PlanMeasure measure(std::string number, std::string text,
                                        std::initializer_list<const char*> terms = {},
                                        std::initializer_list<const char*> responsible = {},
                                        std::initializer_list<const char*> results = {}) {
  definitions::PlanMeasure made;
  made.number = said(std::move(number));
  made.text = said(std::move(text));
  made.terms = said(terms);
  made.responsible = said(responsible);
  made.results = said(results);
  return made;
}

inline definitions::PlanIndicator::Value figure(const char* text, Number number) {
  definitions::PlanIndicator::Value made;
  made.text = said(text);
  made.number = number;
  return made;
}

/// A roadmap of one year: a section with a measure and its two parts, a section with a task row inside.
struct PlanWorld : World {
  PlanWorld() {
    definitions::Plan plan;
    plan.id = "map";
    plan.type = definitions::Plan::Type::roadmap;
    plan.title = said("Дорожная карта на 2022 год");
    plan.title_genitive = said("дорожной карты на 2022 год");
    plan.short_title = said("Дорожная карта");
    plan.gender = "f";
    plan.from = *parse_iso_date("2022-01-01");
    plan.to = *parse_iso_date("2022-12-31");
    plan.column_numbers = true;
    using Field = definitions::PlanField;
    for (const auto& [field, title] :
         std::initializer_list<std::pair<Field, const char*>>{{Field::number, "№ п/п"},
                                                              {Field::text, "Мероприятие"},
                                                              {Field::term, "Срок"},
                                                              {Field::responsible, "Ответственные"},
                                                              {Field::result, "Результат"}}) {
      definitions::PlanColumn column;
      column.field = field;
      column.title = title;
      column.required = field == Field::term;
      plan.columns.push_back(column);
    }
    definitions::PlanSection first, second, task;
    first.number = said("1.");
    first.title = said("Подготовка");
    first.curator = said("head");
    auto main = measure("1.1.", "Семинары", {"март 2022 года"}, {"Управление образования", "руководители школ"},
                        {"семинары проведены"});
    main.status = "done";
    main.measures = {measure("1.1.1.", "для директоров"),
                     measure("1.1.2.", "для учителей:\n- начальных классов;\n- математики", {"апрель 2022 года"})};
    first.measures = {main};
    second.number = said("2.");
    second.title = said("Итоги");
    task.kind = definitions::PlanSection::Kind::task;
    task.title = said("Задача – подвести итоги");
    task.measures = {measure("2.1.", "Отчёты школ", {"до 20 июня 2022 года", "до 10 декабря 2022 года"},
                             {"руководители школ"}, {"отчёты", "справка"}),
                     measure("2.2.", "Проверка", {"февраль, октябрь"}, {"Управление образования"})};
    task.measures[1].status = "cancelled";
    second.sections = {task};
    plan.sections = {first, second};
    plan.before = {clause("Цель", {"Повысить качество образования."}),
                   clause("Задачи", {}, {"обучить учителей", "подвести итоги"})};
    definitions::PlanIndicator more, less;
    more.id = "more";
    more.name = said("Доля обученных учителей");
    more.unit = said("%");
    more.targets = {{2022, figure("56,3", *Number::parse("56.3"))}, {2023, figure("75", 75)}};
    more.facts = {{2022, figure("58,1", *Number::parse("58.1"))}};
    less.id = "less";
    less.name = said("Доля отстающих");
    less.less_is_better = true;
    less.targets = {{2022, figure("1,32", *Number::parse("1.32"))}, {2023, figure("1,19", *Number::parse("1.19"))}};
    less.facts = {{2022, figure("1,50", *Number::parse("1.5"))}};
    plan.indicators = {more, less};
    definitions::Clause listing = clause("Показатели", {});
    listing.indicators = {"more", "less"};
    plan.after = {listing};
    workspace.plans = {plan};
    settle();
  }

  /// Reads the plans of the workspace anew.
  void settle() {
    auto read = plan::read(workspace, files);
    plans = std::move(read.product);
  }

  document::Table table(const std::string& yaml) {
    body("```measures\n" + yaml + "```\n", "title: Проба\n");
    if (workspace.documents.empty()) order("План");
    const auto documents = compose();
    REQUIRE(documents.size() == 1);
    for (const document::Block& block : documents[0].blocks) {
      if (const auto* made = std::get_if<document::Table>(&block.content)) return *made;
    }
    FAIL("no table: " << codes());
    return {};
  }
};

}  // namespace world
