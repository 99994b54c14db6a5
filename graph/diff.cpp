#include "graph/diff.hpp"

#include <algorithm>
#include <set>

#include "graph/changed_fields.hpp"
#include "graph/match.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;
// "The police" is named anew in every version; what changes about them stands with their events.
bool counts(const Node& node) {
  const auto* const entity = std::get_if<EntityNode>(&node);
  return entity == nullptr || !is_description(entity->facts.name);
}

template <typename Facts>
Changes<Facts> changes_of(const Revision& revision, const std::vector<Vertex>& old_vertices,
                          const std::vector<Vertex>& new_vertices, const std::vector<VertexPair>& matched,
                          const Translation& translation) {
  const KnowledgeGraph& old_graph = revision.text(Version::Before).graph();
  const KnowledgeGraph& new_graph = revision.text(Version::After).graph();
  Changes<Facts> changes;
  std::set<Vertex> old_matched;
  std::set<Vertex> new_matched;
  for (const auto& [a, b] : matched) {
    old_matched.insert(a);
    new_matched.insert(b);
    if (!counts(old_graph[a]) || !counts(new_graph[b])) continue;
    const Facts& before = std::get<Facts>(old_graph[a]);
    const Facts& after = std::get<Facts>(new_graph[b]);
    if (auto fields = changed_fields(before, after, translation, revision); fields.empty())
      ++changes.same;
    else
      changes.changed.push_back({before, after, std::move(fields)});
  }
  const auto left_over = [&](Version side, const std::vector<Vertex>& vertices, const std::set<Vertex>& taken,
                             std::vector<Facts>& out) {
    const KnowledgeGraph& g = revision.text(side).graph();
    for (const Vertex v : vertices) {
      if (taken.contains(v) || !counts(g[v])) continue;
      if (const Facts& node = std::get<Facts>(g[v]); is_told_elsewhere(node, side, revision))
        ++changes.same;
      else
        out.push_back(node);
    }
  };
  left_over(Version::Before, old_vertices, old_matched, changes.removed);
  left_over(Version::After, new_vertices, new_matched, changes.added);
  return changes;
}

std::vector<std::string> ids_of(const KnowledgeGraph& g) {
  std::vector<std::string> ids;
  for (const Record& record : g.records()) ids.push_back(record.article.id);
  return ids;
}

std::map<std::string, std::string> names_of(const KnowledgeGraph& g) {
  std::map<std::string, std::string> names;
  for (const Vertex v : g.entities()) names[key_of(g[v])] = std::get<EntityNode>(g[v]).facts.name;
  return names;
}

}  // namespace

bool GraphDiff::empty() const {
  const auto none = [](const auto& changes) {
    return changes.added.empty() && changes.removed.empty() && changes.changed.empty();
  };
  return none(events) && none(actors);
}

GraphDiff diff(const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph) {
  const Revision revision(old_graph, new_graph);
  const auto actors = match_actors(old_graph, new_graph);
  const auto events = match_events(revision, actors);
  Translation translation;
  for (const auto& [a, b] : actors) translation[key_of(old_graph[a])] = key_of(new_graph[b]);
  return {
      .old_ids = ids_of(old_graph),
      .new_ids = ids_of(new_graph),
      .events = changes_of<EventNode>(revision, old_graph.events(), new_graph.events(), events, translation),
      .actors =
          changes_of<EntityNode>(revision, old_graph.entities(), new_graph.entities(), actors, translation),
      .old_names = names_of(old_graph),
      .new_names = names_of(new_graph)};
}

}  // namespace dateline
