#include <algorithm>
#include <map>
#include <random>
#include <thread>

#include "base/text.h"
#include "catch.h"
#include "laid_out.h"

using namespace svod;
using namespace samples;

namespace {

// Random trees with everything that makes layout hard: long words, deep lists, wide and high tables, spans.
class Trees {
 public:
  explicit Trees(unsigned seed) : random_(seed) {}

  Document document() {
    Document made = empty(chance(50) ? "report" : "official");
    if (chance(60)) made.mark = words(1 + below(12));
    said_.clear();  // the mark stands outside the text
    if (chance(30)) {
      made.blocks.push_back(paragraph(words(6), Role::letterhead));
      made.blocks.push_back(paragraph(words(1 + below(10)), Role::title));
      made.blocks.push_back(paragraph(words(3), Role::imprint));
    }
    if (chance(10)) made.blocks.push_back(block(Contents{words(1), 1 + static_cast<int>(below(4))}));
    const std::size_t count = below(14);
    for (std::size_t i = 0; i < count; ++i) {
      made.blocks.push_back(any(0));
      made.blocks.back().landscape = chance(6);
    }
    made.notes = std::move(notes_);
    return made;
  }

  /// Paragraphs, headings and lists alone, whose words come in the order in which they were put in.
  Document prose_only() {
    plain_ = true;
    Document made = empty(chance(50) ? "report" : "official");
    for (std::size_t i = 1 + below(chance(5) ? 400 : 20); i > 0; --i) made.blocks.push_back(any(0));
    return made;
  }

  /// Every word that was put into the document's text, in order.
  const std::vector<std::string>& said() const { return said_; }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  bool chance(unsigned per_cent) { return random_() % 100 < per_cent; }

  std::string word() {
    static constexpr const char* letters[] = {"а", "б", "о", "к", "ш", "щ", "ю", "е", "н", "т", "л", "ё", "и", "с"};
    std::string made;
    std::size_t length = 1 + below(10);
    if (chance(3)) length = 40 + below(260);
    // A number makes each word known again.
    for (std::size_t i = 0; i < length; ++i) made += letters[below(std::size(letters))];
    made += std::to_string(next_++);
    said_.push_back(made);
    return made;
  }

