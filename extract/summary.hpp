// One short English clause that says what happened: "Anna Berg met Tomas Ilves in Oslo".
#pragma once

#include <string>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Needs the event's participants and place; `trigger` is the one that names the event best.
[[nodiscard]] std::string summary_of(const Scene& scene, const EventModel& model, const Event& event,
                                     const Trigger& trigger);

}  // namespace dateline
