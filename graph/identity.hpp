// When two actors, or two events, of different articles are the same.
//
// Each element gets the number of its class: equal numbers, same thing. Classes are numbered by their first
// element. They depend only on the set of elements, not on their order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "extract/record.hpp"

namespace dateline {

class Stories;

struct LocalActor {
  std::size_t record = 0;  // which record it is of
  const RecordActor* actor = nullptr;
};

// Same are actors
// - with a common external id; those with different ids of one scheme never are;
// - whose folded names are equal (name.hpp), and kind and country compatible: kinds are if equal, if one is
//   Other, or if they are Organization and Group; countries are if equal or one is unknown. What is unknown
//   joins what is known only where all that is known agrees (no "Paris" joins two of them);
// - otherwise, where their names meet (alias, middle initials, surname of a full name), if the points of all
// that
//   speaks for and against them are enough (actor_evidence.hpp) and no other actor has as many.
// Persons with one name each are the same only if no role or country speaks against it. Descriptions ("the
// police") and, without a country, bodies that every country has ("the Army") are the same only within their
// article. n log n.
[[nodiscard]] std::vector<std::size_t> same_actors(std::span<const LocalActor> actors);

struct LocalParticipant {
  std::size_t actor = 0;  // class of same_actors()
  Role role = Role::Agent;
  bool described = false;  // "two officials": may be anybody whom another article names

  friend auto operator<=>(const LocalParticipant&, const LocalParticipant&) = default;
};

struct LocalEvent {
  std::size_t record = 0;
  const RecordEvent* event = nullptr;
  std::vector<LocalParticipant> participants;
  std::optional<std::size_t> place;  // class
};

// Which events are one, and which came of which.
struct EventClasses {
  std::vector<std::size_t> of_event;  // one an event; a class is numbered by its first event
  // Classes (planned, actual) that are one but for the modality: what was announced, and that it came to be.
  // Each plan once, with the surest.
  std::vector<std::pair<std::size_t, std::size_t>> fulfilled;
};

// Same are events of different records and one modality as event_likeness.hpp says. Pairs are joined from the
// most to the least evidence; no class takes two events of one record, because a record has one entry for one
// real event. Compared are only events that share an actor, a place or a sentence, or the beginning
// of the trigger and the day; where more than 256 share these, a word too that both articles have much to do
// with. Each is compared with at most kMaxCompared others under one of these, of the few by trigger with all:
// n log n. `stories` are those of the records.
[[nodiscard]] EventClasses same_events(std::span<const LocalEvent> events, const Stories& stories);

inline constexpr std::size_t kMaxCompared = 64;

}  // namespace dateline