  std::string words(std::size_t count) {
    static constexpr const char* spaces[] = {" ", " ", " ", " ", " ", "\u00a0", "\u202f", " – ", "-", "/"};
    std::string made;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) made += spaces[below(std::size(spaces))];
      made += word();
    }
    return made;
  }

  Runs runs() {
    Runs made;
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
      Run run = text(words(below(chance(10) ? 150 : 30)));
      run.bold = chance(20);
      run.italic = chance(20);
      run.spaced = chance(5);
      made.push_back(run);
      if (chance(10)) made.push_back(line_end());
      if (!plain_ && chance(5)) made.push_back(note_mark());
    }
    return made;
  }

  // The note begins with a word that no other has.
  Run note_mark() {
    Run mark = text("м" + std::to_string(notes_.size()) + "м");
    mark.position = Run::Position::above;
    mark.note = static_cast<std::int32_t>(notes_.size());
    notes_.push_back({text("н" + std::to_string(notes_.size()) + "н " + words(below(chance(10) ? 400 : 25)))});
    return mark;
  }

  Row any_row(std::size_t columns) {
    Row made;
    made.kind = static_cast<Row::Kind>(chance(80) ? 0 : 1 + below(2));
    for (std::size_t c = 0; c < columns; ++c) {
      Cell next = chance(60) ? cell(std::to_string(below(2000)) + "," + std::to_string(below(10)))
                             : cell(words(below(chance(4) ? 300 : 6)));
      if (chance(1)) next.runs.push_back(note_mark());
      made.cells.push_back(next);
    }
    return made;
  }

  Table table() {
    Table made;
    made.caption = chance(80) ? words(below(12)) : "";
    made.number = chance(70) ? "7" : "";
    made.compact = chance(20);
    const std::size_t columns = 1 + below(chance(10) ? 40 : 7);
    for (std::size_t c = 0; c < columns; ++c) made.columns.push_back(column("c", chance(60), chance(10) ? 1.5 : 0));
    for (std::size_t r = below(3); r > 0; --r) made.head.push_back(any_row(columns));
    for (std::size_t r = below(chance(10) ? 120 : 12); r > 0; --r) made.rows.push_back(any_row(columns));
    // Spans cover later cells, whose text would go: only the last cell of a row grows.
    for (Row& row : made.rows) {
      if (chance(10)) row.cells.back().columns = 1 + static_cast<int>(below(4));
    }
    if (chance(30)) made.legend = {words(4), words(20)};
    return made;
  }

  Block any(int depth) {
    static constexpr std::size_t in_plain[] = {0, 1, 2, 2, 9};
    switch (plain_ ? in_plain[below(depth > 6 ? 4 : 5)] : below(depth > 3 ? 4 : 10)) {
      case 0:
        return heading(1 + static_cast<int>(below(5)), chance(50) ? "1.1" : "", words(1 + below(12)),
                       "a" + std::to_string(next_));
      case 1: {
        const auto role = static_cast<Role>(below(plain_ ? 12 : 13));
        return block(Paragraph{runs(), role});
      }
      case 2:
      case 3:
        return block(Paragraph{runs(), Role::body});
      case 4:
      case 5:
        return block(table());
      case 6:
        return block(Signature{words(1 + below(14)), words(1 + below(6))});
      case 7:
        return block(AppendixMark{{words(2), words(8)}});
      case 8:
        return chance(50) ? block(PageBreak{})
                          : block(DateAndNumber{chance(50) ? words(3) : "", chance(50) ? words(2) : "", words(1)});
      default: {
        List list;
        list.numbered = chance(50);
        for (std::size_t i = 1 + below(4); i > 0; --i) {
          Item one{list.numbered ? "1.1." : "–", {}};
          for (std::size_t b = below(3); b > 0; --b) one.blocks.push_back(any(depth + 1));
          list.items.push_back(one);
        }
        return block(list);
      }
    }
  }

  std::mt19937 random_;
  bool plain_ = false;
  std::vector<Runs> notes_;
  std::vector<std::string> said_;
  std::size_t next_ = 1000;
};

std::string body_text_letters(const typeset::Pages& pages) { return letters(body_text(pages)); }

std::string said_text(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

std::map<char32_t, std::size_t> count(const std::string& text) {
  std::map<char32_t, std::size_t> made;
  for (std::size_t at = 0; at < text.size();) ++made[next_code_point(text, at)];
  return made;
}

// The first page with this word.
std::size_t page_of(const std::vector<std::string>& pages, const std::string& word) {
  std::size_t page = 0;
  while (page < pages.size() && pages[page].find(word) == std::string::npos) ++page;
  return page;
}

// Two runs of a page whose letters lie upon each other, by more than kerning moves them; empty where all is well.
std::string overlap(const typeset::Pages& pages) {
  struct Box {
    typeset::Length left, right, top, bottom;
    const typeset::GlyphRun* run;
  };
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    const auto& page = pages.pages[p];
    std::vector<Box> boxes;
    for (const auto& run : page.runs) {
      const typeset::Length kern = run.size / 8;  // what neighbours on a line may share
      boxes.push_back({run.x + kern, end_of(pages, run) - kern, run.baseline - run.size / 2, run.baseline, &run});
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      for (std::size_t b = a + 1; b < boxes.size() && boxes[b].top < boxes[a].bottom; ++b) {
        if (boxes[a].left < boxes[b].right && boxes[b].left < boxes[a].right) {
          return "page " + std::to_string(p + 1) + ": " + typeset::text(pages, *boxes[a].run) + " | " +
                 typeset::text(pages, *boxes[b].run) + " at " + std::to_string(boxes[a].left) + ".." +
                 std::to_string(boxes[a].right) + ", " + std::to_string(boxes[a].run->baseline) + " and " +
                 std::to_string(boxes[b].left) + ".." + std::to_string(boxes[b].right) + ", " +
                 std::to_string(boxes[b].run->baseline);
        }
      }
    }
  }
  return {};
}

