#include "render/graphviz.hpp"
#include "render/diagram_drawing.hpp"

#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "render/escape.hpp"
#include "tests/render/golden.hpp"
#include "tests/render/hostile.hpp"
#include "tests/render/story.hpp"
#include "tests/render/well_formed.hpp"

namespace dateline {
namespace {

std::string warnings;  // of libcgraph; its callback takes no context
int remember(char* message) {
  warnings += message;
  return 0;
}

// Reads DOT back and compares labels, tooltips and the number of edges that are seen.
void expect_reads_back(const Diagram& diagram) {
  warnings.clear();
  agseterrf(remember);
  const std::string dot = to_dot(diagram);
  Agraph_t* g = agmemread(dot.c_str());
  ASSERT_NE(g, nullptr) << dot;
  EXPECT_EQ(warnings, "") << dot;
  EXPECT_EQ(static_cast<std::size_t>(agnnodes(g)), diagram.nodes.size());
  for (const DiagramNode& node : diagram.nodes) {
    Agnode_t* n = agnode(g, const_cast<char*>(node.id.c_str()), 0);
    ASSERT_NE(n, nullptr) << node.id;
    EXPECT_EQ(std::string(agget(n, const_cast<char*>("label"))), dot_escaped(node.label));
    EXPECT_EQ(std::string(agget(n, const_cast<char*>("tooltip"))), dot_escaped(node.tooltip));
  }
  std::size_t seen = 0;
  for (Agnode_t* n = agfstnode(g); n != nullptr; n = agnxtnode(g, n))
    for (Agedge_t* e = agfstout(g, n); e != nullptr; e = agnxtout(g, e)) {
      const char* const style = agget(e, const_cast<char*>("style"));  // null where no edge has any
      seen += style == nullptr || std::string_view(style) != "invis" ? 1U : 0U;
    }
  EXPECT_EQ(seen, diagram.edges.size());
  agclose(g);
  agseterrf(nullptr);
}

TEST(Graphviz, DotReadsBack) {
  const Diagram diagram = diagram_of(harbour_story().graph());
  expect_reads_back(diagram);
  expect_golden("harbour.dot", to_dot(diagram));
}

TEST(Graphviz, HostileNamesStayText) {
  Story story(hostile_names()[0], "javascript:alert(1)");
  for (const std::string& name : hostile_names()) {
    const auto actor = story.actor(name);
    story.event(EventType::Attack, "2023-01-01", name, {{actor, Role::Agent}});
  }
  const Diagram diagram = diagram_of(story.graph());
  expect_reads_back(diagram);
  const std::string svg = to_svg(diagram);
  EXPECT_TRUE(is_well_formed(svg));
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("javascript:"), std::string::npos);
  EXPECT_EQ(count_of(svg, "class=\"node\""), diagram.nodes.size());
}

TEST(Graphviz, SvgShowsEachNodeAndEdgeAgainAndAgain) {
  const Diagram diagram = diagram_of(harbour_story().graph());
  const std::string svg = to_svg(diagram);
  EXPECT_TRUE(is_well_formed(svg));
  EXPECT_EQ(count_of(svg, "class=\"node\""), diagram.nodes.size());
  EXPECT_EQ(count_of(svg, "class=\"edge\""), diagram.edges.size());
  EXPECT_NE(svg.find("Norhaven Port Authority"), std::string::npos);
  EXPECT_EQ(to_svg(diagram), svg);  // the second layout in one process
}

// Seven frames, whose names come to lie in memory as `scramble` has left it.
std::string dot_of_clusters() {
  Story story("Kinds");
  std::vector<Story::Vertex> actors;
  for (int i = 0; i < 21; ++i)
    actors.push_back(story.actor("Actor " + std::to_string(i), static_cast<EntityKind>(i % 7)));
  for (std::size_t i = 0; i < 21; ++i)
    story.event(EventType::Meeting, "2023-01-01", "m",
                {{actors[i], Role::Agent}, {actors[(i * 5 + 2) % 21], Role::Target}});
  const DiagramStyle style{.view = DiagramView::Actors, .clusters = ClusterBy::Kind};
  return to_dot(diagram_of(story.graph(), style));
}

// Leaves holes of many sizes that malloc hands out again last to first, or first to last.
void scramble(bool backwards) {
  for (std::size_t size = 16; size <= 512; size += 16) {
    std::vector<void*> blocks;
    for (int i = 0; i < 200; ++i) blocks.push_back(std::malloc(size));
    if (backwards) std::reverse(blocks.begin(), blocks.end());
    for (void* block : blocks) std::free(block);
  }
}

TEST(Graphviz, DotDoesNotDependOnAddresses) {
  const std::string dot = dot_of_clusters();
  for (int i = 1; i < 7; ++i)
    EXPECT_LT(dot.find("subgraph cluster" + std::to_string(i)),
              dot.find("subgraph cluster" + std::to_string(i + 1)));
  for (int i = 0; i < 6; ++i) {
    scramble(i % 2 == 0);
    EXPECT_EQ(dot_of_clusters(), dot);
  }
}

TEST(Graphviz, NamesThatLookLikeIdsOfLibcgraph) {
  Diagram diagram{
      .title = "%3", .nodes = {{.id = "%1", .label = "a"}, {.id = "%2", .label = "b"}}, .has_columns = false};
  diagram.edges = {{.from = "%1", .to = "%2"}};
  EXPECT_EQ(lay_out(diagram).nodes.size(), 2U);
}

TEST(Graphviz, DarkPageAndPaperInDot) {
  const std::string dot = to_dot(diagram_of(harbour_story().graph(), {.theme = &kDark, .page = {960, 480}}));
  EXPECT_NE(dot.find("bgcolor=\"" + std::string(kDark.page) + "\""), std::string::npos);
  EXPECT_NE(dot.find("size=\"10,5\""), std::string::npos);
}

TEST(Graphviz, Empty) {
  expect_reads_back(diagram_of({}));
  EXPECT_TRUE(is_well_formed(to_svg(diagram_of({}))));
}

}  // namespace
}  // namespace dateline
