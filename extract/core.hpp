// Does an event belong on a short timeline?
#pragma once

#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Classes: 0 background, 1 core. `group` holds the triggers of one event, in text order, never empty.
[[nodiscard]] Features core_features(const Scene& scene, const std::vector<const Trigger*>& group);

[[nodiscard]] bool is_core(const Scene& scene, const EventModel& model,
                           const std::vector<const Trigger*>& group);

}  // namespace dateline
