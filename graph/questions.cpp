#include "graph/questions.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include "graph/name.hpp"
#include "graph/order.hpp"

namespace dateline {
namespace {

using Graph = KnowledgeGraph::Graph;
using Vertex = KnowledgeGraph::Vertex;
// Ties without what they say, followed both ways; the same vertices as the graph they are of.
using Ties = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

// Edges of one kind: those that order events, or ties.
struct OfKind {
  const Graph* graph = nullptr;
  bool before = false;
  bool operator()(const KnowledgeGraph::Edge& e) const {
    const Relation relation = (*graph)[e].relation;
    return before ? relation == Relation::Before : is_tie(relation);
  }
};
using View = boost::filtered_graph<Graph, OfKind>;

View view_of(const KnowledgeGraph& g, bool before) { return {g.graph(), OfKind{&g.graph(), before}}; }

bool by_key(const KnowledgeGraph& g, Vertex a, Vertex b) { return key_of(g[a]) < key_of(g[b]); }

// Edges in the order of the keys of their ends, so that searches meet the first keys first.
Ties ties_of(const KnowledgeGraph& g) {
  const View view = view_of(g, false);
  std::vector<std::pair<Vertex, Vertex>> ends;
  for (auto [e, end] = edges(view); e != end; ++e) {
    const Vertex a = source(*e, view);
    const Vertex b = target(*e, view);
    ends.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::ranges::sort(ends, [&](const auto& x, const auto& y) {
    return std::tie(key_of(g[x.first]), key_of(g[x.second])) <
           std::tie(key_of(g[y.first]), key_of(g[y.second]));
  });
  const auto rest = std::ranges::unique(ends);
  ends.erase(rest.begin(), rest.end());
  Ties ties(num_vertices(g.graph()));
  for (const auto& [a, b] : ends) add_edge(a, b, ties);
  return ties;
}

// Steps from the nearest of some vertices, and the vertex that each was reached from.
struct Reach {
  std::vector<std::size_t> steps;
  std::vector<Vertex> from;

  Reach(const Ties& ties, const Vertices& starts)
      : steps(num_vertices(ties), kUnconnected), from(num_vertices(ties)) {
    for (std::size_t v = 0; v < from.size(); ++v) from[v] = v;
    std::vector<boost::default_color_type> colors(num_vertices(ties), boost::white_color);
    boost::queue<Vertex> queue;
    for (const Vertex start : starts) steps[start] = 0;
    const auto visitor =
        boost::make_bfs_visitor(std::pair(boost::record_distances(steps.data(), boost::on_tree_edge()),
                                          boost::record_predecessors(from.data(), boost::on_tree_edge())));
    boost::breadth_first_visit(ties, starts.begin(), starts.end(), queue, visitor, colors.data());
  }
};

bool answers_to(const EntityNode& entity, const std::string& folded) {
  const std::string name = folded_name(entity.facts.name);
  if (name == folded) return true;
  const auto words = words_of_name(name);
  if (entity.facts.kind == EntityKind::Person && !words.empty() && words.back() == folded) return true;
  return std::ranges::any_of(entity.facts.aliases,
                             [&](const std::string& alias) { return folded_name(alias) == folded; });
}

}  // namespace

Vertices entities_named(const KnowledgeGraph& g, std::string_view name) {
  const std::string folded = folded_name(name);
  Vertices found;
  for (const Vertex v : g.entities())
    if (answers_to(std::get<EntityNode>(g[v]), folded)) found.push_back(v);
  return found;
}

Vertices connection(const KnowledgeGraph& g, Vertex from, Vertex to) {
  return connection(g, Vertices{from}, Vertices{to});
}

Vertices connection(const KnowledgeGraph& g, const Vertices& from, const Vertices& to) {
  if (from.empty() || to.empty()) return {};
  const Reach reach(ties_of(g), from);
  Vertex nearest = to.front();
  for (const Vertex v : to)
    if (std::tuple(reach.steps[v], key_of(g[v])) < std::tuple(reach.steps[nearest], key_of(g[nearest])))
      nearest = v;
  if (reach.steps[nearest] == kUnconnected) return {};
  Vertices way{nearest};
  while (reach.from[way.back()] != way.back()) way.push_back(reach.from[way.back()]);
  std::ranges::reverse(way);
  return way;
}

Vertices neighbourhood(const KnowledgeGraph& g, const Vertices& from, std::size_t hops) {
  const Reach reach(ties_of(g), from);
  Vertices found;
  for (Vertex v = 0; v < reach.steps.size(); ++v)
    if (reach.steps[v] <= hops) found.push_back(v);
  return found;
}

std::vector<std::size_t> steps_from(const KnowledgeGraph& g, const Vertices& from) {
  return Reach(ties_of(g), from).steps;
}

std::vector<Vertices> components(const KnowledgeGraph& g) {
  const Ties ties = ties_of(g);
  std::vector<std::size_t> component(num_vertices(ties));
  if (component.empty()) return {};
  std::vector<Vertices> parts(boost::connected_components(ties, component.data()));
  for (Vertex v = 0; v < component.size(); ++v) parts[component[v]].push_back(v);
  for (Vertices& part : parts) std::ranges::sort(part, [&](Vertex a, Vertex b) { return by_key(g, a, b); });
  std::ranges::sort(parts, [&](const Vertices& a, const Vertices& b) {
    return a.size() != b.size() ? a.size() > b.size() : by_key(g, a.front(), b.front());
  });
  return parts;
}

std::vector<Central> central_actors(const KnowledgeGraph& g) {
  const Ties ties = ties_of(g);
  std::vector<double> rank(num_vertices(ties), 0);
  if (rank.empty()) return {};
  boost::graph::page_rank(ties,
                          boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, ties)));
  std::vector<Central> central;
  double sum = 0;  // Boost's ranks sum up to about the number of vertices
  for (const Vertex v : g.entities())
    if (out_degree(v, g.graph()) > 0) {
      central.push_back({v, rank[v]});
      sum += rank[v];
    }
  for (Central& c : central) c.rank /= sum;
  std::ranges::stable_sort(central, std::greater{}, &Central::rank);
  return central;
}

