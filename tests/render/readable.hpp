// Whether a drawn page can be read, and random stories to draw.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "render/timeline_drawing.hpp"
#include "tests/render/hostile.hpp"
#include "tests/render/story.hpp"

namespace dateline {

// Everything on the page that must be read.
inline std::vector<Box> boxes_of(const TimelineDrawing& drawing) {
  std::vector<Box> boxes;
  const auto add_card = [&boxes](const EventCard& card) {
    boxes.push_back(box_of(card.mark));
    for (const TextLine& line : card.lines) boxes.push_back(box_of(line));
  };
  for (const TextLine& line : drawing.text) boxes.push_back(box_of(line));
  std::for_each(drawing.dated.begin(), drawing.dated.end(), add_card);
  std::for_each(drawing.counts.begin(), drawing.counts.end(), add_card);
  std::for_each(drawing.undated.begin(), drawing.undated.end(), add_card);
  for (const Lane& lane : drawing.lanes)
    for (const TextLine& line : lane.label) boxes.push_back(box_of(line));
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

// The first thing that is wrong with a page: "" for nothing.
inline std::string fault_of(const TimelineDrawing& drawing) {
  std::vector<Box> boxes = boxes_of(drawing);
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  const auto words = [](const Box& box) {
    return std::to_string(box.left) + "," + std::to_string(box.top) + " to " + std::to_string(box.right) +
           "," + std::to_string(box.bottom);
  };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i];
    if (box.left < 0 || box.top < 0 || box.right > drawing.width || box.bottom > drawing.height)
      return words(box) + " leaves the page of " + std::to_string(drawing.width) + "x" +
             std::to_string(drawing.height);
    for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < box.bottom; ++k)
      if (overlap(box, boxes[k])) return words(box) + " overlaps " + words(boxes[k]);
  }
  return "";
}

inline LaneBy random_lanes(std::mt19937& random) { return static_cast<LaneBy>(random() % 5); }

inline TimelineStyle random_style(std::mt19937& random) {
  const char* const pages[] = {"1280", "800", "A4", "A3", "letter", "A4-portrait", "1600x900", "560x400"};
  return {.scale = static_cast<ScaleKind>(random() % 2),
          .page = page_size_from(pages[random() % 8]).value(),
          .top = random() % 4 == 0 ? 1 + random() % 50 : 0};
}

inline std::string random_days(std::mt19937& random) {
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

inline std::string random_words(std::mt19937& random) {
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

inline Story random_story(unsigned seed, std::size_t events) {
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

}  // namespace dateline
