#include "render/diagram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "extract/input_error.hpp"
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
  EXPECT_TRUE(diagram_of({}, {.view = DiagramView::Actors}).nodes.empty());
}

// Ann met Bob three times, struck Cid, and would meet Dan; Dan and Eve met; Fay is alone.
Story circle_of_six() {
  Story story("Six");
  const auto ann = story.actor("Ann Lee");
  const auto bob = story.actor("Bob");
  const auto cid = story.actor("Cid", EntityKind::Organization);
  const auto dan = story.actor("Dan");
  const auto eve = story.actor("Eve");
  const auto fay = story.actor("Fay");
  constexpr Role A = Role::Agent;
  story.event(EventType::Meeting, "2021-01-05", "first", {{ann, A}, {bob, A}});
  story.event(EventType::Meeting, "2022-01-05", "second", {{ann, A}, {bob, A}});
  story.event(EventType::Visit, "2023-01-05", "third", {{ann, A}, {bob, A}});
  story.event(EventType::Attack, "2023-02-05", "blow", {{ann, A}, {cid, Role::Target}});
  story.event(EventType::Meeting, "2023-03-05", "to come", {{ann, A}, {dan, A}}, Modality::Planned);
  story.event(EventType::Meeting, "2023-04-05", "last", {{dan, A}, {eve, A}});
  story.event(EventType::Statement, "2023-04-06", "alone", {{fay, A}});
  return story;
}

const DiagramEdge* find_edge(const Diagram& diagram, const std::string& from, const std::string& to) {
  const DiagramNode* const a = find_label(diagram, from);
  const DiagramNode* const b = find_label(diagram, to);
  if (a == nullptr || b == nullptr) return nullptr;
  const auto edge = std::find_if(diagram.edges.begin(), diagram.edges.end(), [&](const DiagramEdge& e) {
    return (e.from == a->id && e.to == b->id) || (e.from == b->id && e.to == a->id);
  });
  return edge == diagram.edges.end() ? nullptr : &*edge;
}

TEST(ActorsDiagram, OneEdgeAPairAndKindWithNumberAndYears) {
  const Diagram diagram = diagram_of(circle_of_six().graph(), {.view = DiagramView::Actors});
  EXPECT_EQ(diagram.nodes.size(), 6U);
  EXPECT_EQ(diagram.edges.size(), 4U);
  const DiagramEdge* const often = find_edge(diagram, "Ann Lee", "Bob");
  const DiagramEdge* const once = find_edge(diagram, "Ann Lee", "Cid");
  const DiagramEdge* const planned = find_edge(diagram, "Ann Lee", "Dan");
  ASSERT_TRUE(often != nullptr && once != nullptr && planned != nullptr);
  EXPECT_EQ(often->label, "3 \u00D7 meeting, visit\n2021-2023");
  EXPECT_EQ(once->label, "attack\n5 February 2023");
  EXPECT_GT(often->width, once->width);
  EXPECT_FALSE(often->arrow);
  EXPECT_TRUE(once->arrow);
  EXPECT_EQ(once->to, find_label(diagram, "Cid")->id);
  EXPECT_TRUE(planned->dashed);
  EXPECT_FALSE(once->dashed);
  EXPECT_EQ(find_label(diagram, "Ann Lee")->label, "Ann Lee\n(5 events)");
}

TEST(ActorsDiagram, TopFoldsTheRestIntoCounts) {
  const Diagram diagram = diagram_of(circle_of_six().graph(), {.view = DiagramView::Actors, .top = 2});
  ASSERT_EQ(diagram.nodes.size(), 2U);
  EXPECT_EQ(find_label(diagram, "Ann Lee")->label, "Ann Lee\n(5 events, +2 actors)");
  EXPECT_NE(find_label(diagram, "Bob"), nullptr);
  EXPECT_NE(diagram.note.find("2 of 6 actors"), std::string::npos) << diagram.note;
  // Dan has fewer events than Bob, but stands between Eve and the others.
  const Diagram between = diagram_of(
      circle_of_six().graph(), {.view = DiagramView::Actors, .top = 2, .ranking = Ranking::Betweenness});
  EXPECT_NE(find_label(between, "Dan"), nullptr);
}

