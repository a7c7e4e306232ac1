#include "driver/pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace svod::driver {

void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t threads = std::min(count, static_cast<std::size_t>(std::max(jobs, 1)));
  std::vector<std::jthread> workers;
  for (std::size_t i = 1; i < threads; ++i) workers.emplace_back(run);
  run();
}

}  // namespace svod::driver
