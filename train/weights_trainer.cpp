#include "train/weights_trainer.hpp"

#include <algorithm>
#include <cmath>

namespace dateline {

void WeightsTrainer::score(std::span<const Feature> features, std::span<float> classes) const {
  std::fill(classes.begin(), classes.end(), 0.0F);
  for (const Feature feature : features) {
    const float* const row = weights_.data() + HashedWeights::row(feature, rows_);
    for (std::size_t c = 0; c < classes.size(); ++c) classes[c] += row[c];
  }
}

void WeightsTrainer::update(std::span<const Feature> features, std::size_t right, std::size_t wrong) {
  for (const Feature feature : features) {
    const std::size_t row = HashedWeights::row(feature, rows_);
    weights_[row + right] += 1;
    history_[row + right] += step_;
    weights_[row + wrong] -= 1;
    history_[row + wrong] -= step_;
  }
}

std::string WeightsTrainer::table() const {
  std::vector<double> averages(weights_.size());
  std::vector<double> sizes;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    averages[i] = static_cast<double>(weights_[i]) - history_[i] / step_;
    if (averages[i] != 0) sizes.push_back(std::fabs(averages[i]));
  }
  if (sizes.empty()) return std::string(weights_.size(), '\0');
  std::sort(sizes.begin(), sizes.end());
  const double largest = sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * 0.9995)];
  std::string bytes;
  bytes.reserve(averages.size());
  for (const double average : averages) {
    const double scaled = std::clamp(std::round(average * 127 / largest), -127.0, 127.0);
    bytes += static_cast<char>(static_cast<std::int8_t>(scaled));
  }
  return bytes;
}

}  // namespace dateline
