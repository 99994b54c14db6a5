// What changed between two versions: of an article, of a record, of a graph.
//
// Events and actors are matched by what they are, never by position or key: actors by folded name, alias, or
// nearly the same name; events by type, words of trigger and sentences, participants, days and place. Pairs
// are taken greedily from the most alike to the least. How something is worded, where it stands, and what is
// only named in passing (participants of the role `other` that one side lacks) is no change.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

template <typename Facts>
struct Changed {
  Facts old_facts;
  Facts new_facts;
  std::vector<std::string> fields;  // JSON names of the fields that differ, in the record's order
};

template <typename Facts>
struct Changes {
  std::vector<Facts> added;
  std::vector<Facts> removed;
  std::vector<Changed<Facts>> changed;
  std::size_t same = 0;
};

struct GraphDiff {
  std::vector<std::string> old_ids;  // articles
  std::vector<std::string> new_ids;
  Changes<EventNode> events;
  Changes<EntityNode> actors;
  std::map<std::string, std::string> old_names;  // of the actors that events name: key -> name
  std::map<std::string, std::string> new_names;

  [[nodiscard]] bool empty() const;
};

[[nodiscard]] GraphDiff diff(const KnowledgeGraph& old_graph, const KnowledgeGraph& new_graph);

}  // namespace dateline
