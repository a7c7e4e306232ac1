#include "typeset/paginate.h"

#include <algorithm>

#include "typeset/footnotes.h"
#include "typeset/page_end.h"

namespace svod::typeset {
namespace {

class Paginator {
 public:
  Paginator(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages)
      : galley_(galley), upright_(upright), turned_(turned), pages_(pages), notes_(galley) {}

  Placement run() {
    const auto& strips = galley_.strips;
    std::size_t from = title_page();
    while (from < strips.size()) {
      // A group of one orientation up to the next forced page.
      std::size_t to = from + 1;
      while (to < strips.size() && !strips[to].page_before && strips[to].landscape == strips[from].landscape) ++to;
      landscape_ = strips[from].landscape;
      fill(from, to);
      from = to;
    }
    while (notes_.waiting()) {
      new_page(from);
      draw_notes(frame().height);
    }
    if (pages_.pages.empty()) new_page(from);
    return std::move(placement_);
  }

 private:
  const Frame& frame() const { return landscape_ ? turned_ : upright_; }

  void new_page(std::size_t from) {
    const Frame& f = frame();
    Page page;
    page.width = f.page_width, page.height = f.page_height;
    page.left = f.left, page.top = f.top;
    page.right = f.left + f.width, page.bottom = f.top + f.height;
    pages_.pages.push_back(std::move(page));
    const auto strip = static_cast<std::uint32_t>(from);
    placement_.spans.push_back({strip, strip, 0});
  }

  // What is repeated at the top of a page that begins with this strip.
  const std::vector<Strip>& head_of(std::size_t strip) const {
    static const std::vector<Strip> none;
    const std::int32_t continuation = galley_.strips[strip].continuation;
    return continuation < 0 ? none : galley_.continuations[static_cast<std::size_t>(continuation)].head;
  }

  std::int32_t table_of(std::size_t strip) const {
    const std::int32_t continuation = galley_.strips[strip].continuation;
    return continuation < 0 ? -1 : galley_.continuations[static_cast<std::size_t>(continuation)].table;
  }

  // What closes a table where the page ends before `next`; null where none is divided there.
  const Strip* closing(std::size_t next) const {
    if (next == 0 || next >= galley_.strips.size() || table_of(next) < 0 || table_of(next - 1) != table_of(next)) {
      return nullptr;
    }
    return &galley_.continuations[static_cast<std::size_t>(galley_.strips[next].continuation)].closing;
  }

  // Sets strips [from, to) on pages of their own.
  void fill(std::size_t from, std::size_t to) {
    const auto& strips = galley_.strips;
    for (std::size_t at = from; at < to;) {
      new_page(at);
      static const std::vector<Strip> none;
      const std::vector<Strip>& head = at > from ? head_of(at) : none;
      const std::size_t end = shown_from(at, to, head);
      if (end == at) {  // notes of earlier pages leave no room for more
        draw_notes(frame().height);
        continue;
      }
      reserve(at, end);
      Length y = 0, foot = 0;
      for (const Strip& strip : head) {
        draw(strip, y += y == 0 ? 0 : strip.above);
        y += strip.height;
      }
      bool bare = head.empty();
      Length executor = 0;
      for (std::size_t i = at; i < end; ++i) {
        if (!shows(i)) continue;
        if (strips[i].zone == Zone::executor) {
          executor += strips[i].height;
          foot += strips[i].height + (foot == 0 ? strips[i].above : 0);
          continue;
        }
        if (!bare) y += strips[i].above;
        bare = false;
        draw(strips[i], y);
        y += strips[i].height;
      }
      if (const Strip* close = end < to ? closing(end) : nullptr) draw(*close, y);
      placement_.spans.back() = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), y};
      for (std::size_t i = at; i < end; ++i) notes_.call(strips[i]);
      draw_notes(frame().height - foot, y);
      if (foot > 0) draw_executor(at, end, std::max(y, frame().height - executor));
      at = end;
    }
  }

  bool shows(std::size_t i) const {
    return galley_.strips[i].until == 0 || std::find(hidden_.begin(), hidden_.end(), i) == hidden_.end();
  }

