#include "extract/find_figures.hpp"

#include <charconv>

#include <gtest/gtest.h>

#include "tests/extract/event_cases.hpp"

namespace dateline {
namespace {

std::string spell(const std::optional<double>& number) {
  if (!number) return "";
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, *number, std::chars_format::fixed).ptr};
}

std::string spell_figures(const Document& d) {
  std::string text;
  for (const Figure& f : d.figures) {
    const std::string value = spell(f.quantity.value);
    text += (text.empty() ? "" : "; ") + std::string(d.text_of(f.tokens)) + " = " +
            (value.empty() ? "-" : value) + " [" + spell(f.quantity.min) + ".." + spell(f.quantity.max) +
            "] " + f.unit;
  }
  return text.empty() ? "-" : text;
}

TEST(FindFigures, Cases) {
  const auto rows = case_rows("find_figures.cases");
  ASSERT_GE(rows.size(), 14u);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 2u) << row.front();
    EXPECT_EQ(spell_figures(analysed(row[0])), row[1]) << row[0];
  }
}

// The tables' examples: each number word, sign and bound is read as a figure.
TEST(FindFigures, TableExamplesGiveFigures) {
  TableSource source;
  int examples = 0;
  for (const std::string name : {"numbers", "currencies", "bounds", "person_nouns"}) {
    const Table table = read_table(source.text(name), name);
    for (const TableRow& row : table.rows) {
      const Document d = analysed(std::string(table.cell(row, "example")));
      ++examples;
      ASSERT_FALSE(d.figures.empty()) << name << " line " << row.line;
      const Figure& f = d.figures.front();
      if (name == "currencies") {
        EXPECT_EQ(f.unit, table.cell(row, "code").substr(0, 3)) << row.line;
      } else if (name == "bounds") {
        EXPECT_TRUE(!f.quantity.min || !f.quantity.max) << row.line;
      } else if (name == "person_nouns") {
        EXPECT_EQ(f.unit, "person") << row.line;
      } else {
        EXPECT_TRUE(f.quantity.value) << row.line;
      }
    }
  }
  EXPECT_GT(examples, 120);
}

TEST(FindFigures, EmptyDocument) { EXPECT_TRUE(find_figures(Document{}, test_model()).empty()); }

}  // namespace
}  // namespace dateline
