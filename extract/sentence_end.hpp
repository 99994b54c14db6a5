// Whether a sentence ends behind a word: a linear model over the words around, and its features.
//
// Shared by split_sentences() and by the program that trains it (train/).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/document.hpp"
#include "extract/hashed_weights.hpp"
#include "extract/orthography.hpp"
#include "extract/word_codes.hpp"

namespace dateline {

inline constexpr std::size_t kSentenceFeatures = 37;
inline constexpr int kSentenceUnit = 8;  // what 1 is in the table of weights
using SentenceFeatures = std::array<Feature, kSentenceFeatures>;

// What a possible end has to show for itself, which decides how sure it must be.
enum class EndKind : std::uint8_t {
  Sign,       // a full stop, a quote, ...
  Word,       // nothing but a capital behind it
  ShortForm,  // the full stop of an abbreviation
};

// Walks over the words of one block from left to right.
class SentenceScan {
 public:
  // `tokens`: those of the block. All must outlive this.
  SentenceScan(const Document& d, const std::vector<WordCodes>& codes, const Orthography& orthography,
               Span tokens);

  // Whether a sentence may end behind `t` at all: there is a sign that opens nothing, or what follows does
  // not begin in lower case; titles and the like ("Gen.") end none.
  [[nodiscard]] bool may_end(TokenIndex t) const;
  // An abbreviation or initials with their full stop, which may also be the sentence's.
  [[nodiscard]] bool is_short_form(TokenIndex t) const;
  [[nodiscard]] EndKind kind(TokenIndex t) const;
  // Whether the word behind `t` is capitalised and one that often begins sentences (table sentence_starts).
  [[nodiscard]] bool is_start_behind(TokenIndex t) const;
  // Whether `t` ends in no letter or digit.
  [[nodiscard]] bool has_sign(TokenIndex t) const;
  // Takes `t` into the sentence; must be called for each word in order.
  void take(TokenIndex t);
  // The features of an end behind `t`, the word taken last.
  [[nodiscard]] SentenceFeatures features(TokenIndex t) const;
  // A sentence ended behind the word taken last.
  void end();

 private:
  [[nodiscard]] const WordCodes& at(std::int64_t t) const;
  [[nodiscard]] bool capital(std::int64_t t) const;

  const Document& d_;
  const std::vector<WordCodes>& codes_;
  const Orthography& orthography_;
  Span tokens_;
  std::vector<std::uint8_t> to_stop_;  // one a word: words up to the next ".", "!" or "?"; at most kFar
  bool lower_ = false;                 // the block is written without capitals
  TokenIndex begin_ = 0;               // of the sentence
  std::uint32_t length_ = 0;           // words of the sentence so far
  std::uint32_t quotes_ = 0;           // plain quotes so far, in the block
  std::int32_t depth_ = 0;             // open parentheses
};

}  // namespace dateline
