#include "catch.h"
#include "base/files.h"
#include "plan/codes.h"
#include "plan/plans.h"
#include "table_shape.h"

using namespace svod;
namespace codes = svod::plan::codes;

TEST_CASE("a plain table of measures") {
  CHECK(shape::of(R"(
План-график на 2022 год
№ п/п | Наименование мероприятия | Сроки | Ответственные | Ожидаемые результаты
1 | Семинар | март 2022 | ОО | Справка
2 | Конкурс | @44616 | МОУ «А» | Грамоты
)") == R"(
# 
  1 Семинар | март 2022 | ОО | Справка
  2 Конкурс | 24.02.2022 | МОУ «А» | Грамоты
)");
}

TEST_CASE("a head of two rows with years, its row of numbers, and a head repeated after a page break") {
  CHECK(shape::of(R"(
№ | Номер и наименование мероприятия | Ответственный исполнитель | Срок реализации || Ожидаемый непосредственный результат (краткое описание) | Последствия нереализации
||| начало | окончание ||
1 | 2 | 3 | 4 | 5 | 6 | 7
1 | Основное | Отдел | 2022 | 2030 | Рост | Спад
1.1 | Часть | Центр | 2022 | 2024 | Охват |
Продолжение таблицы
№ | Номер и наименование мероприятия | Ответственный исполнитель | Срок реализации || Ожидаемый непосредственный результат (краткое описание) | Последствия нереализации
||| начало | окончание ||
1 | 2 | 3 | 4 | 5 | 6 | 7
1.2 | Другая | Центр | 2025 | 2030 | Охват |
)",
                  {"D1:E1", "D7:E7"}) == R"(
# 
  1 Основное | 2022..2030 | Отдел | Рост
    1.1 Часть | 2022..2024 | Центр | Охват
    1.2 Другая | 2025..2030 | Центр | Охват
)");
}

