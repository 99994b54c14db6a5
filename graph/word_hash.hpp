// Words as numbers, where very many are compared: a hash of their letters (FNV-1a), the same on every
// machine. Two words in a million share one, which costs a little likeness and no order.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

using WordHash = std::uint32_t;

[[nodiscard]] constexpr WordHash word_hash(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return static_cast<WordHash>(hash ^ (hash >> 32U));
}

}  // namespace dateline
