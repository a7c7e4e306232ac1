#pragma once

#include <cstddef>
#include <functional>

namespace svod::driver {

/// Calls `work(0)` … `work(count - 1)` with at most `jobs` threads; returns when all are done. The work must
/// not throw and writes only to its own place, so nothing depends on the order.
void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace svod::driver
