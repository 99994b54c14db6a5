// What the network is told about a word: rows of its table of embeddings.
//
// Everything hangs on the word's spelling alone, so that what is computed from it can be kept a word type.
// Digits count as 0, typographic quotes and dashes as their ASCII forms.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline {

// The features, each with its own stretch of rows (a power of two). The word twice, hashed differently:
// two words seldom share both rows.
inline constexpr std::array<std::uint32_t, 10> kFeatureRows{32768, 32768, 8192, 1024, 4096,
                                                            4096,  256,   4096, 512,  512};
inline constexpr std::size_t kFeatureCount = kFeatureRows.size();
// First row of each feature's stretch; the two hashes of the word share one.
inline constexpr std::array<std::uint32_t, kFeatureCount> kFeatureBase{0,     0,     32768, 40960, 41984,
                                                                       46080, 50176, 50432, 54528, 55040};
inline constexpr std::uint32_t kEmbeddingRows = 55552;

using WordFeatures = std::array<std::uint32_t, kFeatureCount>;

// Rows for a word: itself in lower case (two), as it stands, its last 2, 3 and 4 and first 1 and 3 letters,
// its shape, and flags (case, digits, punctuation, length). Needs a word that is not empty.
[[nodiscard]] WordFeatures word_features(std::string_view word);

}  // namespace dateline
