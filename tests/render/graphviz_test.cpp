#include "render/graphviz.hpp"

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

// The extent of each node's shape in an SVG of Graphviz, pt.
struct Extent {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  void add(double x, double y) {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }
};

std::vector<double> numbers_in(const std::string& text) {
  std::vector<double> numbers;
  for (const char* at = text.c_str(); *at != '\0';) {
    char* end = nullptr;
    const double value = std::strtod(at, &end);
    if (end == at) {
      ++at;
    } else {
      numbers.push_back(value);
      at = end;
    }
  }
  return numbers;
}

std::string attribute_in(const std::string& markup, const std::string& name) {
  const std::size_t at = markup.find(" " + name + "=\"");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 3;
  return markup.substr(begin, markup.find('"', begin) - begin);
}

std::vector<Extent> node_extents(const std::string& svg) {
  std::vector<Extent> extents;
  for (std::size_t at = svg.find("class=\"node\""); at != std::string::npos;
       at = svg.find("class=\"node\"", at + 1)) {
    const std::string node = svg.substr(at, svg.find("<text", at) - at);
    Extent extent;
    std::vector<double> points = numbers_in(attribute_in(node, "points"));
    if (points.empty()) points = numbers_in(attribute_in(node, "d"));
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) extent.add(points[i], points[i + 1]);
    if (const std::string cx = attribute_in(node, "cx"); !cx.empty()) {
      const double x = numbers_in(cx)[0], y = numbers_in(attribute_in(node, "cy"))[0];
      const double rx = numbers_in(attribute_in(node, "rx"))[0], ry = numbers_in(attribute_in(node, "ry"))[0];
      extent.add(x - rx, y - ry);
      extent.add(x + rx, y + ry);
    }
    extents.push_back(extent);
  }
  return extents;
}

// Twenty actors, each with five others; a name of 300 letters and one of another script among them.
Story ring_of_twenty() {
  Story story("A ring");
  std::vector<Story::Vertex> actors;
  for (int i = 0; i < 20; ++i) {
    std::string name = "Actor " + std::to_string(i);
    if (i == 3) name = std::string(300, 'W');
    if (i == 4) name = "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD";
    actors.push_back(story.actor(name, static_cast<EntityKind>(i % 7)));
  }
  for (std::size_t i = 0; i < 20; ++i)
    for (const std::size_t step : {1U, 3U, 7U})
      story.event(static_cast<EventType>((i + step) % kEventTypes), "2023-01-0" + std::to_string(1 + i % 9),
                  "event", {{actors[i], Role::Agent}, {actors[(i + step) % 20], Role::Target}});
  return story;
}

TEST(Graphviz, NoNodeOverlapsAnotherInAnyLayout) {
  for (const Layout layout : {Layout::Dot, Layout::Neato, Layout::Fdp, Layout::Sfdp, Layout::Circo})
    for (const ClusterBy clusters : {ClusterBy::None, ClusterBy::Kind}) {
      const Diagram diagram = diagram_of(
          ring_of_twenty().graph(), {.view = DiagramView::Actors, .clusters = clusters, .layout = layout});
      const std::string svg = to_svg(diagram);
      EXPECT_TRUE(is_well_formed(svg));
      const std::vector<Extent> extents = node_extents(svg);
      ASSERT_EQ(extents.size(), 20U);
      for (std::size_t i = 0; i < extents.size(); ++i)
        for (std::size_t k = i + 1; k < extents.size(); ++k) {
          const Extent &a = extents[i], &b = extents[k];
          EXPECT_FALSE(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              << "layout " << static_cast<int>(layout) << ": " << i << " and " << k;
        }
      expect_reads_back(diagram);
    }
}

TEST(Graphviz, DarkPageAndPaper) {
  Diagram diagram = diagram_of(harbour_story().graph(), {.theme = &kDark, .page = {1123, 794}});
  const std::string svg = to_svg(diagram);
  EXPECT_NE(svg.find(std::string("fill=\"") + std::string(kDark.page) + "\""), std::string::npos);
  EXPECT_LE(numbers_in(attribute_in(svg, "width")).at(0), 1123 * 0.75 + 1);
  EXPECT_LE(numbers_in(attribute_in(svg, "height")).at(0), 794 * 0.75 + 1);
}

TEST(Graphviz, Empty) {
  expect_reads_back(diagram_of({}));
  EXPECT_TRUE(is_well_formed(to_svg(diagram_of({}))));
}

}  // namespace
}  // namespace dateline
