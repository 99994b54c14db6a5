#include "graph/actor_ties.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

// The actors of one event by role: agents, targets, others; each list by name and key.
using Cast = std::array<std::vector<Vertex>, 3>;

Cast cast_of(const KnowledgeGraph& graph, Vertex event) {
  Cast cast;
  for (auto [e, end] = boost::in_edges(event, graph.graph()); e != end; ++e) {
    const Relation relation = graph.graph()[*e].relation;
    if (relation <= Relation::Other)
      cast[static_cast<std::size_t>(relation)].push_back(boost::source(*e, graph.graph()));
  }
  for (std::vector<Vertex>& role : cast) {
    std::sort(role.begin(), role.end(), [&graph](Vertex a, Vertex b) {
      const auto& first = std::get<EntityNode>(graph[a]);
      const auto& second = std::get<EntityNode>(graph[b]);
      return std::tie(first.facts.name, first.key) < std::tie(second.facts.name, second.key);
    });
    if (role.size() > kMostParts) role.resize(kMostParts);
  }
  return cast;
}

void tie_cast(const Cast& cast, Vertex event, const std::map<Vertex, std::size_t>& index_of,
              std::vector<Tie>& ties) {
  const auto& [agents, targets, others] = cast;
  const std::size_t before = ties.size();
  const auto tie = [&](Vertex from, Vertex to, TieKind kind) {
    if (from != to) ties.push_back({index_of.at(from), index_of.at(to), kind, event});
  };
  for (const Vertex agent : agents)
    for (const Vertex target : targets) tie(agent, target, TieKind::Acts);
  for (std::size_t i = 0; i < agents.size() && targets.empty(); ++i)
    for (std::size_t k = i + 1; k < agents.size(); ++k) {
      const auto [from, to] = std::minmax(
          agents[i], agents[k], [&index_of](Vertex a, Vertex b) { return index_of.at(a) < index_of.at(b); });
      tie(from, to, TieKind::Together);
    }
  if (ties.size() > before) return;
  for (const Vertex other : others) {
    for (const Vertex agent : agents) tie(agent, other, TieKind::Named);
    for (const Vertex target : targets) tie(target, other, TieKind::Named);
  }
}

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(const ActorTies& ties) {
  Neighbours neighbours(ties.actors.size());
  for (const Tie& tie : ties.ties) {
    neighbours[tie.from].push_back(static_cast<std::uint32_t>(tie.to));
    neighbours[tie.to].push_back(static_cast<std::uint32_t>(tie.from));
  }
  for (auto& list : neighbours) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return neighbours;
}

// Adds to `sums` what the shortest ways from `start` to all others pass through.
void add_dependencies(const Neighbours& neighbours, std::size_t start, std::vector<double>& sums) {
  const std::size_t size = neighbours.size();
  std::vector<int> distance(size, -1);
  std::vector<double> ways(size, 0);
  std::vector<double> dependency(size, 0);
  std::vector<std::size_t> order{start};
  distance[start] = 0;
  ways[start] = 1;
  for (std::size_t next = 0; next < order.size(); ++next) {
    const std::size_t v = order[next];
    for (const std::size_t w : neighbours[v]) {
      if (distance[w] < 0) {
        distance[w] = distance[v] + 1;
        order.push_back(w);
      }
      if (distance[w] == distance[v] + 1) ways[w] += ways[v];
    }
  }
  for (std::size_t i = order.size(); i-- > 1;) {
    const std::size_t w = order[i];
    for (const std::size_t v : neighbours[w])
      if (distance[v] + 1 == distance[w]) dependency[v] += ways[v] / ways[w] * (1 + dependency[w]);
    sums[w] += dependency[w];
  }
}

}  // namespace

ActorTies actor_ties(const KnowledgeGraph& graph) {
  ActorTies result;
  const std::vector<Vertex> events = graph.events();
  std::map<Vertex, std::size_t> count;
  std::vector<Cast> casts;
  for (const Vertex event : events) {
    casts.push_back(cast_of(graph, event));
    std::set<Vertex> met;
    for (const std::vector<Vertex>& role : casts.back()) met.insert(role.begin(), role.end());
    for (const Vertex actor : met) ++count[actor];
  }
  std::map<Vertex, std::size_t> index_of;
  for (const Vertex actor : graph.entities()) {
    const auto found = count.find(actor);
    if (found == count.end()) continue;
    index_of[actor] = result.actors.size();
    result.actors.push_back(actor);
    result.events.push_back(found->second);
  }
  for (std::size_t i = 0; i < events.size(); ++i) tie_cast(casts[i], events[i], index_of, result.ties);
  return result;
}

std::vector<double> betweenness(const ActorTies& ties) {
  const Neighbours neighbours = neighbours_of(ties);
  const std::size_t size = neighbours.size();
  std::vector<double> sums(size, 0);
  const std::size_t pivots = std::min(size, kMostPivots);
  for (std::size_t i = 0; i < pivots; ++i) add_dependencies(neighbours, i * size / pivots, sums);
  // Each pair is met from both its ends.
  for (double& sum : sums) sum *= static_cast<double>(size) / static_cast<double>(pivots) / 2;
  return sums;
}

}  // namespace dateline
