#include "extract/resolve_time.hpp"

#include <algorithm>
#include <cstdlib>

#include "extract/time_span_value.hpp"

namespace dateline {
namespace {

using date::days;
using date::months;
using date::sys_days;
using date::year_month;
using date::year_month_day;
using date::years;
using Field = TimeField;

constexpr std::int64_t kFarthest = 20000;  // years or units; farther away nothing is resolved

bool is_unit(const Meaning& m, Field field, std::string_view unit) { return m.is(field, unit); }

std::string two(unsigned number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string year_text(int year) {
  const int shown = year <= 0 ? 1 - year : year;
  std::string digits = std::to_string(shown);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return (year <= 0 ? "BC" : "") + digits;
}

std::string month_text(year_month ym) {
  return year_text(static_cast<int>(ym.year())) + "-" + two(static_cast<unsigned>(ym.month()));
}

std::string day_text(sys_days day) {
  const year_month_day ymd(day);
  return month_text(ymd.year() / ymd.month()) + "-" + two(static_cast<unsigned>(ymd.day()));
}

sys_days monday_of(sys_days day) { return day - (date::weekday(day) - date::Monday); }

// ISO 8601: the year of a week is that of its Thursday.
std::string week_text(sys_days monday) {
  const sys_days thursday = monday + days(3);
  const date::year year = year_month_day(thursday).year();
  const auto number = (thursday - sys_days(year / 1 / 1)).count() / 7 + 1;
  return year_text(static_cast<int>(year)) + "-W" + two(static_cast<unsigned>(number));
}

year_month month_of(sys_days day) {
  const year_month_day ymd(day);
  return ymd.year() / ymd.month();
}

date::year year_of(sys_days day) { return year_month_day(day).year(); }

sys_days first_of(year_month ym) { return sys_days(ym / 1); }

sys_days quarter_of(sys_days day) {
  const year_month_day ymd(day);
  return sys_days(ymd.year() / date::month((static_cast<unsigned>(ymd.month()) - 1) / 3 * 3 + 1) / 1);
}

// The day as many months later, or the month's last where it is shorter.
sys_days add_months(sys_days day, std::int64_t count) {
  const year_month_day ymd(day);
  const year_month ym = ymd.year() / ymd.month() + months(static_cast<int>(count));
  const sys_days last = sys_days(ym / date::last);
  return std::min(last, first_of(ym) + (ymd.day() - date::day(1)));
}

// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
sys_days easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100,
            h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return sys_days(date::year(y) / (sum / 31) / (sum % 31 + 1));
}

constexpr std::array<std::string_view, 4> kSeasons{"sp", "su", "fa", "wi"};
constexpr std::array<std::string_view, 4> kSeasonNames{"SP", "SU", "FA", "WI"};

std::size_t season_number(std::int64_t code) {
  for (std::size_t i = 0; i < kSeasons.size(); ++i)
    if (time_code(kSeasons[i]) == code) return i;
  return 0;
}

class Resolver {
 public:
  Resolver(const Meaning& meaning, const TimeContext& context) : m_(meaning), c_(context) {}

  // The TIMEX3 value without the time of day.
  std::string date() {
    take_year();
    if (has(Field::Century)) return century();
    if (has(Field::Decade) || has(Field::Decade2)) return decade();
    if (has(Field::Base)) place_base();
    std::string value = named_part();
    if (has(Field::Shift)) value = shifted();
    return value;
  }

  bool from_published = false;
  bool from_spoken = false;

 private:
  [[nodiscard]] bool has(Field field) const { return m_.has(field); }
  [[nodiscard]] int number(Field field) const {
    return static_cast<int>(std::clamp(m_[field], -kFarthest, kFarthest));
  }
  [[nodiscard]] bool past_forced() const { return m_.is(Field::Way, "past"); }
  [[nodiscard]] bool future_forced() const { return m_.is(Field::Way, "future"); }
  [[nodiscard]] TimeSense sense() const {
    return past_forced() ? TimeSense::Past : future_forced() ? TimeSense::Future : c_.sense;
  }

  // The day that bare months and weekdays are near to.
  std::optional<sys_days> anchor() {
    if (c_.narrative || !c_.published) {
      from_spoken = true;
      if (c_.spoken.day) return c_.spoken.day;
      if (c_.spoken.month) return first_of(*c_.spoken.month);
      if (!c_.published) return std::nullopt;
      from_spoken = false;
    }
    from_published = true;
    return c_.published;
  }

