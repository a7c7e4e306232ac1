#include "base/text.h"
#include "compose/paper_executors.h"
#include "compose/paper_items.h"
#include "compose/paper_words.h"
#include "world.h"

using namespace world;
using definitions::Paper;
using definitions::PaperItem;

namespace {

definitions::Written written(std::string text) { return {std::move(text), {}}; }

definitions::Person person(std::string id, std::string surname, std::string given, std::string patronymic,
                           std::string gender, std::string post) {
  definitions::Person made;
  made.id = std::move(id);
  made.surname = std::move(surname);
  made.given = std::move(given);
  made.patronymic = std::move(patronymic);
  made.gender = std::move(gender);
  made.post.nominative = std::move(post);
  return made;
}

PaperItem item(std::string text, std::vector<std::string> to = {}, std::vector<std::string> terms = {}) {
  PaperItem made;
  made.text = written(std::move(text));
  for (std::string& one : to) made.to.push_back(written(std::move(one)));
  for (std::string& one : terms) made.terms.push_back(written(std::move(one)));
  return made;
}

PaperItem with(PaperItem made, std::vector<PaperItem> items) {
  made.items = std::move(items);
  return made;
}

PaperItem approving(std::string id) {
  PaperItem made;
  made.approves = std::move(id);
  return made;
}

/// A department with two schools, one of them private, a centre and a body that is nobody's subordinate.
struct Office : World {
  Office() {
    workspace.people.push_back(
        person("deputy", "Кривошеева", "Елена", "Васильевна", "f", "заместитель начальника управления образования"));
    workspace.people.push_back(person("vasileva", "Васильева", "Тамара", "Викторовна", "f", "директор"));
    workspace.people.push_back(person("vashchenko", "Ващенко", "Пётр", "Андреевич", "m", "директор школы № 2"));
    workspace.schools[0].head = "vasileva";
    workspace.schools[1].head = "vashchenko";
    workspace.schools[2].head = "";
    workspace.schools[2].name = "ЧОУ «Лицей»";
    workspace.schools[2].subordinate = false;
    workspace.bodies = {{"centre", "МБУ «Методический центр»", {}, "", {}, true},
                        {"council", "Совет ректоров", {}, "", {}, false},
                        {"administration", "Администрация Кемеровского округа", {}, "", {}, true}};
    workspace.department.short_name.genitive = "Управления образования";
    definitions::Plan plan;
    plan.id = "plan";
    plan.title = written("Муниципальный план-график («дорожная карта») на 2022 год");
    definitions::Plan map = plan;
    map.id = "map";
    map.gender = "f";
    map.title = written("Дорожная карта по развитию системы");
    workspace.plans = {plan, map};
    definitions::Regulation rules;
    rules.id = "rules";
    rules.title = written("Положение о системе оценки");
    definitions::Regulation group;
    group.id = "group";
    group.gender = "m";
    group.type = definitions::Regulation::Type::composition;
    group.title = written("Состав рабочей группы");
    workspace.regulations = {rules, group};
    paper.id = "order";
    paper.subject = written("Об утверждении плана");
  }

  std::string items(compose::ItemStyle style = {}) {
    faults.clear();
    return lines(compose::blocks_of(compose::items_of(workspace, paper, style, faults), {}));
  }

  Paper paper;
  std::vector<compose::ItemFault> faults;
};

}  // namespace

TEST_CASE("what is approved agrees in gender and number and says its appendix") {
  Office o;
  o.paper.items = {approving("plan")};
  o.paper.appendices = {"plan"};
  CHECK(o.items() ==
        "1. Утвердить прилагаемый муниципальный план-график («дорожная карта») на 2022~год (приложение).\n");
  o.paper.items = {approving("map"), approving("rules"), approving("group")};
  o.paper.appendices = {"map", "rules", "group"};
  CHECK(o.items() ==
        "1. Утвердить прилагаемую дорожную карту по развитию системы (приложение~№~1).\n"
        "2. Утвердить прилагаемое Положение о системе оценки (приложение~№~2).\n"
        "3. Утвердить прилагаемый состав рабочей группы (приложение~№~3).\n");
  CHECK(o.faults.empty());
}

