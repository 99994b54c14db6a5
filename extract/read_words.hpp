// Stage: the language core's one pass over the words; tags, trees and names are made of its readings.
#pragma once

#include <vector>

#include "extract/document.hpp"
#include "extract/model.hpp"

namespace dateline {

// Needs tokens and sentences. One a token.
[[nodiscard]] std::vector<Reading> read_words(const Document& d, const Model& model);

}  // namespace dateline
