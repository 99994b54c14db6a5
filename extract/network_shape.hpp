// Sizes of the language core's network, shared by the program that trains it and the code that runs it.
//
// One column per output of the head stands where HeadColumn says; docs/analysis.md draws the whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "extract/name_tags.hpp"
#include "extract/ud.hpp"

namespace dateline {

inline constexpr std::size_t kEmbedding = 128;     // of what a word's spelling gives
inline constexpr std::size_t kWidth = 192;         // of a word's state
inline constexpr std::size_t kMixed = 2 * kWidth;  // two pieces, of which the larger counts
inline constexpr std::size_t kGates = 2 * kWidth;  // candidate and forget gate
inline constexpr std::size_t kWindow = 3 * kWidth;
inline constexpr std::size_t kArcWidth = 128;   // of words and heads where arcs and labels are scored
inline constexpr std::size_t kTrunkLayers = 3;  // the layer of names is one more, on the last but one
inline constexpr std::size_t kLayers = kTrunkLayers + 1;

// Classes of the distance from a word to its head, both directions.
inline constexpr std::array<std::int32_t, 9> kDistanceFrom{1, 2, 3, 4, 5, 7, 10, 15, 25};
inline constexpr std::size_t kDistances = 2 * kDistanceFrom.size();

[[nodiscard]] constexpr std::size_t distance_class(std::int64_t word, std::int64_t head) {
  const std::int64_t distance = head > word ? head - word : word - head;
  std::size_t c = 0;
  while (c + 1 < kDistanceFrom.size() && kDistanceFrom[c + 1] <= distance) ++c;
  return head > word ? c : c + kDistanceFrom.size();
}

enum HeadColumn : std::size_t {
  kArcWord = 0,
  kArcHead = kArcWord + kArcWidth,
  kLabelWord = kArcHead + kArcWidth,
  kLabelHead = kLabelWord + kArcWidth,
  kDistanceWord = kLabelHead + kArcWidth,
  kDistanceHead = kDistanceWord + kDistances,
  kRootScore = kDistanceHead + kDistances,
  kUposScore = kRootScore + 1,
  kXposScore = kUposScore + kUposCount,
  kHeadEnd = kXposScore + kXposCount
};
inline constexpr std::size_t kHeadColumns = (kHeadEnd + 15) / 16 * 16;
inline constexpr std::size_t kLabelColumns = (kDeprelCount + 15) / 16 * 16;
inline constexpr std::size_t kNameColumns = (kNameTagCount + 15) / 16 * 16;

}  // namespace dateline
