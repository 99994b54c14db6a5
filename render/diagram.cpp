#include "render/diagram.hpp"

#include "render/diagram_node.hpp"

namespace dateline {

Diagram diagram_of(const KnowledgeGraph& graph, const DiagramStyle& style) {
  constexpr std::size_t kFewEvents = 60;
  switch (style.view) {
    case DiagramView::Auto:
      return graph.events().size() <= kFewEvents ? events_diagram(graph, style)
                                                 : actors_diagram(graph, style);
    case DiagramView::Events: return events_diagram(graph, style);
    case DiagramView::Actors:
    case DiagramView::Ego: return actors_diagram(graph, style);
    case DiagramView::Path: return path_diagram(graph, style);
  }
  return {};
}

}  // namespace dateline
