// spell() of graph/timeline.hpp: days as a reader writes them.
#include <array>

#include "graph/timeline.hpp"

namespace dateline {
namespace {

using date::sys_days;
using date::year_month_day;

std::string spell_year(int year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}
std::string spell_year(year_month_day d) { return spell_year(static_cast<int>(d.year())); }

std::string spell_month(year_month_day d) {
  constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
  return kMonths[static_cast<unsigned>(d.month()) - 1];
}

std::string spell_number(year_month_day d) { return std::to_string(static_cast<unsigned>(d.day())); }

std::string spell_day(year_month_day d) {
  return spell_number(d) + " " + spell_month(d) + " " + spell_year(d);
}

// "23-29 January 2023", "30 January - 2 February 2023", "30 December 2022 - 2 January 2023"; both inclusive.
std::string spell_range(year_month_day first, year_month_day last) {
  if (first == last) return spell_day(first);
  if (first.year() != last.year()) return spell_day(first) + " - " + spell_day(last);
  if (first.month() != last.month())
    return spell_number(first) + " " + spell_month(first) + " - " + spell_day(last);
  return spell_number(first) + "-" + spell_day(last);
}

std::string ordinal(int n) {
  constexpr std::array kEndings = {"th", "st", "nd", "rd"};
  const bool teen = n / 10 % 10 == 1;
  return std::to_string(n) + (teen || n % 10 > 3 ? "th" : kEndings[static_cast<std::size_t>(n % 10)]);
}

constexpr int kMonthsOfYear = 12;

int whole_months(year_month_day begin, year_month_day end) {
  const int years = static_cast<int>(end.year()) - static_cast<int>(begin.year());
  return years * kMonthsOfYear + static_cast<int>(static_cast<unsigned>(end.month())) -
         static_cast<int>(static_cast<unsigned>(begin.month()));
}

// Months since January, and what a unit of so many months is called; "" where they are no such unit.
std::string spell_months(year_month_day begin, int months) {
  const int month = static_cast<int>(static_cast<unsigned>(begin.month())) - 1;
  const int year = static_cast<int>(begin.year());
  const std::string name = spell_year(year);
  switch (months) {
    case 1: return spell_month(begin) + " " + name;
    case 3:
      if (month % 3 == 0) return ordinal(month / 3 + 1) + " quarter of " + name;
      break;
    case 6:
      if (month % 6 == 0) return (month == 0 ? "first half of " : "second half of ") + name;
      break;
    case kMonthsOfYear:
      if (month == 0) return name;
      break;
    case 10 * kMonthsOfYear:
      if (month == 0 && year > 0 && year % 10 == 0) return name + "s";
      break;
    case 100 * kMonthsOfYear:
      if (month == 0 && year > 0 && year % 100 <= 1) return ordinal(year / 100 + 1) + " century";
      break;
    default: break;
  }
  return {};
}

// "spring 2011", "winter 2010-2011": of the northern half of the earth, as TIMEX3 has them.
std::string spell_season(year_month_day begin) {
  const int year = static_cast<int>(begin.year());
  switch (static_cast<unsigned>(begin.month())) {
    case 3: return "spring " + spell_year(year);
    case 6: return "summer " + spell_year(year);
    case 9: return "autumn " + spell_year(year);
    case 12: return "winter " + spell_year(year) + "-" + spell_year(year + 1);
    default: return {};
  }
}

// Whole calendar units under their names; "" for anything else.
std::string spell_unit(year_month_day begin, year_month_day end, Granularity granularity) {
  if (static_cast<unsigned>(begin.day()) != 1 || static_cast<unsigned>(end.day()) != 1) return {};
  const int months = whole_months(begin, end);
  return granularity == Granularity::Season && months == 3 ? spell_season(begin)
                                                           : spell_months(begin, months);
}

// Where an open interval begins or ends, as precisely as it was given.
std::string spell_point(year_month_day d, Granularity granularity) {
  const bool first_of_month = static_cast<unsigned>(d.day()) == 1;
  const bool first_of_year = first_of_month && static_cast<unsigned>(d.month()) == 1;
  switch (granularity) {
    case Granularity::Year:
    case Granularity::Decade:
    case Granularity::Century:
      if (first_of_year) return spell_year(d);
      break;
    case Granularity::Month:
    case Granularity::Quarter:
    case Granularity::Half:
    case Granularity::Season:
      if (first_of_month) return spell_month(d) + " " + spell_year(d);
      break;
    default: break;
  }
  return spell_day(d);
}

}  // namespace

std::string spell(const std::optional<DateInterval>& days) {
  if (!days || (!days->begin && !days->end)) return {};
  if (!days->end) return "since " + spell_point(*days->begin, days->granularity);
  if (!days->begin) return "before " + spell_point(*days->end, days->granularity);
  const std::string unit = spell_unit(*days->begin, *days->end, days->granularity);
  return unit.empty() ? spell_range(*days->begin, *days->end - date::days(1)) : unit;
}

}  // namespace dateline
