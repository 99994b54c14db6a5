#include "graph/sentence_alignment.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace dateline {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;
using WordIds = std::vector<std::uint32_t>;

constexpr std::size_t kCrowd = 100;  // a word of so many sentences leads to none of them

// Words as numbers, equal ones alike.
class Numbering {
 public:
  std::uint32_t operator()(const std::string& word) {
    return ids_.emplace(word, static_cast<std::uint32_t>(ids_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> ids_;
};

struct Sentences {
  std::vector<WordIds> all;      // in order
  std::vector<WordIds> telling;  // sorted, each once

  Sentences(const std::vector<TextWords>& sentences, Numbering& number) {
    for (const TextWords& words : sentences) {
      WordIds& ids = all.emplace_back();
      WordIds& tell = telling.emplace_back();
      for (const TextWord& word : words) {
        ids.push_back(number(word.folded));
        if (word.tells()) tell.push_back(ids.back());
      }
      std::ranges::sort(tell);
      const auto rest = std::ranges::unique(tell);
      tell.erase(rest.begin(), rest.end());
    }
  }
};

bool are_counterparts(std::size_t shared, std::size_t a, std::size_t b) {
  constexpr std::size_t kLeast = 3;
  return shared >= kLeast && (5 * shared >= 3 * std::min(a, b) || 4 * shared >= a + b);
}

// Pairs of equal sentences, the nth with the nth; marks what has found its pair.
std::vector<Pair> equal_pairs(const Sentences& a, const Sentences& b, std::vector<bool>& a_found,
                              std::vector<bool>& b_found) {
  std::map<WordIds, std::vector<std::size_t>> where;
  for (std::size_t j = 0; j < b.all.size(); ++j) where[b.all[j]].push_back(j);
  std::map<WordIds, std::size_t> met;
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.all.size(); ++i) {
    const auto same = where.find(a.all[i]);
    if (same == where.end()) continue;
    a_found[i] = true;
    const std::size_t nth = std::min(met[a.all[i]]++, same->second.size() - 1);
    pairs.emplace_back(i, same->second[nth]);
    for (const std::size_t j : same->second) b_found[j] = true;
  }
  return pairs;
}

}  // namespace

std::vector<Pair> counterparts(const std::vector<TextWords>& a, const std::vector<TextWords>& b) {
  Numbering number;
  const Sentences left(a, number);
  const Sentences right(b, number);
  std::vector<bool> left_found(a.size(), false);
  std::vector<bool> right_found(b.size(), false);
  std::vector<Pair> pairs = equal_pairs(left, right, left_found, right_found);
  std::map<std::uint32_t, std::vector<std::size_t>> with_word;
  for (std::size_t j = 0; j < b.size(); ++j)
    if (!right_found[j])
      for (const std::uint32_t word : right.telling[j]) with_word[word].push_back(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (left_found[i]) continue;
    std::set<std::size_t> candidates;
    for (const std::uint32_t word : left.telling[i])
      if (const auto found = with_word.find(word); found != with_word.end() && found->second.size() <= kCrowd)
        candidates.insert(found->second.begin(), found->second.end());
    for (const std::size_t j : candidates) {
      WordIds shared;
      std::ranges::set_intersection(left.telling[i], right.telling[j], std::back_inserter(shared));
      if (are_counterparts(shared.size(), left.telling[i].size(), right.telling[j].size()))
        pairs.emplace_back(i, j);
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

std::vector<WordStretch> align_words(const TextWords& a, const TextWords& b) {
  const std::size_t n = std::min(a.size(), kLongestAligned);
  const std::size_t m = std::min(b.size(), kLongestAligned);
  std::vector<std::uint16_t> longest((n + 1) * (m + 1), 0);  // of the words from i and j on
  const auto at = [m](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      longest[at(i, j)] = same_word(a[i], b[j]) ? static_cast<std::uint16_t>(longest[at(i + 1, j + 1)] + 1)
                                                : std::max(longest[at(i + 1, j)], longest[at(i, j + 1)]);
  std::vector<WordStretch> stretches;
  const auto step = [&](bool same, std::size_t i, std::size_t j, std::size_t di, std::size_t dj) {
    if (stretches.empty() || stretches.back().same != same) stretches.push_back({i, i, j, j, same});
    stretches.back().a_end = i + di;
    stretches.back().b_end = j + dj;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < n && j < m) {
    if (same_word(a[i], b[j]) && longest[at(i, j)] == longest[at(i + 1, j + 1)] + 1)
      step(true, i++, j++, 1, 1);
    else if (longest[at(i + 1, j)] >= longest[at(i, j + 1)])
      step(false, i++, j, 1, 0);
    else
      step(false, i, j++, 0, 1);
  }
  if (i < a.size() || j < b.size()) step(false, i, j, a.size() - i, b.size() - j);
  return stretches;
}

}  // namespace dateline
