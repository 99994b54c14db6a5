// Two versions of one story and what changed between them.
#pragma once

#include "graph/diff.hpp"
#include "tests/render/story.hpp"

namespace dateline {

inline EventNode node_of(const Story& story, Story::Vertex v) {
  return std::get<EventNode>(story.graph()[v]);
}

// Two versions of a story: a toll that rose, a meeting that was added, a visit that was dropped, a speech
// that stayed.
struct Versions {
  Story old_story{"Old"};
  Story new_story{"New"};
  GraphDiff changes;

  Versions() {
    const auto old_toll = old_story.event(EventType::Disaster, "2023-01-26", "A ferry sank");
    const auto visit = old_story.event(EventType::Visit, "2023-01-28", "Ann visits",
                                       {{old_story.actor("Ann"), Role::Agent}});
    old_story.event(EventType::Statement, "2023-01-30", "Ann spoke");
    const auto new_toll = new_story.event(EventType::Disaster, "2023-01-26", "A ferry sank off the coast");
    const auto meeting = new_story.event(EventType::Meeting, "2023-01-29", "Bob met the crews",
                                         {{new_story.actor("Bob"), Role::Agent}});
    new_story.event(EventType::Statement, "2023-01-30", "Ann spoke");
    EventNode before = node_of(old_story, old_toll);
    EventNode after = node_of(new_story, new_toll);
    before.facts.figures = {{.kind = FigureKind::Killed, .quantity = {.value = 10}, .unit = "person"}};
    after.facts.figures = {{.kind = FigureKind::Killed, .quantity = {.value = 11}, .unit = "person"}};
    changes.events = {.added = {node_of(new_story, meeting)},
                      .removed = {node_of(old_story, visit)},
                      .changed = {{before, after, {"figures"}}},
                      .same = 1};
  }
};

}  // namespace dateline
