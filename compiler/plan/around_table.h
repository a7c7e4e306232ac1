#pragma once

#include <string>
#include <vector>

#include "definitions/written.h"

namespace svod::plan {

/// A line of text outside the rows of a table.
struct AroundLine {
  std::string text;
  Location at;
  bool gap = false;   ///< a blank row stands before it
};

/// What the lines before or after a table say.
struct Around {
  std::vector<definitions::Written> title;        ///< lines before the first labelled block, parts of one heading
  std::vector<std::size_t> title_groups;          ///< where, in `title`, a group begins after a blank row
  definitions::Written curator;
  std::vector<definitions::Clause> blocks;        ///< «Цель: …», «Задачи: …» by their roles, and plain paragraphs
  std::vector<AroundLine> unread;                 ///< marks of approval, signatures
};

/// Lines above a table: its heading and blocks.
Around read_above(const std::vector<AroundLine>& lines);
/// Lines below it: blocks, without a heading.
Around read_below(const std::vector<AroundLine>& lines);

/// The role of a block that begins with such a line; empty for none: «Управленческие решения – приказы …» is
/// «decisions».
std::string role_of_line(const std::string& line);

/// Who looks after a section: «Куратор: …», «Муниципальный координатор направления: …»; empty for other lines.
std::string curator_of_line(const std::string& line);

}  // namespace svod::plan
