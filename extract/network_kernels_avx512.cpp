#include <immintrin.h>

#include <utility>

#include "extract/network_kernels.hpp"

#define KERNELS avx512_kernels
#define NAME "avx512-vnni"
#define OWN_MULTIPLY

namespace dateline::KERNELS {
namespace {

constexpr std::size_t kRowBlock = 6, kBlocks = 4;  // rows, vectors of columns: 24 sums in registers

struct Product {
  const LinearView& linear;
  const std::uint8_t* in;
  std::size_t in_row;
  float* out;
};

// visit(0), visit(1), ... with indices that the compiler knows: only then do arrays of vectors live in
// registers.
template <std::size_t Count, typename Visit>
[[gnu::always_inline]] inline void unrolled(Visit visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
    (visit(std::integral_constant<std::size_t, I>{}), ...);
  }
  (std::make_index_sequence<Count>{});
}

template <std::size_t Rows, std::size_t Blocks>
void multiply_tile(const Product& p, std::size_t row, std::size_t column) {
  const std::size_t depth = p.linear.depth, in_row = p.in_row, columns = p.linear.columns;
  const std::int8_t* weight = p.linear.weight + column * depth;
  const std::uint8_t* in = p.in + row * in_row;
  __m512i total[Rows * Blocks], block[Blocks];
  unrolled<Rows * Blocks>([&](auto i) __attribute__((always_inline)) {
    total[i] = _mm512_sub_epi32(_mm512_setzero_si512(),
                                _mm512_loadu_si512(p.linear.offset + column + i % Blocks * kColumnBlock));
  });
  for (std::size_t k = 0; k < depth; k += kDepthBlock) {
    unrolled<Blocks>([&](auto b) __attribute__((always_inline)) {
      block[b] = _mm512_load_si512(weight + (b * depth + k) * kColumnBlock);
    });
    unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, in + r * in_row + k, sizeof four);
      const __m512i x = _mm512_set1_epi32(four);
      unrolled<Blocks>([&](auto b) __attribute__((always_inline)) {
        constexpr std::size_t i = decltype(r)::value * Blocks + decltype(b)::value;
        total[i] = _mm512_dpbusd_epi32(total[i], x, block[b]);
      });
    });
  }
  unrolled<Rows * Blocks>([&](auto i) __attribute__((always_inline)) {
    const std::size_t at = column + i % Blocks * kColumnBlock;
    // Masked, for GCC warns of the plain form's own header.
    const __m512 whole = _mm512_maskz_cvtepi32_ps(0xFFFF, total[i]);
    const __m512 scaled = _mm512_mul_ps(whole, _mm512_loadu_ps(p.linear.scale + at));
    _mm512_storeu_ps(p.out + (row + i / Blocks) * columns + at,
                     _mm512_add_ps(scaled, _mm512_loadu_ps(p.linear.bias + at)));
  });
}

template <std::size_t Blocks>
void multiply_columns(const Product& p, std::size_t rows, std::size_t column) {
  std::size_t row = 0;
  for (; row + kRowBlock <= rows; row += kRowBlock) multiply_tile<kRowBlock, Blocks>(p, row, column);
  for (; row + 2 <= rows; row += 2) multiply_tile<2, Blocks>(p, row, column);
  if (row < rows) multiply_tile<1, Blocks>(p, row, column);
}

void multiply(const LinearView& linear, const std::uint8_t* in, std::size_t in_row, std::size_t rows,
              float* out) {
  const Product p{linear, in, in_row, out};
  std::size_t column = 0;
  for (; column + kBlocks * kColumnBlock <= linear.columns; column += kBlocks * kColumnBlock)
    multiply_columns<kBlocks>(p, rows, column);
  for (; column < linear.columns; column += kColumnBlock) multiply_columns<1>(p, rows, column);
}

}  // namespace
}  // namespace dateline::KERNELS

#include "extract/network_kernels.inc"
