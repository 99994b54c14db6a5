// Linear classifiers over hashed features, with weights of one byte in a table of a power of two.
//
// A question of find_events (is this an event, who is its agent, ...) gathers features as 32-bit
// hashes; the score of a class is the sum of the weights at the features' places for that class.
// Weights come from train/train_events (docs/models.md). Sums are of integers: the same on every machine.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace dateline {

// Features of one decision. Names are short strings; each is hashed with the words it is about.
class Features {
 public:
  Features() { hashes_.reserve(64); }
  void add(std::string_view name, std::initializer_list<std::string_view> words = {});
  [[nodiscard]] const std::vector<std::uint32_t>& hashes() const { return hashes_; }

 private:
  std::vector<std::uint32_t> hashes_;
};

// A section of the weights file. Without weights (`classes` 0) it knows nothing.
struct LinearModel {
  std::uint32_t classes = 0;
  std::uint32_t bits = 0;    // the table has 2^bits weights
  std::string_view weights;  // signed bytes

  [[nodiscard]] bool empty() const { return classes == 0; }
  // One score a class. Needs a model that is not empty.
  [[nodiscard]] std::vector<std::int32_t> scores(const Features& features) const;
  // The class with the highest score, the lowest of equals.
  [[nodiscard]] std::uint32_t best(const Features& features) const;
};

// Where the weight of a feature for a class stands in a table of 2^bits.
[[nodiscard]] constexpr std::uint32_t weight_place(std::uint32_t feature, std::uint32_t cls,
                                                   std::uint32_t bits) {
  std::uint32_t h = feature + cls * 0x9E3779B9u;
  h ^= h >> 16;
  h *= 0x85EBCA6Bu;
  h ^= h >> 13;
  h *= 0xC2B2AE35u;
  h ^= h >> 16;
  return h & ((std::uint32_t{1} << bits) - 1);
}

// The section `name` of a weights file: a row of "NAME CLASSES BITS\n" and 2^BITS bytes each. Empty where
// the file has no such section or is cut short.
[[nodiscard]] LinearModel section_of(std::string_view file, std::string_view name);

}  // namespace dateline
