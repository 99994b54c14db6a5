// Multinomial logistic regression over hashed features: the learner behind extract/linear_model.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/linear_model.hpp"

namespace dateline {

struct Instance {
  std::vector<std::uint32_t> features;
  std::uint32_t label = 0;
  float weight = 1;
};

struct LogisticOptions {
  std::uint32_t classes = 2;
  std::uint32_t bits = 14;
  int rounds = 12;
  float rate = 0.15f;
  float dropout = 0.2f;  // share of the features left out at random, so that no one word carries all
  float decay = 1e-5f;   // of the weights, at each use
};

// AdaGrad over shuffled instances; the average over the last half of the rounds. Same instances, same bytes:
// the table of 2^bits signed bytes, in sixteenths of a nat.
[[nodiscard]] std::string train_logistic(const std::vector<Instance>& instances,
                                         const LogisticOptions& options);

// The section as linear_model's section_of() reads it.
[[nodiscard]] std::string section_bytes(const std::string& name, const LogisticOptions& options,
                                        const std::string& weights);

}  // namespace dateline
