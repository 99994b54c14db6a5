// What Unicode knows about letters: case, accents, width. The one file of graph/ that knows ICU; no locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

// Letters and digits without case and accents, in words parted by one blank; full stops and apostrophes
// vanish inside words. "" where there are neither letters nor digits.
[[nodiscard]] std::string folded_letters(std::string_view text);

// Whether there are letters with case, and none of them is a capital.
[[nodiscard]] bool all_lower_case(std::string_view text);

// Columns of a terminal: combining marks take none, wide East Asian characters two, others one.
[[nodiscard]] std::size_t terminal_columns(std::string_view text);

}  // namespace dateline
