#include "render/diagram.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/render/story.hpp"

namespace dateline {
namespace {

const DiagramNode* find_label(const Diagram& diagram, const std::string& words) {
  const auto node = std::find_if(diagram.nodes.begin(), diagram.nodes.end(), [&words](const DiagramNode& n) {
    return n.label.find(words) != std::string::npos;
  });
  return node == diagram.nodes.end() ? nullptr : &*node;
}

TEST(Diagram, EventsStandInTheMiddleInTheirOrder) {
  const Diagram diagram = diagram_of(harbour_story().graph());
  EXPECT_EQ(diagram.nodes.size(), 24U + 9U);
  EXPECT_TRUE(std::is_sorted(diagram.nodes.begin(), diagram.nodes.end(),
                             [](const DiagramNode& a, const DiagramNode& b) { return a.column < b.column; }));
  const auto first = std::find_if(diagram.nodes.begin(), diagram.nodes.end(),
                                  [](const DiagramNode& n) { return n.column == 1; });
  ASSERT_NE(first, diagram.nodes.end());
  EXPECT_TRUE(first->label.starts_with("14 May 1948 \u00B7 launch\n")) << first->label;
}

TEST(Diagram, ActorsStandWhereTheirArrowsAre) {
  Story story("Sides");
  const auto striker = story.actor("Striker");
  const auto struck = story.actor("Struck");
  story.actor("Bystander of no event");
  story.event(EventType::Attack, "2023-01-01", "one", {{striker, Role::Agent}, {struck, Role::Target}});
  story.event(EventType::Attack, "2023-01-02", "two", {{striker, Role::Agent}, {struck, Role::Other}});
  const Diagram diagram = diagram_of(story.graph());
  ASSERT_EQ(diagram.nodes.size(), 4U);
  EXPECT_EQ(find_label(diagram, "Striker")->column, 0);
  EXPECT_EQ(find_label(diagram, "Struck")->column, 2);
  EXPECT_EQ(find_label(diagram, "Bystander"), nullptr);
  ASSERT_EQ(diagram.edges.size(), 4U);
  const std::string target = find_label(diagram, "Struck")->id;
  const auto edge = std::find_if(diagram.edges.begin(), diagram.edges.end(),
                                 [&target](const DiagramEdge& e) { return e.to == target; });
  ASSERT_NE(edge, diagram.edges.end());
  EXPECT_TRUE(edge->arrow);
  EXPECT_EQ(std::count_if(diagram.edges.begin(), diagram.edges.end(),
                          [](const DiagramEdge& e) { return e.dashed && !e.arrow; }),
            1);
}

TEST(Diagram, WhatDidNotHappenIsDashed) {
  const Diagram diagram = diagram_of(harbour_story().graph());
  EXPECT_TRUE(find_label(diagram, "clear the quay")->dashed);
  EXPECT_TRUE(find_label(diagram, "Ferries resume")->dashed);
  EXPECT_FALSE(find_label(diagram, "Collision")->dashed);
}

TEST(Diagram, Empty) {
  const Diagram diagram = diagram_of({});
  EXPECT_TRUE(diagram.nodes.empty());
  EXPECT_TRUE(diagram.title.starts_with("No articles")) << diagram.title;
}

}  // namespace
}  // namespace dateline
