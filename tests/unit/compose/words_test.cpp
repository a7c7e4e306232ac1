#include "compose/words.h"

#include <algorithm>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/words_text.h"
#include "world.h"

using namespace world;

namespace {

/// A template whose text is written out, edited, and made into the document again.
class Desk {
 public:
  explicit Desk(const std::string& body) { put(body); }

  /// Writes the sheet out; what was typed in it stays.
  const document::Words& write_out() {
    with_input([&](const compose::Input& input, const compose::Job& job) {
      words = compose::words(input, job, own.rows.empty() ? nullptr : &own).product;
    });
    own = {};
    own.document = "Отчёт";
    own.file = "wording/Отчёт.xlsx";
    for (std::size_t i = 0; i < words.passages.size(); ++i) {
      const document::Passage& passage = words.passages[i];
      const auto row = static_cast<std::uint32_t>(i + 2);
      own.rows.push_back({passage.place, passage.kind, passage.text, passage.own, passage.mark, passage.key, passage.source,
                          passage.context, Location::in_cell(own.file, "Текст", {row, 3}), Location::in_cell(own.file, "Текст", {row, 1})});
    }
    return words;
  }

  compose::OwnRow& row(const std::string& place) {
    const auto here = std::find_if(own.rows.begin(), own.rows.end(), [&](const auto& one) { return one.place == place; });
    if (here == own.rows.end()) FAIL("no place " << place << " among: " << places());
    return *here;
  }
  void edit(const std::string& place, const std::string& text) { row(place).own = text; }
  void insert_below(const std::string& place, const std::string& kind, const std::string& text) {
    compose::OwnRow made;
    made.kind = kind;
    made.own = text;
    made.cell = made.kind_cell = Location::in_cell(own.file, "Текст", {90, 3});
    own.rows.insert(own.rows.begin() + (&row(place) - own.rows.data()) + 1, made);
  }
  void put(const std::string& body) {
    w.body(body, "title: Проба\nprofile: official\n");
    if (w.workspace.documents.empty()) w.order("Отчёт");
  }

  /// The document, and what was found: codes with cells.
  std::string document() {
    std::string text;
    with_input([&](const compose::Input& input, const compose::Job& job) {
      auto composed = compose::compose(input, job);
      text = lines(composed.product.blocks);
      found = std::move(composed.diagnostics);
    });
    return replace_all(text, "~", " ");
  }
  std::string codes() const {
    std::string text;
    for (const Diagnostic& one : found) {
      if (one.code == &compose::codes::words_differ) continue;
      text += (text.empty() ? "" : ", ") + std::string(one.code->id) + (one.where.cells ? " " + a1(one.where.cells->first) : "");
    }
    return text;
  }
  std::string message(const Code& code) const {
    for (const Diagnostic& one : found) {
      if (one.code == &code) return replace_all(one.message, "\u00A0", " ");
    }
    return {};
  }
  std::string places() const {
    std::string text;
    for (const compose::OwnRow& one : own.rows) text += (text.empty() ? "" : " | ") + one.place + ": " + one.kind;
    return text;
  }
  std::string text_of(const std::string& place) { return replace_all(row(place).template_text, "\u00A0", " "); }

  World w;
  document::Words words;
  compose::OwnText own;
  Diagnostics found;

 private:
  template <class Use>
  void with_input(const Use& use) {
    const compose::Templates templates = w.load();
    for (const Diagnostic& one : w.found) INFO(one.message);
    REQUIRE(!w.found.has_errors());
    static const std::map<std::string, std::string> sources;
    compose::OwnTexts texts;
    if (!own.rows.empty()) texts.emplace(lower(own.document), own);
    const compose::Input input{w.workspace, w.figures, w.findings, templates, w.workspace.date, "", sources, &texts};
    const auto jobs = compose::jobs(input);
    REQUIRE(!jobs.product.empty());
    use(input, jobs.product[0]);
  }
};

const std::string kOrder =
    "::: subject\nОб итогах\n:::\n\n"
    "Экзамен сдавали {{ n | plural('выпускник', 'выпускника', 'выпускников') }} из {{ count(schools) | plain }} школ.\n\n"
    "1. Довести результаты.\n2. Методисту:\n\n   1. Провести практикум;\n   1. Направить рекомендации.\n\n3. Контроль оставляю за собой.\n";

}  // namespace

