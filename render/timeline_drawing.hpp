// Our own picture of a timeline: facts -> plain drawing -> SVG, the same bytes everywhere.
#pragma once

#include <string>

#include "graph/knowledge_graph.hpp"
#include "graph/timeline.hpp"

namespace dateline {

// A complete SVG document.
[[nodiscard]] std::string timeline_svg(const KnowledgeGraph& graph, const Timeline& timeline);

}  // namespace dateline
