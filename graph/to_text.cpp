#include "graph/to_text.hpp"

#include <map>

#include "graph/edge_order.hpp"
#include "graph/event_text.hpp"
#include "graph/text_block.hpp"
#include "graph/timeline.hpp"

namespace dateline {
namespace {

// "  label  text", left out where there is nothing to say.
std::string line_of(std::string_view indent, std::string_view label, const std::string& text,
                    std::size_t width = kTextWidth) {
  constexpr std::size_t kLabel = 13;
  return text.empty() ? "" : wrapped(std::string(indent) + padded(label, kLabel), text, width);
}

std::string quoted(const std::string& sentence) { return sentence.empty() ? "" : "\"" + sentence + "\""; }

std::string article_lines(const RecordArticle& a) {
  std::string published;
  if (a.published)
    published = spell(DateInterval{a.published->day, a.published->day + date::days(1)}) + " (" +
                std::string(to_string(a.published->basis)) + ")";
  std::string modified;
  if (a.modified) modified = spell(DateInterval{*a.modified, *a.modified + date::days(1)});
  return wrapped("", a.title.value_or(a.id), kTextWidth) + line_of("  ", "id", a.id) +
         line_of("  ", "url", a.url.value_or("")) + line_of("  ", "source", a.source.value_or("")) +
         line_of("  ", "published", published) + line_of("  ", "modified", modified);
}

std::string event_lines(const RecordEvent& e, const NameOf& name_of, bool explain) {
  constexpr std::string_view kIndent = "      ";
  const std::string title = joined({kind_text(e) + (e.core ? ", core" : ""), when_text(e)}, "; ");
  std::string out = wrapped(padded("  " + e.id, kIndent.size() - 1) + " ", title, kTextWidth) +
                    wrapped(kIndent, summary_text(e), kTextWidth) +
                    line_of(kIndent, "agent", participants_text(e, Role::Agent, name_of)) +
                    line_of(kIndent, "target", participants_text(e, Role::Target, name_of)) +
                    line_of(kIndent, "other", participants_text(e, Role::Other, name_of)) +
                    line_of(kIndent, "place", place_text(e)) + line_of(kIndent, "figures", figures_text(e)) +
                    line_of(kIndent, "attribution", e.attribution ? name_of(*e.attribution) : "");
  for (const Provenance& sentence : e.sentences) out += line_of(kIndent, "sentence", quoted(sentence.text));
  if (explain)
    for (const std::string& why : e.why) out += line_of(kIndent, "why", why);
  return out;
}

std::string disagreement_lines(const Disagreements& disagreements) {
  std::string out;
  for (const auto& [field, alternatives] : disagreements) {
    std::vector<std::string> values;
    for (const Alternative& a : alternatives) {
      std::vector<std::string> members;
      for (const Member& m : a.members) members.push_back(m.article);
      values.push_back(a.value + " (" + joined(members, ", ") + ")");
    }
    out += line_of("        ", field, joined(values, "; "));
  }
  return out;
}

// "A1", "E1": short names of vertices, in order of keys.
std::map<KnowledgeGraph::Vertex, std::string> short_names(const KnowledgeGraph& g) {
  std::map<KnowledgeGraph::Vertex, std::string> names;
  std::size_t n = 0;
  for (const auto v : g.entities()) names[v] = "A" + std::to_string(++n);
  n = 0;
  for (const auto v : g.events()) names[v] = "E" + std::to_string(++n);
  return names;
}

std::string edge_lines(const KnowledgeGraph& g, const std::map<KnowledgeGraph::Vertex, std::string>& names) {
  std::string out;
  for (const KnowledgeGraph::Edge& e : edges_by_key(g))
    out += "  " + padded(names.at(source(e, g.graph())), 6) + padded(to_string(g.graph()[e].relation), 8) +
           names.at(target(e, g.graph())) + "\n";
  return out;
}

std::string sources_text(const EventNode& node) {
  return node.sources > 1 ? std::to_string(node.sources) + " sources" : "";
}

}  // namespace

std::string to_text(const Record& record, bool explain) {
  std::map<std::string, std::string> names;
  for (const RecordActor& a : record.actors) names[a.id] = a.name;
  const NameOf name_of = [&names](const std::string& id) { return names.contains(id) ? names.at(id) : id; };
  std::string out = article_lines(record.article);
  out += record.events.empty() ? "\nNo events.\n" : "\nEvents\n";
  for (const RecordEvent& e : record.events) out += event_lines(e, name_of, explain);
  if (!record.actors.empty()) out += "\nActors\n";
  for (const RecordActor& a : record.actors) {
    out += wrapped(padded("  " + a.id, 5) + " ", actor_text(a), kTextWidth);
    for (std::size_t m = 0; explain && m < std::min(a.why.size(), a.mentions.size()); ++m)
      if (!a.why[m].empty()) out += line_of("      ", "why", quoted(a.mentions[m].text) + ": " + a.why[m]);
  }
  return out;
}

std::string to_text(const KnowledgeGraph& graph) {
  const auto names = short_names(graph);
  std::string out = "Actors\n";
  for (const auto v : graph.entities()) {
    const auto& node = std::get<EntityNode>(graph[v]);
    out +=
        wrapped("  " + padded(names.at(v), 6), actor_text(node.facts) + " [" + node.key + "]", kTextWidth) +
        disagreement_lines(node.disagreements);
  }
  out += "\nEvents\n";
  for (const auto v : graph.events()) {
    const auto& node = std::get<EventNode>(graph[v]);
    const std::string text = joined({when_text(node.facts), kind_text(node.facts), summary_text(node.facts),
                                     figures_text(node.facts), place_text(node.facts), sources_text(node)},
                                    "; ");
    out += wrapped("  " + padded(names.at(v), 6), text + " [" + node.key + "]", kTextWidth) +
           disagreement_lines(node.disagreements);
  }
  return out + "\nEdges\n" + edge_lines(graph, names);
}

}  // namespace dateline