// Kahn's algorithm (1962) rather than boost::topological_sort: of the events that nothing parts it can take
// the one that begins first. That also keeps those of crowded days in order, which lack edges (order.hpp).
Vertices chronology(const KnowledgeGraph& g) {
  const View order = view_of(g, true);
  std::vector<std::size_t> waits(num_vertices(g.graph()), 0);
  const auto place = [&](Vertex v) {
    const DateInterval& days = *std::get<EventNode>(g[v]).facts.when->days;
    return std::tuple(days.begin.value_or(date::sys_days::min()), days.end.value_or(date::sys_days::max()),
                      std::string_view(key_of(g[v])));
  };
  const auto later = [&](Vertex a, Vertex b) { return place(b) < place(a); };
  std::priority_queue<Vertex, Vertices, decltype(later)> ready(later);
  Vertices sorted;
  Vertices undated;
  for (const Vertex v : g.events()) {
    waits[v] = in_degree(v, order);
    const auto& when = std::get<EventNode>(g[v]).facts.when;
    if (!when || !when->days)
      undated.push_back(v);
    else if (waits[v] == 0)
      ready.push(v);
  }
  while (!ready.empty()) {
    const Vertex v = ready.top();
    ready.pop();
    sorted.push_back(v);
    for (auto [e, end] = out_edges(v, order); e != end; ++e)
      if (--waits[target(*e, order)] == 0) ready.push(target(*e, order));
  }
  sorted.insert(sorted.end(), undated.begin(), undated.end());
  return sorted;
}

KnowledgeGraph restricted(const KnowledgeGraph& g, const Vertices& kept) {
  std::vector<bool> stays(num_vertices(g.graph()), false);
  for (const Vertex v : kept) stays[v] = true;
  KnowledgeGraph part;
  std::map<Vertex, Vertex> copy;
  const auto take = [&](const Vertices& all) {
    for (const Vertex v : all)
      if (stays[v]) copy[v] = part.add(g[v]);
  };
  take(g.entities());
  take(g.events());
  const View ties = view_of(g, false);
  for (auto [e, end] = edges(ties); e != end; ++e)
    if (stays[source(*e, ties)] && stays[target(*e, ties)])
      part.link(copy[source(*e, ties)], copy[target(*e, ties)], ties[*e]);
  link_before(part);
  part.set_records(g.records());
  return part;
}

}  // namespace dateline
