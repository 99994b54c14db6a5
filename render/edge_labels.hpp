// Where the labels of a diagram's lines stand: on their lines, clear of nodes and of each other.
#pragma once

#include "render/diagram.hpp"
#include "render/diagram_layout.hpp"

namespace dateline {

// Places the label of each line of `diagram` that has none yet: as near the line's middle as there is room,
// rather where no other line passes. Those of short lines come first, as they have the least choice. Returns
// how many find no room; they stay without a place.
std::size_t place_edge_labels(const Diagram& diagram, DiagramLayout& layout);

}  // namespace dateline
