#include "extract/tree_decoder.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace dateline {
namespace {

using Heads = std::vector<std::uint32_t>;

bool reaches_root(const Heads& heads, std::uint32_t word) {
  const auto n = static_cast<std::uint32_t>(heads.size());
  for (std::uint32_t steps = 0; word != n; word = heads[word])
    if (++steps > n) return false;
  return true;
}

bool is_tree(const Heads& heads) {
  std::uint32_t roots = 0;
  for (std::uint32_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == heads.size();
    if (heads[w] > heads.size() || !reaches_root(heads, w)) return false;
  }
  return roots == 1;
}

double sum_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d)
    sum += static_cast<double>(scores[d * (heads.size() + 1) + heads[d]]);
  return sum;
}

// The slow, obvious way: all ways to choose heads.
double best_sum(const std::vector<float>& scores, std::uint32_t n) {
  double best = -std::numeric_limits<double>::infinity();
  for (Heads heads(n, 0);;) {
    if (is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::uint32_t at = 0;
    while (at < n && heads[at] == n) heads[at++] = 0;
    if (at == n) return best;
    ++heads[at];
  }
}

std::vector<float> random_scores(std::uint32_t n, std::mt19937& random) {
  std::vector<float> scores;
  for (std::uint32_t i = 0; i < n * (n + 1); ++i)
    scores.push_back(static_cast<float>(random() % 2000) / 100.0f - 10.0f);
  for (std::uint32_t d = 0; d < n; ++d) scores[d * (n + 1) + d] = -1e4f;
  return scores;
}

TEST(TreeDecoder, FindsTheBestOfAllTrees) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t n = 1 + static_cast<std::uint32_t>(random() % 4);
    const auto scores = random_scores(n, random);
    const Heads heads = best_tree(scores, n);
    ASSERT_TRUE(is_tree(heads)) << "round " << round;
    EXPECT_NEAR(sum_of(scores, heads), best_sum(scores, n), 1e-4) << "round " << round;
  }
}

TEST(TreeDecoder, GivesATreeForLongSentencesAndEqualScores) {
  std::mt19937 random(12);
  EXPECT_TRUE(is_tree(best_tree(random_scores(150, random), 150)));
  EXPECT_TRUE(is_tree(best_tree(std::vector<float>(60 * 61, 0.0f), 60)));
  EXPECT_TRUE(best_tree({}, 0).empty());
}

// Two words that each want the other, and nobody wants the root.
TEST(TreeDecoder, BreaksACycleWhereItCostsLeast) {
  const std::vector<float> scores{-1e4f, 9,     1,  //
                                  8,     -1e4f, 3};
  EXPECT_EQ(best_tree(scores, 2), (Heads{1, 2}));
}

}  // namespace
}  // namespace dateline
