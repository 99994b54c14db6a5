#include "train/core/network.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <stdexcept>

namespace dateline::train {
namespace {

constexpr std::uint32_t kDropped = std::numeric_limits<std::uint32_t>::max();
constexpr float kEmbeddingRange = 0.03f;
constexpr std::size_t kSpelledFeatures = 3;  // those that tell one word from all others start at nothing
constexpr float kWordDropout = 0.25f;        // Kiperwasser and Goldberg 2016: p = a / (a + count)

}  // namespace

void Network::make(std::uint64_t seed) {
  Random random(seed);
  embedding.sparse = true;
  embedding.make(kEmbeddingRows, kEmbedding, kEmbeddingRange, random);
  std::fill_n(embedding.value.begin(), kFeatureBase[kSpelledFeatures] * kEmbedding, 0.0f);
  input_norm.make(kEmbedding, random);
  mixed_norm.make(kWidth, random);
  mixer.make(kEmbedding, kMixed, random);
  for (ContextLayer& layer : layers) layer.make(random);
  head.make(kWidth, kHeadEnd, random);
  arc.make(kArcWidth, kArcWidth, random);
  label.make(kArcWidth, kDeprelCount, random);
  name.make(kWidth, kNameScores, random);
  root_label.make(1, kArcWidth, 0.1f, random);
}

void Network::share(Network& other) {
  settings = other.settings;
  counts = other.counts;
  const auto to = parameters(), from = other.parameters();
  for (std::size_t i = 0; i < to.size(); ++i) to[i]->share(*from[i]);
  for (std::size_t l = 0; l < kLayers; ++l) layers[l].gates.window = other.layers[l].gates.window;
}

std::vector<Parameter*> Network::parameters() {
  std::vector<Parameter*> out{&embedding,       &input_norm.gain,  &input_norm.shift,
                              &mixed_norm.gain, &mixed_norm.shift, &root_label};
  for (Linear* l : {&mixer, &head, &arc, &label, &name}) out.insert(out.end(), {&l->weight, &l->bias});
  for (ContextLayer& l : layers)
    out.insert(out.end(), {&l.gates.weight, &l.gates.bias, &l.norm.gain, &l.norm.shift});
  return out;
}

void Network::save(const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  for (const Parameter* p : parameters())
    out.write(reinterpret_cast<const char*>(p->value.data()),
              static_cast<std::streamsize>(p->value.size() * 4));
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

void Network::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  for (Parameter* p : parameters())
    in.read(reinterpret_cast<char*>(p->value.data()), static_cast<std::streamsize>(p->value.size() * 4));
  if (!in) throw std::runtime_error("cannot read weights from " + file.string());
}

void Network::input_forward(const Batch& batch) {
  features.assign(batch.rows(), {});
  sum.reset(batch.rows(), kEmbedding);
  for (std::size_t s = 0; s < batch.samples.size(); ++s)
    for (std::size_t i = 0; i < batch.samples[s]->words.size(); ++i) {
      const std::size_t r = batch.begin[s] + i;
      features[r] = word_features(batch.samples[s]->words[i].form);
      if (batch.random != nullptr && counts) {
        const auto found = counts->find(word_key(features[r]));
        const float count = found == counts->end() ? 0 : static_cast<float>(found->second);
        if (batch.random->uniform() < kWordDropout / (kWordDropout + count))
          std::fill_n(features[r].begin(), kSpelledFeatures, kDropped);
      }
      for (const std::uint32_t row : features[r])
        if (row != kDropped)
          for (std::size_t j = 0; j < kEmbedding; ++j) sum.row(r)[j] += embedding.value[row * kEmbedding + j];
    }
  input_norm.forward(batch, sum, input);
  fill_dropout(input_mask, batch, kEmbedding, settings.input_dropout);
  for (std::size_t i = 0; i < input.data.size(); ++i) input.data[i] *= input_mask.data[i];
  mixer.forward(batch, input, pieces);
  fill_dropout(mixed_mask, batch, kWidth, settings.layer_dropout);
  mixed_sum.reset(batch.rows(), kWidth);
  for (std::size_t r = 0; r < batch.rows(); ++r)
    for (std::size_t j = 0; j < kWidth; ++j)
      mixed_sum.row(r)[j] = mixed_mask.row(r)[j] * std::max(pieces.row(r)[j], pieces.row(r)[kWidth + j]);
  mixed_norm.forward(batch, mixed_sum, state[0]);
}

void Network::input_backward(const Batch& batch, const Matrix& state_gradient) {
  Matrix in, out, piece_gradient;
  mixed_norm.backward(batch, state_gradient, in);
  piece_gradient.reset(batch.rows(), kMixed);
  for (std::size_t r = 0; r < batch.rows(); ++r)
    for (std::size_t j = 0; j < kWidth; ++j) {
      const bool first = pieces.row(r)[j] >= pieces.row(r)[kWidth + j];
      piece_gradient.row(r)[first ? j : kWidth + j] = in.row(r)[j] * mixed_mask.row(r)[j];
    }
  in.reset(batch.rows(), kEmbedding);
  mixer.backward(batch, input, piece_gradient, in);
  for (std::size_t i = 0; i < in.data.size(); ++i) in.data[i] *= input_mask.data[i];
  input_norm.backward(batch, in, out);
  for (std::size_t r = 0; r < batch.rows(); ++r) {
    if (!batch.is_word[r]) continue;
    for (const std::uint32_t row : features[r]) {
      if (row == kDropped) continue;
      embedding.use(row);
      for (std::size_t j = 0; j < kEmbedding; ++j) embedding.gradient[row * kEmbedding + j] += out.row(r)[j];
    }
  }
}

void Network::forward(const Batch& batch) {
  input_forward(batch);
  for (std::size_t l = 0; l < kTrunkLayers; ++l)
    layers[l].forward(batch, state[l], state[l + 1], settings.layer_dropout);
  layers[kTrunkLayers].forward(batch, state[kTrunkLayers - 1], name_state, settings.layer_dropout);
  fill_dropout(head_mask, batch, kWidth, settings.head_dropout);
  fill_dropout(name_mask, batch, kWidth, settings.head_dropout);
  head_input.reset(batch.rows(), kWidth);
  for (std::size_t i = 0; i < head_input.data.size(); ++i) {
    head_input.data[i] = state[kTrunkLayers].data[i] * head_mask.data[i];
    name_state.data[i] *= name_mask.data[i];
  }
  head.forward(batch, head_input, head_scores);
  name.forward(batch, name_state, name_scores);
  arc_forward(batch);
}

double Network::learn(const Batch& batch) {
  forward(batch);
  Matrix head_gradient, name_gradient, scratch;
  head_gradient.reset(batch.rows(), kHeadEnd);
  name_gradient.reset(batch.rows(), kNameScores);
  double loss = tag_loss(batch, head_gradient) + arc_loss(batch, head_gradient) +
                label_loss(batch, head_gradient) + name_loss(batch, name_gradient);
  std::array<Matrix, kTrunkLayers + 1> gradient;
  for (Matrix& g : gradient) g.reset(batch.rows(), kWidth);
  head.backward(batch, head_input, head_gradient, gradient[kTrunkLayers]);
  for (std::size_t i = 0; i < head_mask.data.size(); ++i) gradient[kTrunkLayers].data[i] *= head_mask.data[i];
  scratch.reset(batch.rows(), kWidth);
  name.backward(batch, name_state, name_gradient, scratch);
  for (std::size_t i = 0; i < name_mask.data.size(); ++i) scratch.data[i] *= name_mask.data[i];
  for (std::size_t l = kTrunkLayers; l-- > 0;) {
    if (l + 1 == kTrunkLayers) layers[kTrunkLayers].backward(batch, state[l], scratch, gradient[l]);
    layers[l].backward(batch, state[l], gradient[l + 1], gradient[l]);
  }
  input_backward(batch, gradient[0]);
  return loss;
}

}  // namespace dateline::train