TEST_CASE("an own text is words and bindings; a brace of its own is doubled") {
  Diagnostics found;
  const auto parts = compose::read_own("Сдавали {1: 78 выпускников} из { 2 }, {{не скобка}}", {}, found);
  REQUIRE(parts.size() == 5);
  CHECK(parts[1].binding == 1);
  CHECK(parts[1].shown == "78 выпускников");
  CHECK(parts[3].binding == 2);
  CHECK(parts[3].bare);
  CHECK(parts[4].literal == ", {не скобка}");
  for (const char* bad : {"Сдавали {1: 78", "Сдавали 78}", "{78 выпускников}", "{1: {2: а}}", "{}", "{-1}", "{99999: а}"}) {
    Diagnostics out;
    CHECK(compose::read_own(bad, {}, out).empty());
    REQUIRE(out.size() == 1);
    CHECK(out[0].code == &compose::codes::words_braces);
  }
  Diagnostics out;
  compose::read_own("а\uE000б", {}, out);
  REQUIRE(out.size() == 1);
  CHECK(out[0].code == &compose::codes::words_characters);
  CHECK(compose::bindings_in("а {{ n | plural('}}', 'б') }} в {{ m }}") == std::vector<std::string>{"n | plural('}}', 'б')", "m"});
  CHECK(compose::is_deletion(" Удалить. "));
  CHECK(compose::is_deletion("–"));
  CHECK(!compose::is_deletion("– пункт"));
}

TEST_CASE("the sheet has every place with its kind, its text and its bindings") {
  Desk desk(kOrder);
  desk.write_out();
  CHECK(desk.places() ==
        "заголовок к тексту: заголовок к тексту | абзац 2: абзац | пункт 1: пункт | пункт 2: пункт | "
        "пункт 2.1: подпункт | пункт 2.2: подпункт | пункт 3: пункт");
  CHECK(desk.text_of("абзац 2") == "Экзамен сдавали {1: 12 выпускников} из {2: 3} школ.");
  CHECK(replace_all(desk.words.passages[1].bindings, "\u00A0", " ") == "{1} 12 выпускников\n{2} 3");
}

TEST_CASE("an own text replaces the template's, its figures are those of now with their derivation") {
  Desk desk(kOrder);
  desk.write_out();
  desk.edit("абзац 2", "Из {2: 3} школ пришли {1: 12 выпускников}.\nСпасибо *всем*!");
  const std::string text = desk.document();
  CHECK(text.find("Из 3 школ пришли 12 выпускников.") != std::string::npos);
  CHECK(text.find("Спасибо *всем*!") != std::string::npos);
  CHECK(text.find("Экзамен сдавали") == std::string::npos);
  CHECK(desk.codes().empty());
  CHECK(desk.message(compose::codes::words_differ).starts_with("вместо «Экзамен сдавали {1: 12 выпускников} из {2: 3} школ.» стоит «Из {2: 3}"));
  desk.w.figures.set("n", "", 15, 2, 3);
  CHECK(desk.document().find("пришли 15 выпускников (по 2 из 3 школ).") != std::string::npos);
}

