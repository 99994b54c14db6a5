#include "render/theme.hpp"

#include <gtest/gtest.h>

#include <set>

namespace dateline {
namespace {

TEST(Theme, ContrastIsThatOfWcag) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21.0, 0.001);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.478, 0.001);
  EXPECT_NEAR(contrast("#ffffff", "#777777"), 4.478, 0.001);
}

TEST(Theme, AllTextStandsOut) {
  for (const std::string_view ground : {kLight.page, kLight.band})
    for (const std::string_view text : {kLight.text, kLight.muted, kLight.link})
      EXPECT_GE(contrast(text, ground), 4.5) << text << " on " << ground;
  for (int kind = 0; kind <= static_cast<int>(EntityKind::Other); ++kind)
    EXPECT_GE(contrast(kLight.text, look_of(static_cast<EntityKind>(kind)).fill), 4.5) << kind;
}

TEST(Theme, MarksAndEdgesStandOut) {
  EXPECT_GE(contrast(kLight.outline, kLight.page), 3.0);
  for (std::size_t i = 0; i < kEventFamilies; ++i)
    EXPECT_GE(contrast(look_of(static_cast<EventFamily>(i)).line, kLight.page), 3.0) << i;
  for (int role = 0; role < 3; ++role)
    EXPECT_GE(contrast(look_of(static_cast<Role>(role)).color, kLight.page), 3.0) << role;
  for (int kind = 0; kind <= static_cast<int>(EntityKind::Other); ++kind)
    EXPECT_GE(contrast(look_of(static_cast<EntityKind>(kind)).line, kLight.page), 3.0) << kind;
}

TEST(Theme, ColourIsNeverTheOnlyCue) {
  std::set<MarkShape> marks;
  std::set<std::string_view> fills;
  for (std::size_t i = 0; i < kEventFamilies; ++i) {
    marks.insert(look_of(static_cast<EventFamily>(i)).shape);
    fills.insert(look_of(static_cast<EventFamily>(i)).fill);
  }
  EXPECT_EQ(marks.size(), kEventFamilies);
  EXPECT_EQ(fills.size(), kEventFamilies);
  std::set<NodeShape> nodes;
  for (int kind = 0; kind <= static_cast<int>(EntityKind::Other); ++kind)
    nodes.insert(look_of(static_cast<EntityKind>(kind)).shape);
  EXPECT_EQ(nodes.size(), 7U);
}

}  // namespace
}  // namespace dateline
