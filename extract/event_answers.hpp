// What each trigger of a document says to every question of find_events.
#pragma once

#include <vector>

#include "extract/event_model.hpp"
#include "extract/scene.hpp"
#include "extract/trigger.hpp"

namespace dateline {

// Modality, participants, dates, places and figures, with a line of `why` each; answers given before are
// replaced. `triggers` are all of the document's, in text order.
void answer_questions(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers);

}  // namespace dateline
