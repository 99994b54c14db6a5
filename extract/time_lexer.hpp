// Cuts a sentence into the items that patterns of time are matched on: words that the lexicon knows, numbers
// and figures with their classes, punctuation. Everything else is a gap that no pattern crosses.
//
// Works on the bytes of the sentence, so that it does not matter how the tokenizer cuts "third-quarter",
// "10:30" or "mid-1990s". Used inside extract/ only.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/time_lexicon.hpp"

namespace dateline {

struct TimeItem {
  Span bytes;             // of Article::text
  bool glued = false;     // no blank before it
  TimeSymbolSet symbols;  // none: a gap
  const TimeWord* word = nullptr;
  std::int64_t number = 0;    // hundredths, of a number or an ordinal
  std::int32_t meaning = -1;  // into TimeItems::meanings: of figures and of what rules made
  std::int32_t rule = -1;     // that made it
};

struct TimeItems {
  std::vector<TimeItem> list;
  std::vector<Meaning> meanings;

  // What the item means where it is read as `symbol`, one of its symbols.
  [[nodiscard]] Meaning meaning_of(const TimeItem& item, TimeSymbol symbol) const;
};

// The items of the sentence that covers `tokens`; never two gaps in a row. Linear.
[[nodiscard]] TimeItems lex_times(const Document& d, Span tokens, const TimeLexicon& lexicon);

}  // namespace dateline
