// Weights of a linear model, one byte each, addressed by hashes of features.
//
// The row of a feature begins at its hash and holds one weight a class; rows overlap, and training takes
// place under the same collisions (Weinberger et al. 2009, "Feature hashing"). A table is a view: read from
// the program as it is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

inline constexpr std::size_t kMaxClasses = 256;

using Feature = std::uint64_t;

// Mixes a code into a feature; order matters. (Multiplier: Steele and Vigna 2021.)
[[nodiscard]] constexpr Feature mix(Feature feature, std::uint64_t code) {
  feature = (feature ^ code) * 0xF1357AEA2E62A9C5ULL;
  return feature ^ (feature >> 29);
}

class HashedWeights {
 public:
  HashedWeights() = default;
  // `table`: 2^n weights and kMaxClasses more; an empty or other size gives no weights.
  explicit HashedWeights(std::string_view table);

  [[nodiscard]] bool empty() const { return weights_.empty(); }
  // Scores of `classes` (at most kMaxClasses) classes for the features. Linear; the same on every machine.
  void score(std::span<const Feature> features, std::span<std::int16_t> classes) const;

  // First weight of a feature's row in a table of `size` (a power of two) rows.
  [[nodiscard]] static constexpr std::size_t row(Feature feature, std::size_t size) {
    return static_cast<std::size_t>(feature >> 8) & (size - 1);
  }

 private:
  std::span<const std::int8_t> weights_;
  std::size_t size_ = 0;
};

}  // namespace dateline
