#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "document/document.h"

namespace svod::ics {

/// A document's events as an iCalendar file (RFC 5545): whole days, times of the document's day, an identifier that
/// stays the same from build to build, so that a calendar that takes the file again changes what it has.
Outcome<std::string> write(const document::Document& document);

}  // namespace svod::ics
