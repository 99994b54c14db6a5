// How names are marked on words: a tag each for begin, inside, last word and single word of a name of one
// kind.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/span.hpp"

namespace dateline {

enum class NameKind : std::uint8_t { Person, Place, Organization };
inline constexpr std::size_t kNameKindCount = 3;

enum class NamePart : std::uint8_t { Begin, Inside, Last, Single };

// 0 is outside of names, else 1 + 4 * kind + part.
using NameTag = std::uint8_t;
inline constexpr NameTag kOutside = 0;
inline constexpr std::size_t kNameTagCount = 1 + 4 * kNameKindCount;

[[nodiscard]] constexpr NameTag name_tag(NameKind kind, NamePart part) {
  return static_cast<NameTag>(1 + 4 * static_cast<unsigned>(kind) + static_cast<unsigned>(part));
}
[[nodiscard]] constexpr NameKind kind_of(NameTag tag) { return static_cast<NameKind>((tag - 1) / 4); }
[[nodiscard]] constexpr NamePart part_of(NameTag tag) { return static_cast<NamePart>((tag - 1) % 4); }

// May `next` follow `tag` (kOutside stands for the sentence's ends too)?
[[nodiscard]] constexpr bool may_follow(NameTag tag, NameTag next) {
  const bool open = tag != kOutside && (part_of(tag) == NamePart::Begin || part_of(tag) == NamePart::Inside);
  const bool goes_on =
      next != kOutside && (part_of(next) == NamePart::Inside || part_of(next) == NamePart::Last);
  return open ? goes_on && kind_of(tag) == kind_of(next) : !goes_on;
}

struct NameSpan {
  Span words;
  NameKind kind = NameKind::Person;
  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

// Marks a name on tags of words; the span is not empty and lies within.
void mark_name(std::span<NameTag> tags, const NameSpan& name);

// The names that tags mark. Broken sequences give what is whole.
[[nodiscard]] std::vector<NameSpan> names_of(std::span<const NameTag> tags);

// The best allowed sequence: scores are a row of kNameTagCount a word, higher is better, summed. (Viterbi.)
[[nodiscard]] std::vector<NameTag> best_name_tags(std::span<const float> scores);

}  // namespace dateline
