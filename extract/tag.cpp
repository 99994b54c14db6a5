#include "extract/tag.hpp"

#include "extract/lemma.hpp"
#include "extract/tagger.hpp"
#include "extract/word_codes.hpp"

namespace dateline {

std::vector<Morph> tag(const Document& d, const Model& model) {
  std::vector<Morph> morphs(d.tokens.size());
  if (model.tagger.tags.empty()) return morphs;
  const std::vector<WordCodes> codes = word_codes(d, model.vocabulary);
  std::vector<Tag> tags(d.tokens.size(), kNoTag);
  for (const Sentence& sentence : d.sentences) {
    tag_sentence(model.tagger, codes, sentence.tokens, tags);
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const auto [upos, xpos] = model.tagger.tags[tags[t]];
      const bool first = t == sentence.tokens.begin;
      morphs[t] = {upos, xpos, lemma_of(d.text_of(t), upos, xpos, first, model.lemmas)};
    }
  }
  return morphs;
}

}  // namespace dateline