  // Where a page ends that begins with strip `at`, when it is known which strips show only before a break.
  std::size_t shown_from(std::size_t at, std::size_t to, const std::vector<Strip>& head) {
    forced_.clear();
    for (;;) {
      const std::size_t end = page_from(at, to, head);
      bool again = false;
      for (const std::size_t i : hidden_) {
        if (i >= end || galley_.strips[i].until <= end) continue;
        forced_.push_back(i);  // notes took the room of rows that would have ended here
        again = true;
      }
      if (!again) return end;
    }
  }

  // Whether the strips that a strip depends on all end on this page, where it begins at `y`.
  bool all_end(std::size_t i, Length y, Length height) const {
    for (std::size_t k = i + 1; k < galley_.strips[i].until && y <= height; ++k) {
      y += galley_.strips[k].height + galley_.strips[k].above;
    }
    return y <= height;
  }

  // Where a page ends that begins with strip `at`; `at` where notes of earlier pages must be placed first.
  std::size_t page_from(std::size_t at, std::size_t to, const std::vector<Strip>& head) {
    const auto& strips = galley_.strips;
    const Length height = frame().height;
    notes_.plan(height);
    hidden_.clear();
    Length y = 0, foot = 0;
    for (const Strip& strip : head) y += strip.height + (y == 0 ? 0 : strip.above);
    bool bare = head.empty();
    std::size_t fit = at;
    for (; fit < to; ++fit) {
      const Strip& strip = strips[fit];
      if (strip.until != 0 && all_end(fit, y, height - foot - notes_.least()) &&
          std::find(forced_.begin(), forced_.end(), fit) == forced_.end()) {
        hidden_.push_back(fit);
        continue;
      }
      if (strip.zone == Zone::executor) {
        foot += strip.height + (foot == 0 ? strip.above : 0);
      } else {
        y += strip.height + (bare ? 0 : strip.above);
        bare = false;
      }
      const bool admitted = notes_.add(strip);
      const Strip* close = fit + 1 < to ? closing(fit + 1) : nullptr;
      if (admitted && y + foot + notes_.least() + (close ? close->height : 0) <= height) continue;
      if (fit > at || notes_.waiting()) break;
    }
    // A line or two is not too much for a whole word.
    return fit == at || fit == to ? fit : page_end(strips, at, fit, height / 14);
  }

  // What strips [from, to) put on the page, so that its vectors hold no more than they need.
  void reserve(std::size_t from, std::size_t to) {
    Page& page = pages_.pages.back();
    std::size_t runs = 0, rects = 0;
    for (std::size_t i = from; i < to; ++i) {
      runs += galley_.strips[i].run_last - galley_.strips[i].run_first;
      rects += galley_.strips[i].rect_last - galley_.strips[i].rect_first;
    }
    page.runs.reserve(runs + 8);
    page.rects.reserve(rects + 4);
  }

  // Notes stand at the foot of `room`, below text that ends at `y`.
  void draw_notes(Length room, Length y = -1) {
    if (!notes_.waiting()) return;
    const Length taken = notes_.place(y < 0 ? room : room - y, y < 0, note_lines_);
    if (taken == 0) return;
    Length top = std::max(y, room - taken);
    draw(galley_.note_rule, top);
    top += galley_.note_rule.height;
    for (const std::uint32_t line : note_lines_) {
      draw(galley_.note_lines[line], top);
      top += galley_.note_lines[line].height;
    }
  }

  void draw_executor(std::size_t from, std::size_t to, Length y) {
    for (std::size_t i = from; i < to; ++i) {
      const Strip& strip = galley_.strips[i];
      if (strip.zone != Zone::executor) continue;
      draw(strip, y);
      y += strip.height;
    }
  }

