// The KnowledgeGraph: what all articles say together.
//
// Vertices are entities and events, one a key; edges say which entity takes what part in which event
// (agent, target, other, place) and which event comes before which. A graph keeps the records of its
// articles whole; vertices and edges follow from them (build.hpp), so that merging is the union of
// records and a fresh resolution.
//
// A key is the least of a vertex's members written "ARTICLE-ID/LOCAL-ID"; it is stable under merges
// that add nothing to the vertex.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "extract/record.hpp"

namespace dateline {

// Where a vertex or an edge comes from: a local actor or event of one article's record.
struct Member {
  std::string article;  // RecordArticle::id
  std::string local;    // RecordActor::id or RecordEvent::id

  friend auto operator<=>(const Member&, const Member&) = default;
};

// One of several values that sources give for a field, with those who give it.
struct Alternative {
  std::string value;  // as text: "2023-01-31", "killed 10", "Oslo"
  std::vector<Member> members;

  friend bool operator==(const Alternative&, const Alternative&) = default;
};
using Disagreements = std::map<std::string, std::vector<Alternative>>;  // field -> two or more values

struct EntityNode {
  std::string key;
  RecordActor facts;  // id and mentions left empty
  std::optional<Coordinates> coordinates;
  std::vector<Member> members;  // sorted
  std::uint32_t sources = 1;    // independent ones
  Disagreements disagreements;
};

struct EventNode {
  std::string key;
  RecordEvent facts;            // the shown values; id left empty; participants name keys of EntityNodes
  std::vector<Member> members;  // sorted
  std::uint32_t sources = 1;
  Disagreements disagreements;
};

using Node = std::variant<EntityNode, EventNode>;

enum class Relation : std::uint8_t { Agent, Target, Other, Place, Before, Becomes };
[[nodiscard]] std::string_view to_string(Relation relation);
[[nodiscard]] std::optional<Relation> relation_from(std::string_view name);

// From an entity to an event (Agent, Target, Other), from an event to its place (Place), from an
// earlier event to a later one (Before; no members), from a planned event to the actual one that it became
// (Becomes; no members).
struct Link {
  Relation relation = Relation::Agent;
  std::vector<Member> members;  // sorted; the events that say so
};

// Whether a relation joins an entity and an event.
[[nodiscard]] constexpr bool is_tie(Relation relation) {
  return relation != Relation::Before && relation != Relation::Becomes;
}

class KnowledgeGraph {
 public:
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Link>;
  using Vertex = Graph::vertex_descriptor;
  using Edge = Graph::edge_descriptor;

  KnowledgeGraph() = default;
  KnowledgeGraph(const KnowledgeGraph& other)
      : graph_(std::make_unique<Graph>(*other.graph_)),
        entities_by_key_(other.entities_by_key_),
        events_by_key_(other.events_by_key_),
        records_(other.records_) {}
  KnowledgeGraph(KnowledgeGraph&&) noexcept = default;  // leaves a graph that can only be assigned to
  KnowledgeGraph& operator=(KnowledgeGraph other) noexcept {
    graph_ = std::move(other.graph_);
    entities_by_key_ = std::move(other.entities_by_key_);
    events_by_key_ = std::move(other.events_by_key_);
    records_ = std::move(other.records_);
    return *this;
  }
  ~KnowledgeGraph() = default;

  // Makes room for so many vertices in all.
  void reserve(std::size_t vertices) { graph_->m_vertices.reserve(vertices); }
  // Adds a vertex. Needs a key that no vertex has yet. Quick where keys come nearly in order.
  Vertex add(Node node);
  // Adds an edge, or joins `link.members` to the one that is there. Needs ends that fit the relation.
  void link(Vertex from, Vertex to, Link link);
  // The records that the graph follows from; sorted by article id, one an article.
  void set_records(std::vector<Record> records);

  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }
  [[nodiscard]] const Node& operator[](Vertex v) const { return (*graph_)[v]; }
  [[nodiscard]] std::optional<Vertex> find(std::string_view key) const;
  // All vertices of one kind, by key.
  [[nodiscard]] const std::vector<Vertex>& entities() const { return entities_by_key_; }
  [[nodiscard]] const std::vector<Vertex>& events() const { return events_by_key_; }

 private:
  // Where a key stands, or would stand, among vertices of one kind.
  [[nodiscard]] std::vector<Vertex>::const_iterator place_of(const std::vector<Vertex>& by_key,
                                                             std::string_view key) const;

  std::unique_ptr<Graph> graph_ = std::make_unique<Graph>();  // Boost's graphs are copied when moved
  std::vector<Vertex> entities_by_key_;
  std::vector<Vertex> events_by_key_;
  std::vector<Record> records_;
};

[[nodiscard]] const std::string& key_of(const Node& node);

}  // namespace dateline
