#include "render/timeline_drawing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/render/golden.hpp"
#include "tests/render/hostile.hpp"
#include "tests/render/story.hpp"
#include "tests/render/well_formed.hpp"

namespace dateline {
namespace {

TimelineDrawing drawn(const Story& story) { return draw(story.graph(), timeline_of(story.graph())); }
std::string svg_of(const Story& story) { return timeline_svg(story.graph(), timeline_of(story.graph())); }

// Everything on the page that must be read.
std::vector<Box> boxes_of(const TimelineDrawing& drawing) {
  std::vector<Box> boxes;
  const auto add_card = [&boxes](const EventCard& card) {
    boxes.push_back(box_of(card.mark));
    for (const TextLine& line : card.lines) boxes.push_back(box_of(line));
  };
  for (const TextLine& line : drawing.text) boxes.push_back(box_of(line));
  std::for_each(drawing.dated.begin(), drawing.dated.end(), add_card);
  std::for_each(drawing.undated.begin(), drawing.undated.end(), add_card);
  for (const LegendEntry& entry : drawing.legend) {
    boxes.push_back(box_of(entry.label));
    if (entry.has_mark) boxes.push_back(box_of(entry.mark));
  }
  for (const Tick& tick : drawing.axis.ticks) {
    if (tick.lines.empty()) continue;
    boxes.push_back({tick.left, drawing.axis.top - 34, tick.right, drawing.axis.top - 5});
    if (drawing.axis.labels_below)
      boxes.push_back({tick.left, drawing.axis.bottom + 5, tick.right, drawing.axis.bottom + 34});
  }
  return boxes;
}

void expect_readable(const TimelineDrawing& drawing) {
  std::vector<Box> boxes = boxes_of(drawing);
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i];
    ASSERT_TRUE(box.left >= 0 && box.top >= 0 && box.right <= drawing.width && box.bottom <= drawing.height)
        << box.left << "," << box.top << " to " << box.right << "," << box.bottom << " leaves the page of "
        << drawing.width << "x" << drawing.height;
    for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < box.bottom; ++k)
      ASSERT_FALSE(overlap(box, boxes[k]))
          << box.left << "," << box.top << " overlaps " << boxes[k].left << "," << boxes[k].top;
  }
}

std::string random_days(std::mt19937& random) {
  const int spans[] = {1, 3, 10, 60, 700, 40000, 1000000};
  const date::sys_days day{
      date::days{19400 - static_cast<int>(random() % static_cast<unsigned>(spans[random() % 7]))}};
  const std::string first = to_iso(day);
  switch (random() % 10) {
    case 0: return "";
    case 1: return first + "/";
    case 2: return "/" + first;
    case 3:
    case 4: return first + "/" + to_iso(day + date::days{1 + random() % 400});
    default: return first;
  }
}

std::string random_words(std::mt19937& random) {
  const std::vector<std::string> words = {
      "the", "committee", "agreed", "Antidisestablishmentarianism",           "on", "a", "plan",
      "for", "harbour",   "of",     "Llanfairpwllgwyngyllgogerychwyrndrobwll"};
  std::string text;
  for (std::size_t i = 0, count = 1 + random() % 14; i < count; ++i) {
    if (!text.empty()) text += ' ';
    text += random() % 60 == 0 ? hostile_names()[random() % hostile_names().size()]
                               : words[random() % words.size()];
  }
  return text;
}

Story random_story(unsigned seed, std::size_t events) {
  std::mt19937 random(seed);
  Story story(random_words(random));
  std::vector<Story::Vertex> actors;
  for (int i = 0; i < 8; ++i)
    actors.push_back(story.actor(random_words(random), static_cast<EntityKind>(i % 7)));
  for (std::size_t i = 0; i < events; ++i) {
    const std::size_t first = random() % 8;
    story.event(static_cast<EventType>(random() % kEventTypes), random_days(random), random_words(random),
                {{actors[first], Role::Agent},
                 {actors[(first + 1 + random() % 7) % 8], static_cast<Role>(random() % 3)}},
                random() % 3 == 0 ? static_cast<Modality>(random() % 4) : Modality::Actual);
  }
  return story;
}

TEST(TimelineDrawing, NothingOverlapsOrLeavesThePage) {
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::size_t events = seed % 10 == 0 ? 300 : 1 + random() % 40;
    SCOPED_TRACE("seed " + std::to_string(seed) + ", events " + std::to_string(events));
    const Story story = random_story(seed, events);
    const Timeline timeline = timeline_of(story.graph());
    const TimelineDrawing drawing = draw(story.graph(), timeline, seed % 3 == 0 ? 800 : kPageWidth);
    EXPECT_EQ(drawing.dated.size(), timeline.dated.size());
    EXPECT_EQ(drawing.undated.size(), timeline.undated.size());
    expect_readable(drawing);
    if (HasFatalFailure()) return;
    EXPECT_TRUE(is_well_formed(to_svg(drawing)));
  }
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
  EXPECT_TRUE(is_well_formed(timeline_svg({}, {})));
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
