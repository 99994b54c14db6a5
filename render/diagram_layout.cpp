#include "render/diagram_layout.hpp"

#include <algorithm>

namespace dateline {
namespace {

void shift(Point& point, double dx, double dy) {
  point.x += dx;
  point.y += dy;
}

void shift(Extent& extent, double dx, double dy) {
  extent = {extent.left + dx, extent.top + dy, extent.right + dx, extent.bottom + dy};
}

}  // namespace

bool near(const Extent& a, const Extent& b, double distance) {
  return a.left < b.right + distance && b.left < a.right + distance && a.top < b.bottom + distance &&
         b.top < a.bottom + distance;
}

std::vector<std::string_view> lines_of(std::string_view label) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < label.size();) {
    const std::size_t end = std::min(label.find('\n', begin), label.size());
    lines.push_back(label.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

LabelSize label_size(std::string_view label, Font font) {
  LabelSize size;
  for (const std::string_view line : lines_of(label)) {
    size.width = std::max(size.width, text_width(line, font));
    size.height += line_height(font);
  }
  return size;
}

Extent extent_around(Point middle, LabelSize size) {
  return {middle.x - size.width / 2.0, middle.y - size.height / 2.0, middle.x + size.width / 2.0,
          middle.y + size.height / 2.0};
}

bool nodes_touch(const DiagramLayout& layout, double distance) {
  std::vector<Extent> extents;
  for (const NodePlace& node : layout.nodes) extents.push_back(node.extent);
  std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.top < b.top; });
  for (std::size_t i = 0; i < extents.size(); ++i)
    for (std::size_t k = i + 1; k < extents.size() && extents[k].top < extents[i].bottom + distance; ++k)
      if (near(extents[i], extents[k], distance)) return true;
  return false;
}

void move(DiagramLayout& layout, double dx, double dy) {
  for (NodePlace& node : layout.nodes) {
    shift(node.extent, dx, dy);
    for (Point& point : node.outline) shift(point, dx, dy);
  }
  for (EdgePlace& edge : layout.edges) {
    for (Point& point : edge.curve) shift(point, dx, dy);
    if (edge.tip) shift(*edge.tip, dx, dy);
    if (edge.label) shift(*edge.label, dx, dy);
  }
  for (FramePlace& frame : layout.frames) {
    shift(frame.extent, dx, dy);
    shift(frame.label, dx, dy);
  }
}

}  // namespace dateline
