#include "extract/inflect.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/lemma.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

// A sentence of words written word/XPOS/UPOS/head/relation; gives the place of the word between stars.
TokenIndex add_words(const std::string& cells, Document& d) {
  std::istringstream in(cells);
  TokenIndex marked = kNone;
  for (std::string cell; in >> cell;) {
    std::array<std::string, 5> parts;
    std::istringstream split(cell);
    for (std::string& part : parts) std::getline(split, part, '/');
    std::string word = parts[0];
    if (word.size() > 2 && word.front() == '*' && word.back() == '*') {
      marked = static_cast<TokenIndex>(d.tokens.size());
      word = word.substr(1, word.size() - 2);
    }
    if (!d.article.text.empty()) d.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(d.article.text.size());
    d.article.text += word;
    d.tokens.push_back({{begin, static_cast<std::uint32_t>(d.article.text.size())}});
    const Upos upos = upos_from(parts[2]).value();
    const Xpos xpos = xpos_from(parts[1]).value();
    d.morphs.push_back({upos, xpos, lemma_of(word, upos, xpos, false, model().lemmas)});
    const auto head = static_cast<TokenIndex>(std::stoi(parts[3]));
    d.arcs.push_back({head == 0 ? kNone : head - 1, deprel_from(parts[4]).value()});
  }
  d.sentences = {{{0, static_cast<std::uint32_t>(d.tokens.size())}, 0}};
  return marked;
}

TEST(Inflect, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/inflect.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto gap = line.find("  =  ");
    ASSERT_NE(gap, std::string::npos) << line;
    Document d;
    const TokenIndex marked = add_words(line.substr(0, gap), d);
    ASSERT_NE(marked, kNone) << line;
    const std::string expected = line.substr(gap + 5);
    EXPECT_EQ(inflect(d, model())[marked], expected == "-" ? "" : expected) << line;
    ++rows;
  }
  EXPECT_GT(rows, 10);
}

TEST(Inflect, NothingFromNothing) { EXPECT_TRUE(inflect({}, model()).empty()); }

}  // namespace
}  // namespace dateline
