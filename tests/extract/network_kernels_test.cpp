// All families of instructions that this machine has give the same bytes as portable C++.
#include "extract/network_kernels.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>

#include "extract/smooth_functions.hpp"

namespace dateline {
namespace {

class Numbers {
 public:
  explicit Numbers(unsigned seed) : random_(seed) {}
  float real(float range) { return (static_cast<float>(random_() % 20001) / 10000.0f - 1.0f) * range; }
  std::uint8_t byte(unsigned end) { return static_cast<std::uint8_t>(random_() % end); }
  std::vector<float> reals(std::size_t count, float range) {
    std::vector<float> out(count);
    for (float& v : out) v = real(range);
    return out;
  }

 private:
  std::mt19937 random_;
};

template <typename Linear>
std::unique_ptr<Linear> random_linear(Numbers& numbers, std::size_t columns, std::size_t weights) {
  auto linear = std::make_unique<Linear>();
  linear->step[0] = 0.05f;
  linear->step[1] = 64;
  for (std::size_t n = 0; n < columns; ++n) {
    linear->scale[n] = 0.001f + static_cast<float>(numbers.byte(100)) * 1e-5f;
    linear->bias[n] = numbers.real(1);
    linear->offset[n] = numbers.byte(200);
  }
  for (std::size_t i = 0; i < weights; ++i)
    linear->weight[i] = static_cast<std::int8_t>(numbers.byte(255) - 127);
  return linear;
}

std::string bytes_of(const std::vector<float>& values) {
  std::string out(values.size() * sizeof(float), '\0');
  std::memcpy(out.data(), values.data(), out.size());
  return out;
}

const NetworkKernels& portable() { return *network_kernels().back(); }

TEST(NetworkKernels, PortableOnesAreLast) { EXPECT_EQ(portable().name, "portable"); }

TEST(NetworkKernels, ProductsAreTheSame) {
  Numbers numbers(1);
  constexpr std::size_t columns = 64 + 48;
  const auto linear = random_linear<ByteLinear<kWindow, columns>>(numbers, columns, kWindow * columns);
  for (const std::size_t rows : {1u, 3u, 4u, 7u, 8u, 29u}) {
    std::vector<std::uint8_t> in((rows + 2) * kWidth);
    for (std::uint8_t& b : in) b = numbers.byte(128);
    std::fill_n(in.begin(), kWidth, std::uint8_t{127});  // the largest sums
    std::vector<float> expected(rows * columns), got(rows * columns);
    portable().multiply(*linear, in.data(), kWidth, rows, expected.data());
    for (const NetworkKernels* k : network_kernels()) {
      k->multiply(*linear, in.data(), kWidth, rows, got.data());
      EXPECT_EQ(bytes_of(got), bytes_of(expected)) << k->name << ", rows " << rows;
    }
  }
}

TEST(NetworkKernels, ProductIsWhatItSays) {
  Numbers numbers(2);
  const auto linear = random_linear<ByteLinear<8, 16>>(numbers, 16, 8 * 16);
  const std::vector<std::uint8_t> in{0, 1, 2, 3, 64, 100, 126, 127};
  std::vector<float> got(16);
  portable().multiply(*linear, in.data(), 8, 1, got.data());
  for (std::size_t n = 0; n < 16; ++n) {
    int sum = -linear->offset[n];
    for (std::size_t k = 0; k < 8; ++k) sum += in[k] * linear->weight[(k / 4 * 16 + n) * 4 + k % 4];
    EXPECT_EQ(got[n], static_cast<float>(sum) * linear->scale[n] + linear->bias[n]) << n;
  }
}

TEST(NetworkKernels, BytesOfValuesAreTheSame) {
  Numbers numbers(3);
  const auto linear = random_linear<ByteLinear<4, 16>>(numbers, 16, 64);
  const auto values = numbers.reals(1001, 5);
  std::vector<std::uint8_t> expected(values.size()), got(values.size());
  portable().quantise(*linear, values.data(), values.size(), expected.data());
  EXPECT_LE(*std::max_element(expected.begin(), expected.end()), 127);
  for (const NetworkKernels* k : network_kernels()) {
    k->quantise(*linear, values.data(), values.size(), got.data());
    EXPECT_EQ(got, expected) << k->name;
  }
}

TEST(NetworkKernels, NormsAndGatesAreTheSame) {
  Numbers numbers(4);
  constexpr std::size_t rows = 13;
  NormWeights<kWidth> norm;
  for (std::size_t j = 0; j < kWidth; ++j) norm.gain[j] = numbers.real(2), norm.shift[j] = numbers.real(1);
  const auto state = numbers.reals(rows * kWidth, 3);
  const auto gates = numbers.reals(rows * kGates, 9);
  std::vector<float> expected;
  for (auto k = network_kernels().rbegin(); k != network_kernels().rend(); ++k) {
    std::vector<float> sum = state, raw = gates, out(rows * kWidth);
    (*k)->larger(raw.data(), rows, out.data());
    for (std::size_t i = 0; i < out.size(); ++i) sum[i] += out[i];
    (*k)->add_scan(raw.data(), rows, sum.data());
    (*k)->norm(norm, sum.data(), rows, out.data());
    if (expected.empty()) expected = out;
    EXPECT_EQ(bytes_of(out), bytes_of(expected)) << (*k)->name;
  }
}

TEST(NetworkKernels, ArcsAreTheSame) {
  Numbers numbers(5);
  for (const std::size_t n : {1u, 5u, 37u}) {
    const auto query = numbers.reals(n * kArcWidth, 2), heads = numbers.reals(arc_row(n) * kArcWidth, 2);
    std::vector<float> expected(n * (n + 1)), got(n * (n + 1));
    portable().arc_scores(query.data(), heads.data(), n, expected.data());
    for (const NetworkKernels* k : network_kernels()) {
      k->arc_scores(query.data(), heads.data(), n, got.data());
      EXPECT_EQ(bytes_of(got), bytes_of(expected)) << k->name;
    }
    float first = 0;
    for (std::size_t j = 0; j < kArcWidth; ++j) first += query[j] * heads[j * arc_row(n)];
    EXPECT_NEAR(expected[0], first, 1e-3);
  }
}

TEST(NetworkKernels, GatesLetInAndForget) {
  const float sharp = 20;
  std::vector<float> gates(2 * kGates, 0), state(2 * kWidth, 1);
  gates[0] = sharp, gates[kWidth] = -sharp;                // the first word's candidate is one and goes in
  gates[kGates] = -sharp, gates[kGates + kWidth] = sharp;  // the second's stays out, the first is kept
  gates[1] = -200, gates[kWidth + 1] = -200;               // beyond what exp can tell
  portable().add_scan(gates.data(), 2, state.data());
  EXPECT_NEAR(state[0], 2, 1e-4);
  EXPECT_NEAR(state[kWidth], 2, 1e-4);
  EXPECT_NEAR(state[1], 0, 1e-4);
}

TEST(SmoothFunctions, AreCloseToTheLibrary) {
  for (float x = -30; x < 30; x += 0.37f) {
    EXPECT_NEAR(fixed_exp(x) / std::exp(x), 1, 1e-6) << x;
    EXPECT_NEAR(fixed_tanh(x), std::tanh(x), 1e-6) << x;
    EXPECT_NEAR(fixed_sigmoid(x), 1 / (1 + std::exp(-x)), 1e-6) << x;
  }
  EXPECT_GT(fixed_exp(-1e30f), 0);
  EXPECT_LT(fixed_exp(1e30f), 1e38f);
}

}  // namespace
}  // namespace dateline
