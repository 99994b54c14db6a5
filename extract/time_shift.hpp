// Shifts of time expressions: "three days ago", "two weeks after the fire", "a year earlier".
//
// Used inside extract/ only.
#pragma once

#include <string>

#include "extract/time_place.hpp"

namespace dateline {

// The value of what lies Shift units of ShiftUnit from the place; from the publication, or with base `then`
// from the date last spoken of, where nothing is placed. As fine as the unit; with field Exact as fine as the
// place. Needs m.has(Shift).
[[nodiscard]] std::string shifted(const Meaning& m, const TimeContext& context, TimePlace& place);

}  // namespace dateline
