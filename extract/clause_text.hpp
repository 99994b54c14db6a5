// Words of an article put together as a short clause or noun phrase, for summaries: names for pronouns, no
// asides.
#pragma once

#include <string>
#include <vector>

#include "extract/scene.hpp"

namespace dateline {

// Ascending token indices.
using Words = std::vector<TokenIndex>;

// The noun with its modifiers and the phrases that complete it ("the launch of a fund in Oslo"), without
// clauses, asides and time expressions; at most `most` words, phrases that no longer fit left out whole.
[[nodiscard]] Words noun_words(const Scene& scene, TokenIndex noun, std::size_t most);

// The verb with auxiliaries, negation, particle, objects, complement clauses and the phrases behind it,
// without its subject, adverbial clauses and time expressions.
[[nodiscard]] Words predicate_words(const Scene& scene, TokenIndex verb, std::size_t most);

// What is said, where the article tells it before the verb of saying: "We will rebuild it", said Holt.
[[nodiscard]] Words said_before(const Scene& scene, TokenIndex verb, std::size_t most);

// As the article writes them, pronouns replaced by the names of their entities ("his" by "Ilves's"), line
// breaks by blanks.
[[nodiscard]] std::string text_of_words(const Scene& scene, const Words& words);

}  // namespace dateline
