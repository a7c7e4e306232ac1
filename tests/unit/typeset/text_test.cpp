#include <algorithm>

#include "base/text.h"
#include "catch.h"
#include "laid_out.h"
#include "typeset/paragraph.h"
#include "typeset/profile.h"

using namespace svod;
using namespace samples;
using typeset::Length;
using typeset::pt;

namespace {

// The lines into which a text breaks at a width.
struct Setter {
  typeset::Pages pages;
  Diagnostics diagnostics;
  const typeset::Profile& profile = *profiles().find("report");
  typeset::Shaper shaper{profile, fonts(), pages, diagnostics};
  typeset::Paragraphs paragraphs{shaper, [](const std::string&) { return -1; }};
  typeset::TextStyle style = profile.role(Role::body);

  std::vector<std::string> lines(const std::string& value, Length width, bool justify = true) {
    std::vector<typeset::Line> broken;
    const auto shaped = paragraphs.add(value, style);
    paragraphs.break_lines(shaped, width, width, justify, broken);
    std::vector<std::string> out;
    typeset::Galley galley(pages.glyphs);
    for (const auto& line : broken) {
      galley.drawing.runs.clear();
      paragraphs.set(line, 0, 0, width, justify ? Align::justify : Align::left, galley.drawing);
      out.emplace_back();
      for (const auto& run : galley.drawing.runs) {
        CHECK(end_of(pages, run) <= width + 60);
        out.back() += typeset::text(pages, run);
      }
    }
    return out;
  }
};

}  // namespace

TEST_CASE("lines end at spaces, after hyphens and dashes between letters, never at no-break spaces") {
  Setter set;
  set.style.hyphenate = false;
  CHECK(set.lines("один два три", pt(50), false) == std::vector<std::string>{"один два", "три"});
  CHECK(set.lines("учебно-методический", pt(80), false) == std::vector<std::string>{"учебно-", "методический"});
  CHECK(set.lines("в\u00a0г.\u00a0Кемерово и\u00a0школе", pt(80), false) ==
        std::vector<std::string>{"в\u00a0г.\u00a0Кемерово", "и\u00a0школе"});
  CHECK(set.lines("баллы 60–69 и 2-й", pt(55), false) == std::vector<std::string>{"баллы", "60–69 и", "2-й"});
  CHECK(set.lines("№ п/п и/или предприятиями/учреждениями", pt(110), false) ==
        std::vector<std::string>{"№ п/п и/или", "предприятиями/", "учреждениями"});
}

TEST_CASE("a dash never begins a line, nor a per cent sign") {
  Setter set;
  set.style.hyphenate = false;
  CHECK(set.lines("школа – лицей", pt(38), false) == std::vector<std::string>{"школа", "–", "лицей"});
  CHECK(set.lines("школа – лицей", pt(48), false) == std::vector<std::string>{"школа –", "лицей"});
  CHECK(set.lines("доля 98,6 %", pt(60), false) == std::vector<std::string>{"доля", "98,6 %"});
}

TEST_CASE("words are hyphenated only where a line would be loose, and the hyphen is soft") {
  Setter set;
  const auto lines = set.lines("общеобразовательных организациях муниципального округа", pt(90));
  REQUIRE(lines.size() > 2);
  std::string joined;
  bool soft = false;
  for (const auto& line : lines) {
    joined += line;
    soft = soft || (line.size() > 2 && line.substr(line.size() - 2) == "\u00ad");
  }
  CHECK(soft);
  CHECK(letters(joined) == letters("общеобразовательных организациях муниципального округа"));
}

TEST_CASE("a word wider than its line is divided at letters, and none is lost") {
  Setter set;
  std::string word;
  for (int i = 0; i < 60; ++i) word += "ж";
  const auto lines = set.lines(word, pt(100));
  CHECK(lines.size() > 3);
  std::string joined;
  for (const auto& line : lines) joined += line;
  CHECK(letters(joined) == word);
}

TEST_CASE("tied words wider than a line end it somewhere") {
  Setter set;
  const auto lines = set.lines("а\u00a0б\u00a0в\u00a0г\u00a0д\u00a0е\u00a0ж\u00a0з\u00a0и\u00a0к", pt(40));
  std::string joined;
  for (const auto& line : lines) joined += line;
  CHECK(lines.size() > 1);
  CHECK(letters(joined) == "абвгдежзик");
}

