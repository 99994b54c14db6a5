#include "extract/lemma.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/model.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

TEST(Lemma, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/lemma.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::string word, upos, xpos, lemma;
    cells >> word >> upos >> xpos >> lemma;
    const auto u = upos_from(upos);
    const auto x = xpos_from(xpos);
    ASSERT_TRUE(u && x) << line;
    EXPECT_EQ(lemma_of(word, *u, *x, false, model().lemmas), lemma) << line;
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

TEST(Lemma, WaysOfWriting) {
  EXPECT_EQ(word_case("walk", true), WordCase::Lower);
  EXPECT_EQ(word_case("12", false), WordCase::Lower);
  EXPECT_EQ(word_case("Walk", true), WordCase::First);
  EXPECT_EQ(word_case("Walk", false), WordCase::Capital);
  EXPECT_EQ(word_case("A", false), WordCase::Capital);
  EXPECT_EQ(word_case("U.S.", false), WordCase::All);
  EXPECT_EQ(word_case("iPhone", false), WordCase::Mixed);
  EXPECT_EQ(word_case("Émile", false), WordCase::Capital);
  EXPECT_EQ(word_case("", false), WordCase::Lower);
}

TEST(Lemma, Capitals) {
  EXPECT_EQ(with_case(LemmaCase::Lower, "Walks", "walk"), "walk");
  EXPECT_EQ(with_case(LemmaCase::Kept, "McDonalds", "mcdonald"), "McDonald");
  EXPECT_EQ(with_case(LemmaCase::Kept, "Émile", "émile"), "Émile");
  EXPECT_EQ(with_case(LemmaCase::Capital, "paris", "paris"), "Paris");
  EXPECT_EQ(with_case(LemmaCase::Upper, "un", "un"), "UN");
  EXPECT_EQ(with_case(LemmaCase::Kept, "", "x"), "x");
}

TEST(Lemma, EditsNeverCutACharacter) {
  EXPECT_EQ(apply(lemma_edit("1"), "né"), "né");
  EXPECT_EQ(apply(lemma_edit("9"), "a"), "a");
  EXPECT_EQ(apply(lemma_edit(","), "1,200"), "1200");
  EXPECT_EQ(apply(lemma_edit("3y"), "armies"), "army");
  EXPECT_EQ(apply(lemma_edit(""), "armies"), "armies");
}

TEST(Lemma, OfAnyBytes) {
  for (const std::string& word : {std::string(), std::string("\xFF"), std::string(4000, 'a'),
                                  std::string("\xF0\x9F\x94\xA5"), std::string("'")})
    for (std::size_t x = 0; x < kXposCount; ++x)
      for (const Upos u : {Upos::X, Upos::Verb, Upos::Aux, Upos::Propn, Upos::Num})
        EXPECT_EQ(lemma_of(word, u, static_cast<Xpos>(x), true, model().lemmas).empty(), word.empty());
}

}  // namespace
}  // namespace dateline
