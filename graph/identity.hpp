// When two actors, or two events, of different articles are the same.
//
// Both functions give each element the number of its class: equal numbers, same thing. Classes are numbered
// by their first element. The classes depend only on the set of elements, not on their order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "extract/record.hpp"

namespace dateline {

struct LocalActor {
  std::size_t record = 0;  // which record it is of
  const RecordActor* actor = nullptr;
};

// Same are actors
// - whose folded names are equal (name.hpp), and kind and country compatible: kinds are if equal, if one is
//   Other, or if they are Organization and Group; countries are if equal or one is unknown. What is unknown
//   joins what is known only where all that is known agrees (no "Paris" joins two of them);
// - one of whose names is an alias of the other, where only one actor has that alias and that name;
// - persons that differ in middle initials only one of them has, or one of whom is named by the surname of
//   exactly one of all.
// Descriptions ("the police") are the same only within their article. n log n.
[[nodiscard]] std::vector<std::size_t> same_actors(std::span<const LocalActor> actors);

struct LocalEvent {
  std::size_t record = 0;
  const RecordEvent* event = nullptr;
  std::vector<std::pair<std::size_t, Role>> participants;  // classes of same_actors()
  std::optional<std::size_t> place;                        // class
};

// Same are events of different records that have the same type, modality and granularity and overlapping
// days, no two different places, and share an agent where both have agents, a target where both have targets,
// and at least one of agent, target and place; and, as evidence that it is one thing,
// - for acts of speech (statement, pledge, ...): a third of the words of their sentences;
// - for others: the trigger's word, two actors or places, or a third of the words.
// Word-for-word the same sentence and trigger is evidence enough for events without date or actors. Pairs are
// joined from the most to the least evidence; no class takes two events of one record, because a record has
// one entry for one real event. Compared are only events that share an actor, a place or a sentence, each
// with at most kMaxCompared others that begin no earlier: n log n.
[[nodiscard]] std::vector<std::size_t> same_events(std::span<const LocalEvent> events);

inline constexpr std::size_t kMaxCompared = 64;

}  // namespace dateline