  // Base now: the publication. Here: the same, in a narrative the date it has reached.
  [[nodiscard]] bool counts_from_now() const {
    return m_.is(Field::Base, "now") || (m_.is(Field::Base, "here") && !c_.narrative);
  }

  void take_year() {
    if (has(Field::Year)) {
      const int year = number(Field::Year);
      year_ = date::year(m_.is(Field::Era, "bc") ? 1 - year : year);
      if (has(Field::Year2)) year_ = date::year(year / 100 * 100 + number(Field::Year2));  // "1990-94"
    } else if (has(Field::Year2)) {
      const int two_digits = number(Field::Year2);
      year_ = date::year(near_century(two_digits, 100));
    }
  }

  // The number with these last digits that a reader of the text's time means: not more than a fifth of the
  // cycle ahead.
  [[nodiscard]] int near_century(int last, int cycle) const {
    const int scale = 100 / cycle;
    int now = 2000;
    if (c_.published && !c_.narrative)
      now = static_cast<int>(year_of(*c_.published));
    else if (c_.spoken.year)
      now = static_cast<int>(*c_.spoken.year) + 50;
    else if (c_.published)
      now = static_cast<int>(year_of(*c_.published));
    now /= scale;
    int value = now / cycle * cycle + last;
    if (value > now + cycle / 5) value -= cycle;
    return value;
  }

  std::string century() const {
    const std::int64_t number = std::clamp<std::int64_t>(m_[Field::Century], 1, 99);
    return (m_.is(Field::Era, "bc") ? "BC" : "") + two(static_cast<unsigned>(number - 1));
  }

  std::string decade() const {
    const int value = has(Field::Decade) ? number(Field::Decade) : near_century(number(Field::Decade2), 10);
    std::string digits = std::to_string(std::clamp(value, 0, 999));
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    return digits;
  }

  // Sets day_, month_, year_, ... to the unit that lies Offset units from the base.
  void place_base() {
    if (!has(Field::Unit)) return;
    const std::int64_t offset = std::clamp(m_.value_or(Field::Offset, 0), -kFarthest, kFarthest);
    const bool now = counts_from_now();
    (now ? from_published : from_spoken) = true;
    unresolved_ = true;
    if (is_unit(m_, Field::Unit, "d")) return place_day(now, offset);
    if (is_unit(m_, Field::Unit, "w") || is_unit(m_, Field::Unit, "we")) return place_week(now, offset);
    if (is_unit(m_, Field::Unit, "mo")) return place_month(now, offset);
    if (is_unit(m_, Field::Unit, "q")) return place_quarter(now, offset);
    if (is_unit(m_, Field::Unit, "y")) return place_year(now, offset);
    if (is_unit(m_, Field::Unit, "de") || is_unit(m_, Field::Unit, "ce")) return place_years(now, offset);
  }

  void place_day(bool now, std::int64_t offset) {
    const auto base = now ? c_.published : c_.spoken.day;
    if (base) day_ = *base + days(offset), unresolved_ = false;
  }
  void place_week(bool now, std::int64_t offset) {
    const auto base = now ? c_.published : c_.spoken.week ? c_.spoken.week : c_.spoken.day;
    if (base) monday_ = monday_of(*base) + days(7 * offset), unresolved_ = false;
  }
  void place_month(bool now, std::int64_t offset) {
    const auto base = !now           ? c_.spoken.month
                      : c_.published ? std::optional(month_of(*c_.published))
                                     : std::nullopt;
    if (base) month_ = *base + months(static_cast<int>(offset)), unresolved_ = false;
  }
  void place_quarter(bool now, std::int64_t offset) {
    auto base = now ? c_.published : c_.spoken.quarter;
    if (!now && !base) base = c_.spoken.day;
    if (base) quarter_ = add_months(quarter_of(*base), 3 * offset), unresolved_ = false;
  }
  void place_year(bool now, std::int64_t offset) {
    const auto base = !now           ? c_.spoken.year
                      : c_.published ? std::optional(year_of(*c_.published))
                                     : std::nullopt;
    if (base) year_ = *base + years(static_cast<int>(offset)), unresolved_ = false;
  }
  void place_years(bool now, std::int64_t offset) {
    const auto base = !now           ? c_.spoken.year
                      : c_.published ? std::optional(year_of(*c_.published))
                                     : std::nullopt;
    if (!base) return;
    const int width = is_unit(m_, Field::Unit, "de") ? 10 : 100;
    years_ = static_cast<int>(*base) / width + static_cast<int>(offset);
    unresolved_ = years_ < 0;
  }

