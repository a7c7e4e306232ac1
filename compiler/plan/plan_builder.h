#pragma once

#include <array>
#include <memory>
#include <optional>

#include "plan/columns.h"
#include "plan/row_number.h"

namespace svod::plan {

/// A cell's text as a measure holds it before its lines are taken apart.
struct CellText {
  std::string text;
  Location at;
};

/// Sections and measures of a table in reading order, nested when all are there.
class PlanBuilder {
 public:
  /// Begins a section, a goal or a task. Numbers nest: «1.1» stands in the section before that has one part less;
  /// «Раздел …» (`chief`) stands above all; a task stands in the goal before it.
  void section(definitions::PlanSection section, const std::optional<RowNumber>& number, bool chief);
  bool has_section() const { return open_ != kNone; }
  /// The section that the next measure goes to; nothing where none is open.
  definitions::PlanSection* open_section() { return open_ == kNone ? nullptr : &sections_[open_].section; }
  bool section_is_empty() const { return open_ != kNone && sections_[open_].measures.empty(); }
  /// Ends all sections: the next measure or section stands at the top.
  void close_sections();

  struct Measure {
    std::optional<RowNumber> number;
    std::array<std::vector<CellText>, kColumns> cells;
    Location at;
    std::uint32_t row = 0;        ///< its last row
    std::size_t joined = 0;
    bool below = false;           ///< one of several under a merged number: a child of the measure that has it
  };
  /// Adds a measure to the open section, or to one without a title.
  void measure(Measure measure, const Location& table);
  /// The last measure of the table; null where a section has begun since.
  Measure* last() { return last_; }
  std::string last_text(Column column) const;
  void forget_last() { last_ = nullptr; }

  bool empty() const { return measures_.empty(); }
  /// The tree. Statuses that are no status are told.
  std::vector<definitions::PlanSection> finish(Diagnostics& found);

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};
  struct SectionNode {
    definitions::PlanSection section;
    int rank = 0;                       ///< parts of its number; 0 for a chief one
    bool numbered = false;
    std::size_t parent = kNone;
    std::vector<std::size_t> measures;  ///< at its top level
    std::vector<std::size_t> sections;
  };
  struct MeasureNode {
    Measure measure;
    std::size_t parent = kNone;
    std::vector<std::size_t> children;
  };
  definitions::PlanMeasure written(std::size_t index, Diagnostics& found);
  definitions::PlanSection nested(std::size_t index, Diagnostics& found);

  std::vector<SectionNode> sections_;
  std::vector<std::unique_ptr<MeasureNode>> measures_;
  std::vector<std::size_t> top_;          ///< sections that stand in none
  std::vector<std::size_t> path_;         ///< open sections, outermost first
  std::vector<std::size_t> numbers_;      ///< measures of the open section that later numbers may go on from
  std::size_t open_ = kNone;
  Measure* last_ = nullptr;
};

}  // namespace svod::plan
