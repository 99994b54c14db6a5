// Turns trained weights into the bytes that are built into the program.
//
//   quantise_core WEIGHTS SENTENCES.conllu OUT
//
// Ranges of what is multiplied are measured on the first 300 sentences.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "extract/network_weights.hpp"
#include "train/core/network.hpp"

namespace dateline::train {
namespace {

constexpr std::size_t kSentences = 300;
constexpr float kTop = 127;

// Largest size of a value that goes into each product.
struct Ranges {
  float mixer = 0, gates[kLayers] = {}, head = 0, arc = 0, label = 0, name = 0;
};

float range_of(const Matrix& m) {
  float top = 0;
  for (const float v : m.data) top = std::max(top, std::abs(v));
  return top;
}

void widen(float& range, const Matrix& m) { range = std::max(range, range_of(m)); }

Ranges measure(Network& network, const std::vector<Sample>& samples) {
  Ranges r;
  for (std::size_t i = 0; i < std::min(kSentences, samples.size()); ++i) {
    const Sample* sample = &samples[i];
    const Batch batch = make_batch({&sample, 1}, nullptr);
    network.forward(batch);
    std::vector<std::uint32_t> head_row(batch.rows(), Network::kRootRow);
    for (std::size_t w = 0; w < sample->words.size(); ++w)
      if (sample->words[w].head >= 0) head_row[1 + w] = 1 + static_cast<std::uint32_t>(sample->words[w].head);
    network.label_forward(batch, head_row);
    widen(r.mixer, network.input);
    for (std::size_t l = 0; l < kTrunkLayers; ++l) widen(r.gates[l], network.state[l]);
    widen(r.gates[kTrunkLayers], network.state[kTrunkLayers - 1]);
    widen(r.head, network.head_input);
    widen(r.arc, network.arc_word);
    widen(r.label, network.label_hidden);
    widen(r.name, network.name_state);
  }
  return r;
}

// The first `columns` of `from`.
template <std::size_t K, std::size_t N>
void quantise(const Linear& from, std::size_t columns, float range, bool positive, ByteLinear<K, N>& to) {
  const float zero = positive ? 0 : 64, step = range / (positive ? 127 : 63);
  to.step[0] = step;
  to.step[1] = zero;
  for (std::size_t n = 0; n < N; ++n) {
    to.scale[n] = step;
    if (n >= columns) continue;
    float top = 1e-8f;
    for (std::size_t k = 0; k < K; ++k)
      top = std::max(top, std::abs(from.weight.value[k * from.weight.columns + n]));
    to.scale[n] = step * top / kTop;
    to.bias[n] = from.bias.value[n];
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < K; ++k) {
      const float w = from.weight.value[k * from.weight.columns + n] * kTop / top;
      const auto byte = static_cast<std::int8_t>(std::lround(w));
      to.weight[((n / 16 * (K / 4) + k / 4) * 16 + n % 16) * 4 + k % 4] = byte;
      sum += byte;
    }
    to.offset[n] = static_cast<std::int32_t>(zero) * sum;
  }
}

template <std::size_t K, std::size_t N>
void quantise(const Linear& from, float range, bool positive, ByteLinear<K, N>& to) {
  quantise(from, from.weight.columns, range, positive, to);
}

template <std::size_t N>
void quantise(const Norm& from, NormWeights<N>& to) {
  std::copy_n(from.gain.value.begin(), N, to.gain);
  std::copy_n(from.shift.value.begin(), N, to.shift);
}

void quantise_embedding(const Parameter& from, NetworkWeights& to) {
  for (std::size_t r = 0; r < kEmbeddingRows; ++r) {
    const float* row = from.value.data() + r * kEmbedding;
    float top = 0;
    for (std::size_t j = 0; j < kEmbedding; ++j) top = std::max(top, std::abs(row[j]));
    if (top == 0) continue;
    to.embedding_scale[r] = top / kTop;
    for (std::size_t j = 0; j < kEmbedding; ++j)
      to.embedding[r][j] = static_cast<std::int8_t>(std::lround(row[j] * kTop / top));
  }
}

std::unique_ptr<NetworkWeights> quantise(const Network& network, const Ranges& ranges) {
  auto to = std::make_unique<NetworkWeights>();
  std::memset(static_cast<void*>(to.get()), 0, sizeof(NetworkWeights));
  kNetworkMagic.copy(to->magic, sizeof to->magic);
  quantise_embedding(network.embedding, *to);
  quantise(network.input_norm, to->input_norm);
  quantise(network.mixed_norm, to->mixed_norm);
  for (std::size_t l = 0; l < kLayers; ++l) {
    quantise(network.layers[l].norm, to->layer_norm[l]);
    quantise(network.layers[l].gates, ranges.gates[l], false, to->gates[l]);
  }
  quantise(network.mixer, ranges.mixer, false, to->mixer);
  quantise(network.head, ranges.head, false, to->head);
  quantise(network.arc, ranges.arc, true, to->arc);
  quantise(network.label, ranges.label, true, to->label);
  quantise(network.name, kNameTagCount, ranges.name, false, to->name);
  std::copy_n(network.root_label.value.begin(), kArcWidth, to->root_label);
  return to;
}

}  // namespace
}  // namespace dateline::train

int main(int argc, char** argv) {
  using namespace dateline;
  try {
    if (argc != 4) throw std::runtime_error("usage: quantise_core WEIGHTS SENTENCES.conllu OUT");
    train::Network network;
    network.make(1);
    network.load(argv[1]);
    const auto weights = train::quantise(network, train::measure(network, train::read_trees(argv[2])));
    std::ofstream out(argv[3], std::ios::binary);
    out.write(reinterpret_cast<const char*>(weights.get()), sizeof(NetworkWeights));
    if (!out) throw std::runtime_error(std::string("cannot write ") + argv[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "quantise_core: %s\n", error.what());
    return 1;
  }
}
