// Any bytes as an article: words, sentences, tags, trees, names and features hold together, and what is
// written as CoNLL-U is read again.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "extract/conllu.hpp"
#include "extract/inflect.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

dateline::Document article_of(std::string text) {
  dateline::Document d;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    if (begin < end)
      d.article.blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  d.article.text = std::move(text);
  return d;
}

void check_sentences(const dateline::Document& d) {
  std::uint32_t at = 0;
  for (const dateline::Sentence& sentence : d.sentences) {
    demand(sentence.tokens.begin == at && sentence.tokens.size() > 0 &&
           sentence.tokens.size() <= dateline::kMaxSentenceTokens);
    at = sentence.tokens.end;
    std::uint32_t roots = 0;
    for (dateline::TokenIndex t = sentence.tokens.begin; t < at; ++t) {
      roots += d.arcs[t].head == dateline::kNone ? 1 : 0;
      demand(d.arcs[t].head == dateline::kNone || sentence.tokens.contains(d.arcs[t].head));
      demand(!d.morphs[t].lemma.empty());
    }
    demand(roots == 1);
  }
  demand(at == d.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const dateline::Model model = dateline::load_model();
  dateline::Document d = article_of({reinterpret_cast<const char*>(bytes), size});
  d.tokens = dateline::tokenize(d, model);
  std::uint32_t end = 0;
  for (const dateline::Token& token : d.tokens) {
    demand(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= size);
    end = token.span.end;
  }
  d.sentences = dateline::split_sentences(d, model);
  d.readings = dateline::read_words(d, model);
  d.morphs = dateline::tag(d, model);
  d.arcs = dateline::parse(d, model);
  d.inflections = dateline::inflect(d, model);
  demand(d.readings.size() == d.tokens.size() && d.morphs.size() == d.tokens.size());
  demand(d.arcs.size() == d.tokens.size() && d.inflections.size() == d.tokens.size());
  check_sentences(d);
  if (d.tokens.empty()) return 0;
  const dateline::Document again = dateline::from_conllu(dateline::to_conllu(d), "written");
  demand(again.tokens.size() == d.tokens.size() && again.sentences.size() == d.sentences.size());
  for (dateline::TokenIndex t = 0; t < d.tokens.size(); ++t) demand(again.text_of(t) == d.text_of(t));
  return 0;
}
