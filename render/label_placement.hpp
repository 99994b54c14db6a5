// Places labels beside each other and one below the other so that none overlaps another.
#pragma once

#include <vector>

namespace dateline {

// Part of a shape: from the shape's left to `right`, `height` high. px
struct Strip {
  int right = 0;
  int height = 0;
};

// What is placed: strips from top to bottom, all beginning at `left`. px
struct Shape {
  int left = 0;
  std::vector<Strip> strips;
};

// The top of each shape: the least one, from 0 on, at which it overlaps none that is placed before it, asked
// in the order of their left ends (then of the list). A shape that ends where another begins does not overlap
// it. Time grows with shapes times shapes abreast.
[[nodiscard]] std::vector<int> place(const std::vector<Shape>& shapes);

}  // namespace dateline
