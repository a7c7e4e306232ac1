#pragma once

#include <string>

#include "document/document.h"
#include "diagnostics/diagnostic.h"
#include "typeset/typeset.h"

namespace svod::driver {

/// A document in one of its formats: the bytes of the file; empty where it could not be made.
Outcome<std::string> render(const document::Document& document, const std::string& format, const typeset::Fonts& fonts,
                            const typeset::Profiles& profiles);

}  // namespace svod::driver
