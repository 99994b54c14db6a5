#include "train/coreference_scores.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace dateline {
namespace {

// "a b c ; d e" as chains of one-letter mentions.
SpanChains chains_of(const std::string& text) {
  SpanChains chains;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words(part);
    std::vector<Span> chain;
    for (std::string word; words >> word;) {
      const auto at = static_cast<std::uint32_t>(word.front());
      chain.push_back({at, at + 1});
    }
    if (!chain.empty()) chains.push_back(chain);
  }
  return chains;
}

TEST(CoreferenceScores, PublishedExamples) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/train/coreference_scores.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::string key, response;
    std::getline(cells, key, '|');
    std::getline(cells, response, '|');
    const CoreferenceScores s = coreference_scores(chains_of(key), chains_of(response));
    for (const Ratio* r : {&s.muc, &s.b_cubed, &s.ceaf_e}) {
      double recall = -1, precision = -1;
      cells >> recall >> precision;
      EXPECT_NEAR(r->recall(), recall, 5e-4) << line;
      EXPECT_NEAR(r->precision(), precision, 5e-4) << line;
    }
    ++rows;
  }
  EXPECT_GE(rows, 5);
}

TEST(CoreferenceScores, MeanOfTheThree) {
  const CoreferenceScores s = coreference_scores(chains_of("a b c; d e f g"), chains_of("a b; c d; f g h i"));
  EXPECT_NEAR(s.mean(), (0.4 + s.b_cubed.f1() + s.ceaf_e.f1()) / 3, 1e-9);
}

// Against trying all pairings.
TEST(CoreferenceScores, BestPairing) {
  EXPECT_DOUBLE_EQ(best_pairing({{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}), 4 + 5 + 2);
  EXPECT_DOUBLE_EQ(best_pairing({{1, 2}, {2, 4}, {3, 3}}), 3 + 4);
  EXPECT_DOUBLE_EQ(best_pairing({{1, 5, 2}}), 5);
  EXPECT_DOUBLE_EQ(best_pairing({}), 0);
}

TEST(CoreferenceScores, CountsAddUp) {
  CoreferenceScores all = coreference_scores(chains_of("a b"), chains_of("a b"));
  all.add(coreference_scores(chains_of("a b"), chains_of("c d")));
  EXPECT_DOUBLE_EQ(all.muc.recall(), 0.5);
  EXPECT_DOUBLE_EQ(all.ceaf_e.precision(), 0.5);
}

}  // namespace
}  // namespace dateline
