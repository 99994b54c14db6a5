// Plain text of records, graphs and diffs, for a terminal and for golden files.
#pragma once

#include <string>

#include "graph/diff.hpp"
#include "graph/knowledge_graph.hpp"

namespace dateline {

// What one article says: its head, its events in order, its actors.
[[nodiscard]] std::string to_text(const Record& record, bool explain = false);
// Actors, events and edges, a line each.
[[nodiscard]] std::string to_text(const KnowledgeGraph& graph);
// Reads like a diff: "+", "-", "~" with the fields that changed and the sentences that say so.
[[nodiscard]] std::string to_text(const GraphDiff& diff);

// A way through the graph (questions.hpp): an entity a line, and between two of them the event in which both
// are, with their roles in it.
[[nodiscard]] std::string connection_text(const KnowledgeGraph& g,
                                          const std::vector<KnowledgeGraph::Vertex>& way);

}  // namespace dateline
