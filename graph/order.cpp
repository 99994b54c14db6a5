#include "graph/order.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace dateline {
namespace {

using Days = std::vector<std::optional<DateInterval>>;
using Pair = std::pair<std::size_t, std::size_t>;

constexpr auto kForever = date::sys_days::max();
constexpr auto kEver = date::sys_days::min();

date::sys_days end_of(const Days& days, std::size_t i) { return days[i]->end.value_or(kForever); }
date::sys_days begin_of(const Days& days, std::size_t i) { return days[i]->begin.value_or(kEver); }

// The intervals that have a begin, by begin, end, index; `least_end[i]`: of those from i on.
struct ByBegin {
  std::vector<std::size_t> order;
  std::vector<date::sys_days> least_end;

  explicit ByBegin(const Days& days) {
    for (std::size_t i = 0; i < days.size(); ++i)
      if (days[i] && days[i]->begin) order.push_back(i);
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::tuple(begin_of(days, i), end_of(days, i), i); });
    least_end.assign(order.size() + 1, kForever);
    for (std::size_t i = order.size(); i-- > 0;)
      least_end[i] = std::min(least_end[i + 1], end_of(days, order[i]));
  }
};

// The intervals that have an end, by end, begin, index; `last_begin[i]`: of those before i.
struct ByEnd {
  std::vector<std::size_t> order;
  std::vector<date::sys_days> last_begin;

  explicit ByEnd(const Days& days) {
    for (std::size_t i = 0; i < days.size(); ++i)
      if (days[i] && days[i]->end) order.push_back(i);
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::tuple(end_of(days, i), begin_of(days, i), i); });
    last_begin.assign(order.size() + 1, kEver);
    for (std::size_t i = 0; i < order.size(); ++i)
      last_begin[i + 1] = std::max(last_begin[i], begin_of(days, order[i]));
  }
};

// Direct successors of an interval that ends at `end`: those that begin in [end, the least end of any that
// begins at `end` or later).
std::span<const std::size_t> successors(const Days& days, const ByBegin& by_begin, date::sys_days end) {
  const auto begins = [&](std::size_t i) { return begin_of(days, i); };
  const auto first = std::ranges::lower_bound(by_begin.order, end, {}, begins);
  const auto least_end = by_begin.least_end[static_cast<std::size_t>(first - by_begin.order.begin())];
  // An interval may begin on the last day there is; `kForever` then bounds nothing.
  const auto last = std::ranges::lower_bound(first, by_begin.order.end(), least_end, {}, begins);
  return {first, last};
}

// Direct predecessors of an interval that begins at `begin`, the mirror image.
std::span<const std::size_t> predecessors(const Days& days, const ByEnd& by_end, date::sys_days begin) {
  const auto ends = [&](std::size_t i) { return end_of(days, i); };
  const auto last = std::ranges::upper_bound(by_end.order, begin, {}, ends);
  const auto last_begin = by_end.last_begin[static_cast<std::size_t>(last - by_end.order.begin())];
  const auto first = std::ranges::upper_bound(by_end.order.begin(), last, last_begin, {}, ends);
  return {first, last};
}

}  // namespace

std::vector<Pair> before_pairs(const Days& days) {
  const ByBegin by_begin(days);
  const ByEnd by_end(days);
  std::vector<Pair> pairs;
  for (const std::size_t a : by_end.order) {
    const auto after = successors(days, by_begin, *days[a]->end);
    for (const std::size_t b : after.first(after.size() > kMaxDirectNeighbours ? 1 : after.size()))
      pairs.emplace_back(a, b);
  }
  for (const std::size_t b : by_begin.order) {
    const auto before = predecessors(days, by_end, *days[b]->begin);
    for (const std::size_t a : before.last(before.size() > kMaxDirectNeighbours ? 1 : before.size()))
      pairs.emplace_back(a, b);
  }
  std::ranges::sort(pairs);
  const auto rest = std::ranges::unique(pairs);
  pairs.erase(rest.begin(), rest.end());
  return pairs;
}

void link_before(KnowledgeGraph& g) {
  const std::vector<KnowledgeGraph::Vertex> events = g.events();
  Days days(events.size());
  for (std::size_t i = 0; i < events.size(); ++i)
    if (const auto& when = std::get<EventNode>(g[events[i]]).facts.when) days[i] = when->days;
  for (const auto& [a, b] : before_pairs(days)) g.link(events[a], events[b], {.relation = Relation::Before});
}

}  // namespace dateline
