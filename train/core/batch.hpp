// Sentences that pass through the network together: a row a word, an empty row before, between and after
// sentences.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/network_shape.hpp"
#include "train/core/corpus.hpp"
#include "train/core/parameter.hpp"

namespace dateline::train {

// A row of values for each row of a batch.
struct Matrix {
  std::size_t columns = 0;
  std::vector<float> data;

  void reset(std::size_t rows, std::size_t column_count) {
    columns = column_count;
    data.assign(rows * columns, 0.0f);
  }
  float* row(std::size_t r) { return data.data() + r * columns; }
  const float* row(std::size_t r) const { return data.data() + r * columns; }
};

struct Batch {
  std::vector<const Sample*> samples;
  std::vector<std::uint32_t> begin;   // row of the first word, a sentence
  std::vector<std::uint8_t> is_word;  // a row
  std::size_t words = 0;
  Random* random = nullptr;  // null: nothing is dropped

  [[nodiscard]] std::size_t rows() const { return is_word.size(); }
};

[[nodiscard]] Batch make_batch(std::span<const Sample* const> samples, Random* random);

// Fills with 0 (probability p) or 1 / (1 - p); with 1 where the batch drops nothing.
void fill_dropout(Matrix& mask, const Batch& batch, std::size_t columns, float p);

}  // namespace dateline::train
