#include "render/label_placement.hpp"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

// A strip that stands: since shapes come from left to right, only its right end matters.
struct Standing {
  int top = 0;
  int bottom = 0;
  int right = 0;
};

}  // namespace

std::vector<int> place(const std::vector<Shape>& shapes) {
  std::vector<std::size_t> order(shapes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&shapes](std::size_t a, std::size_t b) { return shapes[a].left < shapes[b].left; });
  std::vector<int> tops(shapes.size(), 0);
  std::vector<Standing> standing;  // by top; they do not overlap
  for (const std::size_t i : order) {
    const Shape& shape = shapes[i];
    std::erase_if(standing, [&shape](const Standing& s) { return s.right <= shape.left; });
    int height = 0;
    for (const Strip& strip : shape.strips) height += strip.height;
    int top = 0;
    std::size_t at = 0;
    for (; at < standing.size() && standing[at].top < top + height; ++at)
      top = std::max(top, standing[at].bottom);
    tops[i] = top;
    for (const Strip& strip : shape.strips) {
      standing.insert(standing.begin() + static_cast<std::ptrdiff_t>(at++),
                      {top, top + strip.height, strip.right});
      top += strip.height;
    }
  }
  return tops;
}

}  // namespace dateline
