// A Chronicle: all that a picture of a timeline says, in words, before anything has a place on the page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/time_value.hpp"
#include "extract/vocabulary.hpp"
#include "render/theme.hpp"

namespace dateline {

class KnowledgeGraph;
struct GraphDiff;
struct Timeline;

// What two versions say of one thing.
struct FieldChange {
  std::string old_words;  // "" where the old version says nothing
  std::string new_words;  // "" where the new one says nothing, or the caption's head says it
};

// One event as a reader is told of it; each text is one printable line (escape.hpp).
struct EventCaption {
  std::optional<DateInterval> days;  // absent: undated
  EventType type = EventType::Occurrence;
  Modality modality = Modality::Actual;
  bool core = false;
  std::uint32_t sources = 1;
  Change change = Change::None;
  std::string date;                  // "31 January 2023", "since 2009"; "undated"
  std::string head;                  // "31 January 2023 · meeting · 3 sources"
  std::vector<FieldChange> changes;  // where two versions differ
  std::string summary;
  std::string actors;       // those that the summary does not name
  std::string figures;      // "killed 7, injured 20": those that the summary does not tell
  std::string differences;  // what the sources disagree about
  std::string tooltip;      // everything
  std::string link;         // http or https, or ""
  std::size_t lane = 0;     // index into Chronicle::lanes; 0 where there are none
};

struct SourceCaption {
  std::string words;  // "TITLE, SOURCE, 31 January 2023"
  std::string link;   // http or https, or ""
};

struct Chronicle {
  std::string title;
  std::string note;                 // "2 added, 1 removed"; "" where there is nothing to add
  std::vector<EventCaption> dated;  // in the timeline's order
  std::vector<EventCaption> undated;
  std::vector<SourceCaption> sources;
  std::vector<std::string> lanes;  // names, from top to bottom; none: all events stand together
};

// What the events of one lane have in common.
enum class LaneBy : std::uint8_t { None, Actor, Type, Place, Source };
// More lanes than this are folded into a last one, "others".
inline constexpr std::size_t kMostLanes = 10;

[[nodiscard]] Chronicle chronicle_of(const KnowledgeGraph& graph, const Timeline& timeline,
                                     LaneBy lanes = LaneBy::None);

// Two versions in one: events that were added, removed (struck), changed (the old words struck, the new
// beside), and those that stayed. Needs changes == diff(old_graph, new_graph).
[[nodiscard]] Chronicle chronicle_of(const GraphDiff& changes, const KnowledgeGraph& old_graph,
                                     const KnowledgeGraph& new_graph);

// "24 dated events, 14 May 1948 to 31 March 2023; 3 undated"
[[nodiscard]] std::string extent_words(const Chronicle& chronicle);

// The days from the first event's to the last one's, as a reader writes them. Needs dated events, at least
// one.
[[nodiscard]] std::string days_words(const std::vector<const EventCaption*>& events);

// First and last day of an interval; where one end is open, the other one's day for both. Needs an end.
[[nodiscard]] date::sys_days first_day(const DateInterval& days);
[[nodiscard]] date::sys_days last_day(const DateInterval& days);

}  // namespace dateline