TEST_CASE("rows of sections: merged over the width, alone, with a number of their own; goals and tasks") {
  CHECK(shape::of(R"(
№ | Мероприятия | Сроки | Ответственные
Нормативная база |||
'1. | Положение | Декабрь 2020 | Отдел
1. МЕХАНИЗМЫ РЕЗУЛЬТАТОВ |||
1.1 | Система оценки ||
1.1.1 | Мониторинг ||
1.1.1.1 | Участие | Ежегодно | ОО
1.1.1.2 | Анализ | Ежегодно | ОО
1.2. Система работы со школами |||
1.2.1 | Выявление | Август | Отдел
Цель – повышение качества |||
Задача 1. Обучить учителей |||
1.2.2 | Курсы | Май | Отдел
Задача 2. Обеспечить школы |||
1.2.3 | Закупка | Июнь | Отдел
2. МЕХАНИЗМЫ ДЕЯТЕЛЬНОСТИ |||
2.1 | Контроль | Ежегодно | Отдел
)", {"A2:D2", "A4:D4", "A12:D12"}) == R"(
# Нормативная база
  1. Положение | Декабрь 2020 | Отдел | 
# 1. МЕХАНИЗМЫ РЕЗУЛЬТАТОВ
  # 1.1 Система оценки
    # 1.1.1 Мониторинг
      1.1.1.1 Участие | Ежегодно | ОО | 
      1.1.1.2 Анализ | Ежегодно | ОО | 
  # 1.2. Система работы со школами
    1.2.1 Выявление | Август | Отдел | 
    goal Цель – повышение качества
      task Задача 1. Обучить учителей
        1.2.2 Курсы | Май | Отдел | 
      task Задача 2. Обеспечить школы
        1.2.3 Закупка | Июнь | Отдел | 
# 2. МЕХАНИЗМЫ ДЕЯТЕЛЬНОСТИ
  2.1 Контроль | Ежегодно | Отдел | 
)");
}

TEST_CASE("measures numbered below others are their children") {
  CHECK(shape::of(R"(
№ | Мероприятия | Сроки | Ответственные
1.3.2 | Комплекс мер | По плану | Отдел
1.3.2.1 | Олимпиады | Осень | ОО
1.3.2.2 | Конкурсы || ОО
1.3.3 | Другое | Май | ОО
)") == R"(
# 
  1.3.2 Комплекс мер | По плану | Отдел | 
    1.3.2.1 Олимпиады | Осень | ОО | 
    1.3.2.2 Конкурсы |  | ОО | 
  1.3.3 Другое | Май | ОО | 
)");
}

TEST_CASE("rows that a page break tore off are joined, with a note that names both rows") {
  Diagnostics told;
  CHECK(shape::of(R"(
№ п/п | Мероприятие | Сроки | Ответственные | Результаты
1 | Мастерские, область физическая | Март 2022 | Администрация МОУ | Доля школ с низкими
| культура || "Летнереченская СОШ", "Беломорская СОШ №3" | результатами
2 | Эстафета | Ноябрь 2022 | МОУ "ИМЦО", | Мастерство
||| администрация МОУ "Летнереченская СОШ" |
3 | Контроль (ВПР, | В течение | Администрация МОУ "Летнереченская | Динамика образовательных
| административные срезы) | учебного года | СОШ", "Беломорская СОШ №3" | результатов
4 | Внедрение показателей. | Ежег | Отдел |
| Осуществление мониторинга | одно ||
)",
                  {}, &told) == R"(
# 
  1 Мастерские, область физическая культура | Март 2022 | Администрация МОУ "Летнереченская СОШ", "Беломорская СОШ №3" | Доля школ с низкими результатами
  2 Эстафета | Ноябрь 2022 | МОУ "ИМЦО", администрация МОУ "Летнереченская СОШ" | Мастерство
  3 Контроль (ВПР, административные срезы) | В течение/учебного года | Администрация МОУ "Летнереченская СОШ", "Беломорская СОШ №3" | Динамика образовательных результатов
  4 Внедрение показателей./Осуществление мониторинга | Ежег/одно | Отдел | 
)");
  CHECK(drawn::lines(told) ==
        "P105 B3:E3 строка 3 продолжает строку 2 (мероприятие № 1) и присоединена к ней\n"
        "P105 D5 строка 5 продолжает строку 4 (мероприятие № 2) и присоединена к ней\n"
        "P105 B7:E7 строка 7 продолжает строку 6 (мероприятие № 3) и присоединена к ней\n"
        "P105 B9:C9 строка 9 продолжает строку 8 (мероприятие № 4) и присоединена к ней\n");
}

TEST_CASE("a row without a number that says everything is a measure of its own") {
  Diagnostics told;
  CHECK(shape::of(R"(
№ | Мероприятие | Сроки | Ответственные
1 | Разработка методов | Ежегодно | Отдел
| Подготовка материалов | В течение года | Отдел, ОО
2 | Отчёт | Май | Отдел
)", {}, &told) == R"(
# 
  1 Разработка методов | Ежегодно | Отдел | 
  Подготовка материалов | В течение года | Отдел, ОО | 
  2 Отчёт | Май | Отдел | 
)");
  CHECK(told.empty());
}

TEST_CASE("cells merged down hold for the rows below them") {
  CHECK(shape::of(R"(
№ | Мероприятие | Сроки | Ответственные
1 | Семинар | март | Отдел
2 | Курсы ||
3 | Конкурс | май | ОО
4 | Апробация форм: | 2022 | ММС
||2023|
5 | Патронаж | июнь | ММС
| Калейдоскоп | июль |
)", {"C2:C3", "D2:D3", "A5:A6", "B5:B6", "A7:A8", "D7:D8"}) == R"(
# 
  1 Семинар | март | Отдел | 
  2 Курсы | март | Отдел | 
  3 Конкурс | май | ОО | 
  4 Апробация форм: | 2022 + 2023 | ММС | 
  5 Патронаж | июнь | ММС | 
    Калейдоскоп | июль | ММС | 
)");
}

TEST_CASE("lists inside cells") {
  CHECK(shape::of(R"(
№ | Мероприятие | Сроки | Ответственные | Форма представления отчёта
1 | Мониторинг:\n- чтения;\n- письма\nи счёта | май | Отдел | Приказ\nСправка по\nитогам
2 | Совещания | 2022\n2023 | Отдел,\nОО | • план;\n• отчёт
)") == R"(
# 
  1 Мониторинг:/- чтения;/- письма и счёта | май | Отдел | Приказ + Справка по итогам
  2 Совещания | 2022/2023 | Отдел,/ОО | план + отчёт
)");
}

TEST_CASE("texts before and after the table are blocks by what they say") {
  const workbook::Workbook book = drawn::book_of(R"(
Приложение к приказу
от 01.02.2022 № 17

План-график («дорожная карта»)
по поддержке школ на 2022 год

Цель: повысить качество
Задачи:
1) обучить учителей;
2) сопровождать школы
Показатели – доля участников

№ | Мероприятие | Сроки | Ответственные
1 | Семинар | март | ОО

Управленческие решения – приказы, распоряжения
Анализ эффективности принятых мер: проводится ежегодно

Начальник отдела | | | Т. А. Долинина
)");
  auto read = plan::read_table_plan(book, shape::year_2022());
  const plan::TablePlan& plan = read.product;
  CHECK(plan.title.text == "План-график («дорожная карта») по поддержке школ на 2022 год");
  REQUIRE(plan.before.size() == 3);
  CHECK(plan.before[0].role == "goal");
  CHECK(plan.before[0].text.at(0).text == "повысить качество");
  CHECK(plan.before[1].role == "tasks");
  CHECK(shape::one(plan.before[1].items) == "обучить учителей; + сопровождать школы");
  CHECK(plan.before[2].role == "indicators");
  REQUIRE(plan.after.size() == 2);
  CHECK(plan.after[0].role == "decisions");
  CHECK(plan.after[1].role == "effectiveness");
  CHECK(plan.after[1].title.text == "Анализ эффективности принятых мер");
  CHECK(drawn::lines(read.diagnostics) == "P116 A1 строки не читаются: 1–2, 19\n");
  REQUIRE(plan.columns.size() == 4);
  CHECK(plan.columns[1].title == "Мероприятие");
}

TEST_CASE("several tables are sections of one plan, on one sheet and on several") {
  workbook::Workbook book;
  book.file = "plans/a.xlsx";
  drawn::add_sheet(book, "Лист1", R"(
Дорожная карта на 2021–2024 годы

Направление 1. Качество подготовки
Куратор: Козлова О. И.
Цель: рост
№ | Мероприятия | Сроки | Ответственные
'1. | Ход | Весь период | ОО

Направление 2. Таланты
№ | Мероприятия | Сроки | Ответственные
'1. | Олимпиада | Ежегодно | Отдел
)");
  drawn::add_sheet(book, "Воспитание", R"(
№ | Мероприятия | Сроки | Ответственные
'1. | Слёт | 2022 | Отдел
)");
  CHECK(shape::of(shape::year_2022(), book) == R"(
# Направление 1. Качество подготовки (Козлова О. И.)
  1. Ход | Весь период | ОО | 
# Направление 2. Таланты
  1. Олимпиада | Ежегодно | Отдел | 
# Воспитание
  1. Слёт | 2022 | Отдел | 
)");
}

TEST_CASE("a table without numbers") {
  CHECK(shape::of(R"(
Мероприятия | Сроки | Ответственные | Результаты
Назначение куратора | Декабрь | АКМО | Приказ
Семинары и\nвстречи | Январь | Школы | Отчёт
)") == R"(
# 
  Назначение куратора | Декабрь | АКМО | Приказ
  Семинары и встречи | Январь | Школы | Отчёт
)");
}

TEST_CASE("what is wrong with cells is told at the cell") {
  Diagnostics told;
  std::string longest = "1 | ";
  longest += std::string(30'000, 'x');
  workbook::Workbook book = drawn::book_of(
      "№ | Мероприятие | Сроки | Ответственные | Статус | Заметки\n" + longest + " | #REF! | ОО | готово |\n" +
      "@44563 | Семинар\x01 | ?1 | ОО | выполнено | да\n3 | Курсы | май | ОО | в работе |\n");
  book.sheets[0].hidden_rows.emplace_back(3, 3);
  for (workbook::Cell& cell : book.sheets[0].cells) cell.is_formula = a1(cell.at) == "B4";
  drawn::add_sheet(book, "Тайный", "№ | Мероприятие | Сроки\n1 | А | май").hidden = true;
  const std::string text = shape::of(shape::year_2022(), book, &told);
  CHECK(text.find("2.1 Семинар |") != std::string::npos);
  CHECK(text.find("Тайный") == std::string::npos);
  for (const Code* code : {&codes::error_cell, &codes::long_cell, &codes::control_characters, &codes::not_text,
                           &codes::number_as_date, &codes::hidden_rows, &codes::formula_cell, &codes::hidden_sheet,
                           &codes::unread_columns, &codes::unknown_status}) {
    INFO(std::string(code->id));
    CHECK(drawn::count(told, *code) == 1);
  }
}

TEST_CASE("a declared column that the table lacks is an error") {
  definitions::Plan plan = shape::year_2022();
  plan.columns = {{definitions::PlanField::text, "Мероприятие", true, {}},
                  {definitions::PlanField::report, "Отчёт", true, {}},
                  {definitions::PlanField::result, "Что будет", false, {}}};
  Diagnostics told;
  CHECK(shape::of(plan, drawn::book_of("№ | Мероприятие | Сроки | Что будет\n1 | А | май | Б"), &told) ==
        "\n# \n  1 А | май |  | Б\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == &codes::missing_column);
}

TEST_CASE("a head without measures is told") {
  Diagnostics told;
  CHECK(shape::of("№ | Мероприятие | Сроки | Ответственные\n", {}, &told) == "\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == &codes::empty_table);
  CHECK(told[0].where.text().find("A1:D1") != std::string::npos);
}

TEST_CASE("a plan takes its book from the folder of plans and from nowhere else") {
  const auto told = [](const char* name) {
    definitions::Workspace workspace;
    workspace.folder = "/ws";
    definitions::Plan written = shape::year_2022();
    written.id = "plan";
    written.table = name;
    written.at = Location::in_text("plans/plan.yaml", 1, 1);
    workspace.plans.push_back(written);
    MemoryFiles files;
    files.add("/etc/passwd", "нечто");
    if (written.table == "a/b.xlsx") files.add("/ws/plans/a/b.xlsx", "нечто");
    const auto read = plan::read(workspace, files);
    REQUIRE(read.diagnostics.size() == 1);
    return *read.diagnostics.begin();
  };
  for (const char* name : {"../../etc/passwd", "/etc/passwd", "..", "a/../../b.xlsx", "a/"}) {
    INFO(name);
    CHECK(told(name).message == "«" + std::string(name) + "» – не имя книги в папке plans");
  }
  CHECK(told("a/b.xlsx").where.file == "plans/a/b.xlsx");   // it was read, and is no book
}
