// The noun phrases of a document: nouns, names and pronouns with all that hangs on them.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/syntax.hpp"

namespace dateline {

struct NounPhrase {
  Span tokens;           // from the determiner to the last word attached; holds the head
  TokenIndex head = 0;   // of a coordination: the head of its first member
  bool several = false;  // a coordination as a whole: "Anna and Tom"
  friend bool operator==(const NounPhrase&, const NounPhrase&) = default;
};

// In the order of their begins, longer ones first; none twice. Prepositions before, clauses of which a noun
// is the predicate, and marks at the end stand outside. Linear.
[[nodiscard]] std::vector<NounPhrase> noun_phrases(const Syntax& syntax);

}  // namespace dateline
