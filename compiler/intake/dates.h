#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace svod::intake {

/// A date that somebody typed as text.
struct WrittenDate {
  std::optional<Date> date;
  std::optional<Date> likely;  ///< where the day does not exist: 31.06.2021 is likely 30.06.2021
};

/// «30.06.2021», «30.06.21», «2021-06-30», «30 июня 2021 г.», with dots, slashes or hyphens.
WrittenDate written_date(std::string_view text);

/// «30.06.2021».
std::string written(Date date);

}  // namespace svod::intake
