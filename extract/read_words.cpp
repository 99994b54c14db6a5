#include "extract/read_words.hpp"

#include <optional>

#include "extract/language_core.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxWordsKept = 20'000;  // then begin anew: memory stays bounded

}  // namespace

std::vector<Reading> read_words(const Document& d, const Model& model) {
  std::vector<Reading> out(d.tokens.size());
  std::optional<LanguageCore> core;
  std::vector<std::string_view> words;
  for (const Sentence& sentence : d.sentences) {
    if (!core || core->words_kept() > kMaxWordsKept) core.emplace(*model.network);
    words.clear();
    const auto [begin, end] = sentence.tokens;
    for (TokenIndex t = begin; t < end; ++t) words.push_back(d.text_of(t));
    const auto readings = core->read(words);
    for (TokenIndex t = begin; t < end; ++t) {
      const WordReading& r = readings[t - begin];
      out[t] = {r.upos, r.xpos, r.deprel, r.name, r.head == kRootHead ? kNone : begin + r.head};
    }
  }
  return out;
}

}  // namespace dateline
