#include "extract/tokenize.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "extract/utf8.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

Document one_block(std::string text) {
  Document d;
  d.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  d.article.text = std::move(text);
  return d;
}

std::string spell_tokens(Document d) {
  d.tokens = tokenize(d, model());
  std::string words;
  for (TokenIndex t = 0; t < d.tokens.size(); ++t) (words += t == 0 ? "" : " ") += d.text_of(t);
  return words;
}

// What holds for every text: tokens in order, each byte that is no blank in one of them.
void expect_cover(const std::string& text) {
  const Document d = one_block(text);
  const std::vector<Token> tokens = tokenize(d, model());
  std::uint32_t at = 0;
  for (const Token& token : tokens) {
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(at, token.span.begin);
    for (; at < token.span.begin; at += code_point_at(text, at).size)
      ASSERT_TRUE(is_blank(code_point_at(text, at).value)) << at;
    at = token.span.end;
  }
  for (; at < text.size(); at += code_point_at(text, at).size)
    ASSERT_TRUE(is_blank(code_point_at(text, at).value)) << at;
}

TEST(Tokenize, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/tokenize.cases");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto gap = line.find("  ");
    ASSERT_NE(gap, std::string::npos) << line;
    const std::string text = line.substr(0, gap);
    EXPECT_EQ(spell_tokens(one_block(text)), line.substr(line.find_first_not_of(' ', gap))) << text;
    expect_cover(text);
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

// Each abbreviation keeps its full stop in its example.
TEST(Tokenize, AbbreviationExamples) {
  TableSource source;
  const Table table = read_table(source.text("abbreviations"), "abbreviations.tsv");
  for (const TableRow& row : table.rows) {
    std::string abbreviation(table.cell(row, "word"));
    abbreviation += '.';
    const std::string words = " " + spell_tokens(one_block(std::string(table.cell(row, "example")))) + " ";
    EXPECT_NE(words.find(" " + abbreviation + " "), std::string::npos)
        << "line " << row.line << ": " << words;
  }
}

// Words of the other tables are cut, or kept whole, as their examples say.
TEST(Tokenize, TableExamples) {
  TableSource source;
  const auto each = [&](std::string_view name, std::string_view column, auto&& check) {
    const Table table = read_table(source.text(name), std::string(name));
    for (const TableRow& row : table.rows) {
      const std::string words = " " + spell_tokens(one_block(std::string(table.cell(row, "example")))) + " ";
      check(std::string(table.cell(row, column)), words, row.line);
    }
  };
  const auto holds = [](const std::string& word, const std::string& words, std::uint32_t line) {
    EXPECT_NE(words.find(" " + word + " "), std::string::npos) << "line " << line << ": " << words;
  };
  each("clitics", "clitic", holds);
  each("emoticons", "face", holds);
  each("glued_units", "unit", holds);
  each("hyphen_prefixes", "prefix", [](const std::string& prefix, const std::string& words, std::uint32_t) {
    EXPECT_TRUE(words.starts_with(" " + prefix + "-")) << words;
  });
  each("web_endings", "ending", [&](const std::string& ending, const std::string& words, std::uint32_t line) {
    holds("sample." + ending, words, line);
  });
  each("contractions", "parts", [&](std::string parts, const std::string& words, std::uint32_t line) {
    std::replace(parts.begin(), parts.end(), '|', ' ');
    holds(parts, words, line);
  });
}

TEST(Tokenize, NoTokenCrossesABlock) {
  Document d = one_block("He left.Then");
  d.article.blocks = {{{0, 8}, BlockKind::Headline}, {{8, 12}, BlockKind::Paragraph}};
  EXPECT_EQ(spell_tokens(d), "He left . Then");
}

TEST(Tokenize, HostileTextIsCovered) {
  expect_cover("");
  expect_cover(std::string(20000, 'a'));
  expect_cover(std::string(20000, '.'));
  expect_cover(std::string(20000, '@'));
  for (const std::string_view piece :
       {"a@", "a.", "a-", "1-", "1,", "'s", "a'", "www.", "U.", "\xC3", "\xE2\x80\x8D", "\xF0\x9F\x94\xA5",
        "1/", "@a", "e-", ":)", "\xE2\x80\x99", "co-a@"}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    expect_cover(text);
  }
  std::uint32_t state = 1;
  std::string noise;
  for (int i = 0; i < 20000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
  expect_cover(noise);
}

}  // namespace
}  // namespace dateline
