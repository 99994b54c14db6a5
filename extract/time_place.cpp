#include "extract/time_place.hpp"

#include <algorithm>
#include <array>

#include "extract/time_calendar.hpp"

namespace dateline {
namespace {

using date::days;
using date::months;
using date::sys_days;
using date::years;
using Field = TimeField;

std::optional<date::year_month> month_or_none(const std::optional<sys_days>& day) {
  return day ? std::optional(month_of(*day)) : std::nullopt;
}

std::optional<date::year> year_or_none(const std::optional<sys_days>& day) {
  return day ? std::optional(year_of(*day)) : std::nullopt;
}

void place_day(const std::optional<sys_days>& base, std::int64_t offset, TimePlace& place) {
  if (!base) return;
  place.day = *base + days(offset);
  place.unresolved = false;
}

void place_week(const std::optional<sys_days>& base, std::int64_t offset, TimePlace& place) {
  if (!base) return;
  place.monday = monday_of(*base) + days(7 * offset);
  place.unresolved = false;
}

void place_quarter(const std::optional<sys_days>& base, std::int64_t offset, TimePlace& place) {
  if (!base) return;
  place.quarter = add_months(quarter_of(*base), 3 * offset);
  place.unresolved = false;
}

// The quarter that counts from now, from the one spoken of, or, of "the latest quarter", from the one that
// was the last to end before the publication; "the 2017 quarter" is that of the year named.
void place_quarter_told(const Meaning& m, const TimeContext& context, std::int64_t offset, TimePlace& place) {
  const TimeReferences& spoken = context.spoken;
  if (counts_from_now(m, context)) return place_quarter(context.published, offset, place);
  place_quarter(spoken.quarter ? spoken.quarter : spoken.day, offset, place);
  if (m.is(Field::Base, "latest") && !spoken.quarter) {
    place_quarter(context.published, offset - 1, place);
    place.from_published = context.published.has_value();
    place.from_spoken = false;
  }
  if (!place.year) return;
  place.unresolved = false;
  place.quarter =
      spoken.quarter
          ? std::optional(add_months(*spoken.quarter, 12 * (static_cast<int>(*place.year) -
                                                            static_cast<int>(year_of(*spoken.quarter)))))
          : std::nullopt;
}

// Decades and centuries; those BC are counted backwards.
void place_years(date::year base, int width, int offset, TimePlace& place) {
  const int year = static_cast<int>(base);
  place.bc = year <= 0;
  place.years = place.bc ? (1 - year) / width - offset : year / width + offset;
  place.unresolved = place.years < 0;
}

// In days, from the day to the recurring thing of the year.
std::int64_t distance(date::year year, sys_days day, const DaysInYear& days_in) {
  const auto [first, last] = days_in(year);
  return day < first ? (first - day).count() : day >= last ? (day - last).count() : 0;
}

date::year nearest_year(date::year now, sys_days day, const DaysInYear& days_in) {
  date::year best = now;
  for (const date::year year : {now - years(1), now + years(1)})
    if (distance(year, day, days_in) < distance(best, day, days_in)) best = year;
  return best;
}

// Of a story: the nearest, and rather one after the date that was told last than one before.
date::year story_year(const TimeReferences& spoken, const DaysInYear& days_in) {
  const date::year now = year_of(*spoken.story);
  if (spoken.story_is_year) return now;
  const auto cost = [&](date::year year) {
    const std::int64_t far = distance(year, *spoken.story, days_in);
    return days_in(year).second <= *spoken.story ? 3 * far : 2 * far;
  };
  date::year best = now;
  for (const date::year year : {now - years(1), now + years(1)})
    if (cost(year) < cost(best)) best = year;
  return best;
}

// "last March", "this March", "next March"
date::year year_by_offset(std::int64_t offset, date::year now, sys_days day, const DaysInYear& days_in) {
  if (offset == 0) return now;
  if (offset < 0) return days_in(now).second <= day ? now : now - years(1);
  return days_in(now).first > day ? now : now + years(1);
}

}  // namespace

int clamped(const Meaning& m, TimeField field) {
  return static_cast<int>(std::clamp(m[field], -kFarthest, kFarthest));
}

TimeSense sense_meant(const Meaning& m, const TimeContext& context) {
  if (m.is(Field::Way, "past")) return TimeSense::Past;
  return m.is(Field::Way, "future") ? TimeSense::Future : context.sense;
}

bool counts_from_now(const Meaning& m, const TimeContext& context) {
  return m.is(Field::Base, "now") || (m.is(Field::Base, "here") && !context.narrative);
}

std::optional<sys_days> anchor(const TimeContext& context, TimePlace& place) {
  if (context.narrative || !context.published) {
    place.from_spoken = true;
    if (context.spoken.day) return context.spoken.day;
    if (context.spoken.month) return first_of(*context.spoken.month);
    if (!context.published) return std::nullopt;
    place.from_spoken = false;
  }
  place.from_published = true;
  return context.published;
}

void take_year(const Meaning& m, const TimeContext& context, TimePlace& place) {
  if (m.has(Field::Year)) {
    const int year = clamped(m, Field::Year);
    place.year = date::year(m.is(Field::Era, "bc") ? 1 - year : year);
    if (m.has(Field::Year2))
      place.year = date::year(year / 100 * 100 + clamped(m, Field::Year2));  // "1990-94"
  } else if (m.is(Field::Era, "bc") && m.has(Field::Number)) {
    place.year = date::year(static_cast<int>(1 - std::min(m[Field::Number] / 100, kFarthest)));  // "5000 BC"
  } else if (m.has(Field::Year2)) {
    if (const auto year = near_century(clamped(m, Field::Year2), 100, context))
      place.year = date::year(*year);
  }
}

// Not more than a fifth of the cycle ahead.
std::optional<int> near_century(int last, int cycle, const TimeContext& context) {
  const int scale = 100 / cycle;
  int now = 0;
  if (context.published && !context.narrative)
    now = static_cast<int>(year_of(*context.published));
  else if (context.spoken.year)
    now = static_cast<int>(*context.spoken.year) + 50;
  else if (context.published)
    now = static_cast<int>(year_of(*context.published));
  else
    return std::nullopt;
  now /= scale;
  int value = now / cycle * cycle + last;
  if (value > now + cycle / 5) value -= cycle;
  return value;
}

void place_base(const Meaning& m, const TimeContext& context, TimePlace& place) {
  if (!m.has(Field::Unit)) return;
  const std::int64_t offset = std::clamp(m.value_or(Field::Offset, 0), -kFarthest, kFarthest);
  const bool now = counts_from_now(m, context);
  const TimeReferences& spoken = context.spoken;
  const auto is = [&](std::string_view unit) { return m.is(Field::Unit, unit); };
  (now ? place.from_published : place.from_spoken) = true;
  place.unresolved = true;
  if (is("d")) return place_day(now ? context.published : spoken.day, offset, place);
  if (is("w") || is("we"))
    return place_week(now ? context.published : spoken.week ? spoken.week : spoken.day, offset, place);
  if (is("q") || (is("p") && spoken.quarter_last)) return place_quarter_told(m, context, offset, place);
  if (is("p")) place.unresolved = !place.year;
  const auto month = now ? month_or_none(context.published) : spoken.month;
  const auto year = now ? year_or_none(context.published) : spoken.year;
  if (is("mo") && month) {
    place.month = *month + months(static_cast<int>(offset));
    place.unresolved = false;
  }
  if (!year) return;
  if (is("y")) {
    place.year = *year + years(static_cast<int>(offset));
    place.unresolved = false;
  }
  if (is("de") || is("ce")) place_years(*year, is("de") ? 10 : 100, static_cast<int>(offset), place);
}

std::optional<date::year> year_near(const Meaning& m, const TimeContext& context, TimePlace& place,
                                    const DaysInYear& days_in) {
  if (place.year) return place.year;
  if (m.has(Field::Base) && place.unresolved) return std::nullopt;
  if ((context.narrative || !context.published) && context.spoken.story && !m.has(Field::Offset)) {
    place.from_spoken = true;
    return story_year(context.spoken, days_in);
  }
  const auto day = anchor(context, place);
  if (!day) return context.spoken.year;
  const date::year now = year_of(*day);
  if (m.has(Field::Offset)) return year_by_offset(m[Field::Offset], now, *day, days_in);
  const date::year nearest = nearest_year(now, *day, days_in);
  TimeSense sense = sense_meant(m, context);
  if (sense == TimeSense::Unknown && (m.has(Field::Quarter) || m.has(Field::Half))) sense = TimeSense::Past;
  date::year sensed = nearest;
  if (sense == TimeSense::Past) sensed = days_in(now).first <= *day ? now : now - years(1);
  if (sense == TimeSense::Future) sensed = days_in(now).second > *day ? now : now + years(1);
  // Tenses are misread more often than a writer leaves out the year of something that far away; and of a day
  // he leaves it out only near by ("payable Nov. 10").
  const bool firm = context.firm && !m.has(Field::Day) && !m.has(Field::Ordinal) && !m.has(Field::Easter);
  const bool far_fetched = !firm && !context.told && distance(sensed, *day, days_in) > 240 &&
                           distance(nearest, *day, days_in) < 100;
  return far_fetched ? nearest : sensed;
}

}  // namespace dateline