TEST_CASE("an item has its place in the paper, what the paper says by itself has the template's") {
  Office o;
  o.paper.items = {approving("plan")};
  o.paper.items[0].at = Location::in_text("papers/order.yaml", 7, 5);
  o.paper.control = {};
  const auto items = compose::items_of(o.workspace, o.paper, {}, o.faults);
  const auto blocks = compose::blocks_of(items, Location::in_text("templates/order.md", 40, 1));
  CHECK(blocks.at(0).origin.text() == "templates/order.md:40:1");
  const auto& list = std::get<document::List>(blocks.at(0).content);
  CHECK(list.items.at(0).blocks.at(0).origin.text() == "papers/order.yaml:7:5");
}

TEST_CASE("several approvals of one item are a list") {
  Office o;
  o.paper.items = {with(item(""), {approving("rules"), approving("map")})};
  CHECK(o.items() ==
        "1. Утвердить:\n– Положение о системе оценки (приложение~№~1);\n– дорожную карту по развитию системы "
        "(приложение~№~2).\n");
  o.paper.appendices = {"rules"};
  o.items();
  REQUIRE(o.faults.size() == 1);
  CHECK(o.faults[0].code->id == "C241");
}

TEST_CASE("a feminine title changes up to its noun") {
  CHECK(compose::title_in_accusative("«Дорожная карта» по развитию", "f") == "«Дорожную карту» по развитию");
  CHECK(compose::title_in_accusative("Модель использования результатов", "f") == "Модель использования результатов");
  CHECK(compose::title_in_accusative("Муниципальная комплексная программа развития", "f") ==
        "Муниципальную комплексную программу развития");
  CHECK(compose::title_in_accusative("Методические рекомендации", "plural") == "Методические рекомендации");
  CHECK(compose::approved("plural") == "УТВЕРЖДЕНЫ");
  CHECK(compose::approved("f") == "УТВЕРЖДЕНА");
}

TEST_CASE("executors stand in the dative with their posts") {
  Office o;
  const auto dative = [&](std::vector<std::string> to) {
    std::vector<definitions::Written> all;
    for (std::string& one : to) all.push_back(written(std::move(one)));
    return replace_all(compose::executors_of(o.workspace, all).dative, "\u00A0", "~");
  };
  CHECK(dative({"deputy"}) == "заместителю начальника управления образования Е.~В.~Кривошеевой");
  CHECK(dative({"vasileva"}) == "директору МБОУ «Школа А» Т.~В.~Васильевой");
  CHECK(dative({"a", "b"}) == "директору МБОУ «Школа А» Т.~В.~Васильевой и директору школы № 2 П.~А.~Ващенко");
  CHECK(dative({"c"}) == "руководителю ЧОУ «Лицей»");
  CHECK(dative({"centre"}) == "МБУ «Методический центр»");
  CHECK(dative({"council"}) == "Совету ректоров");
  CHECK(dative({"Руководителям методических объединений"}) == "Руководителям методических объединений");
  // Words in the nominative are put into the dative where the post is known, and told where it is not.
  CHECK(dative({"директор лицея", "учителя химии"}) == "директору лицея и учителям химии");
  o.workspace.roles = {{"deputies", {"заместители директоров", "", "", "", "", ""}, {}, {}}};
  CHECK(dative({"deputies"}) == "заместителям директоров");
  CHECK(compose::executor_of(o.workspace, "deputies").several);
  CHECK(compose::executor_of(o.workspace, "директорам школ").nominative == "директора школ");
  CHECK(compose::executor_of(o.workspace, "Фтопрус").doubtful);
  CHECK(compose::executor_of(o.workspace, "Иванов И. И.").doubtful);
  CHECK_FALSE(compose::executor_of(o.workspace, "Ивановой М. И.").doubtful);
  CHECK_FALSE(compose::executor_of(o.workspace, "ГБУ ДПО «Институт»").doubtful);
  // An order binds only those schools that are subordinate, and says so.
  CHECK(dative({"schools"}) == "руководителям подведомственных общеобразовательных организаций");
  o.workspace.schools[2].subordinate = true;
  CHECK(dative({"schools"}) == "руководителям общеобразовательных организаций");
  o.workspace.schools[0].groups = o.workspace.schools[1].groups = {"support"};
  CHECK(dative({"support"}) == "руководителям МБОУ «Школа А» и МБОУ «Школа Б»");
}

