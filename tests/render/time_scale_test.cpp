#include "render/time_scale.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "extract/time_value.hpp"
#include "render/time_ticks.hpp"

namespace dateline {
namespace {

constexpr ScaleRoom kRoom{.begin = 44, .end = 1000, .slot = 250};

std::vector<DayLoad> loads(const std::map<std::string, std::uint32_t>& events) {
  std::vector<DayLoad> list;
  for (const auto& [day, count] : events) list.push_back({day_from_iso(day).value(), count});
  std::sort(list.begin(), list.end(), [](const DayLoad& a, const DayLoad& b) { return a.day < b.day; });
  return list;
}

int breaks_of(const TimeScale& scale) {
  return static_cast<int>(
      std::count_if(scale.knots.begin(), scale.knots.end(), [](const Knot& k) { return k.after_break; }));
}

TEST(TimeScale, EvenDaysAreLinear) {
  const TimeScale scale =
      scale_of(loads({{"2023-01-01", 1}, {"2023-01-11", 1}, {"2023-01-21", 1}, {"2023-01-31", 1}}), kRoom);
  EXPECT_EQ(breaks_of(scale), 0);
  EXPECT_EQ(scale.x_of(day_from_iso("2023-01-01").value()), kRoom.begin);
  EXPECT_EQ(scale.x_of(day_from_iso("2023-01-31").value()), kRoom.end);
  EXPECT_NEAR(scale.x_of(day_from_iso("2023-01-16").value()), (kRoom.begin + kRoom.end) / 2, 1);
}

TEST(TimeScale, AWeekAnd1948AreParted) {
  const TimeScale scale = scale_of(
      loads({{"1948-05-14", 1}, {"2023-01-27", 2}, {"2023-01-29", 1}, {"2023-01-31", 2}, {"2023-02-01", 2}}),
      kRoom);
  EXPECT_EQ(breaks_of(scale), 1);
  EXPECT_TRUE(scale.knots[1].after_break);
  EXPECT_GE(scale.knots[2].begin - scale.knots[1].begin, 100);
}

TEST(TimeScale, AFullDayGetsABand) {
  const TimeScale one = scale_of(loads({{"2023-01-31", 40}}), kRoom);
  ASSERT_EQ(one.knots.size(), 1U);
  EXPECT_EQ(one.knots[0].columns, 4U);
  const TimeScale three = scale_of(loads({{"2023-01-30", 1}, {"2023-01-31", 12}, {"2023-02-01", 1}}), kRoom);
  EXPECT_GE(three.find(day_from_iso("2023-01-31").value())->columns, 2U);
}

// A timeline of days near and far, before and after our era.
std::vector<DayLoad> random_loads(std::mt19937& random) {
  std::map<date::sys_days, std::uint32_t> days;
  const std::size_t count = 1 + random() % 60;
  const int spans[] = {1, 7, 40, 400, 4000, 40000, 2000000};
  for (std::size_t i = 0; i < count; ++i)
    days[date::sys_days{
        date::days{19000 - static_cast<int>(random() % static_cast<unsigned>(spans[random() % 7]))}}] +=
        random() % 4 == 0 ? 0 : static_cast<std::uint32_t>(random() % 9);
  std::vector<DayLoad> list;
  for (const auto& [day, events] : days) list.push_back({day, events});
  return list;
}

TEST(TimeScale, NeverGoesBackAndStaysInItsRoom) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    const std::vector<DayLoad> list = random_loads(random);
    const TimeScale scale = scale_of(list, kRoom);
    ASSERT_EQ(scale.knots.size(), list.size());
    int x = kRoom.begin;
    for (const Knot& knot : scale.knots) {
      ASSERT_GE(knot.begin, x) << round;
      ASSERT_GE(knot.end, knot.begin) << round;
      x = knot.end;
    }
    ASSERT_LE(x, kRoom.end) << round;
    ASSERT_LT(static_cast<std::size_t>(breaks_of(scale)), kMostStretches);
  }
}

TEST(TimeTicks, LabelsNeverOverlap) {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const TimeScale scale = scale_of(random_loads(random), kRoom);
    std::vector<std::pair<int, int>> labels;
    for (const Tick& tick : ticks_of(scale)) {
      ASSERT_GE(tick.x, kRoom.begin);
      ASSERT_LE(tick.x, kRoom.end);
      if (!tick.lines.empty()) labels.emplace_back(tick.left, tick.right);
    }
    ASSERT_FALSE(labels.empty()) << round;
    std::sort(labels.begin(), labels.end());
    for (std::size_t i = 0; i + 1 < labels.size(); ++i)
      ASSERT_LT(labels[i].second, labels[i + 1].first) << round;
    ASSERT_GE(labels.front().first, 0);
  }
}

TEST(TimeTicks, YearsBeforeOurEra) {
  EXPECT_EQ(year_words(2023), "2023");
  EXPECT_EQ(year_words(0), "1 BC");
  EXPECT_EQ(year_words(-43), "44 BC");
}

}  // namespace
}  // namespace dateline
