#include "render/lanes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "render/escape.hpp"
#include "render/event_words.hpp"

namespace dateline {
namespace {

// Something that events can share, with the name that readers know. Names alone would join namesakes.
using LaneKey = std::pair<std::string, std::string>;  // name, key

// The lanes that an event could stand in, in groups: all of the first group are asked before the second.
using Candidates = std::vector<std::vector<LaneKey>>;

std::string named(std::string_view name) {
  std::string words = printable(name);
  return words.empty() ? "unnamed" : words;
}

Candidates actors_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex event) {
  Candidates groups(3);
  for (const Part& part : parts_of(graph, event)) {
    const auto& actor = std::get<EntityNode>(graph[part.actor]);
    groups[static_cast<std::size_t>(part.role)].emplace_back(named(actor.facts.name), actor.key);
  }
  return groups;
}

Candidates sources_of(const EventNode& event,
                      const std::map<std::string_view, const RecordArticle*>& articles) {
  Candidates groups;
  for (const Member& member : event.members) {
    const auto article = articles.find(member.article);
    if (article == articles.end()) continue;
    const std::string words = source_words(*article->second);
    groups.push_back({{article->second->source ? named(*article->second->source) : words,
                       article->second->source.value_or(article->second->id)}});
  }
  return groups;
}

Candidates candidates_of(const KnowledgeGraph& graph, KnowledgeGraph::Vertex v, LaneBy by,
                         const std::map<std::string_view, const RecordArticle*>& articles) {
  const auto& event = std::get<EventNode>(graph[v]);
  switch (by) {
    case LaneBy::None: return {};
    case LaneBy::Actor: return actors_of(graph, v);
    case LaneBy::Type: return {{{std::string(to_string(event.facts.type)), ""}}};
    case LaneBy::Place:
      if (!event.facts.place) return {};
      return {{{named(event.facts.place->name), event.facts.place->actor}}};
    case LaneBy::Source: return sources_of(event, articles);
  }
  return {};
}

std::string_view others_of(LaneBy by) {
  switch (by) {
    case LaneBy::Actor: return "Other actors";
    case LaneBy::Type: return "Other types";
    case LaneBy::Place: return "Elsewhere, or no place given";
    case LaneBy::None:
    case LaneBy::Source: break;
  }
  return "Other sources";
}

using Counts = std::map<LaneKey, std::size_t>;

// The most eventful keys, at most `most`, in that order.
std::vector<LaneKey> busiest(const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, LaneKey>> order;
  for (const auto& [key, count] : counts) order.emplace_back(count, key);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > most) order.resize(most);
  std::vector<LaneKey> keys;
  for (auto& [count, key] : order) keys.push_back(std::move(key));
  return keys;
}

// The candidate that comes first among `lanes`, of the first group that has one there.
std::optional<LaneKey> choice_of(const Candidates& candidates, const std::map<LaneKey, std::size_t>& rank) {
  for (const std::vector<LaneKey>& group : candidates) {
    const LaneKey* best = nullptr;
    for (const LaneKey& key : group)
      if (rank.contains(key) && (best == nullptr || rank.at(key) < rank.at(*best))) best = &key;
    if (best != nullptr) return *best;
  }
  return std::nullopt;
}

std::map<LaneKey, std::size_t> ranks_of(const std::vector<LaneKey>& keys) {
  std::map<LaneKey, std::size_t> ranks;
  for (std::size_t i = 0; i < keys.size(); ++i) ranks[keys[i]] = i;
  return ranks;
}

}  // namespace

Lanes lanes_of(const KnowledgeGraph& graph, const std::vector<TimelineEntry>& entries, LaneBy by) {
  Lanes lanes;
  if (by == LaneBy::None || entries.empty()) return lanes;
  std::map<std::string_view, const RecordArticle*> articles;
  for (const Record& record : graph.records()) articles[record.article.id] = &record.article;
  std::vector<Candidates> candidates;
  Counts met;
  for (const TimelineEntry& entry : entries) {
    candidates.push_back(candidates_of(graph, entry.event, by, articles));
    std::set<LaneKey> keys;
    for (std::size_t group = 0; group < std::min<std::size_t>(candidates.back().size(), 2); ++group)
      keys.insert(candidates.back()[group].begin(), candidates.back()[group].end());
    for (const LaneKey& key : keys) ++met[key];
  }
  const auto rank = ranks_of(busiest(met, 4 * kMostLanes));
  Counts chosen;  // events in each lane, each event once
  for (const Candidates& c : candidates)
    if (const auto key = choice_of(c, rank)) ++chosen[*key];
  const std::size_t most = chosen.size() > kMostLanes ? kMostLanes - 1 : kMostLanes;
  const std::vector<LaneKey> kept = busiest(chosen, most);
  const auto lane = ranks_of(kept);
  for (const LaneKey& key : kept) lanes.names.push_back(key.first);
  bool others = false;
  for (const Candidates& c : candidates) {
    const auto key = choice_of(c, lane);
    lanes.of_entry.push_back(key ? lane.at(*key) : kept.size());
    others |= !key;
  }
  if (others) lanes.names.emplace_back(others_of(by));
  return lanes;
}

}  // namespace dateline
