// A Diagram: nodes and edges with their labels and looks, ready for any drawing program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "render/theme.hpp"

namespace dateline {

struct DiagramNode {
  std::string id;     // unique in the diagram; one word of ASCII
  std::string label;  // plain text, lines parted by "\n"
  std::string tooltip;
  std::string link;  // http or https, or ""
  NodeShape shape = NodeShape::Ellipse;
  std::string fill;  // "#rrggbb"
  std::string line;
  bool dashed = false;
  int column = 0;     // from left to right
  bool bold = false;  // a thick line
};

struct DiagramEdge {
  std::string from;
  std::string to;
  std::string label;
  std::string tooltip;
  std::string color;
  bool dashed = false;
  bool arrow = true;
  double width = 1;  // pt
};

struct Diagram {
  std::string title;               // lines parted by "\n"
  std::vector<DiagramNode> nodes;  // column by column, each from top to bottom
  std::vector<DiagramEdge> edges;  // in the order of the nodes they leave, then of those they reach
  int ordered_column = -1;         // the one whose order from top to bottom tells something; -1: none
};

// Actors and events with the part that each actor takes (bipartite). Events stand in the middle in the order
// of their days, actors at the side where most of their arrows are: left those who act, right those who are
// acted upon. Actors without an event are left out; places stand in the events' labels.
[[nodiscard]] Diagram diagram_of(const KnowledgeGraph& graph);

}  // namespace dateline
