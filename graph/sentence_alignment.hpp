// Which sentences of two texts say the same, and which words of them stand for each other.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/text_words.hpp"

namespace dateline {

// Pairs (sentence of `a`, sentence of `b`), sorted. Sentences of the same words in the same order are pairs,
// and have no others. Of the rest those are that have three telling words in common, and of the telling words
// of the shorter three fifths or of both together half: one sentence may be the counterpart of several,
// where it was split or where two were joined. Word pairs are looked for through the rarer words: n log n.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> counterparts(const std::vector<TextWords>& a,
                                                                            const std::vector<TextWords>& b);

// A stretch of words of one sentence that stands where a stretch of the other stands; one of both may be
// empty.
struct WordStretch {
  std::size_t a_begin = 0, a_end = 0;  // [begin, end) of words
  std::size_t b_begin = 0, b_end = 0;
  bool same = false;  // word by word the same, and not replaced
};

// The two sentences from front to back, by a longest common subsequence of words (Wagner and Fischer 1974).
// Of sentences longer than kLongestAligned words the rest is one stretch that is replaced.
[[nodiscard]] std::vector<WordStretch> align_words(const TextWords& a, const TextWords& b);

inline constexpr std::size_t kLongestAligned = 256;

}  // namespace dateline
