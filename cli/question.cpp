#include "cli/question.hpp"

#include <algorithm>
#include <set>

#include "cli/selection.hpp"
#include "extract/input_error.hpp"
#include "graph/questions.hpp"
#include "graph/to_text.hpp"

namespace dateline {
namespace {

Vertices named(const KnowledgeGraph& g, const std::string& name) {
  Vertices found = entities_named(g, name);
  if (found.empty())
    throw InputError("graph", "", "nobody and nothing is called '" + name + "'",
                     "see the actors of the graph");
  return found;
}

// The graph of the events among some vertices: its records are cut down to them, so that it still follows
// from them.
KnowledgeGraph with_events_of(const KnowledgeGraph& g, const Vertices& vertices) {
  std::set<Member> kept;
  for (const auto v : vertices)
    if (const auto* const event = std::get_if<EventNode>(&g[v]))
      kept.insert(event->members.begin(), event->members.end());
  return graph_with(g, kept);
}

Answer connected(const KnowledgeGraph& g, const std::string& a, const std::string& b) {
  const Vertices way = connection(g, named(g, a), named(g, b));
  std::string text = way.empty() ? "No event connects " + a + " and " + b + ".\n" : connection_text(g, way);
  return {with_events_of(g, way), std::move(text)};
}

Answer nearby(const KnowledgeGraph& g, const Question& question) {
  Vertices from;
  for (const std::string& name : question.around) {
    const Vertices found = named(g, name);
    from.insert(from.end(), found.begin(), found.end());
  }
  return {with_events_of(g, neighbourhood(g, from, 2 * std::size_t{question.hops} - 1)), ""};
}

Answer in_the_middle(const KnowledgeGraph& g, std::size_t n) {
  std::vector<Central> central = central_actors(g);
  central.resize(std::min(n, central.size()));
  Vertices from;
  std::string text;
  for (const Central& c : central) {
    from.push_back(c.entity);
    const auto permille = static_cast<long>(c.rank * 1000 + 0.5);
    text += std::to_string(permille / 10) + "." + std::to_string(permille % 10) + " %  " +
            std::get<EntityNode>(g[c.entity]).facts.name + "\n";
  }
  return {with_events_of(g, neighbourhood(g, from, 1)), std::move(text)};
}

}  // namespace

Answer answer(const KnowledgeGraph& g, const Question& question) {
  if (question.connect) return connected(g, question.connect->first, question.connect->second);
  if (!question.around.empty()) return nearby(g, question);
  return in_the_middle(g, question.central);
}

}  // namespace dateline
