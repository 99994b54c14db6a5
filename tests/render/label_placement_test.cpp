#include "render/label_placement.hpp"

#include <gtest/gtest.h>

#include <random>

#include "render/timeline_drawing.hpp"

namespace dateline {
namespace {

TEST(Placement, PutsWhatFitsAbreastOnTop) {
  const std::vector<int> tops = place({{0, {{100, 20}}}, {50, {{150, 20}}}, {100, {{200, 20}}}});
  EXPECT_EQ(tops, (std::vector<int>{0, 20, 0}));
}

TEST(Placement, FillsTheRoomRightOfALabelUnderItsBar) {
  // A bar of 300 px with a label of 100 px below it leaves room beside the label.
  const std::vector<int> tops = place({{0, {{300, 16}, {100, 40}}}, {120, {{200, 40}}}});
  EXPECT_EQ(tops, (std::vector<int>{0, 16}));
}

TEST(Placement, NeverOverlaps) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Shape> shapes(1 + random() % 120);
    for (Shape& shape : shapes) {
      shape.left = static_cast<int>(random() % 900);
      shape.strips.resize(1 + random() % 3);
      for (Strip& strip : shape.strips)
        strip = {shape.left + 1 + static_cast<int>(random() % 400), 1 + static_cast<int>(random() % 60)};
    }
    const std::vector<int> tops = place(shapes);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      EXPECT_GE(tops[i], 0);
      int top = tops[i];
      for (const Strip& strip : shapes[i].strips) {
        boxes.push_back({shapes[i].left, top, strip.right, top + strip.height});
        top += strip.height;
      }
    }
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (std::size_t k = i + 1; k < boxes.size(); ++k) ASSERT_FALSE(overlap(boxes[i], boxes[k])) << round;
  }
}

}  // namespace
}  // namespace dateline
