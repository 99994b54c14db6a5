// A tensor that is learned, with its gradient and Adam's moments.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::train {

// Small, quick, the same everywhere (Steele et al. 2014, SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  float uniform();                         // [0, 1)
  std::uint64_t below(std::uint64_t end);  // [0, end)

 private:
  std::uint64_t state_;
};

struct Parameter {
  std::size_t rows = 0, columns = 0;
  std::span<float> value;  // its own, or another's (share)
  std::vector<float> gradient, mean, square;
  // Of a table of embeddings, only the rows that were used are updated.
  bool sparse = false;
  std::vector<std::uint32_t> used;
  std::vector<std::uint8_t> is_used;

  // Uniform in [-range, range].
  void make(std::size_t rows, std::size_t columns, float range, Random& random);
  // The same values, with gradients of its own; `from` must outlive this.
  void share(const Parameter& from);
  void use(std::uint32_t row);
  // Adds the other's gradients to these, and clears the other's.
  void take_gradient(Parameter& other);

 private:
  std::vector<float> own_;
};

struct Adam {
  float rate = 0;
  float decay = 0;  // of weights, decoupled
  std::uint64_t step = 0;
};

// Updates from the gradients times `scale`, and clears them.
void update(Parameter& parameter, const Adam& adam, float scale);

// Sum of squares of the gradients.
double squared_gradient(const Parameter& parameter);

}  // namespace dateline::train
