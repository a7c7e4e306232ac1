#include "bench.h"
#include "catch.h"

using namespace bench;
namespace codes = svod::review::codes;
using Told = std::vector<std::string>;

namespace {

Workspace with_register() {
  Workspace workspace;
  workspace.department.place = "г. Сосновск";
  workspace.department.municipality.nominative = "Сосновский район";
  svod::definitions::Person head;
  head.id = "head";
  head.surname = "Васильева";
  head.given = "Татьяна";
  head.patronymic = "Викторовна";
  head.gender = "f";
  head.post.nominative = "начальник отдела";
  workspace.people.push_back(head);
  svod::definitions::School school;
  school.id = "letnerechenskaya";
  school.name = "МОУ «Летнереченская СОШ»";
  school.short_name = "Летнереченская СОШ";
  workspace.schools.push_back(school);
  return workspace;
}

Reviewed text(const std::string& words) {
  Workspace workspace = with_register();
  workspace.papers.push_back(order({item(words)}));
  return review(workspace);
}

}  // namespace

TEST_CASE("V16: schools are named as the register names them") {
  CHECK(text("в МОУ «Летнереченская СОШ» и в \"Летнереченская СОШ\"").of(codes::name) == Told{});
  CHECK(text("в МОУ «Летнереченскя СОШ»").of(codes::name) ==
        Told{"warning: название не такое, как в реестре: «Летнереченскя СОШ»"});
  CHECK(text("в МОУ «Заречная СОШ»").of(codes::name) == Told{"warning: школы «Заречная СОШ» нет в реестре"});
  CHECK(text("конкурс «Учитель года»").of(codes::name) == Told{});
}

TEST_CASE("V17: nobody else's municipality is named") {
  Workspace workspace = with_register();
  workspace.foreign = {"город Смоленск", "Управление образования и молодёжной политики"};
  workspace.papers.push_back(
      order({item("В городе Смоленске и в районах"), item("для города Смоленской области"),
             item("отчёт в управление образования и молодёжной политики"), item("в управление образования")}));
  CHECK(review(workspace).of(codes::foreign).size() == 2);
  svod::definitions::ReferenceTable municipalities;
  municipalities.name = "municipalities";
  municipalities.columns = {"name"};
  municipalities.rows = {{"Сосновский муниципальный округ"}, {"Заречный район"}, {"Заречный муниципальный округ"}};
  workspace = with_register();
  workspace.tables.push_back(municipalities);
  workspace.papers.push_back(
      order({item("Школам Сосновского муниципального округа"), item("Школам Заречного района")}));
  CHECK(review(workspace).of(codes::foreign).size() == 1);
}

TEST_CASE("V18: one title in the order, in the mark and above the plan") {
  Workspace workspace = with_register();
  Plan one = plan({});
  one.title = written("План-график повышения качества образования в школах в 2022 году");
  one.title_genitive = written("муниципального плана-графика повышения качества образования в школах");
  workspace.plans.push_back(one);
  Paper paper = order({item("")});
  paper.subject =
      written("Об утверждении муниципального плана-графика повышения качества образования в школах на 2022 год");
  paper.items[0].approves = "plan";
  workspace.papers.push_back(paper);
  const Told told = review(workspace).of(codes::title);
  REQUIRE(told.size() == 2);
  CHECK(told[0].find("нет слов «2022»") != std::string::npos);
  CHECK(told[0].find("лишние слова «муниципального»") != std::string::npos);
  CHECK(told[1].find("лишние слова «муниципального»") != std::string::npos);
  workspace.plans[0].title = written("Муниципальный план-график повышения качества образования в школах на 2022 год");
  workspace.plans[0].title_genitive =
      written("муниципального плана-графика повышения качества образования в школах на 2022 год");
  CHECK(review(workspace).of(codes::title) == Told{});
}

