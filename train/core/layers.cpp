#include "train/core/layers.hpp"

#include <cmath>

#include "extract/smooth_functions.hpp"
#include "train/core/gemm.hpp"

namespace dateline::train {
namespace {

constexpr std::size_t kHalf = kWidth / 2;
constexpr float kNormEpsilon = 1e-5f;

// Words of one sentence in the order in which a direction reads them.
struct Walk {
  std::size_t first, count;
  bool backward;
  [[nodiscard]] std::size_t row(std::size_t i) const { return backward ? first + count - 1 - i : first + i; }
};

template <typename Visit>
void for_each_walk(const Batch& batch, Visit visit) {
  for (std::size_t s = 0; s < batch.samples.size(); ++s)
    for (const bool backward : {false, true})
      visit(Walk{batch.begin[s], batch.samples[s]->words.size(), backward}, backward ? kHalf : 0);
}

}  // namespace

void Norm::make(std::size_t width, Random& random) {
  gain.make(1, width, 0, random);
  shift.make(1, width, 0, random);
  for (float& g : gain.value) g = 1;
}

void Norm::forward(const Batch& batch, const Matrix& in, Matrix& out) {
  const std::size_t width = gain.columns;
  const auto count = static_cast<float>(width);
  normal.reset(batch.rows(), width);
  out.reset(batch.rows(), width);
  inverse.assign(batch.rows(), 0);
  for (std::size_t r = 0; r < batch.rows(); ++r) {
    if (!batch.is_word[r]) continue;
    const float* x = in.row(r);
    float sum = 0, squares = 0;
    for (std::size_t j = 0; j < width; ++j) sum += x[j];
    const float mean = sum / count;
    for (std::size_t j = 0; j < width; ++j) squares += (x[j] - mean) * (x[j] - mean);
    inverse[r] = 1 / std::sqrt(squares / count + kNormEpsilon);
    for (std::size_t j = 0; j < width; ++j) {
      normal.row(r)[j] = (x[j] - mean) * inverse[r];
      out.row(r)[j] = normal.row(r)[j] * gain.value[j] + shift.value[j];
    }
  }
}

void Norm::backward(const Batch& batch, const Matrix& out_gradient, Matrix& in_gradient) {
  const std::size_t width = gain.columns;
  const auto count = static_cast<float>(width);
  std::vector<float> dx(width);
  in_gradient.reset(batch.rows(), width);
  for (std::size_t r = 0; r < batch.rows(); ++r) {
    if (!batch.is_word[r]) continue;
    const float* dy = out_gradient.row(r);
    const float* x = normal.row(r);
    float sum = 0, dot = 0;
    for (std::size_t j = 0; j < width; ++j) {
      gain.gradient[j] += dy[j] * x[j];
      shift.gradient[j] += dy[j];
      dx[j] = dy[j] * gain.value[j];
      sum += dx[j];
      dot += dx[j] * x[j];
    }
    for (std::size_t j = 0; j < width; ++j)
      in_gradient.row(r)[j] = inverse[r] * (dx[j] - sum / count - x[j] * dot / count);
  }
}

void Linear::make(std::size_t in, std::size_t out, Random& random) {
  weight.make(in, out, std::sqrt(6.0f / static_cast<float>(in + out)), random);
  bias.make(1, out, 0, random);
}

void Linear::forward(const Batch& batch, const Matrix& in, Matrix& out) const {
  out.reset(batch.rows(), weight.columns);
  const std::size_t skip = window ? 1 : 0, rows = batch.rows() - 2 * skip, n = weight.columns;
  multiply(rows, n, weight.rows, {in.data.data(), in.columns, 1}, weight.value.data(), n, out.row(skip), n,
           false);
  for (std::size_t r = 0; r < batch.rows(); ++r)
    for (std::size_t j = 0; j < n; ++j) out.row(r)[j] = batch.is_word[r] ? out.row(r)[j] + bias.value[j] : 0;
}

void Linear::backward(const Batch& batch, const Matrix& in, const Matrix& out_gradient, Matrix& in_gradient) {
  const std::size_t skip = window ? 1 : 0, rows = batch.rows() - 2 * skip, n = weight.columns,
                    k = weight.rows;
  for (std::size_t r = 0; r < batch.rows(); ++r)
    for (std::size_t j = 0; j < n; ++j) bias.gradient[j] += out_gradient.row(r)[j];
  multiply(k, n, rows, {in.data.data(), 1, in.columns}, out_gradient.row(skip), n, weight.gradient.data(), n,
           true);
  std::vector<float> transposed(k * n), product(rows * k);
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < n; ++j) transposed[j * k + i] = weight.value[i * n + j];
  multiply(rows, k, n, {out_gradient.row(skip), n, 1}, transposed.data(), k, product.data(), k, false);
  for (std::size_t r = 0; r < rows; ++r) {
    float* to = in_gradient.data.data() + r * in.columns;
    for (std::size_t i = 0; i < k; ++i) to[i] += product[r * k + i];
  }
}

