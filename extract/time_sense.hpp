// Which way a clause looks from the day of its telling: "said Monday" back, "will meet Monday" ahead.
//
// A question that find_times asks. Uses tags and tree where the document has them, else the cue words of
// table time_words (class CUE).
#pragma once

#include "extract/document.hpp"
#include "extract/resolve_time.hpp"
#include "extract/time_lexicon.hpp"

namespace dateline {

// The sense of the clause that holds `expression` (tokens) of `sentence` (tokens). Looks at a bounded number
// of tokens.
[[nodiscard]] TimeSense sense_of(const Document& d, Span sentence, Span expression,
                                 const TimeLexicon& lexicon);

}  // namespace dateline
