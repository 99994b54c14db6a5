// Where did it happen?
#pragma once

#include <optional>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Mentions of places and countries in the trigger's sentence.
[[nodiscard]] std::vector<MentionIndex> place_candidates(const Scene& scene, const Trigger& trigger);

// Classes: 0 not its place, 1 its place.
[[nodiscard]] Features place_features(const Scene& scene, const Trigger& trigger, MentionIndex mention);

[[nodiscard]] std::optional<MentionIndex> place_of(const Scene& scene, const EventModel& model,
                                                   const Trigger& trigger);

}  // namespace dateline
