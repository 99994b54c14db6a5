#include "render/diagram_node.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "extract/input_error.hpp"
#include "render/diagram_layout.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr int kEventWidth = 250;  // px
constexpr int kActorWidth = 150;
constexpr std::size_t kMostLines = 5;

std::string actor_tooltip(const RecordActor& actor) {
  std::string words = printable(actor.name) + " (" + std::string(to_string(actor.kind));
  if (actor.role) words += ", " + printable(*actor.role);
  if (actor.country) words += ", " + printable(*actor.country);
  words += ')';
  for (std::size_t i = 0; i < actor.aliases.size(); ++i)
    words += (i == 0 ? "; also " : ", ") + printable(actor.aliases[i]);
  return words;
}

std::string cluster_name(const RecordActor& actor, ClusterBy by) {
  if (by == ClusterBy::Kind) return std::string(to_string(actor.kind));
  return by == ClusterBy::Country && actor.country ? printable(*actor.country) : "";
}

bool is_plain(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::string node_id(char prefix, std::size_t number, std::string_view name) {
  constexpr std::size_t kLongest = 40;
  std::string id = prefix + std::to_string(number);
  bool word = false;
  for (const char c : name.substr(0, kLongest)) {
    if (is_plain(c) && !word) id += '_';
    word = is_plain(c);
    if (word) id += c;
  }
  return id;
}

DiagramNode event_node(const KnowledgeGraph& graph, Vertex v, std::string id, const Theme& theme) {
  const auto& event = std::get<EventNode>(graph[v]);
  std::string label;
  const auto add = [&label](const std::string& words, std::size_t most_lines) {
    for (const std::string& line : wrap(words, kEventWidth, kNodeFont, most_lines))
      label += (label.empty() ? "" : "\n") + line;
  };
  add(date_words(event) + " \u00B7 " + type_words(event), 2);
  add(summary_words(event), kMostLines);
  return {.id = std::move(id),
          .label = std::move(label),
          .tooltip = all_words(graph, v),
          .link = link_of(graph, event.members),
          .shape = NodeShape::Box,
          .fill = std::string(theme.page),
          .line = std::string(theme.paint_of(family_of(event.facts.type)).line),
          .dashed = event.facts.modality != Modality::Actual,
          .bold = event.facts.core,
          .legend = std::string(look_of(family_of(event.facts.type)).name)};
}

DiagramNode actor_node(const EntityNode& actor, std::string id, const std::string& folded,
                       const Theme& theme) {
  const Paint& paint = theme.paint_of(actor.facts.kind);
  const std::string name = printable(actor.facts.name);
  std::string label;
  for (const std::string& line : wrap(name.empty() ? "unnamed" : name, kActorWidth, kNodeFont, kMostLines))
    label += (label.empty() ? "" : "\n") + line;
  if (!folded.empty()) label += "\n(" + folded + ")";
  return {.id = std::move(id),
          .label = std::move(label),
          .tooltip = actor_tooltip(actor.facts),
          .shape = shape_of(actor.facts.kind),
          .fill = std::string(paint.fill),
          .line = std::string(paint.line),
          .legend = std::string(to_string(actor.facts.kind))};
}

DiagramEdge part_edge(const EntityNode& actor, const std::string& actor_id, const std::string& event_id,
                      Role role, const Theme& theme) {
  const RoleLook& look = theme.look_of(role);
  const bool to_actor = role == Role::Target;
  return {.from = to_actor ? event_id : actor_id,
          .to = to_actor ? actor_id : event_id,
          .tooltip = printable(actor.facts.name) + ": " + std::string(to_string(role)),
          .color = std::string(look.color),
          .dashed = look.dashed,
          .arrow = role != Role::Other,
          .width = look.width,
          .legend = role == Role::Agent    ? "acts"
                    : role == Role::Target ? "is acted upon"
                                           : "is named otherwise"};
}

void add_clusters(const KnowledgeGraph& graph, const std::vector<Vertex>& actors, ClusterBy by,
                  Diagram& diagram) {
  if (by == ClusterBy::None) return;
  std::map<std::string, std::size_t> numbers;
  for (const Vertex v : actors)
    if (std::string name = cluster_name(std::get<EntityNode>(graph[v]).facts, by); !name.empty())
      numbers.try_emplace(std::move(name), 0);
  for (auto& [name, number] : numbers) {
    diagram.clusters.push_back(name);
    number = diagram.clusters.size();
  }
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const std::string name = cluster_name(std::get<EntityNode>(graph[actors[i]]).facts, by);
    if (!name.empty()) diagram.nodes[i].cluster = numbers.at(name);
  }
  diagram.has_columns = false;
}

std::vector<std::size_t> actors_by_importance(const ActorTies& ties, Ranking ranking) {
  std::vector<double> rank(ties.events.begin(), ties.events.end());
  if (ranking == Ranking::Betweenness) rank = betweenness(ties);
  std::vector<std::size_t> order(ties.actors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(rank[b], ties.events[b]) < std::tie(rank[a], ties.events[a]);
  });
  return order;
}

Vertices asked_for(const KnowledgeGraph& graph, const std::string& name) {
  Vertices found = entities_named(graph, name);
  if (found.empty())
    throw InputError("graph", "", "nobody and nothing is called '" + name + "'",
                     "see the actors of the graph");
  return found;
}

Diagram titled_diagram(const std::string& title, const DiagramStyle& style) {
  return {.title = title, .layout = style.layout, .theme = style.theme, .page = style.page};
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace dateline
