#include "graph/to_text.hpp"

#include <gtest/gtest.h>

#include "graph/build.hpp"
#include "graph/figure.hpp"
#include "graph/text_block.hpp"
#include "tests/graph/story.hpp"

namespace dateline {
namespace {

TEST(TextBlock, ColumnsOfText) {
  EXPECT_EQ(columns_of("Zoë"), 3U);
  EXPECT_EQ(columns_of("Zoe\u0308"), 3U);
  EXPECT_EQ(columns_of("東京"), 4U);
  EXPECT_EQ(columns_of("\xff"), 1U);
  EXPECT_EQ(padded("東", 4), "東  ");
  EXPECT_EQ(padded("long", 2), "long");
}

TEST(TextBlock, Wraps) {
  EXPECT_EQ(wrapped("- ", "one two three", 9), "- one two\n  three\n");
  EXPECT_EQ(wrapped("- ", "incomprehensibilities a", 9), "- incomprehensibilities\n  a\n");
  EXPECT_EQ(wrapped("- ", " a\n\x1b[31mb\t ", 80), "- a [31mb\n");
  EXPECT_EQ(wrapped("- ", "", 80), "-\n");
  EXPECT_EQ(wrapped("", "東京 東京", 8), "東京\n東京\n");
}

TEST(Figure, Spelled) {
  const struct {
    Quantity quantity;
    const char* expected;
  } rows[] = {
      {{.value = 7, .min = 7, .max = 7}, "killed 7"},
      {{.value = 10, .min = 10}, "killed at least 10"},
      {{.value = 10, .max = 10}, "killed at most 10"},
      {{.min = 24}, "killed at least 24"},
      {{.min = 5, .max = 7}, "killed 5-7"},
      {{.value = 7}, "killed 7"},
      {{.value = 1e30}, "killed 1e+30"},
      {{.value = 6, .min = 5, .max = 7}, "killed 5-7"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(spell(RecordFigure{FigureKind::Killed, row.quantity, "person", {}}), row.expected);
  EXPECT_EQ(spell(RecordFigure{FigureKind::Money, {.value = 2500000}, "USD", {}}), "money 2500000 USD");
}

TEST(ToText, Record) {
  Record record = sample::meeting_record();
  record.events[0].why = {"a verb of meeting"};
  EXPECT_EQ(to_text(record, true), R"(A "quiet" meeting in Bern
  id           https://example.org/a
  published    31 January 2023 (caption)

Events
  e1  meeting, core; 31 January 2023
      Zoë Keller met seven envoys in Bern
      agent        Zoë Keller
      place        Bern (CH)
      figures      attended at least 7
      sentence     "Zoë Keller met seven envoys in Bern on Tuesday."
      why          a verb of meeting

Actors
  a1  Zoë Keller (person, CH), foreign minister; also Keller
  a2  Bern (place, CH)
)");
}

TEST(ToText, Graph) {
  const auto g =
      build({sample::story(
                 "a", {"disaster | 2023-01-26 ||| Lima:place:PE | killed=10 | quake | A quake shook Lima.",
                       "visit | 2023-02-02 | Ann Lee || Lima || visit | Ann Lee visited Lima."}),
             sample::story("b", {"disaster | 2023-01-26 ||| Lima | killed=7 | quake | Lima shook."})});
  EXPECT_EQ(to_text(g), R"(Actors
  A1    Lima (place, PE) [a/a1]
  A2    Ann Lee (person) [a/a2]

Events
  E1    26 January 2023; disaster; A quake shook Lima.; killed 10; Lima (PE); 2
        sources [a/e1]
        figures      killed 10 (a); killed 7 (b)
  E2    2 February 2023; visit; Ann Lee visited Lima.; Lima (PE) [a/e2]

Edges
  A2    agent   E2
  E1    place   A1
  E2    place   A1
  E1    before  E2
)");
}

}  // namespace
}  // namespace dateline
