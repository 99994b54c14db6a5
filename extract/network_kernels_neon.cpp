#include <arm_neon.h>

#include "extract/network_kernels.hpp"

#define KERNELS neon_kernels
#define NAME "neon"

namespace dateline::KERNELS {
namespace {

constexpr std::size_t kRowBlock = 4;

// What is multiplied has seven bits, so that it is a signed byte too: two products fit into 16 bits.
template <std::size_t Rows>
void multiply_block(const std::uint8_t* in, std::size_t in_row, const std::int8_t* weight, std::size_t depth,
                    std::int32_t (*sum)[kColumnBlock]) {
  static_assert(kColumnBlock == 16 && kDepthBlock == 4);
  int32x4_t total[Rows][4];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t q = 0; q < 4; ++q) total[r][q] = vdupq_n_s32(0);
  for (std::size_t k = 0; k < depth; k += kDepthBlock) {
    int8x16_t block[4];
    for (std::size_t q = 0; q < 4; ++q) block[q] = vld1q_s8(weight + k * kColumnBlock + 16 * q);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, in + r * in_row + k, sizeof four);
      const int8x8_t x = vreinterpret_s8_s32(vdup_n_s32(four));
      for (std::size_t q = 0; q < 4; ++q) {
        // Products of columns 4q and 4q + 1, then of 4q + 2 and 4q + 3; sums of pairs, twice.
        const int16x8_t low = vmull_s8(x, vget_low_s8(block[q]));
        const int16x8_t high = vmull_s8(x, vget_high_s8(block[q]));
        total[r][q] = vaddq_s32(total[r][q], vpaddq_s32(vpaddlq_s16(low), vpaddlq_s16(high)));
      }
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t q = 0; q < 4; ++q) vst1q_s32(sum[r] + 4 * q, total[r][q]);
}

}  // namespace
}  // namespace dateline::KERNELS

#include "extract/network_kernels.inc"
