// The layout of a whole diagram, put together from those of its components.
#pragma once

#include "render/diagram.hpp"
#include "render/diagram_layout.hpp"

namespace dateline {

// Nodes, lines and labels in place. Parts that no line joins stand side by side in rows, about `width` px
// wide. Labels that find no room have no place. Throws InputError where libgvc lacks the layout.
[[nodiscard]] DiagramLayout lay_out_components(const Diagram& diagram, double width);

}  // namespace dateline
