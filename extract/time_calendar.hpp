// Calendar arithmetic of time expressions, and how TIMEX3 writes what it gives: weeks, quarters, months and
// years of a day, Easter, days months later.
//
// Proleptic Gregorian, years BC astronomical (0 is 1 BC). Used inside extract/ only.
#pragma once

#include <cstdint>
#include <string>

#include <date/date.h>

namespace dateline {

[[nodiscard]] date::year year_of(date::sys_days day);
[[nodiscard]] date::year_month month_of(date::sys_days day);
[[nodiscard]] date::sys_days first_of(date::year_month month);
[[nodiscard]] date::sys_days monday_of(date::sys_days day);
// The first day of the quarter that holds the day.
[[nodiscard]] date::sys_days quarter_of(date::sys_days day);
// The same day of the month `count` months later, or that month's last where it is shorter.
[[nodiscard]] date::sys_days add_months(date::sys_days day, std::int64_t count);
// Easter Sunday of a year from 1583 on (Meeus, Jones and Butcher).
[[nodiscard]] date::sys_days easter(date::year year);

// "07", of the last two digits.
[[nodiscard]] std::string two_digits(std::int64_t number);
[[nodiscard]] std::string year_text(date::year year);          // "2024", "BC0044"
[[nodiscard]] std::string month_text(date::year_month month);  // "2024-03"
[[nodiscard]] std::string day_text(date::sys_days day);        // "2024-03-14"
[[nodiscard]] std::string week_text(date::sys_days monday);    // "2024-W11": ISO 8601
[[nodiscard]] std::string quarter_text(date::sys_days first);  // "2024-Q1"
// A decade or a century by the years that it begins with: 199 and 3 digits, "199"; 48 BC, "BC048".
[[nodiscard]] std::string years_text(int number, int digits, bool bc);

}  // namespace dateline
