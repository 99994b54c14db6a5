// What the sentences before lend an event: "The fair opened in Oslo on Monday. Two thousand people came."
//
// Asked where a trigger's own sentence gives no date, or no place; of all triggers after each has answered
// for itself.
#pragma once

#include <optional>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Dates and times of the two sentences before the trigger's and of the first sentence.
[[nodiscard]] std::vector<TimeIndex> carried_dates(const Scene& scene, const Trigger& trigger);
// Named places and countries of the same sentences, each entity once, where it was named last.
[[nodiscard]] std::vector<MentionIndex> carried_places(const Scene& scene, const Trigger& trigger);

// Classes: 0 not its date, 1 its date; the same of places. `triggers` are all of the document's, in text
// order.
[[nodiscard]] Features carried_date_features(const Scene& scene, const std::vector<Trigger>& triggers,
                                             const Trigger& trigger, TimeIndex time);
[[nodiscard]] Features carried_place_features(const Scene& scene, const std::vector<Trigger>& triggers,
                                              const Trigger& trigger, MentionIndex place);

// Gives triggers without a date, or a place, those of sentences before, where the weights say so.
void carry_dates(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers);
void carry_places(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers);

}  // namespace dateline
