#include "extract/time_named_part.hpp"

#include <algorithm>
#include <array>

#include "extract/time_calendar.hpp"

namespace dateline {
namespace {

using date::days;
using date::months;
using date::sys_days;
using date::year_month;
using date::year_month_day;
using date::years;
using Field = TimeField;

constexpr std::array<std::string_view, 4> kSeasons{"sp", "su", "fa", "wi"};
constexpr std::array<std::string_view, 4> kSeasonNames{"SP", "SU", "FA", "WI"};

std::size_t season_number(std::int64_t code) {
  for (std::size_t i = 0; i < kSeasons.size(); ++i)
    if (time_code(kSeasons[i]) == code) return i;
  return 0;
}

class NamedPart {
 public:
  NamedPart(const Meaning& m, const TimeContext& context, TimePlace& place) : m_(m), c_(context), p_(place) {}

  std::string run() {
    if (has(Field::Easter)) return easter_day();
    if (has(Field::Weekday) && has(Field::Ordinal) && (has(Field::Month) || p_.month)) return nth_weekday();
    if (has(Field::Month)) {
      const std::string value = month_or_day();
      return has(Field::Ordinal) && has(Field::Unit) && p_.month ? nth_unit() : value;
    }
    if (has(Field::Day)) return day_of_month();
    if (has(Field::Weekday)) return weekday();
    if (has(Field::Weekend) || is_unit("we")) return weekend();
    if (has(Field::Season)) return season();
    if (has(Field::Quarter)) return quarter();
    if (has(Field::Half) && !p_.month && !p_.quarter) return half();
    if (has(Field::Ordinal) && has(Field::Unit) && (p_.month || p_.year || p_.monday)) return nth_unit();
    return placed();
  }

 private:
  [[nodiscard]] bool has(Field field) const { return m_.has(field); }
  [[nodiscard]] int number(Field field) const { return clamped(m_, field); }
  [[nodiscard]] bool is_unit(std::string_view unit) const { return m_.is(Field::Unit, unit); }
  [[nodiscard]] std::string year_or_unknown() const { return p_.year ? year_text(*p_.year) : "XXXX"; }

  void choose_year(const DaysInYear& days_in) { p_.year = year_near(m_, c_, p_, days_in); }

  // What the base placed, as it is.
  std::string placed() {
    if (p_.day) return day_text(*p_.day);
    if (p_.monday) return week_text(*p_.monday);
    if (p_.month) return month_text(*p_.month);
    if (p_.quarter) return quarter_text(*p_.quarter);
    if (p_.years >= 0) return years_text(p_.years, is_unit("ce") ? 2 : 3, p_.bc);
    if (p_.year) return year_text(*p_.year);
    if (p_.unresolved) return unknown();
    return has(Field::Shift) ? "" : time_of_some_day();
  }

  [[nodiscard]] std::string unknown() const {
    if (is_unit("d")) {
      if (!counts_from_now(m_, c_) && c_.spoken.month) return month_text(*c_.spoken.month) + "-XX";
      return "XXXX-XX-XX";
    }
    if (is_unit("w")) return "XXXX-WXX";
    if (is_unit("we")) return "XXXX-WXX-WE";
    if (is_unit("mo")) return "XXXX-XX";
    if (is_unit("q")) return "XXXX-QX";
    return is_unit("de") ? "XXX" : is_unit("ce") ? "XX" : "XXXX";
  }

  // A time of day alone: of the day spoken of, else of the publication.
  std::string time_of_some_day() {
    if (!has(Field::Part) && !has(Field::Hour)) return "XXXX-XX-XX";
    const bool spoken = c_.spoken.day.has_value();
    p_.day = spoken ? c_.spoken.day : c_.narrative ? std::nullopt : c_.published;
    if (p_.day) (spoken ? p_.from_spoken : p_.from_published) = true;
    return p_.day ? day_text(*p_.day) : "XXXX-XX-XX";
  }

