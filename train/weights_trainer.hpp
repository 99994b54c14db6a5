// Averaged perceptron with a margin (Collins 2002) over hashed features, in the table's own shape
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
  WeightsTrainer(std::size_t rows, double margin)
      : rows_(rows), margin_(margin), weights_(rows), sums_(rows) {}

  // Above 0 for "yes".
  [[nodiscard]] double score(std::span<const Feature> features) const;
  // Moves the weights where the right answer does not win by the margin: it steadies what is rare.
  void learn(std::span<const Feature> features, bool yes);
  // Counts the weights as they are now for the average; called at the end of a round.
  void take_average();
  // Forgets the weights, not the average.
  void start_again() { weights_.assign(rows_, 0); }
  // Makes the average the weights.
  void settle();
  // The weights, a byte each: `unit` of the table is 1; what is too large is cut.
  [[nodiscard]] std::string table(double unit) const;

 private:
  std::size_t rows_;
  double margin_;
  std::vector<double> weights_, sums_;
  double rounds_ = 0;
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
