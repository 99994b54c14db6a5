#include "extract/tree_decoder.hpp"

#include <algorithm>
#include <limits>

namespace dateline {
namespace {

using Words = std::vector<std::uint32_t>;
constexpr std::uint32_t kOpen = std::numeric_limits<std::uint32_t>::max();

struct Edge {
  double score = 0;
  std::uint32_t head = 0, word = 0;  // as in the sentence
};

// A cycle that was drawn together into its first member.
struct Contraction {
  std::vector<Words> members;  // the words of each
  std::vector<Edge> inner;     // the edge of the cycle into each
};

bool one_tree(const Words& heads) {
  const auto n = static_cast<std::uint32_t>(heads.size());
  if (std::count(heads.begin(), heads.end(), n) != 1) return false;
  Words seen(n, kOpen);
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t w = i; w != n && seen[w] != i; w = heads[w]) {
      if (seen[w] != kOpen) break;
      seen[w] = i;
      if (heads[w] != n && seen[heads[w]] == i) return false;
    }
  return true;
}

class Graph {
 public:
  Graph(std::span<const float> scores, std::uint32_t n)
      : n_(n), edges_((std::size_t{n} + 1) * n), words_(n), best_(n) {
    for (std::uint32_t d = 0; d < n; ++d) {
      active_.push_back(d);
      words_[d] = {d};
      // One root and no more: each costs more than any arc can bring.
      for (std::uint32_t h = 0; h <= n; ++h)
        edge(h, d) = {scores[d * (n + 1) + h] - (h == n ? 1e6 : 0.0), h, d};
    }
  }

  Words solve() {
    for (const std::uint32_t d : active_) best_[d] = best_head(d);
    for (Words cycle = find_cycle(); !cycle.empty(); cycle = find_cycle()) {
      contract(cycle);
      redirect(cycle);
    }
    Words heads(n_, kOpen);
    for (const std::uint32_t d : active_) take(heads, edge(best_[d], d));
    for (auto c = contractions_.rbegin(); c != contractions_.rend(); ++c)
      for (std::size_t m = 0; m < c->members.size(); ++m)
        if (std::all_of(c->members[m].begin(), c->members[m].end(),
                        [&](auto w) { return heads[w] == kOpen; }))
          take(heads, c->inner[m]);
    return heads;
  }

 private:
  Edge& edge(std::uint32_t h, std::uint32_t d) { return edges_[h * n_ + d]; }
  static void take(Words& heads, const Edge& e) { heads[e.word] = e.head; }

  std::uint32_t best_head(std::uint32_t d) {
    std::uint32_t best = n_;
    for (const std::uint32_t h : active_)
      if (h != d && edge(h, d).score > edge(best, d).score) best = h;
    return best;
  }

  Words find_cycle() const {
    Words seen(n_, kOpen);
    for (const std::uint32_t start : active_) {
      std::uint32_t w = start;
      while (w != n_ && seen[w] == kOpen) {
        seen[w] = start;
        w = best_[w];
      }
      if (w == n_ || seen[w] != start) continue;
      Words cycle{w};
      for (std::uint32_t v = best_[w]; v != w; v = best_[v]) cycle.push_back(v);
      return cycle;
    }
    return {};
  }

  void contract(const Words& cycle) {
    Contraction made;
    const std::uint32_t c = cycle.front();
    std::vector<double> inner;
    for (const std::uint32_t u : cycle) {
      made.members.push_back(words_[u]);
      made.inner.push_back(edge(best_[u], u));
      inner.push_back(edge(best_[u], u).score);
    }
    std::erase_if(active_,
                  [&](auto v) { return v != c && std::find(cycle.begin(), cycle.end(), v) != cycle.end(); });
    const auto join = [&](std::uint32_t v) {
      Edge in{-std::numeric_limits<double>::infinity()}, out = in;
      for (std::size_t i = 0; i < cycle.size(); ++i) {
        Edge into = edge(v, cycle[i]);
        into.score -= inner[i];
        if (into.score > in.score) in = into;
        if (v != n_ && edge(cycle[i], v).score > out.score) out = edge(cycle[i], v);
      }
      edge(v, c) = in;
      if (v != n_) edge(c, v) = out;
    };
    for (const std::uint32_t v : active_)
      if (v != c) join(v);
    join(n_);
    for (const std::uint32_t u : cycle)
      if (u != c) words_[c].insert(words_[c].end(), words_[u].begin(), words_[u].end());
    contractions_.push_back(std::move(made));
  }

  // Who liked a member best likes the whole best: it offers the member's edge.
  void redirect(const Words& cycle) {
    std::vector<bool> inside(n_ + 1, false);
    for (const std::uint32_t u : cycle) inside[u] = true;
    for (const std::uint32_t v : active_)
      if (inside[best_[v]]) best_[v] = cycle.front();
    best_[cycle.front()] = best_head(cycle.front());
  }

  std::uint32_t n_;
  std::vector<Edge> edges_;  // head * n + word; the row after the words' is the root's
  std::vector<Words> words_;
  Words best_, active_;
  std::vector<Contraction> contractions_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t n) {
  Words heads(n);
  for (std::uint32_t d = 0; d < n; ++d) {
    std::uint32_t best = n;
    for (std::uint32_t h = 0; h < n; ++h)
      if (h != d && scores[d * (n + 1) + h] > scores[d * (n + 1) + best]) best = h;
    heads[d] = best;
  }
  return one_tree(heads) ? heads : Graph(scores, n).solve();
}

}  // namespace dateline
