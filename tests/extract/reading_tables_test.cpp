// Each row of the tables that readers use proves itself by its example.

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "extract/dirt.hpp"
#include "extract/model.hpp"
#include "extract/page_blocks.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

const ReadingModel& model() {
  static const Model kModel = load_model();
  return kModel.reading;
}

Table table(const std::string& name) {
  static TableSource source;
  return read_table(source.text(name), source.file_name(name));
}

std::string spell(std::optional<DirtKind> kind) {
  if (!kind) return "text";
  switch (*kind) {
    case DirtKind::Line: return "line";
    case DirtKind::Player: return "player";
    case DirtKind::Section: return "section";
    case DirtKind::Tail: return "tail";
    case DirtKind::Credit: return "credit";
    case DirtKind::Caption: return "caption";
  }
  return "";
}

TEST(DirtTable, ExamplesAreFoundOut) {
  const Table dirt = table("dirt");
  EXPECT_GT(dirt.rows.size(), 300u);
  for (const TableRow& row : dirt.rows)
    EXPECT_EQ(spell(dirt_of(dirt.cell(row, "example"), model())), dirt.cell(row, "kind"))
        << "dirt.tsv line " << row.line << ": " << dirt.cell(row, "example");
}

TEST(DirtTable, SentencesAreText) {
  for (const char* line :
       {"The council closed the bridge on Monday.", "He said he would share the prize with his team.",
        "Watch the harbour long enough and a whale will come.", "Police said related arrests would follow.",
        "By Friday the town had run out of bread.", "Comments by the mayor drew anger on Monday.",
        "She plays the violin.", "At 10:30 the train left.",
        "More people died in the flood than in the storm.", "Subscribe was the word on everyone's lips.",
        "Follow-up talks begin on Tuesday in Geneva.", "Mayor Lind left, and the crowd went home."})
    EXPECT_EQ(spell(dirt_of(line, model())), "text") << line;
}

TEST(DateWords, ExamplesAreRead) {
  const Table words = table("date_words");
  for (const TableRow& row : words.rows) {
    const std::string_view example = words.cell(row, "example");
    const auto date = find_date(example, model());
    EXPECT_TRUE(date && date->year == date::year(2021)) << example;
    EXPECT_EQ(date_line(example, model()).has_value(), words.cell(row, "kind") != "modified" &&
                                                           row.line != 0 &&
                                                           example.find("updated") == std::string_view::npos)
        << example;
  }
}

TEST(PageHints, ExamplesTellTheirKind) {
  const Table hints = table("page_hints");
  const auto kind_name = [](HintKind kind) {
    return kind == HintKind::Drop   ? "drop"
           : kind == HintKind::Weak ? "weak"
           : kind == HintKind::Body ? "body"
                                    : "caption";
  };
  for (const TableRow& row : hints.rows) {
    const auto hint = model().hint_of(hints.cell(row, "words"));
    ASSERT_TRUE(hint) << hints.cell(row, "words");
    EXPECT_EQ(kind_name(*hint), hints.cell(row, "kind"));
    EXPECT_TRUE(hint_of_element(std::string(hints.cell(row, "words")), model())) << hints.cell(row, "words");
  }
  EXPECT_EQ(hint_of_element("c-shareBar left", model()), HintKind::Drop);
  EXPECT_EQ(hint_of_element("story_body__x", model()), HintKind::Body);
  EXPECT_EQ(hint_of_element("headline blue", model()), std::nullopt);
}

TEST(Words, AreSortedAndFound) {
  std::string before;
  std::size_t rows = 0;
  std::string_view rest = model().words;
  while (!rest.empty()) {
    const auto newline = rest.find('\n');
    const std::string word(rest.substr(0, rest.find('\t')));
    ASSERT_LT(before, word);
    ASSERT_GT(model().count_of(word), 0u) << word;
    before = word;
    ++rows;
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
  }
  EXPECT_GT(rows, 15000u);
  EXPECT_GT(model().count_of("government"), 100u);
  EXPECT_EQ(model().count_of("govern ment"), 0u);
  EXPECT_EQ(model().count_of(""), 0u);
  EXPECT_EQ(model().count_of("zzzz"), 0u);
}

}  // namespace
}  // namespace dateline
