// Which way a clause looks from the day of its telling: "said Monday" back, "will meet Monday" ahead.
//
// A question that find_times asks. Uses tags and tree where the document has them, else the cue words of
// table time_words (class CUE).
#pragma once

#include "extract/document.hpp"
#include "extract/resolve_time.hpp"
#include "extract/time_lexicon.hpp"

namespace dateline {

// What a clause says, and whether the tense of the expression's own verb says so.
struct ClauseSense {
  TimeSense sense = TimeSense::Unknown;
  bool firm = false;
  bool told = false;  // by the word before the expression: "since", "ended"
};

// The sense of the clause that holds `expression` (tokens) of `sentence` (tokens). Looks at a bounded number
// of tokens.
[[nodiscard]] ClauseSense sense_of(const Document& d, Span sentence, Span expression,
                                   const TimeLexicon& lexicon);

}  // namespace dateline
