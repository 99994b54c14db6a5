// connection_text() of to_text.hpp.
#include "graph/event_text.hpp"
#include "graph/text_block.hpp"
#include "graph/to_text.hpp"

namespace dateline {
namespace {

// What an event calls the part of an entity in it: its role, or "place".
std::string part_of(const KnowledgeGraph& g, KnowledgeGraph::Vertex entity, const EventNode& event) {
  for (const RecordParticipant& p : event.facts.participants)
    if (p.actor == key_of(g[entity])) return std::string(to_string(p.role));
  return "place";
}

}  // namespace

std::string connection_text(const KnowledgeGraph& g, const std::vector<KnowledgeGraph::Vertex>& way) {
  std::string out;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (const auto* const entity = std::get_if<EntityNode>(&g[way[i]])) {
      out += wrapped("", actor_text(entity->facts), kTextWidth);
      continue;
    }
    const auto& event = std::get<EventNode>(g[way[i]]);
    std::vector<std::string> parts;
    if (i > 0) parts.push_back(part_of(g, way[i - 1], event));
    if (i + 1 < way.size()) parts.push_back(part_of(g, way[i + 1], event));
    const std::string what = joined({kind_text(event.facts), when_text(event.facts)}, ", ");
    out += wrapped("  ", joined(parts, " - ") + " in " + what + ": " + summary_text(event.facts), kTextWidth);
  }
  return out;
}

}  // namespace dateline
