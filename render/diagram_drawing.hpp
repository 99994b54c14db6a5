// The picture of a diagram, drawn in steps: facts -> Diagram -> DiagramDrawing -> SVG. The same bytes
// everywhere: Graphviz only says where nodes and lines go, by sizes that our own font gives.
#pragma once

#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagram_layout.hpp"
#include "render/svg.hpp"
#include "render/text_line.hpp"

namespace dateline {

// Shows what nodes of one kind, or lines of one kind, look like, and says what they are.
struct DiagramKey {
  bool is_node = true;
  std::size_t sample = 0;  // index into Diagram::nodes, or Diagram::edges
  Box box;                 // where the sample stands, px
  TextLine label;
};

struct DiagramDrawing {
  int width = 0;  // px
  int height = 0;
  PageSize page;  // shown at this size
  std::string title;
  std::string description;     // for those who cannot see the picture
  std::vector<TextLine> text;  // title and note
  DiagramLayout layout;        // in place on the page
  std::vector<DiagramKey> legend;
  std::size_t without_label = 0;  // lines whose label found no room; the tooltip has it
};

// Nodes that no line joins to the others stand apart, in rows. No node touches another, and no label a node
// or another label. Throws InputError where libgvc lacks the layout.
[[nodiscard]] DiagramDrawing draw(const Diagram& diagram);

// Whether the lines of a diagram without columns lead down the page rather than to the right: whichever
// takes less of a page. Needs Layout::Dot.
[[nodiscard]] bool is_better_downwards(const Diagram& diagram);

// A complete SVG document.
[[nodiscard]] std::string to_svg(const Diagram& diagram, Shade shade = Shade::Light);

}  // namespace dateline
