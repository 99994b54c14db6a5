#include "extract/find_mentions.hpp"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

Document parsed(const std::string& text) {
  Document d;
  d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  d.article.text = text;
  d.tokens = tokenize(d, model());
  d.sentences = split_sentences(d, model());
  d.readings = read_words(d, model());
  d.morphs = tag(d, model());
  d.arcs = parse(d, model());
  return d;
}

std::string spell_mentions(const Document& d) {
  std::string spelled;
  for (const Mention& m : d.mentions) {
    if (m.form == MentionForm::Pronoun) continue;
    spelled.append(spelled.empty() ? "" : "; ").append(d.text_of(m.tokens)).append(" = ");
    spelled.append(to_string(m.kind)).append(m.country.empty() ? "" : " ").append(m.country);
  }
  return spelled.empty() ? "-" : spelled;
}

// What holds for every text.
void expect_well_formed(const Document& d) {
  for (std::size_t i = 0; i < d.mentions.size(); ++i) {
    const Mention& m = d.mentions[i];
    ASSERT_FALSE(m.tokens.empty());
    EXPECT_TRUE(m.tokens.contains(m.head));
    EXPECT_TRUE(m.phrase.contains(m.tokens));
    EXPECT_EQ(d.sentence_of(m.phrase.begin), d.sentence_of(m.phrase.end - 1));
    if (i == 0) continue;
    const Span before = d.mentions[i - 1].tokens;
    EXPECT_TRUE(before.begin < m.tokens.begin ||
                (before.begin == m.tokens.begin && before.end > m.tokens.end));
  }
}

TEST(FindMentions, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/find_mentions.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto gap = line.find("  ");
    ASSERT_NE(gap, std::string::npos) << line;
    Document d = parsed(line.substr(0, gap));
    d.mentions = find_mentions(d, model());
    EXPECT_EQ(spell_mentions(d), line.substr(line.find_first_not_of(' ', gap))) << line.substr(0, gap);
    expect_well_formed(d);
    ++rows;
  }
  EXPECT_GE(rows, 20);
}

TEST(FindMentions, RolesStandInThePhrase) {
  Document d = parsed("Former police spokesman Ben Hart resigned.");
  d.mentions = find_mentions(d, model());
  ASSERT_EQ(d.mentions.size(), 1u);
  EXPECT_EQ(d.text_of(d.mentions[0].tokens), "Ben Hart");
  EXPECT_EQ(d.text_of(d.mentions[0].phrase), "Former police spokesman Ben Hart");
}

TEST(FindMentions, HeadlinesTellNamesByTheArticle) {
  Document d = parsed("Brandt Urges Calm After Talks Fail\n\nLena Brandt spoke in Oslo.");
  d.article.blocks = {{{0, 34}, BlockKind::Headline}, {{36, 62}, BlockKind::Paragraph}};
  d.tokens = tokenize(d, model());
  d.sentences = split_sentences(d, model());
  d.readings = read_words(d, model());
  d.morphs = tag(d, model());
  d.arcs = parse(d, model());
  d.mentions = find_mentions(d, model());
  EXPECT_EQ(spell_mentions(d), "Brandt = person; Lena Brandt = person; Oslo = place NO");
}

TEST(FindMentions, WorksWithoutTagsAndTrees) {
  Document d = parsed("Lena Brandt met 12 farmers in Oslo.");
  d.morphs.clear();
  d.arcs.clear();
  d.mentions = find_mentions(d, model());
  EXPECT_EQ(spell_mentions(d), "Lena Brandt = person; 12 farmers = group; Oslo = place NO");
}

TEST(FindMentions, HostileTextIsRead) {
  for (const std::string_view piece :
       {"the ", "A-", "of the President ", "U.S. ", "and ", "'s ", "\xC3", "Ministry of "}) {
    std::string text;
    while (text.size() < 4000) text += piece;
    Document d = parsed(text);
    d.mentions = find_mentions(d, model());
    expect_well_formed(d);
  }
}

}  // namespace
}  // namespace dateline
