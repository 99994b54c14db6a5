// The views of actors and what joins them: of all, or of those near one.
#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>

#include "graph/timeline.hpp"
#include "render/chronicle.hpp"
#include "render/diagram_node.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"
#include "render/time_ticks.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

// What joins two actors: their ties of one kind, in events of one family.
struct BondKey {
  std::size_t from = 0;  // index into ActorTies::actors
  std::size_t to = 0;
  TieKind kind = TieKind::Acts;
  EventFamily family = EventFamily::Other;

  friend auto operator<=>(const BondKey&, const BondKey&) = default;
};
struct Bond {
  BondKey key;
  std::vector<Vertex> events;
};

const RecordEvent& event_at(const KnowledgeGraph& graph, Vertex v) {
  return std::get<EventNode>(graph[v]).facts;
}

std::string name_at(const KnowledgeGraph& graph, Vertex v) {
  return printable(std::get<EntityNode>(graph[v]).facts.name);
}

// The bonds among the actors shown, the strongest first.
std::vector<Bond> bonds_of(const KnowledgeGraph& graph, const ActorTies& ties,
                           const std::vector<bool>& shown) {
  std::map<BondKey, std::vector<Vertex>> events;
  for (const Tie& tie : ties.ties)
    if (shown[tie.from] && shown[tie.to])
      events[{tie.from, tie.to, tie.kind, family_of(event_at(graph, tie.event).type)}].push_back(tie.event);
  std::vector<Bond> bonds;
  for (auto& [key, list] : events) bonds.push_back({key, std::move(list)});
  std::stable_sort(bonds.begin(), bonds.end(), [](const Bond& a, const Bond& b) {
    return std::tuple(a.key.kind == TieKind::Named, b.events.size()) <
           std::tuple(b.key.kind == TieKind::Named, a.events.size());
  });
  return bonds;
}

// Leaves the strongest bonds, and to each actor its own strongest one. Returns how many are left out.
std::size_t thin_out(std::vector<Bond>& bonds, std::size_t most) {
  std::set<std::size_t> joined;
  std::vector<Bond> kept;
  const std::size_t all = bonds.size();
  for (Bond& bond : bonds) {
    const bool needed = !joined.contains(bond.key.from) || !joined.contains(bond.key.to);
    if (kept.size() >= most && !needed) continue;
    joined.insert({bond.key.from, bond.key.to});
    kept.push_back(std::move(bond));
  }
  bonds = std::move(kept);
  return all - bonds.size();
}

std::string year_at(date::sys_days day) {
  return year_words(static_cast<int>(date::year_month_day{day}.year()));
}

// "31 January 2023", "January 2023", "2023", "2019-2023": as exact as short words can be.
std::string when_words(const KnowledgeGraph& graph, const std::vector<Vertex>& events) {
  std::optional<date::sys_days> first;
  std::optional<date::sys_days> last;
  for (const Vertex v : events) {
    const auto& when = event_at(graph, v).when;
    if (!when || !when->days) continue;
    first = std::min(first.value_or(first_day(*when->days)), first_day(*when->days));
    last = std::max(last.value_or(last_day(*when->days)), last_day(*when->days));
  }
  if (!first) return "";
  const date::year_month_day a{*first};
  const date::year_month_day b{*last};
  if (a.year() != b.year()) return year_at(*first) + "-" + year_at(*last);
  if (a.month() != b.month()) return year_at(*first);
  const date::sys_days month{a.year() / a.month() / 1};
  if (a.day() != b.day())
    return spell(DateInterval{.begin = month,
                              .end = date::sys_days{(a.year() / a.month() + date::months{1}) / 1},
                              .granularity = Granularity::Month});
  return spell(DateInterval{.begin = *first, .end = *last + date::days{1}});
}

// "3 × meeting, visit": the types of the events, the most frequent first.
std::string what_words(const KnowledgeGraph& graph, const std::vector<Vertex>& events) {
  constexpr std::size_t kMostTypes = 2;
  std::map<EventType, int> counts;
  for (const Vertex v : events) ++counts[event_at(graph, v).type];
  std::vector<std::pair<int, EventType>> order;
  for (const auto& [type, count] : counts) order.emplace_back(-count, type);
  std::sort(order.begin(), order.end());
  std::string words;
  for (std::size_t i = 0; i < std::min(order.size(), kMostTypes); ++i)
    words += (i == 0 ? "" : ", ") + std::string(to_string(order[i].second));
  if (order.size() > kMostTypes) words += ", \u2026";
  return events.size() == 1 ? words : std::to_string(events.size()) + " \u00D7 " + words;
}

std::string bond_tooltip(const KnowledgeGraph& graph, const ActorTies& ties, const Bond& bond) {
  constexpr std::size_t kMostEvents = 8;
  const bool directed = bond.key.kind == TieKind::Acts;
  std::string words = name_at(graph, ties.actors[bond.key.from]) + (directed ? " \u2192 " : " \u2013 ") +
                      name_at(graph, ties.actors[bond.key.to]) + ": ";
  for (std::size_t i = 0; i < std::min(bond.events.size(), kMostEvents); ++i) {
    const auto& event = std::get<EventNode>(graph[bond.events[i]]);
    words += (i == 0 ? "" : "; ") + date_words(event) + ": " + summary_words(event);
  }
  if (bond.events.size() > kMostEvents)
    words += "; and " + std::to_string(bond.events.size() - kMostEvents) + " more";
  return words;
}

