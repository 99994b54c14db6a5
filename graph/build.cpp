#include "graph/build.hpp"

#include <algorithm>
#include <tuple>

#include "graph/consensus.hpp"
#include "graph/identity.hpp"
#include "graph/json.hpp"
#include "graph/name.hpp"
#include "graph/order.hpp"
#include "graph/story.hpp"
#include "graph/text_copies.hpp"

namespace dateline {
namespace {

using Vertex = KnowledgeGraph::Vertex;

bool is_newer(const Record& a, const Record& b) {
  const auto rank = [](const RecordArticle& article) {
    return std::tuple(article.modified,
                      article.published ? std::optional(article.published->day) : std::nullopt,
                      std::string_view(article.sha256));
  };
  const auto x = rank(a.article);
  const auto y = rank(b.article);
  // The same article read by two versions of the program: any rule will do that knows no order of arrival.
  return x != y ? x > y : to_json_line(a, true) > to_json_line(b, true);
}

// One record an article, the newest, by article id.
std::vector<Record> newest(std::vector<Record> records) {
  std::vector<std::size_t> order(records.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::string_view(records[i].article.id); });
  std::vector<Record> kept;
  for (const std::size_t i : order) {
    Record& record = records[i];
    if (kept.empty() || kept.back().article.id != record.article.id)
      kept.push_back(std::move(record));
    else if (is_newer(record, kept.back()))
      kept.back() = std::move(record);
  }
  return kept;
}

// The actors of all records, and the vertex of each.
class Actors {
 public:
  Actors(const std::vector<Record>& records, const std::vector<std::size_t>& texts, KnowledgeGraph& g);

  // Class of a local actor, which same_events() compares.
  [[nodiscard]] std::size_t class_of(std::size_t record, std::string_view id) const {
    return class_of_[index_of(record, id)];
  }
  [[nodiscard]] const std::string& key_of(std::size_t record, std::string_view id) const {
    return keys_[class_of(record, id)];
  }
  [[nodiscard]] Vertex vertex_of(std::size_t record, std::string_view id) const {
    return vertices_[class_of(record, id)];
  }
  // Whether its article only describes an actor.
  [[nodiscard]] bool is_described(std::size_t record, std::string_view id) const {
    return described_[index_of(record, id)];
  }

 private:
  [[nodiscard]] std::size_t index_of(std::size_t record, std::string_view id) const {
    return std::ranges::lower_bound(index_[record], id, {}, &Index::value_type::first)->second;
  }

  using Index = std::vector<std::pair<std::string_view, std::size_t>>;  // local id -> actor, sorted

