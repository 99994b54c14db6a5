// A Diagram: nodes and edges with their labels and looks, ready for any drawing program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

enum class NodeShape : std::uint8_t { Ellipse, Box, Diamond, Hexagon };

struct DiagramNode {
  std::string id;     // unique in the diagram
  std::string label;  // plain text, lines parted by "\n"
  std::string tooltip;
  NodeShape shape = NodeShape::Ellipse;
  std::string fill;  // "#rrggbb"
  std::string line;
  bool dashed = false;
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
  std::string title;
  std::vector<DiagramNode> nodes;  // by id
  std::vector<DiagramEdge> edges;  // by from, to, label
};

// Actors and events with the part that each actor takes (bipartite).
[[nodiscard]] Diagram diagram_of(const KnowledgeGraph& graph);

}  // namespace dateline
