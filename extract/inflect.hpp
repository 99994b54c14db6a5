// Stage: the features of inflection of each word (FEATS of Universal Dependencies).
#pragma once

#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens, sentences, morphs and arcs. One a token: "Number=Plur", "" where there are none.
[[nodiscard]] std::vector<std::string> inflect(const Document& d, const Model& model);

}  // namespace dateline
