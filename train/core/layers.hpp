// The pieces of the network with their gradients. Each keeps what it saw until backward.
#pragma once

#include "train/core/batch.hpp"
#include "train/core/parameter.hpp"

namespace dateline::train {

// Gain and shift after taking out mean and variance (Ba et al. 2016).
struct Norm {
  Parameter gain, shift;
  Matrix normal;  // before gain and shift
  std::vector<float> inverse;

  void make(std::size_t width, Random& random);
  void forward(const Batch& batch, const Matrix& in, Matrix& out);
  // Sets in_gradient.
  void backward(const Batch& batch, const Matrix& out_gradient, Matrix& in_gradient);
};

// A matrix and a bias. With a window, a row of the input is a word with both neighbours.
struct Linear {
  Parameter weight, bias;
  bool window = false;

  void make(std::size_t in, std::size_t out, Random& random);
  void forward(const Batch& batch, const Matrix& in, Matrix& out) const;
  // Adds to the gradients of the weights and to in_gradient.
  void backward(const Batch& batch, const Matrix& in, const Matrix& out_gradient, Matrix& in_gradient);
};

// One bidirectional layer: gates from a window, a recurrence without matrices (Bradbury et al. 2017; the
// first half of the columns runs from left to right, the second from right to left), residual, norm.
struct ContextLayer {
  Linear gates;
  Norm norm;
  Matrix raw, candidate, forget, hidden, mask, sum;

  void make(Random& random);
  void forward(const Batch& batch, const Matrix& in, Matrix& out, float dropout);
  // Adds to in_gradient.
  void backward(const Batch& batch, const Matrix& in, const Matrix& out_gradient, Matrix& in_gradient);

 private:
  void scan(const Batch& batch);
  void scan_backward(const Batch& batch, const Matrix& hidden_gradient, Matrix& raw_gradient) const;
};

}  // namespace dateline::train
