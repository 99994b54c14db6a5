// A half-open range of positions: bytes of one text, or tokens of one document.
//
// What is counted is said where a Span is stored ("bytes of Article::text", "tokens").
// 32 bits suffice: an article has at most kMaxArticleBytes (article.hpp) bytes.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace dateline {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // one past the last

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t position) const {
    return begin <= position && position < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that holds both.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace dateline
