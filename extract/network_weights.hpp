// The trained network as it lies in the program: a plain struct over the built-in bytes, neither copied nor
// parsed.
//
// Made by train/core/quantise_core, little-endian. A weight is one signed byte, scaled per column; what is
// multiplied with it is an unsigned byte of seven bits, so that sums of two products fit into 16 bits and
// every instruction set gives the same sums.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/network_shape.hpp"
#include "extract/word_features.hpp"

namespace dateline {

inline constexpr std::size_t kColumnBlock = 16;  // columns that lie together
inline constexpr std::size_t kDepthBlock = 4;    // rows of one column that lie together

// in (K values a row) times weights, plus bias. Weight (k, n) is
// weight[((n / 16 * K / 4 + k / 4) * 16 + n % 16) * 4 + k % 4].
template <std::size_t K, std::size_t N>
struct alignas(64) ByteLinear {
  static_assert(K % kDepthBlock == 0 && N % kColumnBlock == 0);
  float step[16];  // [0]: an input is a byte: x / step + zero; [1]: zero; the rest is padding
  float scale[N];  // input step times weight step
  float bias[N];
  std::int32_t offset[N];  // what `zero` adds to the integer sums
  std::int8_t weight[K * N];
};

template <std::size_t N>
struct alignas(64) NormWeights {
  float gain[N];
  float shift[N];
};

struct alignas(64) NetworkWeights {
  char magic[16];
  char padding[48];
  std::int8_t embedding[kEmbeddingRows][kEmbedding];
  float embedding_scale[kEmbeddingRows];
  NormWeights<kEmbedding> input_norm;
  NormWeights<kWidth> mixed_norm, layer_norm[kLayers];
  ByteLinear<kEmbedding, kMixed> mixer;
  ByteLinear<kWindow, kGates> gates[kLayers];
  ByteLinear<kWidth, kHeadColumns> head;
  ByteLinear<kArcWidth, kArcWidth> arc;
  ByteLinear<kArcWidth, kLabelColumns> label;
  ByteLinear<kWidth, kNameColumns> name;
  float root_label[kArcWidth];
};
inline constexpr std::string_view kNetworkMagic = "dateline core 2\n";

// The weights that lie in `bytes` (64-byte aligned, living as long as the result is used); null where they
// are not a network of this shape.
[[nodiscard]] const NetworkWeights* network_weights(std::string_view bytes);

}  // namespace dateline