TEST_CASE("orders bind subordinates and recommend to others") {
  Office o;
  o.paper.items = {item("обеспечить участие педагогов", {"a"}),
                   item("принять участие", {"council"}, {"до 1 марта 2022 г."}),
                   with(item("", {"c"}), {item("обеспечить явку"), item("подготовить отчёт")})};
  CHECK(o.items() ==
        "1. Директору МБОУ «Школа А» Т.~В.~Васильевой обеспечить участие педагогов.\n"
        "2. Рекомендовать Совету ректоров принять участие в срок до 1~марта 2022~г.\n"
        "3. Рекомендовать руководителю ЧОУ «Лицей»:\n– обеспечить явку;\n– подготовить отчёт.\n");
  CHECK(o.faults.empty());
  o.paper.items = {item("принять участие", {"a", "council"})};
  o.items();
  REQUIRE(o.faults.size() == 1);
  CHECK(o.faults[0].code->id == "C240");
  o.paper.items[0].manner = "recommend";
  CHECK(o.items() == "1. Рекомендовать директору МБОУ «Школа А» Т.~В.~Васильевой и Совету ректоров принять участие.\n");
  CHECK(o.faults.empty());
}

TEST_CASE("an executor that is in no dative is told") {
  Office o;
  o.paper.items = {item("подготовить зал", {"Фтопрус"})};
  o.items();
  REQUIRE(o.faults.size() == 1);
  CHECK(o.faults[0].code->id == "C243");
  CHECK_FALSE(o.faults[0].error);
}

TEST_CASE("items are numbered by rule or as given, short ones are lists") {
  Office o;
  o.paper.items = {with(item("", {"centre"}), {item("Провести семинар", {}, {"до 01.03.2022"}),
                                               with(item("Направить в школы:"), {item("программу"), item("письмо")})})};
  CHECK(o.items() ==
        "1. МБУ «Методический центр»:\n1.1. Провести семинар в срок до 1~марта 2022~г.\n1.2. Направить в школы:\n– "
        "программу;\n– "
        "письмо.\n");
  compose::ItemStyle letters;
  letters.letters = true;
  CHECK(o.items(letters).find("а) программу;\nб) письмо.\n") != std::string::npos);
  o.paper.items[0].number = written("2");
  o.paper.items[0].items[0].number = written("2.1.");
  o.paper.items[0].items[1].number = written("2.3");
  CHECK(o.items() ==
        "2. МБУ «Методический центр»:\n2.1. Провести семинар в срок до 1~марта 2022~г.\n2.3. Направить в школы:\n– "
        "программу;\n– "
        "письмо.\n");
}

TEST_CASE("the sign that ends an item is set once") {
  Office o;
  o.paper.items = {with(item("Руководителям:"),
                        {item("хранить отчёты не менее 5 лет."), item("назначить ответственных, помощников и др."),
                         item("завершить работу к 1 мая 2022 г.;")})};
  CHECK(o.items() ==
        "1. Руководителям:\n– хранить отчёты не менее 5~лет;\n– назначить ответственных, помощников и~др.;\n– "
        "завершить работу к 1~мая "
        "2022~г.\n");
}

