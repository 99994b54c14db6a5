// Stage: which mentions refer to the same thing, and what it is.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens to mentions.
[[nodiscard]] Entities resolve_entities(const Document& d, const Model& model);

}  // namespace dateline
