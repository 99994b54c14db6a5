// The consensus of sources: of what the members of one vertex say, the value shown and the values that
// differ.
//
// The value shown is, of those given, the one with most independent sources; of equals the most precise
// (fewest days, a number rather than bounds); of equals that of the newest article; of equals the first in
// the order of texts. Fields are decided one by one. Participants are united. A field is in disagreement
// where two values can't both be right: for `when`, different days neither of which hold the other; for
// `figures`, different numbers of the same kind and unit; for `participants`, one actor in different roles.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

// A local actor or event that is part of a vertex.
template <typename Facts>
struct Part {
  const Record* record = nullptr;
  const Facts* facts = nullptr;
  std::size_t text = 0;  // the class of the article's text (text_copies.hpp): one class, one source
};

// Leads from what a record calls an actor to the key of its EntityNode.
using KeyOf = std::function<const std::string&(const Record&, const std::string& local)>;

// Needs at least one part; the result does not depend on their order. `members` and `key` are set.
[[nodiscard]] EntityNode entity_of(std::span<const Part<RecordActor>> parts);

// The same for an event; actors, the place's and the voice too, are named by `key_of`.
[[nodiscard]] EventNode event_of(std::span<const Part<RecordEvent>> parts, const KeyOf& key_of);

}  // namespace dateline
