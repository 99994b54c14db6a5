#include "graph/order.hpp"

#include <random>

#include <gtest/gtest.h>
#include <boost/graph/transitive_reduction.hpp>

#include "tests/graph/sample_records.hpp"

namespace dateline {
namespace {

using Days = std::vector<std::optional<DateInterval>>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

std::optional<DateInterval> span(int begin, int end) {
  const auto zero = sample::day("2023-01-01");
  return DateInterval{zero + date::days(begin), zero + date::days(end), Granularity::Interval};
}

// Days    0         1
//         0123456789012345
//      0  --
//      1     --
//      2     ------
//      3           ----
//      4              --
//      5                 -
TEST(Order, SmallPicture) {
  const Days days{span(0, 2), span(3, 5), span(3, 9), span(9, 13), span(12, 14), span(15, 16)};
  EXPECT_EQ(before_pairs(days), (Pairs{{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 5}, {4, 5}}));
}

TEST(Order, OpenEndsAndUndated) {
  Days days{std::nullopt, span(0, 1), span(4, 5), DateInterval{.end = sample::day("2023-01-02")},
            DateInterval{.begin = sample::day("2023-01-04")}};
  EXPECT_EQ(before_pairs(days), (Pairs{{1, 2}, {1, 4}, {3, 2}, {3, 4}}));
}

// The slow, obvious way: all pairs, reduced by Boost.Graph.
Pairs reduced_by_boost(const Days& days) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Graph all(days.size());
  for (std::size_t a = 0; a < days.size(); ++a)
    for (std::size_t b = 0; b < days.size(); ++b)
      if (*days[a]->end <= *days[b]->begin) add_edge(a, b, all);
  Graph reduced;
  std::vector<Graph::vertex_descriptor> copy(days.size());
  std::vector<std::size_t> id(days.size());
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = i;
  transitive_reduction(all, reduced, make_iterator_property_map(copy.begin(), get(boost::vertex_index, all)),
                       id.data());
  std::vector<std::size_t> back(days.size());
  for (std::size_t i = 0; i < copy.size(); ++i) back[copy[i]] = i;
  Pairs pairs;
  for (auto [e, end] = edges(reduced); e != end; ++e)
    pairs.emplace_back(back[source(*e, reduced)], back[target(*e, reduced)]);
  std::ranges::sort(pairs);
  return pairs;
}

TEST(Order, IsTheTransitiveReduction) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Days days(1 + random() % 30);
    const auto range = 3 + random() % 60;
    for (auto& d : days) {
      const int begin = static_cast<int>(random() % range);
      d = span(begin, begin + 1 + static_cast<int>(random() % 6));
    }
    EXPECT_EQ(before_pairs(days), reduced_by_boost(days)) << "round " << round;
  }
}

// Two crowded days: every event keeps a neighbour on each side, and the edges stay few.
TEST(Order, CrowdedDaysStaySmall) {
  constexpr std::size_t kADay = 2000;
  Days days;
  for (int day = 0; day < 3; ++day) days.insert(days.end(), kADay, span(day, day + 1));
  const auto pairs = before_pairs(days);
  EXPECT_EQ(pairs.size(), 2 * (2 * kADay - 1));
  std::vector<int> before(days.size());
  std::vector<int> after(days.size());
  for (const auto& [a, b] : pairs) {
    EXPECT_LE(*days[a]->end, *days[b]->begin);
    ++after[a];
    ++before[b];
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    EXPECT_TRUE(i >= 2 * kADay || after[i] > 0) << i;
    EXPECT_TRUE(i < kADay || before[i] > 0) << i;
  }
}

}  // namespace
}  // namespace dateline
