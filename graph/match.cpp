#include "graph/match.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dateline {
namespace {

constexpr std::size_t kAllPairs = 40000;  // so few are compared all with all
constexpr std::size_t kCrowd = 64;        // of one key each meets no more than so many

using IndexPair = std::pair<std::size_t, std::size_t>;

std::vector<IndexPair> all_pairs(std::size_t a, std::size_t b) {
  std::vector<IndexPair> pairs;
  pairs.reserve(a * b);
  for (std::size_t i = 0; i < a; ++i)
    for (std::size_t j = 0; j < b; ++j) pairs.emplace_back(i, j);
  return pairs;
}

}  // namespace

std::vector<IndexPair> meeting(const std::vector<MatchKeys>& a, const std::vector<MatchKeys>& b) {
  if (a.size() * b.size() <= kAllPairs) return all_pairs(a.size(), b.size());
  std::map<std::string_view, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> by_key;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (const std::string& key : a[i]) by_key[key].first.push_back(i);
  for (std::size_t j = 0; j < b.size(); ++j)
    for (const std::string& key : b[j]) by_key[key].second.push_back(j);
  std::vector<IndexPair> pairs;
  for (const auto& [key, both] : by_key) {
    const auto& [left, right] = both;
    for (std::size_t i = 0; i < left.size() && !right.empty(); ++i) {
      const std::size_t middle = i * right.size() / left.size();  // the place that i has on the other side
      const std::size_t first = middle > kCrowd / 2 ? middle - kCrowd / 2 : 0;
      for (std::size_t j = first; j < std::min(first + kCrowd, right.size()); ++j)
        pairs.emplace_back(left[i], right[j]);
    }
  }
  std::ranges::sort(pairs);
  const auto rest = std::ranges::unique(pairs);
  pairs.erase(rest.begin(), rest.end());
  return pairs;
}

std::vector<IndexPair> best_pairs(std::vector<ScoredPair> pairs) {
  std::ranges::sort(pairs, {}, [](const ScoredPair& p) { return std::tuple(-p.score, p.a, p.b); });
  std::set<std::size_t> taken_a;
  std::set<std::size_t> taken_b;
  std::vector<IndexPair> best;
  for (const ScoredPair& p : pairs) {
    if (taken_a.contains(p.a) || taken_b.contains(p.b)) continue;
    taken_a.insert(p.a);
    taken_b.insert(p.b);
    best.emplace_back(p.a, p.b);
  }
  std::ranges::sort(best);
  return best;
}

}  // namespace dateline
