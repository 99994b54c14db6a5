#include "train/core/batch.hpp"

#include <algorithm>

namespace dateline::train {

Batch make_batch(std::span<const Sample* const> samples, Random* random) {
  Batch batch{.samples = {samples.begin(), samples.end()}, .random = random};
  batch.is_word.push_back(0);
  for (const Sample* s : samples) {
    batch.begin.push_back(static_cast<std::uint32_t>(batch.rows()));
    batch.is_word.insert(batch.is_word.end(), s->words.size(), 1);
    batch.is_word.push_back(0);
    batch.words += s->words.size();
  }
  return batch;
}

void fill_dropout(Matrix& mask, const Batch& batch, std::size_t columns, float p) {
  mask.columns = columns;
  mask.data.resize(batch.rows() * columns);
  if (batch.random == nullptr) {
    std::fill(mask.data.begin(), mask.data.end(), 1.0f);
    return;
  }
  const auto limit = static_cast<std::uint64_t>(p * 256);
  const float kept = 1 / (1 - static_cast<float>(limit) / 256);
  for (std::size_t i = 0; i < mask.data.size(); i += 8) {
    const std::uint64_t bits = batch.random->next();
    for (std::size_t j = 0; j < std::min<std::size_t>(8, mask.data.size() - i); ++j)
      mask.data[i + j] = (bits >> (8 * j) & 255) < limit ? 0.0f : kept;
  }
}

}  // namespace dateline::train
