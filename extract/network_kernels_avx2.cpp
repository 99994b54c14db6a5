#include <immintrin.h>

#include "extract/network_kernels.hpp"

#define KERNELS avx2_kernels
#define NAME "avx2"

namespace dateline::KERNELS {
namespace {

constexpr std::size_t kRowBlock = 4;

template <std::size_t Rows>
void multiply_block(const std::uint8_t* in, std::size_t in_row, const std::int8_t* weight, std::size_t depth,
                    std::int32_t (*sum)[kColumnBlock]) {
  __m256i total[Rows][2];
  for (std::size_t r = 0; r < Rows; ++r) total[r][0] = total[r][1] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t k = 0; k < depth; k += kDepthBlock) {
    const auto* block = reinterpret_cast<const __m256i*>(weight + k * kColumnBlock);
    const __m256i low = _mm256_load_si256(block), high = _mm256_load_si256(block + 1);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, in + r * in_row + k, sizeof four);
      const __m256i x = _mm256_set1_epi32(four);
      total[r][0] = _mm256_add_epi32(total[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(x, low), ones));
      total[r][1] = _mm256_add_epi32(total[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(x, high), ones));
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t half = 0; half < 2; ++half)
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sum[r] + 8 * half), total[r][half]);
}

}  // namespace
}  // namespace dateline::KERNELS

#include "extract/network_kernels.inc"
