// Folding: which events of a chronicle are drawn in full, and which are only counted, where not all have
// room.
#pragma once

#include <cstddef>
#include <vector>

#include "render/chronicle.hpp"

namespace dateline {

// Which events are drawn in full: a flag for each of Chronicle::dated, each of Chronicle::undated.
struct Shown {
  std::vector<bool> dated;
  std::vector<bool> undated;
};

// An event of a chronicle: an index into `dated`, or into `undated`.
struct CaptionIndex {
  bool dated = true;
  std::size_t index = 0;
};

// Changed before unchanged, main events before others, then those that more sources tell, then the dated.
// What is equal in all that is taken evenly from the whole time, so that no end of it is left bare.
[[nodiscard]] std::vector<CaptionIndex> by_importance(const Chronicle& chronicle);

// The first `count` of such an order.
[[nodiscard]] Shown first_of(const Chronicle& chronicle, const std::vector<CaptionIndex>& order,
                             std::size_t count);

// The chronicle cut down to its `count` most important events, with a note of how many there are; whole for
// 0.
[[nodiscard]] Chronicle top_of(const Chronicle& chronicle, std::size_t count);

}  // namespace dateline
