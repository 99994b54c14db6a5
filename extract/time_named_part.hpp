// What the finest words of a time expression name ("the 19th", "Monday", "the second week of May", "the third
// quarter"), set into what its other words have placed.
//
// Used inside extract/ only.
#pragma once

#include <string>

#include "extract/time_place.hpp"

namespace dateline {

// The TIMEX3 value without the time of day, X for what is not known; fills in `place`.
[[nodiscard]] std::string named_part(const Meaning& m, const TimeContext& context, TimePlace& place);

}  // namespace dateline
