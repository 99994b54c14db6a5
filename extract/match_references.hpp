// Whom every description and pronoun of a document means: rules where they are certain, else the antecedent
// that is chosen among the candidates.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "extract/discourse.hpp"
#include "extract/linear_model.hpp"

namespace dateline {

// Index into the candidates, or nothing for something new; and what decided, in units of the weights.
struct Choice {
  std::optional<std::size_t> candidate;
  std::int32_t score = 0, alone = 0;  // of the candidate, of something new
  std::array<Sign, 3> signs{};        // the features that spoke most for the candidate
};

using ChooseAntecedent =
    std::function<Choice(const Discourse&, MarkableIndex, const std::vector<Candidate>&, Suggestion)>;

// The highest sum of weights, the nearest of equals; nothing where being new has as many. `favour` is added
// to all candidates. Without weights: what rules suggest.
[[nodiscard]] ChooseAntecedent by_weights(const LinearModel& weights, std::int32_t favour = 0);

// Reads the document from its begin, choosing for each markable; mentions get the actors of their clusters.
// Needs names matched.
void match_references(Resolution& r, Discourse& discourse, const ChooseAntecedent& choose);

}  // namespace dateline
