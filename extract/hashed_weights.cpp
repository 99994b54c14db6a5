#include "extract/hashed_weights.hpp"

#include <algorithm>
#include <bit>

namespace dateline {

HashedWeights::HashedWeights(std::string_view table) {
  if (table.size() <= kMaxClasses || !std::has_single_bit(table.size() - kMaxClasses)) return;
  weights_ = {reinterpret_cast<const std::int8_t*>(table.data()), table.size()};
  size_ = table.size() - kMaxClasses;
}

void HashedWeights::score(std::span<const Feature> features, std::span<std::int16_t> classes) const {
  std::fill(classes.begin(), classes.end(), std::int16_t{0});
  if (weights_.empty()) return;
  std::int16_t* const scores = classes.data();
  const std::size_t count = classes.size();
  for (const Feature feature : features) {
    const std::int8_t* const row = weights_.data() + HashedWeights::row(feature, size_);
    for (std::size_t c = 0; c < count; ++c) scores[c] = static_cast<std::int16_t>(scores[c] + row[c]);
  }
}

}  // namespace dateline
