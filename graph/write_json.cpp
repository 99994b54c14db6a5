// The writing half of graph/json.hpp.
#include <map>

#include "graph/edge_order.hpp"
#include "graph/json.hpp"
#include "graph/json_writer.hpp"

namespace dateline {
namespace {

constexpr auto kLine = JsonLayout::Line;

void member(JsonWriter& w, std::string_view name, std::string_view value) {
  w.key(name);
  w.text(value);
}

void or_null(JsonWriter& w, std::string_view name, const std::optional<std::string>& value) {
  w.key(name);
  value ? w.text(*value) : w.null();
}

void bound(JsonWriter& w, std::string_view name, const std::optional<double>& value) {
  if (!value) return;
  w.key(name);
  w.number(*value);
}

void day_member(JsonWriter& w, std::string_view name, std::optional<date::sys_days> day) {
  w.key(name);
  day ? w.text(to_iso(*day)) : w.null();
}

// A list under a name, one `write` an element.
template <typename List, typename Write>
void list(JsonWriter& w, std::string_view name, JsonLayout layout, const List& values, const Write& write) {
  w.key(name);
  w.open('[', layout);
  for (const auto& value : values) write(w, value);
  w.close();
}

void bounds(JsonWriter& w, Span span) {
  w.key("begin");
  w.count(span.begin);
  w.key("end");
  w.count(span.end);
}

void write_words(JsonWriter& w, const Provenance& words) {
  w.open('{', kLine);
  bounds(w, words.source);
  member(w, "text", words.text);
  w.close();
}

void span_member(JsonWriter& w, const Provenance& words) {
  w.key("span");
  w.open('{', kLine);
  bounds(w, words.source);
  w.close();
}

void write_text(JsonWriter& w, const std::string& text) { w.text(text); }

void write_article(JsonWriter& w, const RecordArticle& a) {
  w.open('{');
  member(w, "id", a.id);
  or_null(w, "title", a.title);
  or_null(w, "url", a.url);
  day_member(w, "published", a.published ? std::optional(a.published->day) : std::nullopt);
  w.key("published_basis");
  a.published ? w.text(to_string(a.published->basis)) : w.null();
  day_member(w, "modified", a.modified);
  member(w, "language", a.language);
  or_null(w, "source", a.source);
  member(w, "sha256", a.sha256);
  member(w, "offsets", to_string(a.offsets));
  w.close();
}

void actor_members(JsonWriter& w, const RecordActor& a) {
  member(w, "name", a.name);
  member(w, "kind", to_string(a.kind));
  list(w, "aliases", kLine, a.aliases, write_text);
  or_null(w, "role", a.role);
  or_null(w, "country", a.country);
  w.key("external_ids");
  w.open('{', kLine);
  for (const auto& [scheme, id] : a.external_ids) member(w, scheme, id);
  w.close();
}

void write_actor(JsonWriter& w, const RecordActor& a, bool explain) {
  w.open('{');
  member(w, "id", a.id);
  actor_members(w, a);
  std::size_t n = 0;
  list(w, "mentions", JsonLayout::Block, a.mentions, [&](JsonWriter& out, const Provenance& words) {
    out.open('{', kLine);
    bounds(out, words.source);
    member(out, "text", words.text);
    if (explain && n < a.why.size() && !a.why[n].empty()) member(out, "why", a.why[n]);
    ++n;
    out.close();
  });
  w.close();
}

// People read inclusive days; an open end is absent.
void day_members(JsonWriter& w, const DateInterval& days) {
  if (days.begin) member(w, "first_day", to_iso(*days.begin));
  if (days.end) member(w, "last_day", to_iso(*days.end - date::days(1)));
  member(w, "granularity", to_string(days.granularity));
}

void write_when(JsonWriter& w, const RecordWhen& when) {
  w.open('{', kLine);
  if (when.days) day_members(w, *when.days);
  member(w, "value", when.value);
  member(w, "text", when.expression.text);
  span_member(w, when.expression);
  member(w, "basis", when.basis == DateBasis::Expression ? "expression" : "context");
  w.close();
}

void coordinate_members(JsonWriter& w, const std::optional<Coordinates>& at) {
  w.key("lat");
  at ? w.number(at->lat) : w.null();
  w.key("lon");
  at ? w.number(at->lon) : w.null();
}

void write_place(JsonWriter& w, const RecordPlace& place) {
  w.open('{', kLine);
  w.key("actor");
  place.actor.empty() ? w.null() : w.text(place.actor);
  member(w, "name", place.name);
  or_null(w, "country", place.country);
  coordinate_members(w, place.coordinates);
  member(w, "text", place.mention.text);
  span_member(w, place.mention);
  w.close();
}

void write_figure(JsonWriter& w, const RecordFigure& figure) {
  w.open('{', kLine);
  member(w, "kind", to_string(figure.kind));
  bound(w, "value", figure.quantity.value);
  bound(w, "min", figure.quantity.min);
  bound(w, "max", figure.quantity.max);
  member(w, "unit", figure.unit);
  member(w, "text", figure.mention.text);
  span_member(w, figure.mention);
  w.close();
}

using Names = std::map<std::string, std::string>;  // key -> name

// With `names`, for readers who don't have the actors at hand.
void write_participant(JsonWriter& w, const RecordParticipant& p, const Names* names) {
  w.open('{', kLine);
  member(w, "actor", p.actor);
  if (names != nullptr && names->contains(p.actor)) member(w, "name", names->at(p.actor));
  member(w, "role", to_string(p.role));
  w.close();
}

void event_members(JsonWriter& w, const RecordEvent& e, bool explain, const Names* names = nullptr) {
  member(w, "type", to_string(e.type));
  const std::string_view plover = plover_of(e.type);
  w.key("plover");
  plover.empty() ? w.null() : w.text(plover);
  w.key("core");
  w.truth(e.core);
  list(w, "triggers", JsonLayout::Block, e.triggers, write_words);
  list(w, "sentences", JsonLayout::Block, e.sentences, write_words);
  list(w, "participants", JsonLayout::Block, e.participants,
       [names](JsonWriter& out, const RecordParticipant& p) { write_participant(out, p, names); });
  if (e.when) {
    w.key("when");
    write_when(w, *e.when);
  }
  w.key("place");
  e.place ? write_place(w, *e.place) : w.null();
  list(w, "figures", JsonLayout::Block, e.figures, write_figure);
  member(w, "modality", to_string(e.modality));
  or_null(w, "attribution", e.attribution);
  member(w, "summary", e.summary);
  if (explain) list(w, "why", JsonLayout::Block, e.why, write_text);
}

void write_time(JsonWriter& w, const RecordTime& time, bool explain) {
  w.open('{', kLine);
  member(w, "id", time.id);
  bounds(w, time.expression.source);
  member(w, "text", time.expression.text);
  member(w, "type", to_string(time.type));
  member(w, "value", time.value);
  if (!time.mod.empty()) member(w, "mod", time.mod);
  if (explain) {
    member(w, "rule", time.rule);
    if (!time.anchor.empty()) member(w, "anchor", time.anchor);
  }
  w.close();
}

void write_record(JsonWriter& w, const Record& record, bool explain) {
  w.open('{');
  member(w, "schema", "dateline/1");
  w.key("article");
  write_article(w, record.article);
  list(w, "actors", JsonLayout::Block, record.actors,
       [explain](JsonWriter& out, const RecordActor& a) { write_actor(out, a, explain); });
  list(w, "events", JsonLayout::Block, record.events, [explain](JsonWriter& out, const RecordEvent& e) {
    out.open('{');
    member(out, "id", e.id);
    event_members(out, e, explain);
    out.close();
  });
  list(w, "times", JsonLayout::Block, record.times,
       [explain](JsonWriter& out, const RecordTime& time) { write_time(out, time, explain); });
  if (!record.other_sentences.empty())
    list(w, "other_sentences", JsonLayout::Block, record.other_sentences, write_words);
  w.close();
}

void write_member(JsonWriter& w, const Member& m) {
  w.open('[', kLine);
  w.text(m.article);
  w.text(m.local);
  w.close();
}

void write_alternative(JsonWriter& w, const Alternative& alternative) {
  w.open('{', kLine);
  member(w, "value", alternative.value);
  list(w, "members", kLine, alternative.members, write_member);
  w.close();
}

// What the nodes of actors and events have in common.
template <typename NodeOf>
void node_members(JsonWriter& w, const NodeOf& node) {
  list(w, "members", kLine, node.members, write_member);
  w.key("sources");
  w.count(node.sources);
  w.key("disagreements");
  w.open('{');
  for (const auto& [field, alternatives] : node.disagreements)
    list(w, field, JsonLayout::Block, alternatives, write_alternative);
  w.close();
}

void write_node(JsonWriter& w, const EntityNode& node, const Names* = nullptr) {
  w.open('{');
  member(w, "key", node.key);
  actor_members(w, node.facts);
  coordinate_members(w, node.coordinates);
  node_members(w, node);
  w.close();
}

void write_node(JsonWriter& w, const EventNode& node, const Names* names = nullptr) {
  w.open('{');
  member(w, "key", node.key);
  event_members(w, node.facts, false, names);
  node_members(w, node);
  w.close();
}

void write_edge(JsonWriter& w, const KnowledgeGraph& g, const KnowledgeGraph::Edge& edge) {
  w.open('{', kLine);
  member(w, "from", key_of(g[source(edge, g.graph())]));
  member(w, "to", key_of(g[target(edge, g.graph())]));
  member(w, "relation", to_string(g.graph()[edge].relation));
  list(w, "members", kLine, g.graph()[edge].members, write_member);
  w.close();
}

template <typename Facts>
void write_changes(JsonWriter& w, const Changes<Facts>& changes, const GraphDiff& diff) {
  const auto write = [](const Names& names) {
    return [&names](JsonWriter& out, const Facts& node) { write_node(out, node, &names); };
  };
  w.open('{');
  list(w, "added", JsonLayout::Block, changes.added, write(diff.new_names));
  list(w, "removed", JsonLayout::Block, changes.removed, write(diff.old_names));
  list(w, "changed", JsonLayout::Block, changes.changed, [&](JsonWriter& out, const Changed<Facts>& changed) {
    out.open('{');
    out.key("old");
    write_node(out, changed.old_facts, &diff.old_names);
    out.key("new");
    write_node(out, changed.new_facts, &diff.new_names);
    list(out, "fields", kLine, changed.fields, write_text);
    out.close();
  });
  w.key("same");
  w.count(changes.same);
  w.close();
}

}  // namespace

std::string to_json_line(const Record& record, bool explain) {
  JsonWriter w(JsonLayout::Line);
  write_record(w, record, explain);
  return w.take();
}

std::string to_json(const std::vector<Record>& records, bool explain) {
  JsonWriter w(JsonLayout::Block);
  w.open('[');
  for (const Record& record : records) write_record(w, record, explain);
  w.close();
  return w.take() + "\n";
}

std::string to_json(const KnowledgeGraph& graph) {
  std::string text;
  write_json(graph, [&text](std::string_view piece) { text += piece; });
  return text;
}

void write_json(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink) {
  JsonWriter w(JsonLayout::Block, sink);
  w.open('{');
  member(w, "schema", "dateline-graph/1");
  list(w, "articles", JsonLayout::Block, graph.records(),
       [](JsonWriter& out, const Record& record) { write_record(out, record, false); });
  list(w, "actors", JsonLayout::Block, graph.entities(),
       [&](JsonWriter& out, auto v) { write_node(out, std::get<EntityNode>(graph[v])); });
  list(w, "events", JsonLayout::Block, graph.events(),
       [&](JsonWriter& out, auto v) { write_node(out, std::get<EventNode>(graph[v])); });
  list(w, "edges", JsonLayout::Block, edges_by_key(graph),
       [&](JsonWriter& out, const KnowledgeGraph::Edge& edge) { write_edge(out, graph, edge); });
  w.close();
  w.finish();
}

std::string to_json(const GraphDiff& diff) {
  JsonWriter w(JsonLayout::Block);
  w.open('{');
  member(w, "schema", "dateline-diff/1");
  list(w, "old", kLine, diff.old_ids, write_text);
  list(w, "new", kLine, diff.new_ids, write_text);
  w.key("events");
  write_changes(w, diff.events, diff);
  w.key("actors");
  write_changes(w, diff.actors, diff);
  w.close();
  return w.take() + "\n";
}

}  // namespace dateline
