#include "render/time_scale.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

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

// How the room is shared between time and events.
struct Sharing {
  int break_width = 0;     // px
  int time = 0;            // px, shared by the stretches
  std::vector<int> bands;  // px, one a day
};

// Gives `percent` of the room to the events, each as much, but no day more than it can fill. What lies
// behind the last place where a label may begin belongs to the last day.
Sharing share(const Loads& loads, const ScaleRoom& room, std::size_t stretches, int percent) {
  constexpr std::uint32_t kFewEvents = 3;  // a column
  Sharing sharing;
  const int breaks = static_cast<int>(stretches) - 1;
  const int width = room.end - room.begin;
  sharing.break_width = breaks == 0 ? 0 : std::min(kBreakWidth, width / 2 / breaks);
  sharing.time = width - breaks * sharing.break_width;
  std::int64_t events = 0;
  for (const DayLoad& load : loads) events += load.events;
  const std::int64_t for_events =
      std::int64_t{sharing.time + room.slot} * (loads.size() == 1 ? 100 : percent) / 100;
  for (const DayLoad& load : loads) {
    const std::int64_t most = std::int64_t{(load.events + kFewEvents - 1) / kFewEvents} * room.slot;
    std::int64_t band = std::min(most, for_events * load.events / std::max<std::int64_t>(events, 1));
    if (&load == &loads.back()) band = std::max<std::int64_t>(band - room.slot, 0);
    sharing.bands.push_back(static_cast<int>(std::min<std::int64_t>(band, sharing.time)));
    sharing.time -= sharing.bands.back();
  }
  return sharing;
}

// The share of the time's room that each stretch gets: none where it is one day, else by its events.
std::vector<std::int64_t> shares_of(const Loads& loads, const std::vector<Stretch>& stretches) {
  std::vector<std::int64_t> shares;
  for (const Stretch s : stretches) {
    std::int64_t share = s.gaps() == 0 ? 0 : 1;
    for (std::size_t i = s.begin; i < s.end && s.gaps() > 0; ++i) share += loads[i].events;
    shares.push_back(share);
  }
  return shares;
}

// Appends the knots of one stretch that begins at `x` and has `width` px beside its bands.
void add_knots(const Loads& loads, Stretch s, const std::vector<int>& bands, int x, std::int64_t width,
               int slot, std::vector<Knot>& knots) {
  const std::int64_t extent = std::max<std::int64_t>((loads[s.end - 1].day - loads[s.begin].day).count(), 1);
  int before = 0;
  for (std::size_t i = s.begin; i < s.end; ++i) {
    const std::int64_t days = (loads[i].day - loads[s.begin].day).count();
    const int begin = x + before + static_cast<int>(width * days / extent);
    const int own = bands[i] + (i + 1 == loads.size() ? slot : 0);
    knots.push_back({loads[i].day, begin, begin + bands[i], std::max(own / slot, 1), i == s.begin && i > 0});
    before += bands[i];
  }
}

TimeScale lay_out(const Loads& loads, const std::vector<Stretch>& stretches, const ScaleRoom& room,
                  int percent) {
  const Sharing sharing = share(loads, room, stretches.size(), percent);
  const std::vector<std::int64_t> shares = shares_of(loads, stretches);
  const std::int64_t all =
      std::max<std::int64_t>(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}), 1);
  TimeScale scale;
  int x = room.begin;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (i > 0) x = scale.knots.back().end + sharing.break_width;
    add_knots(loads, stretches[i], sharing.bands, x, sharing.time * shares[i] / all, room.slot, scale.knots);
  }
  return scale;
}

// The most events whose labels begin within one slot: about as many labels stand one below the other.
std::int64_t crowd_of(const Loads& loads, const TimeScale& scale, int slot) {
  std::int64_t most = 0;
  std::int64_t here = 0;
  const auto events = [&](std::size_t i) {
    return (std::int64_t{loads[i].events} + scale.knots[i].columns - 1) / scale.knots[i].columns;
  };
  for (std::size_t first = 0, i = 0; i < loads.size(); ++i) {
    here += events(i);
    for (; scale.knots[first].begin + slot <= scale.knots[i].begin; ++first) here -= events(first);
    most = std::max(most, here);
  }
  return most;
}

}  // namespace

TimeScale scale_of(const std::vector<DayLoad>& loads, ScaleRoom room, ScaleKind kind) {
  assert(!loads.empty());
  if (kind == ScaleKind::Linear) return lay_out(loads, {{0, loads.size()}}, room, 0);
  const std::vector<Stretch> stretches = join(loads, cut(loads));
  std::int64_t events = 0;
  for (const DayLoad& load : loads) events += load.events;
  const std::int64_t columns = (room.end - room.begin) / room.slot + 1;
  // As many as stand one below the other where all columns are used, with some patience.
  const std::int64_t bearable = 4 + events * 3 / (2 * columns);
  TimeScale scale;
  for (const int percent : {0, 25, 50, 75}) {
    scale = lay_out(loads, stretches, room, percent);
    if (crowd_of(loads, scale, room.slot) <= bearable) break;
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
