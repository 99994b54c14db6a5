// The dates that a text has spoken of: what "the next day", "that month" and, in a narrative, a bare "in
// May" count from.
//
// Used inside extract/ only.
#pragma once

#include <optional>

#include <date/date.h>

#include "extract/time_value.hpp"

namespace dateline {

// The dates spoken of so far, each as fine as it was told.
struct TimeReferences {
  std::optional<date::year> year;
  std::optional<date::year_month> month;
  std::optional<date::sys_days> day;
  std::optional<date::sys_days> week;     // its Monday
  std::optional<date::sys_days> quarter;  // its first day
  bool quarter_last = false;              // the last date told was a quarter
  // Where the story stands: bare months and days of a narrative lie near it.
  std::optional<date::sys_days> story;
  bool story_is_year = false;  // all that is known of `story` is its year
};

// How far a bare year may lead the story on or back where it does not open its sentence ("declassified in
// 2005").
inline constexpr int kStoryStep = 10;  // years

// What the value adds to the dates spoken of. `opens_sentence`: the expression stands at the front of its
// sentence, where a writer says when the story goes on.
void note_time(TimeReferences& spoken, const TimeValue& value, bool opens_sentence);

}  // namespace dateline
