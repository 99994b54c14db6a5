// Stage: dependency trees (UD 2), one arc a token.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens, sentences and readings. One tree with one root a sentence.
[[nodiscard]] std::vector<Arc> parse(const Document& d, const Model& model);

}  // namespace dateline
