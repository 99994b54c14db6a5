#include "extract/parse.hpp"

#include <array>

#include "extract/parser.hpp"
#include "extract/word_codes.hpp"

namespace dateline {
namespace {

// Without a model: the first word is the root, the others hang on it.
void hang_flat(Span sentence, std::vector<Arc>& arcs) {
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) arcs[t] = {sentence.begin, Deprel::Dep};
  arcs[sentence.begin] = {kNone, Deprel::Root};
}

void parse_sentence(const Parser& parser, std::span<const WordCodes> codes,
                    std::span<const std::uint64_t> tags, Span sentence, std::vector<Arc>& arcs) {
  const auto own_codes = codes.subspan(sentence.begin, sentence.size());
  const auto own_tags = tags.subspan(sentence.begin, sentence.size());
  ParserState state(sentence.size());
  ParseFeatures features;
  std::array<std::int16_t, kTransitions> scores;
  while (!state.done()) {
    const std::size_t count = parse_features(state, own_codes, own_tags, features);
    parser.weights.score({features.data(), count}, scores);
    state.apply(best_transition(state, scores));
  }
  for (std::uint32_t i = 0; i < state.words.size(); ++i) {
    const PartialWord& word = state.words[i];
    arcs[sentence.begin + i] = {word.head == kNone ? kNone : sentence.begin + word.head, word.deprel};
  }
}

}  // namespace

std::vector<Arc> parse(const Document& d, const Model& model) {
  std::vector<Arc> arcs(d.tokens.size());
  const std::vector<WordCodes> codes = word_codes(d, model.vocabulary);
  std::vector<std::uint64_t> tags;
  tags.reserve(d.morphs.size());
  for (const Morph& morph : d.morphs) tags.push_back(tag_code(morph));
  for (const Sentence& sentence : d.sentences) {
    if (model.parser.weights.empty())
      hang_flat(sentence.tokens, arcs);
    else
      parse_sentence(model.parser, codes, tags, sentence.tokens, arcs);
  }
  return arcs;
}

}  // namespace dateline
