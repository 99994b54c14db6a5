// The parser's model, its states and features: greedy arc-hybrid transitions (Kuhlmann, Gomez-Rodriguez and
// Satta 2011) chosen by a linear model.
//
// Shared by parse() and by the program that trains it (train/). The root stands behind the last word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/hashed_weights.hpp"
#include "extract/word_codes.hpp"

namespace dateline {

struct Parser {
  HashedWeights weights;
};

// A transition: Shift, or an arc with its relation. LeftArc: the next word is head of the top of the stack.
// RightArc: the second of the stack is head of its top.
using Transition = std::uint8_t;
inline constexpr Transition kShift = 0;
inline constexpr std::size_t kTransitions = 1 + 2 * kDeprelCount;
[[nodiscard]] constexpr Transition left_arc(Deprel deprel) {
  return static_cast<Transition>(1 + static_cast<int>(deprel));
}
[[nodiscard]] constexpr Transition right_arc(Deprel deprel) {
  return static_cast<Transition>(1 + kDeprelCount + static_cast<std::size_t>(deprel));
}
[[nodiscard]] constexpr bool is_left(Transition t) { return t != kShift && t <= kDeprelCount; }
[[nodiscard]] constexpr bool is_right(Transition t) { return t > kDeprelCount; }
[[nodiscard]] constexpr Deprel relation(Transition t) {
  return static_cast<Deprel>(is_left(t) ? t - 1 : t - 1 - static_cast<int>(kDeprelCount));
}

// What is known of a word while its sentence is parsed. Words count from 0 within the sentence.
struct PartialWord {
  std::uint32_t head = kNone;
  Deprel deprel = Deprel::Dep;
  std::uint32_t first_left = kNone, second_left = kNone;  // outermost children
  std::uint32_t first_right = kNone, second_right = kNone;
  std::uint32_t lefts = 0, rights = 0;
};

struct ParserState {
  explicit ParserState(std::uint32_t size) : words(size) {}

  [[nodiscard]] bool done() const { return next == words.size() && stack.empty(); }
  [[nodiscard]] bool can_shift() const { return next < words.size(); }
  // Only one word hangs on the root.
  [[nodiscard]] bool can_left() const { return !stack.empty() && (next < words.size() || stack.size() == 1); }
  [[nodiscard]] bool can_right() const { return stack.size() >= 2; }
  void apply(Transition transition);
  // The n-th of the stack from its top, or kNone.
  [[nodiscard]] std::uint32_t top(std::size_t n) const {
    return n < stack.size() ? stack[stack.size() - 1 - n] : kNone;
  }

  std::vector<PartialWord> words;
  std::vector<std::uint32_t> stack;
  std::uint32_t next = 0;  // first word of the buffer; words.size() is the root
};

inline constexpr std::size_t kMaxParseFeatures = 80;
using ParseFeatures = std::array<Feature, kMaxParseFeatures>;

// The features of a state of a sentence; `codes` and `tags` (one code a word, of UPOS and XPOS) are the
// sentence's. Gives how many there are.
std::size_t parse_features(const ParserState& state, std::span<const WordCodes> codes,
                           std::span<const std::uint64_t> tags, ParseFeatures& features);

// The best transition allowed, by `scores` of all kTransitions.
[[nodiscard]] Transition best_transition(const ParserState& state, std::span<const std::int16_t> scores);

// A word's code for its tags.
[[nodiscard]] constexpr std::uint64_t tag_code(const Morph& morph) {
  return 2 + static_cast<std::uint64_t>(morph.upos) * 64 + static_cast<std::uint64_t>(morph.xpos);
}

}  // namespace dateline
