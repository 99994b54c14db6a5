// diagram_of() of two versions.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/diff.hpp"
#include "graph/match.hpp"
#include "graph/timeline.hpp"
#include "render/diagram_layout.hpp"
#include "render/diagram_node.hpp"
#include "render/diff_words.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr int kEventColumn = 1;
constexpr std::size_t kMostUnchanged = 15;

// An event of either version with what became of it.
struct ChangedEvent {
  const KnowledgeGraph* graph = nullptr;
  Vertex vertex = 0;
  Change change = Change::Same;
  std::vector<FieldChange> fields;
};

std::vector<ChangedEvent> changed_events(const GraphDiff& changes, const KnowledgeGraph& old_graph,
                                         const KnowledgeGraph& new_graph) {
  std::vector<ChangedEvent> events;
  std::set<Vertex> told;
  const auto add_new = [&](const std::string& key, Change change, std::vector<FieldChange> fields) {
    const Vertex v = new_graph.find(key).value();
    told.insert(v);
    events.push_back({&new_graph, v, change, std::move(fields)});
  };
  for (const EventNode& node : changes.events.removed)
    events.push_back({&old_graph, old_graph.find(node.key).value(), Change::Removed, {}});
  for (const EventNode& node : changes.events.added) add_new(node.key, Change::Added, {});
  for (const Changed<EventNode>& changed : changes.events.changed)
    add_new(changed.new_facts.key, Change::Changed, field_changes_of(changed, changes));
  std::vector<ChangedEvent> unchanged;
  for (const Vertex v : new_graph.events())
    if (!told.contains(v)) unchanged.push_back({&new_graph, v, Change::Same, {}});
  if (unchanged.size() <= kMostUnchanged) events.insert(events.end(), unchanged.begin(), unchanged.end());
  const auto day_of = [](const ChangedEvent& event) {
    const auto& when = std::get<EventNode>((*event.graph)[event.vertex]).facts.when;
    const bool dated = when && when->days;
    return std::tuple(!dated, dated ? first_day(*when->days) : date::sys_days{});
  };
  std::stable_sort(events.begin(), events.end(),
                   [&day_of](const ChangedEvent& a, const ChangedEvent& b) { return day_of(a) < day_of(b); });
  return events;
}

DiagramNode changed_node(const ChangedEvent& event, std::size_t number, const Theme& theme) {
  const auto& node = std::get<EventNode>((*event.graph)[event.vertex]);
  DiagramNode drawn =
      event_node(*event.graph, event.vertex, node_id('e', number, to_string(node.facts.type)), theme);
  const Paint& paint = theme.paint_of(event.change);
  drawn.column = kEventColumn;
  drawn.fill = paint.fill;
  drawn.bold = event.change != Change::Same;
  if (event.change == Change::Same) {
    drawn.pale = true;
    drawn.line = theme.grid;
    drawn.legend = "unchanged";  // no sample of its type's colour
    return drawn;
  }
  drawn.label = std::string(to_string(event.change)) + ": " + drawn.label;
  std::size_t lines = lines_of(drawn.label).size();
  for (std::size_t i = 1; event.change == Change::Removed && i < lines; ++i) drawn.struck.push_back(i);
  for (const FieldChange& field : event.fields) {
    if (!field.old_words.empty()) {
      drawn.label += "\nwas " + field.old_words;
      drawn.struck.push_back(lines++);
    }
    if (!field.new_words.empty()) {
      drawn.label += "\n" + field.new_words;
      ++lines;
    }
  }
  return drawn;
}

// The actors of both versions; one that stands in both is one.
class Actors {
 public:
  Actors(const GraphDiff& changes, const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph,
         const Theme& theme)
      : old_graph_(old_graph), new_graph_(new_graph), theme_(theme) {
    for (const auto& [before, after] : match_actors(old_graph, new_graph)) now_[before] = after;
    for (const EntityNode& node : changes.actors.added) added_.insert(node.key);
  }

