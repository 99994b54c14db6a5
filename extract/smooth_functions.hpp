// exp, sigmoid and tanh that give the same bits on every machine: IEEE additions, multiplications and
// divisions in one order, no library call. Relative error of exp below 2e-7; loops over them vectorise.
#pragma once

#include <bit>
#include <cstdint>

namespace dateline {

// Clamped to the range in which the result is a normal number.
[[nodiscard]] inline float fixed_exp(float x) {
  x = x > -87.0f ? x : -87.0f;
  x = x < 87.0f ? x : 87.0f;
  // The nearest whole power of two, as a float's exponent has it: cutting off is rounding, for the sum is
  // positive.
  const auto exponent = static_cast<std::int32_t>(x * 1.44269504f + 127.5f);
  const auto k = static_cast<float>(exponent - 127);
  const float r = (x - k * 0.693359375f) - k * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  return p * std::bit_cast<float>(exponent << 23);
}

[[nodiscard]] inline float fixed_sigmoid(float x) { return 1.0f / (1.0f + fixed_exp(-x)); }
[[nodiscard]] inline float fixed_tanh(float x) { return 2.0f / (1.0f + fixed_exp(-2.0f * x)) - 1.0f; }

}  // namespace dateline
