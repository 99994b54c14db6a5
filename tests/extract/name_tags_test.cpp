#include "extract/name_tags.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

TEST(NameTags, WhatIsMarkedIsRead) {
  const std::vector<NameSpan> names{{{0, 1}, NameKind::Place},
                                    {{1, 3}, NameKind::Person},
                                    {{3, 7}, NameKind::Person},
                                    {{8, 9}, NameKind::Organization}};
  std::vector<NameTag> tags(10, kOutside);
  for (const NameSpan& name : names) mark_name(tags, name);
  EXPECT_EQ(names_of(tags), names);
}

TEST(NameTags, BrokenSequencesGiveWhatIsWhole) {
  const NameTag begin = name_tag(NameKind::Place, NamePart::Begin);
  const NameTag last = name_tag(NameKind::Place, NamePart::Last);
  const NameTag other_last = name_tag(NameKind::Person, NamePart::Last);
  const NameTag single = name_tag(NameKind::Person, NamePart::Single);
  EXPECT_TRUE(names_of(std::vector<NameTag>{last, begin, kOutside, begin, other_last}).empty());
  EXPECT_EQ(names_of(std::vector<NameTag>{begin, single, begin, last}),
            (std::vector<NameSpan>{{{1, 2}, NameKind::Person}, {{2, 4}, NameKind::Place}}));
}

bool allowed(const std::vector<NameTag>& tags) {
  NameTag before = kOutside;
  for (const NameTag tag : tags) {
    if (!may_follow(before, tag)) return false;
    before = tag;
  }
  return may_follow(before, kOutside);
}

// The slow, obvious way, for three words.
float best_sum(const std::vector<float>& scores) {
  float best = -1e30f;
  for (std::size_t i = 0; i < kNameTagCount * kNameTagCount * kNameTagCount; ++i) {
    const std::vector<NameTag> tags{static_cast<NameTag>(i % kNameTagCount),
                                    static_cast<NameTag>(i / kNameTagCount % kNameTagCount),
                                    static_cast<NameTag>(i / kNameTagCount / kNameTagCount)};
    if (!allowed(tags)) continue;
    best = std::max(best,
                    scores[tags[0]] + scores[kNameTagCount + tags[1]] + scores[2 * kNameTagCount + tags[2]]);
  }
  return best;
}

TEST(NameTags, BestSequenceIsAllowedAndBest) {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    std::vector<float> scores;
    for (std::size_t i = 0; i < 3 * kNameTagCount; ++i) scores.push_back(static_cast<float>(random() % 100));
    const auto tags = best_name_tags(scores);
    ASSERT_TRUE(allowed(tags)) << "round " << round;
    EXPECT_EQ(scores[tags[0]] + scores[kNameTagCount + tags[1]] + scores[2 * kNameTagCount + tags[2]],
              best_sum(scores))
        << "round " << round;
  }
}

}  // namespace
}  // namespace dateline
