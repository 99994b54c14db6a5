// How many? The figures of an event, with what they count.
#pragma once

#include <optional>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Classes: 0 none of this event's, 1 + k figure of kind k.
[[nodiscard]] Features figure_features(const Scene& scene, const Trigger& trigger, FigureIndex figure);

// The figures of the trigger's sentence that are the event's, in text order.
[[nodiscard]] std::vector<EventFigure> figures_of(const Scene& scene, const EventModel& model,
                                                  const Trigger& trigger);

// The figures of the trigger's sentence.
[[nodiscard]] std::vector<FigureIndex> figure_candidates(const Scene& scene, const Trigger& trigger);

}  // namespace dateline
