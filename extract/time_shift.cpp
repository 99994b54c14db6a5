#include "extract/time_shift.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/time_calendar.hpp"

namespace dateline {
namespace {

using date::days;
using date::sys_days;
using Field = TimeField;

// How far, in months or in days.
struct Distance {
  std::int64_t months = 0;
  std::int64_t days = 0;
};

// What a unit is made of, and what a value as fine as it looks like where it is not known.
struct ShiftUnit {
  std::string_view code;
  std::int64_t months;
  std::int64_t days;
  std::string_view unknown;
};
constexpr std::array<ShiftUnit, 12> kUnits{{{"s", 0, 0, "XXXX-XX-XX"},
                                            {"mi", 0, 0, "XXXX-XX-XX"},
                                            {"h", 0, 0, "XXXX-XX-XX"},
                                            {"d", 0, 1, "XXXX-XX-XX"},
                                            {"ni", 0, 1, "XXXX-XX-XX"},
                                            {"we", 0, 7, "XXXX-WXX-WE"},
                                            {"w", 0, 7, "XXXX-WXX"},
                                            {"mo", 1, 0, "XXXX-XX"},
                                            {"q", 3, 0, "XXXX-QX"},
                                            {"y", 12, 0, "XXXX"},
                                            {"de", 120, 0, "XXXX"},
                                            {"ce", 1200, 0, "XXXX"}}};
constexpr ShiftUnit kMillennium{"ml", 12000, 0, "XXXX"};

const ShiftUnit& unit_of(const Meaning& m) {
  for (const ShiftUnit& unit : kUnits)
    if (m.is(Field::ShiftUnit, unit.code)) return unit;
  return kMillennium;
}

// Whole units; "half a century" and "a year and a half" in the finer ones that they are made of.
Distance distance_of(const ShiftUnit& unit, std::int64_t hundredths) {
  if (unit.code == "h") return {.days = hundredths / 2400};
  if (unit.code == "mo" && hundredths % 100 != 0) return {.days = hundredths * 3044 / 10000};
  return {.months = unit.months * hundredths / 100, .days = unit.days * hundredths / 100};
}

// The publication, or the date last spoken of.
void place_here(const Meaning& m, const TimeContext& context, TimePlace& place) {
  if (place.day || place.monday || place.month || place.quarter || place.year) return;
  const bool now = !m.is(Field::Base, "then");
  (now ? place.from_published : place.from_spoken) = true;
  place.day = now ? context.published : context.spoken.day;
  if (now || place.day) return;
  if (context.spoken.month)
    place.month = context.spoken.month;
  else
    place.year = context.spoken.year;
}

// The first day of what is placed.
std::optional<sys_days> first_day(const TimePlace& place) {
  if (place.day) return place.day;
  if (place.monday) return place.monday;
  if (place.month) return first_of(*place.month);
  if (place.quarter) return place.quarter;
  return place.year ? std::optional(sys_days(*place.year / 1 / 1)) : std::nullopt;
}

// Whether a unit is coarser than what was placed, so that the value can be as fine as it.
bool is_known(const ShiftUnit& unit, const TimePlace& place) {
  return unit.months >= 12 || place.day || place.monday || place.month || place.quarter;
}

}  // namespace

std::string shifted(const Meaning& m, const TimeContext& context, TimePlace& place) {
  place_here(m, context, place);
  const std::int64_t shift = m[Field::Shift];
  if (std::abs(shift) >= kUnknownNumber / 2) return shift > 0 ? "FUTURE_REF" : "PAST_REF";
  const ShiftUnit& unit = unit_of(m);
  const std::int64_t capped = std::clamp(shift, -100 * kFarthest, 100 * kFarthest);
  const Distance distance = distance_of(unit, capped);
  if (unit.code == "y" && place.quarter && m.has(Field::Quarter))
    return quarter_text(add_months(*place.quarter, distance.months));
  // "a year earlier" compares quarters where a quarter was spoken of.
  const bool of_quarter = context.spoken.quarter_last || m.is(Field::Unit, "q");
  if (unit.code == "y" && capped == -100 && context.spoken.quarter && of_quarter)
    return quarter_text(quarter_of(add_months(*context.spoken.quarter, -12)));
  const auto first = first_day(place);
  if (!first || !is_known(unit, place) || std::abs(distance.months) > 12 * 9000)
    return std::string(unit.unknown);
  if (std::abs(static_cast<int>(year_of(*first))) + std::abs(distance.months) / 12 > 9900)
    return std::string(unit.unknown);
  const sys_days there = add_months(*first, distance.months) + days(distance.days);
  if (m.has(Field::Exact))
    return place.day || distance.days != 0 ? day_text(there) : month_text(month_of(there));
  if (distance.months % 12 == 0 && unit.months >= 12) return year_text(year_of(there));
  if (unit.code == "w" && capped % 100 == 0) return week_text(monday_of(there));
  if (unit.code == "we") return week_text(monday_of(there)) + "-WE";
  if (unit.code == "q") return quarter_text(quarter_of(there));
  return distance.months != 0 ? month_text(month_of(there)) : day_text(there);
}

}  // namespace dateline
