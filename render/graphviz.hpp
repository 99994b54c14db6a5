// Draws diagrams with Graphviz: DOT by libcgraph, SVG by libgvc. The one file that knows Graphviz.
//
// libgvc is not thread-safe and must be set up once a process; these functions are called from one thread.
// The coordinates of the SVG depend on the fonts and the version of Graphviz that are installed.
#pragma once

#include <string>

#include "render/diagram.hpp"

namespace dateline {

// DOT that `dot` reads without a warning and that people can edit.
[[nodiscard]] std::string to_dot(const Diagram& diagram);
// A complete SVG document. Throws InputError where Graphviz lacks its layout or SVG plugin.
[[nodiscard]] std::string to_svg(const Diagram& diagram);

}  // namespace dateline
