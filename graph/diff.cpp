#include "graph/diff.hpp"

#include <algorithm>
#include <set>

#include "graph/figure.hpp"
#include "graph/match.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using Translation = std::map<std::string, std::string>;  // key of an old actor -> of the new one

// What an old actor is called among the new ones; a key that no new actor has where it has gone.
std::string in_new(const Translation& translation, const std::string& key) {
  const auto it = translation.find(key);
  return it == translation.end() ? "-" + key : it->second;
}

// Agents and targets, and what becomes of them.
bool same_participants(const RecordEvent& a, const RecordEvent& b, const Translation& translation) {
  std::map<std::string, Role> before;
  std::map<std::string, Role> after;
  for (const RecordParticipant& p : a.participants) before[in_new(translation, p.actor)] = p.role;
  for (const RecordParticipant& p : b.participants) after[p.actor] = p.role;
  const auto matter_only_in = [](const auto& x, const auto& y) {
    return std::ranges::any_of(x, [&](const auto& entry) {
      const auto other = y.find(entry.first);
      return other == y.end() ? entry.second != Role::Other : other->second != entry.second;
    });
  };
  return !matter_only_in(before, after) && !matter_only_in(after, before);
}

bool same_when(const std::optional<RecordWhen>& a, const std::optional<RecordWhen>& b) {
  const bool a_dated = a && a->days;
  const bool b_dated = b && b->days;
  if (a_dated && b_dated) return a->days->begin == b->days->begin && a->days->end == b->days->end;
  if (a_dated || b_dated) return false;
  return !a || !b || a->value == b->value;  // "recently" added or dropped dates nothing
}

bool same_place(const std::optional<RecordPlace>& a, const std::optional<RecordPlace>& b,
                const Translation& translation) {
  if (!a || !b) return !a && !b;
  if (!a->actor.empty() && !b->actor.empty() && in_new(translation, a->actor) == b->actor) return true;
  return folded_name(a->name) == folded_name(b->name);
}

std::set<std::string> spelled(const std::vector<RecordFigure>& figures) {
  std::set<std::string> out;
  for (const RecordFigure& figure : figures) out.insert(spell(figure));
  return out;
}

std::vector<std::string> changed_fields(const EventNode& old_node, const EventNode& new_node,
                                        const Translation& translation) {
  const RecordEvent& a = old_node.facts;
  const RecordEvent& b = new_node.facts;
  const auto voice = a.attribution ? std::optional(in_new(translation, *a.attribution)) : std::nullopt;
  std::vector<std::string> fields;
  if (a.type != b.type) fields.emplace_back("type");
  if (!same_participants(a, b, translation)) fields.emplace_back("participants");
  if (!same_when(a.when, b.when)) fields.emplace_back("when");
  if (!same_place(a.place, b.place, translation)) fields.emplace_back("place");
  if (spelled(a.figures) != spelled(b.figures)) fields.emplace_back("figures");
  if (a.modality != b.modality) fields.emplace_back("modality");
  if (voice != b.attribution) fields.emplace_back("attribution");
  return fields;
}

// Whether one has an alias with a word that the other is not known by.
bool new_words(const RecordActor& a, const RecordActor& b) {
  std::set<std::string> words;
  const auto each_word = [](const RecordActor& actor, const auto& use) {
    for (const std::string folded = folded_name(actor.name); const auto word : words_of_name(folded))
      use(word);
    for (const std::string& alias : actor.aliases)
      for (const std::string folded = folded_name(alias); const auto word : words_of_name(folded)) use(word);
  };
  each_word(a, [&](std::string_view word) { words.emplace(word); });
  bool found = false;
  each_word(b, [&](std::string_view word) { found = found || !words.contains(std::string(word)); });
  return found;
}

// "Secretary of State" and "U.S. Secretary of State" are one role said at different length.
bool same_role(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a || !b) return !a && !b;
  const auto words_in = [](const std::string& folded) {
    const auto words = words_of_name(folded);
    return std::set<std::string_view>(words.begin(), words.end());
  };
  const std::string x = folded_name(*a);
  const std::string y = folded_name(*b);
  const auto before = words_in(x);
  const auto after = words_in(y);
  return std::ranges::includes(before, after) || std::ranges::includes(after, before);
}

std::vector<std::string> changed_fields(const EntityNode& old_node, const EntityNode& new_node,
                                        const Translation&) {
  const RecordActor& a = old_node.facts;
  const RecordActor& b = new_node.facts;
  const bool renamed = folded_name(a.name) != folded_name(b.name) && (new_words(a, b) || new_words(b, a));
  std::vector<std::string> fields;
  if (renamed) fields.emplace_back("name");
  if (a.kind != b.kind) fields.emplace_back("kind");
  if (!renamed && (new_words(a, b) || new_words(b, a))) fields.emplace_back("aliases");
  if (!same_role(a.role, b.role)) fields.emplace_back("role");
  if (a.country != b.country) fields.emplace_back("country");
  if (a.external_ids != b.external_ids) fields.emplace_back("external_ids");
  return fields;
}

// "The police" is named anew in every version; what changes about them stands with their events.
bool counts(const Node& node) {
  const auto* const entity = std::get_if<EntityNode>(&node);
  return entity == nullptr || !is_description(entity->facts.name);
}

template <typename Facts>
Changes<Facts> changes_of(const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph,
                          const std::vector<Vertex>& old_vertices, const std::vector<Vertex>& new_vertices,
                          const std::vector<VertexPair>& matched, const Translation& translation) {
  Changes<Facts> changes;
  std::set<Vertex> old_matched;
  std::set<Vertex> new_matched;
  for (const auto& [a, b] : matched) {
    old_matched.insert(a);
    new_matched.insert(b);
    if (!counts(old_graph[a]) || !counts(new_graph[b])) continue;
    const Facts& before = std::get<Facts>(old_graph[a]);
    const Facts& after = std::get<Facts>(new_graph[b]);
    if (auto fields = changed_fields(before, after, translation); fields.empty())
      ++changes.same;
    else
      changes.changed.push_back({before, after, std::move(fields)});
  }
  for (const Vertex v : old_vertices)
    if (!old_matched.contains(v) && counts(old_graph[v]))
      changes.removed.push_back(std::get<Facts>(old_graph[v]));
  for (const Vertex v : new_vertices)
    if (!new_matched.contains(v) && counts(new_graph[v]))
      changes.added.push_back(std::get<Facts>(new_graph[v]));
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
  const auto actors = match_actors(old_graph, new_graph);
  const auto events = match_events(old_graph, new_graph, actors);
  Translation translation;
  for (const auto& [a, b] : actors) translation[key_of(old_graph[a])] = key_of(new_graph[b]);
  return {.old_ids = ids_of(old_graph),
          .new_ids = ids_of(new_graph),
          .events = changes_of<EventNode>(old_graph, new_graph, old_graph.events(), new_graph.events(),
                                          events, translation),
          .actors = changes_of<EntityNode>(old_graph, new_graph, old_graph.entities(), new_graph.entities(),
                                           actors, translation),
          .old_names = names_of(old_graph),
          .new_names = names_of(new_graph)};
}

}  // namespace dateline