  // The number of the actor's node, made where there is none yet.
  std::size_t number_of(const KnowledgeGraph& graph, Vertex v) {
    const auto now = &graph == &old_graph_ ? now_.find(v) : now_.end();
    const bool matched = now != now_.end();
    const KnowledgeGraph& home = matched ? new_graph_ : graph;
    const auto& actor = std::get<EntityNode>(home[matched ? now->second : v]);
    const auto [number, made] = numbers_.try_emplace(&actor, nodes_.size());
    if (made) {
      nodes_.push_back(actor_node(actor, node_id('a', nodes_.size() + 1, actor.facts.name), "", theme_));
      if (&home == &old_graph_) mark(nodes_.back(), Change::Removed);
      if (&home == &new_graph_ && added_.contains(actor.key)) mark(nodes_.back(), Change::Added);
    }
    return number->second;
  }

  std::vector<DiagramNode>& nodes() { return nodes_; }

 private:
  void mark(DiagramNode& node, Change change) const {
    node.label = std::string(to_string(change)) + ": " + node.label;
    node.fill = theme_.paint_of(change).fill;
    node.dashed = change == Change::Removed;
    node.legend.clear();
  }

  const KnowledgeGraph& old_graph_;
  const KnowledgeGraph& new_graph_;
  const Theme& theme_;
  std::map<Vertex, Vertex> now_;
  std::set<std::string> added_;
  std::map<const EntityNode*, std::size_t> numbers_;
  std::vector<DiagramNode> nodes_;
};

struct ActorPart {
  std::size_t actor = 0;  // number of the node
  std::size_t event = 0;
  Role role = Role::Agent;
  const EntityNode* facts = nullptr;
};

}  // namespace

Diagram diagram_of(const GraphDiff& changes, const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph,
                   const DiagramStyle& style) {
  const Theme& theme = *style.theme;
  Diagram diagram = titled_diagram(diff_title(old_graph, new_graph), style);
  diagram.ordered_column = kEventColumn;
  diagram.note = diff_note(changes) + (changes.events.same > kMostUnchanged ? " (not drawn)" : " (pale)");
  const std::vector<ChangedEvent> events = changed_events(changes, old_graph, new_graph);
  Actors actors(changes, old_graph, new_graph, theme);
  std::vector<DiagramNode> event_nodes;
  std::vector<ActorPart> parts;
  std::map<std::size_t, int> balance;
  for (const ChangedEvent& event : events) {
    for (const Part& part : parts_of(*event.graph, event.vertex)) {
      const std::size_t actor = actors.number_of(*event.graph, part.actor);
      balance[actor] += part.role == Role::Agent ? 1 : -1;
      parts.push_back(
          {actor, event_nodes.size(), part.role, &std::get<EntityNode>((*event.graph)[part.actor])});
    }
    event_nodes.push_back(changed_node(event, event_nodes.size() + 1, theme));
  }
  for (const ActorPart& part : parts) {
    const ChangedEvent& event = events[part.event];
    DiagramEdge edge =
        part_edge(*part.facts, actors.nodes()[part.actor].id, event_nodes[part.event].id, part.role, theme);
    if (event.change == Change::Same) {
      edge.color = theme.grid;
      edge.legend.clear();
    }
    edge.dashed = edge.dashed || event.change == Change::Removed;
    diagram.edges.push_back(std::move(edge));
  }
  for (std::size_t i = 0; i < actors.nodes().size(); ++i) actors.nodes()[i].column = balance[i] > 0 ? 0 : 2;
  diagram.nodes = std::move(actors.nodes());
  diagram.nodes.insert(diagram.nodes.end(), event_nodes.begin(), event_nodes.end());
  std::stable_sort(diagram.nodes.begin(), diagram.nodes.end(),
                   [](const DiagramNode& a, const DiagramNode& b) { return a.column < b.column; });
  return diagram;
}

}  // namespace dateline
