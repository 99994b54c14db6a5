#include "render/graphviz.hpp"

#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

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
    for (Agedge_t* e = agfstout(g, n); e != nullptr; e = agnxtout(g, e))
      seen += std::string(agget(e, const_cast<char*>("style"))) != "invis" ? 1U : 0U;
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

TEST(Graphviz, Empty) {
  expect_reads_back(diagram_of({}));
  EXPECT_TRUE(is_well_formed(to_svg(diagram_of({}))));
}

}  // namespace
}  // namespace dateline
