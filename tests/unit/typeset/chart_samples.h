#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "language/figures.h"

// Charts of every kind, as reports have them.
namespace samples {

using Figures = std::vector<const char*>;  // decimal points; empty: no data

inline svod::document::Series series(std::string name, const Figures& figures) {
  svod::document::Series made;
  made.name = std::move(name);
  for (const std::string figure : figures) {
    svod::document::ChartValue value;
    const std::size_t dot = figure.find('.');
    value.number = figure.empty() ? std::nullopt : svod::Number::parse(figure);
    value.state = value.number ? svod::State::value : svod::State::missing;
    const int places = dot == std::string::npos ? 0 : static_cast<int>(figure.size() - dot - 1);
    value.label = value.number ? svod::language::number(*value.number, places) : "…";
    made.values.push_back(std::move(value));
  }
  return made;
}

inline svod::document::Chart chart(svod::document::Chart::Kind kind, std::string caption,
                                   std::vector<std::string> categories, std::vector<svod::document::Series> all) {
  static int number = 0;
  svod::document::Chart made;
  made.kind = kind;
  made.caption = std::move(caption);
  made.number = std::to_string(++number);
  made.anchor = "figure-" + made.number;
  made.sheet = "Рисунок " + made.number;
  made.format.places = 1;
  made.alternative = "Диаграмма: " + made.caption;
  svod::document::Panel panel;
  panel.categories = std::move(categories);
  panel.series = std::move(all);
  made.panels.push_back(std::move(panel));
  return made;
}

inline svod::document::Chart subjects_chart() {
  auto made =
      chart(svod::document::Chart::Kind::bars, "Средний тестовый балл единого государственного экзамена по предметам",
            {"Русский язык", "Математика (профильный уровень)", "Обществознание", "История", "Физика",
             "Информатика и информационно-коммуникационные технологии", "Биология", "Английский язык"},
            {series("Округ", {"65.3", "52.9", "49.7", "56.1", "48.2", "61.0", "44.6", "78.0"})});
  made.horizontal = true;
  made.unit = "балл";
  made.reference = svod::document::Chart::Reference{*svod::Number::parse("55.4"), "среднее по округу 55,4", {}};
  made.legend = {"Источник: протоколы экзаменационных комиссий, 10 школ из 10."};
  return made;
}

inline svod::document::Chart years_columns() {
  auto made =
      chart(svod::document::Chart::Kind::bars, "Число выпускников 11 классов", {"2017", "2018", "2019", "2020", "2021"},
            {series("Выпускники", {"212", "198", "1184", "173", "169"})});
  made.unit = "человек";
  made.format.places = 0;
  return made;
}

inline svod::document::Chart grouped_columns() {
  auto made = chart(svod::document::Chart::Kind::bars, "Качество обучения по ступеням",
                    {"Начальная школа", "Основная школа", "Средняя школа"},
                    {series("2019", {"61.2", "38.4", "47.0"}), series("2020", {"63.0", "40.1", "49.5"}),
                     series("2021", {"59.8", "37.7", ""}), series("2022", {"62.8", "41.7", "52.1"})});
  made.unit = "%";
  return made;
}

inline svod::document::Chart grouped_rows() {
  auto made =
      chart(svod::document::Chart::Kind::bars, "Доля выпускников, не преодолевших порог, по школам",
            {"МБОУ «Ясногорская СОШ»", "МБОУ «Берёзовская СОШ»", "МБОУ «Елыкаевская СОШ имени первых строителей»"},
            {series("Русский язык", {"2.5", "0", "4.1"}), series("Математика", {"12.5", "8.3", ""})});
  made.horizontal = true;
  made.unit = "%";
  return made;
}

inline svod::document::Chart changes() {
  auto made = chart(svod::document::Chart::Kind::bars, "Изменение среднего балла за год",
                    {"Русский язык", "Математика", "История", "Физика", "Химия", "Биология"},
                    {series("Изменение", {"1.4", "-2.3", "0", "3.8", "-5.1", "0.2"})});
  made.horizontal = true;
  made.unit = "балл";
  return made;
}

inline svod::document::Chart bands() {
  auto made = chart(svod::document::Chart::Kind::bars, "Распределение участников по диапазонам баллов",
                    {"Русский язык", "Математика (профильная)", "Обществознание", "История", "Физика"},
                    {series("ниже минимума", {"1.4", "3.1", "20.0", "11.8", "18.8"}),
                     series("до 60 баллов", {"33.3", "68.8", "53.3", "47.1", "62.5"}),
                     series("61–80 баллов", {"39.1", "25.0", "26.7", "35.3", "12.5"}),
                     series("81–100 баллов", {"26.1", "3.1", "0", "5.9", "6.3"})});
  made.horizontal = true;
  made.stack = svod::document::Chart::Stack::full;
  made.ordered = true;
  made.unit = "%";
  return made;
}

inline svod::document::Chart stacked_columns() {
  auto made = chart(svod::document::Chart::Kind::bars, "Участники экзаменов по годам", {"2018", "2019", "2020", "2021"},
                    {series("ЕГЭ", {"120", "132", "118", "109"}), series("ГВЭ", {"14", "9", "21", "2"}),
                     series("ОГЭ", {"430", "455", "0", "478"})});
  made.stack = svod::document::Chart::Stack::stacked;
  made.unit = "человек";
  made.format.places = 0;
  return made;
}

inline svod::document::Chart years() {
  auto made =
      chart(svod::document::Chart::Kind::lines, "Средний балл ЕГЭ по русскому языку",
            {"2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021"},
            {series("Округ", {"61.0", "63.4", "66.9", "67.0", "", "66.1", "67.3", "65.3"}),
             series("Кемеровская область – Кузбасс", {"62.5", "66.2", "68.0", "68.9", "70.1", "69.5", "70.4", "66.7"}),
             series("Россия", {"62.5", "65.9", "68.0", "68.8", "70.9", "69.5", "71.6", "71.4"})});
  made.unit = "балл";
  made.breaks = {{1, "изменилась шкала перевода баллов"}};
  made.legend = {"Разрыв линии: значения до и после него несопоставимы или данных нет."};
  return made;
}

inline svod::document::Chart one_line() {
  auto made = chart(svod::document::Chart::Kind::lines, "Доля выпускников, получивших аттестат с отличием",
                    {"2015", "2016", "2017", "2018", "2019", "2020", "2021"},
                    {series("Округ", {"4.1", "5.2", "7.7", "", "9.1", "8.8", "12.3"})});
  made.unit = "%";
  made.reference = svod::document::Chart::Reference{*svod::Number::parse("8.4"), "регион в 2021 г. 8,4", {}};
  return made;
}

inline svod::document::Chart parts() {
  return chart(svod::document::Chart::Kind::pie, "Выпускники по видам итоговой аттестации",
               {"сдавали ЕГЭ по трём и более предметам", "сдавали два предмета", "сдавали ГВЭ", "не допущены"},
               {series("Выпускники", {"118", "37", "12", "2"})});
}

inline svod::document::Chart pairs() {
  auto made = chart(svod::document::Chart::Kind::dumbbell, "Средний балл школ и региона",
                    {"Русский язык", "Математика (профильный уровень)", "Обществознание", "История", "Физика", "Химия"},
                    {series("Округ", {"65.3", "52.9", "49.7", "56.1", "48.2", ""}),
                     series("Кузбасс", {"66.7", "54.6", "51.2", "55.0", "52.3", "57.1"})});
  made.unit = "балл";
  return made;
}

inline svod::document::Chart multiples() {
  auto made = chart(svod::document::Chart::Kind::lines, "Средний балл ЕГЭ по предметам и годам", {}, {});
  made.panels.clear();
  const char* names[] = {"Русский язык", "Математика", "Обществознание", "История", "Физика"};
  const Figures local[] = {{"67.0", "68.2", "66.1", "67.3", "65.3"},
                           {"44.0", "49.1", "", "51.7", "52.9"},
                           {"52.1", "50.3", "51.0", "48.8", "49.7"},
                           {"49.0", "51.3", "53.4", "55.0", "56.1"},
                           {"47.7", "50.0", "49.3", "51.1", "48.2"}};
  const Figures region[] = {{"68.9", "70.1", "69.5", "70.4", "66.7"},
                            {"47.1", "49.8", "56.5", "53.9", "54.6"},
                            {"55.4", "55.7", "54.9", "56.1", "51.2"},
                            {"52.7", "52.8", "55.3", "56.4", "55.0"},
                            {"53.2", "53.2", "54.4", "54.5", "52.3"}};
  for (int i = 0; i < 5; ++i) {
    svod::document::Panel panel;
    panel.title = names[i];
    panel.categories = {"2017", "2018", "2019", "2020", "2021"};
    panel.series = {series("Округ", local[i]), series("Кузбасс", region[i])};
    made.panels.push_back(panel);
  }
  made.unit = "балл";
  return made;
}

inline svod::document::Chart many_schools(int count) {
  std::vector<std::string> names;
  svod::document::Series values;
  values.name = "Средняя отметка";
  for (int i = 0; i < count; ++i) {
    names.push_back("Средняя общеобразовательная школа № " + std::to_string(i + 1));
    const std::int64_t units = 480 - i * 200 / count;
    values.values.push_back(
        {svod::Number::scaled(units, 2), svod::State::value, svod::language::number(svod::Decimal{units, 2}), {}});
  }
  auto made = chart(svod::document::Chart::Kind::bars, "Средняя отметка по школам", names, {values});
  made.horizontal = true;
  return made;
}

inline std::vector<svod::document::Chart> all_charts() {
  return {subjects_chart(), years_columns(),   grouped_columns(), grouped_rows(), changes(),
          bands(),          stacked_columns(), years(),           one_line(),     parts(),
          pairs(),          multiples(),       many_schools(30)};
}

}  // namespace samples
