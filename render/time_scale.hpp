// A TimeScale leads days to places on a horizontal axis.
//
// Where the days of a story lie evenly it is linear. Where most lie in one week and one in 1948 it is cut
// into stretches, each linear, with a marked break between, so that each has room for what happened in it. A
// day with many events is given a band as wide as several labels.
#pragma once

#include <cstdint>
#include <vector>

#include <date/date.h>

namespace dateline {

// A day that the scale must tell apart from its neighbours.
struct DayLoad {
  date::sys_days day;
  std::uint32_t events = 0;  // that are shown beginning there; 0 for the end of a longer one

  friend bool operator==(const DayLoad&, const DayLoad&) = default;
};

// A day with its place. Between two knots the scale is linear.
struct Knot {
  date::sys_days day;
  int begin = 0;             // px, where the day's first mark stands
  int end = 0;               // px, where the scale goes on; beyond `begin` where the day has a band
  int columns = 1;           // of labels in the band
  bool after_break = false;  // the axis is broken before this knot
};

struct TimeScale {
  std::vector<Knot> knots;  // by day, each day once; never empty

  // px; days before the first knot and after the last stand at its place.
  [[nodiscard]] int x_of(date::sys_days day) const;
  // The knot of that day, or nullptr.
  [[nodiscard]] const Knot* find(date::sys_days day) const;
};

struct ScaleRoom {
  int begin = 0;  // px, place of the first day
  int end = 0;    // px, the last place where a label may begin
  int slot = 0;   // px, a label with its distance to the next
};
inline constexpr int kBreakWidth = 48;  // px

// Needs loads by day, each day once, at least one. Linear in their number but for a factor bounded by the
// number of stretches (at most kMostStretches).
inline constexpr std::size_t kMostStretches = 10;
enum class ScaleKind : std::uint8_t {
  Broken,  // breaks and bands where they are needed
  Linear   // none: equal times have equal lengths
};
[[nodiscard]] TimeScale scale_of(const std::vector<DayLoad>& loads, ScaleRoom room,
                                 ScaleKind kind = ScaleKind::Broken);

}  // namespace dateline
