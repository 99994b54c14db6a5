// Where in the calendar a time expression lies, as far as it has been read: the unit that counts from a base
// ("last week", "the next year"), and the year that belongs to what recurs every year ("in May").
//
// The steps of resolve_time.hpp share a TimePlace and fill it in. Used inside extract/ only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include <date/date.h>

#include "extract/resolve_time.hpp"
#include "extract/time_meaning.hpp"

namespace dateline {

inline constexpr std::int64_t kFarthest = 20000;  // years or units; farther away nothing is resolved

struct TimePlace {
  std::optional<date::year> year;
  std::optional<date::year_month> month;
  std::optional<date::sys_days> day;
  std::optional<date::sys_days> monday;   // of a week
  std::optional<date::sys_days> quarter;  // its first day
  int years = -1;                         // number of a decade or a century
  bool bc = false;                        // `years` counts backwards
  bool unresolved = false;                // a base was asked for that is not known
  bool from_published = false;
  bool from_spoken = false;
};

// The field's number, within what the calendar can hold.
[[nodiscard]] int clamped(const Meaning& m, TimeField field);
// What the words and, failing them, the clause say of past and future.
[[nodiscard]] TimeSense sense_meant(const Meaning& m, const TimeContext& context);
// Whether the expression counts from the publication: base now; base here but in a narrative.
[[nodiscard]] bool counts_from_now(const Meaning& m, const TimeContext& context);

// The day that bare months and weekdays are near to, or nothing.
[[nodiscard]] std::optional<date::sys_days> anchor(const TimeContext& context, TimePlace& place);
// Sets `year` where the words name one, in four digits or in two.
void take_year(const Meaning& m, const TimeContext& context, TimePlace& place);
// The number of `cycle` numbers (100 years, 10 decades) with these last digits that a reader of the text's
// time means; nothing where no date tells the text's time.
[[nodiscard]] std::optional<int> near_century(int last, int cycle, const TimeContext& context);
// Sets the unit that lies Offset units from the base, or `unresolved`. Needs m.has(Base).
void place_base(const Meaning& m, const TimeContext& context, TimePlace& place);

// First day and day after the last of something that recurs every year, in the year.
using DaysInYear = std::function<std::pair<date::sys_days, date::sys_days>(date::year)>;
// The year that is meant where the text leaves it out.
[[nodiscard]] std::optional<date::year> year_near(const Meaning& m, const TimeContext& context,
                                                  TimePlace& place, const DaysInYear& days_in);

}  // namespace dateline
