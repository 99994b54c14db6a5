// Which articles print one text: near-identical copies of an agency's report count as one source.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/record.hpp"

namespace dateline {

// The number of each record's text: equal numbers, one text. Numbered by their first record. Texts are one if
// their sha256 is the same, or if half of their runs of five words (shingles of the sentences that the
// records keep) are common to both, as estimated by 64 least hashes (MinHash; Broder 1997) and looked for by
// bands of four of them. Texts of fewer than kFewestShingles runs are compared by sha256 only. Linear.
[[nodiscard]] std::vector<std::size_t> text_classes(std::span<const Record> records);

inline constexpr std::size_t kFewestShingles = 20;
inline constexpr double kCopyLikeness = 0.5;

}  // namespace dateline