  // What the finest field names, within what was placed.
  std::string named_part() {
    if (has(Field::Easter)) return easter_day();
    if (has(Field::Weekday) && has(Field::Ordinal) && (has(Field::Month) || month_)) return nth_weekday();
    if (has(Field::Month)) {
      const std::string value = month_or_day();
      return has(Field::Ordinal) && has(Field::Unit) && month_ ? nth_unit() : value;
    }
    if (has(Field::Day)) return day_of_month();
    if (has(Field::Weekday)) return weekday();
    if (has(Field::Weekend) || is_unit(m_, Field::Unit, "we")) return weekend();
    if (has(Field::Season)) return season();
    if (has(Field::Quarter)) return quarter();
    if (has(Field::Half)) return half();
    if (has(Field::Ordinal) && has(Field::Unit) && (month_ || year_)) return nth_unit();
    if (day_) return day_text(*day_);
    if (monday_) return week_text(*monday_);
    if (month_) return month_text(*month_);
    if (quarter_) return quarter_text(*quarter_);
    if (years_ >= 0) return years_ < 100 ? two(static_cast<unsigned>(years_)) : std::to_string(years_);
    if (year_) return year_text(static_cast<int>(*year_));
    if (unresolved_) return unknown();
    if (has(Field::Shift)) return shift_base();
    return time_of_some_day();
  }

  [[nodiscard]] std::string unknown() const {
    if (is_unit(m_, Field::Unit, "d")) {
      if (!counts_from_now() && c_.spoken.month) return month_text(*c_.spoken.month) + "-XX";
      return "XXXX-XX-XX";
    }
    if (is_unit(m_, Field::Unit, "w")) return "XXXX-WXX";
    if (is_unit(m_, Field::Unit, "we")) return "XXXX-WXX-WE";
    if (is_unit(m_, Field::Unit, "mo")) return "XXXX-XX";
    if (is_unit(m_, Field::Unit, "q")) return "XXXX-QX";
    return is_unit(m_, Field::Unit, "de") ? "XXX" : is_unit(m_, Field::Unit, "ce") ? "XX" : "XXXX";
  }

  // A time of day alone: of the day spoken of, else of the publication.
  std::string time_of_some_day() {
    if (!has(Field::Part) && !has(Field::Hour)) return "XXXX-XX-XX";
    const bool spoken = c_.spoken.day.has_value();
    day_ = spoken ? c_.spoken.day : c_.narrative ? std::nullopt : c_.published;
    if (day_) (spoken ? from_spoken : from_published) = true;
    return day_ ? day_text(*day_) : "XXXX-XX-XX";
  }

  static std::string quarter_text(sys_days first) {
    const year_month_day ymd(first);
    return year_text(static_cast<int>(ymd.year())) + "-Q" +
           static_cast<char>('1' + (static_cast<unsigned>(ymd.month()) - 1) / 3);
  }

  // The year in which something that recurs every year lies, where the text leaves the year out. `first` and
  // `last`: its first and last day in a year.
  template <typename Days>
  std::optional<date::year> year_near(Days days_in) {
    if (year_) return year_;
    if (has(Field::Base) && unresolved_) return std::nullopt;
    if (c_.narrative && c_.spoken.year && !has(Field::Offset)) {
      from_spoken = true;
      return c_.spoken.year;
    }
    const auto day = anchor();
    if (!day) {
      if (c_.spoken.year) return c_.spoken.year;
      return std::nullopt;
    }
    const date::year now = year_of(*day);
    if (has(Field::Offset)) return year_by_offset(now, *day, days_in);
    const date::year nearest = nearest_year(now, *day, days_in);
    date::year sensed = nearest;
    if (sense() == TimeSense::Past) sensed = days_in(now).first <= *day ? now : now - years(1);
    if (sense() == TimeSense::Future) sensed = days_in(now).second > *day ? now : now + years(1);
    const bool far_fetched = distance(sensed, *day, days_in) > 240 && distance(nearest, *day, days_in) < 75;
    return far_fetched ? nearest : sensed;
  }

  // "last March", "this March", "next March"
  template <typename Days>
  std::optional<date::year> year_by_offset(date::year now, sys_days day, Days days_in) const {
    const std::int64_t offset = m_[Field::Offset];
    if (offset == 0) return now;
    if (offset < 0) return days_in(now).second <= day ? now : now - years(1);
    return days_in(now).first > day ? now : now + years(1);
  }

