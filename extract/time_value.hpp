// What a time expression means: its TIMEX3 value, and the days that it stands for.
//
// TIMEX3 as in TimeML 1.2.1 / ISO-TimeML ("2023-01-31", "2023-W05", "P2Y", "PAST_REF", "XXXX-XX-XX").
// Days are Hinnant's date::sys_days, proleptic Gregorian; years BC are astronomical (0 is 1 BC).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace dateline {

enum class TimexType : std::uint8_t { Date, Time, Duration, Set };

// How precisely a text dates. Interval: anything that is none of the units ("from 3 to 9 May").
enum class Granularity : std::uint8_t {
  Hour,
  Day,
  Week,
  Month,
  Season,
  Quarter,
  Half,
  Year,
  Decade,
  Century,
  Interval
};

// Days [begin, end), half-open. An end left open ("since March", "before 2010") is absent.
// At least one of the two is present; where both are, begin < end.
struct DateInterval {
  std::optional<date::sys_days> begin;
  std::optional<date::sys_days> end;
  Granularity granularity = Granularity::Day;

  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// The value of one time expression.
struct TimeValue {
  TimexType type = TimexType::Date;
  std::string value;                 // TIMEX3 value attribute; X for what is not known
  std::string mod;                   // TIMEX3 mod attribute (START, MID, END, APPROX, ...) or empty
  std::optional<DateInterval> days;  // absent: a duration, a set, or not resolved

  friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

[[nodiscard]] std::string_view to_string(TimexType type);           // "DATE", "TIME", ...
[[nodiscard]] std::string_view to_string(Granularity granularity);  // "hour", "day", ...
[[nodiscard]] std::optional<Granularity> granularity_of(std::string_view name);

// "2023-01-31"; years beyond 0..9999 as ISO 8601 expanded ("-0043-03-15").
[[nodiscard]] std::string to_iso(date::sys_days day);
// Reads YYYY-MM-DD, or -YYYY-MM-DD, exactly; absent for anything else and for days that do not exist.
[[nodiscard]] std::optional<date::sys_days> day_from_iso(std::string_view text);

// The days of a TIMEX3 value of type DATE or TIME: "2023-01-31", "2023-01-31T14:00", "2023-01",
// "2023", "202", "20", "2023-W05", "2023-W05-WE", "2023-Q1", "2023-H2", "2023-SP", "BC0044", ...
// Absent for values with X, references, durations and sets.
// Weeks run Monday to Sunday. Seasons are meteorological: SP March-May, SU June-August,
// FA September-November, WI December-February, named by the year in which they begin.
[[nodiscard]] std::optional<DateInterval> days_of(std::string_view value);

// Whether the two have a day in common; open ends reach for ever.
[[nodiscard]] bool overlap(const DateInterval& a, const DateInterval& b);

}  // namespace dateline