TEST_CASE("a binding that does not exist, of another place, or typed over is told with its cell") {
  Desk desk("Всего {{ n | plain }} человек.\n\nНиже {{ low | plain }} работ из {{ n | plain }}.\n");
  desk.write_out();
  desk.edit("абзац 1", "Всего {7: 12} человек.");
  desk.document();
  CHECK(desk.codes() == "C307 D3");
  CHECK(desk.found[0].hint == "здесь есть только {1}");
  desk.edit("абзац 1", "Всего {1: 1} человек.");
  desk.document();
  CHECK(desk.codes() == "C308 D3");
  CHECK(desk.message(compose::codes::words_foreign_binding).find("абзац 2") != std::string::npos);
  desk.edit("абзац 1", "Всего {1: 777} человек!");
  CHECK(desk.document().find("Всего 12 человек!") != std::string::npos);
  CHECK(desk.codes() == "C313 D3");
  desk.edit("абзац 1", "Всего {1: 12 человек!");
  desk.document();
  CHECK(desk.codes() == "C305 D3");
  desk.edit("абзац 1", "Пришли все.");
  desk.document();
  CHECK(desk.codes() == "C312 D3");
}

TEST_CASE("places are taken out and put in") {
  Desk desk(kOrder);
  desk.write_out();
  desk.edit("пункт 1", "–");
  desk.insert_below("пункт 2.2", "", "Составить отчёт.");
  desk.insert_below("пункт 2", "подпункт", "Начать с {1}.");
  desk.document();
  CHECK(desk.codes() == "C307 D91");
  desk.own.rows.erase(desk.own.rows.begin() + (&desk.row("пункт 2") - desk.own.rows.data()) + 1);
  desk.insert_below("пункт 2", "подпункт", "Начать сразу.");
  desk.insert_below("пункт 3", "абзац", "Приложение на двух листах.");
  desk.insert_below("абзац 2", "", "Их {1: 12 выпускников}.");
  CHECK(desk.document() ==
        "subject: Об итогах\nЭкзамен сдавали 12 выпускников из 3 школ.\nИх 12 выпускников.\n"
        "1. Методисту:\n1.1. Начать сразу.\n1.2. Провести практикум;\n1.3. Направить рекомендации.\n1.4. Составить отчёт.\n"
        "2. Контроль оставляю за собой.\nПриложение на двух листах.\n");
  CHECK(desk.codes().empty());
  desk.edit("пункт 2", "удалить");
  desk.document();
  CHECK(desk.codes() == "C314 D6");
  desk.edit("пункт 2", "");
  desk.insert_below("пункт 1", "таблица", "Текст");
  desk.document();
  CHECK(desk.codes() == "C315 D91");
}

TEST_CASE("an edit outlives a change of the data and other changes of the template") {
  Desk desk("::: for s in schools where n(school = s) > 0\n{{ s.short }}: {{ n(school = s) | plain }} человек.\n:::\n\nКонец.\n");
  desk.write_out();
  desk.edit("абзац 2", "В {1: Школа Б} только {2: 2}.");
  desk.w.figures.set("n", "c", 4);
  CHECK(desk.document().find("Школа А: 10 человек.\nВ Школа Б только 2.\nШкола В: 4 человек.") != std::string::npos);
  desk.w.figures.set("n", "b", 0);
  CHECK(desk.document().find("только") == std::string::npos);
  CHECK(desk.codes() == "C311 D4");
  const document::Words& again = desk.write_out();
  const auto kept = std::find_if(again.passages.begin(), again.passages.end(), [](const auto& one) { return !one.own.empty(); });
  REQUIRE(kept != again.passages.end());
  CHECK(kept->state == document::Passage::State::gone);
  desk.w.figures.set("n", "b", 3);
  CHECK(desk.document().find("только 3.") != std::string::npos);
}

