// Joins words to numbers: "twenty-five", "two hundred and ten", "3 million", "twenty-first", "nineteen
// ninety-six".
//
// Words come from table time_words: class NUMWORD (n=1 ... n=90), MULTIPLIER (n=100, 1000, ...), ORDWORD
// (ordinal=1 ...). Used inside extract/ only.
#pragma once

#include "extract/time_lexer.hpp"

namespace dateline {

struct NumberSymbols {
  TimeSymbol number_word = 0;
  TimeSymbol multiplier = 0;
  TimeSymbol ordinal_word = 0;
  TimeSymbol hyphen = 0;
  TimeSymbol conjunction = 0;  // of "two hundred and ten"
};

// Replaces each chain of number words by one item of the figure classes (NUM, WORDNUM, ORD, YEARWORD, ...).
// Linear.
void join_numbers(TimeItems& items, const NumberSymbols& symbols);

}  // namespace dateline
