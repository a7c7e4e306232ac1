#include "typeset/paginate.h"

#include <algorithm>

namespace svod::typeset {
namespace {

class Paginator {
 public:
  Paginator(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages)
      : galley_(galley), upright_(upright), turned_(turned), pages_(pages) {}

  Placement run() {
    const auto& strips = galley_.strips;
    std::size_t from = title_page();
    while (from < strips.size()) {
      // A group of one orientation up to the next forced page.
      std::size_t to = from + 1;
      while (to < strips.size() && !strips[to].page_before && strips[to].landscape == strips[from].landscape) ++to;
      begin(strips[from].landscape, strips[from].page_before);
      place(from, to, Keep::wish);
      from = to;
    }
    if (pages_.pages.empty()) new_page(false);
    return std::move(placement_);
  }

 private:
  const Frame& frame() const { return landscape_ ? turned_ : upright_; }

  void new_page(bool landscape) {
    landscape_ = landscape;
    const Frame& f = frame();
    Page page;
    page.width = f.page_width, page.height = f.page_height;
    page.left = f.left, page.top = f.top;
    page.right = f.left + f.width, page.bottom = f.top + f.height;
    pages_.pages.push_back(std::move(page));
    y_ = 0;
    bare_ = true;
  }

  void begin(bool landscape, bool fresh) {
    if (pages_.pages.empty() || (!bare_ && (fresh || landscape != landscape_))) {
      new_page(landscape);
    } else if (landscape != landscape_) {
      pages_.pages.pop_back();
      new_page(landscape);
    }
  }

  // Where the strips end that begin at `y`, with what must stay free below them.
  Length end_of(std::size_t from, std::size_t to, Length y, bool top) const {
    for (std::size_t i = from; i < to; ++i) {
      const Strip& strip = galley_.strips[i];
      if (!shows(i, y)) continue;
      y += strip.height + (top ? 0 : strip.above);
      top = false;
    }
    return y + closing(to);
  }

  Length height(std::size_t from, std::size_t to, bool top) const { return end_of(from, to, 0, top); }

  // Whether a strip that is drawn only before a page break is drawn at `y`.
  bool shows(std::size_t i, Length y) const {
    const std::size_t until = galley_.strips[i].until;
    if (until == 0) return true;
    for (std::size_t k = i + 1; k < until && y <= frame().height; ++k) {
      y += galley_.strips[k].height + galley_.strips[k].above;
    }
    return y > frame().height;
  }

  std::int32_t table_of(std::size_t strip) const {
    const std::int32_t continuation = galley_.strips[strip].continuation;
    return continuation < 0 ? -1 : galley_.continuations[static_cast<std::size_t>(continuation)].table;
  }

  // What closes a table needs where the page ends before `next`.
  Length closing(std::size_t next) const {
    if (next == 0 || next >= galley_.strips.size() || table_of(next) < 0) return 0;
    if (table_of(next - 1) != table_of(next)) return 0;
    return galley_.continuations[static_cast<std::size_t>(galley_.strips[next].continuation)].closing.height;
  }

  Length repeated(std::size_t strip) const {
    const std::int32_t continuation = galley_.strips[strip].continuation;
    if (continuation < 0) return 0;
    Length sum = 0;
    for (const Strip& head : galley_.continuations[static_cast<std::size_t>(continuation)].head)
      sum += head.height + head.above;
    return sum;
  }

  // Places [from, to), dividing it where `least` or a stronger wish does not hold it together.
  void place(std::size_t from, std::size_t to, Keep least) {
    const auto& strips = galley_.strips;
    while (from < to) {
      std::size_t end = from + 1;
      while (end < to && strips[end - 1].keep >= least) ++end;
      if (end_of(from, end, y_, bare_) <= frame().height) {
        put(from, end);
      } else if (const Length alone = height(from, end, true) + repeated(from); alone <= frame().height) {
        turn_page(from);
        put(from, end);
      } else if (end == from + 1) {
        if (!bare_) turn_page(from);
        put(from, end);
      } else if (least == Keep::wish) {
        place(from, end, Keep::must);
      } else {
        for (std::size_t i = from; i < end; ++i) place(i, i + 1, Keep::must);
      }
      from = end;
    }
  }

  void put(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (shows(i, y_)) put(galley_.strips[i]);
    }
    if (to > from) last_table_ = table_of(to - 1);
  }

  void put(const Strip& strip) {
    if (!bare_) y_ += strip.above;
    draw(strip, y_);
    y_ += strip.height;
    bare_ = false;
  }

  void turn_page(std::size_t next) {
    const Strip& strip = galley_.strips[next];
    if (!bare_ && strip.continuation >= 0 && table_of(next) == last_table_) {
      draw(galley_.continuations[static_cast<std::size_t>(strip.continuation)].closing, y_);
    }
    new_page(landscape_);
    if (strip.continuation < 0) return;
    for (const Strip& head : galley_.continuations[static_cast<std::size_t>(strip.continuation)].head) put(head);
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
    if (strip.destination >= 0) pages_.destinations[static_cast<std::size_t>(strip.destination)] = {number, dy};
    if (strip.entry >= 0) placement_.entries.push_back({strip.entry, number, dy, page.runs.size()});
    if (strip.heading >= 0) placement_.headings.push_back({strip.heading, number, dy, page.runs.size()});
  }

  // The strips that stand on the title page; how many there are. Where they are too many for it they flow.
  std::size_t title_page() {
    const auto& strips = galley_.strips;
    std::size_t count = 0;
    while (count < strips.size() && strips[count].zone != Zone::flow) ++count;
    if (count == 0 || height(0, count, true) > upright_.height) return 0;
    new_page(false);
    std::size_t middle = 0;
    while (middle < count && strips[middle].zone == Zone::top) ++middle;
    std::size_t foot = middle;
    while (foot < count && strips[foot].zone != Zone::foot) ++foot;
    put(0, middle);
    // The optical middle lies above the geometrical one.
    const Length title = height(middle, foot, true), imprint = height(foot, count, true);
    const Length wish = frame().height * 42 / 100 - title / 2;
    const Length highest = y_ + (middle > 0 && middle < foot ? strips[middle].above : 0);
    y_ = std::max(highest, std::min(wish, frame().height - imprint - title));
    bare_ = true;
    put(middle, foot);
    y_ = std::max(y_, frame().height - imprint);
    bare_ = true;
    put(foot, count);
    bare_ = false;
    return count;
  }

  const Galley& galley_;
  Frame upright_, turned_;
  Pages& pages_;
  Placement placement_;
  bool landscape_ = false;
  bool bare_ = true;
  Length y_ = 0;
  std::int32_t last_table_ = -1;  // that the strip before belongs to
};

}  // namespace

Placement paginate(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages) {
  return Paginator(galley, upright, turned, pages).run();
}

}  // namespace svod::typeset