TEST_CASE("terms read as a person writes them") {
  const auto phrase = [](std::vector<std::string> terms) {
    std::vector<definitions::Written> all;
    for (std::string& one : terms) all.push_back(written(std::move(one)));
    return replace_all(compose::term_phrase(all), "\u00A0", "~");
  };
  CHECK(phrase({"До 20 июня 2022 года"}) == "в срок до 20 июня 2022 г.");
  CHECK(phrase({"до 01.03.2021 года"}) == "в срок до 1~марта 2021~г.");
  CHECK(phrase({"не позднее 5 марта"}) == "не позднее 5 марта");
  CHECK(phrase({"ежемесячно"}) == "ежемесячно");
  CHECK(phrase({"в течение года"}) == "в течение года");
  CHECK(phrase({"июнь 2022 г."}) == "(срок – июнь 2022 г.)");
  CHECK(phrase({"до 20 июня", "до 10 декабря"}) == "в срок до 20 июня, до 10 декабря");
  CHECK(phrase({"до 31.06.2022"}) == "в срок до 31.06.2022");
  CHECK(phrase({}).empty());
}

TEST_CASE("control is one's own or laid on somebody in the accusative") {
  Office o;
  o.paper.items = {item("Провести семинар.")};
  o.paper.control = Paper::Control{true, "", {}};
  CHECK(o.items() == "1. Провести семинар.\n2. Контроль за исполнением настоящего приказа оставляю за собой.\n");
  o.paper.control = Paper::Control{false, "deputy", {}};
  o.paper.type = Paper::Type::resolution;
  o.paper.items[0].number = written("4.");
  CHECK(o.items() ==
        "4. Провести семинар.\n5. Контроль за исполнением настоящего постановления возложить на заместителя начальника "
        "управления "
        "образования Е.~В.~Кривошееву.\n");
}

TEST_CASE("amendments and repeals begin with what they change") {
  Office o;
  Paper former = o.paper;
  former.id = "former";
  former.date = parse_iso_date("2022-02-01");
  former.number = written("17");
  o.workspace.papers = {former};
  o.paper.purpose = Paper::Purpose::amendment;
  o.paper.changes.paper = "former";
  o.paper.amendments = {with(item("в пункте 2"), {item("слова «до 1 марта» заменить словами «до 1 мая»")}),
                        item("пункт 3 исключить")};
  o.paper.items = {item("Приказ вступает в силу со дня подписания.")};
  CHECK(o.items() ==
        "1. Внести в приказ Управления образования от 1~февраля 2022~г. №~17 «Об утверждении плана» следующие "
        "изменения:\n"
        "а) в пункте 2:\n– слова «до 1~марта» заменить словами «до 1~мая»;\nб) пункт 3 исключить.\n2. Приказ вступает "
        "в силу со дня подписания.\n");
  PaperItem wording = item("Рекомендовать колледжу выделить двух преподавателей");
  wording.number = written("5");
  o.paper.amendments = {with(item("пункт 5 изложить в следующей редакции"), {wording})};
  o.paper.items.clear();
  CHECK(o.items() ==
        "1. Внести в приказ Управления образования от 1~февраля 2022~г. №~17 «Об утверждении плана» следующие "
        "изменения:\nа) пункт 5 изложить в следующей редакции:\n «5. Рекомендовать колледжу выделить двух "
        "преподавателей.».\n");
  o.paper.purpose = Paper::Purpose::repeal;
  CHECK(
      o.items() ==
      "1. Признать утратившим силу приказ Управления образования от 1~февраля 2022~г. №~17 «Об утверждении плана».\n");
}

TEST_CASE("an item without anything is a fault") {
  Office o;
  o.paper.items = {PaperItem()};
  o.items();
  REQUIRE_FALSE(o.faults.empty());
  CHECK(o.faults[0].code->id == "C242");
}

