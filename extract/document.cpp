#include "extract/document.hpp"

#include <algorithm>
#include <cassert>

namespace dateline {

std::string_view Document::text_of(TokenIndex token) const {
  const Span span = tokens[token].span;
  return std::string_view(article.text).substr(span.begin, span.size());
}

Span Document::bytes_of(Span range) const {
  if (range.empty()) return {};
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::string_view Document::text_of(Span range) const {
  const Span bytes = bytes_of(range);
  return std::string_view(article.text).substr(bytes.begin, bytes.size());
}

SentenceIndex Document::sentence_of(TokenIndex token) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](TokenIndex t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  assert(after != sentences.begin());
  return static_cast<SentenceIndex>(after - sentences.begin() - 1);
}

}  // namespace dateline
