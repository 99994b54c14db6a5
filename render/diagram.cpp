#include "render/diagram.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/timeline.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"
#include "render/font.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr Font kLabelFont{.size = 11};
constexpr int kEventWidth = 250;  // px
constexpr int kActorWidth = 150;
constexpr Font kTitleFont{.size = 14, .bold = true};
constexpr int kTitleWidth = 820;  // px, about the width of the columns
constexpr std::size_t kMostLines = 5;
constexpr int kEventColumn = 1;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

DiagramNode event_node(const KnowledgeGraph& graph, Vertex v, std::string id) {
  const auto& event = std::get<EventNode>(graph[v]);
  std::vector<std::string> lines =
      wrap(date_words(event) + " \u00B7 " + type_words(event), kEventWidth, kLabelFont, 2);
  for (std::string& line : wrap(summary_words(event), kEventWidth, kLabelFont, kMostLines))
    lines.push_back(std::move(line));
  return {.id = std::move(id),
          .label = joined(lines),
          .tooltip = all_words(graph, v),
          .link = link_of(graph, event.members),
          .shape = NodeShape::Box,
          .fill = std::string(kLight.page),
          .line = std::string(look_of(family_of(event.facts.type)).line),
          .dashed = event.facts.modality != Modality::Actual,
          .column = kEventColumn,
          .bold = event.facts.core};
}

std::string actor_tooltip(const RecordActor& actor) {
  std::string words = printable(actor.name) + " (" + std::string(to_string(actor.kind));
  if (actor.role) words += ", " + printable(*actor.role);
  if (actor.country) words += ", " + printable(*actor.country);
  words += ')';
  for (std::size_t i = 0; i < actor.aliases.size(); ++i)
    words += (i == 0 ? "; also " : ", ") + printable(actor.aliases[i]);
  return words;
}

DiagramNode actor_node(const EntityNode& actor, std::string id, int column) {
  const KindLook& look = look_of(actor.facts.kind);
  const std::string name = printable(actor.facts.name);
  return {.id = std::move(id),
          .label = joined(wrap(name.empty() ? "unnamed" : name, kActorWidth, kLabelFont, kMostLines)),
          .tooltip = actor_tooltip(actor.facts),
          .shape = look.shape,
          .fill = std::string(look.fill),
          .line = std::string(look.line),
          .column = column};
}

// Who acts in what, in the order of the events.
struct Casting {
  Vertex actor;
  std::size_t event;  // index in the order of the events
  Role role;
};

std::vector<Vertex> events_in_order(const KnowledgeGraph& graph) {
  const Timeline timeline = timeline_of(graph);
  std::vector<Vertex> events;
  for (const TimelineEntry& entry : timeline.dated) events.push_back(entry.event);
  for (const TimelineEntry& entry : timeline.undated) events.push_back(entry.event);
  return events;
}

struct ActorPlace {
  std::string id;
  int balance = 0;  // above 0: acts more than it is acted upon
  std::size_t first = 0;
};

// Actors in the order of their first events, each with its side.
std::vector<DiagramNode> actor_nodes(const KnowledgeGraph& graph, const std::vector<Casting>& castings,
                                     std::map<Vertex, ActorPlace>& places) {
  std::vector<Vertex> order;
  for (const Casting& casting : castings) {
    const auto [place, added] = places.try_emplace(casting.actor);
    if (added) order.push_back(casting.actor);
    place->second.balance += casting.role == Role::Agent ? 1 : -1;
  }
  std::vector<DiagramNode> nodes;
  for (const Vertex v : order) {
    ActorPlace& place = places[v];
    place.id = "a" + std::to_string(nodes.size() + 1);
    nodes.push_back(actor_node(std::get<EntityNode>(graph[v]), place.id, place.balance > 0 ? 0 : 2));
  }
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const DiagramNode& a, const DiagramNode& b) { return a.column < b.column; });
  return nodes;
}

DiagramEdge edge_of(const std::string& actor, const std::string& event, Role role, std::string tooltip) {
  const RoleLook& look = look_of(role);
  const bool to_actor = role == Role::Target;
  return {.from = to_actor ? event : actor,
          .to = to_actor ? actor : event,
          .tooltip = std::move(tooltip),
          .color = std::string(look.color),
          .dashed = look.dashed,
          .arrow = role != Role::Other,
          .width = look.width};
}

}  // namespace

Diagram diagram_of(const KnowledgeGraph& graph) {
  Diagram diagram{.title = joined(wrap(title_words(graph), kTitleWidth, kTitleFont, kMostLines)),
                  .ordered_column = kEventColumn};
  const std::vector<Vertex> events = events_in_order(graph);
  if (!events.empty())
    diagram.title +=
        "\nBlue arrows lead from those who act, orange ones to those acted upon; dashed: named otherwise";
  std::vector<Casting> castings;
  std::vector<DiagramNode> event_nodes;
  for (std::size_t i = 0; i < events.size(); ++i) {
    event_nodes.push_back(event_node(graph, events[i], "e" + std::to_string(i + 1)));
    for (const Part& part : parts_of(graph, events[i])) castings.push_back({part.actor, i, part.role});
  }
  std::map<Vertex, ActorPlace> places;
  diagram.nodes = actor_nodes(graph, castings, places);
  const auto right = std::partition_point(diagram.nodes.begin(), diagram.nodes.end(),
                                          [](const DiagramNode& node) { return node.column == 0; });
  diagram.nodes.insert(right, event_nodes.begin(), event_nodes.end());
  for (const Casting& casting : castings) {
    const std::string& name = std::get<EntityNode>(graph[casting.actor]).facts.name;
    diagram.edges.push_back(edge_of(places[casting.actor].id, event_nodes[casting.event].id, casting.role,
                                    printable(name) + ": " + std::string(to_string(casting.role))));
  }
  return diagram;
}

}  // namespace dateline
