// The view of how two actors are connected.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "render/diagram_node.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr std::size_t kMostBetween = 8;  // entities abreast
constexpr std::size_t kMostEvents = 4;   // that join two of them

// What lies on the shortest ways, step by step from one end to the other: entities and events in turn.
using Way = std::vector<Vertices>;

// Entities on both sides of an event, or events on both sides of an entity.
Vertices tied_to(const KnowledgeGraph& graph, Vertex v) {
  Vertices found;
  for (auto [e, end] = boost::in_edges(v, graph.graph()); e != end; ++e)
    if (is_tie(graph.graph()[*e].relation)) found.push_back(boost::source(*e, graph.graph()));
  for (auto [e, end] = boost::out_edges(v, graph.graph()); e != end; ++e)
    if (is_tie(graph.graph()[*e].relation)) found.push_back(boost::target(*e, graph.graph()));
  std::ranges::sort(found);  // an entity may have several parts in an event
  const auto rest = std::ranges::unique(found);
  found.erase(rest.begin(), rest.end());
  return found;
}

// The most important of each step first: entities with the most events; main events, with the most sources.
void sort_step(const KnowledgeGraph& graph, Vertices& step) {
  std::map<Vertex, std::tuple<bool, std::size_t>> weight;
  for (const Vertex v : step) {
    const auto* const event = std::get_if<EventNode>(&graph[v]);
    weight[v] = event ? std::tuple(event->facts.core, std::size_t{event->sources})
                      : std::tuple(false, tied_to(graph, v).size());
  }
  std::sort(step.begin(), step.end(), [&](Vertex a, Vertex b) {
    return weight[a] != weight[b] ? weight[a] > weight[b] : key_of(graph[a]) < key_of(graph[b]);
  });
}

// Empty where no events connect them.
Way way_of(const KnowledgeGraph& graph, const Vertices& from, const Vertices& to) {
  const std::vector<std::size_t> here = steps_from(graph, from);
  const std::vector<std::size_t> there = steps_from(graph, to);
  std::size_t length = kUnconnected;
  for (const Vertex v : to) length = std::min(length, here[v]);
  if (length == kUnconnected) return {};
  Way way(length + 1);
  for (Vertex v = 0; v < here.size(); ++v)
    if (here[v] != kUnconnected && there[v] != kUnconnected && here[v] + there[v] == length)
      way[here[v]].push_back(v);
  for (Vertices& step : way) sort_step(graph, step);
  return way;
}

// Leaves so few entities a step that the picture can be read. With one step between, each is tied to both
// ends; with more, one way is followed, from each to the most important one that goes on.
void narrow(const KnowledgeGraph& graph, Way& way) {
  bool crowded = false;
  for (std::size_t step = 0; step < way.size(); step += 2)
    crowded = crowded || way[step].size() > kMostBetween;
  if (!crowded) return;
  if (way.size() == 5) {
    way[2].resize(std::min(way[2].size(), kMostBetween));
    return;
  }
  for (std::size_t step = 2; step < way.size(); step += 2) {
    std::set<Vertex> next;
    const Vertices events = tied_to(graph, way[step - 2].front());
    for (const Vertex event : events) {
      const Vertices cast = tied_to(graph, event);
      next.insert(cast.begin(), cast.end());
    }
    const auto first = std::ranges::find_if(way[step], [&](Vertex v) { return next.contains(v); });
    if (first != way[step].end()) way[step] = {*first};
  }
  way.front().resize(1);
}

// Leaves of each step of events those that join the entities left on both sides, kMostEvents for each two of
// them. Returns how many more join them.
std::size_t thin_out_events(const KnowledgeGraph& graph, Way& way) {
  std::size_t left_out = 0;
  for (std::size_t step = 1; step < way.size(); step += 2) {
    const std::set<Vertex> before(way[step - 1].begin(), way[step - 1].end());
    const std::set<Vertex> after(way[step + 1].begin(), way[step + 1].end());
    std::map<std::pair<Vertex, Vertex>, std::size_t> joined;
    Vertices kept;
    for (const Vertex event : way[step]) {
      bool joins = false;
      bool needed = false;
      const Vertices cast = tied_to(graph, event);
      for (const Vertex a : cast)
        for (const Vertex b : cast)
          if (before.contains(a) && after.contains(b)) {
            joins = true;
            needed = ++joined[{a, b}] <= kMostEvents || needed;
          }
      if (needed) kept.push_back(event);
      if (joins && !needed) ++left_out;
    }
    way[step] = std::move(kept);
  }
  return left_out;
}

