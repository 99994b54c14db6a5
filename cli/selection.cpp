#include "cli/selection.hpp"

#include <set>
#include <string>
#include <utility>

#include "graph/build.hpp"

namespace dateline {
namespace {

std::set<Member> members_of_events(const KnowledgeGraph& graph) {
  std::set<Member> members;
  for (const auto v : graph.events()) {
    const EventNode& event = std::get<EventNode>(graph[v]);
    members.insert(event.members.begin(), event.members.end());
  }
  return members;
}

// Events that are left out leave their sentences behind, as those in which no event stands.
void keep_sentences(Record& record, const std::set<Member>& kept) {
  const auto before = [](const Provenance& a, const Provenance& b) {
    return a.source.begin < b.source.begin;
  };
  std::set<Provenance, decltype(before)> wanted(before);
  for (const RecordEvent& event : record.events)
    if (kept.contains({record.article.id, event.id}))
      wanted.insert(event.sentences.begin(), event.sentences.end());
  for (const RecordEvent& event : record.events)
    for (const Provenance& sentence : event.sentences)
      if (wanted.insert(sentence).second) record.other_sentences.push_back(sentence);
  std::ranges::stable_sort(record.other_sentences, before);
}

void keep_events(Record& record, const std::set<Member>& kept) {
  keep_sentences(record, kept);
  std::erase_if(record.events, [&](const RecordEvent& event) {
    return !kept.contains({record.article.id, event.id});
  });
  std::set<std::string> involved;
  for (const RecordEvent& event : record.events) {
    for (const RecordParticipant& p : event.participants) involved.insert(p.actor);
    if (event.place) involved.insert(event.place->actor);
    if (event.attribution) involved.insert(*event.attribution);
  }
  std::erase_if(record.actors, [&](const RecordActor& actor) { return !involved.contains(actor.id); });
}

}  // namespace

Record selected_record(Record record, const Selection& selection) {
  if (selection.selects_all()) return record;
  const KnowledgeGraph chosen = select(build({record}), selection);
  keep_events(record, members_of_events(chosen));
  return record;
}

KnowledgeGraph selected_graph(std::vector<Record> records, const Selection& selection) {
  KnowledgeGraph graph = build(std::move(records));
  if (selection.selects_all()) return graph;
  return graph_with(graph, members_of_events(select(graph, selection)));
}

KnowledgeGraph graph_with(const KnowledgeGraph& graph, const std::set<Member>& kept) {
  std::vector<Record> cut = graph.records();
  for (Record& record : cut) keep_events(record, kept);
  return build(std::move(cut));
}

}  // namespace dateline
