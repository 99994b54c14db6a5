#include "train/core/parameter.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::train {
namespace {

constexpr float kBeta1 = 0.9f, kBeta2 = 0.98f, kEpsilon = 1e-8f;

struct Step {
  float rate, decay, correction, scale;
};

void update_range(Parameter& p, std::size_t begin, std::size_t end, const Step& s) {
  float* value = p.value.data();
  float* gradient = p.gradient.data();
  float* mean = p.mean.data();
  float* square = p.square.data();
  for (std::size_t i = begin; i < end; ++i) {
    const float g = gradient[i] * s.scale;
    mean[i] = kBeta1 * mean[i] + (1 - kBeta1) * g;
    square[i] = kBeta2 * square[i] + (1 - kBeta2) * g * g;
    value[i] -= s.rate * mean[i] / (std::sqrt(square[i] * s.correction) + kEpsilon) + s.decay * value[i];
    gradient[i] = 0;
  }
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}
float Random::uniform() { return static_cast<float>(next() >> 40) * 0x1p-24f; }
std::uint64_t Random::below(std::uint64_t end) { return next() % end; }

void Parameter::make(std::size_t row_count, std::size_t column_count, float range, Random& random) {
  rows = row_count;
  columns = column_count;
  own_.resize(rows * columns);
  value = own_;
  for (float& v : value) v = (2 * random.uniform() - 1) * range;
  gradient.assign(value.size(), 0);
  mean.assign(value.size(), 0);
  square.assign(value.size(), 0);
  if (sparse) is_used.assign(rows, 0);
}

void Parameter::share(const Parameter& from) {
  rows = from.rows;
  columns = from.columns;
  value = from.value;
  gradient.assign(value.size(), 0);
  sparse = from.sparse;
  if (sparse) is_used.assign(rows, 0);
}

void Parameter::take_gradient(Parameter& other) {
  const auto take = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      gradient[i] += other.gradient[i];
      other.gradient[i] = 0;
    }
  };
  if (!sparse) return take(0, gradient.size());
  for (const std::uint32_t row : other.used) {
    use(row);
    take(row * columns, (row + 1) * columns);
    other.is_used[row] = 0;
  }
  other.used.clear();
}

void Parameter::use(std::uint32_t row) {
  if (is_used[row]) return;
  is_used[row] = 1;
  used.push_back(row);
}

void update(Parameter& p, const Adam& adam, float scale) {
  const auto t = static_cast<double>(adam.step);
  const double c1 = 1 - std::pow(static_cast<double>(kBeta1), t),
               c2 = 1 - std::pow(static_cast<double>(kBeta2), t);
  const Step step{.rate = static_cast<float>(adam.rate / c1),
                  .decay = p.rows > 1 ? adam.rate * adam.decay : 0,
                  .correction = static_cast<float>(1 / c2),
                  .scale = scale};
  if (!p.sparse) return update_range(p, 0, p.value.size(), step);
  for (const std::uint32_t row : p.used) {
    update_range(p, row * p.columns, (row + 1) * p.columns, step);
    p.is_used[row] = 0;
  }
  p.used.clear();
}

double squared_gradient(const Parameter& p) {
  double sum = 0;
  const auto add = [&](std::size_t begin, std::size_t end) {
    float part[16] = {};
    for (std::size_t i = begin; i + 16 <= end; i += 16)
      for (std::size_t j = 0; j < 16; ++j) part[j] += p.gradient[i + j] * p.gradient[i + j];
    for (const float f : part) sum += f;
    for (std::size_t i = end - (end - begin) % 16; i < end; ++i) sum += p.gradient[i] * p.gradient[i];
  };
  if (!p.sparse) add(0, p.value.size());
  for (const std::uint32_t row : p.used) add(row * p.columns, (row + 1) * p.columns);
  return sum;
}

}  // namespace dateline::train