TEST_CASE("thin and narrow spaces are advances where the font lacks them") {
  Setter set;
  const auto& shaper_width = [&](const std::string& value) { return set.paragraphs.add(value, set.style).max; };
  const Length without = shaper_width("1200"), narrow = shaper_width("1\u202f200"), thin = shaper_width("1\u2009200"),
               plain = shaper_width("1\u00a0200");
  CHECK(narrow > without);
  CHECK(thin > without);
  CHECK(narrow < plain);
  CHECK(set.diagnostics.empty());
  CHECK(set.lines("1\u202f200", pt(100)) == std::vector<std::string>{"1\u202f200"});
}

TEST_CASE("hyphens that the font lacks are set as hyphens and keep their text") {
  Setter set;
  CHECK(set.lines("северо\u2010запад 273\u2011ФЗ", pt(300)) ==
        std::vector<std::string>{"северо\u2010запад 273\u2011ФЗ"});
  CHECK(set.diagnostics.empty());
}

TEST_CASE("a letter that the font lacks comes from another, with a warning that names the word") {
  Setter set;
  CHECK(set.lines("доля ≡ ядро Ω∮", pt(300)).front() == "доля ≡ ядро Ω∮");
  REQUIRE(set.diagnostics.size() >= 1);
  CHECK(set.diagnostics[0].code->id == "L104");
  CHECK(set.diagnostics[0].message.find("≡") != std::string::npos);
}

TEST_CASE("a letter of no font shows a sign of replacement, keeps its text, and is a warning") {
  Setter set;
  CHECK(set.lines("имя \U0001F600", pt(300)).front() == "имя \U0001F600");
  CHECK_FALSE(set.diagnostics.empty());
  Setter rare;
  CHECK(rare.lines("\U00013000", pt(300)).front() == "\U00013000");
  REQUIRE(rare.diagnostics.size() == 1);
  CHECK(rare.diagnostics[0].code->id == "L105");
}

TEST_CASE("letters with combining marks stay one letter of text") {
  Setter set;
  const std::string value = "и\u0306 е\u0308 а\u0301";
  CHECK(set.lines(value, pt(300)).front() == value);
}

TEST_CASE("the decimal comma is found for alignment") {
  Setter set;
  const auto whole = [&](const std::string& value) {
    return set.paragraphs.before_comma(set.paragraphs.add(value, set.style));
  };
  const auto width = [&](const std::string& value) { return set.paragraphs.add(value, set.style).max; };
  CHECK(whole("12,5") == width("12"));
  CHECK(whole("12 %") == width("12"));
  CHECK(whole("−3") == width("−3"));
  CHECK(whole("…") == width("…"));
  CHECK(whole("нет данных") == -1);
}

TEST_CASE("a justified paragraph is broken as a whole: no line is loose where another way has none") {
  Setter set;
  const std::string text =
      "Показатели вычислены по исходным строкам: средние значения муниципалитета получены из результатов участников, "
      "а не из средних по школам, поэтому они могут отличаться от средних, которые школы посчитали сами; различия "
      "объяснены в приложении, где для каждого предмета названы участники, минимальный балл и средний балл региона.";
  for (const int width : {300, 360, 420, 467}) {
    INFO(width);
    std::vector<typeset::Line> broken;
    set.paragraphs.clear();
    set.paragraphs.break_lines(set.paragraphs.add(text, set.style), pt(width - 20), pt(width), true, broken);
    REQUIRE(broken.size() > 2);
    Length worst = 0;
    for (std::size_t i = 0; i + 1 < broken.size(); ++i) {
      const Length extra = (i == 0 ? pt(width - 20) : pt(width)) - broken[i].natural;
      CHECK(broken[i].spaces > 0);
      worst = std::max(worst, extra / std::max(broken[i].spaces, 1));
      // Shrunk no more than a fifth of a space.
      CHECK(extra >= -set.paragraphs.add(" ", set.style).max * broken[i].spaces / 4);
    }
    CHECK(worst < set.style.size / 3);
    for (std::size_t i = 2; i < broken.size(); ++i) {
      CHECK_FALSE((broken[i].tail && broken[i - 1].tail && broken[i - 2].tail));
    }
  }
}