  std::string easter_day() {
    constexpr date::year kFirst{1583};
    const days offset(number(Field::Easter));
    choose_year([&](date::year y) {
      const sys_days day = easter(std::max(y, kFirst)) + offset;
      return std::pair(day, day + days(1));
    });
    if (!p_.year || *p_.year < kFirst) return year_or_unknown() + "-XX-XX";
    p_.day = easter(*p_.year) + offset;
    return day_text(*p_.day);
  }

  // Of the third Monday, the last Friday of a month, and of the day after it.
  [[nodiscard]] sys_days nth_in(year_month month) const {
    const date::weekday weekday(static_cast<unsigned>(number(Field::Weekday)));
    const int n = number(Field::Ordinal);
    const days after(m_.value_or(Field::Day, 0));
    if (n < 0) return sys_days(month / date::weekday_last(weekday)) + after;
    const sys_days first = first_of(month);
    return first + (weekday - date::weekday(first)) + days(7 * (n - 1)) + after;
  }

  std::string nth_weekday() {
    if (number(Field::Ordinal) > 5 || number(Field::Ordinal) == 0) return year_or_unknown() + "-XX-XX";
    if (has(Field::Month)) {
      const date::month month(static_cast<unsigned>(number(Field::Month)));
      choose_year([&](date::year y) {
        const sys_days day = nth_in(y / month);
        return std::pair(day, day + days(1));
      });
      if (!p_.year) return "XXXX-" + two_digits(static_cast<unsigned>(month)) + "-XX";
      p_.month = *p_.year / month;
    }
    p_.day = nth_in(*p_.month);
    return day_text(*p_.day);
  }

  std::string month_or_day() {
    const date::month month(static_cast<unsigned>(number(Field::Month)));
    const std::string name = two_digits(static_cast<unsigned>(month));
    const auto day = static_cast<unsigned>(m_.value_or(Field::Day, 0));
    if (day != 0 && !(date::year(2000) / month / date::day(day)).ok())
      return year_or_unknown() + "-" + name + "-XX";
    choose_year([&](date::year y) {
      const year_month ym = y / month;
      if (day == 0) return std::pair(first_of(ym), first_of(ym + months(1)));
      const sys_days first = first_of(ym) + days(day - 1);
      return std::pair(first, first + days(1));
    });
    if (day == 0) {
      if (p_.year) p_.month = *p_.year / month;
      return year_or_unknown() + "-" + name;
    }
    if (!p_.year) return "XXXX-" + name + "-" + two_digits(day);
    p_.day = first_of(*p_.year / month) + days(day - 1);
    return year_text(*p_.year) + "-" + name + "-" + two_digits(day);
  }

  // "the 19th"
  std::string day_of_month() {
    const int day = number(Field::Day);
    if (!p_.month && !p_.unresolved) {
      if (c_.spoken.month)
        p_.month = c_.spoken.month, p_.from_spoken = true;
      else if (c_.published)
        p_.month = month_of(*c_.published), p_.from_published = true;
    }
    const bool possible = 1 <= day && day <= 31;
    if (!p_.month || !possible) return "XXXX-XX-" + (possible ? two_digits(day) : "XX");
    const year_month_day ymd = *p_.month / day;
    if (ymd.ok()) p_.day = sys_days(ymd);
    return month_text(*p_.month) + "-" + two_digits(day);
  }

  std::string weekday() {
    const int wanted = std::clamp(number(Field::Weekday), 1, 7);
    if (p_.monday) return day_text(*(p_.day = *p_.monday + days(wanted - 1)));
    std::optional<sys_days> base;
    if (m_.is(Field::Base, "then"))
      base = c_.spoken.day, p_.from_spoken = true;
    else
      base = anchor(c_, p_);
    if (!base || p_.unresolved) return "XXXX-WXX-" + std::to_string(wanted);
    p_.day = weekday_near(*base, wanted);
    return day_text(*p_.day);
  }

