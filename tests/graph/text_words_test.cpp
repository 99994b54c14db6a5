#include "graph/text_words.hpp"

#include <gtest/gtest.h>

#include "graph/edit_distance.hpp"
#include "graph/sentence_alignment.hpp"
#include "tests/graph/cases.hpp"

namespace dateline {
namespace {

TEST(TextWords, SameWord) {
  for (const auto& row : sample::cases("same_word")) {
    const TextWords a = text_words(row.at(0));
    const TextWords b = text_words(row.at(1));
    ASSERT_EQ(a.size(), 1U) << row[0];
    ASSERT_EQ(b.size(), 1U) << row[1];
    EXPECT_EQ(same_word(a[0], b[0]), row.at(2) == "same") << row[0] << " " << row[1];
    EXPECT_EQ(same_word(b[0], a[0]), row.at(2) == "same") << row[1] << " " << row[0];
  }
}

TEST(TextWords, OfText) {
  std::string words;
  for (const TextWord& w : text_words("Zoë's 23-year-old \"friend\" , in the U.S. --"))
    words += w.folded + "|";
  EXPECT_EQ(words, "zoes|23|year|old|friend|in|the|us|");
  EXPECT_TRUE(text_words(" , -- ").empty());
}

TEST(TextWords, EditDistance) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(WordBag, HasAllThatTell) {
  WordBag bag;
  bag.add(text_words("Ann Lee visited the town with 7 envoys"));
  EXPECT_TRUE(bag.has_all(text_words("she, Lee, visits a town")));
  EXPECT_FALSE(bag.has_all(text_words("8 envoys")));
  bag.add(text_words("He told her"));
  EXPECT_EQ(bag.pronouns(), 2U);
}

std::vector<TextWords> sentences(const std::vector<std::string>& texts) {
  std::vector<TextWords> all;
  for (const std::string& text : texts) all.push_back(text_words(text));
  return all;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(Counterparts, MovedSplitAndReworded) {
  const auto a = sentences({"The mayor opened the bridge on Monday.", "He left.",
                            "Police held nine people near the station, and the mayor thanked them."});
  const auto b = sentences({"He left.", "Police held nine people near the station.",
                            "On Monday the mayor opened the new bridge.", "Prices rose."});
  EXPECT_EQ(counterparts(a, b), (Pairs{{0, 2}, {1, 0}, {2, 1}}));
  EXPECT_EQ(counterparts(a, {}), Pairs{});
}

// The nth of equal sentences meets the nth.
TEST(Counterparts, Repeated) {
  const auto a = sentences({"He won.", "He won."});
  EXPECT_EQ(counterparts(a, a), (Pairs{{0, 0}, {1, 1}}));
  EXPECT_EQ(counterparts(a, sentences({"He won."})), (Pairs{{0, 0}, {1, 0}}));
}

TEST(AlignWords, Stretches) {
  std::string found;
  for (const WordStretch& s : align_words(text_words("ten people died in the fire"),
                                          text_words("eleven people have died in a big fire")))
    found += (s.same ? "=" : "/") + std::to_string(s.a_end - s.a_begin) + ":" +
             std::to_string(s.b_end - s.b_begin);
  EXPECT_EQ(found, "/1:1=1:1/0:1=2:2/1:2=1:1");
  EXPECT_TRUE(align_words({}, {}).empty());
}

// Hostile lengths stay linear: what is beyond the longest aligned is one stretch.
TEST(AlignWords, VeryLong) {
  const TextWords many(3 * kLongestAligned, TextWord{"word"});
  const auto stretches = align_words(many, many);
  ASSERT_EQ(stretches.size(), 2U);
  EXPECT_EQ(stretches[0].a_end, kLongestAligned);
  EXPECT_EQ(stretches[1].b_end, many.size());
  EXPECT_FALSE(stretches[1].same);
}

}  // namespace
}  // namespace dateline
