#include "render/folding.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

namespace dateline {
namespace {

auto rank_of(const Chronicle& chronicle, CaptionIndex at) {
  const EventCaption& event = at.dated ? chronicle.dated[at.index] : chronicle.undated[at.index];
  return std::tuple(event.change == Change::Same, !event.core, ~event.sources, !at.dated);
}

// The bits of `i` in reverse: counting up, it falls evenly over the whole range (van der Corput).
std::uint32_t evenly(std::uint32_t i) {
  i = (i >> 16) | (i << 16);
  i = ((i >> 8) & 0x00FF00FFU) | ((i & 0x00FF00FFU) << 8);
  i = ((i >> 4) & 0x0F0F0F0FU) | ((i & 0x0F0F0F0FU) << 4);
  i = ((i >> 2) & 0x33333333U) | ((i & 0x33333333U) << 2);
  return ((i >> 1) & 0x55555555U) | ((i & 0x55555555U) << 1);
}

// Puts [begin, end) into an order whose every beginning is spread over the whole.
template <typename Iterator>
void spread(Iterator begin, Iterator end) {
  const auto count = static_cast<std::uint32_t>(end - begin);
  if (count < 3) return;
  const int shift = std::countl_zero(count - 1);
  std::vector<CaptionIndex> spread_out;
  for (std::uint32_t i = 0; spread_out.size() < count; ++i)
    if (const std::uint32_t at = evenly(i) >> shift; at < count) spread_out.push_back(begin[at]);
  std::copy(spread_out.begin(), spread_out.end(), begin);
}

}  // namespace

std::vector<CaptionIndex> by_importance(const Chronicle& chronicle) {
  std::vector<CaptionIndex> order;
  for (std::size_t i = 0; i < chronicle.dated.size(); ++i) order.push_back({true, i});
  for (std::size_t i = 0; i < chronicle.undated.size(); ++i) order.push_back({false, i});
  std::stable_sort(order.begin(), order.end(), [&chronicle](CaptionIndex a, CaptionIndex b) {
    return rank_of(chronicle, a) < rank_of(chronicle, b);
  });
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end = std::find_if(begin, order.end(), [&](CaptionIndex at) {
      return rank_of(chronicle, at) != rank_of(chronicle, *begin);
    });
    spread(begin, end);
    begin = end;
  }
  return order;
}

Shown first_of(const Chronicle& chronicle, const std::vector<CaptionIndex>& order, std::size_t count) {
  Shown shown{std::vector<bool>(chronicle.dated.size()), std::vector<bool>(chronicle.undated.size())};
  for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
    (order[i].dated ? shown.dated : shown.undated)[order[i].index] = true;
  return shown;
}

Chronicle top_of(const Chronicle& chronicle, std::size_t count) {
  const std::vector<CaptionIndex> order = by_importance(chronicle);
  if (count == 0 || count >= order.size()) return chronicle;
  const Shown shown = first_of(chronicle, order, count);
  Chronicle top = chronicle;
  top.dated.clear();
  top.undated.clear();
  for (std::size_t i = 0; i < shown.dated.size(); ++i)
    if (shown.dated[i]) top.dated.push_back(chronicle.dated[i]);
  for (std::size_t i = 0; i < shown.undated.size(); ++i)
    if (shown.undated[i]) top.undated.push_back(chronicle.undated[i]);
  top.note = std::to_string(count) + " of " + std::to_string(order.size()) + " events, the main ones first";
  return top;
}

}  // namespace dateline
