// The closed sets that Dateline speaks in, with the names that users see.
//
// Names are those of docs/formats.md; `from_name` functions are exact (lower case) and give
// nothing for a word that is not in the set.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

// What kind of thing happened: the types of PLOVER (Open Event Data Alliance) refined by ACE 2005's,
// and the kinds of news that neither knows (disaster, economic, contest, ...).
enum class EventType : std::uint8_t {
  Meeting,
  Visit,
  Statement,
  Pledge,
  Request,
  Agreement,
  Support,
  Cooperation,
  Aid,
  Concession,
  Accusation,
  Rejection,
  Threat,
  Protest,
  Mobilization,
  Sanction,
  Coercion,
  Arrest,
  Attack,
  Death,
  Disaster,
  Election,
  Appointment,
  Departure,
  Legal,
  Legislation,
  Transaction,
  Launch,
  Economic,
  Contest,
  Life,
  Discovery,
  Occurrence
};
inline constexpr std::size_t kEventTypes = 33;

// Part that an actor takes in an event. Agent: who does it (all sides of a meeting or an agreement);
// target: to whom or against whom; other: named in it otherwise.
enum class Role : std::uint8_t { Agent, Target, Other };

// Did it happen? Planned: announced for the future. Hypothetical: supposed, conditional, threatened.
enum class Modality : std::uint8_t { Actual, Planned, Negated, Hypothetical };

enum class EntityKind : std::uint8_t { Person, Organization, Country, Place, Group, Product, Other };

// What a figure of an event counts.
enum class FigureKind : std::uint8_t { Killed, Injured, Arrested, Displaced, Attended, Money, Other };

[[nodiscard]] std::string_view to_string(EventType type);
[[nodiscard]] std::string_view to_string(Role role);
[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::string_view to_string(EntityKind kind);
[[nodiscard]] std::string_view to_string(FigureKind kind);
// The PLOVER event type ("CONSULT"), or "" where PLOVER has none.
[[nodiscard]] std::string_view plover_of(EventType type);

[[nodiscard]] std::optional<EventType> event_type_from(std::string_view name);
[[nodiscard]] std::optional<Role> role_from(std::string_view name);
[[nodiscard]] std::optional<Modality> modality_from(std::string_view name);
[[nodiscard]] std::optional<EntityKind> entity_kind_from(std::string_view name);
[[nodiscard]] std::optional<FigureKind> figure_kind_from(std::string_view name);

}  // namespace dateline
