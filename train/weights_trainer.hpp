// Averaged perceptron (Collins 2002) over hashed features, in the table's own shape
// (extract/hashed_weights.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/hashed_weights.hpp"

namespace dateline {

class WeightsTrainer {
 public:
  // `rows`: a power of two.
  explicit WeightsTrainer(std::size_t rows)
      : rows_(rows), weights_(rows + kMaxClasses), history_(rows + kMaxClasses) {}

  void score(std::span<const Feature> features, std::span<float> classes) const;
  // Moves weight from class `wrong` to class `right`.
  void update(std::span<const Feature> features, std::size_t right, std::size_t wrong);
  void next_step() { ++step_; }
  // The average over all steps, one byte a weight: the largest are cut, the scale is lost.
  [[nodiscard]] std::string table() const;

 private:
  std::size_t rows_;
  std::vector<float> weights_;
  std::vector<double> history_;  // sum of step * change
  double step_ = 1;
};

// Numbers that look random and are the same everywhere.
class Dice {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33) % n);
  }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::uint64_t state_ = 42;
};

}  // namespace dateline
