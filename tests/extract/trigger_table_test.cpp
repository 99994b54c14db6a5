#include "extract/trigger_table.hpp"

#include <gtest/gtest.h>

#include "extract/event_type.hpp"
#include "extract/input_error.hpp"
#include "tests/extract/event_cases.hpp"

namespace dateline {
namespace {

// Every row of the table is met by a word of its example, read by the whole pipeline.
TEST(TriggerTable, ExamplesMeetTheirRows) {
  TableSource source;
  const Table table = read_table(source.text("triggers"), "triggers.tsv");
  ASSERT_GT(table.rows.size(), 250u);
  for (const TableRow& row : table.rows) {
    const std::string example(table.cell(row, "example"));
    ASSERT_FALSE(example.empty()) << "line " << row.line;
    const Document d = analysed(example);
    const Scene scene = make_scene(d);
    bool met = false;
    std::string others;
    for (const Trigger& c : trigger_candidates(scene, test_model().events)) {
      met = met || (c.row != nullptr && c.row->line == row.line);
      if (c.row != nullptr)
        others += " " + std::string(d.text_of(c.token)) + ":" + std::to_string(c.row->line);
    }
    // Rows that ask for a kind of thing need mentions.
    const std::string all = std::string(table.cell(row, "object")) + std::string(table.cell(row, "subject"));
    if (!met && d.mentions.empty() && all.find('@') != std::string::npos) continue;
    EXPECT_TRUE(met) << "line " << row.line << ": " << example << " met" << others;
  }
}

TEST(TriggerTable, RefusesWrongRows) {
  const std::string head = "words\tpos\ttype\twith\tobject\tsubject\tmodifier\tflags\texample\n";
  for (const std::string row : {"meet\tverb\tgathering", "meet\tadverb\tmeeting"}) {
    const std::string text = head + row + "\n";
    EXPECT_THROW(TriggerTable(read_table(text, "t.tsv")), InputError) << row;
  }
}

TEST(TriggerTable, SurvivesADocumentWithoutTrees) {
  Document d;
  d.article.text = "met";
  d.tokens = {{{0, 3}}};
  d.sentences = {{{0, 1}, 0}};
  d.morphs = {{Upos::Verb, Xpos::Vbd, "meet"}};
  const Scene scene = make_scene(d);
  const std::vector<Trigger> found = trigger_candidates(scene, test_model().events);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_NE(found[0].row, nullptr);
  EXPECT_EQ(found[0].row->type, EventType::Meeting);
}

}  // namespace
}  // namespace dateline
