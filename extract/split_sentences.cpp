#include "extract/split_sentences.hpp"

#include <algorithm>
#include <string_view>

#include "extract/orthography.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

bool is_stop(std::string_view word) {
  const char32_t c = code_point_at(word, 0).value;
  return c == '.' || c == '?' || c == '!' || c == 0x2026;
}

bool is_closer(std::string_view word) {
  constexpr std::u32string_view kClosers = U"\"')]}\u201D\u2019\u00BB\u203A";
  return kClosers.find(code_point_at(word, 0).value) != std::u32string_view::npos &&
         !is_letter(code_point_before(word, word.size()).value);
}

bool is_opener(std::string_view word) {
  constexpr std::u32string_view kOpeners = U"\"'`([{\u201C\u2018\u00AB\u2039";
  return kOpeners.find(code_point_at(word, 0).value) != std::u32string_view::npos;
}

// Cuts the tokens of one block.
class BlockSplitter {
 public:
  BlockSplitter(const Document& d, const Orthography& orthography, Span tokens)
      : d_(d), orthography_(orthography), tokens_(tokens) {}

  void split(std::uint32_t block, std::vector<Sentence>& sentences) const {
    TokenIndex begin = tokens_.begin;
    for (TokenIndex t = tokens_.begin; t < tokens_.end; ++t) {
      const TokenIndex end = end_behind(t);
      if (end == 0) continue;
      add(begin, end, block, sentences);
      begin = end;
      t = end - 1;
    }
    if (begin < tokens_.end) add(begin, tokens_.end, block, sentences);
  }

 private:
  [[nodiscard]] bool glued(TokenIndex t) const {
    return d_.tokens[t - 1].span.end == d_.tokens[t].span.begin;
  }

  // The end of the sentence whose last word or full stop is `t`, closing quotes included; 0 where it goes on.
  [[nodiscard]] TokenIndex end_behind(TokenIndex t) const {
    const std::string_view word = d_.text_of(t);
    const bool stop = is_stop(word);
    if (!stop && !(word.size() > 1 && word.ends_with('.') && may_end(word))) return 0;
    TokenIndex end = t + 1;
    while (end < tokens_.end && glued(end) && is_closer(d_.text_of(end))) ++end;
    if (end == tokens_.end) return end;
    return begins_sentence(end, stop, end > t + 1) ? end : 0;
  }

  // Whether an abbreviation or initial may be the last word of its sentence.
  [[nodiscard]] bool may_end(std::string_view word) const {
    const std::string_view plain = word.substr(0, word.size() - 1);
    const AbbreviationKind* kind = orthography_.abbreviation(plain);
    if (kind != nullptr) return *kind == AbbreviationKind::Open;
    return plain.find('.') != std::string_view::npos && plain.size() <= 7;
  }

  [[nodiscard]] bool begins_sentence(TokenIndex t, bool after_stop, bool after_closer) const {
    while (t + 1 < tokens_.end && is_opener(d_.text_of(t))) ++t;
    const std::string_view word = d_.text_of(t);
    const char32_t c = code_point_at(word, 0).value;
    if (is_lower(c)) return false;
    if (after_stop) return is_letter(c) || is_digit(c) || !after_closer;
    return orthography_.sentence_starts.contains(to_lower(word)) && is_upper(c);
  }

  // Cuts what is too long behind the last comma-like sign in reach, or where it must.
  void add(TokenIndex begin, TokenIndex end, std::uint32_t block, std::vector<Sentence>& sentences) const {
    while (end - begin > kMaxSentenceTokens) {
      TokenIndex cut = begin + kMaxSentenceTokens;
      for (TokenIndex t = cut - 1; t > begin + kMaxSentenceTokens / 2; --t) {
        const std::string_view word = d_.text_of(t);
        if (word != ";" && word != "," && word != ":") continue;
        cut = t + 1;
        if (word == ";") break;
      }
      sentences.push_back({{begin, cut}, block});
      begin = cut;
    }
    sentences.push_back({{begin, end}, block});
  }

  const Document& d_;
  const Orthography& orthography_;
  Span tokens_;
};

}  // namespace

std::vector<Sentence> split_sentences(const Document& d, const Model& model) {
  std::vector<Sentence> sentences;
  TokenIndex begin = 0;
  for (std::uint32_t b = 0; b < d.article.blocks.size(); ++b) {
    TokenIndex end = begin;
    while (end < d.tokens.size() && d.tokens[end].span.begin < d.article.blocks[b].span.end) ++end;
    BlockSplitter(d, model.orthography, {begin, end}).split(b, sentences);
    begin = end;
  }
  return sentences;
}

}  // namespace dateline
