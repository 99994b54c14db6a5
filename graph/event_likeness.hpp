// How sure it is that two events of different articles are one: a table of evidence (docs/graph.md).
//
// Two events speak against each other, whatever else they have in common, by
// - type: two types; but an occurrence is of any type whose trigger is the same word, and of two types are
// those
//   with the same trigger and a third of the words of their sentences in common;
// - days: two spans of days that do not overlap, or differ and are of two granularities; or an open end;
// - agents: both name some, and none of them takes part in the other, in whatever role; targets likewise
// ("two officials" names nobody);
// - place: both name one, and not the same.
// Otherwise they are one by the first of these that holds; the sum says how sure it is:
// - the words: the same sentence, word for word (four telling words or more), and trigger; 2 + shared;
// - who and when: overlapping days, a shared agent, target or place, and a third of the words of their
//   sentences or, but for acts of speech, a second one shared or the same trigger; shared + words;
// - the story: articles that tell the same story (story + words/2 is kSameStory or more), and the same
// trigger
//   or, on one day, a shared agent, target or place; for acts of speech a third of the words too;
//   story + words/2, on one day + shared. Where only one is dated: the trigger, and a share or that nothing
//   is told of one of them but that it was;
// where `shared` counts agents, targets and places that are the same, `words` is Dice's coefficient of the
// telling words of their sentences and `story` the likeness of the articles (story.hpp).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "graph/identity.hpp"
#include "graph/story.hpp"
#include "graph/text_words.hpp"

namespace dateline {

// What of an event is compared often, in little room.
struct EventTraits {
  EventType type = EventType::Occurrence;
  Modality modality = Modality::Actual;
  Granularity granularity = Granularity::Interval;
  bool dated = false;         // closed days
  bool open = false;          // days with an open end: they date nothing for certain
  date::sys_days begin, end;  // [begin, end), where dated
  TextWord trigger;           // the first; may be empty
  std::uint32_t words_begin = 0, words_end = 0;
};

// Whether the days of two events let them be one: an open end never does, no date always.
[[nodiscard]] bool days_fit(const EventTraits& a, const EventTraits& b);

inline constexpr double kSameStory = 0.28;
inline constexpr double kSharedWords = 1.0 / 3;
inline constexpr std::size_t kTellingWords = 4;

class EventLikeness {
 public:
  // Refers to both, which must outlive it.
  EventLikeness(std::span<const LocalEvent> events, const Stories& stories);

  [[nodiscard]] const EventTraits& traits(std::size_t i) const { return traits_[i]; }
  // More is surer; absent where the two are not known to be one. Modality is not looked at.
  [[nodiscard]] std::optional<double> evidence(std::size_t i, std::size_t j) const;

 private:
  [[nodiscard]] std::span<const WordHash> telling_words(std::size_t i) const {
    return std::span(words_).subspan(traits_[i].words_begin, traits_[i].words_end - traits_[i].words_begin);
  }
  [[nodiscard]] double words_shared(std::size_t i, std::size_t j) const;
  [[nodiscard]] bool types_fit(std::size_t i, std::size_t j, bool same_trigger) const;

  std::span<const LocalEvent> events_;
  const Stories& stories_;
  std::vector<EventTraits> traits_;  // of each event
  std::vector<WordHash> words_;  // telling words of the sentences of all events; of each sorted, each once
};

}  // namespace dateline
