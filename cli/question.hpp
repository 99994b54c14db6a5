// What a command line asks of a graph beyond its filters, and the answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

// One question at most; none: the graph itself is wanted.
struct Question {
  std::optional<std::pair<std::string, std::string>> connect;  // two names: how are they connected?
  std::vector<std::string> around;                             // names: what is near them?
  std::uint32_t hops = 1;     // steps from actor to actor, each over an event
  std::uint32_t central = 0;  // how many of those who stand in the middle

  [[nodiscard]] bool asks() const { return connect || !around.empty() || central > 0; }
};

// The part of the graph that answers, and what is said of it in words ("" where the graph says it all).
struct Answer {
  KnowledgeGraph graph;
  std::string text;
};

// Throws InputError where nobody has a name that is asked for.
[[nodiscard]] Answer answer(const KnowledgeGraph& g, const Question& question);

}  // namespace dateline