DiagramEdge bond_edge(const KnowledgeGraph& graph, const ActorTies& ties, const Bond& bond,
                      const std::vector<std::string>& ids, const Theme& theme) {
  const bool happened = std::any_of(bond.events.begin(), bond.events.end(), [&graph](Vertex v) {
    return event_at(graph, v).modality == Modality::Actual;
  });
  const bool named = bond.key.kind == TieKind::Named;
  const std::string when = when_words(graph, bond.events);
  return {
      .from = ids[bond.key.from],
      .to = ids[bond.key.to],
      .label = what_words(graph, bond.events) + (when.empty() ? "" : "\n" + when),
      .tooltip = bond_tooltip(graph, ties, bond),
      .color = std::string(named ? theme.look_of(Role::Other).color : theme.paint_of(bond.key.family).line),
      .dashed = named || !happened,
      .arrow = bond.key.kind == TieKind::Acts,
      .width = named ? 1 : 1 + 0.5 * static_cast<double>(std::bit_width(bond.events.size())),
      .legend = named ? "only named together" : std::string(look_of(bond.key.family).name)};
}

// Actors in the order in which they are drawn while there is room.
struct Wanted {
  std::vector<std::size_t> order;  // indices into ActorTies::actors
  std::size_t asked = 0;           // the first so many are those asked for
};

Wanted wanted_actors(const KnowledgeGraph& graph, const ActorTies& ties, const DiagramStyle& style) {
  std::vector<std::size_t> order = actors_by_importance(ties, style.ranking);
  if (style.view != DiagramView::Ego) return {std::move(order)};
  Vertices from;
  for (const std::string& name : style.around) {
    const Vertices found = asked_for(graph, name);
    from.insert(from.end(), found.begin(), found.end());
  }
  const std::vector<std::size_t> all = steps_from(graph, from);
  const auto steps = [&](std::size_t i) { return all[ties.actors[i]]; };
  std::erase_if(order, [&](std::size_t i) { return steps(i) > 2 * style.hops; });
  std::stable_sort(order.begin(), order.end(),
                   [&steps](std::size_t a, std::size_t b) { return steps(a) < steps(b); });
  const auto asked = std::count_if(order.begin(), order.end(), [&](std::size_t i) { return steps(i) == 0; });
  return {std::move(order), static_cast<std::size_t>(asked)};
}

// Of each actor, how many of those tied to it are not shown.
std::vector<std::size_t> hidden_neighbours(const ActorTies& ties, const std::vector<bool>& shown) {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const Tie& tie : ties.ties) {
    if (shown[tie.from] && !shown[tie.to]) pairs.insert({tie.from, tie.to});
    if (shown[tie.to] && !shown[tie.from]) pairs.insert({tie.to, tie.from});
  }
  std::vector<std::size_t> hidden(ties.actors.size(), 0);
  for (const auto& [actor, neighbour] : pairs) ++hidden[actor];
  return hidden;
}

std::string note_of(const ActorTies& ties, std::size_t shown, std::size_t wanted, std::size_t thinned,
                    const DiagramStyle& style) {
  if (ties.actors.empty()) return "No actors";
  std::string note =
      "Arrows lead from who acts to who is acted upon; lines without arrow: together; the wider, the more "
      "events";
  const bool ego = style.view == DiagramView::Ego;
  const std::string within = ego ? " within " + counted(style.hops, "step") : "";
  if (shown < wanted)
    note += "\n" + std::to_string(shown) + " of " + counted(ego ? wanted : ties.actors.size(), "actor") +
            within + ", those with the most " +
            (style.ranking == Ranking::Degree ? "events" : "shortest ways through them") +
            (ego ? " after the nearest" : "");
  else if (ego)
    note += "\n" + counted(wanted, "actor") + within;
  if (thinned > 0) note += "\n" + counted(thinned, "weaker line") + " left out";
  return note;
}

}  // namespace

Diagram actors_diagram(const KnowledgeGraph& graph, const DiagramStyle& style) {
  const ActorTies ties = actor_ties(graph);
  const Wanted all = wanted_actors(graph, ties, style);
  std::vector<std::size_t> kept = all.order;
  const std::size_t wanted = kept.size();
  const std::size_t most = style.top == 0 ? kUsualTop : style.top;
  if (kept.size() > most) kept.resize(most);
  std::vector<bool> shown(ties.actors.size(), false);
  for (const std::size_t i : kept) shown[i] = true;
  const std::vector<std::size_t> hidden = hidden_neighbours(ties, shown);
  Diagram diagram = titled_diagram(title_words(graph), style);
  diagram.has_columns = false;
  std::vector<std::string> ids(ties.actors.size());
  std::vector<Vertex> actors;
  for (const std::size_t i : kept) {
    const auto& actor = std::get<EntityNode>(graph[ties.actors[i]]);
    actors.push_back(ties.actors[i]);
    ids[i] = node_id('a', actors.size(), actor.facts.name);
    diagram.nodes.push_back(actor_node(
        actor, ids[i],
        counted(ties.events[i], "event") + (hidden[i] > 0 ? ", +" + counted(hidden[i], "actor") : ""),
        *style.theme));
  }
  for (std::size_t i = 0; i < std::min(all.asked, kept.size()); ++i) diagram.nodes[i].bold = true;
  add_clusters(graph, actors, style.clusters, diagram);
  std::vector<Bond> bonds = bonds_of(graph, ties, shown);
  const std::size_t thinned = thin_out(bonds, std::max<std::size_t>(kept.size() * 3 / 2, 30));
  for (const Bond& bond : bonds) diagram.edges.push_back(bond_edge(graph, ties, bond, ids, *style.theme));
  diagram.note = note_of(ties, kept.size(), wanted, thinned, style);
  return diagram;
}

}  // namespace dateline