bool same(const typeset::Pages& a, const typeset::Pages& b) {
  if (a.pages.size() != b.pages.size() || a.glyphs.size() != b.glyphs.size()) return false;
  for (std::size_t i = 0; i < a.glyphs.size(); ++i) {
    if (a.glyphs[i].code != b.glyphs[i].code || a.glyphs[i].advance != b.glyphs[i].advance) return false;
  }
  for (std::size_t p = 0; p < a.pages.size(); ++p) {
    if (a.pages[p].runs.size() != b.pages[p].runs.size()) return false;
    for (std::size_t r = 0; r < a.pages[p].runs.size(); ++r) {
      const auto &x = a.pages[p].runs[r], &y = b.pages[p].runs[r];
      if (x.x != y.x || x.baseline != y.baseline || x.face != y.face || x.first != y.first) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("random documents: always an end, nothing outside the margins, no word lost") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    Trees trees(seed);
    const Document document = trees.document();
    const auto pages = pages_of(document);
    INFO("seed " << seed);
    REQUIRE(!pages.pages.empty());
    CHECK(outside(pages) == "");
    // Words are divided between lines, and lines of neighbouring cells stand between their parts: letters are
    // counted. Every one that was put in is on the pages; repeated heads and contents may only add.
    const auto printed = count(body_text_letters(pages)), said = count(said_text(trees.said()));
    for (const auto& [letter, times] : said) {
      INFO("letter " << static_cast<unsigned>(letter));
      const auto found = printed.find(letter);
      CHECK((found == printed.end() ? 0 : found->second) >= times);
    }
  }
}

TEST_CASE("random documents: footnotes begin on the page of their first mark") {
  int found = 0;
  for (unsigned seed = 1; seed <= 200; ++seed) {
    Trees trees(seed);
    const Document document = trees.document();
    const auto pages = pages_of(document);
    INFO("seed " << seed);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) texts.push_back(all_text(pages, i));
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
      INFO("note " << i);
      const std::size_t mark = page_of(texts, "м" + std::to_string(i) + "м");
      if (mark == texts.size()) continue;  // the mark is divided in a narrow cell
      CHECK(page_of(texts, "н" + std::to_string(i) + "н") == mark);
      ++found;
    }
  }
  CHECK(found > 200);
}

TEST_CASE("random prose: the text of the pages is the text of the document, in its order") {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    Trees trees(seed + 1000);
    const std::string text = body_text_letters(pages_of(trees.prose_only()));
    INFO("seed " << seed);
    std::size_t at = 0;
    for (const std::string& word : trees.said()) {
      const std::size_t next = text.find(word, at);
      INFO(word);
      REQUIRE(next != std::string::npos);
      at = next + word.size();
    }
  }
}

TEST_CASE("random documents: no line of text lies upon another") {
  for (unsigned seed = 1; seed <= 120; ++seed) {
    const auto pages = pages_of(Trees(seed + 2000).document());
    INFO("seed " << seed);
    CHECK(overlap(pages) == "");
  }
}

TEST_CASE("random documents are the same in any thread") {
  std::vector<typeset::Pages> alone, together(12);
  for (unsigned seed = 0; seed < 12; ++seed) alone.push_back(pages_of(Trees(seed + 500).document()));
  std::vector<std::jthread> threads;
  for (unsigned t = 0; t < 3; ++t) {
    threads.emplace_back([&together, t] {
      for (unsigned seed = t; seed < 12; seed += 3) together[seed] = pages_of(Trees(seed + 500).document());
    });
  }
  threads.clear();
  for (std::size_t i = 0; i < 12; ++i) CHECK(same(alone[i], together[i]));
}
