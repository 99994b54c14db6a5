#include "graph/build.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/consensus.hpp"
#include "graph/identity.hpp"
#include "graph/json.hpp"
#include "graph/order.hpp"

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
  Actors(const std::vector<Record>& records, KnowledgeGraph& g);

  // Class of a local actor, which same_events() compares.
  [[nodiscard]] std::size_t class_of(std::size_t record, std::string_view id) const {
    return class_of_[index_of(record, id)];
  }
  [[nodiscard]] const std::string& key_of(std::size_t record, std::string_view id) const {
    return keys_[class_of(record, id)];
  }

 private:
  [[nodiscard]] std::size_t index_of(std::size_t record, std::string_view id) const {
    return index_[record].find(id)->second;
  }

  std::vector<std::map<std::string_view, std::size_t>> index_;  // record -> local id -> actor
  std::vector<std::size_t> class_of_;                           // actor -> class, the class's first actor
  std::vector<std::string> keys_;                               // by class
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

Actors::Actors(const std::vector<Record>& records, KnowledgeGraph& g) : index_(records.size()) {
  std::vector<LocalActor> locals;
  for (std::size_t r = 0; r < records.size(); ++r)
    for (const RecordActor& a : records[r].actors) {
      index_[r].emplace(a.id, locals.size());
      locals.push_back({r, &a});
    }
  class_of_ = same_actors(locals);
  std::vector<std::vector<Part<RecordActor>>> parts(locals.size());
  for (std::size_t i = 0; i < locals.size(); ++i)
    parts[class_of_[i]].push_back({&records[locals[i].record], locals[i].actor});
  const auto coordinates = coordinates_of(
      records, locals.size(), [this](std::size_t r, const std::string& id) { return class_of(r, id); });
  keys_.resize(locals.size());
  for (std::size_t c = 0; c < parts.size(); ++c) {
    if (parts[c].empty()) continue;
    EntityNode node = entity_of(parts[c]);
    node.coordinates = coordinates[c];
    keys_[c] = node.key;
    g.add(std::move(node));
  }
}

// A record's event with the keys of vertices in place of local ids.
RecordEvent with_keys(const RecordEvent& event, std::size_t record, const Actors& actors) {
  RecordEvent e = event;
  for (RecordParticipant& p : e.participants) p.actor = actors.key_of(record, p.actor);
  if (e.place && !e.place->actor.empty()) e.place->actor = actors.key_of(record, e.place->actor);
  if (e.attribution) e.attribution = actors.key_of(record, *e.attribution);
  return e;
}

struct Events {
  std::vector<LocalEvent> locals;
  std::vector<RecordEvent> keyed;  // one a local event

  Events(const std::vector<Record>& records, const Actors& actors) {
    for (std::size_t r = 0; r < records.size(); ++r)
      for (const RecordEvent& e : records[r].events) {
        LocalEvent local{.record = r, .event = &e};
        for (const RecordParticipant& p : e.participants)
          local.participants.emplace_back(actors.class_of(r, p.actor), p.role);
        if (e.place && !e.place->actor.empty()) local.place = actors.class_of(r, e.place->actor);
        locals.push_back(std::move(local));
        keyed.push_back(with_keys(e, r, actors));
      }
  }
};

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
void link_part(KnowledgeGraph& g, Vertex event, const Part<RecordEvent>& part) {
  const Member member{part.record->article.id, part.facts->id};
  for (const RecordParticipant& p : part.facts->participants)
    g.link(*g.find(p.actor), event, {relation_of(p.role), {member}});
  if (part.facts->place && !part.facts->place->actor.empty())
    g.link(event, *g.find(part.facts->place->actor), {Relation::Place, {member}});
}

// What one article leaves out of a place, others may tell.
void complete(RecordPlace& place, const KnowledgeGraph& g) {
  const auto v = g.find(place.actor);
  if (!v) return;
  const EntityNode& entity = std::get<EntityNode>(g[*v]);
  if (!place.country) place.country = entity.facts.country;
  if (!place.coordinates) place.coordinates = entity.coordinates;
}

void add_events(KnowledgeGraph& g, const std::vector<Record>& records, const Actors& actors) {
  const Events events(records, actors);
  const std::vector<std::size_t> class_of = same_events(events.locals);
  std::vector<std::vector<Part<RecordEvent>>> parts(class_of.size());
  for (std::size_t i = 0; i < class_of.size(); ++i)
    parts[class_of[i]].push_back({&records[events.locals[i].record], &events.keyed[i]});
  for (const auto& of_one : parts) {
    if (of_one.empty()) continue;
    EventNode node = event_of(of_one);
    if (node.facts.place) complete(*node.facts.place, g);
    const Vertex v = g.add(std::move(node));
    for (const auto& part : of_one) link_part(g, v, part);
  }
}

}  // namespace

KnowledgeGraph build(std::vector<Record> records) {
  records = newest(std::move(records));
  KnowledgeGraph g;
  const Actors actors(records, g);
  add_events(g, records, actors);
  link_before(g);
  g.set_records(std::move(records));
  return g;
}

}  // namespace dateline
