// The Meaning of a time expression before it is set against the calendar: which year, month, weekday it
// names, what it counts from, how far.
//
// A flat record of small numbers, so that the meaning of a phrase is that of its words laid over each
// other ("last week" + "Tuesday"). The words of the tables assign to it ("base=now offset=-1 unit=W");
// resolve_time.hpp makes a TimeValue of it. Used inside extract/ only.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace dateline {

enum class TimeField : std::uint8_t {
  Type,     // date, time, duration, set
  Year,     // 1999; with Era bc counted backwards
  Year2,    // two digits, "99"
  Decade,   // 199; two-digit decades ("the 90s") 90 to 99 and the like in Decade2
  Decade2,  // 0 to 9: "the '90s" is 9
  Century,  // 20: the 20th
  Era,      // bc, ad
  Fiscal,   // 1: of a fiscal year
  Half,     // 1, 2
  Quarter,  // 1 to 4
  Season,   // sp, su, fa, wi
  Month,
  Weekend,  // 1
  Weekday,  // 1 Monday to 7 Sunday
  Ordinal,  // the third Monday of, the second week of; -1: the last
  Day,      // of the month
  Easter,   // days from Easter Sunday
  Part,     // of a day: mo, mi, af, ev, ni, dt
  Hour,     // 0 to 24
  Minute,   // 0 to 59
  Second,   // 0 to 59
  Pm,       // 0: a.m., 1: p.m.
  Zone,     // minutes east of Greenwich
  Base,     // now: the publication date; then: the date last spoken of; here: then in a narrative, else now;
            // latest: then, else the unit that was the last to end
  Offset,   // how many units from the base
  Unit,     // s m h d w mo q y e c l: what is counted, or how wide the expression is
  Shift,    // hundredths of ShiftUnit from the date that the other fields tell
  ShiftUnit,  // as Unit
  Exact,      // 1: a shift is as fine as what it counts from, not as its unit
  Number,     // hundredths: of a duration or a frequency; kUnknownNumber for "several"
  Unit2,      // second unit of a duration: "two years and three months"
  Number2,
  Mod,   // early, mid, late, about, more, less, atleast, atmost
  Ref,   // past, present, future
  Way,   // sense that the words force on a bare month or weekday: past, future
  Open,  // for the days: since, until, before, after, by
  Count
};

// Several, some, few: how many is not told.
inline constexpr std::int64_t kUnknownNumber = std::int64_t{1} << 60;

// A word of up to eight bytes as a field's number.
[[nodiscard]] constexpr std::int64_t time_code(std::string_view word) {
  std::int64_t code = 0;
  for (const char c : word.substr(0, 8)) code = code * 256 + static_cast<unsigned char>(c);
  return code;
}

class Meaning {
 public:
  [[nodiscard]] bool has(TimeField field) const { return values_[index(field)] != kAbsent; }
  // Needs has(field).
  [[nodiscard]] std::int64_t operator[](TimeField field) const { return values_[index(field)]; }
  [[nodiscard]] bool is(TimeField field, std::string_view word) const {
    return values_[index(field)] == time_code(word);
  }
  [[nodiscard]] std::int64_t value_or(TimeField field, std::int64_t otherwise) const {
    return has(field) ? values_[index(field)] : otherwise;
  }
  void set(TimeField field, std::int64_t value) { values_[index(field)] = value; }
  void clear(TimeField field) { values_[index(field)] = kAbsent; }
  // Lays `other` over this: its fields win.
  void merge(const Meaning& other);

  friend bool operator==(const Meaning&, const Meaning&) = default;

 private:
  static constexpr std::int64_t kAbsent = std::numeric_limits<std::int64_t>::min();
  static constexpr std::size_t kFields = static_cast<std::size_t>(TimeField::Count);
  [[nodiscard]] static constexpr std::size_t index(TimeField field) {
    return static_cast<std::size_t>(field);
  }
  static constexpr std::array<std::int64_t, kFields> all_absent() {
    std::array<std::int64_t, kFields> values{};
    values.fill(kAbsent);
    return values;
  }

  std::array<std::int64_t, kFields> values_ = all_absent();
};

// "year" -> Year; nothing for a name that is no field.
[[nodiscard]] std::optional<TimeField> time_field_from(std::string_view name);
// The number that a table's cell means in `field`: a number (hundredths where the field counts them), "X", or
// a word. Nothing for an empty one or a word of more than eight bytes.
[[nodiscard]] std::optional<std::int64_t> time_constant(TimeField field, std::string_view text);

}  // namespace dateline
