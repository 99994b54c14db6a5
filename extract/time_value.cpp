#include "extract/time_value.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

using date::days;
using date::months;
using date::sys_days;
using date::year_month_day;
using date::years;

constexpr std::array<std::string_view, 4> kTypes{"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 11> kGranularities{
    "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "interval"};
constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Reads exactly `count` digits off the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || !std::all_of(text.begin(), text.begin() + count, is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) value = value * 10 + (c - '0');
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string padded(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

DateInterval interval(sys_days begin, sys_days end, Granularity granularity) {
  return {.begin = begin, .end = end, .granularity = granularity};
}

DateInterval months_from(date::year year, unsigned month, int count, Granularity granularity) {
  const auto first = year / date::month(month) / 1;
  return interval(sys_days(first), sys_days(first + months(count)), granularity);
}

// The Monday of ISO 8601 week 1: the week that holds 4 January.
sys_days first_monday(date::year year) {
  const sys_days fourth = year / 1 / 4;
  return fourth - (date::weekday(fourth) - date::Monday);
}

// "W05", "W05-WE", "W05-3": what follows the year of a week.
std::optional<DateInterval> week_days(date::year year, std::string_view rest) {
  const auto week = take_digits(rest, 2);
  if (!week || *week < 1) return std::nullopt;
  const sys_days monday = first_monday(year) + days(7 * (*week - 1));
  if (monday >= first_monday(year + years(1))) return std::nullopt;
  if (rest.empty()) return interval(monday, monday + days(7), Granularity::Week);
  if (rest == "-WE") return interval(monday + days(5), monday + days(7), Granularity::Interval);
  if (!take(rest, "-")) return std::nullopt;
  const auto day = take_digits(rest, 1);
  if (!day || *day < 1 || *day > 7 || !rest.empty()) return std::nullopt;
  return interval(monday + days(*day - 1), monday + days(*day), Granularity::Day);
}

// "Q1", "H2", "SP": a named part of a year.
std::optional<DateInterval> part_of_year(date::year year, std::string_view part) {
  if (part.size() != 2) return std::nullopt;
  const auto season = std::find(kSeasons.begin(), kSeasons.end(), part);
  if (season != kSeasons.end())
    return months_from(year, 3 + 3 * static_cast<unsigned>(season - kSeasons.begin()), 3,
                       Granularity::Season);
  const unsigned number = static_cast<unsigned>(part[1] - '0');
  if (part[0] == 'Q' && 1 <= number && number <= 4)
    return months_from(year, 3 * number - 2, 3, Granularity::Quarter);
  if (part[0] == 'H' && 1 <= number && number <= 2)
    return months_from(year, 6 * number - 5, 6, Granularity::Half);
  return std::nullopt;
}

bool is_part_of_day(std::string_view part) {
  constexpr std::array<std::string_view, 8> kParts{"MO", "MI", "AF", "EV", "NI", "DT", "DA", "PM"};
  return std::find(kParts.begin(), kParts.end(), part) != kParts.end();
}

// "14", "14:05", "14:05:09", with "Z" or "+01:00" behind; what follows the T.
bool is_clock(std::string_view clock) {
  const auto hour = take_digits(clock, 2);
  if (!hour || *hour > 24) return false;
  for (int part = 0; part < 2 && take(clock, ":"); ++part) {
    const auto number = take_digits(clock, 2);
    if (!number || *number > 60) return false;
  }
  if (clock.empty() || clock == "Z") return true;
  if (!take(clock, "+") && !take(clock, "-")) return false;
  if (!take_digits(clock, 2)) return false;
  return clock.empty() || (take(clock, ":") && take_digits(clock, 2) && clock.empty());
}

// "MM", "MM-DD", "MM-DDT...": what follows the year.
std::optional<DateInterval> month_days(date::year year, std::string_view rest) {
  const auto month = take_digits(rest, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.empty()) return months_from(year, static_cast<unsigned>(*month), 1, Granularity::Month);
  if (!take(rest, "-")) return std::nullopt;
  const auto day = take_digits(rest, 2);
  if (!day) return std::nullopt;
  const year_month_day ymd = year / *month / *day;
  if (!ymd.ok()) return std::nullopt;
  const DateInterval one = interval(sys_days(ymd), sys_days(ymd) + days(1), Granularity::Day);
  if (rest.empty()) return one;
  if (!take(rest, "T") || !(is_part_of_day(rest) || is_clock(rest))) return std::nullopt;
  return interval(*one.begin, *one.end, Granularity::Hour);
}

// Years [year * scale, (year + 1) * scale), counted backwards where BC: "BC004" is 49 to 40 BC.
DateInterval span_of_years(int number, int scale, bool bc, Granularity granularity) {
  const int first = bc ? 1 - (number * scale + scale - 1) : number * scale;
  return months_from(date::year(first), 1, 12 * scale, granularity);
}

}  // namespace

std::string_view to_string(TimexType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::string_view to_string(Granularity granularity) {
  return kGranularities[static_cast<std::size_t>(granularity)];
}

std::optional<Granularity> granularity_of(std::string_view name) {
  const auto at = std::find(kGranularities.begin(), kGranularities.end(), name);
  if (at == kGranularities.end()) return std::nullopt;
  return static_cast<Granularity>(at - kGranularities.begin());
}

std::string to_iso(sys_days day) {
  const year_month_day ymd(day);
  const int year = static_cast<int>(ymd.year());
  const std::string sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return sign + padded(static_cast<unsigned>(year < 0 ? -year : year), 4) + "-" +
         padded(static_cast<unsigned>(ymd.month()), 2) + "-" + padded(static_cast<unsigned>(ymd.day()), 2);
}

std::optional<sys_days> day_from_iso(std::string_view text) {
  const bool negative = take(text, "-");
  const auto year = take_digits(text, 4);
  if (!year || (negative && *year == 0) || !take(text, "-")) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !text.empty()) return std::nullopt;
  const year_month_day ymd = date::year(negative ? -*year : *year) / *month / *day;
  if (!ymd.ok()) return std::nullopt;
  return sys_days(ymd);
}

std::optional<DateInterval> days_of(std::string_view value) {
  const bool bc = take(value, "BC");
  const bool negative = !bc && take(value, "-");
  const auto dash = value.find('-');
  const std::size_t digits = std::min(dash, value.size());
  if (digits < 2 || digits > 4) return std::nullopt;
  const auto number = take_digits(value, digits);
  if (!number || ((bc || negative) && digits == 4 && *number == 0)) return std::nullopt;
  if (digits < 4) {
    if (!value.empty() || negative) return std::nullopt;
    return digits == 3 ? span_of_years(*number, 10, bc, Granularity::Decade)
                       : span_of_years(*number, 100, bc, Granularity::Century);
  }
  const date::year year(bc ? 1 - *number : negative ? -*number : *number);
  if (value.empty()) return months_from(year, 1, 12, Granularity::Year);
  take(value, "-");
  if (take(value, "W") && value != "I") return week_days(year, value);
  if (value == "I") return part_of_year(year, "WI");
  if (value.size() == 2 && !is_digit(value[0])) return part_of_year(year, value);
  return month_days(year, value);
}

bool overlap(const DateInterval& a, const DateInterval& b) {
  return (!a.begin || !b.end || *a.begin < *b.end) && (!b.begin || !a.end || *b.begin < *a.end);
}

}  // namespace dateline
