// Who takes part in an event that its own sentence does not name: "Rebels attacked the town. Two soldiers
// were killed."
#pragma once

#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// The last mention of each entity of the two sentences before the trigger's that its own sentence does not
// mention.
[[nodiscard]] std::vector<MentionIndex> far_candidates(const Scene& scene, const Trigger& trigger);

// Classes: 0 none, 1 + r role r. Needs the participants that the trigger's own sentence gives.
[[nodiscard]] Features far_features(const Scene& scene, const Trigger& trigger, MentionIndex mention);

// Adds those of other sentences to the trigger's participants, with a line of `why` each where it is given.
void add_far_participants(const Scene& scene, const EventModel& model, Trigger& trigger,
                          std::vector<std::string>* why = nullptr);

}  // namespace dateline
