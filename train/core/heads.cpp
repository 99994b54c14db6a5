// What the network says about words, and what it loses where that is wrong.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "extract/smooth_functions.hpp"
#include "train/core/gemm.hpp"
#include "train/core/network.hpp"

namespace dateline::train {
namespace {

// How much each class should have; the shares sum to one.
struct Target {
  std::size_t what = 0;
  float share = 0;
};

class Targets {
 public:
  // The annotator's answer, or none, and the teacher's choices.
  Targets(std::optional<std::size_t> right, std::span<const Choice> choices, float guess_weight) {
    float sum = 0;
    for (const Choice c : choices) sum += c.weight;
    const float guessed = sum == 0 ? 0 : right ? guess_weight : 1;
    for (const Choice c : choices)
      if (c.weight > 0) list_[count_++] = {c.what, guessed * c.weight / sum};
    if (right) list_[count_++] = {*right, 1 - guessed};
  }
  [[nodiscard]] const Target* begin() const { return list_.data(); }
  [[nodiscard]] const Target* end() const { return list_.data() + count_; }

 private:
  std::array<Target, 5> list_{};
  std::size_t count_ = 0;
};

// Cross-entropy of the targets under softmax; the gradient, times weight, is added.
double softmax_loss(const float* scores, std::size_t count, const Targets& targets, float weight,
                    float* gradient) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += fixed_exp(scores[i] - top);
  for (std::size_t i = 0; i < count; ++i) gradient[i] += weight * fixed_exp(scores[i] - top) / sum;
  double loss = std::log(static_cast<double>(sum)) + top;
  for (const Target& t : targets) {
    gradient[t.what] -= weight * t.share;
    loss -= t.share * scores[t.what];
  }
  return weight * loss;
}

// The annotator's answer where there is one.
template <typename Value>
std::optional<std::size_t> known(bool is_known, Value value) {
  return is_known ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
}

bool has_tree(const Sample& sample) { return sample.has_tree || sample.is_guessed; }

template <typename Visit>
void for_each_word(const Batch& batch, Visit visit) {
  for (std::size_t s = 0; s < batch.samples.size(); ++s)
    for (std::size_t i = 0; i < batch.samples[s]->words.size(); ++i)
      visit(*batch.samples[s], batch.samples[s]->words[i], batch.begin[s] + i);
}

// Positive parts of head columns, dropped out.
void gather_positive(const Matrix& scores, std::size_t column, const Matrix& mask, std::size_t mask_column,
                     Matrix& out, std::size_t rows) {
  out.reset(rows, kArcWidth);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t j = 0; j < kArcWidth; ++j)
      out.row(r)[j] = std::max(scores.row(r)[column + j], 0.0f) * mask.row(r)[mask_column + j];
}

void scatter_positive(const Matrix& gradient, std::size_t column, const Matrix& mask, std::size_t mask_column,
                      const Matrix& scores, Matrix& head_gradient, std::size_t rows) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t j = 0; j < kArcWidth; ++j)
      head_gradient.row(r)[column + j] +=
          scores.row(r)[column + j] > 0 ? gradient.row(r)[j] * mask.row(r)[mask_column + j] : 0;
}

}  // namespace

double Network::tag_loss(const Batch& batch, Matrix& gradient) const {
  double loss = 0;
  for_each_word(batch, [&](const Sample& sample, const Word& word, std::size_t r) {
    if (!has_tree(sample)) return;
    const float* scores = head_scores.row(r);
    float* g = gradient.row(r);
    const Targets upos(known(sample.has_tree, word.upos), word.guess.upos, settings.guess_weight);
    const Targets xpos(known(sample.has_tree, word.xpos), word.guess.xpos, settings.guess_weight);
    loss += softmax_loss(scores + kUposScore, kUposCount, upos, 1, g + kUposScore);
    loss += softmax_loss(scores + kXposScore, kXposCount, xpos, 1, g + kXposScore);
  });
  return loss;
}

