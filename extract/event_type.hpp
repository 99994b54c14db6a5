// Which words name events, and of which type.
#pragma once

#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Words that may name an event, each with its arguments and the table's row: verbs, nouns, and what
// else the table knows. In text order.
[[nodiscard]] std::vector<Trigger> trigger_candidates(const Scene& scene, const EventModel& model);

// Features of "is it an event, and of which type": class 0 is none, class 1 + t is type t.
[[nodiscard]] Features type_features(const Scene& scene, const Trigger& candidate);

// The candidates that are events, with their types. Learned weights decide; without them the table does.
[[nodiscard]] std::vector<Trigger> find_triggers(const Scene& scene, const EventModel& model);

}  // namespace dateline