TEST_CASE("a line that nothing can mend is marked as loose, and only it") {
  Setter set;
  set.style.hyphenate = false;
  std::vector<typeset::Line> broken;
  const Length width = set.paragraphs.add("человеконенавистничествующий", set.style).max + pt(4);
  set.paragraphs.break_lines(set.paragraphs.add("и у школ человеконенавистничествующий ряд", set.style), width, width, true,
                             broken);
  REQUIRE(broken.size() == 3);
  CHECK(broken[0].loose);
  CHECK_FALSE(broken[1].loose);
  CHECK_FALSE(broken[2].loose);
  CHECK(set.paragraphs.text_of(broken[0]) == "и у школ");
}

TEST_CASE("what lacks in a loose line goes partly between the letters, too little to be seen") {
  Setter set;
  std::vector<typeset::Line> broken;
  const auto shaped = set.paragraphs.add("в школах муниципалитета человеконенавистничествующий", set.style);
  set.style.hyphenate = false;
  set.paragraphs.break_lines(shaped, pt(185), pt(185), true, broken);
  typeset::Galley galley(set.pages.glyphs);
  set.paragraphs.set(broken.front(), 0, 0, pt(185), Align::justify, galley.drawing);
  CHECK(end_of(set.pages, galley.drawing.runs.back()) >= pt(185) - 60);
  CHECK(end_of(set.pages, galley.drawing.runs.back()) <= pt(185) + 60);
}

TEST_CASE("superscripts and subscripts are smaller and off the baseline, and their text comes back") {
  Setter set;
  document::Run metre, above, rest, below;
  metre.text = "м", above.text = "2", rest.text = " и x", below.text = "i";
  above.position = document::Run::Position::above;
  below.position = document::Run::Position::below;
  std::vector<typeset::Line> broken;
  set.paragraphs.break_lines(set.paragraphs.add({metre, above, rest, below}, set.style), pt(200), pt(200), true, broken);
  typeset::Galley galley(set.pages.glyphs);
  set.paragraphs.set(broken.front(), 0, pt(100), pt(200), Align::left, galley.drawing);
  REQUIRE(galley.drawing.runs.size() == 4);
  CHECK(galley.drawing.runs[1].baseline < pt(100));
  CHECK(galley.drawing.runs[1].size < set.style.size);
  CHECK(galley.drawing.runs[2].baseline == pt(100));
  CHECK(galley.drawing.runs[3].baseline > pt(100));
  std::string text;
  for (const auto& run : galley.drawing.runs) text += typeset::text(set.pages, run);
  CHECK(text == "м2 и xi");
}

TEST_CASE("a loose line of a document is reported with its text and place") {
  Document document;
  document.profile = "official";
  std::string words;
  for (int i = 0; i < 6; ++i) words += "СверхвысокопреобразовательноСверхвысокопреобразовательно ";
  document.blocks.push_back(paragraph(words));
  const auto made = typeset::lay_out(document, fonts(), profiles());
  const auto loose = std::find_if(made.diagnostics.begin(), made.diagnostics.end(),
                                  [](const Diagnostic& d) { return d.code->id == "L111"; });
  REQUIRE(loose != made.diagnostics.end());
  CHECK(loose->where.file == "templates/sample.md");
  CHECK(loose->message.find("«СверхвысокопреобразовательноСверхвысокопреобразовательно»") != std::string::npos);
}

TEST_CASE("a word wider than the line begins where the line has room, and does not spoil the others") {
  Setter set;
  std::vector<typeset::Line> broken;
  const std::string latin(104, 'm');
  const std::string text = "Слово без переносов " + latin + " стоит среди обыкновенных слов, и строки вокруг него набраны так, "
                           "как набраны были бы без него.";
  const auto shaped = set.paragraphs.add(text, set.style);
  set.paragraphs.break_lines(shaped, pt(420), pt(420), true, broken);
  std::string joined;
  for (const auto& line : broken) {
    joined += set.paragraphs.text_of(line);
    CHECK_FALSE(line.loose);
    CHECK((line.ends || pt(420) - line.natural < pt(60)));
  }
  CHECK(letters(joined) == letters(text));
}
