#include "extract/resolve_time.hpp"

#include <algorithm>

#include "extract/time_calendar.hpp"
#include "extract/time_named_part.hpp"
#include "extract/time_place.hpp"
#include "extract/time_shift.hpp"
#include "extract/time_span_value.hpp"

namespace dateline {
namespace {

using date::days;
using date::sys_days;
using Field = TimeField;

constexpr std::int64_t kDayMinutes = 24 * 60;

std::string century(const Meaning& m) {
  const std::int64_t number = std::clamp<std::int64_t>(m[Field::Century], 1, 99) - 1;
  const std::int64_t decade = m.value_or(Field::Ordinal, 0);
  if (m.is(Field::Unit, "de") && 1 <= decade && decade <= 10)  // "the first decade of the 20th century"
    return years_text(static_cast<int>(10 * number + decade - 1), 3, m.is(Field::Era, "bc"));
  return years_text(static_cast<int>(number), 2, m.is(Field::Era, "bc"));
}

std::string decade(const Meaning& m, const TimeContext& context) {
  const bool bc = m.is(Field::Era, "bc");
  if (m.has(Field::Decade)) return years_text(std::clamp(clamped(m, Field::Decade), 0, 999), 3, bc);
  const int last = clamped(m, Field::Decade2);
  const auto number = m.has(Field::Year)
                          ? std::optional(clamped(m, Field::Year) / 10 + last)  // "nineteen-sixties"
                          : near_century(last, 10, context);
  if (!number) return "XX" + std::to_string(last);
  return years_text(std::clamp(*number, 0, 999), 3, bc);
}

// The hour of 24, by what else the words say of the day.
unsigned hour_of(const Meaning& m) {
  const auto hour = static_cast<unsigned>(std::clamp<std::int64_t>(m[Field::Hour], 0, 24));
  const bool pm = m.value_or(Field::Pm, 0) == 1 ||
                  (!m.has(Field::Pm) && (m.is(Field::Part, "af") || m.is(Field::Part, "ev")));
  if (pm && hour < 12) return hour + 12;
  return m.has(Field::Pm) && !pm && hour == 12 ? 0 : hour;
}

// "T14:05", "TMO", or nothing.
std::string time_of_day(const Meaning& m) {
  if (!m.has(Field::Hour)) {
    if (!m.has(Field::Part)) return "";
    const std::int64_t code = m[Field::Part];
    const auto upper = [](std::int64_t c) { return static_cast<char>(c - 32); };
    return {'T', upper(code / 256), upper(code % 256)};
  }
  std::string text = "T" + two_digits(hour_of(m)) + ":" + two_digits(m.value_or(Field::Minute, 0));
  if (m.has(Field::Second)) text += ":" + two_digits(m[Field::Second]);
  return text;
}

std::int64_t clock_minutes(const Meaning& m) { return 60 * hour_of(m) + m.value_or(Field::Minute, 0); }

// The day on which the clock shows the time while elsewhere it is `instant`.
sys_days day_at(std::int64_t instant, const Meaning& m) {
  const std::int64_t rest = instant + m.value_or(Field::Zone, 0) - clock_minutes(m) + kDayMinutes / 2;
  const std::int64_t day = rest >= 0 ? rest / kDayMinutes : -((kDayMinutes - 1 - rest) / kDayMinutes);
  return sys_days(days(day));
}

// The TIMEX3 value without the time of day.
std::string date_value(const Meaning& m, const TimeContext& context, TimePlace& place) {
  if (context.same_instant && m.has(Field::Hour)) {
    place.from_spoken = true;
    return day_text(*(place.day = day_at(*context.same_instant, m)));
  }
  take_year(m, context, place);
  if (m.has(Field::Century)) return century(m);
  if (m.has(Field::Decade) || m.has(Field::Decade2)) return decade(m, context);
  if (m.has(Field::Base)) place_base(m, context, place);
  std::string value = named_part(m, context, place);
  return m.has(Field::Shift) ? shifted(m, context, place) : value;
}

// Whether a duration is counted from the publication; "in two weeks" only where the clause looks ahead.
bool is_counted(const Meaning& m, const TimeContext& context) {
  if (!context.published || context.narrative) return false;
  return m.has(Field::Way) || (m.is(Field::Open, "in") && context.sense == TimeSense::Future);
}

// A two-digit year that no date tells the century of: "XX98", "XX98-03-04".
void take_two_digits(const Meaning& m, std::string& value) {
  if (!value.starts_with("XXXX")) return;
  value.replace(2, 2, two_digits(m[Field::Year2]));
  if (!m.has(Field::Month) && value.ends_with("-XX-XX")) value.resize(4);
}

}  // namespace

ResolvedTime resolve_time(const Meaning& m, TimexType type, const TimeContext& context) {
  ResolvedTime out{.value = {.type = type, .mod = mod_of(m)}};
  if (m.has(Field::Ref)) {
    out.value.type = TimexType::Date;
    out.value.value = reference_of(m);
    if (m.is(Field::Ref, "present") && m.has(Field::Base) && context.published) {  // "2013 to the present"
      out.value.days = days_of(day_text(*context.published));
      out.from_published = true;
    }
    return out;
  }
  if (type == TimexType::Duration || type == TimexType::Set) {
    out.value.value = type == TimexType::Set ? set_of(m) : duration_of(m);
    if (type == TimexType::Duration && is_counted(m, context)) {
      out.value.days = days_reached(m, *context.published);
      out.from_published = out.value.days.has_value();
    }
    return out;
  }
  TimePlace place;
  out.value.value = date_value(m, context, place);
  if (m.has(Field::Year2) && !place.year) take_two_digits(m, out.value.value);
  out.from_published = place.from_published;
  out.from_spoken = place.from_spoken;
  const std::string time = time_of_day(m);
  const bool day = out.value.value.size() >= 10 || out.value.value.find("-W") != std::string::npos;
  if (!time.empty() && day) {
    out.value.type = TimexType::Time;
    out.value.value += time;
  }
  out.value.days = days_meant(m, out.value.value, context.published);
  return out;
}

std::optional<std::int64_t> instant_of(const Meaning& m, const TimeValue& value) {
  if (!m.has(Field::Hour) || !value.days || !value.days->begin) return std::nullopt;
  return value.days->begin->time_since_epoch().count() * kDayMinutes + clock_minutes(m) -
         m.value_or(Field::Zone, 0);
}

}  // namespace dateline
