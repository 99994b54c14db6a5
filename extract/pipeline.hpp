// The composer of extract/: puts the stages in order.
#pragma once

#include "extract/article.hpp"
#include "extract/document.hpp"
#include "extract/model.hpp"
#include "extract/record.hpp"

namespace dateline {

// Runs all stages. Throws nothing of its own: text that is not understood gives empty layers.
[[nodiscard]] Document analyse(Article article, const Model& model);

// The same for a document whose words and sentences are given (conllu.hpp): keeps those, makes the rest anew.
[[nodiscard]] Document analyse_words(Document d, const Model& model);

}  // namespace dateline
