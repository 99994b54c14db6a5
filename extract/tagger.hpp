// The tagger's model and its features: a greedy linear model over joint UPOS and XPOS, left to right.
//
// Shared by tag() and by the program that trains it (train/).
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.hpp"
#include "extract/hashed_weights.hpp"
#include "extract/word_codes.hpp"

namespace dateline {

using Tag = std::uint8_t;  // index of a pair of UPOS and XPOS
inline constexpr Tag kNoTag = 255;

struct Tagger {
  std::vector<std::pair<Upos, Xpos>> tags;
  HashedWeights weights;
};

// The bytes of a trained tagger: number of tags, pairs, weights. An empty tagger where they are none.
[[nodiscard]] Tagger read_tagger(std::string_view bytes);

inline constexpr std::size_t kTagFeatures = 28;

// The features of word `t` of `sentence`; `tags` holds those of the words before it.
void tag_features(std::span<const WordCodes> codes, Span sentence, TokenIndex t, std::span<const Tag> tags,
                  std::span<Feature, kTagFeatures> features);

// The best tags of a sentence, written to `tags` (one a token of the document).
void tag_sentence(const Tagger& tagger, std::span<const WordCodes> codes, Span sentence, std::span<Tag> tags);

}  // namespace dateline
