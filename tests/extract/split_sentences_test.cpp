#include "extract/split_sentences.hpp"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/tokenize.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

Document split(std::string text, std::vector<Block> blocks = {}) {
  Document d;
  d.article.blocks = std::move(blocks);
  if (d.article.blocks.empty())
    d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  d.article.text = std::move(text);
  d.tokens = tokenize(d, model());
  d.sentences = split_sentences(d, model());
  return d;
}

std::string spell_sentences(const Document& d) {
  std::string text;
  for (const Sentence& sentence : d.sentences)
    (text += text.empty() ? "" : " | ") += d.text_of(sentence.tokens);
  return text;
}

std::string without_bars(std::string text) {
  for (auto bar = text.find(" | "); bar != std::string::npos; bar = text.find(" | "))
    text.replace(bar, 3, " ");
  return text;
}

// Sentences cover the tokens in order, none is empty or too long.
void expect_cover(const Document& d) {
  std::uint32_t at = 0;
  for (const Sentence& sentence : d.sentences) {
    ASSERT_EQ(sentence.tokens.begin, at);
    ASSERT_GT(sentence.tokens.size(), 0U);
    ASSERT_LE(sentence.tokens.size(), kMaxSentenceTokens);
    at = sentence.tokens.end;
  }
  ASSERT_EQ(at, d.tokens.size());
}

TEST(SplitSentences, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/split_sentences.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    EXPECT_EQ(spell_sentences(split(without_bars(line))), line);
    ++rows;
  }
  EXPECT_GT(rows, 20);
}

TEST(SplitSentences, EndAtBlocks) {
  const Document d =
      split("Talks end\n\nIt rained", {{{0, 9}, BlockKind::Headline}, {{11, 20}, BlockKind::Paragraph}});
  ASSERT_EQ(d.sentences.size(), 2U);
  EXPECT_EQ(d.sentences[0].block, 0U);
  EXPECT_EQ(d.sentences[1].block, 1U);
  EXPECT_EQ(spell_sentences(d), "Talks end | It rained");
}

TEST(SplitSentences, WithoutABlankBehindTheStop) {
  const Document d = split("The deal is done.The buyers left the town.But nobody knew.");
  EXPECT_EQ(spell_sentences(d), "The deal is done. | The buyers left the town. | But nobody knew.");
}

TEST(SplitSentences, BoundsTheirLength) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += i % 90 == 89 ? "word , " : "word ";
  const Document d = split(text);
  expect_cover(d);
  EXPECT_EQ(d.text_of(d.sentences[0].tokens.end - 1), ",");
}

TEST(SplitSentences, NothingFromNothing) { EXPECT_TRUE(split("").sentences.empty()); }

TEST(SplitSentences, CoverHostileText) {
  for (const std::string_view piece : {". ", "\" ", ".\" ", "A. ", "( ", "a", "? ! "}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    expect_cover(split(text));
  }
}

}  // namespace
}  // namespace dateline
