// Nodes and edges that several views of a diagram share.
#pragma once

#include <string>
#include <vector>

#include "graph/actor_ties.hpp"
#include "graph/questions.hpp"
#include "render/diagram.hpp"

namespace dateline {

// "a3_Anna_Berg": the prefix, a number, and the name as far as it is plain; one word that people recognize.
[[nodiscard]] std::string node_id(char prefix, std::size_t number, std::string_view name);

// A box with date, type and summary.
[[nodiscard]] DiagramNode event_node(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event,
                                     std::string id, const Theme& theme);
// The name, and below it in brackets what is told of events that are not drawn ("+12 events"; "" for none).
[[nodiscard]] DiagramNode actor_node(const EntityNode& actor, std::string id, const std::string& folded,
                                     const Theme& theme);
// An actor's part in an event: from who acts to the event, from the event to who is acted upon.
[[nodiscard]] DiagramEdge part_edge(const EntityNode& actor, const std::string& actor_id,
                                    const std::string& event_id, Role role, const Theme& theme);

// The clusters of actors, each named once; sets `cluster` of the nodes, one for each actor.
void add_clusters(const KnowledgeGraph& graph, const std::vector<KnowledgeGraph::Vertex>& actors,
                  ClusterBy by, Diagram& diagram);

// Indices into ties.actors, the most important first.
[[nodiscard]] std::vector<std::size_t> actors_by_importance(const ActorTies& ties, Ranking ranking);

// What a reader means by a name; throws InputError where there is none.
[[nodiscard]] Vertices asked_for(const KnowledgeGraph& graph, const std::string& name);

// A diagram with the style's looks and the graph's title, still empty.
[[nodiscard]] Diagram titled_diagram(const std::string& title, const DiagramStyle& style);

// "7 events", "1 event"
[[nodiscard]] std::string counted(std::size_t count, std::string_view what);

// The views; diagram_of() chooses.
[[nodiscard]] Diagram events_diagram(const KnowledgeGraph& graph, const DiagramStyle& style);
[[nodiscard]] Diagram actors_diagram(const KnowledgeGraph& graph, const DiagramStyle& style);
[[nodiscard]] Diagram path_diagram(const KnowledgeGraph& graph, const DiagramStyle& style);

}  // namespace dateline
