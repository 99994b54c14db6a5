#include "render/font.hpp"

#include <gtest/gtest.h>

namespace dateline {
namespace {

constexpr Font kFont{.size = 16};

TEST(Font, KnowsAdvances) {
  // DejaVu Sans, 1/2048 em: A 1401, v 1212, space 651; bold A 1585.
  EXPECT_EQ(text_width("Av ", kFont), (1401 + 1212 + 651) * 16 / 2048 + 1);
  EXPECT_EQ(text_width("A", {.size = 2048, .bold = true}), 1585);
  EXPECT_EQ(text_width("", kFont), 0);
  EXPECT_EQ(text_width("e\xCC\x81", kFont), text_width("e", kFont));  // combining acute
  EXPECT_GE(text_width("\xE6\x9D\xB1", kFont), 16);                   // 東, not in the font
  EXPECT_TRUE(is_measured("Łódź — Αθήνα, Москва"));
  EXPECT_FALSE(is_measured("東京"));
}

void expect_wrapped(std::string_view text, int width, std::size_t most) {
  const std::vector<std::string> lines = wrap(text, width, kFont, most);
  EXPECT_LE(lines.size(), most);
  for (const std::string& line : lines) {
    EXPECT_FALSE(line.empty()) << text;
    EXPECT_LE(text_width(line, kFont), width) << line;
  }
}

TEST(Font, WrapsAtBlanks) {
  EXPECT_EQ(wrap("one two three", 70, kFont, 9), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("", 70, kFont, 9), std::vector<std::string>{});
  EXPECT_EQ(wrap("  one  ", 70, kFont, 9), std::vector<std::string>{"one"});
}

TEST(Font, BreaksLongWordsButNeverBeforeAMark) {
  const std::string word = std::string(150, 'x') + std::string(150, 'W');
  expect_wrapped(word, 100, 100);
  std::string joined;
  for (const std::string& line : wrap(word, 100, kFont, 100)) joined += line;
  EXPECT_EQ(joined, word);
  std::string accents;
  for (int i = 0; i < 60; ++i) accents += "e\xCC\x81";
  for (const std::string& line : wrap(accents, 80, kFont, 100)) EXPECT_EQ(line.front(), 'e');
}

TEST(Font, EndsWhatDoesNotFit) {
  const std::vector<std::string> lines = wrap("one two three four five six seven", 70, kFont, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[1].ends_with("…"));
  expect_wrapped("one two three four five six seven", 70, 2);
  expect_wrapped(std::string(1000000, 'a'), 70, 3);
  std::string east;
  for (int i = 0; i < 20000; ++i) east += "東";
  expect_wrapped(east, 70, 3);
}

}  // namespace
}  // namespace dateline
