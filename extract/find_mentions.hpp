// Stage: names, descriptions and pronouns.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens to arcs. In text order, longer before shorter at one place; a mention lies in one sentence.
[[nodiscard]] std::vector<Mention> find_mentions(const Document& d, const Model& model);

}  // namespace dateline