  void draw(const Strip& strip, Length y) {
    Page& page = pages_.pages.back();
    const Length dx = page.left, dy = page.top + y;
    const auto at = [](std::uint32_t i) { return static_cast<std::size_t>(i); };
    for (std::size_t i = at(strip.rect_first); i < at(strip.rect_last); ++i) {
      Rect rect = galley_.drawing.rects[i];
      rect.x += dx, rect.y += dy;
      page.rects.push_back(rect);
    }
    for (std::size_t i = at(strip.run_first); i < at(strip.run_last); ++i) {
      GlyphRun run = galley_.drawing.runs[i];
      run.x += dx, run.baseline += dy;
      page.runs.push_back(run);
    }
    for (std::size_t i = at(strip.link_first); i < at(strip.link_last); ++i) {
      Link link = galley_.drawing.links[i];
      link.x += dx, link.y += dy;
      page.links.push_back(link);
    }
    for (std::size_t i = at(strip.figure_first); i < at(strip.figure_last); ++i) {
      Figure figure = galley_.drawing.figures[i];
      const auto moved = static_cast<std::uint32_t>(page.paths.size());
      for (std::uint32_t k = figure.path_first; k < figure.path_last; ++k) {
        page.paths.push_back(galley_.drawing.paths[k]);
        for (Point& point : page.paths.back().points) point.x += dx, point.y += dy;
      }
      figure.path_first = moved, figure.path_last = static_cast<std::uint32_t>(page.paths.size());
      page.figures.push_back(std::move(figure));
    }
    const auto number = static_cast<std::uint32_t>(pages_.pages.size() - 1);
    if (strip.destination >= 0) lead(strip.destination, {number, dy});
    if (strip.entry >= 0) placement_.entries.push_back({strip.entry, number, dy, page.runs.size()});
    if (strip.heading >= 0) placement_.headings.push_back({strip.heading, number, dy, page.runs.size()});
    for (std::size_t i = at(strip.note_first); i < at(strip.note_last); ++i) {
      const auto note = static_cast<std::size_t>(galley_.drawing.notes[i]);
      if (note < galley_.notes.size()) lead(galley_.notes[note].mark, {number, dy});
    }
  }

  // The first place stays: heads that are repeated lead nowhere new.
  void lead(std::int32_t destination, Destination place) {
    if (destination < 0) return;
    const auto index = static_cast<std::size_t>(destination);
    if (led_.size() <= index) led_.resize(pages_.destinations.size(), false);
    if (led_[index]) return;
    led_[index] = true;
    pages_.destinations[index] = place;
  }

  // The strips that stand on the title page; how many there are. Where they are too many for it they flow.
  std::size_t title_page() {
    const auto& strips = galley_.strips;
    std::size_t count = 0;
    while (count < strips.size() && strips[count].zone != Zone::flow && strips[count].zone != Zone::executor) ++count;
    notes_.plan(upright_.height);
    for (std::size_t i = 0; i < count; ++i) notes_.add(strips[i]);
    const Length room = upright_.height - notes_.least();
    if (count == 0 || height(0, count) > room) return 0;
    new_page(0);
    std::size_t middle = 0;
    while (middle < count && strips[middle].zone == Zone::top) ++middle;
    std::size_t foot = middle;
    while (foot < count && strips[foot].zone != Zone::foot) ++foot;
    Length y = put(0, middle, 0);
    // The optical middle lies above the geometrical one.
    const Length title = height(middle, foot), imprint = height(foot, count);
    const Length wish = frame().height * 42 / 100 - title / 2;
    const Length highest = y + (middle > 0 && middle < foot ? strips[middle].above : 0);
    y = put(middle, foot, std::max(highest, std::min(wish, room - imprint - title)));
    y = put(foot, count, std::max(y, room - imprint));
    placement_.spans.back() = {0, static_cast<std::uint32_t>(count), y};
    for (std::size_t i = 0; i < count; ++i) notes_.call(strips[i]);
    draw_notes(frame().height, y);
    return count;
  }

  // Of strips [from, to), without the space above the first.
  Length height(std::size_t from, std::size_t to) const {
    Length sum = 0;
    for (std::size_t i = from; i < to; ++i) {
      sum += galley_.strips[i].height + (i == from ? 0 : galley_.strips[i].above);
    }
    return sum;
  }

  Length put(std::size_t from, std::size_t to, Length y) {
    for (std::size_t i = from; i < to; ++i) {
      if (i > from) y += galley_.strips[i].above;
      draw(galley_.strips[i], y);
      y += galley_.strips[i].height;
    }
    return y;
  }

  const Galley& galley_;
  Frame upright_, turned_;
  Pages& pages_;
  Footnotes notes_;
  Placement placement_;
  bool landscape_ = false;
  std::vector<std::uint32_t> note_lines_;
  std::vector<bool> led_;                     // destinations that have their place
  std::vector<std::size_t> hidden_, forced_;  // of this page's strips that show only before a break
};

}  // namespace

Placement paginate(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages) {
  return Paginator(galley, upright, turned, pages).run();
}

}  // namespace svod::typeset
