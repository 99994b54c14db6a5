// Questions about how the actors and events of a graph hang together, each answered with an algorithm of
// Boost.Graph over a filtered view: who is connected with whom and how, what belongs together, who stands in
// the middle, what came when.
//
// Ties are the edges that say who takes part in what, and where (all but Before); they are followed both
// ways. Answers depend on the graph only: of equal ones the one whose keys come first is given.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

using Vertices = std::vector<KnowledgeGraph::Vertex>;

// Entities that a reader means by a name: known by it (folded) or, for persons, by it as the last of their
// names. By key.
[[nodiscard]] Vertices entities_named(const KnowledgeGraph& g, std::string_view name);

// How `from` and `to` are connected: a shortest way of ties between them, both ends included, entity and
// event in turn; empty where there is none. Breadth-first search.
[[nodiscard]] Vertices connection(const KnowledgeGraph& g, KnowledgeGraph::Vertex from,
                                  KnowledgeGraph::Vertex to);
// The shortest between any of the one and any of the other.
[[nodiscard]] Vertices connection(const KnowledgeGraph& g, const Vertices& from, const Vertices& to);

// What is no more than `hops` ties away from any of `from`, these included; ascending. From an actor, 1 leads
// to the events they are in, 2 to those who are in them too.
[[nodiscard]] Vertices neighbourhood(const KnowledgeGraph& g, const Vertices& from, std::size_t hops);

// Of each vertex, how many ties it is away from the nearest of `from`; kUnconnected where none lead there.
inline constexpr std::size_t kUnconnected = static_cast<std::size_t>(-1);
[[nodiscard]] std::vector<std::size_t> steps_from(const KnowledgeGraph& g, const Vertices& from);

// The parts of the graph that no tie joins, the largest first, of equals that with the first key; each by
// key.
[[nodiscard]] std::vector<Vertices> components(const KnowledgeGraph& g);

struct Central {
  KnowledgeGraph::Vertex entity;
  double rank = 0;  // those of all actors sum up to 1
};
// Entities that are no places of events only, by how central they are: PageRank over ties (Brin and Page
// 1998, 20 rounds). The most central first, of equals by key.
[[nodiscard]] std::vector<Central> central_actors(const KnowledgeGraph& g);

// Events, each after all that come before it; of those that nothing parts the one that begins first, of these
// the one that ends first, then by key. Undated ones stand last. Topological sort of the edges Before.
[[nodiscard]] Vertices chronology(const KnowledgeGraph& g);

// The graph cut down to some vertices and the edges among them; order in time made anew. Keeps the records.
[[nodiscard]] KnowledgeGraph restricted(const KnowledgeGraph& g, const Vertices& kept);

}  // namespace dateline
