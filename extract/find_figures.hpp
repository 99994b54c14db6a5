// Stage: numbers with what they count.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens to mentions, and times (a number inside a time expression is no figure).
[[nodiscard]] std::vector<Figure> find_figures(const Document& d, const Model& model);

}  // namespace dateline
