// Draws diagrams with Graphviz: DOT by libcgraph, SVG by libgvc. The one file that knows Graphviz.
//
// libgvc is not thread-safe and must be set up once a process; these functions are called from one thread.
#pragma once

#include <string>

#include "render/diagram.hpp"

namespace dateline {

[[nodiscard]] std::string to_dot(const Diagram& diagram);
[[nodiscard]] std::string to_svg(const Diagram& diagram);

}  // namespace dateline
