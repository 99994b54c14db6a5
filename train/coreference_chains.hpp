// The chains that the program finds in a document, in the conventions of OntoNotes, for comparing with
// OntoGUM.
#pragma once

#include <optional>

#include "extract/discourse.hpp"
#include "extract/model.hpp"
#include "train/coreference_gold.hpp"

namespace dateline {

// All layers before resolve_entities, of words that are given or of their raw text.
[[nodiscard]] Document analysed_words(const Document& words, const Model& model);
[[nodiscard]] Document analysed_text(const Document& words, const Model& model);

// The phrases with exactly these tokens, heads by the tree.
[[nodiscard]] std::vector<NounPhrase> phrases_of(const Document& d, const Syntax& syntax,
                                                 const std::vector<Chain>& chains);

// Whether OntoNotes would mark it: no apposition, predicate, relative pronoun or adjective.
[[nodiscard]] bool is_annotated(const Syntax& syntax, const Markable& m);

// Chains of two or more. With `gold`, of its mentions only, none of which is known to stand alone: `favour`
// is added to antecedents.
[[nodiscard]] std::vector<Chain> chains_in(const Document& d, const Model& model, std::int32_t favour = 0,
                                           const std::vector<Chain>* gold = nullptr);

// Markables of the text that stand for the bytes: with the head in them.
[[nodiscard]] bool stands_for(const Document& d, const Markable& m, Span bytes);

}  // namespace dateline
