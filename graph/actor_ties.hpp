// Ties between actors: who has to do with whom, and in what events; and which actors stand between the
// others.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

enum class TieKind : std::uint8_t {
  Acts,      // from who acts to who is acted upon
  Together,  // between two who act in it, where nobody is acted upon; from the one whose key comes first
  Named      // between one of these and one that is named in it otherwise, where there is no other tie
};

// Two actors in one event; indices into ActorTies::actors, `from` != `to`.
struct Tie {
  std::size_t from = 0;
  std::size_t to = 0;
  TieKind kind = TieKind::Acts;
  KnowledgeGraph::Vertex event;
};

struct ActorTies {
  std::vector<KnowledgeGraph::Vertex> actors;  // those who take part in an event, by key
  std::vector<std::size_t> events;             // of each actor, how many
  std::vector<Tie> ties;                       // by event's key, then in the order of its parts
};

// Of an event with more than kMostParts actors of one role, the first of them by name.
inline constexpr std::size_t kMostParts = 12;
[[nodiscard]] ActorTies actor_ties(const KnowledgeGraph& graph);

// For each actor, on how many of the shortest ways between two others it lies (Brandes 2001), in units of one
// pair. Beyond kMostPivots actors estimated from so many of them as ends of ways (Brandes and Pich 2007),
// taken evenly from all: time is linear in the ties.
inline constexpr std::size_t kMostPivots = 256;
[[nodiscard]] std::vector<double> betweenness(const ActorTies& ties);

}  // namespace dateline
