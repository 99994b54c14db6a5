#include "extract/network_kernels.hpp"

#define KERNELS portable_kernels
#define NAME "portable"

namespace dateline::KERNELS {
namespace {

constexpr std::size_t kRowBlock = 4;

template <std::size_t Rows>
void multiply_block(const std::uint8_t* in, std::size_t in_row, const std::int8_t* weight, std::size_t depth,
                    std::int32_t (*sum)[kColumnBlock]) {
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; c < kColumnBlock; ++c) sum[r][c] = 0;
  for (std::size_t k = 0; k < depth; k += kDepthBlock)
    for (std::size_t r = 0; r < Rows; ++r)
      for (std::size_t c = 0; c < kColumnBlock; ++c)
        for (std::size_t i = 0; i < kDepthBlock; ++i)
          sum[r][c] += in[r * in_row + k + i] * weight[(k * kColumnBlock) + c * kDepthBlock + i];
}

}  // namespace
}  // namespace dateline::KERNELS

#include "extract/network_kernels.inc"
