// How right the network is on annotated sentences it did not see.
#pragma once

#include <string>

#include "train/core/network.hpp"

namespace dateline::train {

struct Accuracy {
  std::size_t words = 0, upos = 0, xpos = 0, heads = 0,
              arcs = 0;  // arcs: head and full relation, every token
  std::size_t gold_names = 0, found_names = 0, right_names = 0;
};

[[nodiscard]] Accuracy evaluate(Network& network, const std::vector<Sample>& samples);

// One line of percentages.
[[nodiscard]] std::string to_text(const Accuracy& accuracy);

}  // namespace dateline::train
