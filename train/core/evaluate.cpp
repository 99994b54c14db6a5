#include "train/core/evaluate.hpp"

#include <algorithm>
#include <cstdio>

#include "extract/tree_decoder.hpp"

namespace dateline::train {
namespace {

constexpr std::size_t kBatch = 16;

std::size_t best(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

void score_tree(const Network& network, const Batch& batch, std::size_t s,
                const std::vector<std::uint32_t>& heads, Accuracy& out) {
  const auto& words = batch.samples[s]->words;
  const auto n = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    const float* scores = network.head_scores.row(batch.begin[s] + i);
    out.words += 1;
    out.upos += best(scores + kUposScore, kUposCount) == static_cast<std::size_t>(words[i].upos);
    out.xpos += best(scores + kXposScore, kXposCount) == static_cast<std::size_t>(words[i].xpos);
    if (heads[i] != (words[i].head < 0 ? n : static_cast<std::uint32_t>(words[i].head))) continue;
    out.heads += 1;
    const auto deprel = heads[i] == n ? static_cast<std::size_t>(Deprel::Root)
                                      : best(network.label_scores.row(batch.begin[s] + i), kDeprelCount);
    out.arcs += deprel == static_cast<std::size_t>(words[i].deprel);
  }
}

void score_names(const Network& network, const Batch& batch, std::size_t s, Accuracy& out) {
  const auto& words = batch.samples[s]->words;
  std::vector<NameTag> gold;
  for (const Word& w : words) gold.push_back(w.name);
  std::vector<float> scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float* row = network.name_scores.row(batch.begin[s] + i);
    scores.insert(scores.end(), row, row + kNameTagCount);
  }
  const auto found = names_of(best_name_tags(scores));
  const auto right = names_of(gold);
  out.gold_names += right.size();
  out.found_names += found.size();
  for (const NameSpan& name : found)
    out.right_names += std::find(right.begin(), right.end(), name) != right.end();
}

void evaluate_batch(Network& network, const Batch& batch, Accuracy& out) {
  network.forward(batch);
  std::vector<std::vector<std::uint32_t>> heads;
  std::vector<std::uint32_t> head_row(batch.rows(), Network::kRootRow);
  for (std::size_t s = 0; s < batch.samples.size(); ++s) {
    const auto n = static_cast<std::uint32_t>(batch.samples[s]->words.size());
    heads.push_back(best_tree(network.arc_scores(batch, s), n));
    for (std::uint32_t i = 0; i < n; ++i)
      if (heads[s][i] != n) head_row[batch.begin[s] + i] = batch.begin[s] + heads[s][i];
  }
  network.label_forward(batch, head_row);
  for (std::size_t s = 0; s < batch.samples.size(); ++s) {
    if (batch.samples[s]->has_tree) score_tree(network, batch, s, heads[s], out);
    if (batch.samples[s]->has_names) score_names(network, batch, s, out);
  }
}

}  // namespace

Accuracy evaluate(Network& network, const std::vector<Sample>& samples) {
  Accuracy out;
  std::vector<const Sample*> some;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    some.push_back(&samples[i]);
    if (some.size() < kBatch && i + 1 < samples.size()) continue;
    evaluate_batch(network, make_batch(some, nullptr), out);
    some.clear();
  }
  return out;
}

std::string to_text(const Accuracy& a) {
  const auto percent = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  char text[160];
  std::snprintf(text, sizeof text, "UPOS %.2f XPOS %.2f UAS %.2f LAS+ %.2f  names P %.2f R %.2f F1 %.2f",
                percent(a.upos, a.words), percent(a.xpos, a.words), percent(a.heads, a.words),
                percent(a.arcs, a.words), percent(a.right_names, a.found_names),
                percent(a.right_names, a.gold_names),
                percent(2 * a.right_names, a.found_names + a.gold_names));
  return text;
}

}  // namespace dateline::train
