#include "extract/read_words.hpp"

#include <optional>

#include "extract/language_core.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxWordsKept = 16'000;  // then begin anew: memory stays bounded
constexpr std::size_t kTogether = 2'000;       // words given to the network at once

// Sentences of a stretch of the document.
struct Stretch {
  std::vector<std::string_view> words;
  std::vector<std::size_t> ends;
};

// Makes readings of the sentences from `first` on, as many as belong together; gives the next sentence.
std::size_t read_stretch(const Document& d, std::size_t first, LanguageCore& core, Stretch& stretch,
                         std::vector<Reading>& out) {
  stretch.words.clear();
  stretch.ends.clear();
  std::size_t next = first;
  while (next < d.sentences.size() && stretch.words.size() < kTogether) {
    const auto [begin, end] = d.sentences[next++].tokens;
    for (TokenIndex t = begin; t < end; ++t) stretch.words.push_back(d.text_of(t));
    stretch.ends.push_back(stretch.words.size());
  }
  const auto readings = core.read(stretch.words, stretch.ends);
  for (std::size_t s = first, i = 0; s < next; ++s) {
    const auto [begin, end] = d.sentences[s].tokens;
    for (TokenIndex t = begin; t < end; ++t, ++i) {
      const WordReading& r = readings[i];
      out[t] = {r.upos, r.xpos, r.deprel, r.name, r.head == kRootHead ? kNone : begin + r.head};
    }
  }
  return next;
}

}  // namespace

std::vector<Reading> read_words(const Document& d, const Model& model) {
  std::vector<Reading> out(d.tokens.size());
  std::optional<LanguageCore> core;
  Stretch stretch;
  for (std::size_t next = 0; next < d.sentences.size();) {
    if (!core || core->words_kept() > kMaxWordsKept) core.emplace(*model.network);
    next = read_stretch(d, next, *core, stretch, out);
  }
  return out;
}

}  // namespace dateline