TEST_CASE("a template that changed under an edit is told with both texts until a person confirms") {
  Desk desk("Всего {{ n | plain }} человек в {{ count(schools) | plain }} школах.\n");
  desk.write_out();
  desk.edit("абзац 1", "Пришли {1: 12} человек из {2: 3} школ.");
  desk.put("Сегодня в {{ count(schools) | plain }} школах всего {{ n | plain }} человек.\n");
  CHECK(desk.document().find("Пришли 12 человек из 3 школ.") != std::string::npos);
  CHECK(desk.codes() == "C310 D3");
  CHECK(desk.message(compose::codes::words_template_changed).find("было «Всего {1: 12} человек в {2: 3} школах.», стало «Сегодня в {1: 3}") !=
        std::string::npos);
  desk.write_out();
  CHECK(desk.row("абзац 1").own == "Пришли {2: 12} человек из {1: 3} школ.");
  CHECK(desk.row("абзац 1").mark.starts_with("Шаблон изменился, было: Всего"));
  desk.document();
  CHECK(desk.codes() == "C310 D3");
  desk.row("абзац 1").mark.clear();
  CHECK(desk.document().find("Пришли 12 человек") != std::string::npos);
  CHECK(desk.codes().empty());
  desk.put("Сегодня в школах всего {{ n | plain }} человек.\n");
  desk.document();
  CHECK(desk.codes() == "C309 D3");
  const std::string before = desk.row("абзац 1").own;
  desk.write_out();
  CHECK(desk.row("абзац 1").own == before);
}

TEST_CASE("captions, notes and phrases instead of a table are worded; a caption is not taken out") {
  Desk desk("# Итоги {#x}\n\n```table\ncaption: Итоги {{ year }} года\nnote: По данным школ\nrows: s in schools\n"
            "columns:\n  - {id: a, title: Школа, value: s.short}\n```\n\nСм. раздел [](#x).\n");
  desk.write_out();
  CHECK(desk.places() == "заголовок: заголовок | «Итоги», таблица: название таблицы | «Итоги», таблица: примечание к таблице | "
                         "«Итоги», абзац 1: абзац");
  desk.own.rows[0].own = "Что вышло";
  desk.own.rows[1].own = "Результаты {1: 2021} года";
  desk.own.rows[2].own = "–";
  const std::string text = desk.document();
  CHECK(text.starts_with("# Что вышло\n"));
  CHECK(text.find("Результаты 2021 года") != std::string::npos);
  CHECK(text.find("По данным школ") == std::string::npos);
  CHECK(desk.codes().empty());
  desk.own.rows[0].own = "Что вышло {{#y}}";
  desk.document();
  CHECK(desk.codes() == "C305 D3");
  desk.own.rows[1].own = "–";
  desk.own.rows[0].own = "удалить";
  desk.document();
  CHECK(desk.codes() == "C314 D3, C314 D4");
}

TEST_CASE("words that stood out keep their look where they are kept") {
  Desk desk("Обратите **особое внимание** на {{ n | plain }} школ.\n");
  desk.write_out();
  desk.edit("абзац 1", "Просим обратить особое внимание на школы ({1: 12}).");
  CHECK(desk.document().find("Просим обратить *особое внимание* на школы") != std::string::npos);
  Desk other("Площадь – 64 м^2^, итого **{{ n | plain }}.** Школ 2.\n");
  other.write_out();
  other.edit("абзац 1", "Всего 64 м2 и 2 школы, {1: 12}. Всё.");
  CHECK(other.document().find("64 м^2 и 2 школы, *12**.* Всё.") != std::string::npos);
}

TEST_CASE("a book that is no sheet of words keeps its document from being made") {
  for (const char* bytes : {"", "не таблица", "PK\x03\x04 оборвано"}) {
    const compose::OwnText own = compose::read_own_text(bytes, "wording/Отчёт.xlsx", "Отчёт");
    CHECK(!own.readable);
    CHECK(own.found.has_errors());
  }
  const compose::OwnText csv = compose::read_own_text("Место;Текст\nа;б\n", "wording/Отчёт.xlsx", "Отчёт");
  REQUIRE(csv.found.has_errors());
  MemoryFiles files;
  files.add("/w/wording/Отчёт.xlsx", "мусор");
  files.add("/w/wording/записка.txt", "не наше");
  const auto loaded = compose::load_own_texts("/w", files);
  CHECK(loaded.diagnostics.has_errors());
  REQUIRE(loaded.product.size() == 1);
  const Diagnostics unused = compose::unused_own_texts({{"другой", {"Другой", "wording/Другой.xlsx", "", true, {}, {}}}}, {});
  REQUIRE(unused.size() == 1);
  CHECK(unused[0].code == &compose::codes::words_no_document);
}
