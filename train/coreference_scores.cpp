#include "train/coreference_scores.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace dateline {
namespace {

using ChainOf = std::map<Span, std::size_t>;

ChainOf chain_of(const SpanChains& chains) {
  ChainOf of;
  for (std::size_t c = 0; c < chains.size(); ++c)
    for (const Span span : chains[c]) of[span] = c;
  return of;
}

// How many mentions each chain of `key` shares with each of the other side; mentions that stand alone apart.
struct Overlap {
  std::map<std::size_t, double> shared;
  double alone = 0;
};

std::vector<Overlap> overlaps(const SpanChains& key, const ChainOf& other) {
  std::vector<Overlap> all(key.size());
  for (std::size_t c = 0; c < key.size(); ++c)
    for (const Span span : key[c]) {
      const auto found = other.find(span);
      if (found == other.end())
        ++all[c].alone;
      else
        ++all[c].shared[found->second];
    }
  return all;
}

struct Part {
  double got = 0, of = 0;
};

Part muc_part(const SpanChains& key, const std::vector<Overlap>& with) {
  Part part;
  for (std::size_t c = 0; c < key.size(); ++c) {
    const double pieces = static_cast<double>(with[c].shared.size()) + with[c].alone;
    part.got += static_cast<double>(key[c].size()) - pieces;
    part.of += static_cast<double>(key[c].size()) - 1;
  }
  return part;
}

Part b_cubed_part(const SpanChains& key, const std::vector<Overlap>& with) {
  Part part;
  for (std::size_t c = 0; c < key.size(); ++c) {
    for (const auto& [other, n] : with[c].shared) part.got += n * n / static_cast<double>(key[c].size());
    part.of += static_cast<double>(key[c].size());
  }
  return part;
}

double ceaf_sum(const SpanChains& key, const SpanChains& response, const std::vector<Overlap>& with) {
  std::vector<std::vector<double>> weights(key.size(), std::vector<double>(response.size(), 0.0));
  for (std::size_t c = 0; c < key.size(); ++c)
    for (const auto& [other, n] : with[c].shared)
      weights[c][other] = 2 * n / static_cast<double>(key[c].size() + response[other].size());
  return best_pairing(weights);
}

}  // namespace

void Ratio::add(const Ratio& other) {
  recalled += other.recalled;
  wanted += other.wanted;
  right += other.right;
  given += other.given;
}

void CoreferenceScores::add(const CoreferenceScores& other) {
  mentions.add(other.mentions);
  muc.add(other.muc);
  b_cubed.add(other.b_cubed);
  ceaf_e.add(other.ceaf_e);
}

// Kuhn's method with potentials, rows one by one; O(n^3).
double best_pairing(const std::vector<std::vector<double>>& weights) {
  const std::size_t rows = weights.size(), columns = rows == 0 ? 0 : weights.front().size();
  const std::size_t n = std::max(rows, columns);
  if (rows == 0 || columns == 0) return 0;
  const auto cost = [&](std::size_t r, std::size_t c) {
    return r <= rows && c <= columns ? -weights[r - 1][c - 1] : 0.0;
  };
  constexpr double kFar = std::numeric_limits<double>::infinity();
  std::vector<double> row_price(n + 1, 0), column_price(n + 1, 0);
  std::vector<std::size_t> row_of(n + 1, 0), way(n + 1, 0);
  for (std::size_t r = 1; r <= n; ++r) {
    row_of[0] = r;
    std::vector<double> least(n + 1, kFar);
    std::vector<bool> used(n + 1, false);
    std::size_t at = 0;
    do {
      used[at] = true;
      const std::size_t row = row_of[at];
      double step = kFar;
      std::size_t next = 0;
      for (std::size_t c = 1; c <= n; ++c) {
        if (used[c]) continue;
        const double slack = cost(row, c) - row_price[row] - column_price[c];
        if (slack < least[c]) least[c] = slack, way[c] = at;
        if (least[c] < step) step = least[c], next = c;
      }
      for (std::size_t c = 0; c <= n; ++c) {
        if (used[c])
          row_price[row_of[c]] += step, column_price[c] -= step;
        else
          least[c] -= step;
      }
      at = next;
    } while (row_of[at] != 0);
    for (; at != 0; at = way[at]) row_of[at] = row_of[way[at]];
  }
  double sum = 0;
  for (std::size_t c = 1; c <= n; ++c) sum -= cost(row_of[c], c);
  return sum;
}

CoreferenceScores coreference_scores(const SpanChains& key, const SpanChains& response) {
  const ChainOf key_of = chain_of(key), response_of = chain_of(response);
  const auto forth = overlaps(key, response_of), back = overlaps(response, key_of);
  CoreferenceScores scores;
  const auto fill = [](Ratio& ratio, const Part& recall, const Part& precision) {
    ratio = {recall.got, recall.of, precision.got, precision.of};
  };
  double both = 0;
  for (const auto& [span, chain] : key_of) both += response_of.contains(span);
  const auto wanted = static_cast<double>(key_of.size()), given = static_cast<double>(response_of.size());
  fill(scores.mentions, {both, wanted}, {both, given});
  fill(scores.muc, muc_part(key, forth), muc_part(response, back));
  fill(scores.b_cubed, b_cubed_part(key, forth), b_cubed_part(response, back));
  const double sum = ceaf_sum(key, response, forth);
  fill(scores.ceaf_e, {sum, static_cast<double>(key.size())}, {sum, static_cast<double>(response.size())});
  return scores;
}

}  // namespace dateline
