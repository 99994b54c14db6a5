// The inner kernel of gemm.hpp, compiled once a vector width from gemm_kernel.inc.
#pragma once

#include "train/core/gemm.hpp"

namespace dateline::train {

inline constexpr std::size_t kPanelWidth = 32;

struct Panel {
  std::size_t m, width, k;
  Left a;
  const float* panel;  // k rows of kPanelWidth
  float* c;
  std::size_t c_row;
  bool add;
};

namespace wide_kernel {
void multiply_panel(const Panel& panel);
}
namespace narrow_kernel {
void multiply_panel(const Panel& panel);
}

}  // namespace dateline::train
