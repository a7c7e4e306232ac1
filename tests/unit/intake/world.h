#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../tables/drawn.h"
#include "catch.h"
#include "facts/store.h"
#include "intake/codes.h"
#include "intake/intake.h"
#include "intake/taken.h"

/// A small department in memory: the forms given, three schools, and what they sent.
class World {
 public:
  /// Paths and texts by turns: forms/x.yaml, reference/x.yaml, submissions/x.csv …; a register of three schools and
  /// the form «marks» unless given.
  template <class... Texts>
  explicit World(const Texts&... paths_and_texts) {
    load({std::string(paths_and_texts)...});
  }
  World(const World&) = delete;

  /// Reads a drawn workbook as a file named «submissions/a.xlsx».
  std::vector<svod::intake::TakenTable> take(svod::workbook::Workbook& book,
                                             const std::string& file = "submissions/a.xlsx");
  /// The same from rows alone: diagnostics as lines.
  std::string said(const std::string& rows, const std::vector<std::string>& merged = {});
  svod::Outcome<svod::intake::Intake> take_in(int jobs = 1, const std::vector<std::string>& only = {});

  svod::MemoryFiles files;
  svod::definitions::Workspace workspace;
  std::unique_ptr<svod::facts::Store> store;
  svod::Diagnostics diagnostics;  ///< of the last `take`

 private:
  void load(const std::vector<std::string>& paths_and_texts);
};

/// «marks»: school, subject, participants, mark_2, mark_3, with a relation and a totals check; owed by all.
extern const char* const kMarks;
