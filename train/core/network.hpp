// The network that learns: word embeddings, mixer, three layers of context, heads for tags, arcs, labels and
// names.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <unordered_map>

#include "extract/word_features.hpp"
#include "train/core/layers.hpp"

namespace dateline::train {

// Tells one lower-case word from (nearly) all others.
[[nodiscard]] inline std::uint64_t word_key(const WordFeatures& f) {
  return std::uint64_t{f[0]} << 32 | f[1];
}

struct Settings {
  float input_dropout = 0.2f, layer_dropout = 0.2f, head_dropout = 0.25f;
  float name_weight = 1.0f;
  float tree_weight = 1.0f;   // of arcs and labels; tags weigh 1
  float guess_weight = 0.5f;  // of the teacher's word where there is an annotator's
};

// Name tags as the Universal NER corpus marks them, which are built in, then as the Groningen Meaning Bank
// does.
inline constexpr std::size_t kNameSchemes = 2;
inline constexpr std::size_t kNameScores = kNameSchemes * kNameTagCount;

using WordCounts = std::unordered_map<std::uint64_t, std::uint32_t>;  // by word_key

struct Network {
  Settings settings;
  std::shared_ptr<const WordCounts> counts;  // of words in the training data; null: none is dropped

  Parameter embedding;
  Norm input_norm, mixed_norm;
  Linear mixer, head, arc, label, name;
  Parameter root_label;  // stands for the root's label columns
  std::array<ContextLayer, kLayers> layers;

  // States on the way, for backward and for finding out what range they have.
  std::vector<WordFeatures> features;
  Matrix sum, input, input_mask, pieces, mixed_mask, mixed_sum;
  std::array<Matrix, kTrunkLayers + 1> state;  // before, between and after the trunk's layers
  Matrix name_state, name_mask, name_scores;
  Matrix head_mask, head_input, head_scores;  // scores are all columns of the head
  Matrix arc_mask, arc_word, arc_head, arc_query, label_mask, label_hidden, label_scores;
  std::vector<std::uint32_t> label_head;  // a row: the row of its head, or kRootRow

  void make(std::uint64_t seed);
  // The same weights as the other, which must outlive this, with states and gradients of its own.
  void share(Network& other);
  [[nodiscard]] std::vector<Parameter*> parameters();
  // Raw values in the order of parameters(). Throw std::runtime_error.
  void save(const std::filesystem::path& file);
  void load(const std::filesystem::path& file);

  // Everything up to the head's columns and the names' scores.
  void forward(const Batch& batch);
  // Scores of the arcs of one sentence of the batch, as best_tree wants them.
  [[nodiscard]] std::vector<float> arc_scores(const Batch& batch, std::size_t sentence) const;
  // Scores of labels for heads given per row (a row, or kRootRow), in label_scores.
  static constexpr std::uint32_t kRootRow = 0;  // the empty row in front stands for the root
  void label_forward(const Batch& batch, std::vector<std::uint32_t> head_row);

  // Adds gradients of all losses; gives their sum.
  double learn(const Batch& batch);

 private:
  void input_forward(const Batch& batch);
  void input_backward(const Batch& batch, const Matrix& state_gradient);
  double tag_loss(const Batch& batch, Matrix& head_gradient) const;
  void arc_forward(const Batch& batch);
  double arc_loss(const Batch& batch, Matrix& head_gradient);
  double sentence_arc_loss(const Batch& batch, std::size_t sentence, Matrix& query_gradient,
                           Matrix& arc_head_gradient, Matrix& head_gradient) const;
  double label_loss(const Batch& batch, Matrix& head_gradient);
  double name_loss(const Batch& batch, Matrix& score_gradient) const;
};

}  // namespace dateline::train