  template <typename Days>
  static date::year nearest_year(date::year now, sys_days day, Days days_in) {
    date::year best = now;
    for (const date::year year : {now - years(1), now + years(1)})
      if (distance(year, day, days_in) < distance(best, day, days_in)) best = year;
    return best;
  }

  // In days, from the day to the recurring thing of the year.
  template <typename Days>
  static std::int64_t distance(date::year year, sys_days day, Days days_in) {
    const auto [first, last] = days_in(year);
    return day < first ? (first - day).count() : day >= last ? (day - last).count() : 0;
  }

  [[nodiscard]] std::string year_or_unknown() const {
    return year_ ? year_text(static_cast<int>(*year_)) : "XXXX";
  }

  std::string easter_day() {
    const int offset = number(Field::Easter);
    year_ = year_near([&](date::year y) {
      const sys_days day = easter(std::max(static_cast<int>(y), 1583)) + days(offset);
      return std::pair(day, day + days(1));
    });
    if (!year_ || static_cast<int>(*year_) < 1583) return year_or_unknown() + "-XX-XX";
    day_ = easter(static_cast<int>(*year_)) + days(offset);
    return day_text(*day_);
  }

  // Of the third Monday, the last Friday of a month.
  [[nodiscard]] sys_days nth_in(year_month ym) const {
    const date::weekday weekday(static_cast<unsigned>(number(Field::Weekday)));
    const int n = number(Field::Ordinal);
    if (n < 0) return sys_days(ym / date::weekday_last(weekday));
    const sys_days first = first_of(ym);
    return first + (weekday - date::weekday(first)) + days(7 * (n - 1));
  }

  std::string nth_weekday() {
    if (number(Field::Ordinal) > 5 || number(Field::Ordinal) == 0) return year_or_unknown() + "-XX-XX";
    if (has(Field::Month)) {
      const date::month month(static_cast<unsigned>(number(Field::Month)));
      year_ = year_near([&](date::year y) {
        const sys_days day = nth_in(y / month);
        return std::pair(day, day + days(1));
      });
      if (!year_) return "XXXX-" + two(static_cast<unsigned>(month)) + "-XX";
      month_ = *year_ / month;
    }
    day_ = nth_in(*month_);
    return day_text(*day_);
  }

  std::string month_or_day() {
    const auto month = static_cast<unsigned>(number(Field::Month));
    const auto day = static_cast<unsigned>(m_.value_or(Field::Day, 0));
    if (day != 0 && !(date::year(2000) / static_cast<int>(month) / static_cast<int>(day)).ok())
      return year_or_unknown() + "-" + two(month) + "-XX";
    year_ = year_near([&](date::year y) {
      const year_month ym = y / date::month(month);
      if (day == 0) return std::pair(first_of(ym), first_of(ym + months(1)));
      const sys_days first = first_of(ym) + days(day - 1);
      return std::pair(first, first + days(1));
    });
    if (day == 0) {
      if (year_) month_ = *year_ / date::month(month);
      return year_or_unknown() + "-" + two(month);
    }
    if (!year_) return "XXXX-" + two(month) + "-" + two(day);
    day_ = first_of(*year_ / date::month(month)) + days(day - 1);
    return year_text(static_cast<int>(*year_)) + "-" + two(month) + "-" + two(day);
  }

  // "the 19th"
  std::string day_of_month() {
    const int day = number(Field::Day);
    if (!month_) {
      if (c_.spoken.month)
        month_ = c_.spoken.month, from_spoken = true;
      else if (c_.published)
        month_ = month_of(*c_.published), from_published = true;
    }
    if (!month_ || day < 1 || day > 31)
      return "XXXX-XX-" + (day >= 1 && day <= 31 ? two(static_cast<unsigned>(day)) : "XX");
    const year_month_day ymd = *month_ / day;
    if (ymd.ok()) day_ = sys_days(ymd);
    return month_text(*month_) + "-" + two(static_cast<unsigned>(day));
  }

