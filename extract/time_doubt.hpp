// Whether what a rule took for a time is one: figures that count ("1991 cases"), names ("April Jones", "High
// Noon"), newspapers ("the daily Herald").
//
// Asks the tags and names that the language core gave the words around; without them only what figures tell.
// Used inside extract/ only.
#pragma once

#include "extract/document.hpp"
#include "extract/time_grammar.hpp"

namespace dateline {

struct FoundTime {
  Span tokens;
  TimeSymbolSet classes;  // that the rule makes
  Meaning meaning;
};

[[nodiscard]] bool is_no_time(const Document& d, const TimeGrammar& g, Span sentence, const FoundTime& found);

}  // namespace dateline
