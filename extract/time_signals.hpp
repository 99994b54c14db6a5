// What single words around time expressions mean by table time_words: signals ("since"), cues of tense
// ("will"), terms ("deadline").
//
// Used inside extract/ only.
#pragma once

#include <string_view>

#include "extract/document.hpp"
#include "extract/time_lexicon.hpp"

namespace dateline {

// The token's meaning in the class, or null where it is not of it. Lives as long as the lexicon.
[[nodiscard]] const Meaning* meaning_in_class(const Document& d, TokenIndex token, const TimeLexicon& lexicon,
                                              std::string_view name);

}  // namespace dateline