  std::vector<Index> index_;           // by record
  std::vector<std::size_t> class_of_;  // actor -> class, the class's first actor
  std::vector<std::string> keys_;      // by class
  std::vector<Vertex> vertices_;       // by class
  std::vector<bool> described_;        // by actor
};

// Coordinates stand with the places of events; the least member that has some gives them.
std::vector<std::optional<Coordinates>> coordinates_of(const std::vector<Record>& records, std::size_t actors,
                                                       const auto& class_of) {
  std::vector<std::optional<Coordinates>> found(actors);
  for (std::size_t r = 0; r < records.size(); ++r)
    for (const RecordEvent& e : records[r].events)
      if (e.place && !e.place->actor.empty() && e.place->coordinates)
        if (auto& known = found[class_of(r, e.place->actor)]; !known) known = e.place->coordinates;
  return found;
}

Actors::Actors(const std::vector<Record>& records, const std::vector<std::size_t>& texts, KnowledgeGraph& g)
    : index_(records.size()) {
  std::vector<LocalActor> locals;
  for (std::size_t r = 0; r < records.size(); ++r)
    for (const RecordActor& a : records[r].actors) {
      index_[r].emplace_back(a.id, locals.size());
      locals.push_back({r, &a});
      described_.push_back(is_description(a.name));
    }
  for (Index& ids : index_) std::ranges::sort(ids);
  class_of_ = same_actors(locals);
  std::vector<std::vector<Part<RecordActor>>> parts(locals.size());
  for (std::size_t i = 0; i < locals.size(); ++i)
    parts[class_of_[i]].push_back({&records[locals[i].record], locals[i].actor, texts[locals[i].record]});
  g.reserve(static_cast<std::size_t>(
      std::ranges::count_if(parts, [](const auto& of_one) { return !of_one.empty(); })));
  const auto coordinates = coordinates_of(
      records, locals.size(), [this](std::size_t r, const std::string& id) { return class_of(r, id); });
  keys_.resize(locals.size());
  vertices_.resize(locals.size());
  for (std::size_t c = 0; c < parts.size(); ++c) {
    if (parts[c].empty()) continue;
    EntityNode node = entity_of(parts[c]);
    node.coordinates = coordinates[c];
    keys_[c] = node.key;
    vertices_[c] = g.add(std::move(node));
  }
}

std::vector<LocalEvent> local_events(const std::vector<Record>& records, const Actors& actors) {
  std::vector<LocalEvent> locals;
  for (std::size_t r = 0; r < records.size(); ++r)
    for (const RecordEvent& e : records[r].events) {
      LocalEvent local{.record = r, .event = &e};
      local.participants.reserve(e.participants.size());
      for (const RecordParticipant& p : e.participants)
        local.participants.push_back({actors.class_of(r, p.actor), p.role, actors.is_described(r, p.actor)});
      if (e.place && !e.place->actor.empty()) local.place = actors.class_of(r, e.place->actor);
      locals.push_back(std::move(local));
    }
  return locals;
}

Relation relation_of(Role role) {
  switch (role) {
    case Role::Agent: return Relation::Agent;
    case Role::Target: return Relation::Target;
    case Role::Other: break;
  }
  return Relation::Other;
}

// Links a part's actors and place; the edge remembers which member says so, also where the shown role
// differs.
void link_part(KnowledgeGraph& g, Vertex event, const Part<RecordEvent>& part, std::size_t record,
               const Actors& actors) {
  const Member member{part.record->article.id, part.facts->id};
  for (const RecordParticipant& p : part.facts->participants)
    g.link(actors.vertex_of(record, p.actor), event, {relation_of(p.role), {member}});
  if (part.facts->place && !part.facts->place->actor.empty())
    g.link(event, actors.vertex_of(record, part.facts->place->actor), {Relation::Place, {member}});
}

// What one article leaves out of a place, others may tell.
void complete(RecordPlace& place, const KnowledgeGraph& g) {
  const auto v = g.find(place.actor);
  if (!v) return;
  const EntityNode& entity = std::get<EntityNode>(g[*v]);
  if (!place.country) place.country = entity.facts.country;
  if (!place.coordinates) place.coordinates = entity.coordinates;
}

// The classes of all events, and of each event the parts: what is needed once the comparing is over.
struct EventParts {
  std::vector<std::vector<Part<RecordEvent>>> of_class;  // empty but for classes
  std::vector<std::pair<std::size_t, std::size_t>> fulfilled;
};

EventParts event_parts(const std::vector<Record>& records, const std::vector<std::size_t>& texts,
                       const Actors& actors) {
  const std::vector<LocalEvent> locals = local_events(records, actors);
  EventClasses classes = same_events(locals, Stories(records, texts));
  EventParts parts{std::vector<std::vector<Part<RecordEvent>>>(locals.size()), std::move(classes.fulfilled)};
  for (std::size_t i = 0; i < locals.size(); ++i)
    parts.of_class[classes.of_event[i]].push_back(
        {&records[locals[i].record], locals[i].event, texts[locals[i].record]});
  return parts;
}

void add_events(KnowledgeGraph& g, const std::vector<Record>& records, const std::vector<std::size_t>& texts,
                const Actors& actors) {
  const EventParts parts = event_parts(records, texts, actors);
  const auto place_of = [&](const Record& record) {
    return static_cast<std::size_t>(&record - records.data());
  };
  const KeyOf key_of = [&](const Record& record, const std::string& local) -> const std::string& {
    return actors.key_of(place_of(record), local);
  };
  std::vector<Vertex> vertex(parts.of_class.size());
  g.reserve(g.entities().size() + static_cast<std::size_t>(std::ranges::count_if(
                                      parts.of_class, [](const auto& of_one) { return !of_one.empty(); })));
  for (std::size_t c = 0; c < parts.of_class.size(); ++c) {
    if (parts.of_class[c].empty()) continue;
    EventNode node = event_of(parts.of_class[c], key_of);
    if (node.facts.place) complete(*node.facts.place, g);
    vertex[c] = g.add(std::move(node));
    for (const auto& part : parts.of_class[c]) link_part(g, vertex[c], part, place_of(*part.record), actors);
  }
  for (const auto& [plan, deed] : parts.fulfilled)
    g.link(vertex[plan], vertex[deed], {.relation = Relation::Becomes});
}

}  // namespace

KnowledgeGraph build(std::vector<Record> records) {
  records = newest(std::move(records));
  KnowledgeGraph g;
  const std::vector<std::size_t> texts = text_classes(records);
  const Actors actors(records, texts, g);
  add_events(g, records, texts, actors);
  link_before(g);
  g.set_records(std::move(records));
  return g;
}

}  // namespace dateline
