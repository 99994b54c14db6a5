// CoNLL-U, the text form of Universal Dependencies: a document as its columns, and the way back.
//
// Ten columns a word; contractions stand as ranges ("1-2 don't"). MISC holds SpaceAfter=No,
// TokenRange=BEGIN:END (bytes of Article::text), and NER=B-PER|I-PER|O and Coref=ID where the document has
// mentions and entities.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.hpp"

namespace dateline {

// Needs tokens and sentences; columns of layers that are empty hold "_". Ends with a blank line.
[[nodiscard]] std::string to_conllu(const Document& d);

// Reads words, sentences, and, where they are given for every word, morphs and arcs. The text is built from
// the words and SpaceAfter; each "# newdoc" or "# newpar" begins a block. Takes the text as one document.
// Throws InputError (`file`, line) for a line without ten columns, heads out of range, or unknown tags.
[[nodiscard]] Document from_conllu(std::string_view text, const std::string& file);

}  // namespace dateline