TEST_CASE("V18: a programme is quoted under its own title") {
  Workspace workspace = with_register();
  Plan one = plan({});
  one.part_of.title =
      written("Развитие образования на территории муниципального образования «Сосновский район» на 2022–2030 годы");
  workspace.plans.push_back(one);
  workspace.papers.push_back(order({item("отчёт о программе «Развитие образования в Сосновском районе»"),
                                    item("конкурс «Развитие речи дошкольников и школьников»"),
                                    item("программа «Развитие образования на территории муниципального образования "
                                         "«Сосновский район» на 2022–2030 годы»")}));
  CHECK(review(workspace).of(codes::title).size() == 1);
}

TEST_CASE("V19: an abbreviation is explained once, before it is used") {
  const auto told = [](const std::vector<std::string>& texts) {
    Workspace workspace = with_register();
    std::vector<PaperItem> items;
    for (const std::string& one : texts) items.push_back(item(one));
    workspace.papers.push_back(order(items));
    workspace.abbreviations["АМР"] = "администрация муниципального района";
    return review(workspace).of(codes::abbreviation);
  };
  CHECK(told({"Отчёты принимает ТГПР", "ТГПР готовит справку"}) ==
        Told{"warning: сокращение «ТГПР» не раскрыто: Отчёты принимает ТГПР"});
  CHECK(told({"творческая группа педагогов (далее – ТГПР)", "ТГПР готовит справку"}) == Told{});
  CHECK(told({"ТГПР готовит справку", "творческая группа педагогов (далее – ТГПР)"}).size() == 1);
  CHECK(told({"творческая группа (далее – ТГПР)", "группа педагогов (далее – ТГПР)"}).size() == 1);
  CHECK(told({"АМР, МБОУ, ЕГЭ, ФГОС и VIII класс", "ПРИКАЗ", "ОБ УТВЕРЖДЕНИИ ПЛАНА РАБОТЫ"}) == Told{});
}

TEST_CASE("V20: a person is written as in the register") {
  CHECK(text("Возложить на Т. В. Васильеву").of(codes::person) == Told{});
  CHECK(text("Поручить Т. В. Васильевой и П. А. Ващенко").of(codes::person) == Told{});
  CHECK(text("Поручить Т.В.Васильевой").of(codes::person) ==
        Told{"note: между инициалами и фамилией нет пробела: «Т.В.Васильевой»"});
  CHECK(text("Поручить М. В. Васильевой").of(codes::person) ==
        Told{"warning: инициалы не те, что в реестре: «М. В. Васильевой»"});
  CHECK(text("Ответственные: Петров И. И. Васильева Т. В. Орлов Д. М.").of(codes::person) == Told{});
  CHECK(text("Поручить П. А. Ващенко Т. В. Васильевой").of(codes::person) == Told{});
  CHECK(text("Поручить Т. В. Васильевою").of(codes::person).size() <= 1);
}

TEST_CASE("V20: a charge says what to do") {
  Workspace workspace = with_register();
  PaperItem broken = item("по выполнению муниципального плана-графика в 2022 году"), whole = item("обеспечить участие"),
            parts;
  broken.to = whole.to = parts.to = list({"руководителям школ"});
  parts.items = {item("провести совещания"), item("отчёты в область")};
  workspace.papers.push_back(order({broken, whole, parts}));
  CHECK(review(workspace).of(codes::person) == Told{"warning: в пункте сказано, кому, но не сказано, что сделать: «по "
                                                    "выполнению муниципального плана-графика в 2022 году»"});
}

TEST_CASE("V20: one person, one post") {
  Workspace workspace = with_register();
  Regulation group;
  group.id = "group";
  group.members.resize(2);
  group.members[0].name = written("Иванова А. А."), group.members[0].post = written("директор школы");
  group.members[1].name = written("Иванова А. А."), group.members[1].post = written("методист центра");
  workspace.regulations = {group};
  CHECK(review(workspace).of(codes::person).size() == 1);
}