double Network::name_loss(const Batch& batch, Matrix& gradient) const {
  double loss = 0;
  for_each_word(batch, [&](const Sample& sample, const Word& word, std::size_t r) {
    for (std::size_t scheme = 0; scheme < kNameSchemes; ++scheme) {
      const bool annotated = sample.has_names && sample.name_scheme == scheme;
      if (!annotated && !sample.is_guessed) continue;
      const Targets targets(known(annotated, word.name), word.guess.names[scheme], settings.guess_weight);
      const std::size_t first = scheme * kNameTagCount;
      loss += softmax_loss(name_scores.row(r) + first, kNameTagCount, targets, settings.name_weight,
                           gradient.row(r) + first);
    }
  });
  return loss;
}

void Network::arc_forward(const Batch& batch) {
  fill_dropout(arc_mask, batch, 2 * kArcWidth, settings.head_dropout);
  gather_positive(head_scores, kArcWord, arc_mask, 0, arc_word, batch.rows());
  gather_positive(head_scores, kArcHead, arc_mask, kArcWidth, arc_head, batch.rows());
  arc.forward(batch, arc_word, arc_query);
}

std::vector<float> Network::arc_scores(const Batch& batch, std::size_t sentence) const {
  const std::size_t n = batch.samples[sentence]->words.size(), first = batch.begin[sentence];
  std::vector<float> heads(kArcWidth * n), scores(n * (n + 1));
  for (std::size_t h = 0; h < n; ++h)
    for (std::size_t j = 0; j < kArcWidth; ++j) heads[j * n + h] = arc_head.row(first + h)[j];
  multiply(n, n, kArcWidth, {arc_query.row(first), kArcWidth, 1}, heads.data(), n, scores.data(), n + 1,
           false);
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores.data() + d * (n + 1);
    for (std::size_t h = 0; h < n; ++h) {
      const std::size_t c = distance_class(static_cast<std::int64_t>(d), static_cast<std::int64_t>(h));
      row[h] += head_scores.row(first + d)[kDistanceWord + c] + head_scores.row(first + h)[kDistanceHead + c];
    }
    row[n] = head_scores.row(first + d)[kRootScore];
    row[d] = -1e4f;
  }
  return scores;
}

double Network::sentence_arc_loss(const Batch& batch, std::size_t sentence, Matrix& query_gradient,
                                  Matrix& arc_head_gradient, Matrix& gradient) const {
  const Sample& sample = *batch.samples[sentence];
  const auto& words = sample.words;
  const std::size_t n = words.size(), first = batch.begin[sentence];
  const std::vector<float> scores = arc_scores(batch, sentence);
  std::vector<float> ds(scores.size());
  double loss = 0;
  for (std::size_t d = 0; d < n; ++d) {
    const std::size_t right = words[d].head < 0 ? n : static_cast<std::size_t>(words[d].head);
    float* row = ds.data() + d * (n + 1);
    auto choices = words[d].guess.heads;
    for (Choice& c : choices) {
      c.what = static_cast<std::uint8_t>(c.what == 0 ? n : c.what - 1u);
      if (c.what == d) c.weight = 0;  // the teacher has no such rule
    }
    const Targets targets(known(sample.has_tree, right), choices, settings.guess_weight);
    loss += softmax_loss(scores.data() + d * (n + 1), n + 1, targets, settings.tree_weight, row);
    for (std::size_t h = 0; h < n; ++h) {
      if (h == d) continue;
      const std::size_t c = distance_class(static_cast<std::int64_t>(d), static_cast<std::int64_t>(h));
      gradient.row(first + d)[kDistanceWord + c] += row[h];
      gradient.row(first + h)[kDistanceHead + c] += row[h];
    }
    gradient.row(first + d)[kRootScore] += row[n];
    row[d] = 0;
  }
  multiply(n, kArcWidth, n, {ds.data(), n + 1, 1}, arc_head.row(first), kArcWidth, query_gradient.row(first),
           kArcWidth, false);
  multiply(n, kArcWidth, n, {ds.data(), 1, n + 1}, arc_query.row(first), kArcWidth,
           arc_head_gradient.row(first), kArcWidth, false);
  return loss;
}

