// Dense matrix products for training: single precision, one thread, every sum in the order of k, so that the
// result does not depend on the machine's vector width.
#pragma once

#include <cstddef>

namespace dateline::train {

// The left factor: element (i, k) is data[i * row + k * column]. Rows may overlap, which makes a window over
// neighbouring words a plain product; swapped strides make a transposed one.
struct Left {
  const float* data;
  std::size_t row;
  std::size_t column;
};

// c = a b, or c += a b. a is m x k; b is k x n and c is m x n, both row-major with the given row lengths.
void multiply(std::size_t m, std::size_t n, std::size_t k, Left a, const float* b, std::size_t b_row,
              float* c, std::size_t c_row, bool add);

}  // namespace dateline::train
