// Stage: the article's text cut into words.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs the article. Every byte that is no blank lies in one token; no token crosses a block.
[[nodiscard]] std::vector<Token> tokenize(const Document& d, const Model& model);

}  // namespace dateline
