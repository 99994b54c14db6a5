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
  for (const Theme* theme : {&kLight, &kDark}) {
    for (const std::string_view ground : {theme->page, theme->band})
      for (const std::string_view text : {theme->text, theme->muted, theme->link, theme->changes[1].line})
        EXPECT_GE(contrast(text, ground), 4.5) << text << " on " << ground;
    for (const Paint& kind : theme->kinds) EXPECT_GE(contrast(theme->text, kind.fill), 4.5) << kind.fill;
    for (const Paint& change : theme->changes)
      for (const std::string_view text : {change.line, theme->text, theme->muted})
        EXPECT_GE(contrast(text, change.fill), 4.5) << text << " on " << change.fill;
  }
}

TEST(Theme, MarksAndEdgesStandOut) {
  for (const Theme* theme : {&kLight, &kDark}) {
    EXPECT_GE(contrast(theme->outline, theme->page), 3.0);
    EXPECT_GE(contrast(theme->axis, theme->page), 3.0);
    for (const Paint& family : theme->families)
      for (const Paint& change : theme->changes)
        EXPECT_GE(contrast(family.line, change.fill), 3.0) << family.line << " on " << change.fill;
    for (const RoleLook& role : theme->roles) EXPECT_GE(contrast(role.color, theme->page), 3.0) << role.color;
    for (const Paint& kind : theme->kinds) EXPECT_GE(contrast(kind.line, theme->page), 3.0) << kind.line;
  }
}

TEST(Theme, ColourIsNeverTheOnlyCue) {
  std::set<MarkShape> marks;
  std::set<std::string_view> fills;
  for (std::size_t i = 0; i < kEventFamilies; ++i) {
    marks.insert(look_of(static_cast<EventFamily>(i)).shape);
    fills.insert(kLight.families[i].fill);
  }
  EXPECT_EQ(marks.size(), kEventFamilies);
  EXPECT_EQ(fills.size(), kEventFamilies);
  std::set<NodeShape> nodes;
  for (int kind = 0; kind <= static_cast<int>(EntityKind::Other); ++kind)
    nodes.insert(shape_of(static_cast<EntityKind>(kind)));
  EXPECT_EQ(nodes.size(), 7U);
  for (std::size_t i = 2; i < kChanges; ++i) EXPECT_NE(to_string(static_cast<Change>(i)), "");
}

}  // namespace
}  // namespace dateline