  std::string weekday() {
    const int wanted = std::clamp(number(Field::Weekday), 1, 7);
    if (monday_) return day_text(*(day_ = *monday_ + days(wanted - 1)));
    std::optional<sys_days> base;
    if (m_.is(Field::Base, "then"))
      base = c_.spoken.day, from_spoken = true;
    else
      base = anchor();
    if (!base || unresolved_) return "XXXX-WXX-" + std::to_string(wanted);
    const sys_days same_week = monday_of(*base) + days(wanted - 1);
    sys_days before = same_week <= *base ? same_week : same_week - days(7);
    sys_days after = same_week >= *base ? same_week : same_week + days(7);
    if (has(Field::Offset)) {
      const std::int64_t offset = m_[Field::Offset];
      if (before == *base) before -= days(7);
      if (after == *base) after += days(7);
      day_ = offset < 0 ? before : offset > 0 ? after : same_week;
    } else {
      const bool forward = sense() == TimeSense::Future || (c_.narrative && sense() == TimeSense::Unknown);
      day_ = forward ? after : before;
    }
    return day_text(*day_);
  }

  std::string weekend() {
    if (!monday_) {
      const auto base = anchor();
      if (!base || unresolved_) return "XXXX-WXX-WE";
      monday_ = monday_of(*base);
      const bool at_weekend = *base - *monday_ >= days(5);
      if (sense() != TimeSense::Future && !at_weekend && !has(Field::Offset)) *monday_ -= days(7);
    }
    return week_text(*monday_) + "-WE";
  }

  std::string season() {
    const std::size_t number = season_number(m_[Field::Season]);
    const auto first_month = date::month(static_cast<unsigned>(3 + 3 * number));
    year_ = year_near([&](date::year y) {
      const sys_days first = first_of(y / first_month);
      return std::pair(first, add_months(first, 3));
    });
    return year_or_unknown() + "-" + std::string(kSeasonNames[number]);
  }

  std::string quarter() {
    const int q = std::clamp(number(Field::Quarter), 1, 4);
    year_ = year_near([&](date::year y) {
      const sys_days first = first_of(y / date::month(static_cast<unsigned>(3 * q - 2)));
      return std::pair(first, add_months(first, 3));
    });
    if (year_) quarter_ = first_of(*year_ / date::month(static_cast<unsigned>(3 * q - 2)));
    return year_or_unknown() + "-Q" + std::to_string(q);
  }

  std::string half() {
    const int h = std::clamp(number(Field::Half), 1, 2);
    year_ = year_near([&](date::year y) {
      const sys_days first = first_of(y / date::month(static_cast<unsigned>(6 * h - 5)));
      return std::pair(first, add_months(first, 6));
    });
    return year_or_unknown() + "-H" + std::to_string(h);
  }

  // "the second week of May", "the third day of the month", "the last month of the year"
  std::string nth_unit() {
    const int n = number(Field::Ordinal);
    if (n > 366 || n == 0) return unknown();
    const sys_days first = month_ ? first_of(*month_) : sys_days(*year_ / 1 / 1);
    const sys_days end = month_ ? first_of(*month_ + months(1)) : sys_days((*year_ + years(1)) / 1 / 1);
    if (is_unit(m_, Field::Unit, "d")) return day_text(*(day_ = n < 0 ? end - days(1) : first + days(n - 1)));
    if (is_unit(m_, Field::Unit, "w"))
      return week_text(*(monday_ = monday_of(n < 0 ? end - days(1) : first + days(7 * (n - 1)))));
    if (is_unit(m_, Field::Unit, "mo")) {
      month_ = month_of(n < 0 ? end - days(1) : add_months(first, n - 1));
      return month_text(*month_);
    }
    return unknown();
  }

  // The day that a shift alone counts from.
  std::string shift_base() {
    const bool now = !m_.is(Field::Base, "then");
    (now ? from_published : from_spoken) = true;
    day_ = now ? c_.published : c_.spoken.day;
    if (!now && !day_ && c_.spoken.month) month_ = c_.spoken.month;
    if (!now && !day_ && c_.spoken.year) year_ = c_.spoken.year;
    return "";
  }

