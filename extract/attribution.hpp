// Who says that it happened: "police said", "according to the ministry".
#pragma once

#include <optional>
#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// The entity whose words tell the event; absent where the article itself does.
[[nodiscard]] std::optional<EntityIndex> attribution_of(const Scene& scene, const EventModel& model,
                                                        const Trigger& trigger);

}  // namespace dateline
