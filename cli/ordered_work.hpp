// Runs a job for each of many items on several threads and hands the results over in the items' order.
#pragma once

#include <cstddef>
#include <functional>

namespace dateline {

// Calls work(i) for i in [0, count) on `threads` threads, then take(i) for each, in order, on the calling
// thread, as soon as work(0..i) are done. No work runs more than a bounded number of items ahead of take, so
// that finished results do not pile up. The first exception of either ends the run and is thrown on.
void run_in_order(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work,
                  const std::function<void(std::size_t)>& take);

}  // namespace dateline
