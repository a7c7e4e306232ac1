#include "typeset/footnotes.h"

#include <algorithm>

namespace svod::typeset {
namespace {

constexpr std::uint32_t kShortNote = 4;  // lines that are never parted
constexpr std::uint32_t kLeastLines = 2;

}  // namespace

Length Footnotes::height(std::uint32_t first, std::uint32_t last) const {
  Length sum = 0;
  for (std::uint32_t i = first; i < last; ++i) sum += galley_.note_lines[i].height;
  return sum;
}

void Footnotes::plan(Length height_of_page) {
  fresh_.clear();
  whole_ = last_ = last_whole_ = 0;
  any_ = !queue_.empty();
  full_ = false;
  const Length most = height_of_page / 2;
  for (const Rest& rest : queue_) {
    const Length all = height(rest.first, rest.last);
    if (whole_ + all > most) {
      full_ = true;
      whole_ = most;
      return;
    }
    whole_ += all;
  }
}

bool Footnotes::add(const Strip& strip) {
  for (std::uint32_t i = strip.note_first; i < strip.note_last; ++i) {
    const std::int32_t note = galley_.drawing.notes[i];
    if (note < 0 || static_cast<std::size_t>(note) >= called_.size() || called_[static_cast<std::size_t>(note)] ||
        std::find(fresh_.begin(), fresh_.end(), note) != fresh_.end()) {
      continue;
    }
    if (full_) return false;
    fresh_.push_back(note);
    const Footnote& text = galley_.notes[static_cast<std::size_t>(note)];
    whole_ += last_whole_;
    last_whole_ = height(text.first, text.last);
    last_ = text.last - text.first <= kShortNote ? last_whole_ : height(text.first, text.first + kLeastLines);
    any_ = true;
  }
  return true;
}

void Footnotes::call(const Strip& strip) {
  for (std::uint32_t i = strip.note_first; i < strip.note_last; ++i) {
    const std::int32_t note = galley_.drawing.notes[i];
    if (note < 0 || static_cast<std::size_t>(note) >= called_.size()) continue;
    if (called_[static_cast<std::size_t>(note)]) continue;
    called_[static_cast<std::size_t>(note)] = true;
    const Footnote& text = galley_.notes[static_cast<std::size_t>(note)];
    if (text.first < text.last) queue_.push_back({text.first, text.last, false});
  }
}

std::uint32_t Footnotes::divide(const Rest& rest, Length room) const {
  std::uint32_t fit = 0;
  const std::uint32_t count = rest.last - rest.first;
  for (Length sum = 0; fit < count; ++fit) {
    sum += galley_.note_lines[rest.first + fit].height;
    if (sum > room) break;
  }
  if (fit == count) return fit;
  const std::uint32_t left = count > kLeastLines ? count - kLeastLines : 0;
  const std::uint32_t wanted = std::min(fit, left);
  if (wanted >= kLeastLines) return wanted;
  // A note that begins here stands here with what there is room for; one that goes on may wait.
  return rest.begun ? 0 : fit;
}

Length Footnotes::place(Length room, bool alone, std::vector<std::uint32_t>& lines) {
  lines.clear();
  Length taken = galley_.note_rule.height;
  std::size_t done = 0;
  for (; done < queue_.size(); ++done) {
    Rest& rest = queue_[done];
    std::uint32_t count = divide(rest, room - taken);
    if (count == 0 && alone && lines.empty()) count = 1;
    for (std::uint32_t i = 0; i < count; ++i) lines.push_back(rest.first + i);
    taken += height(rest.first, rest.first + count);
    rest.first += count;
    rest.begun = rest.begun || count > 0;
    if (rest.first < rest.last) break;
  }
  queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(done));
  return lines.empty() ? 0 : taken;
}

}  // namespace svod::typeset
