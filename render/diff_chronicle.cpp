// chronicle_of() of two versions.
#include <algorithm>
#include <set>
#include <tuple>

#include "graph/diff.hpp"
#include "render/chronicle.hpp"
#include "render/diff_words.hpp"
#include "render/escape.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

// Fills one chronicle from two graphs.
class Collector {
 public:
  explicit Collector(Chronicle& chronicle) : chronicle_(chronicle) {}

  void add(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event, Change change,
           std::vector<FieldChange> fields = {}) {
    EventCaption caption = caption_of(graph, event);
    caption.change = change;
    caption.changes = std::move(fields);
    for (const FieldChange& field : caption.changes)
      if (!field.old_words.empty()) caption.tooltip += ". Before: " + field.old_words;
    (caption.days ? chronicle_.dated : chronicle_.undated).push_back(std::move(caption));
  }

  void sort() {
    std::stable_sort(chronicle_.dated.begin(), chronicle_.dated.end(),
                     [](const EventCaption& a, const EventCaption& b) {
                       return std::tuple(first_day(*a.days), last_day(*a.days)) <
                              std::tuple(first_day(*b.days), last_day(*b.days));
                     });
  }

 private:
  Chronicle& chronicle_;
};

void add_sources(const KnowledgeGraph& graph, const std::string& label, Chronicle& chronicle) {
  for (const Record& record : graph.records()) {
    const std::string url = record.article.url.value_or("");
    chronicle.sources.push_back({label + source_words(record.article), is_web_link(url) ? url : ""});
  }
}

}  // namespace

Chronicle chronicle_of(const GraphDiff& changes, const KnowledgeGraph& old_graph,
                       const KnowledgeGraph& new_graph) {
  const Changes<EventNode>& events = changes.events;
  Chronicle chronicle{.title = diff_title(old_graph, new_graph), .note = diff_note(changes)};
  Collector collector(chronicle);
  std::set<std::string> told;
  for (const EventNode& node : events.removed)
    collector.add(old_graph, old_graph.find(node.key).value(), Change::Removed);
  for (const EventNode& node : events.added) {
    collector.add(new_graph, new_graph.find(node.key).value(), Change::Added);
    told.insert(node.key);
  }
  for (const Changed<EventNode>& changed : events.changed) {
    collector.add(new_graph, new_graph.find(changed.new_facts.key).value(), Change::Changed,
                  field_changes_of(changed, changes));
    told.insert(changed.new_facts.key);
  }
  for (const KnowledgeGraph::Vertex v : new_graph.events())
    if (!told.contains(key_of(new_graph[v]))) collector.add(new_graph, v, Change::Same);
  collector.sort();
  add_sources(old_graph, "Old: ", chronicle);
  add_sources(new_graph, "New: ", chronicle);
  return chronicle;
}

}  // namespace dateline
