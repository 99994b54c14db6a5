// tag() and parse() together: both are models trained on treebanks, and tested on plain sentences.
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/inflect.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

// One sentence, its words parted by blanks.
Document sentence_of(const std::vector<std::string>& words) {
  Document d;
  for (const std::string& word : words) {
    if (!d.article.text.empty()) d.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(d.article.text.size());
    d.article.text += word;
    d.tokens.push_back({{begin, static_cast<std::uint32_t>(d.article.text.size())}});
  }
  const auto size = static_cast<std::uint32_t>(words.size());
  if (size > 0) d.sentences = {{{0, size}, 0}};
  d.article.blocks = {{{0, static_cast<std::uint32_t>(d.article.text.size())}}};
  d.readings = read_words(d, model());
  d.morphs = tag(d, model());
  d.arcs = parse(d, model());
  return d;
}

// The rows of a file of cases: cells, and their words.
std::vector<std::pair<std::string, std::vector<std::string>>> rows_of(const std::string& file) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/" + file);
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::vector<std::string> words;
    for (std::string cell; cells >> cell;) words.push_back(cell.substr(0, cell.find('/')));
    rows.emplace_back(line, std::move(words));
  }
  return rows;
}

TEST(Tag, Cases) {
  const auto rows = rows_of("tag.cases");
  EXPECT_GE(rows.size(), 10U);
  for (const auto& [line, words] : rows) {
    const Document d = sentence_of(words);
    std::string spelt;
    for (TokenIndex t = 0; t < d.tokens.size(); ++t) {
      if (t > 0) spelt += ' ';
      (spelt += d.text_of(t)) += '/';
      (spelt += to_string(d.morphs[t].upos)) += '/';
      spelt += d.morphs[t].lemma;
    }
    EXPECT_EQ(spelt, line);
  }
}

TEST(Parse, Cases) {
  const auto rows = rows_of("parse.cases");
  EXPECT_GE(rows.size(), 6U);
  for (const auto& [line, words] : rows) {
    const Document d = sentence_of(words);
    std::string spelt;
    for (TokenIndex t = 0; t < d.tokens.size(); ++t) {
      if (t > 0) spelt += ' ';
      (spelt += d.text_of(t)) += '/';
      (spelt += d.arcs[t].head == kNone ? "0" : std::to_string(d.arcs[t].head + 1)) += '/';
      spelt += to_string(d.arcs[t].deprel);
    }
    EXPECT_EQ(spelt, line);
  }
}

// One root, and every word leads there.
void expect_tree(const Document& d) {
  ASSERT_EQ(d.arcs.size(), d.tokens.size());
  for (const Sentence& sentence : d.sentences) {
    std::uint32_t roots = 0;
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      roots += d.arcs[t].head == kNone ? 1 : 0;
      TokenIndex at = t;
      for (std::uint32_t steps = 0; at != kNone && steps <= sentence.tokens.size(); ++steps) {
        ASSERT_TRUE(sentence.tokens.contains(at));
        at = d.arcs[at].head;
      }
      ASSERT_EQ(at, kNone) << "a circle";
    }
    ASSERT_EQ(roots, 1U);
  }
}

TEST(Parse, AlwaysATree) {
  EXPECT_TRUE(sentence_of({}).arcs.empty());
  expect_tree(sentence_of({"."}));
  expect_tree(sentence_of({"and", "and"}));
  for (const std::string word : {"and", ",", "that", "saw", "(", "\xFF", "Of", "\"", "is"})
    for (const std::size_t size : {3U, 40U, 250U})
      expect_tree(sentence_of(std::vector<std::string>(size, word)));
  std::uint32_t state = 7;
  const std::vector<std::string> words{"the", "saw", "that", "of",  "Rome",   ",",
                                       "and", "who", "7",    "was", "killed", "\""};
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> text;
    for (int i = 0; i < 60; ++i)
      text.push_back(words[((state = state * 1664525U + 1013904223U) >> 16) % words.size()]);
    expect_tree(sentence_of(text));
  }
}

// Text made to hurt, through all stages of the language analysis: each token is read, tagged and hung on a
// tree.
TEST(Analysis, HoldsOnHostileText) {
  const auto times = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  std::uint32_t state = 11;
  std::string characters;
  while (characters.size() < 30000) {
    state = state * 1664525U + 1013904223U;
    const char32_t c = (state >> 8) % 0x30000;
    append_utf8(characters, c >= 0xD800 && c < 0xE000 ? U'x' : c);
  }
  for (const std::string& text : {times("abcdefghij", 60000), times("word goes ", 60000), times("a", 60000),
                                  times("a.", 20000), times("\xF0\x9F\x94\xA5", 20000), characters}) {
    Document d;
    d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}}};
    d.article.text = text;
    d.tokens = tokenize(d, model());
    d.sentences = split_sentences(d, model());
    d.readings = read_words(d, model());
    d.morphs = tag(d, model());
    d.arcs = parse(d, model());
    d.inflections = inflect(d, model());
    ASSERT_FALSE(d.tokens.empty());
    ASSERT_EQ(d.morphs.size(), d.tokens.size());
    ASSERT_EQ(d.inflections.size(), d.tokens.size());
    for (const Sentence& sentence : d.sentences) ASSERT_LE(sentence.tokens.size(), kMaxSentenceTokens);
    expect_tree(d);
  }
}

TEST(Tag, LongWordsAreOneTokenLikeOthers) {
  const Document d = sentence_of({std::string(100000, 'a'), std::string(100000, '7')});
  EXPECT_EQ(d.morphs.size(), 2U);
  EXPECT_FALSE(d.morphs[0].lemma.empty());
}

}  // namespace
}  // namespace dateline
