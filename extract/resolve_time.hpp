// Sets the Meaning of a time expression against the calendar: TIMEX3 value and days.
//
// Pure calendar arithmetic; the words have been read before, and what the text around says is in the
// TimeContext. Used inside extract/ only.
#pragma once

#include <optional>

#include <date/date.h>

#include "extract/time_meaning.hpp"
#include "extract/time_value.hpp"

namespace dateline {

// Where the clause looks: at what was, at what will be.
enum class TimeSense : std::uint8_t { Unknown, Past, Future };

// The dates spoken of so far, each as fine as it was told.
struct TimeReferences {
  std::optional<date::year> year;
  std::optional<date::year_month> month;
  std::optional<date::sys_days> day;
  std::optional<date::sys_days> week;     // its Monday
  std::optional<date::sys_days> quarter;  // its first day
  bool quarter_last = false;              // the last date told was a quarter
};

struct TimeContext {
  std::optional<date::sys_days> published;
  TimeReferences spoken;
  TimeSense sense = TimeSense::Unknown;
  bool narrative = false;  // dates count from what was told before, not from the publication
};

struct ResolvedTime {
  TimeValue value;
  bool from_published = false;  // what the value counts from, where it is relative
  bool from_spoken = false;
};

// `type` is that of the rule's class; a clock time or a part of the day makes TIME of DATE.
[[nodiscard]] ResolvedTime resolve_time(const Meaning& meaning, TimexType type, const TimeContext& context);

// What the value adds to the dates spoken of.
void note_time(TimeReferences& spoken, const TimeValue& value);

}  // namespace dateline
