// The view of events with their actors.
#include <algorithm>
#include <map>
#include <tuple>

#include "graph/timeline.hpp"
#include "render/diagram_node.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr int kEventColumn = 1;

std::vector<Vertex> events_in_order(const KnowledgeGraph& graph) {
  const Timeline timeline = timeline_of(graph);
  std::vector<Vertex> events;
  for (const TimelineEntry& entry : timeline.dated) events.push_back(entry.event);
  for (const TimelineEntry& entry : timeline.undated) events.push_back(entry.event);
  return events;
}

// The main events, then those that more sources tell, then those with more actors; in their old order.
std::vector<Vertex> most_important(const KnowledgeGraph& graph, std::vector<Vertex> events,
                                   std::size_t most) {
  if (events.size() <= most) return events;
  std::vector<std::pair<std::tuple<bool, std::uint32_t, std::size_t>, std::size_t>> ranked;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& event = std::get<EventNode>(graph[events[i]]);
    ranked.push_back({{event.facts.core, event.sources, parts_of(graph, events[i]).size()}, i});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  ranked.resize(most);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<Vertex> kept;
  for (const auto& [rank, index] : ranked) kept.push_back(events[index]);
  return kept;
}

// Who acts in what, in the order of the events.
struct Casting {
  Vertex actor;
  std::size_t event;  // index in the order of the events
  Role role;
};

struct ActorPlace {
  std::string id;
  int balance = 0;  // above 0: acts more than it is acted upon
  std::size_t drawn = 0;
};

std::size_t events_of(const KnowledgeGraph& graph, Vertex actor) {
  std::size_t events = 0;
  for (auto [e, end] = boost::out_edges(actor, graph.graph()); e != end; ++e)
    events += graph.graph()[*e].relation <= Relation::Other ? 1U : 0U;
  return events;
}

// Actors in the order of their first events, each with its side; `order` gets the vertices of the nodes.
std::vector<DiagramNode> actor_nodes(const KnowledgeGraph& graph, const std::vector<Casting>& castings,
                                     const Theme& theme, std::map<Vertex, ActorPlace>& places,
                                     std::vector<Vertex>& order) {
  for (const Casting& casting : castings) {
    const auto [place, added] = places.try_emplace(casting.actor);
    if (added) order.push_back(casting.actor);
    place->second.balance += casting.role == Role::Agent ? 1 : -1;
    ++place->second.drawn;
  }
  std::stable_sort(order.begin(), order.end(), [&places](Vertex a, Vertex b) {
    return (places[a].balance > 0) > (places[b].balance > 0);
  });
  std::vector<DiagramNode> nodes;
  for (const Vertex v : order) {
    const auto& actor = std::get<EntityNode>(graph[v]);
    ActorPlace& place = places[v];
    place.id = node_id('a', nodes.size() + 1, actor.facts.name);
    const std::size_t events = events_of(graph, v);
    const std::string folded = events > place.drawn ? "+" + counted(events - place.drawn, "event") : "";
    nodes.push_back(actor_node(actor, place.id, folded, theme));
    nodes.back().column = place.balance > 0 ? 0 : 2;
  }
  return nodes;
}

std::string note_of(std::size_t shown, std::size_t all) {
  if (all == 0) return "No events";
  std::string note =
      "Blue arrows lead from those who act, orange ones to those acted upon; dashed: named otherwise";
  if (shown < all)
    note += "\n" + std::to_string(shown) + " of " + counted(all, "event") + ", the main ones first";
  return note;
}

}  // namespace

Diagram events_diagram(const KnowledgeGraph& graph, const DiagramStyle& style) {
  const Theme& theme = *style.theme;
  Diagram diagram = titled_diagram(title_words(graph), style);
  diagram.ordered_column = kEventColumn;
  const std::vector<Vertex> all = events_in_order(graph);
  constexpr std::size_t kUsualEvents = 60;
  const std::vector<Vertex> events = most_important(graph, all, style.top == 0 ? kUsualEvents : style.top);
  diagram.note = note_of(events.size(), all.size());
  std::vector<Casting> castings;
  std::vector<DiagramNode> event_nodes;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& event = std::get<EventNode>(graph[events[i]]);
    event_nodes.push_back(
        event_node(graph, events[i], node_id('e', i + 1, to_string(event.facts.type)), theme));
    event_nodes.back().column = kEventColumn;
    for (const Part& part : parts_of(graph, events[i])) castings.push_back({part.actor, i, part.role});
  }
  std::map<Vertex, ActorPlace> places;
  std::vector<Vertex> actors;
  diagram.nodes = actor_nodes(graph, castings, theme, places, actors);
  add_clusters(graph, actors, style.clusters, diagram);
  const auto right = std::partition_point(diagram.nodes.begin(), diagram.nodes.end(),
                                          [](const DiagramNode& node) { return node.column == 0; });
  diagram.nodes.insert(right, event_nodes.begin(), event_nodes.end());
  for (const Casting& casting : castings)
    diagram.edges.push_back(part_edge(std::get<EntityNode>(graph[casting.actor]), places[casting.actor].id,
                                      event_nodes[casting.event].id, casting.role, theme));
  return diagram;
}

}  // namespace dateline
