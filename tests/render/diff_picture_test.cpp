#include <gtest/gtest.h>

#include <algorithm>

#include "graph/diff.hpp"
#include "render/diagram.hpp"
#include "render/diagram_drawing.hpp"
#include "render/timeline_drawing.hpp"
#include "tests/render/readable.hpp"
#include "tests/render/versions.hpp"
#include "tests/render/well_formed.hpp"

namespace dateline {
namespace {

TEST(DiffTimeline, EachChangeHasItsLookAndWord) {
  const Versions v;
  const Chronicle chronicle = chronicle_of(v.changes, v.old_story.graph(), v.new_story.graph());
  ASSERT_EQ(chronicle.dated.size(), 4U);
  EXPECT_EQ(chronicle.dated[0].change, Change::Changed);
  EXPECT_EQ(chronicle.dated[1].change, Change::Removed);
  EXPECT_EQ(chronicle.dated[2].change, Change::Added);
  EXPECT_EQ(chronicle.dated[3].change, Change::Same);
  EXPECT_EQ(chronicle.note, "1 added, 1 removed, 1 changed, 1 unchanged");
  const TimelineDrawing drawing = draw(chronicle);
  EXPECT_EQ(fault_of(drawing), "");
  const auto struck = [](const EventCard& card) {
    std::string words;
    for (const TextLine& line : card.lines)
      if (line.struck) words += line.text;
    return words;
  };
  EXPECT_EQ(struck(drawing.dated[0]), "figures: killed 10");
  EXPECT_EQ(struck(drawing.dated[1]), "Ann visits");
  EXPECT_EQ(struck(drawing.dated[2]), "");
  EXPECT_TRUE(drawing.dated[2].lines.front().text.starts_with("added: "));
  EXPECT_TRUE(drawing.dated[3].mark.pale);
  EXPECT_TRUE(is_well_formed(to_svg(drawing)));
}

TEST(DiffDiagram, MarksWhatChanged) {
  const Versions v;
  const Diagram diagram = diagram_of(v.changes, v.old_story.graph(), v.new_story.graph());
  const auto node = [&diagram](const std::string& words) {
    return std::find_if(diagram.nodes.begin(), diagram.nodes.end(),
                        [&words](const DiagramNode& n) { return n.label.find(words) != std::string::npos; });
  };
  ASSERT_NE(node("off the coast"), diagram.nodes.end());
  EXPECT_TRUE(node("off the coast")->label.starts_with("changed: ")) << node("off the coast")->label;
  EXPECT_NE(node("off the coast")->label.find("was figures: killed 10\nnow figures: killed 11"),
            std::string::npos);
  EXPECT_TRUE(node("Ann visits")->label.starts_with("removed: "));
  EXPECT_TRUE(node("Bob met")->label.starts_with("added: "));
  EXPECT_TRUE(node("Ann spoke")->label.find("added") == std::string::npos);
  EXPECT_EQ(diagram.nodes.size(), 4U + 2U);
  EXPECT_TRUE(is_well_formed(to_svg(diagram)));
}

TEST(DiffDiagram, LegendShowsNoPaleSampleOfAType) {
  const Versions v;
  const Diagram diagram = diagram_of(v.changes, v.old_story.graph(), v.new_story.graph());
  const DiagramDrawing drawing = draw(diagram);
  std::size_t unchanged = 0;
  for (const DiagramKey& key : drawing.legend) {
    const std::string& line = key.is_node ? diagram.nodes[key.sample].line : diagram.edges[key.sample].color;
    const bool pale = line == diagram.theme->grid;
    EXPECT_EQ(pale, key.label.text == "unchanged") << key.label.text;
    unchanged += pale ? 1 : 0;
  }
  EXPECT_EQ(unchanged, 1U);
}

}  // namespace
}  // namespace dateline
