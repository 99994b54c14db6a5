#include "render/event_words.hpp"

#include <gtest/gtest.h>

#include "tests/render/story.hpp"

namespace dateline {
namespace {

EventNode event_of(const Story& story, Story::Vertex v) { return std::get<EventNode>(story.graph()[v]); }

TEST(EventWords, ActorsThatTheSummaryNamesAreNotRepeated) {
  Story story("Names");
  const auto usa = story.actor("US", EntityKind::Country);
  const auto ann = story.actor("Ann");
  const auto bob = story.actor("Bob");
  const auto v = story.event(EventType::Meeting, "2023-01-31", "Ann USED the meeting",
                             {{usa, Role::Agent}, {ann, Role::Agent}, {bob, Role::Target}});
  EXPECT_EQ(actor_words(story.graph(), v, "Ann USED the meeting"), "US \u2192 Bob");
  EXPECT_EQ(actor_words(story.graph(), v, ""), "Ann, US \u2192 Bob");
  EXPECT_EQ(actor_words(story.graph(), v, "Ann, Bob and the US"), "");
}

TEST(EventWords, ThePlaceIsSaidOnce) {
  Story story("Places");
  EventNode event = event_of(story, story.event(EventType::Meeting, "2023-01-31", "Ann met Bob in Paris"));
  event.facts.place = RecordPlace{.name = "Paris"};
  EXPECT_EQ(summary_words(event), "Ann met Bob in Paris");
  event.facts.place->name = "Par";
  EXPECT_EQ(summary_words(event), "Ann met Bob in Paris (Par)");
}

TEST(EventWords, WhatHasNoDayOrNoSummary) {
  Story story("Gaps");
  EventNode event = event_of(story, story.event(EventType::Meeting, "", ""));
  EXPECT_EQ(date_words(event), "undated");
  EXPECT_EQ(summary_words(event), "meeting");
  event.facts.when = RecordWhen{.value = "XXXX-WXX-5", .expression = {.text = "last Friday"}};
  EXPECT_EQ(date_words(event), "\u201Clast Friday\u201D");
  event.facts.triggers = {{.text = "talks"}};
  EXPECT_EQ(summary_words(event), "talks");
}

TEST(EventWords, SourcesAndWhereTheyDiffer) {
  Story story("Sources");
  EventNode event = event_of(story, story.event(EventType::Attack, "2023-01-31", "x", {}, Modality::Negated));
  EXPECT_EQ(type_words(event), "attack, negated");
  event.facts.modality = Modality::Actual;
  event.sources = 3;
  event.disagreements = {{"figures", {{.value = "killed 10"}, {.value = "killed 11"}}}};
  EXPECT_EQ(type_words(event), "attack \u00B7 3 sources, which differ");
  EXPECT_EQ(difference_words(story.graph(), event), "sources differ on figures: killed 10 or killed 11");
  EXPECT_EQ(head_words(event), "31 January 2023 \u00B7 attack \u00B7 3 sources, which differ");
}

TEST(EventWords, LargeNumbersAreGroupedAndActorsNamed) {
  Story story("Numbers");
  const auto ann = story.actor("Ann");
  EventNode event = event_of(story, story.event(EventType::Aid, "2023-01-31", "x", {{ann, Role::Agent}}));
  event.facts.figures = {{.kind = FigureKind::Money, .quantity = {.value = 1250000}, .unit = "USD"},
                         {.kind = FigureKind::Attended, .quantity = {.value = 4000}, .unit = "person"}};
  EXPECT_EQ(figure_words(event, "x"), "money 1,250,000 USD, attended 4000");
  event.disagreements = {{"participants", {{.value = "agent story/a1"}, {.value = "target story/a1"}}}};
  EXPECT_EQ(difference_words(story.graph(), event),
            "sources differ on participants: Ann as agent or Ann as target");
}

// A mark behind each name keeps comma and arrow where they are read.
TEST(EventWords, RightToLeftNamesKeepTheirOrder) {
  Story story("Names");
  const auto first = story.actor("\u05D3\u05DF");
  const auto second = story.actor("\u0639\u0644\u064A");
  const auto v = story.event(EventType::Meeting, "", "x", {{first, Role::Agent}, {second, Role::Target}});
  EXPECT_EQ(actor_words(story.graph(), v, "x"), "\u05D3\u05DF\u200E \u2192 \u0639\u0644\u064A\u200E");
}

TEST(EventWords, Titles) {
  EXPECT_EQ(title_words({}), "No articles");
  EXPECT_EQ(title_words(Story("  One\ntitle ").graph()), "One title");
  EXPECT_EQ(title_words(Story("").graph()), "Untitled article");
  KnowledgeGraph graph;
  std::vector<Record> records(4);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].article.id = std::to_string(i);
    records[i].article.title = "T" + std::to_string(i);
  }
  graph.set_records(records);
  EXPECT_EQ(title_words(graph), "4 articles: T0; T1; T2; \u2026");
}

}  // namespace
}  // namespace dateline