double Network::arc_loss(const Batch& batch, Matrix& gradient) {
  Matrix query_gradient, word_gradient, arc_head_gradient;
  for (Matrix* m : {&query_gradient, &word_gradient, &arc_head_gradient}) m->reset(batch.rows(), kArcWidth);
  double loss = 0;
  for (std::size_t s = 0; s < batch.samples.size(); ++s)
    if (has_tree(*batch.samples[s]))
      loss += sentence_arc_loss(batch, s, query_gradient, arc_head_gradient, gradient);
  arc.backward(batch, arc_word, query_gradient, word_gradient);
  scatter_positive(word_gradient, kArcWord, arc_mask, 0, head_scores, gradient, batch.rows());
  scatter_positive(arc_head_gradient, kArcHead, arc_mask, kArcWidth, head_scores, gradient, batch.rows());
  return loss;
}

void Network::label_forward(const Batch& batch, std::vector<std::uint32_t> head_row) {
  label_head = std::move(head_row);
  fill_dropout(label_mask, batch, kArcWidth, settings.head_dropout);
  label_hidden.reset(batch.rows(), kArcWidth);
  for (std::size_t r = 0; r < batch.rows(); ++r) {
    if (!batch.is_word[r]) continue;
    const float* word = head_scores.row(r) + kLabelWord;
    const float* over =
        label_head[r] == kRootRow ? root_label.value.data() : head_scores.row(label_head[r]) + kLabelHead;
    for (std::size_t j = 0; j < kArcWidth; ++j)
      label_hidden.row(r)[j] = std::max(word[j] + over[j], 0.0f) * label_mask.row(r)[j];
  }
  label.forward(batch, label_hidden, label_scores);
}

double Network::label_loss(const Batch& batch, Matrix& gradient) {
  std::vector<std::uint32_t> head_row(batch.rows(), kRootRow);
  for (std::size_t s = 0; s < batch.samples.size(); ++s)
    for (std::size_t i = 0; i < batch.samples[s]->words.size(); ++i)
      if (const int h = batch.samples[s]->words[i].head; has_tree(*batch.samples[s]) && h >= 0)
        head_row[batch.begin[s] + i] = batch.begin[s] + static_cast<std::uint32_t>(h);
  label_forward(batch, std::move(head_row));
  Matrix score_gradient, hidden_gradient;
  score_gradient.reset(batch.rows(), kDeprelCount);
  hidden_gradient.reset(batch.rows(), kArcWidth);
  double loss = 0;
  for_each_word(batch, [&](const Sample& sample, const Word& word, std::size_t r) {
    if (!has_tree(sample)) return;
    const Targets targets(known(sample.has_tree, word.deprel), word.guess.labels, settings.guess_weight);
    loss +=
        softmax_loss(label_scores.row(r), kDeprelCount, targets, settings.tree_weight, score_gradient.row(r));
  });
  label.backward(batch, label_hidden, score_gradient, hidden_gradient);
  for_each_word(batch, [&](const Sample& sample, const Word&, std::size_t r) {
    if (!has_tree(sample)) return;
    float* over =
        label_head[r] == kRootRow ? root_label.gradient.data() : gradient.row(label_head[r]) + kLabelHead;
    for (std::size_t j = 0; j < kArcWidth; ++j) {
      const float g = label_hidden.row(r)[j] > 0 ? hidden_gradient.row(r)[j] * label_mask.row(r)[j] : 0;
      gradient.row(r)[kLabelWord + j] += g;
      over[j] += g;
    }
  });
  return loss;
}

}  // namespace dateline::train
