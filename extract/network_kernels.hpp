// The inner loops of the network, once a family of instructions, all giving the same bytes.
//
// Integer sums are exact; floating-point values are computed one by one, or summed in sixteen fixed lanes,
// without contraction. So the choice at run time changes the speed and nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/network_weights.hpp"

namespace dateline {

// A ByteLinear whatever its size.
struct LinearView {
  std::size_t depth, columns;
  float inverse_step, zero;
  const float *scale, *bias;
  const std::int32_t* offset;
  const std::int8_t* weight;

  template <std::size_t K, std::size_t N>
  LinearView(const ByteLinear<K, N>& l)  // NOLINT(google-explicit-constructor): a view of it
      : depth(K),
        columns(N),
        inverse_step(1 / l.step[0]),
        zero(l.step[1]),
        scale(l.scale),
        bias(l.bias),
        offset(l.offset),
        weight(l.weight) {}
};

// Length of a row of n values, a head each, with what is added to fill vectors.
[[nodiscard]] constexpr std::size_t arc_row(std::size_t n) { return (n + 15) / 16 * 16; }

struct NetworkKernels {
  std::string_view name;
  // out (rows x columns) = in (rows of `depth` bytes that begin in_row bytes apart) times weights, scaled,
  // plus bias.
  void (*multiply)(const LinearView& linear, const std::uint8_t* in, std::size_t in_row, std::size_t rows,
                   float* out);
  // Bytes for `linear` from `count` values.
  void (*quantise)(const LinearView& linear, const float* in, std::size_t count, std::uint8_t* out);
  // The norm of the sum of a word's embeddings (kEmbedding values).
  void (*embed)(const NetworkWeights& weights, const WordFeatures& features, float* out);
  // out = norm of `in` (rows x kWidth).
  void (*norm)(const NormWeights<kWidth>& norm, const float* in, std::size_t rows, float* out);
  // The larger of the two halves of each row of pieces (rows x kMixed).
  void (*larger)(const float* pieces, std::size_t rows, float* state);
  // Runs the gates (rows x kGates, raw; overwritten) of a sentence both ways and adds the hidden states to
  // `state`.
  void (*add_scan)(float* gates, std::size_t rows, float* state);
  // scores[d * (n + 1) + h] = query d times head h; heads are given transposed (kArcWidth x arc_row(n)).
  void (*arc_scores)(const float* query, const float* heads, std::size_t n, float* scores);
};

// The kernels that this machine can run, best first; the last are portable C++.
[[nodiscard]] std::span<const NetworkKernels* const> network_kernels();

}  // namespace dateline
