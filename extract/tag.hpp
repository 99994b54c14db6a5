// Stage: parts of speech and lemmas, one a token.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens, sentences and readings.
[[nodiscard]] std::vector<Morph> tag(const Document& d, const Model& model);

}  // namespace dateline