TEST_CASE("V22: the appendix that is named is there") {
  Workspace workspace = with_register();
  Paper paper = order({item("Утвердить план (приложение № 1)"), item("Утвердить состав (приложение № 3)"),
                       item("в приложении № 2 к Положению")});
  paper.appendices = {"plan", "group"};
  workspace.papers.push_back(paper);
  CHECK(review(workspace).of(codes::appendix) == Told{"error: ссылка на «приложение № 3», а у приказа приложений 2"});
}

TEST_CASE("V22: the appendix of a programme holds what is spoken of") {
  Workspace workspace = with_register();
  Plan one = plan({});
  one.type = Plan::Type::programme;
  one.indicators = {indicator("Доля участников", "%", {{2022, "10"}})};
  one.programme.passport = {clause("Мониторинг показателей", {"Значения даны в приложении № 2."}),
                            clause("Меры и мероприятия", {"Приложение № 2 к настоящей муниципальной программе"})};
  workspace.plans.push_back(one);
  CHECK(
      review(workspace).of(codes::appendix) ==
      Told{
          "error: мероприятия стоят в приложении № 1, а названо «Приложение № 2 к настоящей муниципальной программе»"});
}

TEST_CASE("V40: an order says where it was issued, and by whom") {
  Workspace workspace = with_register();
  workspace.papers.push_back(order({item("Провести совещание")}));
  CHECK(review(workspace).of(codes::requisites) == Told{});
  workspace.department.place.clear();
  CHECK(review(workspace).of(codes::requisites) == Told{"warning: у документа нет места издания"});
  svod::document::Document document;
  document.name = "order";
  document.blocks.push_back(paragraph("ПРИКАЗ", svod::document::Role::kind));
  document.blocks.push_back({svod::document::DateAndNumber{}, {}});
  CHECK(review(with_register(), {&document}).of(codes::requisites).size() == 1);
  document.blocks.insert(document.blocks.begin(),
                         paragraph("Отдел образования", svod::document::Role::letterhead));
  CHECK(review(with_register(), {&document}).of(codes::requisites) == Told{});
}

TEST_CASE("V30: a minimum score is the one of the reference") {
  Workspace workspace = with_register();
  workspace.year = 2021;
  svod::definitions::ReferenceTable scores;
  scores.name = "minimum_scores";
  scores.columns = {"exam", "kind", "year", "subject", "minimum", "source"};
  scores.rows = {{"ЕГЭ", "аттестат", "2021", "География", "37", ""}, {"ЕГЭ", "вуз", "2021", "География", "40", ""}};
  workspace.tables.push_back(scores);
  workspace.papers.push_back(
      order({item("минимальный балл по географии – 38 баллов"), item("минимальный балл по географии – 37 баллов"),
             item("ниже минимального балла по географии 3 участника")}));
  CHECK(review(workspace).of(codes::minimum) ==
        Told{"warning: минимальный балл 38: География, 2021 год – в справочнике 37 (аттестат), 40 (вуз)"});
}

TEST_CASE("a fault of a definition is not told again in the document that prints it") {
  Workspace workspace = with_register();
  workspace.papers.push_back(order({item("не ниже средних» в предметах")}));
  svod::document::Document document;
  document.name = "order";
  document.blocks.push_back(
      paragraph("1. Не ниже средних» в предметах", svod::document::Role::body));
  const Reviewed reviewed = review(workspace, {&document});
  CHECK(reviewed.of(codes::unpaired).size() == 1);
  CHECK(reviewed.verdict.faulty == std::set<std::string>{"order"});
}

TEST_CASE("a fault of a document's own words is told at its template and counted") {
  svod::document::Document document;
  document.name = "note";
  document.blocks.push_back(paragraph("Справка о школах» района", svod::document::Role::body, 5));
  const Reviewed reviewed = review(with_register(), {&document, &document, nullptr});
  REQUIRE(reviewed.of(codes::unpaired).size() == 1);
  CHECK(reviewed.found[0].where.file == "templates/note.md");
  CHECK(reviewed.verdict.documents == std::vector<std::size_t>{1, 1, 0});
}