void ContextLayer::make(Random& random) {
  gates.window = true;
  gates.make(kWindow, kGates, random);
  for (std::size_t j = 0; j < kWidth; ++j) gates.bias.value[kWidth + j] = 0.5f;
  norm.make(kWidth, random);
}

void ContextLayer::scan(const Batch& batch) {
  for_each_walk(batch, [&](const Walk& walk, std::size_t from) {
    float before[kHalf] = {};
    for (std::size_t i = 0; i < walk.count; ++i) {
      const std::size_t r = walk.row(i);
      const float* g = raw.row(r) + from;
      float *c = candidate.row(r) + from, *f = forget.row(r) + from, *h = hidden.row(r) + from;
      for (std::size_t j = 0; j < kHalf; ++j) {
        c[j] = fixed_tanh(g[j]);
        f[j] = fixed_sigmoid(g[kWidth + j]);
        h[j] = f[j] * before[j] + (1 - f[j]) * c[j];
        before[j] = h[j];
      }
    }
  });
}

void ContextLayer::scan_backward(const Batch& batch, const Matrix& hidden_gradient,
                                 Matrix& raw_gradient) const {
  for_each_walk(batch, [&](const Walk& walk, std::size_t from) {
    float carry[kHalf] = {};
    const float none[kHalf] = {};
    for (std::size_t i = walk.count; i-- > 0;) {
      const std::size_t r = walk.row(i);
      const float* before = i > 0 ? hidden.row(walk.row(i - 1)) + from : none;
      const float *c = candidate.row(r) + from, *f = forget.row(r) + from,
                  *dh = hidden_gradient.row(r) + from;
      float* dg = raw_gradient.row(r) + from;
      for (std::size_t j = 0; j < kHalf; ++j) {
        const float d = dh[j] + carry[j];
        dg[j] = d * (1 - f[j]) * (1 - c[j] * c[j]);
        dg[kWidth + j] = d * (before[j] - c[j]) * f[j] * (1 - f[j]);
        carry[j] = d * f[j];
      }
    }
  });
}

void ContextLayer::forward(const Batch& batch, const Matrix& in, Matrix& out, float dropout) {
  gates.forward(batch, in, raw);
  candidate.reset(batch.rows(), kWidth);
  forget.reset(batch.rows(), kWidth);
  hidden.reset(batch.rows(), kWidth);
  scan(batch);
  fill_dropout(mask, batch, kWidth, dropout);
  sum.reset(batch.rows(), kWidth);
  for (std::size_t i = 0; i < sum.data.size(); ++i) sum.data[i] = in.data[i] + hidden.data[i] * mask.data[i];
  norm.forward(batch, sum, out);
}

void ContextLayer::backward(const Batch& batch, const Matrix& in, const Matrix& out_gradient,
                            Matrix& in_gradient) {
  Matrix sum_gradient, hidden_gradient, raw_gradient;
  norm.backward(batch, out_gradient, sum_gradient);
  hidden_gradient.reset(batch.rows(), kWidth);
  for (std::size_t i = 0; i < sum_gradient.data.size(); ++i) {
    in_gradient.data[i] += sum_gradient.data[i];
    hidden_gradient.data[i] = sum_gradient.data[i] * mask.data[i];
  }
  raw_gradient.reset(batch.rows(), kGates);
  scan_backward(batch, hidden_gradient, raw_gradient);
  gates.backward(batch, in, raw_gradient, in_gradient);
}

}  // namespace dateline::train
