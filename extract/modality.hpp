// Did it happen? Modality of an event's trigger.
#pragma once

#include <string>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// What the table of cues says: the nearest cue at the trigger, before it, or over it. Actual where none
// stands.
[[nodiscard]] Modality cued_modality(const Scene& scene, const ModalityCues& cues, const Trigger& trigger,
                                     std::string* why);

// Classes in the order of Modality.
[[nodiscard]] Features modality_features(const Scene& scene, const ModalityCues& cues,
                                         const Trigger& trigger);

[[nodiscard]] Modality modality_of(const Scene& scene, const EventModel& model, const Trigger& trigger,
                                   std::string* why);

}  // namespace dateline
