// The best dependency tree under scores of single arcs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

// For n words: scores[d * (n + 1) + h] is the score of head h for word d, with h = n for the root; higher is
// better, and a word is never its own head. Gives a head in [0, n] for each word: a tree with exactly one
// root, of the highest sum. Chu and Liu 1965, Edmonds 1967; quadratic, times the number of cycles broken.
[[nodiscard]] std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t n);

}  // namespace dateline