TEST_CASE("a table stands inside its item") {
  Office o;
  PaperItem made = item("Закрепить школы:");
  definitions::WrittenTable table;
  table.head = {written("Школа"), written("Куратор"), written("Классов")};
  table.rows = {{written("Школа А"), written("Иванова"), written("12")}};
  made.tables = {table};
  o.paper.items = {made};
  CHECK(o.items() == "1. Закрепить школы:\ntable  [] \nhead: Школа | Куратор | Классов\nШкола А | Иванова | 12\n");
}

TEST_CASE("a template prints a paper: items, marks of appendices, date and number") {
  Office o;
  o.paper.items = {approving("rules"), item("провести семинар", {"centre"})};
  o.paper.appendices = {"rules", "plan"};
  o.workspace.papers = {o.paper};
  o.workspace.issued = {{"Приказ", "order", false, "17-о", parse_iso_date("2022-02-01"), {}, "", {}}};
  o.body(
      "```date-number\ndate: paper.date\nnumber: paper.number\nplace: г. Кемерово\n```\n\n```items\npaper: "
      "paper\n```\n\n"
      "::: for a in paper.appendices\n```appendix\nmark: appendix_mark(a, form, true)\n```\n:::\n\n{{ paper.name }}: "
      "{{ paper.state_title }}\n",
      "title: Проба\nparameters:\n  paper: {type: paper, required: true}\n  form: {default: приложение}\n");
  o.order("Приказ");
  o.workspace.documents[0].parameters = {{"paper", "order"}};
  auto documents = o.compose();
  CHECK(o.codes().empty());
  CHECK(lines(documents.at(0).blocks) ==
        "date: 1~февраля 2022~г. | №~17-о | г.~Кемерово\n"
        "1. Утвердить прилагаемое Положение о системе оценки (приложение~№~1).\n2. МБУ «Методический центр» провести "
        "семинар.\n"
        "appendix: Приложение~№~1 / к~приказу Управления образования / от~1~февраля 2022~г. №~17-о / «Об~утверждении "
        "плана»\n"
        "appendix: Приложение~№~2 / к~приказу Управления образования / от~1~февраля 2022~г. №~17-о / «Об~утверждении "
        "плана»\n"
        "приказ Управления образования от 1~февраля 2022~г. №~17-о: подписан\n");
  o.workspace.issued.clear();
  o.workspace.documents[0].parameters["form"] = "утверждено";
  documents = o.compose();
  CHECK(lines(documents.at(0).blocks) ==
        "date:  |  | г.~Кемерово\n"
        "1. Утвердить прилагаемое Положение о системе оценки (приложение~№~1).\n2. МБУ «Методический центр» провести "
        "семинар.\n"
        "appendix: Приложение~№~1 / УТВЕРЖДЕНО / приказом Управления образования / от~_______________ №~______ / «Об~"
        "утверждении плана»\n"
        "appendix: Приложение~№~2 / УТВЕРЖДЁН / приказом Управления образования / от~_______________ №~______ / «Об~"
        "утверждении плана»\n"
        "приказ Управления образования от _______________ №~______: проект\n");
}

