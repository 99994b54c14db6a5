#include "render/timeline_drawing.hpp"
#include "render/event_card.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "graph/timeline.hpp"
#include "tests/render/golden.hpp"
#include "tests/render/readable.hpp"
#include "tests/render/well_formed.hpp"

namespace dateline {
namespace {

TimelineDrawing drawn(const Story& story, const TimelineStyle& style = {}, LaneBy lanes = LaneBy::None) {
  return draw(chronicle_of(story.graph(), timeline_of(story.graph()), lanes), style);
}
std::string svg_of(const Story& story) { return to_svg(drawn(story)); }

void expect_readable(const TimelineDrawing& drawing) { ASSERT_EQ(fault_of(drawing), ""); }

// bench/timeline_bench draws a thousand of them.
TEST(TimelineDrawing, NothingOverlapsOrLeavesThePage) {
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::size_t events = seed % 15 == 0 ? 300 : 1 + random() % 40;
    const LaneBy lanes = random_lanes(random);
    const TimelineStyle style = random_style(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + ", events " + std::to_string(events));
    const Story story = random_story(seed, events);
    const TimelineDrawing drawing = drawn(story, style, lanes);
    if (style.page.height == 0 && style.top == 0) {
      EXPECT_EQ(drawing.dated.size() + drawing.undated.size(), events);
    }
    expect_readable(drawing);
    if (HasFatalFailure()) return;
    EXPECT_TRUE(is_well_formed(to_svg(drawing)));
  }
}

TEST(TimelineDrawing, LanesHoldAllEventsOfTheirActor) {
  Story story("Lanes");
  const auto ann = story.actor("Ann");
  const auto bob = story.actor("Bob");
  for (int day = 1; day < 6; ++day)
    story.event(EventType::Visit, "2023-01-0" + std::to_string(day), "a visit", {{ann, Role::Agent}});
  story.event(EventType::Attack, "2023-01-03", "was hit", {{bob, Role::Agent}, {ann, Role::Target}});
  story.event(EventType::Disaster, "2023-01-04", "nobody did it");
  const TimelineDrawing drawing = drawn(story, {}, LaneBy::Actor);
  ASSERT_EQ(drawing.lanes.size(), 3U);
  EXPECT_EQ(drawing.lanes[0].label.front().text, "Ann");
  EXPECT_EQ(drawing.lanes[1].label.front().text, "Bob");
  EXPECT_EQ(drawing.lanes[2].label.front().text, "Other actors");
  const auto in_lane = [&drawing](std::size_t i) {
    return std::count_if(drawing.dated.begin(), drawing.dated.end(), [&](const EventCard& card) {
      return card.mark.y > drawing.lanes[i].top && card.mark.y < drawing.lanes[i].bottom;
    });
  };
  EXPECT_EQ(in_lane(0), 5);
  EXPECT_EQ(in_lane(1), 1);
  EXPECT_EQ(in_lane(2), 1);
}

TEST(TimelineDrawing, APageKeepsTheMainEventsAndCountsTheRest) {
  const Story story = random_story(3, 300);
  const Chronicle chronicle = chronicle_of(story.graph(), timeline_of(story.graph()));
  const TimelineDrawing drawing = draw(chronicle, {.page = page_size_from("A4").value()});
  expect_readable(drawing);
  EXPECT_EQ(drawing.height, 794);
  EXPECT_EQ(drawing.page, (PageSize{1123, 794}));
  EXPECT_FALSE(drawing.counts.empty());
  std::size_t counted = 0;
  for (const EventCard& card : drawing.counts)
    counted += card.mark.kind == MarkKind::Folded ? std::stoul(card.lines.front().text.substr(1)) : 1;
  EXPECT_EQ(drawing.dated.size() + counted, chronicle.dated.size());
  for (const EventCard& card : drawing.dated)
    EXPECT_TRUE(std::any_of(card.lines.begin(), card.lines.end(), [](const TextLine& line) {
      return line.font.bold;
    })) << card.tooltip;
}

TEST(TimelineDrawing, TopKeepsSoMany) {
  const TimelineDrawing drawing = drawn(random_story(8, 200), {.top = 12});
  expect_readable(drawing);
  EXPECT_EQ(drawing.dated.size() + drawing.undated.size(), 12U);
  EXPECT_NE(drawing.description.find("Shown in full: 12 of 200"), std::string::npos) << drawing.description;
}

TEST(TimelineDrawing, ALinearScaleHasNoBreaks) {
  Story story("1948 and a week");
  for (const char* day : {"1948-05-14", "2023-01-27", "2023-01-28", "2023-01-30", "2023-01-31"})
    story.event(EventType::Meeting, day, "They met");
  EXPECT_EQ(drawn(story).axis.breaks.size(), 1U);
  const TimelineDrawing linear = drawn(story, {.scale = ScaleKind::Linear});
  EXPECT_TRUE(linear.axis.breaks.empty());
  expect_readable(linear);
}

TEST(TimelineDrawing, ThreeHundredYears) {
  Story story("Three centuries");
  for (int year = 1725; year < 2025; year += 6)
    story.event(EventType::Agreement, std::to_string(year) + "-06-01", "A treaty of the year");
  const TimelineDrawing drawing = drawn(story);
  expect_readable(drawing);
  EXPECT_TRUE(drawing.axis.breaks.empty());
}

TEST(TimelineDrawing, Golden) {
  expect_readable(drawn(harbour_story()));
  expect_golden("harbour.svg", svg_of(harbour_story()));
}

TEST(TimelineDrawing, NoEvents) {
  const Story story("Nothing happened");
  const TimelineDrawing drawing = drawn(story);
  expect_readable(drawing);
  EXPECT_FALSE(drawing.has_axis);
  EXPECT_NE(svg_of(story).find("No event of this story has a date."), std::string::npos);
  EXPECT_TRUE(is_well_formed(svg_of(story)));
  EXPECT_TRUE(is_well_formed(to_svg(draw({}))));
}

TEST(TimelineDrawing, FortyOnOneDayStandAbreast) {
  Story story("Forty on one day");
  for (int i = 0; i < 40; ++i)
    story.event(EventType::Election, "2024-05-05", "District voted, number " + std::to_string(i));
  const TimelineDrawing drawing = drawn(story);
  expect_readable(drawing);
  ASSERT_EQ(drawing.axis.bands.size(), 1U);
  EXPECT_LT(drawing.height, 1100);
}

TEST(TimelineDrawing, HeightGrowsWithTheEvents) {
  const int few = drawn(random_story(5, 100)).height;
  const int many = drawn(random_story(5, 1000)).height;
  EXPECT_LT(many, 14 * few);
}

TEST(TimelineDrawing, TheNumberOfSourcesStaysBesideItsWord) {
  EventCaption event;
  event.summary = "The board met";
  for (const std::string type : {"visit", "meeting", "concession", "legislation", "appointment, planned"}) {
    event.head = "22 September 2015 \u00B7 " + type + " \u00B7 2 sources, which differ";
    const EventCard card = card_of(event, 0, {});
    EXPECT_TRUE(std::any_of(card.lines.begin(), card.lines.end(), [](const TextLine& line) {
      return line.text.find("2\u00A0sources,") != std::string::npos;
    })) << event.head;
  }
}

TEST(TimelineDrawing, BarsFadeWhereTheyAreOpen) {
  Story story("Open ends");
  story.event(EventType::Protest, "2023-01-05/", "went on");
  story.event(EventType::Protest, "/2023-03-05", "had gone on");
  story.event(EventType::Protest, "2023-02", "all month");
  story.event(EventType::Protest, "2023-02-07", "a day");
  for (const EventCard& card : drawn(story).dated) {
    const bool day = card.tooltip.find("a day") != std::string::npos;
    EXPECT_EQ(card.mark.left == card.mark.right, day) << card.tooltip;
    EXPECT_EQ(card.mark.fades_right, card.tooltip.find("went on") != std::string::npos) << card.tooltip;
    EXPECT_EQ(card.mark.fades_left, card.tooltip.find("had gone on") != std::string::npos) << card.tooltip;
  }
}

TEST(TimelineSvg, HostileNamesStayText) {
  for (const std::string& name : hostile_names()) {
    Story story(name, "javascript:alert(1)");
    const auto actor = story.actor(name);
    story.event(EventType::Attack, "2023-01-01", name, {{actor, Role::Agent}});
    story.event(EventType::Attack, "", name + name, {{actor, Role::Target}});
    const std::string svg = svg_of(story);
    EXPECT_TRUE(is_well_formed(svg)) << name;
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(svg.find("href"), std::string::npos) << name;
    expect_readable(drawn(story));
  }
}

TEST(TimelineSvg, LinksAndNamesForReaders) {
  const std::string svg = svg_of(harbour_story());
  EXPECT_EQ(count_of(svg, "xlink:href=\"https://example.org/ferry\""), 25U);  // 24 events and the source
  EXPECT_EQ(count_of(svg, "role=\"listitem\"><title>") + count_of(svg, "role=\"listitem\">\n<title>"), 24U);
  EXPECT_NE(svg.find("<desc>Timeline: 21 dated events, 14 May 1948 to 31 March 2023; 3 undated.</desc>"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
