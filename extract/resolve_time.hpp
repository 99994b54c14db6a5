// Sets the Meaning of a time expression against the calendar: TIMEX3 value and days.
//
// Pure calendar arithmetic; the words have been read before, and what the text around says is in the
// TimeContext. Used inside extract/ only.
#pragma once

#include <optional>

#include <date/date.h>

#include "extract/time_meaning.hpp"
#include "extract/time_references.hpp"
#include "extract/time_value.hpp"

namespace dateline {

// Where the clause looks: at what was, at what will be.
enum class TimeSense : std::uint8_t { Unknown, Past, Future };

struct TimeContext {
  std::optional<date::sys_days> published;
  TimeReferences spoken;
  TimeSense sense = TimeSense::Unknown;
  bool firm = false;       // the tense of the expression's own verb says so
  bool told = false;       // the word before the expression says so: "since", "ended"
  bool narrative = false;  // dates count from what was told before, not from the publication
  // A clock time that says the same as the one told just before it, elsewhere on earth: minutes of that one
  // since 1970, as near to Greenwich as it was told.
  std::optional<std::int64_t> same_instant;
};

struct ResolvedTime {
  TimeValue value;
  bool from_published = false;  // what the value counts from, where it is relative
  bool from_spoken = false;
};

// `type` is that of the rule's class; a clock time or a part of the day makes TIME of DATE.
[[nodiscard]] ResolvedTime resolve_time(const Meaning& meaning, TimexType type, const TimeContext& context);

// Minutes since 1970 of a clock time that has been resolved, in Greenwich where its zone is told, else by its
// own clock; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> instant_of(const Meaning& meaning, const TimeValue& value);

}  // namespace dateline
