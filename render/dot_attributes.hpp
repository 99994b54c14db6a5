// What a diagram is in the language DOT: its shapes, colours and spacing as names and values. Knows no
// library; render/graphviz.cpp hands them to Graphviz.
#pragma once

#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/diagram_layout.hpp"

namespace dateline {

struct DotAttribute {
  const char* name;
  std::string value;
};

// What holds for the graph, and for each node and edge that says nothing else.
struct DotDefaults {
  std::vector<DotAttribute> graph;
  std::vector<DotAttribute> node;
  std::vector<DotAttribute> edge;
};

[[nodiscard]] DotDefaults dot_defaults(const Diagram& diagram);

// All but the label and, of an edge, the way it leads.
[[nodiscard]] std::vector<DotAttribute> dot_attributes(const DiagramNode& node, const Theme& theme);
[[nodiscard]] std::vector<DotAttribute> dot_attributes(const DiagramEdge& edge);

// Title and note of a diagram, escaped, the title wrapped.
[[nodiscard]] std::string dot_title(const Diagram& diagram);

// Markup of a label that is empty and takes so much room, in points.
[[nodiscard]] std::string dot_room(LabelSize size);

// The program that lays a diagram out: "dot", "neato" ...
[[nodiscard]] const char* dot_program(const Diagram& diagram);

// The shortest decimal that reads back as the same number, whatever the locale.
[[nodiscard]] std::string dot_number(double value);

}  // namespace dateline
