#include <algorithm>
#include <set>

#include "graph/edit_distance.hpp"
#include "graph/match.hpp"
#include "graph/name.hpp"
#include "graph/wording.hpp"

namespace dateline {
namespace {

struct Known {
  std::string name;             // folded
  std::set<std::string> names;  // with aliases
  std::set<std::string> words;
  const EntityNode* node = nullptr;
};

std::vector<Known> known_of(const KnowledgeGraph& g) {
  std::vector<Known> all;
  for (const auto v : g.entities()) {
    const auto& node = std::get<EntityNode>(g[v]);
    Known k{.name = folded_name(node.facts.name), .names = {}, .words = {}, .node = &node};
    k.names.insert(k.name);
    for (const std::string& alias : node.facts.aliases) k.names.insert(folded_name(alias));
    for (const std::string_view word : words_of_name(k.name)) k.words.emplace(word);
    all.push_back(std::move(k));
  }
  return all;
}

bool compatible(EntityKind a, EntityKind b) {
  const auto one = [](EntityKind k) {
    if (k == EntityKind::Group) return EntityKind::Organization;
    return k == EntityKind::Country ? EntityKind::Place : k;
  };
  return one(a) == one(b) || a == EntityKind::Other || b == EntityKind::Other;
}

constexpr std::size_t kLongestName = 100;  // bytes; longer ones are compared whole or not at all

// A name misspelt and put right, or said at greater length.
bool nearly(const Known& a, const Known& b) {
  constexpr std::size_t kLettersAnError = 4;  // one error is forgiven for so many letters
  if (is_description(a.node->facts.name) || is_description(b.node->facts.name)) return false;
  if (a.node->facts.kind != b.node->facts.kind) return false;
  const std::size_t least = std::min(a.words.size(), b.words.size());
  if (least > 1 && (std::ranges::includes(a.words, b.words) || std::ranges::includes(b.words, a.words)))
    return true;
  const std::size_t longest = std::max(a.name.size(), b.name.size());
  return longest <= kLongestName && edit_distance(a.name, b.name) * kLettersAnError <= longest;
}

// 0 where the two are not the same.
double likeness(const Known& a, const Known& b) {
  if (!compatible(a.node->facts.kind, b.node->facts.kind)) return 0;
  const double extra = (a.node->facts.kind == b.node->facts.kind ? 0.5 : 0) +
                       (a.node->facts.country == b.node->facts.country ? 0.25 : 0);
  if (a.name == b.name) return 4 + extra;
  if (a.names.contains(b.name) || b.names.contains(a.name)) return 3 + extra;
  return nearly(a, b) ? 1 + dice(a.words, b.words) + extra : 0;
}

// Names in full, and the beginnings of their words, for misspelt ones.
std::vector<MatchKeys> keys_of(const std::vector<Known>& all) {
  constexpr std::size_t kBeginning = 3;
  std::vector<MatchKeys> keys;
  for (const Known& k : all) {
    MatchKeys& of_one = keys.emplace_back(k.names.begin(), k.names.end());
    for (const std::string& word : k.words) of_one.push_back("^" + word.substr(0, kBeginning));
  }
  return keys;
}

}  // namespace

std::vector<VertexPair> match_actors(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  const std::vector<Known> left = known_of(a);
  const std::vector<Known> right = known_of(b);
  std::vector<ScoredPair> pairs;
  for (const auto& [i, j] : meeting(keys_of(left), keys_of(right)))
    if (const double score = likeness(left[i], right[j]); score > 0) pairs.push_back({score, i, j});
  std::vector<VertexPair> matched;
  const auto left_vertices = a.entities();
  const auto right_vertices = b.entities();
  for (const auto& [i, j] : best_pairs(std::move(pairs)))
    matched.emplace_back(left_vertices[i], right_vertices[j]);
  return matched;
}

}  // namespace dateline
