#include "render/time_scale.hpp"

#include <algorithm>
#include <cassert>

namespace dateline {
namespace {

// Days of one linear stretch: indices [begin, end) into the loads.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t gaps() const { return end - begin - 1; }
};

using Loads = std::vector<DayLoad>;

std::int64_t gap_after(const Loads& loads, std::size_t i) {
  return (loads[i + 1].day - loads[i].day).count();
}

std::size_t widest_gap(const Loads& loads, Stretch s) {
  std::size_t widest = s.begin;
  for (std::size_t i = s.begin; i + 1 < s.end; ++i)
    if (gap_after(loads, i) > gap_after(loads, widest)) widest = i;
  return widest;
}

// The gap beside which half of the events stand beside smaller ones.
std::int64_t usual_gap(const Loads& loads, Stretch s) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> gaps;  // days, events beside it
  std::uint64_t all = 0;
  for (std::size_t i = s.begin; i + 1 < s.end; ++i) {
    const std::uint64_t events = std::uint64_t{1} + loads[i].events + loads[i + 1].events;
    gaps.emplace_back(gap_after(loads, i), events);
    all += events;
  }
  std::sort(gaps.begin(), gaps.end());
  std::uint64_t seen = 0;
  for (const auto& [days, events] : gaps) {
    seen += events;
    if (2 * seen >= all) return days;
  }
  return gaps.back().first;
}

// Whether one linear scale serves the stretch: no gap takes most of it, and the usual gap is not squeezed.
bool is_even(const Loads& loads, Stretch s) {
  if (s.gaps() < 2) return true;
  const std::int64_t extent = (loads[s.end - 1].day - loads[s.begin].day).count();
  const std::int64_t widest = gap_after(loads, widest_gap(loads, s));
  const std::int64_t most_percent = s.gaps() == 2 ? 85 : 60;
  if (100 * widest > most_percent * extent) return false;
  constexpr std::int64_t kMostSqueeze = 6;
  return extent <= kMostSqueeze * static_cast<std::int64_t>(s.gaps()) * usual_gap(loads, s);
}

// Cuts uneven stretches at their widest gaps.
std::vector<Stretch> cut(const Loads& loads) {
  std::vector<Stretch> stretches{{0, loads.size()}};
  while (stretches.size() < kMostStretches) {
    const auto uneven =
        std::find_if(stretches.begin(), stretches.end(), [&loads](Stretch s) { return !is_even(loads, s); });
    if (uneven == stretches.end()) break;
    const std::size_t middle = widest_gap(loads, *uneven) + 1;
    const Stretch right{middle, uneven->end};
    uneven->end = middle;
    stretches.insert(uneven + 1, right);
  }
  return stretches;
}

// Joins neighbours that one linear scale serves after all.
std::vector<Stretch> join(const Loads& loads, const std::vector<Stretch>& stretches) {
  std::vector<Stretch> joined;
  for (const Stretch s : stretches) {
    if (!joined.empty() && is_even(loads, {joined.back().begin, s.end}))
      joined.back().end = s.end;
    else
      joined.push_back(s);
  }
  return joined;
}

// How many label columns each day is given: one by one to the day with the most events a column, as
// D'Hondt gives seats. The last day has a column already, behind the end of the axis.
std::vector<std::uint32_t> columns_of(const Loads& loads, std::size_t columns) {
  constexpr std::uint32_t kFewEvents = 3;
  std::vector<std::uint32_t> given(loads.size(), 0);
  given.back() = 1;
  for (; columns > 0; --columns) {
    std::size_t fullest = 0;
    for (std::size_t i = 1; i < loads.size(); ++i)
      if (std::uint64_t{loads[i].events} * (given[fullest] + 1) >
          std::uint64_t{loads[fullest].events} * (given[i] + 1))
        fullest = i;
    if (loads[fullest].events <= kFewEvents * given[fullest] || loads[fullest].events <= kFewEvents) break;
    ++given[fullest];
  }
  given.back() -= 1;
  return given;
}

struct Budget {
  int breaks = 0;   // px each
  int columns = 0;  // label columns to give away
};

Budget budget_of(const ScaleRoom& room, std::size_t stretches, std::size_t gaps) {
  const int width = room.end - room.begin;
  const int breaks = static_cast<int>(stretches) - 1;
  const int break_width = breaks == 0 ? 0 : std::min(kBreakWidth, width / 2 / breaks);
  const int linear = std::min<int>(width * 2 / 5, static_cast<int>(std::min<std::size_t>(gaps, 1000)) * 60);
  return {break_width, (width - breaks * break_width - linear) / room.slot};
}

}  // namespace

TimeScale scale_of(const std::vector<DayLoad>& loads, ScaleRoom room) {
  assert(!loads.empty());
  const std::vector<Stretch> stretches = join(loads, cut(loads));
  const std::size_t gaps = loads.size() - stretches.size();
  const Budget budget = budget_of(room, stretches.size(), gaps);
  const std::vector<std::uint32_t> columns =
      columns_of(loads, static_cast<std::size_t>(std::max(budget.columns, 0)));
  int linear = room.end - room.begin - budget.breaks * (static_cast<int>(stretches.size()) - 1);
  for (const std::uint32_t c : columns) linear -= static_cast<int>(c) * room.slot;
  TimeScale scale;
  int x = room.begin;
  for (const Stretch s : stretches) {
    if (!scale.knots.empty()) x += budget.breaks;
    const std::int64_t width = gaps == 0
                                   ? 0
                                   : static_cast<std::int64_t>(linear) * static_cast<std::int64_t>(s.gaps()) /
                                         static_cast<std::int64_t>(gaps);
    const std::int64_t extent =
        std::max<std::int64_t>((loads[s.end - 1].day - loads[s.begin].day).count(), 1);
    int bands = 0;
    for (std::size_t i = s.begin; i < s.end; ++i) {
      const std::int64_t days = (loads[i].day - loads[s.begin].day).count();
      const int begin = x + bands + static_cast<int>(width * days / extent);
      const int band = static_cast<int>(columns[i]) * room.slot;
      const std::uint32_t own = columns[i] + (i + 1 == loads.size() ? 1U : 0U);
      scale.knots.push_back({loads[i].day, begin, begin + band, std::max(own, 1U), i == s.begin && i > 0});
      bands += band;
    }
    x = scale.knots.back().end;
  }
  return scale;
}

int TimeScale::x_of(date::sys_days day) const {
  const auto after =
      std::partition_point(knots.begin(), knots.end(), [day](const Knot& k) { return k.day < day; });
  if (after == knots.end()) return knots.back().end;
  if (after->day == day || after == knots.begin()) return after->begin;
  const Knot& before = *(after - 1);
  const std::int64_t days = (after->day - before.day).count();
  return before.end +
         static_cast<int>((after->begin - before.end) * std::int64_t{(day - before.day).count()} / days);
}

const Knot* TimeScale::find(date::sys_days day) const {
  const auto knot =
      std::partition_point(knots.begin(), knots.end(), [day](const Knot& k) { return k.day < day; });
  return knot != knots.end() && knot->day == day ? &*knot : nullptr;
}

}  // namespace dateline
