#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <cassert>

namespace dateline {
namespace {

constexpr Relation kRelations[] = {Relation::Agent, Relation::Target, Relation::Other,
                                   Relation::Place, Relation::Before, Relation::Becomes};

bool is_event(const Node& node) { return std::holds_alternative<EventNode>(node); }

[[maybe_unused]] bool ends_fit(const Node& from, const Node& to, Relation relation) {
  switch (relation) {
    case Relation::Place: return is_event(from) && !is_event(to);
    case Relation::Before:
    case Relation::Becomes: return is_event(from) && is_event(to);
    default: return !is_event(from) && is_event(to);
  }
}

void join(std::vector<Member>& members, std::vector<Member> more) {
  members.insert(members.end(), more.begin(), more.end());
  std::ranges::sort(members);
  const auto rest = std::ranges::unique(members);
  members.erase(rest.begin(), rest.end());
}

}  // namespace

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::Agent: return "agent";
    case Relation::Target: return "target";
    case Relation::Other: return "other";
    case Relation::Place: return "place";
    case Relation::Before: return "before";
    case Relation::Becomes: return "becomes";
  }
  return {};
}

std::optional<Relation> relation_from(std::string_view name) {
  for (const Relation relation : kRelations)
    if (to_string(relation) == name) return relation;
  return std::nullopt;
}

const std::string& key_of(const Node& node) {
  return std::visit([](const auto& n) -> const std::string& { return n.key; }, node);
}

KnowledgeGraph::Vertex KnowledgeGraph::add(Node node) {
  assert(!find(key_of(node)));
  const Vertex v = boost::add_vertex(*graph_);
  (*graph_)[v] = std::move(node);
  std::vector<Vertex>& by_key = is_event((*graph_)[v]) ? events_by_key_ : entities_by_key_;
  by_key.insert(place_of(by_key, key_of((*graph_)[v])), v);
  return v;
}

void KnowledgeGraph::link(Vertex from, Vertex to, Link link) {
  assert(ends_fit((*graph_)[from], (*graph_)[to], link.relation));
  // The shorter list is searched: an actor may stand in very many events, an event knows few actors.
  const auto join_one_of = [&](auto edges) {
    for (auto [e, end] = edges; e != end; ++e) {
      if (source(*e, *graph_) != from || target(*e, *graph_) != to || (*graph_)[*e].relation != link.relation)
        continue;
      join((*graph_)[*e].members, link.members);
      return true;
    }
    return false;
  };
  const bool joined = out_degree(from, *graph_) < in_degree(to, *graph_)
                          ? join_one_of(out_edges(from, *graph_))
                          : join_one_of(in_edges(to, *graph_));
  if (joined) return;
  join(link.members, {});
  boost::add_edge(from, to, std::move(link), *graph_);
}

void KnowledgeGraph::set_records(std::vector<Record> records) {
  assert(std::ranges::adjacent_find(records, [](const Record& a, const Record& b) {
           return a.article.id >= b.article.id;
         }) == records.end());
  records_ = std::move(records);
}

std::vector<KnowledgeGraph::Vertex>::const_iterator KnowledgeGraph::place_of(
    const std::vector<Vertex>& by_key, std::string_view key) const {
  return std::ranges::lower_bound(by_key, key, {},
                                  [this](Vertex v) { return std::string_view(key_of((*graph_)[v])); });
}

std::optional<KnowledgeGraph::Vertex> KnowledgeGraph::find(std::string_view key) const {
  for (const std::vector<Vertex>* by_key : {&entities_by_key_, &events_by_key_})
    if (const auto at = place_of(*by_key, key); at != by_key->end() && key_of((*graph_)[*at]) == key)
      return *at;
  return std::nullopt;
}

}  // namespace dateline
