// Coreference as people annotated it: OntoGUM documents with their words, and the pronouns of GAP.
#pragma once

#include <string>
#include <vector>

#include "extract/document.hpp"

namespace dateline {

// Mentions of one thing, as tokens of the document. Two or more.
using Chain = std::vector<Span>;

struct ChainDocument {
  std::string name;  // "GUM_news_iodine"
  Document words;    // text, blocks, tokens and sentences as annotated
  std::vector<Chain> chains;
};

// The documents of a CoNLL-U file (also .gz) for which KEY_FOLDER has NAME.conll. Throws InputError where
// words and key differ or a file can't be read.
[[nodiscard]] std::vector<ChainDocument> read_chains(const std::string& conllu,
                                                     const std::string& key_folder);

// A pronoun and two names, as bytes of the text.
struct PronounCase {
  std::string text;
  Span pronoun, a, b;
  bool is_a = false, is_b = false;  // whom the pronoun means; neither: someone else
  bool feminine = false;
};

// A table of GAP (also .gz).
[[nodiscard]] std::vector<PronounCase> read_pronoun_cases(const std::string& tsv);

}  // namespace dateline
