#include "extract/time_span_value.hpp"

#include <algorithm>

#include "extract/time_calendar.hpp"

namespace dateline {
namespace {

using date::days;
using date::sys_days;
using Field = TimeField;

struct UnitName {
  std::string_view code;
  std::string_view iso;
  bool time;  // "PT..."
  int finer;  // how many of `finer_iso` make one; 0: none
  std::string_view finer_iso;
};

constexpr std::array<UnitName, 13> kUnits{{{"s", "S", true, 0, ""},
                                           {"mi", "M", true, 60, "S"},
                                           {"h", "H", true, 60, "M"},
                                           {"d", "D", false, 24, "H"},
                                           {"ni", "D", false, 24, "H"},
                                           {"we", "D", false, 0, ""},
                                           {"w", "W", false, 7, "D"},
                                           {"mo", "M", false, 0, ""},
                                           {"q", "Q", false, 3, "M"},
                                           {"y", "Y", false, 12, "M"},
                                           {"de", "Y", false, 0, ""},
                                           {"ce", "Y", false, 0, ""},
                                           {"ml", "Y", false, 0, ""}}};

const UnitName* unit_named(std::int64_t code) {
  for (const UnitName& unit : kUnits)
    if (time_code(unit.code) == code) return &unit;
  return nullptr;
}

std::string decimal(std::int64_t hundredths) {
  std::string text = std::to_string(hundredths / 100);
  const std::int64_t part = hundredths % 100;
  if (part == 0) return text;
  text += '.';
  text += static_cast<char>('0' + part / 10);
  if (part % 10 != 0) text += static_cast<char>('0' + part % 10);
  return text;
}

struct Amount {
  std::string date;  // "2Y6M"
  std::string time;  // "5H30M"
};

// Lays "2Y" or, of two and a half, "2Y6M" into the amount.
void add_amount(Amount& amount, std::int64_t number, std::int64_t unit_code) {
  const UnitName* unit = unit_named(unit_code);
  if (unit == nullptr) {
    amount.date += "XX";
    return;
  }
  std::string& text = unit->time ? amount.time : amount.date;
  if (number >= kUnknownNumber / 2) {
    text += "X" + std::string(unit->code == "ce" ? "C" : unit->code == "de" ? "E" : unit->iso);
    return;
  }
  if (unit->code == "de") number *= 10;
  if (unit->code == "ce") number *= 100;
  if (unit->code == "ml") number *= 1000;
  const std::int64_t rest = number % 100 * unit->finer;
  if (number % 100 == 0 || unit->finer == 0 || rest % 100 != 0) {
    text += decimal(number) + std::string(unit->iso);
    return;
  }
  if (number >= 100) text += std::to_string(number / 100) + std::string(unit->iso);
  std::string& finer = unit->code == "d" ? amount.time : text;
  finer += std::to_string(rest / 100) + std::string(unit->finer_iso);
}

std::string upper(std::int64_t code) {
  std::string text;
  for (; code != 0; code /= 256) text.insert(text.begin(), static_cast<char>(code % 256 - 32));
  return text;
}

struct ModName {
  std::string_view code;
  std::string_view timex;
};
constexpr std::array<ModName, 8> kMods{{{"early", "START"},
                                        {"mid", "MID"},
                                        {"late", "END"},
                                        {"about", "APPROX"},
                                        {"more", "MORE_THAN"},
                                        {"less", "LESS_THAN"},
                                        {"atleast", "EQUAL_OR_MORE"},
                                        {"atmost", "EQUAL_OR_LESS"}}};

// The part of [0, size) that early, mid and late mean, in units of the interval.
std::pair<int, int> third(const Meaning& m, int size, int early, int mid) {
  if (m.is(Field::Mod, "early")) return {0, early};
  if (m.is(Field::Mod, "mid")) return {early, mid};
  return {mid, size};
}

void narrow(DateInterval& interval, const Meaning& m) {
  const sys_days begin = *interval.begin, end = *interval.end;
  const date::year_month_day first(begin);
  const auto months_on = [&](int count) { return sys_days(first + date::months(count)); };
  switch (interval.granularity) {
    case Granularity::Hour:
    case Granularity::Day: return;
    case Granularity::Month: {
      const auto [from, to] = third(m, static_cast<int>((end - begin).count()), 10, 20);
      interval.begin = begin + days(from);
      interval.end = begin + days(to);
      return;
    }
    case Granularity::Year: {
      const auto [from, to] = third(m, 12, 4, 8);
      interval.begin = months_on(from);
      interval.end = months_on(to);
      return;
    }
    case Granularity::Century: {
      const auto [from, to] = third(m, 1200, 396, 804);
      interval.begin = months_on(from);
      interval.end = months_on(to);
      return;
    }
    case Granularity::Decade: {
      const auto [from, to] = third(m, 120, 48, 84);
      interval.begin = months_on(from);
      interval.end = months_on(to);
      return;
    }
    default: {
      const int size = static_cast<int>((end - begin).count());
      const auto [from, to] = third(m, size, (size + 2) / 3, size - size / 3);
      interval.begin = begin + days(from);
      interval.end = begin + days(to);
    }
  }
}

// Part number `part` of `parts` of what is no unit of that name itself: "the first half of March".
void take_part(DateInterval& interval, std::int64_t part, std::int64_t parts, Granularity whole) {
  if (interval.granularity == whole || interval.granularity == Granularity::Hour || part < 1 || part > parts)
    return;
  const std::int64_t size = (*interval.end - *interval.begin).count();
  if (size < parts) return;
  if (size > 400) {  // decades, centuries: whole months
    const sys_days begin = *interval.begin;
    const std::int64_t months = interval.granularity == Granularity::Decade ? 120 : 1200;
    interval.begin = add_months(begin, months * (part - 1) / parts);
    interval.end = add_months(begin, months * part / parts);
  } else {
    const sys_days begin = *interval.begin;
    interval.begin = begin + days(size * (part - 1) / parts);
    interval.end = begin + days(size * part / parts);
  }
  interval.granularity = Granularity::Interval;
}

// How long a unit is, and what holds a day as wide as it.
struct SpanUnit {
  std::string_view code;
  std::int64_t months;
  std::int64_t days;
  std::string (*text)(sys_days);
};
constexpr std::int64_t kMostUnits = 100 * 2000;  // hundredths
constexpr std::int64_t kMostMonths = 12 * 2000;  // the calendar ends

constexpr std::array<SpanUnit, 9> kSpans{
    {{"h", 0, 0, day_text},
     {"d", 0, 1, day_text},
     {"ni", 0, 1, day_text},
     {"w", 0, 7, [](sys_days day) { return week_text(monday_of(day)); }},
     {"mo", 1, 0, [](sys_days day) { return month_text(month_of(day)); }},
     {"q", 3, 0, [](sys_days day) { return quarter_text(quarter_of(day)); }},
     {"y", 12, 0, [](sys_days day) { return year_text(year_of(day)); }},
     {"de", 120, 0, [](sys_days day) { return year_text(year_of(day)); }},
     {"ce", 1200, 0, [](sys_days day) { return year_text(year_of(day)); }}}};

}  // namespace

std::string duration_of(const Meaning& m) {
  Amount amount;
  add_amount(amount, m.value_or(Field::Number, kUnknownNumber), m.value_or(Field::Unit, 0));
  if (m.has(Field::Unit2)) add_amount(amount, m.value_or(Field::Number2, kUnknownNumber), m[Field::Unit2]);
  return "P" + amount.date + (amount.time.empty() ? "" : "T" + amount.time);
}

std::string set_of(const Meaning& m) {
  std::string part = m.has(Field::Part) ? "T" + upper(m[Field::Part]) : "";
  if (m.has(Field::Weekday)) return "XXXX-WXX-" + std::to_string(m[Field::Weekday]) + part;
  if (m.has(Field::Weekend)) return "XXXX-WXX-WE" + part;
  if (m.has(Field::Month))
    return "XXXX-" + two_digits(m[Field::Month]) + (m.has(Field::Day) ? "-" + two_digits(m[Field::Day]) : "");
  if (m.has(Field::Season)) return "XXXX-" + upper(m[Field::Season]);
  if (m.has(Field::Quarter)) return "XXXX-Q" + std::to_string(m[Field::Quarter]);
  if (!part.empty()) return "XXXX-XX-XX" + part;
  return duration_of(m);
}

std::string reference_of(const Meaning& m) {
  return m.is(Field::Ref, "past") ? "PAST_REF" : m.is(Field::Ref, "future") ? "FUTURE_REF" : "PRESENT_REF";
}

std::string mod_of(const Meaning& m) {
  for (const ModName& mod : kMods)
    if (m.is(Field::Mod, mod.code)) return std::string(mod.timex);
  return "";
}

std::optional<DateInterval> days_reached(const Meaning& m, sys_days published) {
  const std::int64_t number = m.value_or(Field::Number, kUnknownNumber);
  const auto unit = std::find_if(kSpans.begin(), kSpans.end(),
                                 [&](const SpanUnit& u) { return m.is(Field::Unit, u.code); });
  if (unit == kSpans.end() || m.has(Field::Unit2) || number > kMostUnits) return std::nullopt;
  if (unit->months * number / 100 > kMostMonths) return std::nullopt;
  const auto away = [&](std::int64_t hundredths) {
    return add_months(published, unit->months * hundredths / 100) + days(unit->days * hundredths / 100);
  };
  if (m.is(Field::Way, "past"))
    return DateInterval{.begin = std::min(away(-number) + days(1), published),
                        .end = published + days(1),
                        .granularity = Granularity::Interval};
  if (m.is(Field::Open, "in") && !m.has(Field::Way)) return days_of(unit->text(away(number)));
  return DateInterval{
      .begin = published, .end = away(number) + days(1), .granularity = Granularity::Interval};
}

std::optional<DateInterval> days_meant(const Meaning& m, std::string_view value,
                                       std::optional<sys_days> published) {
  auto interval = days_of(value);
  if (!interval) return interval;
  if (m.has(Field::Half)) take_part(*interval, m[Field::Half], 2, Granularity::Half);
  if (m.has(Field::Quarter)) take_part(*interval, m[Field::Quarter], 4, Granularity::Quarter);
  if (!m.has(Field::Mod)) return interval;
  if (m.is(Field::Mod, "early") || m.is(Field::Mod, "mid") || m.is(Field::Mod, "late")) narrow(*interval, m);
  if (!published || !interval->begin || *published <= *interval->begin || *published >= *interval->end)
    return interval;
  if (m.is(Field::Mod, "earlier")) interval->end = *published + days(1);
  if (m.is(Field::Mod, "later")) interval->begin = *published;
  return interval;
}

}  // namespace dateline
