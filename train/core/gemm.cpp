#include "train/core/gemm.hpp"

#include <algorithm>
#include <vector>

#include "train/core/gemm_kernel.hpp"

namespace dateline::train {

void multiply(std::size_t m, std::size_t n, std::size_t k, Left a, const float* b, std::size_t b_row,
              float* c, std::size_t c_row, bool add) {
  static const bool wide = __builtin_cpu_supports("avx512f");
  thread_local std::vector<float> panel;
  panel.resize(k * kPanelWidth);
  for (std::size_t j = 0; j < n; j += kPanelWidth) {
    const std::size_t width = std::min(kPanelWidth, n - j);
    for (std::size_t p = 0; p < k; ++p) {
      std::copy_n(b + p * b_row + j, width, panel.data() + p * kPanelWidth);
      std::fill(panel.data() + p * kPanelWidth + width, panel.data() + (p + 1) * kPanelWidth, 0.0f);
    }
    (wide ? wide_kernel::multiply_panel : narrow_kernel::multiply_panel)({.m = m,
                                                                          .width = width,
                                                                          .k = k,
                                                                          .a = a,
                                                                          .panel = panel.data(),
                                                                          .c = c + j,
                                                                          .c_row = c_row,
                                                                          .add = add});
  }
}

}  // namespace dateline::train