  [[nodiscard]] sys_days weekday_near(sys_days base, int wanted) const {
    const sys_days same_week = monday_of(base) + days(wanted - 1);
    sys_days before = same_week <= base ? same_week : same_week - days(7);
    sys_days after = same_week >= base ? same_week : same_week + days(7);
    if (has(Field::Offset)) {
      const int offset = number(Field::Offset);
      if (before == base) before -= days(7);
      if (after == base) after += days(7);
      return offset < 0   ? before + days(7 * (offset + 1))
             : offset > 0 ? after + days(7 * (offset - 1))
                          : same_week;
    }
    const TimeSense sense = sense_meant(m_, c_);
    const bool forward = sense == TimeSense::Future || (c_.narrative && sense == TimeSense::Unknown);
    return forward ? after : before;
  }

  std::string weekend() {
    // On a Monday "this weekend was cold" speaks of the one that has just been.
    if (p_.monday && has(Field::Offset) && number(Field::Offset) == 0 && c_.published &&
        counts_from_now(m_, c_) && c_.sense == TimeSense::Past && *c_.published < *p_.monday + days(3))
      *p_.monday -= days(7);
    if (!p_.monday) {
      const auto base = anchor(c_, p_);
      if (!base || p_.unresolved) return "XXXX-WXX-WE";
      p_.monday = monday_of(*base);
      const bool at_weekend = *base - *p_.monday >= days(5);
      if (sense_meant(m_, c_) != TimeSense::Future && !at_weekend && !has(Field::Offset))
        *p_.monday -= days(7);
    }
    return week_text(*p_.monday) + "-WE";
  }

  // Chooses the year of `count` months from `first_month` on, and gives their first day.
  std::optional<sys_days> months_of_year(unsigned first_month, int count) {
    const date::month month(first_month);
    choose_year([&](date::year y) {
      const sys_days first = first_of(y / month);
      return std::pair(first, add_months(first, count));
    });
    return p_.year ? std::optional(first_of(*p_.year / month)) : std::nullopt;
  }

  std::string season() {
    const std::size_t season = season_number(m_[Field::Season]);
    (void)months_of_year(static_cast<unsigned>(3 + 3 * season), 3);
    return year_or_unknown() + "-" + std::string(kSeasonNames[season]);
  }

  std::string quarter() {
    const int q = std::clamp(number(Field::Quarter), 1, 4);
    p_.quarter = months_of_year(static_cast<unsigned>(3 * q - 2), 3);
    return year_or_unknown() + "-Q" + std::to_string(q);
  }

  std::string half() {
    const int h = std::clamp(number(Field::Half), 1, 2);
    (void)months_of_year(static_cast<unsigned>(6 * h - 5), 6);
    return year_or_unknown() + "-H" + std::to_string(h);
  }

  // "the second week of May", "the third day of the month", "the last month of the year". A week is of the
  // month or year that holds most of it.
  std::string nth_unit() {
    const int n = number(Field::Ordinal);
    if (n > 366 || n == 0) return unknown();
    const sys_days first = p_.month    ? first_of(*p_.month)
                           : p_.monday ? *p_.monday
                                       : sys_days(*p_.year / 1 / 1);
    const sys_days end = p_.month    ? first_of(*p_.month + months(1))
                         : p_.monday ? *p_.monday + days(7)
                                     : sys_days((*p_.year + years(1)) / 1 / 1);
    // Where the other unit is that of the base, "the first day of last month", its own is the second.
    const Field field = has(Field::Unit2) ? Field::Unit2 : Field::Unit;
    const auto is = [&](std::string_view unit) { return m_.is(field, unit); };
    if (is("d")) return day_text(*(p_.day = n < 0 ? end - days(1) : first + days(n - 1)));
    if (is("w"))
      return week_text(*(p_.monday = monday_of(n < 0 ? end - days(4) : first + days(7 * (n - 1) + 3))));
    if (is("mo")) {
      p_.month = month_of(n < 0 ? end - days(1) : add_months(first, n - 1));
      return month_text(*p_.month);
    }
    return unknown();
  }

  const Meaning& m_;
  const TimeContext& c_;
  TimePlace& p_;
};

}  // namespace

std::string named_part(const Meaning& m, const TimeContext& context, TimePlace& place) {
  return NamedPart(m, context, place).run();
}

}  // namespace dateline
