// Where a written word ends: letters and digits with what binds them ("U.S.", "1,000", "co-op", "a@b.org").
//
// Support of tokenize(). Positions are bytes of the text given. Looks a bounded number of bytes ahead, so
// that a walk over a text takes linear time.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/orthography.hpp"

namespace dateline {

// A web address, e-mail address or file name that begins at `begin`, without the punctuation behind it;
// gives `begin` where there is none.
[[nodiscard]] std::size_t address_end(std::string_view text, std::size_t begin,
                                      const Orthography& orthography);

// Needs a letter or digit at `begin`. The end of the word there, before contractions are parted.
[[nodiscard]] std::size_t word_end(std::string_view text, std::size_t begin, const Orthography& orthography);

// ', ’ and what stands for them.
[[nodiscard]] bool is_apostrophe(char32_t c);

}  // namespace dateline
