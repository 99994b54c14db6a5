#include "train/weights_trainer.hpp"

#include <algorithm>
#include <cmath>

namespace dateline {

double WeightsTrainer::score(std::span<const Feature> features) const {
  double sum = 0;
  for (const Feature feature : features) sum += weights_[HashedWeights::row(feature, rows_)];
  return sum;
}

void WeightsTrainer::learn(std::span<const Feature> features, bool yes) {
  const double sign = yes ? 1 : -1;
  if (sign * score(features) > margin_) return;
  for (const Feature feature : features) weights_[HashedWeights::row(feature, rows_)] += sign;
}

void WeightsTrainer::take_average() {
  ++rounds_;
  for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
}

void WeightsTrainer::settle() {
  for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = sums_[i] / std::max(rounds_, 1.0);
}

std::string WeightsTrainer::table(double unit) const {
  std::string bytes;
  bytes.reserve(rows_ + kMaxClasses);
  for (const double weight : weights_) {
    const double scaled = std::clamp(std::round(weight * unit), -127.0, 127.0);
    bytes += static_cast<char>(static_cast<std::int8_t>(scaled));
  }
  bytes.append(kMaxClasses, '\0');
  return bytes;
}

}  // namespace dateline