TEST_CASE("decisions of minutes say the term and who answers") {
  Office o;
  o.paper.type = Paper::Type::minutes;
  Paper::Question question;
  question.question = written("Об итогах экзаменов");
  question.heard = {{written("vasileva"), written("доложила об итогах")},
                    {written("a"), written("Об опыте школы")},
                    {written("deputy"), {}}};
  question.decided = {item("Провести практикум", {"vasileva"}, {"до 01.03.2022"}), item("Принять к сведению."),
                      item("Принять студентов", {"council"}, {"до 1 мая 2022 года"}),
                      item("обеспечить явку", {"директорам школ"})};
  o.paper.agenda = {question};
  o.workspace.papers = {o.paper};
  o.body(
      "::: for q in paper.agenda\n::: for s in q.heard\n{{ s.line "
      "}}\n:::\n\n```items\nquestion: q\n```\n:::\n",
      "title: Проба\nparameters:\n  paper: {type: paper, required: true}\n");
  o.order("Протокол");
  o.workspace.documents[0].parameters = {{"paper", "order"}};
  const auto documents = o.compose();
  CHECK(o.codes().empty());
  CHECK(lines(documents.at(0).blocks) ==
        "Т.~В.~Васильеву, директора МБОУ «Школа А». Доложила об итогах.\n"
        "Т.~В.~Васильеву, директора МБОУ «Школа А», об опыте школы.\n"
        "Е.~В.~Кривошееву, заместителя начальника управления образования.\n"
        "1.1. Провести практикум. Срок~– до 1~марта 2022~г. Ответственный~– директор МБОУ «Школа А» Т.~В.~Васильева.\n"
        "1.2. Принять к сведению.\n"
        "1.3. Рекомендовать Совету ректоров принять студентов. Срок~– до 1~мая 2022~г.\n"
        "1.4. Обеспечить явку. Ответственные~– директора школ.\n");
  o.paper.agenda[0].decided = {item("Провести", {"vasileva", "council"})};
  o.faults.clear();
  compose::ItemStyle style;
  style.minutes = true;
  compose::decisions_of(o.workspace, o.paper, o.paper.agenda[0].decided, style, o.faults);
  REQUIRE(o.faults.size() == 1);
  CHECK(o.faults[0].code->id == "C240");
}

TEST_CASE("items under control have real days and know what is overdue") {
  Office o;
  o.paper.items = {with(item("", {"a"}), {item("представить отчёт", {}, {"до 1 июня 2021 г.", "до 10 декабря 2021 г."}),
                                          item("провести собрание", {}, {"до 1 июля 2021 г."})})};
  o.paper.items[0].items[1].done = parse_iso_date("2021-06-20");
  o.paper.date = parse_iso_date("2021-02-01");
  o.paper.number = written("5");
  o.workspace.papers = {o.paper};
  o.body(
      "::: for p in papers\n::: for i in p.controlled\n- {{ i.number }}; {{ i.own_text }}; {{ i.executors }}; {{ i.due "
      "| date('short') }}; {{ i.status }}\n:::\n:::\n");
  o.order("Контроль");
  const auto documents = o.compose();
  CHECK(o.codes().empty());
  CHECK(lines(documents.at(0).blocks) ==
        "– 1 (1); Представить отчёт; директор МБОУ «Школа А» Т.~В.~Васильева; 01.06.2021; просрочено\n"
        "– 1 (1); Представить отчёт; директор МБОУ «Школа А» Т.~В.~Васильева; 10.12.2021; на контроле\n"
        "– 1 (2); Провести собрание; директор МБОУ «Школа А» Т.~В.~Васильева; 01.07.2021; исполнено\n");
}

TEST_CASE("a document is told which paper it is, and can leave its date and number out") {
  Office o;
  o.workspace.papers = {o.paper};
  o.workspace.issued = {{"Приказ order", "order", false, "17", parse_iso_date("2022-02-01"), {}, "", {}}};
  o.body("{{ paper.name }}\n", "title: Проба\nparameters:\n  paper: {type: paper, required: true}\n");
  o.order("Приказ {{ paper.id }}", "t", "paper in papers");
  const compose::Templates templates = o.load();
  const std::map<std::string, std::string> sources;
  const compose::Input input{o.workspace, o.figures, o.findings, templates, o.workspace.date, "", sources};
  auto jobs = compose::jobs(input);
  REQUIRE(jobs.product.size() == 1);
  CHECK(compose::paper_of(templates, jobs.product[0]) == "order");
  CHECK(lines(compose::compose(input, jobs.product[0]).product.blocks) ==
        "приказ Управления образования от 1~февраля 2022~г. №~17\n");
  jobs.product[0].blank = true;
  CHECK(lines(compose::compose(input, jobs.product[0]).product.blocks) ==
        "приказ Управления образования от _______________ №~______\n");
  CHECK(o.codes().empty());
}