  // The date that was named, Shift units on; as fine as the unit.
  std::string shifted() {
    const std::int64_t shift = m_[Field::Shift];
    if (std::abs(shift) >= kUnknownNumber / 2) return shift > 0 ? "FUTURE_REF" : "PAST_REF";
    const std::int64_t whole = std::clamp(shift / 100, -kFarthest, kFarthest);
    const auto unit = m_.value_or(Field::ShiftUnit, 0);
    if (!day_ && month_ && unit != time_code("y")) day_ = first_of(*month_);
    if (unit == time_code("y") || unit == time_code("de") || unit == time_code("ce")) {
      const int scale = unit == time_code("y") ? 1 : unit == time_code("de") ? 10 : 100;
      if (scale == 1 && whole == -1 && c_.spoken.quarter && c_.spoken.quarter_last)
        return quarter_text(quarter_of(add_months(*c_.spoken.quarter, 12 * whole)));
      const auto year = day_ ? std::optional(year_of(*day_)) : month_ ? std::optional(month_->year()) : year_;
      const std::int64_t target = year ? static_cast<int>(*year) + whole * scale : 0;
      return year && std::abs(target) < 9999 ? year_text(static_cast<int>(target)) : "XXXX";
    }
    if (!day_)
      return unit == time_code("mo") ? "XXXX-XX" : unit == time_code("w") ? "XXXX-WXX" : "XXXX-XX-XX";
    if (unit == time_code("mo")) return month_text(month_of(add_months(*day_, whole)));
    if (unit == time_code("q")) return quarter_text(quarter_of(add_months(*day_, 3 * whole)));
    if (unit == time_code("w")) return week_text(monday_of(*day_ + days(7 * whole)));
    if (unit == time_code("d")) return day_text(*day_ + days(whole));
    return day_text(*day_);
  }

  const Meaning& m_;
  const TimeContext& c_;
  std::optional<date::year> year_;
  std::optional<year_month> month_;
  std::optional<sys_days> day_, monday_, quarter_;
  int years_ = -1;  // decade or century number
  bool unresolved_ = false;
};

// "T14:05", "TMO", or nothing.
std::string time_of_day(const Meaning& m) {
  if (!m.has(Field::Hour)) {
    if (!m.has(Field::Part)) return "";
    const std::int64_t code = m[Field::Part];
    const auto upper = [](std::int64_t c) { return static_cast<char>(c - 32); };
    return {'T', upper(code / 256), upper(code % 256)};
  }
  auto hour = static_cast<unsigned>(std::clamp<std::int64_t>(m[Field::Hour], 0, 24));
  const bool pm = m.value_or(Field::Pm, 0) == 1 ||
                  (!m.has(Field::Pm) && (m.is(Field::Part, "af") || m.is(Field::Part, "ev")));
  if (pm && hour < 12) hour += 12;
  if (m.has(Field::Pm) && !pm && hour == 12) hour = 0;
  std::string text = "T" + two(hour) + ":" + two(static_cast<unsigned>(m.value_or(Field::Minute, 0)));
  if (m.has(Field::Second)) text += ":" + two(static_cast<unsigned>(m[Field::Second]));
  return text;
}

}  // namespace

ResolvedTime resolve_time(const Meaning& m, TimexType type, const TimeContext& context) {
  ResolvedTime out{.value = {.type = type, .mod = mod_of(m)}};
  if (m.has(Field::Ref)) {
    out.value.type = TimexType::Date;
    out.value.value = reference_of(m);
    return out;
  }
  if (type == TimexType::Duration || type == TimexType::Set) {
    out.value.value = type == TimexType::Set ? set_of(m) : duration_of(m);
    return out;
  }
  Resolver resolver(m, context);
  out.value.value = resolver.date();
  out.from_published = resolver.from_published;
  out.from_spoken = resolver.from_spoken;
  const std::string time = time_of_day(m);
  const bool day = out.value.value.size() >= 10 || out.value.value.find("-W") != std::string::npos;
  if (!time.empty() && day) {
    out.value.type = TimexType::Time;
    out.value.value += time;
  }
  out.value.days = days_meant(m, out.value.value, context.published);
  return out;
}

void note_time(TimeReferences& spoken, const TimeValue& value) {
  const auto known = days_of(value.value);
  if (!known || !known->begin || value.type == TimexType::Duration || value.type == TimexType::Set) return;
  const sys_days first = *known->begin;
  spoken.quarter_last = known->granularity == Granularity::Quarter;
  switch (known->granularity) {
    case Granularity::Hour:
    case Granularity::Day: spoken.day = first; [[fallthrough]];
    case Granularity::Week:
    case Granularity::Interval: spoken.week = monday_of(first); [[fallthrough]];
    case Granularity::Month:
      spoken.month = month_of(first);
      spoken.year = year_of(first);
      break;
    case Granularity::Quarter: spoken.quarter = first; [[fallthrough]];
    case Granularity::Season:
    case Granularity::Half:
    case Granularity::Year: spoken.year = year_of(first); break;
    default: break;
  }
}

}  // namespace dateline
