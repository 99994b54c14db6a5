// How many letters two words differ by.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Levenshtein's distance in bytes. Needs short words: quadratic.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace dateline
