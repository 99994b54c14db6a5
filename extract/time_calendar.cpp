#include "extract/time_calendar.hpp"

#include <algorithm>

namespace dateline {

using date::days;
using date::months;
using date::sys_days;
using date::year_month;
using date::year_month_day;

date::year year_of(sys_days day) { return year_month_day(day).year(); }

year_month month_of(sys_days day) {
  const year_month_day ymd(day);
  return ymd.year() / ymd.month();
}

sys_days first_of(year_month month) { return sys_days(month / 1); }

sys_days monday_of(sys_days day) { return day - (date::weekday(day) - date::Monday); }

sys_days quarter_of(sys_days day) {
  const year_month_day ymd(day);
  return sys_days(ymd.year() / date::month((static_cast<unsigned>(ymd.month()) - 1) / 3 * 3 + 1) / 1);
}

sys_days add_months(sys_days day, std::int64_t count) {
  const year_month_day ymd(day);
  const year_month month = ymd.year() / ymd.month() + months(static_cast<int>(count));
  const sys_days last = sys_days(month / date::last);
  return std::min(last, first_of(month) + (ymd.day() - date::day(1)));
}

sys_days easter(date::year year) {
  const int y = static_cast<int>(year);
  const int a = y % 19, b = y / 100, c = y % 100,
            h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return sys_days(year / (sum / 31) / (sum % 31 + 1));
}

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string year_text(date::year year) {
  const int number = static_cast<int>(year);
  return years_text(number <= 0 ? 1 - number : number, 4, number <= 0);
}

std::string month_text(year_month month) {
  return year_text(month.year()) + "-" + two_digits(static_cast<unsigned>(month.month()));
}

std::string day_text(sys_days day) {
  return month_text(month_of(day)) + "-" + two_digits(static_cast<unsigned>(year_month_day(day).day()));
}

// The year of a week is that of its Thursday.
std::string week_text(sys_days monday) {
  const sys_days thursday = monday + days(3);
  const date::year year = year_of(thursday);
  return year_text(year) + "-W" + two_digits((thursday - sys_days(year / 1 / 1)).count() / 7 + 1);
}

std::string quarter_text(sys_days first) {
  const auto month = static_cast<unsigned>(month_of(first).month());
  return year_text(year_of(first)) + "-Q" + static_cast<char>('1' + (month - 1) / 3);
}

std::string years_text(int number, int digits, bool bc) {
  std::string text = std::to_string(number);
  const auto width = static_cast<std::size_t>(digits);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return (bc ? "BC" : "") + text;
}

}  // namespace dateline
