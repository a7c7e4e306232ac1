#pragma once

#include <set>
#include <string>

#include "definitions/workspace.h"
#include "document/document.h"
#include "indicators/coverage.h"
#include "intake/intake.h"

namespace svod::driver {

/// Who owes what and whose data came, as the indicators count it.
indicators::Coverage coverage_of(const definitions::Workspace& workspace, const intake::Intake& intake);

/// The forms behind the figures that a document prints.
std::set<std::string> forms_of(const definitions::Workspace& workspace, const document::Document& document);

/// «НЕ ДЛЯ ПОДПИСИ: нет данных 3 школ из 18» where the data of a document's forms have errors; else empty.
std::string status_mark(const intake::Intake& intake, const std::set<std::string>& forms);

}  // namespace svod::driver
