// The parts of a TimeValue that need no calendar arithmetic: durations, sets, references, modifiers; and the
// days that are meant where words narrow a value ("early March") or open it ("since March").
//
// Used inside extract/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/time_meaning.hpp"
#include "extract/time_value.hpp"

namespace dateline {

[[nodiscard]] std::string duration_of(const Meaning& m);   // "P2Y6M", "PT30M", "PXD"
[[nodiscard]] std::string set_of(const Meaning& m);        // "P1D", "XXXX-WXX-1"
[[nodiscard]] std::string reference_of(const Meaning& m);  // "PAST_REF"
[[nodiscard]] std::string mod_of(const Meaning& m);        // "APPROX", or ""

// The days of a duration that is counted from the publication: of "the past two years" the two years up to
// it, of "the next two years" and "within two years" those from it on, of "in two years" (in a clause of the
// future) the year that lies there. Nothing where it is not told how many.
[[nodiscard]] std::optional<DateInterval> days_reached(const Meaning& m, date::sys_days published);

// The days of `value`, narrowed: early, mid and late are the first, middle and last third (of a year: four
// months each; of a month: days 1-10, 11-20, 21-end; of a decade: years 0-3, 4-6, 7-9; of a century: 0-32,
// 33-66, 67-99); halves and quarters of what is no year are the parts of its days; "earlier this month" ends
// and "later this month" begins with the publication date.
[[nodiscard]] std::optional<DateInterval> days_meant(const Meaning& m, std::string_view value,
                                                     std::optional<date::sys_days> published);

}  // namespace dateline
