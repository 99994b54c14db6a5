#include "extract/offset_map.hpp"

#include <gtest/gtest.h>

namespace dateline {
namespace {

// Source "a&amp;bc", derived "a&bc".
OffsetMap entity_map() {
  OffsetMap map;
  map.copy(0, 1);
  map.replace({1, 6}, 1);
  map.copy(6, 2);
  return map;
}

TEST(OffsetMap, LeadsEachByteBack) {
  const OffsetMap map = entity_map();
  EXPECT_EQ(map.to_source({0, 1}), (Span{0, 1}));
  EXPECT_EQ(map.to_source({1, 2}), (Span{1, 6}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{6, 7}));
  EXPECT_EQ(map.to_source({0, 4}), (Span{0, 8}));
  EXPECT_EQ(map.to_source({3, 3}), (Span{7, 7}));
  EXPECT_EQ(map.to_source({4, 4}), (Span{8, 8}));
}

TEST(OffsetMap, ComposesWithTheMapBelow) {
  // On top of "a&bc": drop "a", keep "&b", put in a blank, keep "c".
  OffsetMap top;
  top.copy(1, 2);
  top.replace({3, 3}, 1);
  top.copy(3, 1);
  const OffsetMap map = top.over(entity_map());
  EXPECT_EQ(map.size(), 4u);
  EXPECT_EQ(map.to_source({0, 1}), (Span{1, 6}));
  EXPECT_EQ(map.to_source({1, 2}), (Span{6, 7}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{7, 7}));
  EXPECT_EQ(map.to_source({3, 4}), (Span{7, 8}));
  EXPECT_EQ(map.to_source({0, 4}), (Span{1, 8}));
}

TEST(OffsetMap, EmptyMapsToNothing) { EXPECT_EQ(OffsetMap{}.to_source({0, 0}), (Span{0, 0})); }

}  // namespace
}  // namespace dateline
