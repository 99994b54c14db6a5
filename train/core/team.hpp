// Two copies of a network that learn from one batch side by side.
#pragma once

#include "train/core/network.hpp"

namespace dateline::train {

// Each copy has its own half of the sentences and its own random numbers, and gradients are added in a fixed
// order: the result does not hang on the number of cores.
class Team {
 public:
  // `network` must outlive this; it is the first of the two.
  Team(Network& network, std::uint64_t seed);

  // Adds the gradients of all losses to those of the network; gives the losses' sum.
  double learn(std::span<const Sample* const> samples);

 private:
  Network& first_;
  Network second_;
  Random first_random_, second_random_;
};

}  // namespace dateline::train
