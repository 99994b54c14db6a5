// The composer of extract/: puts the stages in order.
#pragma once

#include "extract/article.hpp"
#include "extract/document.hpp"
#include "extract/model.hpp"
#include "extract/record.hpp"

namespace dateline {

// Runs all stages. Throws nothing of its own: text that is not understood gives empty layers.
[[nodiscard]] Document analyse(Article article, const Model& model);

}  // namespace dateline
