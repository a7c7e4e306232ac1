#include "typeset/line_fitting.h"

#include <algorithm>
#include <limits>

namespace svod::typeset {
namespace {

// What a line costs. Badness is a hundred where its spaces give as much as the profile says, and grows with the
// cube; these are set against its square.
constexpr std::int64_t kLine = 10;
constexpr std::int64_t kHyphen = 60;
constexpr std::int64_t kTwoHyphens = 12000;
constexpr std::int64_t kHyphenBeforeLast = 12000;
constexpr std::int64_t kTightBesideLoose = 8000;
constexpr std::int64_t kShortLast = 25000;
// Lines one after another that may end with a hyphen, while there is another way.
constexpr int kMostHyphens = 2;
// Without hyphens no line may stretch more than this, in hundredths of what the profile says.
constexpr int kCalm = 100;
constexpr int kAnything = 1 << 20;
constexpr std::int64_t kWorst = 1'000'000;

std::int64_t badness(std::int64_t ratio) {  // in thousandths
  const std::int64_t r = std::min<std::int64_t>(ratio < 0 ? -ratio : ratio, 20'000);
  return r * r * r / 10'000'000;
}

std::int8_t fitness_of(std::int64_t ratio) {
  if (ratio < -500) return 0;
  if (ratio <= 500) return 1;
  return ratio <= 1000 ? 2 : 3;
}

}  // namespace

void Paragraphs::Fitting::find_places(std::uint32_t from, std::uint32_t to, bool hyphens) {
  places_.clear();
  Place start;
  start.next = from;
  while (start.next < to && text_.atoms_[start.next].kind == Atom::Kind::space && text_.atoms_[start.next].breakable) {
    ++start.next;
  }
  places_.push_back(start);
  Length width = 0, room = 0;
  std::uint32_t i = start.next;
  while (i < to) {
    const Atom& item = text_.atoms_[i];
    const Look& look = text_.looks_[item.look];
    if (item.kind == Atom::Kind::space && item.breakable) {
      Place place;
      place.atom = i;
      place.end = width, place.room_end = room;
      // Spaces one after another hang between the lines.
      while (i < to && text_.atoms_[i].kind == Atom::Kind::space && text_.atoms_[i].breakable) {
        width += text_.atoms_[i].width;
        if (text_.atoms_[i].stretch) room += text_.atoms_[i].width;
        ++i;
      }
      if (i == to) {
        width = place.end, room = place.room_end;
        break;
      }
      place.next = i;
      place.begin = width, place.room_begin = room;
      places_.push_back(place);
      continue;
    }
    if (item.breakable) {
      Place place;
      place.atom = i;
      place.next = i + 1;
      place.shows = item.kind == Atom::Kind::hyphen;
      place.sign = place.shows ? item.width : 0;
      place.end = width + place.sign, place.room_end = room;
      place.begin = width, place.room_begin = room;
      if (i + 1 < to && (!place.shows || hyphens)) places_.push_back(place);
      ++i;
      continue;
    }
    if (item.kind == Atom::Kind::space) {
      if (item.stretch) room += item.width;
    } else if (hyphens && look.hyphenate && item.word->glyphs.size() > 3) {
      const auto& breaks = text_.shaper_.breaks(*item.word);
      if (!breaks.empty()) {
        const Word& sign = text_.shaper_.word(look.slot, "\u00AD");
        const Length sign_width = text_.width_of(sign, look);
        Length before = 0;
        std::size_t glyph = 0;
        for (const std::size_t offset : breaks) {
          while (glyph < item.word->glyphs.size() && item.word->glyphs[glyph].cluster < offset) {
            before += text_.shaper_.scaled(item.word->glyphs[glyph], look.size) + look.spacing;
            ++glyph;
          }
          Place place;
          place.atom = place.next = i;
          place.offset = static_cast<std::uint32_t>(offset);
          place.shows = true;
          place.sign = sign_width;
          place.end = width + before + sign_width, place.begin = width + before;
          place.room_end = place.room_begin = room;
          places_.push_back(place);
        }
      }
    }
    width += item.width;
    ++i;
  }
  Place end;
  end.atom = end.next = to;
  while (end.atom > start.next && text_.atoms_[end.atom - 1].kind == Atom::Kind::space &&
         text_.atoms_[end.atom - 1].breakable) {
    --end.atom;
  }
  end.end = width, end.room_end = room;
  end.last = true;
  places_.push_back(end);
}

std::int32_t Paragraphs::Fitting::best_way(Length first_width, Length width, int loosest) {
  const Justification& may = text_.shaper_.justification();
  ways_.clear();
  active_.clear();
  ways_.push_back({});
  active_.push_back(0);
  for (std::uint32_t p = 1; p < places_.size(); ++p) {
    const Place& place = places_[p];
    Way best[4];
    bool found[4] = {false, false, false, false};
    std::size_t kept = 0;
    for (const std::int32_t index : active_) {
      const Way& way = ways_[static_cast<std::size_t>(index)];
      const Place& begin = places_[way.place];
      const Length natural = place.end - begin.begin, room = place.room_end - begin.room_begin;
      const Length extra = (way.line == 0 ? first_width : width) - natural;
      const Length shrink = room * may.shrink / 100;
      // Later places are wider still, but for the hyphen.
      if (extra + shrink + place.sign < 0) continue;
      active_[kept++] = index;
      if (extra + shrink < 0) continue;

      std::int64_t ratio = 0;
      if (extra < 0) {
        ratio = shrink > 0 ? extra * 1000 / shrink : 0;
      } else if (!place.last) {
        // A line of one word gives as little as its letters.
        const Length stretch = std::max<Length>({room * may.stretch / 100, width / 100, 1});
        ratio = std::min<Length>(extra * 1000 / stretch, kWorst);
      }
      if (ratio > std::int64_t{10} * loosest) continue;
      if (place.shows && way.hyphens >= kMostHyphens && loosest < kAnything) continue;
      std::int64_t cost = kLine + badness(ratio) + (place.shows ? kHyphen : 0);
      cost *= cost;
      if (place.shows && way.hyphens > 0) cost += kTwoHyphens * way.hyphens;
      if (place.last && way.hyphens > 0) cost += kHyphenBeforeLast;
      if (place.last && way.line > 0 && natural < width / 12) cost += kShortLast;
      const std::int8_t fitness = place.last && extra >= 0 ? std::int8_t{1} : fitness_of(ratio);
      if (way.line > 0 && std::abs(fitness - way.fitness) > 1) cost += kTightBesideLoose;
      const std::int64_t demerits = way.demerits + cost;
      const auto kind = static_cast<std::size_t>(fitness);
      if (found[kind] && best[kind].demerits <= demerits) continue;
      found[kind] = true;
      best[kind] = {p,        index,
                    demerits, way.line + 1,
                    fitness,  static_cast<std::int8_t>(place.shows ? std::min(way.hyphens + 1, 100) : 0)};
    }
    active_.resize(kept);
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t kind = 0; kind < 4; ++kind) {
      if (found[kind]) least = std::min(least, best[kind].demerits);
    }
    for (std::size_t kind = 0; kind < 4; ++kind) {
      if (!found[kind] || best[kind].demerits > least + kTightBesideLoose) continue;
      active_.push_back(static_cast<std::int32_t>(ways_.size()));
      ways_.push_back(best[kind]);
    }
    if (active_.empty()) return -1;
  }
  std::int32_t chosen = -1;
  const auto last = static_cast<std::uint32_t>(places_.size() - 1);
  for (const std::int32_t index : active_) {
    const Way& way = ways_[static_cast<std::size_t>(index)];
    if (way.place != last) continue;
    if (chosen < 0 || way.demerits < ways_[static_cast<std::size_t>(chosen)].demerits) chosen = index;
  }
  return chosen;
}

void Paragraphs::Fitting::build(std::int32_t way, Length first_width, Length width, std::vector<Line>& lines) {
  chosen_.clear();
  for (; way > 0; way = ways_[static_cast<std::size_t>(way)].before) chosen_.push_back(way);
  const Justification& may = text_.shaper_.justification();
  const Place* begin = &places_.front();
  const Word* head = nullptr;
  Length available = first_width;
  for (std::size_t k = chosen_.size(); k-- > 0;) {
    const Place& end = places_[ways_[static_cast<std::size_t>(chosen_[k])].place];
    Line line;
    line.first = begin->next;
    line.last = end.atom + (end.shows && end.offset == 0 ? 1 : 0);
    line.hyphen = end.shows && end.offset == 0;
    line.ends = end.last;
    line.head = head;
    Length room = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
      const Atom& item = text_.atoms_[i];
      if (item.kind == Atom::Kind::hyphen && !(line.hyphen && i + 1 == line.last)) continue;
      line.natural += head && i == line.first ? text_.width_of(*head, text_.looks_[item.look]) : item.width;
      if (item.kind == Atom::Kind::space && item.stretch) ++line.spaces, room += item.width;
    }
    if (end.offset > 0) {
      const Atom& item = text_.atoms_[end.atom];
      const Look& look = text_.looks_[item.look];
      const std::uint32_t from = begin->atom == end.atom ? begin->offset : 0;
      line.tail =
          &text_.shaper_.word(look.slot, std::string(item.word->text.substr(from, end.offset - from)) + "\u00AD");
      line.natural += text_.width_of(*line.tail, look);
      head = &text_.shaper_.word(look.slot, item.word->text.substr(end.offset));
    } else {
      head = nullptr;
    }
    if (const Length extra = available - line.natural; !line.ends && extra > room * may.loosest / 100) {
      const Tracking loosened = text_.tracking(line, extra);
      const Length left = extra - loosened.between * loosened.letters;
      line.loose = line.spaces > 0 ? left > room * may.loosest / 100 : left > available / 8;
    }
    lines.push_back(line);
    begin = &end;
    available = width;
  }
}

bool Paragraphs::Fitting::run(std::uint32_t from, std::uint32_t to, Length first_width, Length width,
                              std::vector<Line>& lines) {
  find_places(from, to, false);
  if (places_.front().next == to) {  // nothing but spaces
    Line line;
    line.first = line.last = to;
    line.ends = true;
    lines.push_back(line);
    return true;
  }
  std::int32_t way = best_way(first_width, width, kCalm);
  if (way < 0) {
    find_places(from, to, true);
    const Justification& may = text_.shaper_.justification();
    way = best_way(first_width, width, may.loosest * 100 / std::max(may.stretch, 1));
    if (way < 0) way = best_way(first_width, width, kAnything);
  }
  if (way < 0) return false;
  build(way, first_width, width, lines);
  return true;
}

}  // namespace svod::typeset
