#pragma once

#include "compose/settings.h"
#include "compose/template.h"

namespace svod::compose {

/// The kinds of fenced blocks.
const std::vector<std::string>& block_kinds();
bool is_block_kind(std::string_view kind);

/// What a template may name outside itself: other templates, profiles of layout.
class PageSource {
 public:
  virtual ~PageSource() = default;
  /// The page of that name; null where it is not there or has errors, which are reported.
  virtual std::shared_ptr<const Page> included(const std::string& name, const Location& at, Diagnostics& out) = 0;
  /// The profiles of layout, and whether one is made for reports.
  virtual std::vector<std::string> profiles() const = 0;
  virtual bool is_report(const std::string& profile) const = 0;
};

/// A fenced block's settings; `settings` is null for a block without any. Nothing where there are errors.
std::shared_ptr<const BlockSpec> read_block(std::string_view kind, const Settings& settings,
                                            const expression::Names& names, PageSource& pages);

ChartSpec read_chart(const Settings& settings, const expression::Names& names);
HandSheetSpec read_hand_sheet(const Settings& settings, const expression::Names& names);
IncludeSpec read_include(const Settings& settings, const expression::Names& names, PageSource& pages);
TableSpec read_table(const Settings& settings, const expression::Names& names);

}  // namespace svod::compose