TEST(ActorsDiagram, AroundOne) {
  const Diagram near = diagram_of(circle_of_six().graph(), {.view = DiagramView::Ego, .around = {"eve"}});
  EXPECT_EQ(near.nodes.size(), 2U);
  EXPECT_TRUE(find_label(near, "Eve")->bold);
  const Diagram far =
      diagram_of(circle_of_six().graph(), {.view = DiagramView::Ego, .around = {"Eve"}, .hops = 2});
  EXPECT_EQ(far.nodes.size(), 3U);
  EXPECT_EQ(find_label(far, "Bob"), nullptr);
  EXPECT_NE(find_label(diagram_of(circle_of_six().graph(), {.view = DiagramView::Ego, .around = {"lee"}}),
                       "Ann Lee"),
            nullptr);
  EXPECT_THROW(diagram_of(circle_of_six().graph(), {.view = DiagramView::Ego, .around = {"Zoe"}}),
               InputError);
}

TEST(PathDiagram, StepsAndTheirEvents) {
  const Diagram path =
      diagram_of(circle_of_six().graph(), {.view = DiagramView::Path, .connect = {"Bob", "Eve"}});
  EXPECT_EQ(path.title, "How Bob and Eve are connected");
  EXPECT_TRUE(path.note.starts_with("Connected in 3 steps")) << path.note;
  EXPECT_EQ(find_label(path, "Bob")->column, 0);
  EXPECT_EQ(find_label(path, "Ann Lee")->column, 2);
  EXPECT_EQ(find_label(path, "Dan")->column, 4);
  EXPECT_EQ(find_label(path, "Eve")->column, 6);
  EXPECT_EQ(find_label(path, "to come")->column, 3);
  EXPECT_EQ(find_label(path, "blow"), nullptr);
  EXPECT_EQ(path.nodes.size(), 4U + 5U);
  const Diagram none =
      diagram_of(circle_of_six().graph(), {.view = DiagramView::Path, .connect = {"Bob", "Fay"}});
  EXPECT_EQ(none.note, "No events connect them");
  EXPECT_EQ(none.nodes.size(), 2U);
}

TEST(Diagram, ClustersFrameTheirKind) {
  const Diagram diagram =
      diagram_of(circle_of_six().graph(), {.view = DiagramView::Actors, .clusters = ClusterBy::Kind});
  EXPECT_EQ(diagram.clusters, (std::vector<std::string>{"organization", "person"}));
  EXPECT_EQ(find_label(diagram, "Cid")->cluster, 1U);
  EXPECT_EQ(find_label(diagram, "Ann Lee")->cluster, 2U);
}

TEST(EventsDiagram, TopKeepsTheMainOnes) {
  const Diagram diagram = diagram_of(harbour_story().graph(), {.view = DiagramView::Events, .top = 5});
  EXPECT_EQ(std::count_if(diagram.nodes.begin(), diagram.nodes.end(),
                          [](const DiagramNode& node) { return node.column == 1; }),
            5);
  EXPECT_NE(diagram.note.find("5 of 24 events"), std::string::npos) << diagram.note;
}

TEST(Diagram, IdsAreWordsThatPeopleRecognize) {
  std::set<std::string> ids;
  for (const DiagramNode& node : diagram_of(circle_of_six().graph(), {.view = DiagramView::Events}).nodes) {
    EXPECT_EQ(node.id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"),
              std::string::npos);
    ids.insert(node.id);
  }
  EXPECT_TRUE(ids.contains("a1_Ann_Lee"));
  EXPECT_TRUE(ids.contains("e4_attack"));
  EXPECT_EQ(ids.size(), 13U);
}

}  // namespace
}  // namespace dateline
