#include "extract/word_features.hpp"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(WordFeatures, RowsLieInTheirStretch) {
  for (const std::string_view word : {"a", "Iraq", "U.S.", "2,000", "Łódź", "\xF0\x9F\x98\x80", "\xff\xfe",
                                      "-", "extraordinarily-long-and-hyphenated-compound"}) {
    const WordFeatures rows = word_features(word);
    for (std::size_t f = 0; f < kFeatureCount; ++f) {
      EXPECT_GE(rows[f], kFeatureBase[f]) << word;
      EXPECT_LT(rows[f], kFeatureBase[f] + kFeatureRows[f]) << word;
    }
  }
}

TEST(WordFeatures, ShapesOfQuotesDashesAndDigitsDoNotMatter) {
  EXPECT_EQ(word_features("“"), word_features("\""));
  EXPECT_EQ(word_features("’s"), word_features("'s"));
  EXPECT_EQ(word_features("–"), word_features("-"));
  EXPECT_EQ(word_features("1987"), word_features("2041"));
}

TEST(WordFeatures, CaseTellsExactWordAndShapeOnly) {
  const WordFeatures low = word_features("march"), high = word_features("March");
  EXPECT_EQ(low[0], high[0]);
  EXPECT_EQ(low[1], high[1]);
  EXPECT_NE(low[2], high[2]);
  EXPECT_EQ(low[4], high[4]);
  EXPECT_NE(low[8], high[8]);
  EXPECT_EQ(word_features("ÉTAT")[0], word_features("état")[0]);
}

}  // namespace
}  // namespace dateline
