// Stage: sentences.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// A longer sentence is cut at the best place; bounds the time that later stages take.
inline constexpr std::uint32_t kMaxSentenceTokens = 250;

// Needs tokens. Sentences cover all tokens and cross no block; none exceeds kMaxSentenceTokens.
[[nodiscard]] std::vector<Sentence> split_sentences(const Document& d, const Model& model);

}  // namespace dateline
