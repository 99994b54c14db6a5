#include "extract/language_core.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "extract/conllu.hpp"
#include "extract/model.hpp"

namespace dateline {
namespace {

const NetworkWeights& weights() { return *load_model().network; }

using Words = std::vector<std::string_view>;

const std::vector<Words>& sentences() {
  static const std::vector<Words> list{
      {"The", "mayor", "of", "Leipzig", "opened", "a", "bridge", "on", "Monday", "."},
      {"Stop"},
      {"Rain", ",", "rain", ",", "rain", "!"},
      {"Ms.", "Okafor", ",", "who", "had", "resigned", ",", "did", "n't", "say", "why", "."},
      {"\xff\xfe", "\xF0\x9F\x98\x80", "²", "—", "“", "”"},
  };
  return list;
}

void expect_tree(const std::vector<WordReading>& readings) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    roots += readings[i].head == kRootHead;
    EXPECT_EQ(readings[i].head == kRootHead, readings[i].deprel == Deprel::Root) << i;
    std::size_t steps = 0;
    for (auto w = static_cast<std::uint32_t>(i); w != kRootHead && steps <= readings.size();
         w = readings[w].head)
      ++steps;
    EXPECT_LE(steps, readings.size()) << "word " << i << " hangs in a cycle";
  }
  EXPECT_EQ(roots, readings.empty() ? 0u : 1u);
}

std::string text_of(const std::vector<WordReading>& readings) {
  std::ostringstream out;
  for (const WordReading& r : readings)
    out << to_string(r.upos) << ' ' << to_string(r.xpos) << ' ' << r.head << ' ' << to_string(r.deprel) << ' '
        << int{r.name} << '\n';
  return out.str();
}

TEST(LanguageCore, GivesOneTreeASentence) {
  LanguageCore core(weights());
  EXPECT_TRUE(core.read({}).empty());
  for (const Words& words : sentences()) expect_tree(core.read(words));
}

TEST(LanguageCore, ReadsLongSentencesInPieces) {
  Words words;
  for (std::size_t i = 0; i < 3 * kMaxReadWords + 5; ++i) words.push_back(i % 3 == 0 ? "boats" : "of");
  LanguageCore core(weights());
  const auto readings = core.read(words);
  ASSERT_EQ(readings.size(), words.size());
  expect_tree(readings);
}

TEST(LanguageCore, EveryMachineReadsTheSame) {
  for (const NetworkKernels* kernels : network_kernels()) {
    LanguageCore best(weights()), other(weights(), *kernels);
    for (const Words& words : sentences())
      EXPECT_EQ(text_of(other.read(words)), text_of(best.read(words))) << kernels->name;
  }
}

TEST(LanguageCore, WhatWasReadBeforeDoesNotMatter) {
  LanguageCore used(weights());
  for (const Words& words : sentences()) {
    LanguageCore fresh(weights());
    EXPECT_EQ(text_of(used.read(words)), text_of(fresh.read(words)));
  }
}

// Batches end between sentences, wherever these lie.
TEST(LanguageCore, ReadsManySentencesAsOneByOne) {
  Words words;
  std::vector<std::size_t> ends;
  std::vector<WordReading> expected;
  for (int round = 0; round < 12; ++round)
    for (const Words& sentence : sentences()) {
      words.insert(words.end(), sentence.begin(), sentence.end());
      if (round == 5) words.insert(words.end(), kMaxReadWords, "and");
      if (round == 7) ends.push_back(words.size() - sentence.size());  // a sentence without words
      LanguageCore fresh(weights());
      const std::size_t begin = ends.empty() ? 0 : ends.back();
      const auto alone = fresh.read(std::span(words).subspan(begin));
      expected.insert(expected.end(), alone.begin(), alone.end());
      ends.push_back(words.size());
    }
  LanguageCore core(weights());
  EXPECT_EQ(text_of(core.read(words, ends)), text_of(expected));
}

TEST(LanguageCore, RefusesBytesOfAnotherShape) {
  EXPECT_EQ(network_weights("dateline core 1\n"), nullptr);
  EXPECT_EQ(network_weights({}), nullptr);
}

// A floor, not the figure: docs/models.md has that.
TEST(LanguageCore, ReadsTheTreebankWell) {
  const std::filesystem::path file = std::filesystem::path(DATELINE_SHARED) / "data/ud/en_ewt-ud-dev.conllu";
  std::ifstream in(file, std::ios::binary);
  if (!in) GTEST_SKIP() << "no treebank at " << file << "; set DATELINE_SHARED";
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const Document d = from_conllu(text.substr(0, text.find("\n\n", 300'000) + 2), file.string());
  LanguageCore core(weights());
  std::size_t tags = 0, arcs = 0;
  for (const Sentence& s : d.sentences) {
    Words words;
    for (TokenIndex t = s.tokens.begin; t < s.tokens.end; ++t) words.push_back(d.text_of(t));
    const auto readings = core.read(words);
    for (TokenIndex t = s.tokens.begin; t < s.tokens.end; ++t) {
      const WordReading& r = readings[t - s.tokens.begin];
      tags += r.upos == d.morphs[t].upos;
      arcs += r.deprel == d.arcs[t].deprel &&
              (r.head == kRootHead ? kNone : s.tokens.begin + r.head) == d.arcs[t].head;
    }
  }
  EXPECT_GT(d.tokens.size(), 3000u);
  EXPECT_GT(static_cast<double>(tags), 0.95 * static_cast<double>(d.tokens.size()));
  EXPECT_GT(static_cast<double>(arcs), 0.86 * static_cast<double>(d.tokens.size()));
}

}  // namespace
}  // namespace dateline
