#include "extract/tag.hpp"

#include "extract/lemma.hpp"

namespace dateline {

std::vector<Morph> tag(const Document& d, const Model& model) {
  std::vector<Morph> morphs(d.tokens.size());
  for (const Sentence& sentence : d.sentences)
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Upos upos = d.readings[t].upos;
      const Xpos xpos = d.readings[t].xpos;
      const bool first = t == sentence.tokens.begin;
      morphs[t] = {upos, xpos, lemma_of(d.text_of(t), upos, xpos, first, model.lemmas)};
    }
  return morphs;
}

}  // namespace dateline
