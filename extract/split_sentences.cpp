#include "extract/split_sentences.hpp"

#include <array>
#include <string_view>

#include "extract/sentence_end.hpp"

namespace dateline {
namespace {

// How sure an end must be, by its kind: best on development data.
constexpr std::array<int, 3> kSure{-2 * kSentenceUnit, -kSentenceUnit, 0};

// Cuts the tokens of one block.
class BlockSplitter {
 public:
  BlockSplitter(const Document& d, const std::vector<WordCodes>& codes, const Model& model, Span tokens)
      : d_(d), weights_(model.sentences), scan_(d, codes, model.orthography, tokens), tokens_(tokens) {}

  void split(std::uint32_t block, std::vector<Sentence>& sentences) {
    TokenIndex begin = tokens_.begin;
    for (TokenIndex t = tokens_.begin; t < tokens_.end; ++t) {
      scan_.take(t);
      if (!ends_behind(t)) continue;
      scan_.end();
      add(begin, t + 1, block, sentences);
      begin = t + 1;
    }
  }

 private:
  [[nodiscard]] bool ends_behind(TokenIndex t) const {
    if (t + 1 == tokens_.end) return true;
    if (!scan_.may_end(t)) return false;
    const EndKind kind = scan_.kind(t);
    if (kind == EndKind::ShortForm && scan_.is_start_behind(t)) return true;
    return score_behind(t) > kSure.at(static_cast<std::size_t>(kind));
  }

  [[nodiscard]] int score_behind(TokenIndex t) const {
    std::array<std::int16_t, 1> score;
    weights_.score(scan_.features(t), score);
    return score[0];
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
  const HashedWeights& weights_;
  SentenceScan scan_;
  Span tokens_;
};

}  // namespace

std::vector<Sentence> split_sentences(const Document& d, const Model& model) {
  const std::vector<WordCodes> codes = word_codes(d, model.vocabulary);
  std::vector<Sentence> sentences;
  TokenIndex begin = 0;
  for (std::uint32_t b = 0; b < d.article.blocks.size(); ++b) {
    TokenIndex end = begin;
    while (end < d.tokens.size() && d.tokens[end].span.begin < d.article.blocks[b].span.end) ++end;
    BlockSplitter(d, codes, model, {begin, end}).split(b, sentences);
    begin = end;
  }
  return sentences;
}

}  // namespace dateline
