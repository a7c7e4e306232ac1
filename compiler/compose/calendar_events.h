#pragma once

#include "compose/press.h"
#include "compose/settings.h"

namespace svod::compose {

/// The block `events`: what the calendar file of a document holds. It prints nothing.
EventsSpec read_events(const Settings& settings, const expression::Names& names);
/// One event for each occurrence that has dates.
void add_events(const EventsSpec& spec, const expression::Scope& scope, const Press& press);

}  // namespace svod::compose
