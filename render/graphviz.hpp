// Diagrams by Graphviz: its language, and its layouts. The one file that knows libcgraph and libgvc.
//
// Texts are measured with our own font, and objects numbered in the order in which they are made, so that
// the same diagram gives the same DOT and the same layout, whatever fonts are installed and wherever in
// memory its names lie. Not thread-safe: libgvc has one context a process.
#pragma once

#include <span>
#include <string>

#include "render/diagram.hpp"
#include "render/diagram_layout.hpp"

namespace dateline {

// DOT that Graphviz reads without a warning and that people can edit.
[[nodiscard]] std::string to_dot(const Diagram& diagram);

// Places by the diagram's own layout. Dot finds room for the labels of lines; with the other programs they
// have no places yet. Throws InputError where libgvc lacks the layout.
[[nodiscard]] DiagramLayout lay_out(const Diagram& diagram);

// Nodes with their middles at `middles` (one each), and lines led around them; labels have no places yet.
[[nodiscard]] DiagramLayout lay_out_at(const Diagram& diagram, std::span<const Point> middles);

}  // namespace dateline