// Adds nodes step by step, then the edges among them.
class Builder {
 public:
  Builder(const KnowledgeGraph& graph, Diagram& diagram) : graph_(graph), diagram_(diagram) {}

  void add(const Vertices& step, int column, bool end) {
    for (const Vertex v : step) {
      const std::size_t number = ids_.size() + 1;
      if (const auto* const event = std::get_if<EventNode>(&graph_[v])) {
        ids_[v] = node_id('e', number, to_string(event->facts.type));
        diagram_.nodes.push_back(event_node(graph_, v, ids_[v], *diagram_.theme));
        events_.push_back(v);
      } else {
        const auto& entity = std::get<EntityNode>(graph_[v]);
        ids_[v] = node_id('a', number, entity.facts.name);
        diagram_.nodes.push_back(
            actor_node(entity, ids_[v], counted(tied_to(graph_, v).size(), "event"), *diagram_.theme));
        diagram_.nodes.back().bold = end;
      }
      diagram_.nodes.back().column = column;
    }
  }

  void add_edges() {
    for (const Vertex event : events_) {
      std::set<Vertex> drawn;
      for (const Part& part : parts_of(graph_, event)) {
        drawn.insert(part.actor);
        add_edge(event, part.actor, part.role);
      }
      for (const Vertex v : tied_to(graph_, event))
        if (drawn.insert(v).second) add_edge(event, v, Role::Other);  // where it was
    }
  }

 private:
  void add_edge(Vertex event, Vertex entity, Role role) {
    const auto found = ids_.find(entity);
    if (found == ids_.end()) return;
    diagram_.edges.push_back(part_edge(std::get<EntityNode>(graph_[entity]), found->second, ids_.at(event),
                                       role, *diagram_.theme));
  }

  const KnowledgeGraph& graph_;
  Diagram& diagram_;
  std::map<Vertex, std::string> ids_;
  Vertices events_;
};

std::size_t entities_on(const Way& way) {
  std::size_t count = 0;
  for (std::size_t step = 0; step < way.size(); step += 2) count += way[step].size();
  return count;
}

}  // namespace

Diagram path_diagram(const KnowledgeGraph& graph, const DiagramStyle& style) {
  const Vertices from = asked_for(graph, style.connect.at(0));
  const Vertices to = asked_for(graph, style.connect.at(1));
  const auto name = [&](Vertex v) { return printable(std::get<EntityNode>(graph[v]).facts.name); };
  Diagram diagram =
      titled_diagram("How " + name(from.front()) + " and " + name(to.front()) + " are connected", style);
  diagram.downwards = true;
  Builder builder(graph, diagram);
  Way way = way_of(graph, from, to);
  if (way.size() < 2) {
    diagram.note = way.empty() ? "No events connect them" : "Both names are the same actor's";
    builder.add({from.front()}, 0, true);
    if (way.empty()) builder.add({to.front()}, 2, true);
    return diagram;
  }
  const std::size_t steps = way.size() / 2;
  const std::size_t all = entities_on(way);
  narrow(graph, way);
  const std::size_t left_out = thin_out_events(graph, way);
  for (std::size_t step = 0; step < way.size(); ++step)
    builder.add(way[step], static_cast<int>(step), step == 0 || step + 1 == way.size());
  builder.add_edges();
  diagram.note = "Connected in " + counted(steps, "step");
  if (const std::size_t gone = all - entities_on(way); gone > 0)
    diagram.note += "; " + std::to_string(gone) + " more as near left out";
  if (left_out > 0) diagram.note += "; " + counted(left_out, "further event") + " left out";
  return diagram;
}

}  // namespace dateline
