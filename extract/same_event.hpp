// Which triggers name one and the same real event.
#pragma once

#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// How many earlier triggers one is compared with, at most; keeps the time linear.
inline constexpr std::size_t kSameWindow = 48;

// Classes: 0 two events, 1 the same. `earlier` stands before `later`.
[[nodiscard]] Features same_features(const Scene& scene, const Trigger& earlier, const Trigger& later);

// Groups of indices into `triggers`, ascending in each, in order of their first.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_triggers(const Scene& scene,
                                                                   const EventModel& model,
                                                                   const std::vector<Trigger>& triggers);

}  // namespace dateline
