#include "extract/split_sentences.hpp"

namespace dateline {

std::vector<Sentence> split_sentences(const Document&, const Model&) { return {}; }

}  // namespace dateline
