#include <algorithm>
#include <map>
#include <set>

#include "graph/match.hpp"
#include "graph/name.hpp"
#include "graph/wording.hpp"

namespace dateline {
namespace {

constexpr double kSomeWords = 1.0 / 3;
constexpr double kMostWords = 0.6;

struct Known {
  const EventNode* node = nullptr;
  const RecordEvent* event = nullptr;
  Wording words;
  std::set<std::string> actors;  // keys of `a`'s actors, or "+" and a key of `b`'s where `a` has none such
  std::string place;
};

// `name_in_a` leads from keys of the graph to those both sides use.
std::vector<Known> known_of(const KnowledgeGraph& g, const std::map<std::string, std::string>& name_in_a) {
  const auto common = [&](const std::string& key) {
    const auto it = name_in_a.find(key);
    return it == name_in_a.end() ? "+" + key : it->second;
  };
  std::vector<Known> all;
  for (const auto v : g.events()) {
    const auto& node = std::get<EventNode>(g[v]);
    const RecordEvent& e = node.facts;
    Known k{.node = &node, .event = &e, .words = wording_of(e), .actors = {}, .place = {}};
    for (const RecordParticipant& p : e.participants) k.actors.insert(common(p.actor));
    if (e.place) k.place = e.place->actor.empty() ? folded_name(e.place->name) : common(e.place->actor);
    all.push_back(std::move(k));
  }
  return all;
}

const DateInterval* days_of_event(const RecordEvent& e) {
  return e.when && e.when->days ? &*e.when->days : nullptr;
}

// 1 for the same days, 1/2 where they overlap or only one is known, 0 where they contradict each other.
double same_days(const RecordEvent& a, const RecordEvent& b) {
  const DateInterval* const x = days_of_event(a);
  const DateInterval* const y = days_of_event(b);
  if (x == nullptr && y == nullptr) return 1;
  if (x == nullptr || y == nullptr) return 0.5;
  if (x->begin == y->begin && x->end == y->end) return 1;
  return overlap(*x, *y) ? 0.5 : 0;
}

// Inflected forms of one word mostly begin alike ("visit", "visited").
bool share_trigger(const Wording& a, const Wording& b) {
  constexpr std::size_t kBeginning = 4;
  return std::ranges::any_of(a.triggers, [&](const std::string& x) {
    return std::ranges::any_of(
        b.triggers, [&](const std::string& y) { return x.substr(0, kBeginning) == y.substr(0, kBeginning); });
  });
}

bool is_same(const Known& a, const Known& b, double words, bool trigger, double actors, double days) {
  if (a.event->type != b.event->type) return trigger && words >= kMostWords;
  if (words >= kSomeWords) return true;
  const bool in_common = actors > 0 || (!a.place.empty() && a.place == b.place);
  return !is_speech(a.event->type) && in_common && days > 0;
}

// How alike two events are; 0 where they are not the same.
double likeness(const Known& a, const Known& b, const Revision& revision) {
  constexpr double kSamePlace = 8;
  const double place = revision.same_triggers(*a.node, *b.node);
  const bool wordless = a.words.sentences.empty() && b.words.sentences.empty();
  const double words = wordless ? (a.words.triggers == b.words.triggers ? 1 : 0) : alike(a.words, b.words);
  const bool trigger = share_trigger(a.words, b.words);
  const double actors = dice(a.actors, b.actors);
  const double days = same_days(*a.event, *b.event);
  if (place == 0 && !is_same(a, b, words, trigger, actors, days)) return 0;
  return kSamePlace * place + 3 * words + 2 * actors + 1.5 * days + (a.event->type == b.event->type ? 2 : 0) +
         (trigger ? 2 : 0) + (a.place == b.place ? 1 : 0) +
         (a.event->modality == b.event->modality ? 0.5 : 0) +
         (a.words.triggers == b.words.triggers ? 0.5 : 0);
}

// Sentences that are counterparts give one key: the number of that of the new side.
void add_sentence_keys(MatchKeys& keys, const EventNode& node, Version side, const Revision& revision) {
  for (const std::size_t s : revision.text(side).sentences_of(node)) {
    if (side == Version::After) keys.push_back("#" + std::to_string(s));
    if (side == Version::Before)
      for (const std::size_t c : revision.counterparts_of(side, s)) keys.push_back("#" + std::to_string(c));
  }
}

std::vector<MatchKeys> keys_of(const std::vector<Known>& all, Version side, const Revision& revision) {
  std::vector<MatchKeys> keys;
  for (const Known& k : all) {
    MatchKeys& of_one = keys.emplace_back();
    const std::string type(to_string(k.event->type));
    of_one.push_back(type);
    for (const std::string& actor : k.actors) of_one.push_back(type + "@" + actor);
    for (const Provenance& sentence : k.event->sentences) of_one.push_back("=" + sentence.text);
    add_sentence_keys(of_one, *k.node, side, revision);
    for (const std::string& trigger : k.words.triggers)
      for (const std::string& word : k.words.sentences) of_one.push_back(trigger + " " + word);
    if (!k.place.empty()) of_one.push_back(type + "%" + k.place);
  }
  return keys;
}

}  // namespace

std::vector<VertexPair> match_events(const Revision& revision, const std::vector<VertexPair>& actors) {
  const KnowledgeGraph& a = revision.text(Version::Before).graph();
  const KnowledgeGraph& b = revision.text(Version::After).graph();
  std::map<std::string, std::string> same;
  std::map<std::string, std::string> translated;
  for (const auto v : a.entities()) same[key_of(a[v])] = key_of(a[v]);
  for (const auto& [in_a, in_b] : actors) translated[key_of(b[in_b])] = key_of(a[in_a]);
  const std::vector<Known> left = known_of(a, same);
  const std::vector<Known> right = known_of(b, translated);
  std::vector<ScoredPair> pairs;
  for (const auto& [i, j] :
       meeting(keys_of(left, Version::Before, revision), keys_of(right, Version::After, revision)))
    if (const double score = likeness(left[i], right[j], revision); score > 0) pairs.push_back({score, i, j});
  std::vector<VertexPair> matched;
  const auto left_vertices = a.events();
  const auto right_vertices = b.events();
  for (const auto& [i, j] : best_pairs(std::move(pairs)))
    matched.emplace_back(left_vertices[i], right_vertices[j]);
  return matched;
}

}  // namespace dateline
