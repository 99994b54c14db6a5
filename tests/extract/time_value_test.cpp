#include "extract/time_value.hpp"

#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

namespace dateline {
namespace {

using date::sys_days;

// "2023-01-01 2023-01-31 month", as in time_value.cases; "-" for no days.
std::string spell_days(const std::optional<DateInterval>& days) {
  if (!days) return "-";
  const std::string first = days->begin ? to_iso(*days->begin) : "...";
  const std::string last = days->end ? to_iso(*days->end - date::days(1)) : "...";
  return first + " " + last + " " + std::string(to_string(days->granularity));
}

TEST(DaysOf, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/time_value.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::string value, expected;
    cells >> value;
    for (std::string cell; cells >> cell;) expected += (expected.empty() ? "" : " ") + cell;
    EXPECT_EQ(spell_days(days_of(value)), expected.empty() ? "-" : expected) << value;
    ++rows;
  }
  EXPECT_GT(rows, 60);
}

TEST(DaysOf, EmptyHasNone) { EXPECT_FALSE(days_of("")); }

// Every day of two and a half centuries, written and read back, with the week and month that hold it.
TEST(DaysOf, AgreesWithTheCalendar) {
  const sys_days first = date::year(1850) / 1 / 1, last = date::year(2100) / 1 / 1;
  for (sys_days day = first; day < last; day += date::days(1)) {
    const std::string iso = to_iso(day);
    ASSERT_EQ(day_from_iso(iso), day);
    const auto one = days_of(iso);
    ASSERT_TRUE(one && one->begin == day && one->end == day + date::days(1)) << iso;
    const auto month = days_of(iso.substr(0, 7));
    ASSERT_TRUE(month && overlap(*month, *one)) << iso;
  }
}

TEST(DayFromIso, ReadsBackWhatToIsoWrites) {
  for (const std::string_view text :
       {"2023-01-31", "0000-02-29", "-0043-03-15", "9999-12-31", "0001-01-01"}) {
    const auto day = day_from_iso(text);
    ASSERT_TRUE(day) << text;
    EXPECT_EQ(to_iso(*day), text);
  }
  EXPECT_EQ(to_iso(sys_days(date::year(12345) / 6 / 7)), "+12345-06-07");
}

TEST(DayFromIso, RefusesAllElse) {
  for (const std::string_view text :
       {"", "2023", "2023-1-31", "2023-02-30", "2023-01-31T10:00", " 2023-01-31", "2023/01/31", "23-01-31",
        "+2023-01-31", "2023-01-31 ", "2023-01-", "20a3-01-31", "--2023-01-31", "2023-00-00"})
    EXPECT_FALSE(day_from_iso(text)) << text;
}

TEST(Granularity, NamesReadBack) {
  for (int i = 0; i <= static_cast<int>(Granularity::Interval); ++i) {
    const auto granularity = static_cast<Granularity>(i);
    EXPECT_EQ(granularity_of(to_string(granularity)), granularity);
  }
  EXPECT_FALSE(granularity_of("fortnight"));
  EXPECT_FALSE(granularity_of(""));
}

TEST(TimexType, Names) {
  EXPECT_EQ(to_string(TimexType::Date), "DATE");
  EXPECT_EQ(to_string(TimexType::Time), "TIME");
  EXPECT_EQ(to_string(TimexType::Duration), "DURATION");
  EXPECT_EQ(to_string(TimexType::Set), "SET");
}

TEST(Overlap, HalfOpenAndOpenEnds) {
  const auto january = *days_of("2023-01"), february = *days_of("2023-02"), year = *days_of("2023");
  const DateInterval since{.begin = february.begin, .granularity = Granularity::Interval};
  const DateInterval until{.end = february.begin, .granularity = Granularity::Interval};
  EXPECT_FALSE(overlap(january, february));
  EXPECT_TRUE(overlap(january, year));
  EXPECT_TRUE(overlap(year, february));
  EXPECT_FALSE(overlap(january, since));
  EXPECT_TRUE(overlap(since, february));
  EXPECT_TRUE(overlap(until, january));
  EXPECT_FALSE(overlap(until, since));
  EXPECT_FALSE(overlap(since, until));
  EXPECT_TRUE(overlap(since, since));
}

}  // namespace
}  // namespace dateline
