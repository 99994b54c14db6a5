// Stage: time expressions, with value and days.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens to arcs, and the publication date where there is one; without it relative values stay
// unresolved (X), never guessed.
[[nodiscard]] std::vector<TimeExpression> find_times(const Document& d, const Model& model);

}  // namespace dateline
