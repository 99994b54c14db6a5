#include "graph/select.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <boost/graph/filtered_graph.hpp>

#include "graph/name.hpp"
#include "graph/order.hpp"

namespace dateline {
namespace {

using Graph = KnowledgeGraph::Graph;
using Vertex = KnowledgeGraph::Vertex;

// Whether a vertex is known under a wanted name; a person also under the last of their names.
bool answers_to(const EntityNode& entity, const std::set<std::string>& wanted) {
  const std::string name = folded_name(entity.facts.name);
  if (wanted.contains(name)) return true;
  const auto words = words_of_name(name);
  if (entity.facts.kind == EntityKind::Person && !words.empty() && wanted.contains(std::string(words.back())))
    return true;
  return std::ranges::any_of(entity.facts.aliases,
                             [&](const std::string& alias) { return wanted.contains(folded_name(alias)); });
}

std::set<std::string> folded(const std::vector<std::string>& names) {
  std::set<std::string> out;
  for (const std::string& name : names) out.insert(folded_name(name));
  return out;
}

bool within(const std::optional<RecordWhen>& when, const Selection& s) {
  if (!s.from && !s.to) return true;
  if (!when || !when->days) return false;
  const DateInterval& days = *when->days;
  if (s.from && days.end && *days.end <= *s.from) return false;
  return !(s.to && days.begin && *days.begin > *s.to);
}

class Wanted {
 public:
  Wanted(const KnowledgeGraph& g, const Selection& s)
      : g_(g), s_(s), actors_(folded(s.actors)), places_(folded(s.places)) {}

  [[nodiscard]] bool operator()(Vertex v) const {
    const EventNode& e = std::get<EventNode>(g_[v]);
    return e.sources >= s_.min_sources && (!s_.core_only || e.facts.core) && within(e.facts.when, s_) &&
           (s_.types.empty() || std::ranges::find(s_.types, e.facts.type) != s_.types.end()) &&
           (actors_.empty() || has_actor(e)) && (places_.empty() || has_place(e));
  }

 private:
  [[nodiscard]] bool has_actor(const EventNode& e) const {
    return std::ranges::any_of(e.facts.participants, [this](const RecordParticipant& p) {
      const auto v = g_.find(p.actor);
      return v && answers_to(std::get<EntityNode>(g_[*v]), actors_);
    });
  }
  [[nodiscard]] bool has_place(const EventNode& e) const {
    if (!e.facts.place) return false;
    const RecordPlace& place = *e.facts.place;
    if (places_.contains(folded_name(place.name))) return true;
    if (place.country && places_.contains(folded_name(*place.country))) return true;
    const auto v = g_.find(place.actor);
    if (!v) return false;
    const EntityNode& entity = std::get<EntityNode>(g_[*v]);
    return (entity.facts.country && places_.contains(folded_name(*entity.facts.country))) ||
           answers_to(entity, places_);
  }

  const KnowledgeGraph& g_;
  const Selection& s_;
  std::set<std::string> actors_;
  std::set<std::string> places_;
};

// The selected events, what they are linked with, and who tells of them.
std::vector<bool> kept_vertices(const KnowledgeGraph& g, const Selection& selection) {
  const Wanted wanted(g, selection);
  std::vector<bool> kept(num_vertices(g.graph()), false);
  for (const Vertex v : g.events()) {
    if (!wanted(v)) continue;
    kept[v] = true;
    for (auto [e, end] = in_edges(v, g.graph()); e != end; ++e)
      if (is_tie(g.graph()[*e].relation)) kept[source(*e, g.graph())] = true;
    for (auto [e, end] = out_edges(v, g.graph()); e != end; ++e)
      if (g.graph()[*e].relation == Relation::Place) kept[target(*e, g.graph())] = true;
    const auto& voice = std::get<EventNode>(g[v]).facts.attribution;
    if (const auto speaker = voice ? g.find(*voice) : std::nullopt) kept[*speaker] = true;
  }
  return kept;
}

}  // namespace

bool Selection::selects_all() const {
  return !from && !to && actors.empty() && types.empty() && places.empty() && min_sources <= 1 && !core_only;
}

KnowledgeGraph select(const KnowledgeGraph& graph, const Selection& selection) {
  if (selection.selects_all()) return graph;
  const std::vector<bool> kept = kept_vertices(graph, selection);
  const auto stays = [&kept](Vertex v) { return kept[v]; };
  const auto holds = [&graph](KnowledgeGraph::Edge e) {
    return graph.graph()[e].relation != Relation::Before;
  };
  const boost::filtered_graph view(graph.graph(), std::function<bool(KnowledgeGraph::Edge)>(holds),
                                   std::function<bool(Vertex)>(stays));
  KnowledgeGraph selected;
  std::vector<Vertex> copy(kept.size());
  for (auto [v, end] = vertices(view); v != end; ++v) copy[*v] = selected.add(view[*v]);
  for (auto [e, end] = edges(view); e != end; ++e)
    selected.link(copy[source(*e, view)], copy[target(*e, view)], view[*e]);
  link_before(selected);
  selected.set_records(graph.records());
  return selected;
}

}  // namespace dateline
