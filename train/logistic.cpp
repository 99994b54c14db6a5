#include "train/logistic.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline {
namespace {

constexpr float kUnitsPerNat = 16;

// A linear congruential generator: the same row of numbers on every machine.
class Dice {
 public:
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33);
  }

 private:
  std::uint64_t state_ = 20060901;
};

class Learner {
 public:
  explicit Learner(const LogisticOptions& options)
      : options_(options),
        weights_(std::size_t{1} << options.bits, 0.0f),
        squares_(weights_.size(), 1e-2f),
        sums_(weights_.size(), 0.0) {}

  void learn(const Instance& instance, Dice& dice) {
    kept_.clear();
    for (const std::uint32_t f : instance.features)
      if (static_cast<float>(dice.next() % 1000) >= options_.dropout * 1000) kept_.push_back(f);
    std::vector<float> scores(options_.classes, 0.0f);
    for (const std::uint32_t f : kept_)
      for (std::uint32_t c = 0; c < options_.classes; ++c)
        scores[c] += weights_[weight_place(f, c, options_.bits)];
    const float highest = *std::max_element(scores.begin(), scores.end());
    float total = 0;
    for (float& s : scores) total += s = std::exp(s - highest);
    for (std::uint32_t c = 0; c < options_.classes; ++c) {
      const float error = (scores[c] / total - (c == instance.label ? 1.0f : 0.0f)) * instance.weight;
      if (std::fabs(error) < 0.002f) continue;
      for (const std::uint32_t f : kept_) {
        const std::uint32_t at = weight_place(f, c, options_.bits);
        const float slope = error + options_.decay * weights_[at];
        squares_[at] += slope * slope;
        weights_[at] -= options_.rate * slope / std::sqrt(squares_[at]);
      }
    }
  }

  void add_to_average() {
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    ++rounds_;
  }

  [[nodiscard]] std::string bytes() const {
    std::string out(sums_.size(), '\0');
    const double scale = rounds_ == 0 ? 0 : kUnitsPerNat / static_cast<float>(rounds_);
    for (std::size_t i = 0; i < sums_.size(); ++i)
      out[i] = static_cast<char>(std::clamp(std::lround(sums_[i] * scale), -127L, 127L));
    return out;
  }

 private:
  LogisticOptions options_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<double> sums_;
  std::vector<std::uint32_t> kept_;
  int rounds_ = 0;
};

}  // namespace

std::string train_logistic(const std::vector<Instance>& instances, const LogisticOptions& options) {
  Learner learner(options);
  Dice dice;
  std::vector<std::size_t> order(instances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.next() % i]);
    for (const std::size_t i : order) learner.learn(instances[i], dice);
    if (round >= options.rounds / 2) learner.add_to_average();
  }
  return learner.bytes();
}

std::string section_bytes(const std::string& name, const LogisticOptions& options,
                          const std::string& weights) {
  return name + " " + std::to_string(options.classes) + " " + std::to_string(options.bits) + "\n" + weights;
}

}  // namespace dateline
