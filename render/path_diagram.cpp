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

constexpr std::size_t kMostBetween = 8;  // actors abreast
constexpr std::size_t kMostEvents = 4;   // that join two of them

// The actors on the shortest ways, step by step from one end to the other.
using Way = std::vector<std::vector<std::size_t>>;

Way way_of(const std::vector<std::size_t>& from_here, const std::vector<std::size_t>& from_there, std::size_t there,
           const std::vector<std::size_t>& importance) {
  const std::size_t length = from_here[there];
  Way way(length + 1);
  for (const std::size_t i : importance)
    if (from_here[i] != kUntied && from_there[i] != kUntied && from_here[i] + from_there[i] == length)
      way[from_here[i]].push_back(i);
  return way;
}

// Leaves so few actors a step that the picture can be read. With one step between, each is tied to both ends; with
// more, one way is followed, from each actor to the most important one that goes on.
void narrow(const ActorTies& ties, Way& way) {
  if (way.size() == 3 && way[1].size() > kMostBetween) way[1].resize(kMostBetween);
  const bool crowded = std::any_of(way.begin(), way.end(),
                                   [](const auto& step) { return step.size() > kMostBetween; });
  if (way.size() <= 3 || !crowded) return;
  std::set<std::pair<std::size_t, std::size_t>> tied;
  for (const Tie& tie : ties.ties) {
    tied.insert({tie.from, tie.to});
    tied.insert({tie.to, tie.from});
  }
  for (std::size_t step = 1; step < way.size(); ++step) {
    const auto next = std::find_if(way[step].begin(), way[step].end(), [&](std::size_t i) {
      return tied.contains({way[step - 1].front(), i});
    });
    way[step] = {*next};
  }
}

// Events that tie an actor of one step to one of the next; by step, in the order of their keys.
std::vector<std::vector<Vertex>> joining_events(const KnowledgeGraph& graph, const ActorTies& ties, const Way& way,
                                                std::size_t& left_out) {
  std::map<std::size_t, std::size_t> step_of;
  for (std::size_t step = 0; step < way.size(); ++step)
    for (const std::size_t i : way[step]) step_of[i] = step;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::vector<Vertex>> joining;
  for (const Tie& tie : ties.ties) {
    const auto from = step_of.find(tie.from);
    const auto to = step_of.find(tie.to);
    if (from == step_of.end() || to == step_of.end()) continue;
    const auto [low, high] = std::minmax(from->second, to->second);
    if (high != low + 1) continue;
    const auto pair = from->second == low ? std::pair(tie.from, tie.to) : std::pair(tie.to, tie.from);
    joining[{low, pair.first, pair.second}].push_back(tie.event);
  }
  std::vector<std::vector<Vertex>> events(way.size());
  for (auto& [between, list] : joining) {
    std::stable_sort(list.begin(), list.end(), [&graph](Vertex a, Vertex b) {
      const auto& first = std::get<EventNode>(graph[a]);
      const auto& second = std::get<EventNode>(graph[b]);
      return std::tie(second.facts.core, second.sources) < std::tie(first.facts.core, first.sources);
    });
    if (list.size() > kMostEvents) {
      left_out += list.size() - kMostEvents;
      list.resize(kMostEvents);
    }
    auto& all = events[std::get<0>(between)];
    for (const Vertex v : list)
      if (std::find(all.begin(), all.end(), v) == all.end()) all.push_back(v);
  }
  return events;
}

// Adds the nodes of one step: its actors, and the events that lead on; edges to those of the step before.
class Builder {
 public:
  Builder(const KnowledgeGraph& graph, const ActorTies& ties, Diagram& diagram)
      : graph_(graph), ties_(ties), diagram_(diagram) {}

  void add_actors(const std::vector<std::size_t>& actors, int column, bool end) {
    for (const std::size_t i : actors) {
      const auto& actor = std::get<EntityNode>(graph_[ties_.actors[i]]);
      const std::string id = node_id('a', ++actors_, actor.facts.name);
      ids_[ties_.actors[i]] = id;
      diagram_.nodes.push_back(actor_node(actor, id, counted(ties_.events[i], "event"), *diagram_.theme));
      diagram_.nodes.back().column = column;
      diagram_.nodes.back().bold = end;
    }
  }

  void add_events(const std::vector<Vertex>& events, int column) {
    for (const Vertex v : events) {
      const auto& event = std::get<EventNode>(graph_[v]);
      const std::string id = node_id('e', ++events_, to_string(event.facts.type));
      diagram_.nodes.push_back(event_node(graph_, v, id, *diagram_.theme));
      diagram_.nodes.back().column = column;
      shown_.emplace_back(v, id);
    }
  }

  void add_edges() {
    for (const auto& [event, id] : shown_)
      for (const Part& part : parts_of(graph_, event))
        if (const auto actor = ids_.find(part.actor); actor != ids_.end())
          diagram_.edges.push_back(part_edge(std::get<EntityNode>(graph_[part.actor]), actor->second, id,
                                             part.role, *diagram_.theme));
  }

 private:
  const KnowledgeGraph& graph_;
  const ActorTies& ties_;
  Diagram& diagram_;
  std::map<Vertex, std::string> ids_;
  std::vector<std::pair<Vertex, std::string>> shown_;
  std::size_t actors_ = 0;
  std::size_t events_ = 0;
};

}  // namespace

Diagram path_diagram(const KnowledgeGraph& graph, const DiagramStyle& style) {
  const ActorTies ties = actor_ties(graph);
  const std::size_t here = actor_named(graph, ties, style.from);
  const std::size_t there = actor_named(graph, ties, style.to);
  const auto name = [&](std::size_t i) { return printable(std::get<EntityNode>(graph[ties.actors[i]]).facts.name); };
  Diagram diagram = titled_diagram("How " + name(here) + " and " + name(there) + " are connected", style);
  Builder builder(graph, ties, diagram);
  const std::vector<std::size_t> steps = steps_from(ties, here);
  if (here == there || steps[there] == kUntied) {
    diagram.note = here == there ? "Both names are the same actor's" : "No events connect them";
    builder.add_actors({here}, 0, true);
    if (here != there) builder.add_actors({there}, 2, true);
    return diagram;
  }
  Way way = way_of(steps, steps_from(ties, there), there, actors_by_importance(ties, style.ranking));
  std::size_t actors = 0;
  for (const auto& step : way) actors += step.size();
  narrow(ties, way);
  for (const auto& step : way) actors -= step.size();
  std::size_t left_out = 0;
  const auto events = joining_events(graph, ties, way, left_out);
  for (std::size_t step = 0; step < way.size(); ++step) {
    const int column = 2 * static_cast<int>(step);
    builder.add_actors(way[step], column, step == 0 || step + 1 == way.size());
    builder.add_events(events[step], column + 1);
  }
  builder.add_edges();
  diagram.note = "Connected in " + counted(steps[there], "step");
  if (actors > 0) diagram.note += "; " + counted(actors, "further actor") + " as near left out";
  if (left_out > 0) diagram.note += "; " + counted(left_out, "further event") + " left out";
  return diagram;
}

}  // namespace dateline
