#include <immintrin.h>

#include "extract/network_kernels.hpp"

#define KERNELS avx512_kernels
#define NAME "avx512-vnni"

namespace dateline::KERNELS {
namespace {

constexpr std::size_t kRowBlock = 8;

template <std::size_t Rows>
void multiply_block(const std::uint8_t* in, std::size_t in_row, const std::int8_t* weight, std::size_t depth,
                    std::int32_t (*sum)[kColumnBlock]) {
  __m512i total[Rows];
  for (std::size_t r = 0; r < Rows; ++r) total[r] = _mm512_setzero_si512();
  for (std::size_t k = 0; k < depth; k += kDepthBlock) {
    const __m512i block = _mm512_load_si512(weight + k * kColumnBlock);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, in + r * in_row + k, sizeof four);
      total[r] = _mm512_dpbusd_epi32(total[r], _mm512_set1_epi32(four), block);
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) _mm512_storeu_si512(sum[r], total[r]);
}

}  // namespace
}  // namespace dateline::KERNELS

#include "extract/network_kernels.inc"
