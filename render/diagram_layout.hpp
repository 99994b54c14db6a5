// Where the nodes, lines and frames of a diagram stand. Lengths are pixels, from the upper left corner.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "render/font.hpp"

namespace dateline {

struct Point {
  double x = 0;
  double y = 0;
};

// Half-open on both axes.
struct Extent {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] Point middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
};
// Whether they come nearer than `distance`.
[[nodiscard]] bool near(const Extent& a, const Extent& b, double distance);

// The fonts of a diagram's labels. px
inline constexpr Font kNodeFont{.size = 12};
inline constexpr Font kEdgeFont{.size = 11};
inline constexpr Font kFrameFont{.size = 12, .bold = true};

struct LabelSize {
  int width = 0;
  int height = 0;
};
// Of lines parted by "\n".
[[nodiscard]] LabelSize label_size(std::string_view label, Font font);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view label);
[[nodiscard]] Extent extent_around(Point middle, LabelSize size);

struct NodePlace {
  Extent extent;
  std::vector<Point> outline;  // empty: an ellipse
};

struct EdgePlace {
  std::vector<Point> curve;  // cubic Bezier curves end to end: 3n + 1 points; none: not drawn
  std::optional<Point> tip;  // of the arrow, which begins where the curve ends, or begins if `tip_first`
  bool tip_first = false;
  std::optional<Point> label;  // its middle
};

struct FramePlace {
  Extent extent;
  Point label;  // its middle
};

struct DiagramLayout {
  double width = 0;
  double height = 0;
  std::vector<NodePlace> nodes;    // as Diagram::nodes
  std::vector<EdgePlace> edges;    // as Diagram::edges
  std::vector<FramePlace> frames;  // as Diagram::clusters
};

// Whether any two nodes come nearer than `distance`.
[[nodiscard]] bool nodes_touch(const DiagramLayout& layout, double distance);
void move(DiagramLayout& layout, double dx, double dy);

}  // namespace dateline
