#include "cli/ordered_work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace dateline {
namespace {

TEST(OrderedWork, HandsOverInOrderWhateverTheThreads) {
  for (const std::size_t threads : {1u, 2u, 7u}) {
    std::vector<std::size_t> results(1000, 0);
    std::vector<std::size_t> taken;
    run_in_order(
        results.size(), threads, [&](std::size_t i) { results[i] = i * i; },
        [&](std::size_t i) {
          EXPECT_EQ(results[i], i * i);
          taken.push_back(i);
        });
    std::vector<std::size_t> expected(results.size());
    std::iota(expected.begin(), expected.end(), 0u);
    EXPECT_EQ(taken, expected);
  }
}

TEST(OrderedWork, DoesNotRunFarAhead) {
  std::atomic<std::size_t> worked = 0;
  run_in_order(
      10000, 2, [&](std::size_t) { ++worked; }, [&](std::size_t i) { EXPECT_LE(worked, i + 2 * 64 + 3); });
  EXPECT_EQ(worked, 10000u);
}

TEST(OrderedWork, ThrowsOnWhatWorkOrTakeThrew) {
  for (const std::size_t threads : {1u, 3u}) {
    const auto bad_work = [](std::size_t i) {
      if (i == 5) throw std::runtime_error("five");
    };
    EXPECT_THROW(run_in_order(100, threads, bad_work, [](std::size_t) {}), std::runtime_error);
    EXPECT_THROW(run_in_order(
                     100, threads, [](std::size_t) {}, bad_work),
                 std::runtime_error);
  }
}

TEST(OrderedWork, NothingToDo) {
  run_in_order(
      0, 4, [](std::size_t) { FAIL(); }, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace dateline
