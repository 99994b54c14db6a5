#include "train/core/team.hpp"

#include <thread>

namespace dateline::train {

Team::Team(Network& network, std::uint64_t seed)
    : first_(network), first_random_(seed), second_random_(seed + 1) {
  second_.share(network);
}

double Team::learn(std::span<const Sample* const> samples) {
  std::vector<const Sample*> half[2];
  std::size_t words[2] = {};
  for (const Sample* s : samples) {
    const std::size_t which = words[1] < words[0] ? 1 : 0;
    half[which].push_back(s);
    words[which] += s->words.size();
  }
  double loss = 0, second_loss = 0;
  {
    const std::jthread other([&] {
      if (!half[1].empty()) second_loss = second_.learn(make_batch(half[1], &second_random_));
    });
    loss = first_.learn(make_batch(half[0], &first_random_));
  }
  const auto to = first_.parameters(), from = second_.parameters();
  for (std::size_t i = 0; i < to.size(); ++i) to[i]->take_gradient(*from[i]);
  return loss + second_loss;
}

}  // namespace dateline::train
