#include "render/diagram_drawing.hpp"

#include <gtest/gtest.h>

#include "graph/timeline.hpp"
#include "tests/render/story.hpp"
#include "tests/render/well_formed.hpp"

namespace dateline {
namespace {

constexpr Layout kLayouts[] = {Layout::Dot, Layout::Neato, Layout::Fdp, Layout::Sfdp, Layout::Circo};

// Twenty actors, each with five others; a name of 300 letters and one of another script among them. And two
// who have to do with nobody.
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
  for (const char* name : {"Hermit", "Anchorite"})
    story.event(EventType::Statement, "2023-01-01", "said", {{story.actor(name), Role::Agent}});
  return story;
}

bool touch(const Extent& a, const Extent& b) { return near(a, b, 0); }

// Counts pairs of nodes, nodes and labels, labels and labels that touch; and what leaves the page.
struct Faults {
  int nodes = 0;
  int labels = 0;
  int outside = 0;
};

Faults faults_of(const Diagram& diagram, const DiagramDrawing& drawing) {
  Faults faults;
  std::vector<Extent> labels;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i)
    if (drawing.layout.edges[i].label)
      labels.push_back(
          extent_around(*drawing.layout.edges[i].label, label_size(diagram.edges[i].label, kEdgeFont)));
  const auto& nodes = drawing.layout.nodes;
  const auto inside = [&drawing](const Extent& e) {
    return e.left >= 0 && e.top >= 0 && e.right <= drawing.width && e.bottom <= drawing.height;
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t k = i + 1; k < nodes.size(); ++k)
      faults.nodes += touch(nodes[i].extent, nodes[k].extent) ? 1 : 0;
    faults.outside += inside(nodes[i].extent) ? 0 : 1;
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t k = i + 1; k < labels.size(); ++k) faults.labels += touch(labels[i], labels[k]) ? 1 : 0;
    for (const NodePlace& node : nodes) faults.labels += touch(labels[i], node.extent) ? 1 : 0;
    faults.outside += inside(labels[i]) ? 0 : 1;
  }
  return faults;
}

TEST(DiagramDrawing, NothingTouchesInAnyLayout) {
  const Story ring = ring_of_twenty();
  for (const Layout layout : kLayouts)
    for (const ClusterBy clusters : {ClusterBy::None, ClusterBy::Kind}) {
      const Diagram diagram =
          diagram_of(ring.graph(), {.view = DiagramView::Actors, .clusters = clusters, .layout = layout});
      const DiagramDrawing drawing = draw(diagram);
      ASSERT_EQ(drawing.layout.nodes.size(), 22U);
      const Faults faults = faults_of(diagram, drawing);
      const std::string what = "layout " + std::to_string(static_cast<int>(layout)) + ", clusters " +
                               std::to_string(static_cast<int>(clusters));
      EXPECT_EQ(faults.nodes, 0) << what;
      EXPECT_EQ(faults.labels, 0) << what;
      EXPECT_EQ(faults.outside, 0) << what;
      if (clusters == ClusterBy::None) {
        EXPECT_EQ(drawing.without_label, 0U) << what;
      }
    }
}

TEST(DiagramDrawing, LabelsFitTheirNodes) {
  const Diagram diagram = diagram_of(ring_of_twenty().graph(), {.view = DiagramView::Actors});
  const DiagramDrawing drawing = draw(diagram);
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const LabelSize size = label_size(diagram.nodes[i].label, kNodeFont);
    EXPECT_GE(drawing.layout.nodes[i].extent.width(), size.width) << diagram.nodes[i].label;
    EXPECT_GE(drawing.layout.nodes[i].extent.height(), size.height) << diagram.nodes[i].label;
  }
}

TEST(DiagramDrawing, PageIsFilledAndNothingEnlarged) {
  const Diagram small =
      diagram_of(harbour_story().graph(), {.view = DiagramView::Actors, .page = {3000, 2000}});
  const DiagramDrawing drawing = draw(small);
  EXPECT_EQ(drawing.page, (PageSize{3000, 2000}));
  EXPECT_EQ(drawing.width, 3000);
  EXPECT_EQ(drawing.height, 2000);
  const DiagramDrawing tight =
      draw(diagram_of(harbour_story().graph(), {.view = DiagramView::Events, .page = {800, 600}}));
  EXPECT_EQ(tight.page, (PageSize{800, 600}));
  EXPECT_NEAR(static_cast<double>(tight.width) / tight.height, 800.0 / 600, 0.01);
  EXPECT_EQ(faults_of(diagram_of(harbour_story().graph(), {.view = DiagramView::Events}), tight).outside, 0);
}

TEST(DiagramDrawing, LegendNamesEachKindOnce) {
  const DiagramDrawing drawing = draw(diagram_of(harbour_story().graph(), {.view = DiagramView::Events}));
  std::string words;
  for (const DiagramKey& key : drawing.legend) words += key.label.text + "; ";
  EXPECT_EQ(count_of(words, "organization"), 1U) << words;
  EXPECT_EQ(count_of(words, "is acted upon"), 1U) << words;
  EXPECT_EQ(count_of(words, "talks, pledges, help"), 1U) << words;
  for (const DiagramKey& key : drawing.legend) EXPECT_LE(key.box.right, drawing.width);
}

TEST(DiagramDrawing, WrittenForThoseWhoCannotSee) {
  const std::string svg = to_svg(diagram_of(harbour_story().graph(), {.view = DiagramView::Actors}));
  EXPECT_NE(svg.find("role=\"graphics-document\""), std::string::npos);
  EXPECT_NE(svg.find("<desc>Diagram: 9 nodes, "), std::string::npos);
  EXPECT_EQ(count_of(svg, "class=\"node\""), 9U);
}

TEST(DiagramDrawing, SameBytesAgainAndAgain) {
  const Story ring = ring_of_twenty();
  for (const Layout layout : kLayouts) {
    const Diagram diagram = diagram_of(ring.graph(), {.view = DiagramView::Actors, .layout = layout});
    const std::string first = to_svg(diagram);
    EXPECT_TRUE(is_well_formed(first));
    EXPECT_EQ(to_svg(diagram), first) << static_cast<int>(layout);
  }
}

}  // namespace
}  // namespace dateline
